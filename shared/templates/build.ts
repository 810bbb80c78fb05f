/** Short hands for writing template data: an area, a card to fill in, a label. Data only; what they return is checked like any other. */
import type { Props } from '../elements/ElementKind.ts';
import type { TemplateElement, Text } from './Template.ts';

type Rect = readonly [x: number, y: number, w: number, h: number];

/** A text in both languages. */
export const t = (fr: string, en: string): Text => ({ fr, en });

interface AreaOptions {
  readonly prompt?: Text;
  readonly color?: string;
  readonly children?: readonly TemplateElement[];
}

/** A titled area at `[x, y, w, h]`, relative to what it lies in. */
export const area = (
  [x, y, w, h]: Rect,
  title: Text,
  { prompt, color, children }: AreaOptions = {},
): TemplateElement => ({
  kind: 'frame',
  at: [x, y],
  size: [w, h],
  text: title,
  ...(color && { props: { color } }),
  ...(prompt && { texts: { prompt } }),
  ...(children && { children }),
});

/** A note to write in, wide enough for a sentence. */
export const card = ([x, y, w, h]: Rect, color: string, rest: Partial<TemplateElement> = {}): TemplateElement => ({
  kind: 'note',
  at: [x, y],
  size: [w, h],
  props: { color },
  ...rest,
});

/** A line of text on the wall. */
export const label = ([x, y, w, h]: Rect, text: Text, props: Props = {}): TemplateElement => ({
  kind: 'text',
  at: [x, y],
  size: [w, h],
  text,
  props,
});
