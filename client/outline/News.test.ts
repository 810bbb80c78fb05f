import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { moveElements } from '../../shared/board/operations.ts';
import type { RosterEntry } from '../../shared/control/Control.ts';
import type { Presence } from '../../shared/presence/Presence.ts';
import { connect, put } from '../../tests/helpers/editing.ts';
import type { Peer, PresencePort } from '../editor/PresencePort.ts';
import { News, type NewsItem } from './News.ts';
import { sayNews } from './NewsLine.tsx';

const entry = (connection: number, name: string): RosterEntry => ({
  connection,
  participant: name,
  name,
  role: 'participant',
  hue: 1,
});

/** Somebody who listens, another who works, and the clock in the test's hand. */
function listen() {
  const here = new BoardDoc();
  const irritants = put(here, 'frame', [0, 0], { text: 'Irritants', size: [900, 600] });
  const envies = put(here, 'frame', [1000, 0], { text: 'Envies', size: [900, 600] });
  const there = new BoardDoc();
  const { sync } = connect(here, there);
  const peers = new Map<number, Peer>();
  const looking = new Set<() => void>();
  const presence: PresencePort = {
    set: () => undefined,
    others: () => peers,
    subscribe: (listener) => {
      looking.add(listener);
      return () => looking.delete(listener);
    },
  };
  let now = 0;
  const alarms: { at: number; ring: () => void }[] = [];
  const told: { items: readonly NewsItem[]; more: number; at: number }[] = [];
  const news = new News({
    board: here,
    presence,
    locale: 'fr',
    now: () => now,
    after: (ms, ring) => {
      alarms.push({ at: now + ms, ring });
      return () => undefined;
    },
    tell: (items, more) => told.push({ items, more, at: now }),
  });
  return {
    here,
    there,
    irritants,
    envies,
    told,
    news,
    sync,
    /** What a person shows live. */
    show(connection: number, name: string, shown: Presence): void {
      peers.set(connection, { entry: entry(connection, name), presence: shown });
      for (const look of looking) look();
    },
    pass(ms: number): void {
      now += ms;
      for (const alarm of alarms.splice(0).sort((a, b) => a.at - b.at)) {
        if (alarm.at <= now) alarm.ring();
        else alarms.push(alarm);
      }
    },
  };
}

