/**
 * A template is data, never code: the areas and furniture of a board, with its texts by locale and, for a mode, its steps. `id@version`
 * is written into the boards made from it. `parseTemplate.ts` says what of this may be believed.
 */
import type { Locale, SubjectFields } from '../control/Control.ts';
import type { Props, Size } from '../elements/ElementKind.ts';

export type Text = Readonly<Record<Locale, string>>;

/** One element of a template; `children` lie in it, their places relative to its top left. */
export interface TemplateElement {
  readonly kind: string;
  /** A name within the template, for what leans on it: connectors say it where a board says an element's id. */
  readonly id?: string;
  readonly at: readonly [x: number, y: number];
  /** In a parent that lays out its content in cells: `rowId:columnId`. */
  readonly cell?: string;
  readonly size: Size;
  readonly text?: Text;
  /** A `Text` anywhere within is replaced by the words of the board's language: names of axes, of rows, a prompt. */
  readonly props?: Props;
  /** Furniture that participants neither move nor delete. */
  readonly lock?: boolean;
  /** This element's text is taken from a field of the subject, where it was given. */
  readonly field?: keyof SubjectFields;
  readonly children?: readonly TemplateElement[];
}

/** A step of a mode, to follow by hand: what it is called, how long it is planned for, what is said. */
export interface TemplateStep {
  readonly title: Text;
  /** `null`: not on the clock (on the ground, over several days). */
  readonly minutes: number | null;
  readonly say: Text;
  /** A part of the work begins with it, of this name: « Séance 1 », « Sur le terrain ». */
  readonly part?: Text;
  /** That part is another sitting, on another day: its hour does not follow from the one before. */
  readonly isApart?: true;
}

/** People who are told apart while the workshop lasts. */
export interface TemplateGroup {
  readonly id: string;
  readonly name: Text;
}

/** The nine kinds of method the library is sorted by. */
export const BRICKS = [
  'inspiration',
  'users',
  'ideation',
  'cocreation',
  'visualisation',
  'narration',
  'prototyping',
  'documentation',
  'implementation',
] as const;
export type Brick = (typeof BRICKS)[number];

export interface Template {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  /** One sentence: what it is for. */
  readonly purpose: Text;
  /** People and time, as the library shows them. */
  readonly people: Text;
  /** All that is planned; `null` where nothing is. */
  readonly minutes: number | null;
  /** One of the six operating modes. */
  readonly isMode?: true;
  readonly bricks: readonly Brick[];
  /** A question such a workshop may begin with. */
  readonly example?: Text;
  /** What is to be ready before people come. */
  readonly prepare?: Text;
  /** What one leaves with. */
  readonly deliverable?: Text;
  readonly groups?: readonly TemplateGroup[];
  readonly elements: readonly TemplateElement[];
  readonly steps: readonly TemplateStep[];
}

/** Steps that belong together: a sitting, or what happens between two. */
export interface Part {
  readonly title: Text | null;
  readonly steps: readonly TemplateStep[];
  /** `null` where nothing of it is on the clock. */
  readonly minutes: number | null;
}

/** The parts of a template, in order; one without a title where it has none. */
export function partsOf({ steps }: Pick<Template, 'steps'>): readonly Part[] {
  const parts: { title: Text | null; steps: TemplateStep[] }[] = [];
  for (const step of steps) {
    const last = parts.at(-1);
    if (last && !step.part) last.steps.push(step);
    else parts.push({ title: step.part ?? null, steps: [step] });
  }
  return parts.map((part) => ({ ...part, minutes: minutesOf(part.steps) }));
}

/** What steps are planned for together; `null` where none is on the clock. */
export function minutesOf(steps: readonly Pick<TemplateStep, 'minutes'>[]): number | null {
  const planned = steps.flatMap(({ minutes }) => minutes ?? []);
  return planned.length === 0 ? null : planned.reduce((sum, minutes) => sum + minutes, 0);
}
