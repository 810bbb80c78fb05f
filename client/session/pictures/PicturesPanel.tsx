/**
 * Pictures on their way: shown to their own person at their place on the wall, and in a tray with how far they are, what went wrong, and,
 * once they are on the board, the question what is seen on them. Never takes the focus: whoever does not care goes on working.
 */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useApp } from '../../app/AppContext.tsx';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useBoard } from '../BoardContext.tsx';
import { DescribeDialog } from './DescribeDialog.tsx';
import { PictureGhosts } from './PictureGhosts.tsx';
import type { PicturesPanelProps } from './PicturesSlot.tsx';
import { PictureTray } from './PictureTray.tsx';
import { preparePicture } from './preparePicture.ts';
import { sendPicture } from './sendPicture.ts';
import { MOST_FILES, PICTURE_KIND, Uploads } from './Uploads.ts';

/** Pictures that become cards are no larger: a deck is as large as its largest one. */
const CARD_SIZE = [360, 270] as const;

const EMPTY: ReturnType<Uploads['list']> = [];
const noList = () => EMPTY;
const noChange = () => () => undefined;

export function PicturesPanel({ described, onDescribed }: PicturesPanelProps) {
  const uploads = useUploads();
  const list = useSyncExternalStore(uploads?.subscribe ?? noChange, uploads?.list ?? noList);
  if (!uploads) return null;
  return (
    <>
      {list.length > 0 && <PictureGhosts list={list} uploads={uploads} />}
      {list.length > 0 && <PictureTray list={list} uploads={uploads} />}
      {described !== null && <DescribeDialog id={described} onClose={onDescribed} />}
    </>
  );
}

function useUploads(): Uploads | null {
  const t = useT();
  const toast = useToast();
  const locale = useLocale();
  const { device } = useApp();
  const { session, editor, pictures } = useBoard();
  const [uploads, setUploads] = useState<Uploads | null>(null);
  const language = useRef(locale);
  language.current = locale;
  const say = useRef({ t, toast });
  say.current = { t, toast };

  useEffect(() => {
    const { state } = session;
    const created = new Uploads({
      board: session.id,
      participant: editor.me.participant,
      ticket: session.ticket,
      locale: () => language.current,
      isOnline: () => state.getState().status === 'online',
      prepare: preparePicture,
      send: sendPicture,
      device: device.pictures,
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      has: (id) => editor.board.get(id) !== undefined,
      newId: editor.board.newId,
      write(id, { hash, width, height }, at, size) {
        const middle = { x: at.x + size[0] / 2, y: at.y + size[1] / 2 };
        const map = editor.mapPins.takePicture(middle, { hash, width, height });
        if (map !== null) return map;
        const draft = { id, kind: PICTURE_KIND, at, size, props: { hash, width, height } };
        return editor.writes.placeMany('picture', [draft])[0] ?? null;
      },
      seed: (hash, file) => pictures.store.seed(hash, file),
    });
    setUploads(created);
    const stopServing = pictures.serve(({ files, at }) => {
      void created.insert(files, at, editor.decks.at(at) === null ? null : CARD_SIZE);
      if (files.length > MOST_FILES) {
        say.current.toast({ text: say.current.t('pictures.tooMany', { count: MOST_FILES }), tone: 'danger' });
      }
    });
    const stopHearing = state.subscribe(({ status }, before) => {
      if (status === 'online' && before.status !== 'online') created.wake();
    });
    // Of what is taken off the board again nobody is asked what is seen on it.
    const stopWatching = editor.board.onChange(({ deleted }) => {
      for (const { id } of created.list()) if (deleted.has(id)) created.dismiss(id);
    });
    const onBeforeUnload = (event: BeforeUnloadEvent): void => {
      if (created.isAtRisk) event.preventDefault();
    };
    window.addEventListener('beforeunload', onBeforeUnload);
    void created.resume();
    return () => {
      setUploads(null);
      stopServing();
      stopHearing();
      stopWatching();
      window.removeEventListener('beforeunload', onBeforeUnload);
      created.dispose();
    };
  }, [session, editor, pictures, device]);
  return uploads;
}
