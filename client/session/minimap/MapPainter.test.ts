import { describe, expect, it, vi } from 'vitest';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import { type MapClock, MapPainter } from './MapPainter.ts';

/** A map of a wall with two notes; `run` lets the clock's waiting go on until nothing waits. */
function begin() {
  const { editor, board } = openEditor();
  const ids = [put(board, 'note', [0, 0]), put(board, 'note', [2000, 1000])];
  const asks = vi.spyOn(editor.index, 'content');
  const waiting = new Set<() => void>();
  const wait = (run: () => void): (() => void) => {
    waiting.add(run);
    return () => waiting.delete(run);
  };
  const clock: MapClock = { now: () => 0, whenIdle: wait, after: (_ms, run) => wait(run) };
  const context = () =>
    ({ canvas: { width: 208, height: 132 }, clearRect: vi.fn(), drawImage: vi.fn(), fillRect: vi.fn() }) as unknown;
  const canvas = { visible: context(), hidden: context() } as ConstructorParameters<typeof MapPainter>[1];
  const options = { clock, size: { w: 208, h: 132 }, ratio: 1, onView: () => undefined };
  const painter = new MapPainter(editor, canvas, options);
  const run = (): void => {
    while (waiting.size > 0) {
      const [next] = waiting;
      if (!next) return;
      waiting.delete(next);
      next();
    }
  };
  return { editor, board, ids, painter, asks, run };
}

describe('MapPainter', () => {
  it('keeps the box around everything: a camera that moves asks the whole board for nothing', () => {
    const { editor, painter, asks, run } = begin();
    run();
    expect(painter.content).toEqual(editor.index.content());
    const before = asks.mock.calls.length;
    for (let x = 0; x < 50; x++) {
      editor.camera.set({ x, y: 0, zoom: 1 });
      expect(painter.content).not.toBeNull();
    }
    expect(asks.mock.calls.length).toBe(before);
  });

  it('follows the board, also when it was empty meanwhile', () => {
    const { editor, board, ids, painter, run } = begin();
    run();
    board.edit('delete', (write) => {
      for (const id of ids) write.delete(id);
    });
    run();
    expect(painter.content).toBeNull();
    put(board, 'note', [500, 500]);
    run();
    expect(painter.content).toEqual(editor.index.content());
    expect(painter.content).not.toBeNull();
  });
});
