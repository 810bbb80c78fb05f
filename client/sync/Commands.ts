/**
 * Commands of this person under way: sent, sent again after a loss of connection (the server does each once, by its id), and given up
 * after a while. What a command changes is seen by the events alone; the answer only says whether it was accepted.
 */
import type { Command, CommandEnvelope, CommandRefusal, CommandResult } from '../../shared/control/commands.ts';
import { createId } from '../../shared/lib/ids.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';

/** `unreachable`: no answer in time; whether it was done, the events will tell. */
export type CommandProblem = CommandRefusal | 'unreachable';

/** What was accepted: after `renewLink`, the new address. */
export interface Accepted {
  readonly rev: number;
  readonly link?: string;
}

/** What is sent: the envelope's members beside those of the command. */
export type CommandMessage = Omit<CommandEnvelope, 'command'> & Command;

export interface CommandPorts {
  /** Whether it left. */
  readonly send: (message: CommandMessage) => boolean;
  after(ms: number, run: () => void): () => void;
}

/** Longer than a usual reconnection; shorter than patience. */
const PATIENCE_MS = 12_000;

interface Pending {
  readonly message: CommandMessage;
  readonly settle: (result: Result<Accepted, CommandProblem>) => void;
}

export class Commands {
  readonly #ports: CommandPorts;
  readonly #pending = new Map<string, Pending>();

  constructor(ports: CommandPorts) {
    this.#ports = ports;
  }

  run(command: Command, ifRev?: number): Promise<Result<Accepted, CommandProblem>> {
    const id = createId();
    const message: CommandMessage = { ...command, id, ...(ifRev !== undefined && { ifRev }) };
    return new Promise((resolve) => {
      const cancel = this.#ports.after(PATIENCE_MS, () => this.#settle(id, fail('unreachable')));
      const settle: Pending['settle'] = (result) => {
        cancel();
        resolve(result);
      };
      this.#pending.set(id, { message, settle });
      this.#ports.send(message);
    });
  }

  /** The room has let us in again: what has no answer yet is asked once more. */
  connected(): void {
    for (const { message } of this.#pending.values()) this.#ports.send(message);
  }

  answered(result: CommandResult): void {
    if (result.ok) {
      const { rev, link } = result;
      this.#settle(result.id, ok({ rev, ...(link !== undefined && { link }) }));
    } else this.#settle(result.id, fail(result.code));
  }

  /** There will be no answer any more. */
  giveUp(): void {
    for (const id of [...this.#pending.keys()]) this.#settle(id, fail('unreachable'));
  }

  #settle(id: string, result: Result<Accepted, CommandProblem>): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    pending?.settle(result);
  }
}
