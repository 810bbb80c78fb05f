/** Families of props: many members of one element, each a key of its own, in every kind that has them. */
import { describe, expect, it } from 'vitest';
import { kindSamples } from '../../tests/helpers/kindSamples.ts';
import { BoardDoc } from '../board/BoardDoc.ts';
import { History } from '../board/History.ts';
import { createElements, duplicateElements } from '../board/operations.ts';
import { LIMITS } from '../protocol/limits.ts';
import type { ElementId, ElementKind, Props } from './ElementKind.ts';
import {
  familyOf,
  isPropOf,
  isZ,
  memberKey,
  memberReader,
  parseMemberKey,
  partProps,
  withoutMember,
} from './families.ts';
import { parseElement, readElement } from './parseElement.ts';
import { isRecord, isText, optional, readProps } from './readProps.ts';
import { findKind, KINDS } from './registry.ts';

interface Row {
  readonly name: string;
  readonly z: string;
}
const isRow = isRecord({ name: isText(20), z: isZ, height: optional((value) => value === 90) });
const read = (props: Props) => readProps<Props>(props, {}, { preset: optional(isText(10)) }, { row: isRow });
const rowsOf = memberReader<Row>('row');

describe('parts of a member', () => {
  type Lane = { readonly name: string; readonly z: string; readonly height?: number };
  const parts = { name: 'rowname', z: 'roworder', height: 'rowheight' };
  const rows = memberReader<Lane>('row', parts);
  const made = { 'row:a': { name: 'Étapes', z: 'a0', height: 200 }, 'row:b': { name: 'Ressenti', z: 'a1' } };

  it('stand in keys of their own once they are changed, and fall back to what it was made with', () => {
    const changed = { ...made, ...partProps(parts, 'a', { name: 'Vécu', z: 'a2' }) };
    expect(Object.keys(changed)).toEqual(['row:a', 'row:b', 'rowname:a', 'roworder:a']);
    expect(rows(changed)).toEqual([
      { id: 'b', name: 'Ressenti', z: 'a1' },
      { id: 'a', name: 'Vécu', z: 'a2', height: 200 },
    ]);
    const { 'rowname:a': _undone, ...back } = changed as Record<string, unknown>;
    expect(rows(back).at(-1)?.name).toBe('Étapes');
  });

  it('are taken away by a value of nothing, go with the member, and make none by themselves', () => {
    const bare = { ...made, ...partProps(parts, 'a', { height: undefined, name: 'Vécu' }) };
    expect(rows(bare)[0]).toEqual({ id: 'a', name: 'Vécu', z: 'a0' });
    expect(withoutMember('row', parts, 'a', bare)).toEqual({
      ...{ 'row:a': undefined, 'rowname:a': undefined, 'rowheight:a': undefined },
    });
    expect(rows({ 'row:b': made['row:b'], 'rowname:a': { is: 'Vécu' } }).map(({ id }) => id)).toEqual(['b']);
  });
});

describe('a family', () => {
  it('takes members by their keys, and says which one is wrong', () => {
    const props = {
      preset: 'fiche',
      'row:a': { name: 'Envie', z: 'a1' },
      'row:b': { name: 'Doute', z: 'a0', height: 90 },
    };
    expect(read(props)).toEqual({ ok: true, value: props });
    expect(read({ 'row:a': { name: 'Envie' } })).toEqual({ ok: false, reason: 'row:a' });
    expect(read({ 'col:a': { name: 'Envie', z: 'a0' } })).toEqual({ ok: false, reason: 'key col:a' });
    for (const key of ['row:', 'row:a:b', ':a', 'row:a b', `row:${'x'.repeat(65)}`, 'row'])
      expect(read({ [key]: { name: 'Envie', z: 'a0' } }).ok).toBe(false);
    expect(read({ 'row:a': undefined })).toEqual({ ok: true, value: {} });
  });

  it('refuses what is no small record, and never throws', () => {
    const hostile: readonly unknown[] = [
      null,
      [],
      'row',
      Number.NaN,
      { name: 'a', z: 'a0', more: 1 },
      { name: 'a', z: '' },
      { name: 'x'.repeat(100_000), z: 'a0' },
      { name: { toString: () => 'a' }, z: 'a0' },
      Object.create({ name: 'a', z: 'a0' }),
      JSON.parse('{"__proto__": {"name": "a", "z": "a0"}}'),
    ];
    for (const value of hostile) expect(read({ 'row:a': value }).ok).toBe(false);
    expect(read({ 'row:__proto__': { name: 'a', z: 'a0' } }).ok).toBe(true);
  });

  it('has at most so many members', () => {
    const rows = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`row:r${n}`, { name: '', z: 'a0' }]));
    expect(read(rows(LIMITS.familyMembers)).ok).toBe(true);
    expect(read(rows(LIMITS.familyMembers + 1))).toEqual({ ok: false, reason: 'members' });
  });

  it('is read in the order of z, ties by id, once for the same props', () => {
    const props = {
      'row:b': { name: 'B', z: 'a1' },
      'row:a': { name: 'A', z: 'a1' },
      'row:c': { name: 'C', z: 'a0' },
      preset: 'x',
    };
    expect(rowsOf(props).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(rowsOf(props)).toBe(rowsOf(props));
    expect([parseMemberKey(memberKey('row', 'a-1')), parseMemberKey('tag.x')]).toEqual([
      { family: 'row', id: 'a-1' },
      null,
    ]);
  });
});

