/** The note on the screen: a bitmap, resized freely, typed in where its text stands. */
import { layOutNote, NOTE, type NoteProps, noteTargetAt } from '../../../shared/elements/note/layOutNote.ts';
import { note as kind } from '../../../shared/elements/note/note.ts';
import { findChecks, toggleCheck } from '../../../shared/text/links.ts';
import type { ElementView } from '../ElementView.ts';

export const note: ElementView<NoteProps> = {
  label: 'editor.kind.note',
  counted: 'editor.counted.note',
  icon: 'sticky-note',
  raster: 'bitmap',
  resize: 'free',
  discardEmpty: 'fresh',
  isMultiline: true,
  grabs: (element, point, _reach, around) => kind.hitTest(element, point, around),
  activate(element, point) {
    const target = noteTargetAt(element, point);
    if (target?.type !== 'check') return target;
    const check = findChecks(element.text).find(({ line }) => line === target.line);
    return check ? { type: 'splice', splice: toggleCheck(check) } : null;
  },
  hasFormats: true,
  isCropped: (element) => layOutNote(element).overflow,
  controls: [{ type: 'color', prop: 'color' }],
  field(element, theme) {
    const [w, h] = element.size;
    const { size, padding, y, foot } = layOutNote(element);
    return {
      box: { x: padding, y: 0, w: w - 2 * padding, h: foot.strip ? foot.textEnd : h },
      size,
      weight: NOTE.weight,
      lineHeight: NOTE.lineHeight,
      align: 'left',
      color: theme.noteInk,
      top: y,
    };
  },
};
