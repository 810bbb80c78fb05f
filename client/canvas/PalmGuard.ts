/**
 * Tells the finger that is meant from the hand that only rests: while somebody writes with a pen, their palm lies on the screen. Knows contacts
 * by their size and by what the pen does; decides nothing about what they touch.
 */

/** What a touch is worth: a finger works, a guarded one may only move the view, a palm is not there. */
export type Contact = 'finger' | 'guarded' | 'palm';

/** A contact as wide as this is no fingertip, in CSS pixels. */
const PALM_PX = 60;
/** For so long after the pen was last near, a touch is taken for the hand that holds it. */
const PEN_IN_HAND_MS = 2_500;

export class PalmGuard {
  /** The pen that is down. */
  #down: number | null = null;
  #penAt = Number.NEGATIVE_INFINITY;

  /** A pen touches or hovers. */
  penIsNear(now: number): void {
    this.#penAt = now;
  }

  /** Whatever pen was down before has been lifted without a word: it may not keep the fingers away for good. */
  penIsDown(pointer: number, now: number): void {
    this.#down = pointer;
    this.#penAt = now;
  }

  penIsUp(pointer: number, now: number): void {
    if (this.#down !== pointer) return;
    this.#down = null;
    this.#penAt = now;
  }

  /** Everything is given up: whether a pen is still there, its next move will tell. */
  forget(): void {
    this.#down = null;
  }

  judge({ width, height }: { readonly width: number; readonly height: number }, now: number): Contact {
    if (this.#down !== null || Math.max(width, height) >= PALM_PX) return 'palm';
    return now - this.#penAt < PEN_IN_HAND_MS ? 'guarded' : 'finger';
  }
}
