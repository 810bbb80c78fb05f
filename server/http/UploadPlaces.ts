/**
 * The places of files that are being received or worked on, so that nobody fills the memory, and nobody holds what others wait for: so
 * many on the whole server, from one address and of one person, and each as long as its bytes come at a pace that a room has which shares
 * one thin line. One that trickles, or falls silent, loses its place.
 */
/** A file on its way. */
export interface IncomingFile {
  /** Whose it is. */
  readonly who: string;
  /** Where it comes from. */
  readonly address: string;
  /** Bytes that have come on its line so far. */
  readonly received: () => number;
  /** Whether all of it has come: from then on, the time it takes is ours. */
  readonly isWhole: () => boolean;
  /** Told when it has lost its place; whoever holds it still has to leave. */
  readonly onLost: () => void;
}

const AT_ONCE = { all: 24, address: 16, person: 4 } as const;
const CHECK_MS = 1_000;
/** Nothing is asked of a line before it has had so long. */
const GRACE_MS = 10_000;
/** Half of what each has of a line of 1 Mbit/s on which all the places of one address send. */
const BYTES_PER_SECOND = 4 * 1024;
/** Longer than a line on which many send takes to send again what was lost. */
const SILENCE_MS = 10_000;

/** Nobody waits for any file longer: a photo of 2.5 MB comes in it at the least pace. */
const LONGEST_MS = 11 * 60_000;
/** For one that does not say how long it is. */
const UNSAID_MS = 2 * 60_000;

/** How long a file of so many bytes may take, at the least pace there is a place for. `undefined`: it is not said how many. */
export function longestUploadMs(bytes: number | undefined): number {
  if (bytes === undefined) return UNSAID_MS;
  return Math.min(LONGEST_MS, GRACE_MS + Math.ceil((bytes / BYTES_PER_SECOND) * 1_000));
}

interface Place {
  readonly file: IncomingFile;
  readonly at: number;
  readonly receivedBefore: number;
  received: number;
  heardAt: number;
}

export class UploadPlaces {
  readonly #places = new Set<Place>();
  readonly #now: () => number;
  #timer: NodeJS.Timeout | undefined;

  /** `now`: monotonic milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Takes a place; answers how to give it back, or `null` where there is none. */
  enter(file: IncomingFile): (() => void) | null {
    const held = [...this.#places];
    const ofAddress = held.filter((place) => place.file.address === file.address);
    const ofPerson = held.filter((place) => place.file.who === file.who);
    if (held.length >= AT_ONCE.all || ofAddress.length >= AT_ONCE.address || ofPerson.length >= AT_ONCE.person) {
      return null;
    }
    const now = this.#now();
    const received = file.received();
    const place: Place = { file, at: now, receivedBefore: received, received, heardAt: now };
    this.#places.add(place);
    this.#timer ??= setInterval(() => this.check(), CHECK_MS).unref();
    return () => this.#leave(place);
  }

  /** Looks at all that are on their way, as is done each second. */
  check(): void {
    for (const place of this.#places) {
      if (!place.file.isWhole() && this.#isTooSlow(place)) place.file.onLost();
    }
  }

  #isTooSlow(place: Place): boolean {
    const now = this.#now();
    const received = place.file.received();
    if (received !== place.received) {
      place.received = received;
      place.heardAt = now;
    }
    const elapsed = now - place.at;
    if (now - place.heardAt >= SILENCE_MS) return true;
    return elapsed >= GRACE_MS && received - place.receivedBefore < (elapsed / 1_000) * BYTES_PER_SECOND;
  }

  #leave(place: Place): void {
    this.#places.delete(place);
    if (this.#places.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
