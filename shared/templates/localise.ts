/** From texts in both languages to the words of one, wherever they stand in a template's props. */
import type { Locale } from '../control/Control.ts';
import type { Props } from '../elements/ElementKind.ts';
import type { Text } from './Template.ts';

/** Whether a value is a text in both languages. */
export const isText = (value: unknown): value is Text =>
  isRecord(value) && Object.keys(value).length === 2 && typeof value.fr === 'string' && typeof value.en === 'string';

/** Whether a value is a plain object. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The props with each text in the words of that language. */
export const localise = (props: Props, locale: Locale): Props => localised(props, locale) as Props;

function localised(value: unknown, locale: Locale): unknown {
  if (isText(value)) return value[locale];
  if (Array.isArray(value)) return value.map((one) => localised(one, locale));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, localised(one, locale)]));
}
