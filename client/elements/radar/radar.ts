/** The radar on the screen: taken by its border or title, so that one can work inside. */
import { hitsAreaHandle } from '../../../shared/elements/areaTitle.ts';
import { labelsOf, withoutSectorNames } from '../../../shared/elements/radar/labels.ts';
import { FIRST_RADAR, propsOfPreset } from '../../../shared/elements/radar/preset.ts';
import type { RadarProps } from '../../../shared/elements/radar/props.ts';
import { contains } from '../../../shared/geometry/box.ts';
import { areaCaption, areaTitleField } from '../areaTitle.ts';
import type { ElementView, Legend } from '../ElementView.ts';

export const radar: ElementView<RadarProps> = {
  label: 'editor.kind.radar',
  counted: 'editor.counted.radar',
  icon: 'radar',
  raster: 'vector',
  resize: 'free',
  discardEmpty: 'never',
  isMultiline: false,
  panel: 'radar',
  commands: ['radar.open', 'placing.next'],
  grabs: (element, point, reach) => hitsAreaHandle(element, point, reach),
  begins: (locale) => propsOfPreset(FIRST_RADAR, locale),
  controls: [{ type: 'toggle', prop: 'roles', label: 'radar.roles', icon: 'users' }],
  caption: areaCaption,
  legends({ size, props }) {
    const words = labelsOf({ size, props })
      .filter(({ of }) => of === 'sector')
      .map(
        ({ text, fitted, box, align, weight }): Legend => ({
          ...{ text, weight, align, size: fitted.size, width: box.w, mayReachOut: true },
          at: {
            x: align === 'left' ? box.x : align === 'center' ? box.x + box.w / 2 : box.x + box.w,
            y: box.y + box.h / 2,
          },
        }),
      );
    return { words, plain: withoutSectorNames(props) };
  },
  isSetAt: (element, point) => labelsOf(element).some(({ box }) => contains(box, point)),
  aims: () => [],
  field: areaTitleField,
};
