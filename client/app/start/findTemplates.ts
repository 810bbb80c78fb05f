/** Which templates of the library somebody looks for: by words, wherever they stand in it, by kind of method, by time. Pure. */
import type { Locale } from '../../../shared/control/Control.ts';
import type { Brick, Template } from '../../../shared/templates/Template.ts';
import { foldText, foldWords } from '../../../shared/text/foldText.ts';

export interface Wanted {
  readonly words: string;
  /** A kind of method, or the operating modes; `null`: whichever. */
  readonly brick: Brick | 'mode' | null;
  /** At most so many minutes; `null`: as long as it takes. */
  readonly minutes: number | null;
}

export const ANYTHING: Wanted = { words: '', brick: null, minutes: null };

/** The templates in the order of the library, without those that are not meant. */
export function findTemplates(
  templates: readonly Template[],
  { words, brick, minutes }: Wanted,
  locale: Locale,
): readonly Template[] {
  const looked = foldWords(words);
  return templates.filter((template) => {
    if (brick === 'mode' ? !template.isMode : brick !== null && !template.bricks.includes(brick)) return false;
    // What has no time of its own fits any.
    if (minutes !== null && template.minutes !== null && template.minutes > minutes) return false;
    if (looked.length === 0) return true;
    const said = foldText(saidBy(template, locale));
    return looked.every((word) => said.includes(word));
  });
}

/** All that the library says of a template. */
const saidBy = (template: Template, locale: Locale): string =>
  [
    template.title,
    template.purpose,
    template.people,
    template.deliverable,
    ...template.steps.flatMap(({ title, say }) => [title, say]),
  ]
    .map((text) => text?.[locale] ?? '')
    .join(' ');