const kinds = Object.keys(KINDS)
  .map((name) => findKind(name) as ElementKind)
  .filter(({ families }) => families !== undefined);

describe.each(kinds.map((kind) => [kind.kind, kind] as const))('the families of "%s"', (name, kind) => {
  const families = kind.families as readonly string[];
  const raw = (props: Props) => ({
    ...{ kind: name, v: kind.version, place: [null, 0, 0], size: kind.defaultSize, z: 'a0' },
    ...kind.defaultProps,
    ...props,
  });

  it('are known by their keys alone, and hostile members make a placeholder', () => {
    for (const family of families) {
      expect([familyOf(kind, `${family}:a`), familyOf(kind, 'nothing:a')]).toEqual([family, null]);
      expect([isPropOf(kind, `${family}:a`), isPropOf(kind, family)]).toEqual([
        true,
        (kind.propKeys as string[]).includes(family),
      ]);
      for (const value of [
        null,
        [],
        'x',
        7,
        { z: 'a0', __more: 1 },
        { z: 'a0', name: 'x'.repeat(20_000) },
        new Uint8Array(2),
      ]) {
        const element = parseElement('e1', raw({ [`${family}:a`]: value }));
        expect([family, value, element.problem]).toEqual([family, value, `${family}:a`]);
      }
    }
    expect(readElement('e1', raw({ 'nothing:a': { z: 'a0' } }))).toEqual({ ok: false, reason: 'key nothing:a' });
  });

  it('come along in a copy, and undo takes back one member and leaves those that others have added', () => {
    const sample = kindSamples().find(
      (one) => one.kind === kind && families.some((family) => membersIn(one.props, family) > 0),
    );
    const board = new BoardDoc();
    const history = new History(board);
    const [id] = createElements(board, 'create', [
      { kind: name, parent: null, at: { x: 0, y: 0 }, props: { ...kind.defaultProps, ...sample?.props } },
    ]) as [ElementId];
    const [copy] = duplicateElements(board, 'duplicate', [id], { x: 0, y: 900 }) as [ElementId];
    expect(board.get(copy)?.props).toEqual(board.get(id)?.props);
    const family = families.find((one) => membersIn(board.get(id)?.props ?? {}, one) > 0);
    if (family === undefined) return;
    const [key = '', value] =
      Object.entries(board.get(id)?.props ?? {}).find(([one]) => one.startsWith(`${family}:`)) ?? [];
    history.seal();
    board.edit('style', (write) => write.set(id, { props: { [memberKey(family, 'mine')]: value } }));
    const other = new BoardDoc();
    other.applyRemote(board.encodeState());
    other.edit('style', (write) =>
      write.set(id, { props: { [memberKey(family, 'theirs')]: value, [key]: undefined } }),
    );
    board.applyRemote(other.encodeState());
    expect(board.get(id)?.problem).toBeUndefined();
    expect(history.undo()?.skipped).toEqual([]);
    const props = board.get(id)?.props ?? {};
    expect([memberKey(family, 'mine'), memberKey(family, 'theirs'), key].map((one) => one in props)).toEqual([
      false,
      true,
      false,
    ]);
  });
});

const membersIn = (props: Props, family: string): number =>
  Object.keys(props).filter((key) => key.startsWith(`${family}:`)).length;
