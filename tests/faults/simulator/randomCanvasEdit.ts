/**
 * One thing a person does to a board beyond notes and areas, chosen by chance: a stroke, a shape, a picture, a line between two elements; a
 * tag, a reaction, a comment, a word on a thread; a group; an area deleted with what leans on it; something deleted brought back. Now and
 * then what nobody honest does: a word under another's id, another's word taken away.
 */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { NewElement } from '../../../shared/board/layout.ts';
import { deleteElements, duplicateElements } from '../../../shared/board/operations.ts';
import type { Element, Props } from '../../../shared/elements/ElementKind.ts';
import {
  commentKey,
  commentRef,
  REACTIONS,
  reactionKey,
  resolvedKey,
  tagKey,
} from '../../../shared/elements/marks/markKeys.ts';
import { findKind } from '../../../shared/elements/registry.ts';
import { NOTE_COLORS } from '../../../shared/theme/tokens.ts';
import type { Random } from '../../helpers/random.ts';
import type { Editing } from './randomEdit.ts';

export interface CanvasEditing extends Editing {
  /** Participant id of whoever edits, and of everybody. */
  readonly me: string;
  readonly people: readonly string[];
}

const TAGS = ['à trier', 'urgent', 'Été', '__proto__', 'constructor', '👍🏽'];
const COLORS: readonly string[] = NOTE_COLORS;

type Act = (editing: CanvasEditing, element: Element, ids: readonly string[]) => void;

/** How often each is done. */
const ACTS: readonly (readonly [weight: number, act: Act])[] = [
  [24, create],
  [14, react],
  [8, takeReactionBack],
  [16, comment],
  [5, rewordComment],
  [4, takeCommentBack],
  [4, resolve],
  [8, tag],
  [4, untag],
  [5, group],
  [4, reattach],
  [3, look],
  [3, fold],
  [4, removeWhole],
  [3, bringBack],
  [2, duplicate],
  [2, clearAway],
  [3, speakAsAnother],
];
const WEIGHTS = ACTS.reduce((sum, [weight]) => sum + weight, 0);

/** One edit. */
export function randomCanvasEdit(editing: CanvasEditing): void {
  const { board, random } = editing;
  const ids = [...board.ids()];
  const element = board.get(random.pick(ids) ?? '');
  if (!element) {
    create(editing);
    return;
  }
  let roll = random.below(WEIGHTS);
  for (const [weight, act] of ACTS) {
    roll -= weight;
    if (roll >= 0) continue;
    act(editing, element, ids);
    return;
  }
}

function create(editing: CanvasEditing): void {
  const { name, board, random, ledger, next, make } = editing;
  const id = `${name}-${next()}`;
  const kind = random.pick(['shape', 'stroke', 'connector', 'image', 'text', 'cluster']);
  const others = [...board.ids()];
  const init: NewElement = {
    ...{ id, kind, place: [null, 0, 0], z: `a${random.below(10)}` },
    props: { ...findKind(kind)?.defaultProps, ...propsOf(kind, random, others) },
    ...(findKind(kind)?.hasText && { text: 'Repère ' }),
  };
  make(ledger.write({ type: 'create', id }), (one) => one.edit('create', (write) => write.create(init)));
}

function propsOf(kind: string, random: Random, others: readonly string[]): Props {
  switch (kind) {
    case 'stroke': {
      // Most are short, as a hand draws them; now and then one as long as there may be.
      const count = random.below(60) === 0 ? 4_000 : 2 + random.below(30);
      const points = Array.from({ length: count }, () => [random.below(301), random.below(201), random.below(101)]);
      return { extent: [300, 200], points: points.flat(), highlighter: random.below(4) === 0 };
    }
    case 'connector':
      return {
        from: endAt(random, others),
        to: endAt(random, others),
        routing: random.pick(['straight', 'elbow']),
        ...(random.below(2) === 0 && { branch: true }),
      };
    case 'image':
      return { hash: random.below(2) === 0 ? '' : 'A'.repeat(42) + random.pick(['A', 'B']) };
    case 'shape':
      return { form: random.pick(['rectangle', 'ellipse', 'diamond']), angle: random.below(180) };
    default:
      return {};
  }
}

