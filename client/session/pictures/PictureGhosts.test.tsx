// @vitest-environment happy-dom
/** Pictures that wait for a connection, taken hold of on the wall and put elsewhere. */
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openEditor } from '../../../tests/helpers/editing.ts';
import { BoardContext, type OpenedBoard } from '../BoardContext.tsx';
import { PictureGhosts } from './PictureGhosts.tsx';
import type { Upload } from './Uploads.ts';

describe('a picture that waits', () => {
  afterEach(cleanup);

  const show = (zoom: number) => {
    const { editor } = openEditor();
    editor.camera.set({ x: 0, y: 0, zoom });
    const file = new Blob(['400×300'], { type: 'image/jpeg' });
    const shown = { file, at: { x: 100, y: 50 }, size: [400, 300] as const };
    const list: Upload[] = [{ id: 'p1', name: 'halle.jpg', state: { type: 'waiting' }, shown }];
    const move = vi.fn(async () => undefined);
    const { container } = render(
      <BoardContext value={{ editor } as OpenedBoard}>
        <PictureGhosts list={list} uploads={{ move }} />
      </BoardContext>,
    );
    const image = container.querySelector('img') as HTMLImageElement;
    image.setPointerCapture = () => undefined;
    const tell = (
      type: 'pointerDown' | 'pointerMove' | 'pointerUp' | 'pointerCancel',
      x: number,
      y: number,
      pointerId = 1,
    ) => fireEvent[type](image, { pointerId, button: 0, clientX: x, clientY: y });
    return { image, move, tell };
  };

  it('follows the hand and is put down where it lets go, at any zoom', () => {
    const { image, move, tell } = show(0.5);
    tell('pointerDown', 200, 100);
    tell('pointerMove', 260, 80);
    expect(image.style.transform).toBe('translate(120px, -40px)');
    // A second finger moves nothing.
    tell('pointerMove', 900, 900, 2);
    expect(image.style.transform).toBe('translate(120px, -40px)');
    tell('pointerUp', 260, 80);
    expect(move.mock.calls).toEqual([['p1', { x: 220, y: 10 }]]);
    expect(image.style.transform).toBe('');
  });

  it('stays where it is when the gesture is given up, or was none', () => {
    const { image, move, tell } = show(1);
    tell('pointerDown', 200, 100);
    tell('pointerMove', 260, 80);
    tell('pointerCancel', 260, 80);
    tell('pointerUp', 260, 80);
    tell('pointerDown', 200, 100);
    tell('pointerUp', 200, 100);
    expect(move).not.toHaveBeenCalled();
    expect(image.style.transform).toBe('');
  });
});
