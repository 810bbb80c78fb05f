/** Brings an element before the eyes: by the smallest move, and close enough that its text can be read. */
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import type { Editor } from '../../editor/Editor.ts';

/** Smaller than this on the screen a note says nothing. */
const READABLE_PX = 72;
/** How close one then looks. */
const CLOSE = 0.75;

export function showHit({ board, camera }: Pick<Editor, 'board' | 'camera'>, id: ElementId): void {
  const element = board.get(id);
  const bounds = board.bounds(id);
  if (!element || !bounds) return;
  const isFar = Math.max(bounds.w, bounds.h) * camera.current.zoom < READABLE_PX;
  // An area is found by its title, which is legible from afar.
  if (isFar && !kindOf(element).isContainer) camera.fit(bounds, CLOSE);
  else camera.reveal(bounds);
}
