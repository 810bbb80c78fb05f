import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { Gate } from './gate.ts';
import { Weight } from './Weight.ts';

const small = { kind: 'note', text: 'Ouvrir le samedi' };
const large = { kind: 'note', text: 'Ouvrir le samedi, et le dimanche matin pour les familles' };

describe('the weight of a board', () => {
  it('leaves everything through, and measures nothing, while there is room', () => {
    let measured = 0;
    const weight = new Weight(0, () => ++measured, 1_000);
    weight.add(900);
    expect([weight.isTooMuch(null, large), measured]).toEqual([false, 0]);
  });

  it('takes back what is new or grows once the state itself is too large, and lets the rest happen', () => {
    const weight = new Weight(1_001, () => 1_001, 1_000);
    expect(weight.isTooMuch(null, small)).toBe(true);
    expect(weight.isTooMuch(small, large)).toBe(true);
    expect(weight.isTooMuch(large, small)).toBe(false);
    expect(weight.isTooMuch(large, null)).toBe(false);
  });

  it('lets what is there be moved, whatever the figures of its place', () => {
    const weight = new Weight(1_001, () => 1_001, 1_000);
    expect(weight.isTooMuch({ ...small, place: [null, 0, 0] }, { ...small, place: [null, 1_640, 20_000] })).toBe(false);
  });

  it('forgets bytes that did not stay, and measures seldom', () => {
    let measured = 0;
    const weight = new Weight(1_001, () => [990, 400][measured++] ?? 400, 1_000);
    for (let i = 0; i < 5; i++) {
      weight.add(20);
      expect(weight.isTooMuch(null, large)).toBe(false);
    }
    expect(measured).toBe(1);
    weight.add(100);
    expect([weight.isTooMuch(null, large), measured]).toEqual([false, 2]);
  });

  it('has room again after enough was deleted', () => {
    let state = 2_000_000;
    const weight = new Weight(state, () => state, 1_000_000);
    expect(weight.isTooMuch(null, small)).toBe(true);
    state = 500_000;
    weight.free({ kind: 'note', text: 'Un jardin partagé. '.repeat(10_000) }, null);
    expect(weight.isTooMuch(null, small)).toBe(false);
  });
});

describe('the gate of a full board', () => {
  it('refuses another note as too much, takes a deletion, and then has room', () => {
    const ana = new BoardDoc();
    const text = 'Un jardin partagé derrière la médiathèque. '.repeat(200);
    const ids = ana.edit('create', (write) =>
      Array.from({ length: 8 }, () => write.create({ kind: 'note', place: [null, 0, 0], z: 'a0', text })),
    );
    const gate = new Gate([ana.encodeState()], new Map(), { boardBytes: 40_000 });
    const bruno = new BoardDoc();
    bruno.applyRemote(ana.encodeState());
    const author = { id: 'bruno', role: 'facilitator' } as const;
    const send = (write: () => void) => {
      const sent: Uint8Array[] = [];
      const listen = (update: Uint8Array): void => void sent.push(update);
      bruno.doc.on('update', listen);
      write();
      bruno.doc.off('update', listen);
      const [update = new Uint8Array()] = sent;
      if (gate.isPlain(update, author)) return gate.applyPlain(update);
      return gate.judge(update, author, false);
    };
    const refused = send(() =>
      bruno.edit('create', (w) => w.create({ kind: 'note', place: [null, 0, 0], z: 'a1', text })),
    );
    expect(refused).toMatchObject({ type: 'accepted', refused: new Map([['limit', [expect.any(String)]]]) });
    expect(
      send(() =>
        bruno.edit('delete', (w) => {
          for (const id of ids) w.delete(id);
        }),
      ),
    ).toMatchObject({
      type: 'accepted',
      refused: new Map(),
    });
  });
});
