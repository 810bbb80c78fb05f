/** Says what is seen on a picture: its text, written as one splice, so that what another person writes there meanwhile stays. */
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import { diffText } from '../../../shared/lib/splice.ts';
import type { Editor } from '../../editor/Editor.ts';

/** Longer than anyone listens to. */
export const DESCRIPTION_CHARS = 500;

export function describe(editor: Editor, id: ElementId, description: string): void {
  if (editor.mapPins.describe(id, description.trim().slice(0, DESCRIPTION_CHARS))) return;
  const element = editor.board.get(id);
  const splice = element && diffText(element.text, description.trim().slice(0, DESCRIPTION_CHARS));
  if (splice) editor.writes.tick(id, splice);
}
