/** Commands for tests, by both ways they come: over the socket of a `RawClient`, and over HTTP. */
import type { Command, CommandResult } from '../../shared/control/commands.ts';
import { encodeJson, MESSAGE } from '../../shared/protocol/frames.ts';
import { eventually } from './eventually.ts';
import type { RawClient } from './rawClient.ts';

let count = 0;
/** An id no other command of this process has. */
export const commandId = (): string => `cmd-${++count}`;

/** Sends a command without waiting. Returns its id. */
export function say(client: RawClient, command: Command, more: { id?: string; ifRev?: number } = {}): string {
  const id = more.id ?? commandId();
  client.send(encodeJson(MESSAGE.command, { ...command, ...more, id }));
  return id;
}

/** Waits for the answer to a command. */
export const answerTo = (client: RawClient, id: string): Promise<CommandResult> =>
  eventually(
    () => {
      const result = client.results.findLast((one) => one.id === id);
      if (!result) throw new Error(`no answer to ${id} (closed: ${client.closeCode})`);
      return result;
    },
    { everyMs: 1 },
  );

/** Sends a command and waits for its answer. */
export const command = (
  client: RawClient,
  wanted: Command,
  more: { id?: string; ifRev?: number } = {},
): Promise<CommandResult> => answerTo(client, say(client, wanted, more));

/** Posts anything as a command. */
export async function postCommand(
  url: string,
  board: string,
  ticket: string,
  body: unknown,
  locale = 'fr',
): Promise<{ readonly status: number; readonly body: Record<string, unknown>; readonly headers: Headers }> {
  const response = await fetch(`${url}/api/boards/${board}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${ticket}`, 'accept-language': locale },
    body: JSON.stringify(body),
  });
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown>,
    headers: response.headers,
  };
}
