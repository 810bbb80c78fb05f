/** The note on the screen: a bitmap, resized freely, typed in where its text stands. */
import { note as kind, layOutNote, NOTE, type NoteProps } from '../../../shared/elements/note/note.ts';
import type { ElementView } from '../ElementView.ts';

export const note: ElementView<NoteProps> = {
  label: 'editor.kind.note',
  counted: 'editor.counted.note',
  icon: 'sticky-note',
  raster: 'bitmap',
  resize: 'free',
  discardEmpty: 'fresh',
  isMultiline: true,
  grabs: (element, point) => kind.hitTest(element, point),
  field(element, theme) {
    const [w, h] = element.size;
    const { size, padding, y } = layOutNote(element);
    return {
      box: { x: padding, y: 0, w: w - 2 * padding, h },
      size,
      weight: NOTE.weight,
      lineHeight: NOTE.lineHeight,
      align: 'left',
      color: theme.noteInk,
      top: y,
    };
  },
};
