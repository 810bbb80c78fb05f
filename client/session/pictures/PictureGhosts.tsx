/**
 * Pictures that wait, at the place where they will stand: seen by their own person only, over the wall and in no one's way but where one takes
 * hold of them, to put them elsewhere. By keyboard the tray does that.
 */
import { type PointerEvent, useEffect, useMemo, useRef } from 'react';
import type { Vec } from '../../../shared/geometry/vec.ts';
import { useBoard } from '../BoardContext.tsx';
import styles from './PictureGhosts.module.css';
import type { Upload, Uploads } from './Uploads.ts';

export function PictureGhosts({ list, uploads }: { list: readonly Upload[]; uploads: Pick<Uploads, 'move'> }) {
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
          (upload) =>
            upload.shown &&
            upload.state.type !== 'placed' && (
              <Ghost
                key={upload.id}
                shown={upload.shown}
                zoom={() => editor.store.getState().camera.zoom}
                onMoved={(at) => void uploads.move(upload.id, at)}
              />
            ),
        )}
      </div>
    </div>
  );
}

interface GhostProps {
  shown: NonNullable<Upload['shown']>;
  zoom: () => number;
  onMoved: (at: Vec) => void;
}

function Ghost({ shown: { file, at, size }, zoom, onMoved }: GhostProps) {
  const url = useObjectUrl(file);
  const image = useRef<HTMLImageElement>(null);
  /** The pointer that holds it, and where it took hold. */
  const held = useRef<{ readonly pointer: number; readonly x: number; readonly y: number } | null>(null);
  const carried = ({ clientX, clientY, pointerId }: PointerEvent): Vec | null => {
    if (held.current?.pointer !== pointerId) return null;
    return { x: (clientX - held.current.x) / zoom(), y: (clientY - held.current.y) / zoom() };
  };
  const carry = (by: Vec | null): void => {
    if (image.current) image.current.style.transform = by ? `translate(${by.x}px, ${by.y}px)` : '';
  };
  const letGo = (): void => {
    held.current = null;
    carry(null);
  };
  useEffect(() => passWheelOn(image.current), []);
  return (
    <img
      ref={image}
      src={url}
      alt=""
      draggable={false}
      className={styles.ghost}
      style={{ left: at.x, top: at.y, width: size[0], height: size[1] }}
      onPointerDown={(event) => {
        if (event.button !== 0 || held.current) return;
        held.current = { pointer: event.pointerId, x: event.clientX, y: event.clientY };
        event.currentTarget.setPointerCapture(event.pointerId);
        // The focus stays where it is.
        event.preventDefault();
      }}
      onPointerMove={(event) => {
        const by = carried(event);
        if (by) carry(by);
      }}
      onPointerUp={(event) => {
        const by = carried(event);
        if (!by) return;
        letGo();
        if (by.x !== 0 || by.y !== 0) onMoved({ x: Math.round(at.x + by.x), y: Math.round(at.y + by.y) });
      }}
      onPointerCancel={letGo}
    />
  );
}

/** Zooming and panning by the wheel go on over a picture that waits: what lies below it gets the same. Returns its undo. */
function passWheelOn(image: HTMLImageElement | null): () => void {
  const pass = (event: WheelEvent): void => {
    event.preventDefault();
    const [, below] = document.elementsFromPoint(event.clientX, event.clientY);
    below?.dispatchEvent(new WheelEvent('wheel', event));
  };
  image?.addEventListener('wheel', pass, { passive: false });
  return () => image?.removeEventListener('wheel', pass);
}

/** An address of a file for as long as it is shown. */
export function useObjectUrl(file: Blob): string {
  const url = useMemo(() => URL.createObjectURL(file), [file]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return url;
}
