/**
 * Who writes under which document client id: the first to use one has it, for ever. Counts them too, since every id is in every state
 * vector from then on.
 */
import { LIMITS } from '../../shared/protocol/limits.ts';

export class Claims {
  readonly #holders = new Map<number, string>();
  readonly #counts = new Map<string, number>();

  /** `stored`: as the disk has them. */
  constructor(stored: Iterable<readonly [clientId: number, participant: string]> = []) {
    for (const [clientId, participant] of stored) this.take([clientId], participant);
  }

  /** The participant whose id this is; `undefined`: nobody has used it. */
  holderOf(clientId: number): string | undefined {
    return this.#holders.get(clientId);
  }

  /** How many more ids a participant may use. */
  leftFor(participant: string): number {
    return LIMITS.clientIdsPerParticipant - (this.#counts.get(participant) ?? 0);
  }

  /** These ids are this participant's from now on, unless they are somebody's. */
  take(clientIds: Iterable<number>, participant: string): void {
    for (const clientId of clientIds) {
      if (this.#holders.has(clientId)) continue;
      this.#holders.set(clientId, participant);
      this.#counts.set(participant, (this.#counts.get(participant) ?? 0) + 1);
    }
  }
}
