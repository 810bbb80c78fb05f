/** The tray of pictures on their way: one row each, with what it is doing and what can be done about it. */
import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import type { ScreenPoint } from '../../../shared/geometry/vec.ts';
import { toPage } from '../../editor/Camera.ts';
import { type MessageId, useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useBoard, useSession } from '../BoardContext.tsx';
import { DESCRIPTION_CHARS, describe } from './describe.ts';
import { useObjectUrl } from './PictureGhosts.tsx';
import styles from './PictureTray.module.css';
import type { Upload, UploadState, Uploads } from './Uploads.ts';

type Refused = Extract<UploadState, { type: 'refused' }>;

const REASONS: Readonly<Record<Refused['reason'], MessageId>> = {
  unreadable: 'pictures.unreadable',
  too_large: 'pictures.tooLarge',
  unwritten: 'pictures.unwritten',
  server: 'pictures.refused',
};

export function PictureTray({ list, uploads }: { list: readonly Upload[]; uploads: Uploads }) {
  const t = useT();
  const done = list.filter(({ state }) => state.type === 'placed');
  const placed = done.length;
  return (
    <section className={styles.tray} aria-label={t('pictures.tray')}>
      <p role="status" className={styles.said}>
        {placed > 0 ? t('pictures.placed', { count: placed }) : ''}
      </p>
      {placed > 1 && (
        <p className={styles.all}>
          <span>{t('pictures.placed', { count: placed })}</span>
          <Button
            onClick={() => {
              for (const { id } of done) uploads.dismiss(id);
            }}
          >
            {t('pictures.skipAll')}
          </Button>
        </p>
      )}
      <ul className={styles.rows}>
        {list.map((upload) => (
          <li key={upload.id} className={styles.row}>
            {upload.shown ? <Thumbnail file={upload.shown.file} /> : <span className={styles.thumbnail} />}
            {upload.state.type === 'placed' ? (
              <Question element={upload.state.element} onDone={() => uploads.dismiss(upload.id)} />
            ) : (
              <Progress upload={upload} uploads={uploads} state={upload.state} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Thumbnail({ file }: { file: Blob }) {
  return <img src={useObjectUrl(file)} alt="" className={styles.thumbnail} />;
}

interface ProgressProps {
  upload: Upload;
  uploads: Uploads;
  state: Exclude<UploadState, { type: 'placed' }>;
}

function Progress({ upload: { id, name, shown }, uploads, state }: ProgressProps) {
  const t = useT();
  const isOnline = useSession(({ status }) => status === 'online');
  const { editor } = useBoard();
  const bringHere = (): void => {
    if (!shown) return;
    const { viewport, camera } = editor.store.getState();
    const { x, y } = toPage(camera, { x: viewport.w / 2, y: viewport.h / 2 } as ScreenPoint);
    void uploads.move(id, { x: Math.round(x - shown.size[0] / 2), y: Math.round(y - shown.size[1] / 2) });
  };
  const label = name === '' ? t('pictures.unnamed') : t('pictures.named', { name });
  const isRefused = state.type === 'refused';
  return (
    <div className={styles.body}>
      <p className={styles.name}>{label}</p>
      <p className={isRefused ? styles.wrong : styles.state} role={isRefused ? 'alert' : undefined}>
        {words(state, isOnline, t)}
      </p>
      {state.type === 'sending' && <progress className={styles.bar} max={1} value={state.share} aria-label={label} />}
      {state.type === 'waiting' && shown && <Button onClick={bringHere}>{t('pictures.bringHere')}</Button>}
      {state.type === 'waiting' && !uploads.isKept(id) && <p className={styles.wrong}>{t('pictures.atRisk')}</p>}
      {isRefused ? (
        <div className={styles.actions}>
          {shown && <Button onClick={() => uploads.retry(id)}>{t('pictures.retry')}</Button>}
          <Button onClick={() => uploads.dismiss(id)}>{t('pictures.remove')}</Button>
        </div>
      ) : (
        <span className={styles.cancel}>
          <IconButton
            label={t('pictures.cancel')}
            icon={<X size={18} strokeWidth={1.75} />}
            onPress={() => uploads.dismiss(id)}
          />
        </span>
      )}
    </div>
  );
}

function words(state: ProgressProps['state'], isOnline: boolean, t: ReturnType<typeof useT>): string {
  switch (state.type) {
    case 'preparing':
      return t('pictures.preparing');
    case 'sending':
      return t('pictures.sending', { percent: Math.round(state.share * 100) });
    case 'waiting':
      return t(isOnline ? 'pictures.waitingServer' : 'pictures.waiting');
    case 'refused':
      return state.message ?? t(REASONS[state.reason]);
  }
}

function Question({ element, onDone }: { element: ElementId; onDone: () => void }) {
  const t = useT();
  const { editor } = useBoard();
  const [text, setText] = useState('');
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    describe(editor, element, text);
    onDone();
  };
  return (
    <form className={styles.body} onSubmit={onSubmit}>
      <TextField
        label={t('pictures.question')}
        description={t('pictures.question.help')}
        value={text}
        onValue={setText}
        maxLength={DESCRIPTION_CHARS}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" disabled={text.trim() === ''}>
          {t('pictures.save')}
        </Button>
        <Button onClick={onDone}>{t('pictures.skip')}</Button>
      </div>
    </form>
  );
}
