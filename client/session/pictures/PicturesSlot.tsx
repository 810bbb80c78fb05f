/**
 * Where pictures come in on the board page: the two file fields (of which one is the camera), and the place of those that are on their
 * way. What prepares and sends them is fetched soon after the board is there, so that it is there without a network too.
 */
import { type ChangeEvent, type ComponentType, useCallback, useEffect, useRef, useState } from 'react';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import type { PagePoint } from '../../../shared/geometry/vec.ts';
import { useT } from '../../i18n/Messages.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useBoard, useSession } from '../BoardContext.tsx';
import { bringPanel } from './bringPanel.ts';
import styles from './PicturesSlot.module.css';

const FETCH_AFTER_MS = 1_500;

export interface PicturesPanelProps {
  /** The picture somebody has asked to describe. */
  readonly described: ElementId | null;
  readonly onDescribed: () => void;
}

type Panel = ComponentType<PicturesPanelProps>;

const load = (): Promise<Panel | null> =>
  import('./PicturesPanel.tsx').then(
    ({ PicturesPanel }) => PicturesPanel,
    () => null,
  );

export function PicturesSlot() {
  const t = useT();
  const toast = useToast();
  const { session, editor, pictures } = useBoard();
  const isLoaded = useSession((state) => state.loaded);
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  /** Where the chosen files are to lie, where that was said. */
  const wanted = useRef<PagePoint | null>(null);
  const [Panel, setPanel] = useState<{ readonly Component: Panel } | null>(null);
  const [described, setDescribed] = useState<ElementId | null>(null);
  const say = useRef({ t, toast });
  say.current = { t, toast };

  const fetchPanel = useCallback(async (): Promise<boolean> => {
    const Component = await load();
    if (Component) setPanel((old) => old ?? { Component });
    return Component !== null;
  }, []);
  useEffect(() => {
    if (!isLoaded) return;
    const timer = setTimeout(() => void fetchPanel(), FETCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isLoaded, fetchPanel]);
  useEffect(
    () =>
      editor.requests.subscribe((request) => {
        // At once: a browser opens a file dialog only while the person's own press is being answered.
        if (request === 'pictures' || request === 'camera') wanted.current = null;
        if (request === 'pictures') files.current?.click();
        if (typeof request === 'object' && 'picturesAt' in request) {
          wanted.current = request.picturesAt;
          files.current?.click();
        }
        if (request === 'camera') camera.current?.click();
      }),
    [editor],
  );
  useEffect(
    () =>
      bringPanel({
        pictures,
        requests: editor.requests,
        onOnline: (listener) =>
          session.state.subscribe(({ status }, before) => {
            if (status === 'online' && before.status !== 'online') listener();
          }),
        fetch: fetchPanel,
        ask: (isWanted) => setDescribed(isWanted ? editor.selection.single : null),
        say: (problem) => say.current.toast({ text: say.current.t(problem), tone: 'danger' }),
      }),
    [session, editor, pictures, fetchPanel],
  );

  const onChange = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    const chosen = [...(currentTarget.files ?? [])];
    // The same file again is a choice again.
    currentTarget.value = '';
    editor.pictures.insert(chosen, wanted.current ?? editor.clipboard.target);
    wanted.current = null;
  };
  const field = { type: 'file', accept: 'image/*', tabIndex: -1, className: styles.field, onChange } as const;
  return (
    <>
      <input ref={files} {...field} multiple data-pictures="files" aria-label={t('pictures.add')} hidden />
      <input
        ref={camera}
        {...field}
        capture="environment"
        data-pictures="camera"
        aria-label={t('pictures.camera')}
        hidden
      />
      {Panel && <Panel.Component described={described} onDescribed={() => setDescribed(null)} />}
    </>
  );
}
