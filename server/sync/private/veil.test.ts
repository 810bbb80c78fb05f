import { describe, expect, it } from 'vitest';
import { OPEN_STEP, type Step } from '../../../shared/access/Step.ts';
import { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { encodePresenceState, type Presence, parsePresence } from '../../../shared/presence/Presence.ts';
import type { Gate } from '../gate.ts';
import { veil } from './veil.ts';

const AUTHOR = { id: 'p1', role: 'participant', group: null } as const;

/** A wall with one private area, and what others see of somebody who writes there. */
function createVeil(areas: (area: string) => 'all' | readonly string[]) {
  const board = new BoardDoc();
  const area = board.edit('create', (write) =>
    write.create({ kind: 'frame', place: [null, 1000, 1000], size: [400, 400], z: 'a0' }),
  );
  const step: Step = { ...OPEN_STEP, areas: areas(area), private: { until: 'facilitator' } };
  const gate = { doc: board.doc } as unknown as Gate;
  return (presence: Presence) => parsePresence(veil(encodePresenceState(presence), gate, step, AUTHOR));
}

const trailAt = (...points: number[]): Presence => ({
  trail: { id: 'line', kind: 'stroke', color: 'ink', width: 4, from: 0, points },
});

describe('[P34] veil', () => {
  it('shows nothing of a line that enters a private area, and lines elsewhere', () => {
    const shown = createVeil((area) => [area]);
    expect(shown(trailAt(0, 0, 500, 500))).toEqual(trailAt(0, 0, 500, 500));
    expect(shown(trailAt(900, 900, 1100, 1100, 1500, 1500))).toEqual({});
    // From one side to the other, with no point within.
    expect(shown(trailAt(900, 1200, 1500, 1200))).toEqual({});
    expect(shown({ ...trailAt(1100, 1100), cursor: [10, 10] })).toEqual({ cursor: [10, 10] });
  });

  it('tells no place at all where the private area, or one around it, arranges its content: it may have grown to there', () => {
    const board = new BoardDoc();
    const put = (kind: string, parent: string | null): string =>
      board.edit('create', (write) => write.create({ kind, place: [parent, 0, 0], size: [400, 400], z: 'a0' }));
    const cluster = put('cluster', null);
    const inner = put('frame', cluster);
    for (let n = 0; n < 12; n++) put('note', cluster);
    expect((board.get(cluster)?.size[1] ?? 0) > 1_000).toBe(true);
    for (const area of [cluster, inner]) {
      const step: Step = { ...OPEN_STEP, areas: [area], private: { until: 'facilitator' } };
      const shown = veil(
        encodePresenceState({ cursor: [50, 900] }),
        { doc: board.doc } as unknown as Gate,
        step,
        AUTHOR,
      );
      expect(parsePresence(shown)).toEqual({});
    }
  });

  it('shows of every hand of a touch wall what is on the board, and of none what is not', () => {
    const board = new BoardDoc();
    const note = board.edit('x', (w) => w.create({ kind: 'note', place: [null, 0, 0], size: [200, 200], z: 'a0' }));
    const presence: Presence = {
      drag: { ids: [note], by: [1, 1] },
      drags: [
        { ids: [note, 'secret'], by: [2, 2] },
        { ids: ['secret'], by: [3, 3] },
      ],
    };
    const shown = veil(encodePresenceState(presence), { doc: board.doc } as unknown as Gate, null, AUTHOR);
    expect(parsePresence(shown)).toEqual({ drag: presence.drag, drags: [{ ids: [note], by: [2, 2] }] });
    const only = veil(
      encodePresenceState({ drags: [{ ids: ['secret'], by: [3, 3] }] }),
      { doc: board.doc } as unknown as Gate,
      null,
      AUTHOR,
    );
    expect(parsePresence(only)).toEqual({});
  });

  it.each<[string, (put: (id: string, kind: string, parent: string | null) => void) => void]>([
    [
      'in what can hold nothing',
      (put) => {
        put('note', 'note', null);
        put('area', 'frame', 'note');
      },
    ],
    [
      'in an area that is in what can hold nothing',
      (put) => {
        put('note', 'note', null);
        put('outer', 'frame', 'note');
        put('area', 'frame', 'outer');
      },
    ],
    [
      'in a circle',
      (put) => {
        put('outer', 'frame', 'area');
        put('area', 'frame', 'outer');
      },
    ],
    ['in itself', (put) => put('area', 'frame', 'area')],
    ['in what is gone', (put) => put('area', 'frame', 'gone')],
  ])('tells no place at all where the private area is written to lie %s: every page repairs that', (_where, build) => {
    const board = new BoardDoc();
    board.edit('x', (write) =>
      build((id, kind, parent) => {
        write.create({ id, kind, place: [parent, 1000, 1000], size: [400, 400], z: 'a0' });
      }),
    );
    const step: Step = { ...OPEN_STEP, areas: ['area'], private: { until: 'facilitator' } };
    // Where a page may show it: at its own coordinates.
    for (const cursor of [
      [1100, 1100],
      [100, 100],
      [2100, 2100],
    ] as const) {
      const shown = veil(encodePresenceState({ cursor }), { doc: board.doc } as unknown as Gate, step, AUTHOR);
      expect(parsePresence(shown)).toEqual({});
    }
  });

  it('shows who points beside a private area that lies in another', () => {
    const board = new BoardDoc();
    board.edit('x', (write) => {
      write.create({ id: 'outer', kind: 'frame', place: [null, 1000, 1000], size: [2000, 2000], z: 'a0' });
      write.create({ id: 'area', kind: 'frame', place: ['outer', 100, 100], size: [400, 400], z: 'a0' });
    });
    const step: Step = { ...OPEN_STEP, areas: ['area'], private: { until: 'facilitator' } };
    const shown = (x: number, y: number): Presence =>
      parsePresence(veil(encodePresenceState({ cursor: [x, y] }), { doc: board.doc } as unknown as Gate, step, AUTHOR));
    expect([shown(1050, 1050), shown(1200, 1200)]).toEqual([{ cursor: [1050, 1050] }, {}]);
  });

  it('shows no line at all where the whole wall is private', () => {
    const shown = createVeil(() => 'all');
    expect(shown(trailAt(0, 0))).toEqual({});
    expect(shown(trailAt())).toEqual({});
  });
});
