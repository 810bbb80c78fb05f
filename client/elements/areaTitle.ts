/** The title above an area, on the screen: how it is typed, and what is written in its place from afar. The same for every kind of area. */
import { AREA_TITLE, titleOf } from '../../shared/elements/areaTitle.ts';
import type { Element } from '../../shared/elements/ElementKind.ts';
import type { Theme } from '../../shared/theme/tokens.ts';
import type { ElementView, FieldStyle } from './ElementView.ts';

/** The field over the title. */
export function areaTitleField(element: Element, theme: Theme): FieldStyle {
  const { title: size, titleWeight: weight, titleLineHeight: lineHeight, titleGap } = AREA_TITLE;
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
}

/** The title as the canvas writes it from afar. */
export function areaCaption(element: Element): ReturnType<NonNullable<ElementView['caption']>> {
  const text = titleOf(element);
  return text === '' ? null : { text, size: AREA_TITLE.title, weight: AREA_TITLE.titleWeight };
}
