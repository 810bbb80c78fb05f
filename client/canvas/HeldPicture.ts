/**
 * Many elements held at once, as one picture that follows the hand: they are painted together when the drag begins, and a frame of it is
 * one copy, however many they are. Covers what can be seen of them and a little around; made anew when more comes into sight, when the
 * zoom changes, or when one of them does.
 */
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { type Box, encloses, expand, overlap, translate, union } from '../../shared/geometry/box.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import type { Indexed } from '../editor/BoardIndex.ts';
import type { DeviceView } from './ElementPainter.ts';

/** How far beyond the view the picture reaches, in shares of its longer side. */
const AROUND = 0.15;

/** What is held: the same list as long as the same hand holds it, or one element with all that lies in it. */
export type Held = readonly ElementId[] | ElementId;

interface Made {
  readonly held: Held;
  readonly ids: ReadonlySet<ElementId>;
  /** All that is held, and what of it the picture shows, where it stands on the board. */
  readonly all: Box;
  readonly shown: Box;
  readonly scale: number;
  readonly image: ImageBitmap;
  /** Device pixels from the board's origin to the picture's left top. */
  readonly left: number;
  readonly top: number;
}

/** Paints elements; `false`: some only by a stand-in. */
export type PaintHeld = (ctx: CanvasRenderingContext2D, view: DeviceView, items: readonly Indexed[]) => boolean;

export class HeldPicture {
  #made: Made | null = null;

  /** Some elements have changed. */
  forget(ids: Iterable<ElementId>): void {
    const made = this.#made;
    if (!made) return;
    for (const id of ids) {
      if (!made.ids.has(id)) continue;
      this.drop();
      return;
    }
  }

  /** Nothing is held any more. */
  drop(): void {
    this.#made?.image.close();
    this.#made = null;
  }

  /**
   * Copies the picture of what is held, displaced by `by`; `seen` is the page box of the view. `find` tells what is held, in painting order,
   * with what lies in it: asked only when a picture must be made.
   */
  paint(
    ctx: CanvasRenderingContext2D,
    view: DeviceView,
    { held, by, seen }: { held: Held; by: Vec; seen: Box },
    find: () => readonly Indexed[],
    paint: PaintHeld,
  ): void {
    // What of the board, as if nothing were displaced, the view shows of what is held.
    const needed = translate(seen, { x: -by.x, y: -by.y });
    let made = this.#made;
    if (!made || made.held !== held || made.scale !== view.scale || !shows(made, needed)) {
      this.drop();
      made = this.#make(held, view, needed, find(), paint);
    }
    if (!made) return;
    const x = made.left + Math.round(by.x * view.scale) + view.x;
    const y = made.top + Math.round(by.y * view.scale) + view.y;
    ctx.drawImage(made.image, x, y);
    // A stand-in is not worth keeping: the next frame may know better.
    if (this.#made !== made) made.image.close();
  }

  #make(held: Held, view: DeviceView, needed: Box, items: readonly Indexed[], paint: PaintHeld): Made | null {
    const all = union(items.map(({ bounds }) => bounds));
    const shown = all && overlap(all, expand(needed, Math.max(needed.w, needed.h) * AROUND));
    if (!all || !shown) return null;
    const left = Math.floor(shown.x * view.scale);
    const top = Math.floor(shown.y * view.scale);
    const width = Math.ceil((shown.x + shown.w) * view.scale) - left + 1;
    const height = Math.ceil((shown.y + shown.h) * view.scale) - top + 1;
    const canvas = new OffscreenCanvas(width, height);
    const ctx = canvas.getContext('2d') as unknown as CanvasRenderingContext2D | null;
    if (!ctx) return null;
    const visible = items.filter(({ bounds }) => overlap(bounds, shown) !== null);
    const isWhole = paint(ctx, { ...view, x: -left, y: -top }, visible);
    const ids = new Set(items.map(({ id }) => id));
    const image = canvas.transferToImageBitmap();
    const made = { held, ids, all, shown, scale: view.scale, image, left, top };
    if (isWhole) this.#made = made;
    return made;
  }
}

/** Whether the picture has all of what is held that the view shows. */
function shows({ all, shown }: Made, needed: Box): boolean {
  const wanted = overlap(all, needed);
  return wanted === null || encloses(shown, wanted);
}
