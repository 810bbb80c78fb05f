/**
 * Whether a value is a template that can be believed: every text in both languages, every element of a kind that reads it, in both languages.
 * The library is read through here when a server starts and in the tests; so will be templates that people made.
 */
import { SUBJECT_KEYS } from '../control/Control.ts';
import { readElement } from '../elements/parseElement.ts';
import { findKind } from '../elements/registry.ts';
import { isId } from '../lib/ids.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { LIMITS } from '../protocol/limits.ts';
import { isRecord, isText, localise } from './localise.ts';
import { BRICKS, type Template } from './Template.ts';

type Fields = Readonly<Record<string, unknown>>;
/** What is wrong, and where; `null`: nothing. */
type Problem = string | null;

/** How many elements a template has at most, and how deep they lie in one another. */
const MOST = { elements: 500, depth: 8, steps: 40 } as const;

const isSaid = (value: unknown): boolean => isText(value) && value.fr.trim() !== '' && value.en.trim() !== '';
const isMinutes = (value: unknown): boolean =>
  value === null || (typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 24 * 60);
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Reads a template, or says what is wrong with it. Never throws. */
export function parseTemplate(value: unknown): Result<Template> {
  if (!isRecord(value)) return fail('template');
  const problem = problemOfFacts(value) ?? problemOfSteps(value) ?? problemOfElements(value);
  return problem === null ? ok(value as unknown as Template) : fail(problem);
}

const REQUIRED = ['title', 'purpose', 'people'] as const;
const OPTIONAL = ['example', 'prepare', 'deliverable'] as const;
const KEYS: readonly string[] = [
  ...REQUIRED,
  ...OPTIONAL,
  ...['id', 'version', 'minutes', 'isMode', 'bricks', 'groups', 'elements', 'steps'],
];
const STEP_KEYS: readonly string[] = ['title', 'minutes', 'say', 'part', 'isApart'];
const GROUP_KEYS: readonly string[] = ['id', 'name'];
const ELEMENT_KEYS: readonly string[] = 'kind id at cell size text props lock field children'.split(' ');

/** A key nobody knows is a mistake, and its value would be lost without a word. */
function problemOfKeys(value: Fields, known: readonly string[]): Problem {
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  return unknown === undefined ? null : `key ${unknown.slice(0, 40)}`;
}

/** The same, said of where it is. */
const within = (where: string, problem: Problem): Problem => (problem === null ? null : `${where}: ${problem}`);

function problemOfFacts(template: Fields): Problem {
  const { id, version, minutes, isMode, bricks, groups = [] } = template;
  const stray = problemOfKeys(template, KEYS);
  if (stray !== null) return stray;
  if (!isId(id)) return 'id';
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return 'version';
  for (const key of REQUIRED) if (!isSaid(template[key])) return key;
  for (const key of OPTIONAL) if (template[key] !== undefined && !isSaid(template[key])) return key;
  if (!isMinutes(minutes)) return 'minutes';
  if (isMode !== undefined && isMode !== true) return 'isMode';
  if (!isList(bricks) || !bricks.every((brick) => (BRICKS as readonly unknown[]).includes(brick))) return 'bricks';
  if (!isList(groups)) return 'groups';
  const isGroup = (group: unknown): boolean => isRecord(group) && isId(group.id) && isSaid(group.name);
  if (!groups.every(isGroup)) return 'groups';
  return firstProblem(groups, (group, n) => within(`group ${n + 1}`, problemOfKeys(group as Fields, GROUP_KEYS)));
}

function problemOfSteps({ steps }: Fields): Problem {
  if (!isList(steps) || steps.length > MOST.steps) return 'steps';
  const isStep = (step: unknown): boolean =>
    isRecord(step) &&
    isSaid(step.title) &&
    isSaid(step.say) &&
    isMinutes(step.minutes) &&
    (step.part === undefined || isSaid(step.part)) &&
    (step.isApart === undefined || step.isApart === true);
  const wrong = steps.findIndex((step) => !isStep(step));
  if (wrong !== -1) return `step ${wrong + 1}`;
  return firstProblem(steps, (step, n) => within(`step ${n + 1}`, problemOfKeys(step as Fields, STEP_KEYS)));
}

function problemOfElements({ elements }: Fields): Problem {
  if (!isList(elements)) return 'elements';
  const seen = { count: 0, ids: new Set<string>() };
  return firstProblem(elements, (element) => problemOfElement(element, seen, 0));
}

const firstProblem = (values: readonly unknown[], problemOf: (value: unknown, n: number) => Problem): Problem => {
  for (const [n, value] of values.entries()) {
    const problem = problemOf(value, n);
    if (problem !== null) return problem;
  }
  return null;
};

function problemOfElement(value: unknown, seen: { count: number; ids: Set<string> }, depth: number): Problem {
  if (!isRecord(value) || ++seen.count > MOST.elements || depth > MOST.depth) return 'elements';
  const { kind, id, at, cell, size, text, props = {}, lock = false, field, children = [] } = value;
  const found = typeof kind === 'string' ? findKind(kind) : undefined;
  const where = `element ${seen.count} (${String(kind).slice(0, 40)})`;
  if (!found) return `${where}: kind`;
  const stray = problemOfKeys(value, ELEMENT_KEYS);
  if (stray !== null) return `${where}: ${stray}`;
  if (id !== undefined && (!isId(id) || seen.ids.has(id))) return `${where}: id`;
  if (typeof id === 'string') seen.ids.add(id);
  if (!isList(at) || at.length !== 2) return `${where}: at`;
  if (text !== undefined && !isText(text)) return `${where}: text`;
  if (typeof lock !== 'boolean') return `${where}: lock`;
  if (field !== undefined && !(SUBJECT_KEYS as readonly unknown[]).includes(field)) return `${where}: field`;
  if (!isRecord(props)) return `${where}: props`;
  for (const locale of ['fr', 'en'] as const) {
    const said = isText(text) ? text[locale] : '';
    if (said.length > LIMITS.textChars) return `${where}: text`;
    const place = cell === undefined ? [null, ...at] : [null, ...at, cell];
    const raw = { kind, place, size, z: 'a0', lock, ...(found.hasText && { text: said }) };
    const read = readElement('e', { ...raw, ...localise(props, locale) });
    if (!read.ok) return `${where}: ${read.reason} (${locale})`;
  }
  if (!isList(children)) return `${where}: children`;
  if (children.length > 0 && !found.isContainer) return `${where}: children`;
  return firstProblem(children, (child) => problemOfElement(child, seen, depth + 1));
}

/** What is wrong with a library, template by template; empty where all is well. A server that finds something does not start. */
export const problemsOf = (templates: readonly unknown[]): readonly string[] => {
  const names = templates.map((template, index) => (isRecord(template) ? String(template.id) : String(index)));
  return templates.flatMap((template, index) => {
    const read = parseTemplate(template);
    if (!read.ok) return [`${names[index]}: ${read.reason}`];
    return names.indexOf(read.value.id) === index ? [] : [`${names[index]}: twice`];
  });
};
