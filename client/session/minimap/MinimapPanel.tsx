/**
 * The whole wall in the corner: where one is, and a press away everywhere else. The frame is what one sees; it can be dragged. By keyboard the
 * same is had from « Voir tout le mur » and from the list of views and areas.
 */
import { X } from 'lucide-react';
import { type PointerEvent, useEffect, useRef } from 'react';
import { encloses, expand } from '../../../shared/geometry/box.ts';
import type { Vec } from '../../../shared/geometry/vec.ts';
import { visibleBox } from '../../editor/Camera.ts';
import { useT } from '../../i18n/Messages.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useBoard } from '../BoardContext.tsx';
import { type MapClock, MapPainter } from './MapPainter.ts';
import styles from './MinimapPanel.module.css';
import { fromMap, toMap } from './minimap.ts';

/** As the style sheet has it. */
const SIZE = { w: 208, h: 132 } as const;

/** A busy machine has no idle time: the map comes all the same. */
const LONGEST_WAIT_MS = 300;

const clock: MapClock = {
  now: () => performance.now(),
  whenIdle: (run) => {
    // Safari has no idle time to offer: a pause then.
    if (typeof requestIdleCallback !== 'function') return clock.after(40, run);
    const handle = requestIdleCallback(run, { timeout: LONGEST_WAIT_MS });
    return () => cancelIdleCallback(handle);
  },
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

export function MinimapPanel({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { editor } = useBoard();
  const canvas = useRef<HTMLCanvasElement>(null);
  const map = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const painter = useRef<MapPainter | null>(null);
  /** From the middle of the frame to where it was taken, in map pixels. */
  const grip = useRef<Vec | null>(null);

  useEffect(() => {
    const visible = canvas.current?.getContext('2d');
    const hidden = document.createElement('canvas').getContext('2d');
    if (!visible || !hidden) return;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    for (const { canvas: one } of [visible, hidden]) {
      one.width = SIZE.w * ratio;
      one.height = SIZE.h * ratio;
    }
    const place = (): void => {
      const element = frame.current;
      const { view = null, content = null } = painter.current ?? {};
      if (!element || !view) return;
      const { camera, viewport } = editor.store.getState();
      const seen = visibleBox(camera, viewport);
      // Where all of the wall is in sight there is nothing to show, and the corner belongs to the wall.
      map.current?.toggleAttribute('data-idle', content !== null && encloses(expand(seen, 1), content));
      const { x, y, w, h } = toMap(view, seen);
      // Seen whole or not at all, the wall's frame keeps to the map.
      const left = Math.max(1, Math.min(x, SIZE.w - 5));
      const top = Math.max(1, Math.min(y, SIZE.h - 5));
      const right = Math.min(SIZE.w - 1, Math.max(x + w, left + 4));
      const bottom = Math.min(SIZE.h - 1, Math.max(y + h, top + 4));
      element.style.transform = `translate(${left}px, ${top}px)`;
      element.style.width = `${right - left}px`;
      element.style.height = `${bottom - top}px`;
      element.style.visibility = 'visible';
    };
    painter.current = new MapPainter(editor, { visible, hidden }, { clock, size: SIZE, ratio, onView: place });
    const stop = editor.store.subscribe((state, old) => {
      if (state.camera !== old.camera || state.viewport !== old.viewport) place();
    });
    return () => {
      stop();
      painter.current?.dispose();
      painter.current = null;
    };
  }, [editor]);

  const pointAt = (event: PointerEvent): Vec => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const lookAt = (point: Vec): void => {
    const view = painter.current?.view;
    if (!view) return;
    const middle = fromMap(view, point);
    const { camera, viewport } = editor.store.getState();
    const { w, h } = visibleBox(camera, viewport);
    editor.camera.set({ x: middle.x - w / 2, y: middle.y - h / 2, zoom: camera.zoom });
  };
  const take = (event: PointerEvent<HTMLDivElement>): void => {
    const view = painter.current?.view;
    if (event.button !== 0 || !view) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = pointAt(event);
    const { camera, viewport } = editor.store.getState();
    const seen = toMap(view, visibleBox(camera, viewport));
    const isOnFrame = at.x >= seen.x && at.y >= seen.y && at.x <= seen.x + seen.w && at.y <= seen.y + seen.h;
    // Taken by the frame it comes along as it was taken; anywhere else it comes to the hand.
    grip.current = isOnFrame ? { x: at.x - seen.x - seen.w / 2, y: at.y - seen.y - seen.h / 2 } : { x: 0, y: 0 };
    if (!isOnFrame) lookAt(at);
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (!grip.current) return;
    const at = pointAt(event);
    lookAt({ x: at.x - grip.current.x, y: at.y - grip.current.y });
  };
  const letGo = (): void => {
    grip.current = null;
  };
  return (
    <div ref={map} className={styles.map} data-mark="map" data-idle="">
      <div
        className={styles.ground}
        role="img"
        aria-label={t('map.help')}
        onPointerDown={take}
        onPointerMove={drag}
        onPointerUp={letGo}
        onPointerCancel={letGo}
      >
        <canvas ref={canvas} className={styles.canvas} />
        <div ref={frame} className={styles.frame} />
      </div>
      <div className={styles.close}>
        <IconButton
          label={t('map.hide')}
          placement="left"
          icon={<X size={16} strokeWidth={1.75} aria-hidden="true" />}
          onPress={onClose}
        />
      </div>
    </div>
  );
}
