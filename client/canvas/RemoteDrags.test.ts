import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { Presence } from '../../shared/presence/Presence.ts';
import { put } from '../../tests/helpers/editing.ts';
import type { Peer } from '../editor/PresencePort.ts';
import { LINGER_MS, RemoteDrags } from './RemoteDrags.ts';

const room = (...shown: Presence[]): ReadonlyMap<number, Peer> =>
  new Map(
    shown.map((presence, i) => [
      i + 1,
      { entry: { connection: i + 1, participant: `p${i}`, name: 'Ben', role: 'participant', hue: 1 }, presence },
    ]),
  );

function begin() {
  const board = new BoardDoc();
  const id = put(board, 'note', [0, 0]);
  const drags = new RemoteDrags((element) => board.get(element));
  const write = (x: number) => board.edit('move', (writer) => writer.set(id, { place: [null, x, 0] }));
  const dragged = (x: number) => room({ drag: { ids: [id], by: [x, 0] } });
  return { id, drags, write, dragged };
}

describe('RemoteDrags', () => {
  it('shows an element where another person drags it', () => {
    const { id, drags, dragged } = begin();
    drags.update(dragged(30), 0);
    drags.update(dragged(80), 16);
    expect([...drags.displaced()]).toEqual([[id, { x: 80, y: 0 }]]);
  });

  it('does not jump back when the gesture ends before the place is written', () => {
    const { id, drags, write, dragged } = begin();
    drags.update(dragged(80), 0);
    drags.update(room({}), 20);
    expect([...drags.displaced()]).toEqual([[id, { x: 80, y: 0 }]]);
    write(80);
    drags.update(room({}), 40);
    expect(drags.displaced().size).toBe(0);
  });

  it('does not move twice when the place is written before the gesture ends', () => {
    const { drags, write, dragged } = begin();
    drags.update(dragged(80), 0);
    write(80);
    drags.update(dragged(80), 20);
    expect(drags.displaced().size).toBe(0);
    drags.update(room({}), 40);
    drags.update(dragged(5), 60);
    expect([...drags.displaced().values()]).toEqual([{ x: 5, y: 0 }]);
  });

  it('goes back when a drag was given up, after a moment', () => {
    const { drags, dragged } = begin();
    drags.update(dragged(80), 0);
    drags.update(room({}), 100);
    expect(drags.deadline).toBe(100 + LINGER_MS);
    drags.update(room({}), 100 + LINGER_MS);
    expect({ displaced: drags.displaced().size, deadline: drags.deadline }).toEqual({ displaced: 0, deadline: null });
  });

  it('knows nothing of elements that are not on the board', () => {
    const { drags } = begin();
    drags.update(room({ drag: { ids: ['gone'], by: [1, 1] } }), 0);
    expect(drags.displaced().size).toBe(0);
  });
});
