/** The HTTP side of the contract, as the page uses it. Every answer is a `Result`; nothing here throws. */
import type { Role } from '../../shared/access/can.ts';
import type { Locale, SubjectFields } from '../../shared/control/Control.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';

export interface ApiProblem {
  /** The server's stable code, or `unreachable`. */
  readonly code: string;
  /** In the person's language, where the server answered. */
  readonly message: string | null;
}

export interface CreatedBoard {
  readonly id: string;
  readonly title: string;
  readonly links: Readonly<Record<'facilitate' | 'participate' | 'watch', string>>;
  readonly secrets: Readonly<Record<'facilitate' | 'participate' | 'watch', string>>;
}

export interface Joined {
  readonly participant: { readonly id: string; readonly key: string };
  readonly role: Role;
  readonly ticket: string;
  readonly epoch: string;
}

export interface JoinRequest {
  readonly secret: string;
  readonly name?: string;
  readonly presence?: 'room' | 'remote';
  readonly participant?: { readonly id: string; readonly key: string };
}

export interface BoardSummary {
  /** Of whoever asks. */
  readonly role: Role;
  readonly epoch: string;
  readonly title: string;
  readonly fields: SubjectFields;
  /** `id@version`. */
  readonly template: string;
  readonly locale: Locale;
  readonly timeZone: string;
}

export interface BoardLinks {
  /** `null`: the instance key was replaced since, so that the link can only be renewed. */
  readonly links: Readonly<Record<'participate' | 'watch', string | null>>;
  /** Who can open the links the server writes. */
  readonly reach: 'computer' | 'network' | 'public';
}

export interface Api {
  createBoard(board: {
    readonly title?: string;
    readonly template: string;
    readonly timeZone?: string;
    readonly fields: SubjectFields;
  }): Promise<Result<CreatedBoard, ApiProblem>>;
  join(board: string, request: JoinRequest): Promise<Result<Joined, ApiProblem>>;
  board(board: string, ticket: string): Promise<Result<BoardSummary, ApiProblem>>;
  links(board: string, ticket: string): Promise<Result<BoardLinks, ApiProblem>>;
  exportPng(
    board: string,
    ticket: string,
    picture: { readonly area?: string; readonly scale: number },
  ): Promise<Result<Blob, ApiProblem>>;
  /** The board, or one area, as a table or as JSON; column names in the asker's language. */
  exportTable(
    board: string,
    ticket: string,
    table: { readonly format: 'csv' | 'json'; readonly area?: string },
  ): Promise<Result<Blob, ApiProblem>>;
}

const UNREACHABLE: ApiProblem = { code: 'unreachable', message: null };

export function createApi(fetch: typeof globalThis.fetch, locale: () => Locale): Api {
  const call = async (
    path: string,
    init: RequestInit & { ticket?: string } = {},
  ): Promise<Result<Response, ApiProblem>> => {
    const { ticket, ...rest } = init;
    let response: Response;
    try {
      response = await fetch(path, {
        ...rest,
        headers: {
          'Accept-Language': locale(),
          ...(rest.body !== undefined && { 'Content-Type': 'application/json' }),
          ...(ticket !== undefined && { Authorization: `Bearer ${ticket}` }),
        },
      });
    } catch {
      // No answer at all: no network, no server, or a proxy in between.
      return fail(UNREACHABLE);
    }
    if (response.ok) return ok(response);
    return fail(await readProblem(response));
  };
  const json = async <T>(path: string, init?: RequestInit & { ticket?: string }): Promise<Result<T, ApiProblem>> => {
    const answer = await call(path, init);
    if (!answer.ok) return answer;
    try {
      return ok((await answer.value.json()) as T);
    } catch {
      // Cut short on the way.
      return fail(UNREACHABLE);
    }
  };
  const post = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });

  return {
    createBoard: (board) => json<CreatedBoard>('/api/boards', post({ ...board, locale: locale() })),
    join: (board, request) => json<Joined>(`/api/boards/${board}/join`, post(request)),
    board: (board, ticket) => json<BoardSummary>(`/api/boards/${board}`, { ticket }),
    links: (board, ticket) => json<BoardLinks>(`/api/boards/${board}/links`, { ticket }),
    exportPng: async (board, ticket, { area, scale }) => {
      const query = new URLSearchParams({ scale: String(scale), ...(area !== undefined && { area }) });
      const answer = await call(`/api/boards/${board}/export/png?${query}`, { ticket });
      return answer.ok ? ok(await answer.value.blob()) : answer;
    },
    exportTable: async (board, ticket, { format, area }) => {
      const query = new URLSearchParams({ locale: locale(), ...(area !== undefined && { area }) });
      const answer = await call(`/api/boards/${board}/export/${format}?${query}`, { ticket });
      return answer.ok ? ok(await answer.value.blob()) : answer;
    },
  };
}

/** A 5xx from a proxy while the server restarts is "try again", not an error of its own. */
async function readProblem(response: Response): Promise<ApiProblem> {
  try {
    const { error } = (await response.json()) as { error?: { code?: unknown; message?: unknown } };
    if (typeof error?.code === 'string') {
      return { code: error.code, message: typeof error.message === 'string' ? error.message : null };
    }
  } catch {
    // Not our JSON: an intermediary answered.
  }
  return response.status >= 500 ? UNREACHABLE : { code: `http_${response.status}`, message: null };
}
