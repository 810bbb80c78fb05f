/** Sends one picture file to a board, telling how far it is. One request, no second try: when to try again is `Uploads`' affair. */

export interface SentPicture {
  readonly hash: string;
  readonly width: number;
  readonly height: number;
}

export type SendOutcome =
  | { readonly type: 'sent'; readonly picture: SentPicture }
  /** No answer, or one that will be another later. */
  | {
      readonly type: 'later';
      readonly afterSeconds: number;
      /** The line was too thin for all that went over it: what is sent again is best sent alone. */
      readonly isSlow?: boolean;
    }
  /** For good, in the server's words. */
  | { readonly type: 'refused'; readonly code: string; readonly message: string | null };

export interface Sending {
  readonly board: string;
  readonly ticket: string;
  readonly locale: string;
  readonly file: Blob;
  onProgress(share: number): void;
}

export type SendPicture = (sending: Sending, signal: AbortSignal) => Promise<SendOutcome>;

const LATER_SECONDS = 5;
/** What passes: too many requests, a server that is busy, paused or away, a ticket that is renewed when the connection is. */
const PASSING = new Set([0, 401, 408, 425, 429, 500, 502, 503, 504]);

/** `fetch` tells nothing of what has been sent: an XMLHttpRequest does. */
export const sendPicture: SendPicture = ({ board, ticket, locale, file, onProgress }, signal) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/boards/${board}/pictures`);
    request.setRequestHeader('Authorization', `Bearer ${ticket}`);
    request.setRequestHeader('Accept-Language', locale);
    let sent = 0;
    request.upload.onprogress = ({ loaded, total }) => {
      sent = total > 0 ? loaded / total : 0;
      onProgress(sent);
    };
    const abort = (): void => request.abort();
    signal.addEventListener('abort', abort);
    request.onloadend = () => {
      signal.removeEventListener('abort', abort);
      resolve(read(request, sent));
    };
    request.send(file);
  });

/** `sent`: how much of it had gone. */
function read(request: XMLHttpRequest, sent: number): SendOutcome {
  const { status, responseText } = request;
  const seconds = Number(request.getResponseHeader('Retry-After'));
  const afterSeconds = seconds > 0 ? Math.min(seconds, 60) : LATER_SECONDS;
  // Cut in the middle: a browser that is still sending often sees the line go, and not why.
  const isSlow = status === 408 || (status === 0 && sent > 0 && sent < 1);
  const later: SendOutcome = { type: 'later', afterSeconds, ...(isSlow && { isSlow }) };
  if (PASSING.has(status)) return later;
  try {
    const { hash, width, height, error } = JSON.parse(responseText);
    if (status < 300 && typeof hash === 'string') return { type: 'sent', picture: { hash, width, height } };
    if (typeof error?.code === 'string') return { type: 'refused', code: error.code, message: String(error.message) };
  } catch {
    // Not our JSON: something between here and the server answered.
  }
  return later;
}
