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

  it('shows no line at all where the whole wall is private', () => {
    const shown = createVeil(() => 'all');
    expect(shown(trailAt(0, 0))).toEqual({});
    expect(shown(trailAt())).toEqual({});
  });
});
