/** The stroke on the screen: painted each time while it is long, for it covers little of its box; taken by its line, resized with its box. */
import { stroke as kind, type StrokeProps } from '../../../shared/elements/stroke/stroke.ts';
import type { ElementView } from '../ElementView.ts';
import { inkControl, WIDTHS } from '../lineControls.ts';

export const stroke: ElementView<StrokeProps> = {
  label: 'editor.kind.stroke',
  counted: 'editor.counted.stroke',
  icon: 'pen-line',
  raster: 'line',
  resize: 'free',
  isErasable: true,
  discardEmpty: 'never',
  isMultiline: false,
  grabs: (element, point, _reach, around) => kind.hitTest(element, point, around),
  controls: [
    inkControl('color', 'drawing.color'),
    WIDTHS,
    { type: 'toggle', prop: 'highlighter', label: 'drawing.highlighter', icon: 'highlighter' },
  ],
  field: () => null,
};
