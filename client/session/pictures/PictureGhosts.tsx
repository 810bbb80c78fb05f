/** Pictures that wait, at the place where they will stand: seen by their own person only, over the wall and in no one's way. */
import { useEffect, useMemo, useRef } from 'react';
import { useBoard } from '../BoardContext.tsx';
import styles from './PictureGhosts.module.css';
import type { Upload } from './Uploads.ts';

export function PictureGhosts({ list }: { list: readonly Upload[] }) {
  const { editor } = useBoard();
  const wall = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = (): void => {
      const { x, y, zoom } = editor.store.getState().camera;
      if (wall.current) wall.current.style.transform = `scale(${zoom}) translate(${-x}px, ${-y}px)`;
    };
    follow();
    return editor.store.subscribe((state, before) => {
      if (state.camera !== before.camera) follow();
    });
  }, [editor]);
  return (
    <div className={styles.view} aria-hidden>
      <div ref={wall} className={styles.wall}>
        {list.map(
          (upload) => upload.shown && upload.state.type !== 'placed' && <Ghost key={upload.id} shown={upload.shown} />,
        )}
      </div>
    </div>
  );
}

function Ghost({ shown: { file, at, size } }: { shown: NonNullable<Upload['shown']> }) {
  const url = useObjectUrl(file);
  return (
    <img src={url} alt="" className={styles.ghost} style={{ left: at.x, top: at.y, width: size[0], height: size[1] }} />
  );
}

/** An address of a file for as long as it is shown. */
export function useObjectUrl(file: Blob): string {
  const url = useMemo(() => URL.createObjectURL(file), [file]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return url;
}
