/** Clicks that may still become double ones: one hand's last, or those of several hands at different places. Knows time and places only. */
import { distance, type ScreenPoint } from '../../shared/geometry/vec.ts';
import type { PointerInput, Tool } from '../tools/Tool.ts';

interface Click {
  readonly at: number;
  readonly screen: ScreenPoint;
  readonly tool: Tool;
}

const DOUBLE_CLICK_MS = 400;
/** How far a pointer may move and still be taken for still. */
export const STILL_PX = { mouse: 6, pen: 10, touch: 24 } as const;

export class Clicks {
  readonly #now: () => number;
  #clicks: readonly Click[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The click of which one here would be the second half. */
  first({ screen, device }: PointerInput): Click | undefined {
    const now = this.#now();
    this.#clicks = this.#clicks.filter(({ at }) => now - at < DOUBLE_CLICK_MS);
    return this.#clicks.find((click) => distance(click.screen, screen) < STILL_PX[device]);
  }

  forget(click: Click): void {
    this.#clicks = this.#clicks.filter((one) => one !== click);
  }

  /** Counts a press that has ended. Returns whether it was the second half of a double click. */
  count(tool: Tool, input: PointerInput, { isClick, areSeveral }: { isClick: boolean; areSeveral: boolean }): boolean {
    const first = this.first(input);
    this.#clicks = areSeveral ? this.#clicks.filter((click) => click !== first) : [];
    if (!isClick || first) return isClick;
    this.#clicks = [...this.#clicks, { at: this.#now(), screen: input.screen, tool }];
    return false;
  }
}
