/** The frame on the screen: painted below its content, taken by its border or title so that one can work inside, its title typed above it. */
import { hitsAreaHandle } from '../../../shared/elements/areaTitle.ts';
import type { FrameProps } from '../../../shared/elements/frame/frame.ts';
import { areaCaption, areaTitleField } from '../areaTitle.ts';
import type { ElementView } from '../ElementView.ts';

export const frame: ElementView<FrameProps> = {
  label: 'editor.kind.frame',
  counted: 'editor.counted.frame',
  icon: 'frame',
  raster: 'vector',
  resize: 'free',
  discardEmpty: 'never',
  isMultiline: false,
  grabs: (element, point, reach) => hitsAreaHandle(element, point, reach),
  controls: [{ type: 'color', prop: 'color' }],
  caption: areaCaption,
  field: areaTitleField,
};
