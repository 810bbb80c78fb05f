/**
 * Why the server closes a socket. 4400–4499 are permanent: the stock y-websocket provider never retries them; 4500 and above are
 * temporary and retried. 1012 is the standard "service restart".
 */
export const CLOSE = {
  violation: 4400,
  ticketInvalid: 4401,
  removed: 4403,
  boardNotFound: 4404,
  otherEpoch: 4410,
  /** What the disk has of the board makes no sense: only the operator can help. A client keeps what it has. */
  damaged: 4420,
  resync: 4500,
  roleChanged: 4503,
  tooSlow: 4508,
  tooManyRequests: 4529,
  restart: 1012,
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/** Whether a client may come back by itself after this code. */
export const isPermanent = (code: number): boolean => code >= 4400 && code < 4500;
