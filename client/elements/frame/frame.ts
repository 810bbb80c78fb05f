/** The frame on the screen: painted below its content, taken by its border or title so that one can work inside, its title typed above it. */
import { FRAME, type FrameProps, hitsFrameHandle } from '../../../shared/elements/frame/frame.ts';
import type { ElementView } from '../ElementView.ts';

export const frame: ElementView<FrameProps> = {
  label: 'editor.kind.frame',
  counted: 'editor.counted.frame',
  icon: 'frame',
  raster: 'vector',
  resize: 'free',
  discardEmpty: 'never',
  isMultiline: false,
  grabs: hitsFrameHandle,
  controls: [{ type: 'color', prop: 'color' }],
  caption({ text }) {
    const title = text.replace(/\s+/g, ' ').trim();
    return title === '' ? null : { text: title, size: FRAME.title, weight: FRAME.titleWeight };
  },
  field(element, theme) {
    const { title: size, titleWeight: weight, titleLineHeight: lineHeight, titleGap } = FRAME;
    const height = size * lineHeight;
    return {
      box: { x: 0, y: -titleGap - height, w: Math.max(240, element.size[0]), h: height },
      size,
      weight,
      lineHeight,
      align: 'left',
      color: theme.ink,
      top: 0,
    };
  },
};
