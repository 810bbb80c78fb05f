/** Paints the layer of the others: pointers with names, what they have selected, and who is writing where. Works in device pixels. */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { setFont } from '../../shared/elements/strokes.ts';
import { type Box, expand, intersects, translate } from '../../shared/geometry/box.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import { truncate } from '../../shared/text/fitText.ts';
import { measureText } from '../../shared/text/measure.ts';
import { FIXED, PEOPLE_HUES, type Theme } from '../../shared/theme/tokens.ts';
import type { Peer } from '../editor/PresencePort.ts';
import type { CanvasSize } from './BoardPainter.ts';
import type { ShownCursor } from './Cursors.ts';
import { toPageBox } from './damage.ts';
import type { DeviceView } from './ElementPainter.ts';
import { paintTrails } from './paintTrails.ts';
import type { ShownTrail } from './Trails.ts';

export interface PeopleScene {
  readonly peers: ReadonlyMap<number, Peer>;
  readonly cursors: readonly ShownCursor[];
  readonly displaced: ReadonlyMap<ElementId, Vec>;
  /** Lines being drawn, and lasers. */
  readonly trails: readonly ShownTrail[];
  /** The colour of this person's own laser. */
  readonly ownHue: string;
  readonly now: number;
  readonly theme: Theme;
}

/** Sizes in CSS pixels. */
const NAME_SIZE = 13;
const NAME_WIDTH = 160;
const TAG_PADDING = 6;
const TAG_HEIGHT = 20;

export const hueOf = ({ entry }: Peer): string => PEOPLE_HUES[entry.hue % PEOPLE_HUES.length] ?? PEOPLE_HUES[0];

export class PeoplePainter {
  readonly #board: BoardDoc;

  constructor(board: BoardDoc) {
    this.#board = board;
  }

  static isEmpty({ peers, cursors, trails }: PeopleScene): boolean {
    if (cursors.length > 0 || trails.length > 0) return false;
    for (const { presence } of peers.values()) if (presence.selection?.length || presence.editing) return false;
    return true;
  }

  paint(ctx: CanvasRenderingContext2D, view: DeviceView, scene: PeopleScene, canvas: CanvasSize): void {
    const unit = view.scale / view.zoom;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, canvas.width, canvas.height);
    // From here on, one unit is a CSS pixel.
    ctx.setTransform(unit, 0, 0, unit, 0, 0);
    const seen = toPageBox({ x: 0, y: 0, w: canvas.width, h: canvas.height }, view);
    for (const peer of scene.peers.values()) this.#paintSelection(ctx, view, scene, peer, seen);
    this.#paintTrails(ctx, view, scene);
    for (const cursor of scene.cursors) {
      const peer = scene.peers.get(cursor.connection);
      if (peer && intersects(expand({ ...cursor.at, w: 0, h: 0 }, 200 / view.zoom), seen))
        this.#paintCursor(ctx, view, peer, cursor);
    }
  }

  #paintTrails(
    ctx: CanvasRenderingContext2D,
    view: DeviceView,
    { trails, peers, ownHue, now, theme }: PeopleScene,
  ): void {
    if (trails.length === 0) return;
    const unit = view.scale / view.zoom;
    paintTrails(ctx, trails, {
      toScreen: ({ x, y }) => ({ x: (x * view.scale + view.x) / unit, y: (y * view.scale + view.y) / unit }),
      hue(key) {
        const peer = peers.get(key);
        return peer ? hueOf(peer) : ownHue;
      },
      ...{ zoom: view.zoom, now, theme },
    });
  }

  #paintSelection(ctx: CanvasRenderingContext2D, view: DeviceView, scene: PeopleScene, peer: Peer, seen: Box): void {
    const { selection = [], editing } = peer.presence;
    const hue = hueOf(peer);
    for (const id of selection) {
      if (id === editing) continue;
      const box = this.#screenBox(view, scene, id, seen);
      if (box) this.#outline(ctx, expand(box, 3), hue, scene.theme);
    }
    if (editing === undefined) return;
    const box = this.#screenBox(view, scene, editing, seen);
    if (!box) return;
    ctx.fillStyle = hue;
    ctx.beginPath();
    ctx.roundRect(box.x - 5, box.y, 5, box.h, [3, 0, 0, 3]);
    ctx.fill();
    this.#tag(ctx, peer, { x: box.x - 5, y: box.y - TAG_HEIGHT - 4 });
  }

  #screenBox(view: DeviceView, scene: PeopleScene, id: ElementId, seen: Box): Box | null {
    const frame = this.#board.frame(id);
    if (!frame) return null;
    const page = translate(frame, this.#displacement(scene, id));
    if (!intersects(page, seen)) return null;
    const unit = view.scale / view.zoom;
    return {
      x: (page.x * view.scale + view.x) / unit,
      y: (page.y * view.scale + view.y) / unit,
      w: page.w * view.zoom,
      h: page.h * view.zoom,
    };
  }

  #displacement({ displaced }: PeopleScene, id: ElementId): Vec {
    for (const one of [id, ...this.#board.tree.ancestors(id)]) {
      const by = displaced.get(one);
      if (by) return by;
    }
    return { x: 0, y: 0 };
  }

  /** Their colour on a line of the panel's: seen on light and dark alike. */
  #outline(ctx: CanvasRenderingContext2D, box: Box, hue: string, theme: Theme): void {
    for (const [color, width] of [
      [theme.panel, 4],
      [hue, 2],
    ] as const) {
      ctx.strokeStyle = color;
      ctx.lineWidth = width;
      ctx.beginPath();
      ctx.roundRect(box.x, box.y, box.w, box.h, 5);
      ctx.stroke();
    }
  }

  #paintCursor(ctx: CanvasRenderingContext2D, view: DeviceView, peer: Peer, { at, opacity }: ShownCursor): void {
    const unit = view.scale / view.zoom;
    const x = (at.x * view.scale + view.x) / unit;
    const y = (at.y * view.scale + view.y) / unit;
    const hue = hueOf(peer);
    ctx.save();
    ctx.globalAlpha = opacity;
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x + 4.6, y + 17.2);
    ctx.lineTo(x + 8.4, y + 11);
    ctx.lineTo(x + 15.4, y + 9.2);
    ctx.closePath();
    ctx.lineJoin = 'round';
    ctx.strokeStyle = FIXED.onPerson;
    ctx.lineWidth = 3.5;
    ctx.stroke();
    ctx.fillStyle = hue;
    ctx.fill();
    this.#tag(ctx, peer, { x: x + 12, y: y + 16 });
    ctx.restore();
  }

  /** Their name, where they gave one and people are named. */
  #tag(ctx: CanvasRenderingContext2D, peer: Peer, at: Vec): void {
    const { name } = peer.entry;
    if (name === '' || this.#board.silence.isOn) return;
    const shown = truncate(name, NAME_WIDTH, NAME_SIZE, 600);
    const width = measureText(shown, NAME_SIZE, 600) + 2 * TAG_PADDING;
    ctx.beginPath();
    ctx.roundRect(at.x, at.y, width, TAG_HEIGHT, 4);
    ctx.strokeStyle = FIXED.onPerson;
    ctx.lineWidth = 1.5;
    ctx.stroke();
    ctx.fillStyle = hueOf(peer);
    ctx.fill();
    setFont(ctx as unknown as Parameters<typeof setFont>[0], NAME_SIZE, 600);
    ctx.textAlign = 'left';
    ctx.fillStyle = FIXED.onPerson;
    ctx.fillText(shown, at.x + TAG_PADDING, at.y + 14.5);
  }
}
