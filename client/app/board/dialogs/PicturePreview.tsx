/** What the picture will show, small, before one takes it away: the wall or the zone chosen, on paper. */
import type Konva from 'konva/lib/Core.js';
import { useEffect, useReducer } from 'react';
import { Layer, Shape, Stage } from 'react-konva/es/ReactKonvaCore.js';
import type { ElementId, Scene } from '../../../../shared/elements/ElementKind.ts';
import type { PaintContext } from '../../../../shared/elements/PaintContext.ts';
import type { Box } from '../../../../shared/geometry/box.ts';
import { THEMES } from '../../../../shared/theme/tokens.ts';
import { paintPreview } from '../../../canvas/paintPreview.ts';
import { useLocale, useT } from '../../../i18n/Messages.tsx';
import { useBoard } from '../../../session/BoardContext.tsx';
import { useNames } from '../../../session/people/useNames.ts';
import styles from './ExportDialog.module.css';

/** Room for it, in CSS pixels: fits the dialog on the smallest phone. */
const ROOM = { w: 280, h: 180 } as const;
/** Pictures that come one after the other are painted together: each painting is one of the whole board. */
const GATHERED_MS = 250;

export function PicturePreview({ box, area }: { box: Box; area: ElementId | null }) {
  const t = useT();
  const locale = useLocale();
  const { editor } = useBoard();
  const names = useNames();
  const { board, pictures } = editor;
  // What was asked for while this was drawn is on its way: it is drawn again once that can be painted.
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = pictures.onChange(() => {
      clearTimeout(timer);
      timer = setTimeout(redraw, GATHERED_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [pictures]);
  const scale = Math.min(ROOM.w / box.w, ROOM.h / box.h, 1);
  const [width, height] = [Math.max(1, Math.round(box.w * scale)), Math.max(1, Math.round(box.h * scale))];
  const scene: Scene = {
    theme: THEMES.light,
    locale,
    element: (id) => board.get(id),
    frame: (id) => board.frame(id),
    children: (id) => board.tree.children(id),
    person: (id) => names.get(id),
    picture: (hash, wide = ROOM.w) => pictures.get(hash, wide * scale * devicePixelRatio),
  };
  const draw = (context: Konva.Context): void =>
    paintPreview(context._context as unknown as PaintContext, board, {
      box,
      scale,
      scene,
      ...(area !== null && { area }),
    });
  return (
    <div className={styles.preview} role="img" aria-label={t('export.preview')}>
      <Stage width={width} height={height} listening={false}>
        <Layer listening={false}>
          <Shape key={area} listening={false} perfectDrawEnabled={false} sceneFunc={draw} />
        </Layer>
      </Stage>
    </div>
  );
}
