/** The map on the screen: a picture in its proportions, taken anywhere; its pins are dragged by the arrow, and listed in a panel of their own. */
import { map as kind } from '../../../shared/elements/map/map.ts';
import type { MapProps } from '../../../shared/elements/map/pins.ts';
import { areaCaption, areaTitleField } from '../areaTitle.ts';
import type { ElementView } from '../ElementView.ts';

export const map: ElementView<MapProps> = {
  label: 'editor.kind.map',
  counted: 'editor.counted.map',
  icon: 'map-pinned',
  raster: 'vector',
  resize: 'aspect',
  discardEmpty: 'never',
  isMultiline: false,
  grabs: (element, point, _reach, around) => kind.hitTest(element, point, around),
  caption: areaCaption,
  commands: ['pin.add', 'pin.note', 'pin.remove', 'pin.list', 'map.picture'],
  field: areaTitleField,
};