/** At an element, whatever it is, at one there never was, or at none. */
function endAt(random: Random, ids: readonly string[]): Props {
  const point = { x: random.below(400), y: random.below(400) };
  const id = random.below(12) === 0 ? 'nowhere' : random.pick(ids);
  return random.below(5) === 0 || id === undefined ? point : { id, ...point };
}

const isEnd = (value: unknown): boolean => typeof value === 'object' && value !== null;

function reattach({ board, random, ledger, make }: CanvasEditing, _element: Element, ids: readonly string[]): void {
  const lines = [...board.elements()].filter(({ props }) => isEnd(props.from));
  const line = random.pick(lines);
  if (!line) return;
  const props = { [random.pick(['from', 'to'])]: endAt(random, ids) };
  make(ledger.write({ type: 'other', id: line.id }), (one) =>
    one.edit('line', (write) => write.set(line.id, { props })),
  );
}

/** The look of an element: a key that is set again and again. */
function look({ random, ledger, make }: CanvasEditing, { id, kind }: Element): void {
  const keys: readonly string[] = findKind(kind)?.propKeys ?? [];
  if (!keys.includes('color')) return;
  const props = { color: random.pick(COLORS) };
  make(ledger.write({ type: 'other', id }), (one) => one.edit('style', (write) => write.set(id, { props })));
}

/** What hangs on a note of a mind map is folded away, or shown again. */
function fold({ random, ledger, make }: CanvasEditing, { id, kind }: Element): void {
  const keys: readonly string[] = findKind(kind)?.propKeys ?? [];
  if (!keys.includes('node')) return;
  const props = { node: random.pick(['folded', 'folded', 'open', undefined]) };
  make(ledger.write({ type: 'other', id }), (one) => one.edit('fold', (write) => write.set(id, { props })));
}

const mark =
  (id: string, key: string, value: unknown) =>
  (board: BoardDoc): void =>
    board.edit('mark', (write) => write.set(id, { marks: { [key]: value } }));

function react({ me, random, ledger, make }: CanvasEditing, { id }: Element): void {
  const key = reactionKey(me, random.pick(REACTIONS));
  make(ledger.write({ type: 'mark', id, key, by: me }), mark(id, key, true));
}

/** The keys of this person's own reactions or comments on an element. */
const ownKeys = ({ marks }: Element, prefix: string, me: string): string[] =>
  Object.keys(marks.keys).filter((key) => key.startsWith(`${prefix}.${me}.`));

function takeBack({ me, random, ledger, make }: CanvasEditing, element: Element, prefix: string): void {
  const key = random.pick(ownKeys(element, prefix, me));
  if (key === undefined) return;
  make(ledger.write({ type: 'unmark', id: element.id, key, by: me }), mark(element.id, key, undefined));
}

function takeReactionBack(editing: CanvasEditing, element: Element): void {
  takeBack(editing, element, 'reaction');
}

function takeCommentBack(editing: CanvasEditing, element: Element): void {
  takeBack(editing, element, 'comment');
}

function comment({ me, name, random, ledger, next, make }: CanvasEditing, { id, marks }: Element): void {
  const n = next();
  const key = commentKey(commentRef(me, `c${n}`));
  const said = `«${name}.${n}»`;
  const re = random.below(3) === 0 ? random.pick(marks.comments)?.ref : undefined;
  const value = { text: `À voir ${said}`, at: 1_000 + n, ...(re !== undefined && { re }) };
  make(ledger.write({ type: 'mark', id, key, by: me, said }), mark(id, key, value));
}

function rewordComment({ me, name, random, ledger, next, make }: CanvasEditing, element: Element): void {
  const key = random.pick(ownKeys(element, 'comment', me));
  const old = element.marks.keys[key ?? ''] as { readonly text: string } | undefined;
  if (key === undefined || old === undefined) return;
  const n = next();
  const said = `«${name}.${n}»`;
  const value = { ...old, text: `${old.text} ${said}`, edited: 1_000 + n };
  make(ledger.write({ type: 'mark', id: element.id, key, by: me, said }), mark(element.id, key, value));
}

/** On one's own threads: that is always allowed to whoever may speak. */
function resolve({ me, random, ledger, next, make }: CanvasEditing, { id, marks }: Element): void {
  const own = random.pick(marks.comments.filter(({ by }) => by === me));
  if (!own) return;
  const key = resolvedKey(me, own.ref);
  const value = { at: 1_000 + next(), is: random.below(3) > 0 };
  make(ledger.write({ type: 'mark', id, key, by: me }), mark(id, key, value));
}

