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

/** How far beyond the view the picture reaches, in shares of its longer side; as far as it may be large. */
const AROUND = [0.15, 0.07, 0.02] as const;
/** Canvases larger than this, in device pixels, some browsers do not make. */
const MOST_PIXELS = 16 * 2 ** 20;

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
  /** Pixels of the screen to one of the picture: more than 1 only where the view alone is larger than a picture may be. */
  readonly coarse: number;
  /** Pixels of the picture from the board's origin to its left top. */
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
    const { image, coarse } = made;
    const x = made.left * coarse + Math.round(by.x * view.scale) + view.x;
    const y = made.top * coarse + Math.round(by.y * view.scale) + view.y;
    if (coarse === 1) ctx.drawImage(image, x, y);
    else ctx.drawImage(image, x, y, image.width * coarse, image.height * coarse);
    // A stand-in is not worth keeping: the next frame may know better.
    if (this.#made !== made) made.image.close();
  }

  #make(held: Held, view: DeviceView, needed: Box, items: readonly Indexed[], paint: PaintHeld): Made | null {
    const all = union(items.map(({ bounds }) => bounds));
    if (!all) return null;
    let shown: Box | null = null;
    for (const share of AROUND) {
      shown = overlap(all, expand(needed, Math.max(needed.w, needed.h) * share));
      if (!shown || pixelsOf(shown, view.scale) <= MOST_PIXELS) break;
    }
    if (!shown) return null;
    const coarse = Math.max(1, Math.sqrt(pixelsOf(shown, view.scale) / MOST_PIXELS));
    const scale = view.scale / coarse;
    const left = Math.floor(shown.x * scale);
    const top = Math.floor(shown.y * scale);
    const { width, height } = sizeOf(shown, scale);
    const canvas = new OffscreenCanvas(width, height);
    const ctx = canvas.getContext('2d') as unknown as CanvasRenderingContext2D | null;
    if (!ctx) return null;
    const visible = items.filter(({ bounds }) => overlap(bounds, shown) !== null);
    const isWhole = paint(ctx, { ...view, scale, x: -left, y: -top }, visible);
    const ids = new Set(items.map(({ id }) => id));
    const image = canvas.transferToImageBitmap();
    const made = { held, ids, all, shown, scale: view.scale, image, coarse, left, top };
    if (isWhole) this.#made = made;
    return made;
  }
}

/** Of a picture of a page box, wherever it stands. */
const sizeOf = ({ w, h }: Box, scale: number): { readonly width: number; readonly height: number } => ({
  width: Math.ceil(w * scale) + 2,
  height: Math.ceil(h * scale) + 2,
});

/** With a little to spare, for what is rounded up at a coarser scale. */
function pixelsOf(shown: Box, scale: number): number {
  const { width, height } = sizeOf(shown, scale);
  return (width + 3) * (height + 3);
}

/** Whether the picture has all of what is held that the view shows. */
function shows({ all, shown }: Made, needed: Box): boolean {
  const wanted = overlap(all, needed);
  return wanted === null || encloses(shown, wanted);
}
