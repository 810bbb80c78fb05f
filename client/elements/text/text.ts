/** The label on the screen: as wide as people make it, as high as its lines, gone when left empty. */
import { text as kind, layOutLabel, TEXT, type TextProps } from '../../../shared/elements/text/text.ts';
import type { ElementView } from '../ElementView.ts';

export const text: ElementView<TextProps> = {
  label: 'editor.kind.text',
  counted: 'editor.counted.text',
  icon: 'type',
  raster: 'bitmap',
  resize: 'width',
  discardEmpty: 'always',
  isMultiline: true,
  grabs: (element, point) => kind.hitTest(element, point),
  field(element, theme) {
    const { size, weight, height } = layOutLabel(element);
    return {
      box: { x: TEXT.padding, y: 0, w: element.size[0] - 2 * TEXT.padding, h: Math.max(element.size[1], height) },
      size,
      weight,
      lineHeight: TEXT.lineHeight,
      align: element.props.align ?? 'left',
      color: theme.ink,
      top: TEXT.padding,
    };
  },
};
