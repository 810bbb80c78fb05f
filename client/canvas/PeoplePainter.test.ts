import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { THEMES } from '../../shared/theme/tokens.ts';
import { put } from '../../tests/helpers/editing.ts';
import type { Peer } from '../editor/PresencePort.ts';
import { PeoplePainter, type PeopleScene } from './PeoplePainter.ts';

const VIEW = { scale: 1, x: 0, y: 0, zoom: 1, isSettled: true };

/** What is written and how many outlines are drawn of somebody who points, has one note selected and types in another. */
function painted(board: BoardDoc, scene: PeopleScene): { words: string[]; outlines: number } {
  const words: string[] = [];
  let outlines = 0;
  const known: Record<string, unknown> = {
    fillText: (text: string) => words.push(text),
    stroke: () => outlines++,
  };
  const ctx = new Proxy({} as CanvasRenderingContext2D, {
    get: (_target, key) => known[String(key)] ?? (() => undefined),
    set: () => true,
  });
  new PeoplePainter(board).paint(ctx, VIEW, scene, { width: 1000, height: 800 });
  return { words, outlines };
}

describe('the others on the wall', () => {
  it('are named at their pointer and where they type, and nowhere while a group sorts without a word', () => {
    const board = new BoardDoc();
    const [held, typed] = [put(board, 'note', [0, 0]), put(board, 'note', [300, 0])];
    const cluster = put(board, 'cluster', [0, 400]);
    const entry = { connection: 7, participant: 'ana', name: 'Ana Duchemin', role: 'participant', hue: 1 } as const;
    const peers = new Map<number, Peer>([
      [7, { entry, presence: { cursor: [500, 300], selection: [held], editing: typed } }],
    ]);
    const scene: PeopleScene = {
      ...{ peers, cursors: [{ connection: 7, at: { x: 500, y: 300 }, opacity: 1 }], trails: [] },
      ...{ displaced: new Map(), ownHue: '#000', now: 0, theme: THEMES.light },
    };
    const named = painted(board, scene);
    expect(named.words).toEqual(['Ana Duchemin', 'Ana Duchemin']);
    board.edit('style', (write) => write.set(cluster, { props: { silent: true } }));
    const hushed = painted(board, scene);
    expect(hushed.words).toEqual([]);
    // That somebody is there is still seen: the pointer, and what is held. Only the frames of the two names are gone.
    expect(hushed.outlines).toBe(named.outlines - 2);
    expect(hushed.outlines).toBeGreaterThan(0);
  });
});
