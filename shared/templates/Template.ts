/**
 * A template is data, never code: the areas and furniture of a board, with its texts by locale and, for a mode, its steps. `id@version`
 * is written into the boards made from it.
 */
import type { Locale } from '../control/Control.ts';
import type { Props, Size } from '../elements/ElementKind.ts';

export type Text = Readonly<Record<Locale, string>>;

/** One element of a template; `children` lie in it, their places relative to its top left. */
export interface TemplateElement {
  readonly kind: string;
  readonly at: readonly [x: number, y: number];
  readonly size: Size;
  readonly text?: Text;
  readonly props?: Props;
  /** Props whose value depends on the language, e.g. a frame's prompt. */
  readonly texts?: Readonly<Record<string, Text>>;
  readonly lock?: boolean;
  /** This element's text is taken from a field of the subject, where it was given. */
  readonly field?: 'question';
  readonly children?: readonly TemplateElement[];
}

/** A step of a mode, to follow by hand: what it is called, how long it is planned for, what is said. */
export interface TemplateStep {
  readonly title: Text;
  readonly minutes: number;
  readonly say: Text;
}

export interface Template {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  /** One sentence: what it is for. */
  readonly purpose: Text;
  /** People and time, as the library shows them. */
  readonly people: Text;
  readonly minutes: number | null;
  readonly elements: readonly TemplateElement[];
  readonly steps: readonly TemplateStep[];
}
