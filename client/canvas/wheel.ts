/** What a turn of the wheel does to the view: it moves it, across with shift; with ctrl, and by a trackpad's pinch, it zooms. */
import type { ScreenPoint } from '../../shared/geometry/vec.ts';
import type { CameraControl } from '../editor/CameraControl.ts';

type Turn = Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

export function turnWheel(camera: CameraControl, event: Turn, at: ScreenPoint): void {
  const unit =
    event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? 400 : 1;
  const x = event.deltaX * unit;
  const y = event.deltaY * unit;
  if (event.ctrlKey || event.metaKey) {
    // A notch of a wheel counts 100 and more, a pinch on a trackpad a few: neither may leap.
    const by = Math.min(24, Math.max(-24, y));
    camera.zoomAt(at, camera.current.zoom * Math.exp(-by / 100));
  } else if (event.shiftKey && x === 0) camera.panBy({ x: -y, y: 0 });
  else camera.panBy({ x: -x, y: -y });
}
