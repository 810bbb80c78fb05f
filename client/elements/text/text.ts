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
  controls: [
    {
      type: 'choice',
      prop: 'scale',
      label: 'text.scale',
      options: [
        { value: 's', label: 'text.scale.s', icon: 'a-arrow-down' },
        { value: 'm', label: 'text.scale.m', icon: 'type' },
        { value: 'l', label: 'text.scale.l', icon: 'a-arrow-up' },
        { value: 'xl', label: 'text.scale.xl', icon: 'heading' },
      ],
    },
    { type: 'toggle', prop: 'bold', label: 'text.bold', icon: 'bold' },
    {
      type: 'choice',
      prop: 'align',
      label: 'text.align',
      options: [
        { value: undefined, label: 'text.align.left', icon: 'text-align-start' },
        { value: 'center', label: 'text.align.center', icon: 'text-align-center' },
        { value: 'right', label: 'text.align.right', icon: 'text-align-end' },
      ],
    },
  ],
  grabs: (element, point, _reach, around) => kind.hitTest(element, point, around),
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