function tag({ me, random, ledger, make }: CanvasEditing, { id }: Element): void {
  const key = tagKey(random.pick(TAGS));
  make(ledger.write({ type: 'mark', id, key, by: me }), mark(id, key, random.pick(COLORS)));
}

function untag({ me, random, ledger, make }: CanvasEditing, { id, marks }: Element): void {
  const own = random.pick(marks.tags);
  if (!own) return;
  const key = tagKey(own.name);
  make(ledger.write({ type: 'unmark', id, key, by: me }), mark(id, key, undefined));
}

/** A few elements become one group, or leave theirs; also one that somebody else's are in. */
function group({ name, random, ledger, next, make }: CanvasEditing, element: Element, ids: readonly string[]): void {
  const members = [element.id, random.pick(ids), random.pick(ids)];
  const roll = random.below(4);
  const id = roll === 0 ? null : roll === 1 && element.group !== undefined ? element.group : `${name}-g${next()}`;
  make(ledger.write({ type: 'other', id: element.id }), (one) =>
    one.edit('group', (write) => {
      for (const member of members) write.set(member, { group: id });
    }),
  );
}

/** As the page deletes: what lies in an area moves out, lines that end at it stay where they are shown. */
function removeWhole({ board, ledger, make }: CanvasEditing, { id, lock }: Element): void {
  if (lock) return;
  const inner = [...board.tree.children(id)];
  make(ledger.write({ type: 'delete', id }), (one) => deleteElements(one, 'delete', [id]));
  for (const child of inner) {
    const place = board.get(child)?.place;
    if (place) ledger.write({ type: 'move', id: child, place: JSON.stringify(place) });
  }
}

/** Deletes and brings back at once what was deleted, with all that was said of it: what undo does. */
function bringBack({ ledger, make }: CanvasEditing, element: Element): void {
  const { id, kind, place, size, z, text, lock, group: of, props, marks, problem } = element;
  if (lock || problem !== undefined) return;
  make(ledger.write({ type: 'delete', id }), (one) => one.edit('delete', (write) => write.delete(id)));
  const init = { id, kind, place, size, z, text, props, marks: marks.keys, ...(of !== undefined && { group: of }) };
  make(ledger.write({ type: 'create', id }), (one) => one.edit('undo', (write) => write.create(init)));
}

function duplicate({ board, random, ledger, make }: CanvasEditing, { id, problem }: Element): void {
  // A copy of what holds others would double texts that are to stand once.
  if (problem !== undefined || board.tree.children(id).length > 0 || board.get(id)?.text.includes('«')) return;
  const by = { x: 1 + random.below(50), y: 1 };
  const before = new Set(board.ids());
  make(ledger.write({ type: 'other', id }), (one) => duplicateElements(one, 'duplicate', [id], by));
  for (const element of board.elements()) {
    if (before.has(element.id)) continue;
    ledger.write({ type: 'create', id: element.id });
    ledger.write({ type: 'move', id: element.id, place: JSON.stringify(element.place) });
  }
}

/** Takes away a word of somebody else: a facilitator may. */
function clearAway({ me, random, ledger, make }: CanvasEditing, { id, marks }: Element): void {
  const foreign = Object.keys(marks.keys).filter((key) => !key.startsWith('tag.') && key.split('.')[1] !== me);
  const key = random.pick(foreign);
  if (key === undefined) return;
  make(ledger.write({ type: 'unmark', id, key, by: me }), mark(id, key, undefined));
}

/** A word in somebody else's name. */
function speakAsAnother({ me, name, people, random, ledger, next, make }: CanvasEditing, { id }: Element): void {
  const other = random.pick(people.filter((one) => one !== me));
  if (other === undefined) return;
  const n = next();
  const said = `«${name}.${n}»`;
  const forged: readonly (readonly [string, unknown])[] = [
    [commentKey(commentRef(other, `c${n}`)), { text: `Moi, ${other}, je dis ${said}`, at: n }],
    [reactionKey(other, random.pick(REACTIONS)), true],
    [resolvedKey(other, commentRef(other, `c${n}`)), { at: n, is: true }],
  ];
  const [key, value] = random.pick(forged);
  make(ledger.write({ type: 'forge', id, by: me, said }), mark(id, key, value));
}
