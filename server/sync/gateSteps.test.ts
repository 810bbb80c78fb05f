import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { OPEN_STEP, type Step } from '../../shared/access/Step.ts';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { SERVER_CLIENT_IDS } from '../../shared/templates/instantiate.ts';
import { Gate, type Verdict } from './gate.ts';
import type { Author } from './judge.ts';
import { Owners } from './Owners.ts';

const ana: Author = { id: 'ana', role: 'participant', group: 'table-1' };
const bruno: Author = { id: 'bruno', role: 'participant', group: null };
const lea: Author = { id: 'lea', role: 'facilitator' };

const NOTE = { kind: 'note', place: [null, 0, 0], size: [200, 200], z: 'a0' } as const;
const FRAME = { kind: 'frame', place: [null, 0, 0], size: [2_000, 2_000], z: 'a0' } as const;
/** At their tables people write on their own notes, and sort everybody's. */
const AT_TABLES: Step = { ...OPEN_STEP, areas: ['table-1', 'table-2'], edit: 'own' };
const BY_GROUP: Step = { ...OPEN_STEP, areas: [], groups: { 'table-1': { areas: ['table-1'] } } };
const ANONYMOUS: Step = { ...OPEN_STEP, attribution: 'anonymous' };

describe('the gate in a step', () => {
  let gate: Gate;
  let clients: number;

  /** One frame of somebody who has the board as it is. */
  const frame = (change: Parameters<BoardDoc['edit']>[1]): Uint8Array => {
    const board = new BoardDoc();
    board.applyRemote(Y.encodeStateAsUpdate(gate.doc));
    board.doc.clientID = ++clients;
    const known = Y.encodeStateVector(board.doc);
    board.edit('test', change);
    return Y.encodeStateAsUpdate(board.doc, known);
  };
  const edit = (author: Author, change: Parameters<BoardDoc['edit']>[1], step: Step = OPEN_STEP): Verdict =>
    gate.judge(frame(change), author, false, step);
  const refused = (verdict: Verdict): Record<string, readonly string[]> => {
    if (verdict.type !== 'accepted') throw new Error(verdict.type);
    return Object.fromEntries(verdict.refused);
  };
  const placeOf = (id: string): unknown => gate.doc.getMap<Y.Map<unknown>>('elements').get(id)?.get('place');
  const has = (id: string): boolean => gate.doc.getMap('elements').has(id);

  beforeEach(() => {
    gate = new Gate([], new Map());
    clients = 100;
    edit(lea, (write) => {
      for (const id of ['table-1', 'table-2', 'accueil']) write.create({ ...FRAME, id });
      write.create({ ...FRAME, id: 'cadre', place: ['table-1', 0, 0] });
    });
    edit(ana, (write) => write.create({ ...NOTE, id: 'a', place: ['cadre', 1, 1], text: 'Des bancs' }));
    edit(bruno, (write) => write.create({ ...NOTE, id: 'b', place: ['table-2', 1, 1], text: 'Des arbres' }));
  });

  it('finds the areas of an element all the way up, before the frame and after it', () => {
    const to = (id: string, parent: string | null): Verdict =>
      edit(ana, (write) => write.set(id, { place: [parent, 5, 5] }), AT_TABLES);
    expect(refused(to('b', 'cadre'))).toEqual({});
    expect(refused(to('b', 'accueil'))).toEqual({ role: ['b'] });
    expect(refused(to('b', null))).toEqual({ role: ['b'] });
    expect(refused(to('cadre', 'table-2'))).toEqual({});
    expect(refused(to('table-2', 'table-1'))).toEqual({ role: ['table-2'] });
    expect(placeOf('b')).toEqual(['cadre', 5, 5]);
  });

  it('counts an area as one only while it is there and can hold something', () => {
    edit(lea, (write) => write.delete('table-2'));
    const added = (parent: string): Verdict =>
      edit(ana, (write) => write.create({ ...NOTE, id: `in-${parent}`, place: [parent, 0, 0] }), AT_TABLES);
    expect(refused(added('table-2'))).toEqual({ role: ['in-table-2'] });
    expect(refused(added('a'))).toEqual({ role: ['in-a'] });
    expect(refused(added('table-1'))).toEqual({});
  });

  it('knows the areas of what lies in a cycle, which is broken at its smallest id', () => {
    edit(lea, (write) => {
      write.create({ ...FRAME, id: 'x', place: ['y', 0, 0] });
      write.create({ ...FRAME, id: 'y', place: ['x', 0, 0] });
    });
    const inX: Step = { ...OPEN_STEP, areas: ['x'] };
    const inY: Step = { ...OPEN_STEP, areas: ['y'] };
    const moved = (id: string, step: Step): Verdict => edit(ana, (write) => write.set(id, { z: `b${clients}` }), step);
    expect(refused(moved('y', inX))).toEqual({});
    expect(refused(moved('x', inY))).toEqual({ role: ['x'] });
    expect(refused(moved('x', inX))).toEqual({ role: ['x'] });
  });

  it('lets nobody carry something along into a place by an area of which the move is taken back', () => {
    const verdict = edit(
      ana,
      (write) => {
        // Each leans on the one named after it: the last is refused, and then, one look after the other, all.
        for (let i = 0; i < 30; i++) {
          const parent = i === 29 ? 'accueil' : `chain-${i + 1}`;
          write.create({ ...FRAME, id: `chain-${i}`, place: [parent, 0, 0] });
        }
        write.set('accueil', { place: ['table-1', 0, 0] });
      },
      AT_TABLES,
    );
    expect(refused(verdict).role?.toSorted()).toEqual(
      ['accueil', ...Array.from({ length: 30 }, (_, i) => `chain-${i}`)].toSorted(),
    );
    expect(placeOf('accueil')).toEqual([null, 0, 0]);
    expect(has('chain-0')).toBe(false);
  });

  it('goes by the group of the author', () => {
    const added = (author: Author, id: string): Verdict =>
      edit(author, (write) => write.create({ ...NOTE, id, place: ['table-1', 0, 0] }), BY_GROUP);
    expect(refused(added(ana, 'of-table-1'))).toEqual({});
    expect(refused(added(bruno, 'of-nobody'))).toEqual({ role: ['of-nobody'] });
  });

  it('judges a locked area by itself: what lies in it may be moved, it may not', () => {
    edit(lea, (write) => write.set('cadre', { lock: true }));
    expect(refused(edit(bruno, (write) => write.set('a', { place: ['cadre', 9, 9] })))).toEqual({});
    expect(refused(edit(bruno, (write) => write.set('cadre', { place: [null, 9, 9] })))).toEqual({ locked: ['cadre'] });
  });

  it('judges what a deleted area held as a move of it', () => {
    const dissolved = (step: Step): Verdict =>
      edit(
        bruno,
        (write) => {
          write.set('a', { place: ['table-1', 1, 1] });
          write.delete('cadre');
        },
        step,
      );
    expect(refused(dissolved({ ...AT_TABLES, edit: 'all', move: 'own' }))).toEqual({ role: ['a'] });
    expect([has('cadre'), placeOf('a')]).toEqual([false, ['cadre', 1, 1]]);
  });

  describe('about whose an element is', () => {
    const rewrite = (author: Author, id: string): Verdict =>
      edit(author, (write) => write.splice(id, { at: 0, remove: 0, insert: 'Oui : ' }), AT_TABLES);

    it('asks who brought it first, not who is named in it', () => {
      expect(refused(rewrite(bruno, 'a'))).toEqual({ role: ['a'] });
      expect(refused(rewrite(ana, 'a'))).toEqual({});
      expect(edit(ana, (write) => write.create({ ...NOTE, id: 'n' }))).toMatchObject({
        owners: [{ element: 'n', participant: 'ana' }],
      });
      expect(gate.ownerOf('n')).toBe('ana');
    });

    it('lets nobody take an element over by bringing it back', () => {
      edit(ana, (write) => write.delete('a'));
      const back = edit(bruno, (write) =>
        write.create({ ...NOTE, id: 'a', place: ['table-1', 0, 0], text: 'Des bancs' }),
      );
      expect(back).toMatchObject({ type: 'accepted', owners: [] });
      expect(refused(rewrite(bruno, 'a'))).toEqual({ role: ['a'] });
      expect(refused(rewrite(ana, 'a'))).toEqual({});
    });

    it('gives nobody what was refused', () => {
      edit(bruno, (write) => write.create({ ...NOTE, id: 'late', place: ['table-1', 0, 0] }), {
        ...AT_TABLES,
        add: false,
      });
      expect(gate.ownerOf('late')).toBeUndefined();
    });

    it('reads it from what was written down, and for older boards from who is named', () => {
      const state = Y.encodeStateAsUpdate(gate.doc);
      gate = new Gate([state], new Map(), { owners: new Owners(new Map([['a', 'ana']])) });
      expect(refused(rewrite(bruno, 'a'))).toEqual({ role: ['a'] });
      const older = new BoardDoc();
      older.edit('x', (write) => write.create({ ...NOTE, id: 'o', place: ['table-1', 0, 0], by: 'bruno' }));
      gate = new Gate([state, older.encodeState()], new Map());
      expect(refused(rewrite(bruno, 'o'))).toEqual({});
    });

    it('has nothing of an anonymous step written down, and forgets it after', () => {
      const shown = edit(lea, (write) => write.create({ ...NOTE, id: 'l', place: ['table-1', 0, 0] }), ANONYMOUS);
      expect(shown).toMatchObject({ type: 'accepted', owners: [] });
      expect([gate.ownerOf('l'), gate.ownerOf('a')]).toEqual(['lea', 'ana']);
      expect([gate.own('l', 'bruno'), gate.own('r', 'bruno')]).toEqual([false, true]);
      gate.forgetUnpersisted();
      expect([gate.ownerOf('l'), gate.ownerOf('r'), gate.ownerOf('a')]).toEqual([undefined, 'bruno', 'ana']);
    });
  });

  it('gives back the texts that were refused, whole, and none that were let in', () => {
    const verdict = edit(
      bruno,
      (write) => {
        write.splice('a', { at: 9, remove: 0, insert: ' à l’ombre' });
        write.splice('b', { at: 0, remove: 0, insert: 'Aussi : ' });
        write.create({ ...NOTE, id: 'new', text: 'Sur le mur nu' });
        write.create({ ...NOTE, id: 'empty', text: '  ' });
      },
      AT_TABLES,
    );
    expect(refused(verdict).role?.toSorted()).toEqual(['a', 'empty', 'new']);
    expect(verdict).toMatchObject({
      refusedTexts: [
        { element: 'a', text: 'Des bancs à l’ombre' },
        { element: 'new', text: 'Sur le mur nu' },
      ],
    });
  });

  it('puts elements on the board for the server, once, under its own client id', () => {
    const value = { ...NOTE, text: 'Révélée' };
    const first = gate.insert([
      { id: 'r1', value },
      { id: 'a', value },
    ]);
    expect(first).toMatchObject({ inserted: ['r1'], left: ['a'] });
    expect([...Y.decodeStateVector(Y.encodeStateVectorFromUpdate(first.update as Uint8Array)).keys()]).toEqual([
      SERVER_CLIENT_IDS.gate,
    ]);
    expect(gate.insert([{ id: 'r1', value }])).toEqual({ update: null, inserted: [], left: ['r1'] });
  });

  it('weighs what it puts there for the server, and puts no more than there is room for', () => {
    gate = new Gate([], new Map(), { boardBytes: 10_000 });
    const value = { ...NOTE, text: 'Une contribution de taille. '.repeat(40) };
    const all = Array.from({ length: 40 }, (_, n) => ({ id: `r${n}`, value }));
    const { inserted, left } = gate.insert(all);
    expect([inserted.length + left.length, gate.doc.getMap('elements').size]).toEqual([40, inserted.length]);
    expect(inserted.length).toBeGreaterThan(4);
    expect(left.length).toBeGreaterThan(20);
    expect(Y.encodeStateAsUpdate(gate.doc).length).toBeLessThan(13_000);
    // And it knows from then on.
    const late = { ...NOTE, id: 'late', text: 'Encore une' };
    expect(refused(edit(bruno, (write) => write.create(late)))).toEqual({ limit: ['late'] });
    expect(gate.insert([{ id: 'more', value }])).toMatchObject({ update: null, left: ['more'] });
    edit(lea, (write) => {
      for (const id of inserted) write.delete(id);
    });
    expect(refused(edit(bruno, (write) => write.create(late)))).toEqual({});
  });
});
