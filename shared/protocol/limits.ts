/** Every limit a stranger can run into, with its unit in its name. Enforced by the server; shown by the client. */
export const LIMITS = {
  elementsPerBoard: 20_000,
  elementsWarning: 10_000,
  /** The state of a board document; beyond, what is there may be moved, shortened and deleted, nothing may be added. */
  boardBytes: 64 * 1024 * 1024,
  /** Of one person, what nobody else has: notes, and drafts. Drafts beyond the room of both together give way, the oldest first. */
  privateElements: 500,
  drafts: 200,
  textChars: 10_000,
  tagChars: 40,
  tagsPerElement: 12,
  reactionsPerElement: 2_000,
  commentChars: 2_000,
  /** So many words on whether they are settled, too. */
  commentsPerElement: 200,
  nameChars: 60,
  titleChars: 200,
  fieldChars: 500,
  messageBytes: 8 * 1024 * 1024,
  /** A command, or any other message whose body is JSON. */
  jsonBytes: 256 * 1024,
  /** Document client ids of one participant on a board: each page load that writes takes one. */
  clientIdsPerParticipant: 2_000,
  updateFramesPerSecond: 500,
  presenceFramesPerSecond: 30,
  presenceBytes: 2 * 1024,
  /** Commands of one participant: so many at once, then so many a second. */
  commandBurst: 60,
  commandsPerSecond: 10,
  /** Deletions of others' elements by one participant: more than so many within this time, and more than this share of the board. */
  massDeletionElements: 15,
  massDeletionMs: 30_000,
  massDeletionShare: 0.2,
  /** The same by all participants together, within the same time: whoever took part is held. One person may come under many names. */
  crowdDeletionElements: 45,
  crowdDeletionShare: 0.5,
  /** How long a facilitator's leave to delete holds. */
  deletionAllowedMs: 5 * 60 * 1000,
  unauthenticatedSocketsPerAddress: 50,
  authenticationMs: 5_000,
  heldGapBytes: 1024 * 1024,
  bufferedBytes: 4 * 1024 * 1024,
  exportPixels: 60_000_000,
  /** A picture file as it is sent, its pixels, and all pictures of one board as they are kept. */
  pictureBytes: 10 * 1024 * 1024,
  picturePixels: 40_000_000,
  boardPictureBytes: 500 * 1024 * 1024,
  /** Of them, the pictures of one participant; and the room that is kept for facilitators, whoever else has filled the rest. */
  participantPictureBytes: 100 * 1024 * 1024,
  facilitatorPictureBytes: 100 * 1024 * 1024,
  /** A picture that nothing has named on so many days, one after the other, is taken away. */
  unusedPictureDays: 30,
  /** Longest side of a picture as it is kept, in pixels. */
  pictureSide: 2_560,
  /** Pictures of one participant: so many at once, then so many a second. */
  pictureBurst: 40,
  picturesPerSecond: 1,
  exportsPerMinute: 6,
  coordinate: 1_000_000,
  sizeMin: 20,
  sizeMax: 4_000,
  areaSizeMax: 20_000,
  zChars: 64,
  /** Rows of one grid, pins of one map: members of one family of an element. */
  familyMembers: 200,
  ticketMs: 12 * 60 * 60 * 1000,
  /** Server-side silence after which a stock y-websocket client would close itself is 30 s; we speak long before. */
  keepAliveMs: 10_000,
} as const;
