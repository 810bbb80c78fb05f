/** The matrix on the screen: taken by its border or title, so that one can work inside; lines from what is dragged to both axes. */
import { hitsAreaHandle } from '../../../shared/elements/areaTitle.ts';
import { labelsOf, withoutLabels } from '../../../shared/elements/matrix/labels.ts';
import { FIRST_MATRIX, propsOfPreset } from '../../../shared/elements/matrix/preset.ts';
import type { MatrixProps } from '../../../shared/elements/matrix/props.ts';
import { partsOf, sharesAt } from '../../../shared/elements/matrix/score.ts';
import { contains } from '../../../shared/geometry/box.ts';
import { areaCaption, areaTitleField } from '../areaTitle.ts';
import type { ElementView, Legend } from '../ElementView.ts';

export const matrix: ElementView<MatrixProps> = {
  label: 'editor.kind.matrix',
  counted: 'editor.counted.matrix',
  icon: 'chart-scatter',
  raster: 'vector',
  resize: 'free',
  discardEmpty: 'never',
  isMultiline: false,
  panel: 'matrix',
  commands: ['matrix.open', 'placing.next'],
  grabs: (element, point, reach) => hitsAreaHandle(element, point, reach),
  begins: (locale) => propsOfPreset(FIRST_MATRIX, locale),
  controls: [
    {
      type: 'choice',
      prop: 'tint',
      label: 'matrix.tint',
      options: [
        { value: undefined, label: 'matrix.tint.quadrants', icon: 'palette' },
        { value: 'none', label: 'matrix.tint.none', icon: 'ban' },
      ],
    },
  ],
  caption: areaCaption,
  legends({ size, props }) {
    const { plot } = partsOf(size);
    // The names of the axes alone: from afar the notes need the room of the parts. People's own words, the same in both languages.
    const words = labelsOf({ size, props }, 'fr')
      .filter(({ tone }) => tone === 'ink')
      .map(
        ({ text, fitted, box, align, weight, isUpright }): Legend => ({
          ...{ text, weight, align, isUpright, size: fitted.size, width: isUpright ? plot.h : plot.w },
          at: { x: box.x + box.w / 2, y: box.y + box.h / 2 },
        }),
      );
    return { words, plain: withoutLabels(props) };
  },
  isSetAt: (element, point, locale) => labelsOf(element, locale).some(({ box }) => contains(box, point)),
  reads({ text, props }) {
    if (text.trim() !== '' || (props.x.name === '' && props.y.name === '')) return null;
    return { id: 'matrix.reads', values: { x: props.x.name, y: props.y.name } };
  },
  aims({ size }, at) {
    const { plot } = partsOf(size);
    if (!sharesAt(plot, at)) return [];
    return [
      [at, { x: plot.x, y: at.y }],
      [at, { x: at.x, y: plot.y + plot.h }],
    ];
  },
  field: areaTitleField,
};
