/**
 * What was asked of the session and what people were told of it: every number means the same state for everyone, nobody is told what is
 * not on the disk, nobody misses or doubles a number, and a command that was accepted has done what it says, once.
 */

import type { Control } from '../../../shared/control/Control.ts';
import type { Command, CommandResult } from '../../../shared/control/commands.ts';
import { isEqual } from '../../../shared/lib/equal.ts';
import type { LogReader } from './LogReader.ts';

export interface Asked {
  readonly id: string;
  readonly by: string;
  readonly command: Command;
  readonly ifRev?: number;
}

export class SessionBook {
  accepted = 0;
  refused = 0;
  readonly #disk: LogReader;
  readonly #fail: (problem: string) => void;
  readonly #accepted: { readonly asked: Asked; readonly rev: number }[] = [];

  constructor(disk: LogReader, fail: (problem: string) => void) {
    this.#disk = disk;
    this.#fail = fail;
  }

  /** The server writes this state to somebody. */
  told(control: Control): void {
    const written = this.#disk.controls.get(control.rev);
    if (!written) this.#fail(`rev ${control.rev} was told and is not on the disk, which has ${this.#disk.rev}`);
    else if (!isEqual(written, control)) this.#fail(`rev ${control.rev} was told differently from how it was written`);
  }

  /** The server writes this answer to somebody. */
  answered(asked: Asked, result: CommandResult): void {
    const { ifRev, command, by } = asked;
    if (!result.ok) {
      this.refused++;
      if (result.code === 'rev_conflict' && result.control) {
        this.told(result.control);
        if (result.control.rev === ifRev) this.#fail(`${asked.id} was refused for the rev it named`);
      }
      if (result.code === 'malformed') this.#fail(`${asked.id} (${command.type}) was not understood`);
      return;
    }
    this.accepted++;
    this.#accepted.push({ asked, rev: result.rev });
    if (!this.#disk.controls.has(result.rev))
      this.#fail(`${asked.id} was accepted at rev ${result.rev}, not on the disk`);
    if (ifRev !== undefined && result.rev !== ifRev && result.rev !== ifRev + 1)
      this.#fail(`${asked.id} by ${by} wanted rev ${ifRev} and was carried out at ${result.rev}`);
    if (command.type === 'remove' && !this.#disk.people.get(command.participant)?.removed)
      this.#fail(`${asked.id}: ${command.participant} was said to be removed`);
  }

  /** Holds what was accepted against every state there was. */
  judge(): void {
    const states = [...this.#disk.controls].sort(([a], [b]) => a - b).map(([, control]) => control);
    for (const { asked, rev } of this.#accepted) {
      const { id, command } = asked;
      const at = this.#disk.controls.get(rev);
      if (!at) continue;
      if (command.type === 'renameBoard') {
        if (at.title !== command.title) this.#fail(`${id}: « ${command.title} » is not the title at rev ${rev}`);
        const times = states.filter(({ title }, i) => title === command.title && states[i - 1]?.title !== title).length;
        if (times !== 1) this.#fail(`${id}: the title was set ${times} times`);
      } else if (command.type === 'setStep') {
        if (!isEqual(at.step ?? null, command.step)) this.#fail(`${id}: another step at rev ${rev}`);
      } else if (command.type === 'setFields') {
        for (const [key, text] of Object.entries(command.fields))
          if ((at.fields[key as keyof Control['fields']] ?? '') !== text)
            this.#fail(`${id}: another ${key} at rev ${rev}`);
      }
    }
  }
}
