import { describe, expect, it } from 'vitest';
import { openEditor, put } from '../../tests/helpers/editing.ts';

/** Where an element stands in the window, in CSS pixels. */
function shown(editor: ReturnType<typeof openEditor>['editor'], id: string): { left: number; right: number } {
  const frame = editor.board.frame(id) ?? { x: 0, y: 0, w: 0, h: 0 };
  const { x, zoom } = editor.camera.current;
  return { left: (frame.x - x) * zoom, right: (frame.x + frame.w - x) * zoom };
}

describe('CameraControl', () => {
  it('brings things into view beside what the rail and the panel cover, in the middle of what is free', () => {
    const { editor, board } = openEditor();
    const area = put(board, 'frame', [5_000, 0], { size: [1_000, 500], text: 'Suites' });
    editor.camera.cover({ left: 80, right: 400 });
    editor.commands.run('view.fit');
    const { left, right } = shown(editor, area);
    expect(left).toBeGreaterThanOrEqual(80);
    expect(right).toBeLessThanOrEqual(600);
    expect((left + right) / 2).toBeCloseTo(80 + (1_000 - 480) / 2, 0);
    const note = put(board, 'note', [9_000, 0], { text: 'À vérifier' });
    editor.camera.reveal(board.bounds(note) ?? { x: 0, y: 0, w: 0, h: 0 });
    expect(shown(editor, note).right).toBeLessThanOrEqual(600);
    editor.camera.cover({ left: 0, right: 0 });
    editor.commands.run('view.fit');
    expect(shown(editor, note).right).toBeGreaterThan(600);
  });

  it('brings things into view above a sheet at the foot of the window', () => {
    const { editor, board } = openEditor();
    const note = put(board, 'note', [0, 5_000], { text: 'Aller voir les gens' });
    const foot = (): number => {
      const frame = board.frame(note) ?? { x: 0, y: 0, w: 0, h: 0 };
      const { y, zoom } = editor.camera.current;
      return (frame.y + frame.h - y) * zoom;
    };
    const { h } = editor.camera.viewport;
    editor.camera.cover({ left: 0, right: 0, bottom: h - 300 });
    editor.camera.reveal(board.bounds(note) ?? { x: 0, y: 0, w: 0, h: 0 });
    expect(foot()).toBeLessThanOrEqual(300);
    editor.commands.run('view.fit');
    expect(foot()).toBeLessThanOrEqual(300);
  });
});
