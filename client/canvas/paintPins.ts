/**
 * What ties pins to notes, over both: of the chosen pin a ring, and a line to its note; of selected notes the same, the other way round; a pin
 * that a hand holds where it is now. Works in device pixels; of a large selection it says nothing.
 */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { paintPin } from '../../shared/elements/map/map.ts';
import { PIN_HEAD, pinRadius } from '../../shared/elements/map/pins.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import { expand } from '../../shared/geometry/box.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import type { Theme } from '../../shared/theme/tokens.ts';
import type { EditorState } from '../editor/EditorState.ts';
import type { Gesture } from '../editor/Gestures.ts';
import type { DeviceView } from './ElementPainter.ts';

export interface PinsScene {
  readonly pin: EditorState['pin'];
  readonly selection: ReadonlySet<ElementId>;
  readonly gestures: readonly Gesture[];
  readonly theme: Theme;
}

/** With more selected than this, lines to all of them would be all one saw. */
const MOST = 40;

export function paintPins(
  ctx: CanvasRenderingContext2D,
  view: DeviceView,
  board: BoardDoc,
  { pin, selection, gestures, theme }: PinsScene,
): void {
  const held = gestures.find((one) => one.pin)?.pin;
  const shown = new Map<string, { readonly on: ElementId; readonly id: string }>();
  const show = (one: { readonly on: ElementId; readonly id: string }): void =>
    void shown.set(`${one.on} ${one.id}`, one);
  if (pin) show(pin);
  if (held) show(held);
  if (selection.size <= MOST && !gestures.some(({ drag }) => drag))
    for (const id of selection) for (const by of board.pinnedBy(id)) show({ on: by.on, id: by.pin.id });
  if (shown.size === 0) return;
  const unit = view.scale / view.zoom;
  const pixel = ({ x, y }: Vec): Vec => ({ x: x * view.scale + view.x, y: y * view.scale + view.y });
  ctx.save();
  for (const { on, id } of shown.values()) {
    const map = board.get(on);
    const frame = board.frame(on);
    const point =
      map &&
      kindOf(map)
        .pins?.(map)
        .find((one) => one.id === id);
    if (!map || !frame || !point) continue;
    const isHeld = held?.on === on && held.id === id;
    const tip = isHeld ? held.at : { x: frame.x + point.at.x, y: frame.y + point.at.y };
    const radius = pinRadius(map.size);
    const head = { x: tip.x, y: tip.y - PIN_HEAD * radius };
    const note = point.of === undefined ? null : board.frame(point.of);
    ctx.strokeStyle = theme.accent;
    ctx.lineWidth = 2 * unit;
    if (note && point.of !== undefined && !board.isHidden(point.of)) {
      const box = expand(note, 5 / view.zoom);
      const corner = pixel(box);
      ctx.beginPath();
      ctx.roundRect(corner.x, corner.y, box.w * view.scale, box.h * view.scale, 5 * unit);
      ctx.stroke();
      const to = pixel({
        x: Math.min(box.x + box.w, Math.max(box.x, head.x)),
        y: Math.min(box.y + box.h, Math.max(box.y, head.y)),
      });
      const from = pixel(head);
      ctx.beginPath();
      ctx.moveTo(from.x, from.y);
      ctx.lineTo(to.x, to.y);
      // Light below and dark above, whatever the picture is.
      ctx.strokeStyle = theme.panel;
      ctx.lineWidth = 5 * unit;
      ctx.stroke();
      ctx.strokeStyle = theme.accent;
      ctx.lineWidth = 2.5 * unit;
      ctx.setLineDash([8 * unit, 6 * unit]);
      ctx.stroke();
      ctx.setLineDash([]);
    }
    const at = pixel(head);
    ctx.beginPath();
    ctx.arc(at.x, at.y, (radius + 5) * view.scale, 0, 2 * Math.PI);
    ctx.lineWidth = 5 * unit;
    ctx.strokeStyle = theme.panel;
    ctx.stroke();
    ctx.lineWidth = 3 * unit;
    ctx.strokeStyle = theme.focus;
    ctx.stroke();
    // Over the line that begins in it.
    ctx.save();
    ctx.translate(view.x, view.y);
    ctx.scale(view.scale, view.scale);
    const isLinked = point.of !== undefined && board.get(point.of) !== undefined;
    paintPin(ctx, { at: [tip.x, tip.y], radius, number: point.number, isLinked }, theme);
    ctx.restore();
  }
  ctx.restore();
}
