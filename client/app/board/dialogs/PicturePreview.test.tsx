// @vitest-environment happy-dom
/** The preview of a picture: drawn again when what it shows has come. */
import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Picture } from '../../../../shared/elements/ElementKind.ts';
import { Emitter } from '../../../../shared/lib/emitter.ts';
import { openEditor, put } from '../../../../tests/helpers/editing.ts';
import type { PreviewOptions } from '../../../canvas/paintPreview.ts';
import { NO_PICTURES } from '../../../editor/PicturesPort.ts';
import { fr } from '../../../i18n/fr/index.ts';
import { MessagesProvider } from '../../../i18n/Messages.tsx';
import { BoardContext, type OpenedBoard } from '../../../session/BoardContext.tsx';
import { PicturePreview } from './PicturePreview.tsx';

const HASH = 'h'.repeat(43);
/** What was seen at each drawing: the picture, and what its writer is called. */
const drawn: (readonly [picture: unknown, person: string | undefined])[] = [];

// Konva draws a shape whenever it is given another function for it; here there is no canvas to draw on.
vi.mock('react-konva/es/ReactKonvaCore.js', () => {
  const Inner = ({ children }: { children?: ReactNode }) => children;
  const Shape = ({ sceneFunc }: { sceneFunc: (context: object) => void }) => {
    sceneFunc({ _context: {} });
    return null;
  };
  return { Stage: Inner, Layer: Inner, Shape };
});
vi.mock('../../../canvas/paintPreview.ts', () => ({
  paintPreview: (_ctx: unknown, _board: unknown, { scene }: PreviewOptions) =>
    void drawn.push([scene.picture(HASH), scene.person('paul')]),
}));

describe('the preview of a picture', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    drawn.splice(0);
  });

  it('is drawn again once a picture can be painted, and once somebody’s name is known', () => {
    const changes = new Emitter<string>();
    let picture: Picture | undefined;
    const pictures = {
      ...NO_PICTURES,
      get: () => picture,
      onChange: (listener: (hash: string) => void) => changes.subscribe(listener),
    };
    const { editor, board } = openEditor({ pictures });
    put(board, 'image', [0, 0], { props: { hash: HASH, width: 100, height: 100 } });
    const page = render(
      <MessagesProvider locale="fr" messages={fr}>
        <BoardContext value={{ editor } as OpenedBoard}>
          <PicturePreview box={{ x: 0, y: 0, w: 200, h: 200 }} area={null} />
        </BoardContext>
      </MessagesProvider>,
    );
    expect(drawn.at(-1)).toEqual([undefined, undefined]);
    picture = { width: 100, height: 100 } as Picture;
    const before = drawn.length;
    act(() => {
      // Many come one after the other: the board is painted once for them.
      for (let n = 0; n < 20; n++) changes.emit(HASH);
      vi.advanceTimersByTime(300);
    });
    expect([drawn.at(-1), drawn.length - before]).toEqual([[picture, undefined], 1]);
    act(() => editor.names.learn([['paul', 'Paul']]));
    expect(drawn.at(-1)).toEqual([picture, 'Paul']);
    page.unmount();
    const count = drawn.length;
    act(() => {
      changes.emit(HASH);
      vi.advanceTimersByTime(300);
    });
    expect(drawn).toHaveLength(count);
  });
});