describe('News', () => {
  it('says who spoke of what, by what is written with it, and who tagged it, by who had it in hand', () => {
    const room = listen();
    const id = put(room.there, 'note', [20, 20], { parent: room.irritants });
    room.sync();
    room.pass(60_000);
    room.told.length = 0;
    room.show(7, 'bilal', { selection: [id] });
    room.show(8, 'zoe', {});
    const say = (marks: Record<string, unknown>): unknown => {
      room.there.edit('x', (write) => write.set(id, { marks }));
      room.sync();
      room.pass(60_000);
      const [item] = room.told.pop()?.items ?? [];
      return item && [item.deed, item.who, item.area];
    };
    expect(say({ 'comment.zoe.k1': { text: 'Et le dimanche\u202f?', at: 5 } })).toEqual([
      'commented',
      'zoe',
      'Irritants',
    ]);
    expect(say({ 'reaction.zoe.like': true })).toEqual(['reacted', 'zoe', 'Irritants']);
    expect(say({ 'tag.Mobilité': 'blue' })).toEqual(['tagged', 'bilal', 'Irritants']);
    expect(say({ 'reaction.zoe.like': undefined })).toBeUndefined();
  });

  it('says who added what and where, once, however many keystrokes it took', () => {
    const room = listen();
    const id = put(room.there, 'note', [20, 20], { parent: room.irritants });
    room.sync();
    room.show(7, 'Léa', { editing: id, selection: [id] });
    for (const letter of 'Délais') {
      room.there.edit('typing', (write) => write.splice(id, { at: 99, remove: 0, insert: letter }));
      room.sync();
    }
    room.pass(1_500);
    expect(room.told.map(({ items }) => items)).toEqual([
      [{ deed: 'added', who: 'Léa', area: 'Irritants', count: 1, counted: 'editor.counted.note' }],
    ]);
  });

  it('says no name while a group sorts without a word, not even of what was done just before', () => {
    const room = listen();
    const id = put(room.there, 'note', [20, 20], { parent: room.irritants });
    room.sync();
    room.show(7, 'Léa', { editing: id });
    const cluster = put(room.here, 'cluster', [0, 2_000]);
    room.here.edit('style', (write) => write.set(cluster, { props: { silent: true } }));
    room.there.edit('say', (write) => write.set(id, { marks: { 'reaction.zoe.like': true } }));
    room.show(8, 'zoe', { selection: [id] });
    room.sync();
    room.pass(60_000);
    expect(room.told.flatMap(({ items }) => items.map(({ who }) => who))).toEqual([null]);
  });

  it('puts moves of one hand together, and says no name where two have the same thing in hand', () => {
    const room = listen();
    const ids = [0, 1, 2].map((n) => put(room.here, 'note', [20 + 220 * n, 20], { parent: room.irritants }));
    room.sync();
    room.show(7, 'Léa', { drag: { ids, by: [900, 0] } });
    moveElements(
      room.there,
      'move',
      ids.map((id, n) => ({ id, parent: room.envies, to: { x: 1020 + 220 * n, y: 20 } })),
    );
    room.sync();
    room.show(7, 'Léa', {});
    room.pass(1_500);
    expect(room.told.at(-1)?.items).toEqual([
      { deed: 'moved', who: 'Léa', area: 'Envies', count: 3, counted: 'editor.counted.note' },
    ]);
    const [first = ''] = ids;
    room.show(7, 'Léa', { selection: [first] });
    room.show(8, 'Bilal', { selection: [first] });
    room.there.edit('color', (write) => write.set(first, { props: { color: 'blue' } }));
    room.sync();
    room.pass(10_000);
    expect(room.told.at(-1)?.items).toMatchObject([{ deed: 'edited', who: null, area: 'Envies' }]);
  });

  it('speaks at most once in some seconds, and counts what it does not tell', () => {
    const room = listen();
    for (let n = 0; n < 40; n++) {
      put(room.there, n % 4 === 0 ? 'text' : 'note', [n * 10, 2_000], n % 2 === 0 ? { parent: room.irritants } : {});
      put(room.there, 'note', [1_100, 20], { parent: room.envies });
      room.sync();
      room.pass(250);
    }
    room.pass(10_000);
    for (const [n, { at }] of room.told.entries()) {
      const before = room.told[n - 1];
      if (before) expect(at - before.at).toBeGreaterThanOrEqual(5_000);
    }
    for (const { items } of room.told) expect(items.length).toBeLessThanOrEqual(2);
    const all = room.told.reduce(
      (sum, { items, more }) => sum + more + items.reduce((s, { count }) => s + count, 0),
      0,
    );
    expect(all).toBe(80);
  });

  it('keeps quiet about one’s own changes, and about what came and went unseen', () => {
    const room = listen();
    put(room.here, 'note', [0, 0]);
    const gone = put(room.there, 'note', [0, 0]);
    room.sync();
    room.there.edit('delete', (write) => write.delete(gone));
    room.sync();
    room.pass(10_000);
    expect(room.told).toEqual([]);
    room.news.dispose();
    put(room.there, 'note', [0, 0]);
    room.sync();
    room.pass(10_000);
    expect(room.told).toEqual([]);
  });

  it('does not tell of what only came along with its area', () => {
    const room = listen();
    put(room.here, 'note', [20, 20], { parent: room.irritants });
    room.sync();
    moveElements(room.there, 'move', [{ id: room.irritants, parent: null, to: { x: 0, y: 900 } }]);
    room.sync();
    room.pass(1_500);
    expect(room.told.at(-1)?.items).toEqual([
      { deed: 'moved', who: null, area: null, count: 1, counted: 'editor.counted.frame' },
    ]);
  });

  it('says a cell that is called after a day as people say the day', () => {
    const room = listen();
    const props = {
      'row:r': { name: 'Matin', type: 'notes', z: 'a0' },
      'col:d': { name: '', date: '2026-11-23', z: 'a0' },
    };
    const grid = put(room.here, 'grid', [0, 2_000], { text: 'Programme', props });
    const note = put(room.here, 'note', [0, 0], { text: 'Accueil café' });
    room.sync();
    room.pass(60_000);
    room.told.length = 0;
    moveElements(room.there, 'move', [
      { id: note, parent: grid, to: { x: 0, y: 0 }, into: { before: null, cell: 'r:d' } },
    ]);
    room.sync();
    room.pass(60_000);
    const said = room.told.at(-1)?.items[0]?.cell ?? '';
    expect([said.startsWith('Matin · '), said.includes('2026-11-23'), said.includes('23')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('says into which cell of a grid something went, and keeps quiet about what stays in its own', () => {
    const room = listen();
    const props = {
      'row:r': { name: 'Tâches', type: 'notes', z: 'a0' },
      'col:todo': { name: 'À faire', z: 'a0' },
      'col:done': { name: 'Fait', z: 'a1' },
    };
    const grid = put(room.here, 'grid', [0, 2_000], { text: 'Kanban', props });
    const ids = [0, 1].map((n) => put(room.here, 'note', [0, 2_000], { parent: grid, text: `Tâche ${n}` }));
    const lay = (cell: string, which: readonly string[]): void =>
      moveElements(
        room.there,
        'move',
        which.map((id) => ({ id, parent: grid, to: { x: 0, y: 0 }, into: { before: null, cell: `r:${cell}` } })),
      );
    room.sync();
    lay('todo', ids);
    room.sync();
    room.pass(60_000);
    room.told.length = 0;
    lay('done', ids);
    room.sync();
    room.pass(60_000);
    const said = { deed: 'moved', who: null, area: 'Kanban', cell: 'Tâches · Fait', counted: 'editor.counted.note' };
    expect(room.told.map(({ items }) => items)).toEqual([[{ ...said, count: 2 }]]);
    room.told.length = 0;
    const [first = ''] = ids;
    moveElements(room.there, 'move', [
      { id: first, parent: grid, to: { x: 0, y: 0 }, into: { before: null, cell: 'r:done' } },
    ]);
    room.sync();
    room.pass(60_000);
    expect(room.told).toEqual([]);
    // What has gone is told of where it lay.
    room.there.edit('delete', (write) => write.delete(first));
    room.sync();
    room.pass(60_000);
    expect(room.told.at(-1)?.items).toMatchObject([{ deed: 'deleted', area: 'Kanban', count: 1 }]);
  });
});

describe('sayNews', () => {
  it('says the cell after the area', () => {
    const t = (id: string, values: Readonly<Record<string, unknown>> = {}): string => `${id}(${Object.values(values)})`;
    const item = { deed: 'moved', who: null, area: 'Kanban', count: 2, counted: 'editor.counted.note' } as const;
    expect(sayNews([{ ...item, cell: 'Fait' }], 0, t)).toContain('outline.news.inCell(Kanban,Fait)');
    expect(sayNews([item], 0, t)).toContain('outline.news.in(Kanban)');
  });
});
