/**
 * The wall, or one zone, to take away: as a picture, painted here, or by the server where the browser cannot; as a table or as data, written
 * by the server.
 */
import { Download } from 'lucide-react';
import { useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { isArea, pictureBox, pictureSize } from '../../../../shared/elements/paintScene.ts';
import type { Box } from '../../../../shared/geometry/box.ts';
import { exportPng, fitsBrowser, largestPicture } from '../../../canvas/exportPng.ts';
import { nameOf } from '../../../editor/nameOf.ts';
import { useLocale, useT } from '../../../i18n/Messages.tsx';
import { useBoard, useSession } from '../../../session/BoardContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useApp } from '../../AppContext.tsx';
import { problemText } from '../../problemText.ts';
import { downloadBlob } from './downloadBlob.ts';
import styles from './ExportDialog.module.css';
import { fileName } from './fileName.ts';
import { PicturePreview } from './PicturePreview.tsx';

const SCALES = ['1', '2', '4'] as const;
/** The one most people want: sharp on a screen, not heavy in a letter. */
const USUAL = '2';
const WHOLE = '';

const FORMATS = ['png', 'csv', 'json'] as const;
type Format = (typeof FORMATS)[number];

type Progress =
  | { readonly at: 'idle' }
  | { readonly at: 'painting' }
  | { readonly at: 'done'; readonly file: string }
  | { readonly at: 'failed'; readonly problem: string };

export function ExportDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const intl = useIntl();
  const { editor } = useBoard();
  const title = useSession((state) => state.control?.title ?? '');
  const areas = useAreas();
  // One area selected: most likely the one wanted.
  const [area, setArea] = useState<string>(() => {
    const { single } = editor.selection;
    return single !== null && isArea(editor.board, single) ? single : WHOLE;
  });
  const [format, setFormat] = useState<Format>('png');
  const [wanted, setWanted] = useState<string>(USUAL);
  const [progress, setProgress] = useState<Progress>({ at: 'idle' });
  const makePicture = usePictureMaker();
  const fetchTable = useTableFetcher();
  const areaId = useId();

  const box = pictureBox(editor.board, area || undefined);
  const scales = possibleScales(box);
  // What was wanted, or the finest there is below it: never a choice that cannot be had.
  const scale = scales.findLast((value) => Number(value) <= Number(wanted)) ?? scales[0] ?? '1';
  const size = pictureSize(box, Number(scale), largestPicture());
  const figure = (value: string): string => intl.formatNumber(Number(value), { maximumFractionDigits: 2 });
  const download = async (): Promise<void> => {
    setProgress({ at: 'painting' });
    const made =
      format === 'png' ? await makePicture(area || null, Number(scale)) : await fetchTable(format, area || null);
    if (!made.ok) {
      setProgress({ at: 'failed', problem: made.problem });
      return;
    }
    const file = fileName(format, title, areas.find(({ id }) => id === area)?.title);
    downloadBlob(made.blob, file);
    setProgress({ at: 'done', file });
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('export.title')}
      closeLabel={t('common.close')}
      footer={
        <>
          <p role="status" className={styles.status}>
            {progress.at === 'painting' && t(format === 'png' ? 'export.painting' : 'export.writing')}
            {progress.at === 'done' && t('export.done', { file: progress.file })}
          </p>
          <Button
            variant="primary"
            size="l"
            icon={<Download size={20} strokeWidth={1.75} />}
            pending={progress.at === 'painting'}
            disabled={format === 'png' && !size.ok}
            onClick={download}
          >
            {t(format === 'png' ? 'export.download' : `export.download.${format}`)}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <ChoiceField
          legend={t('export.format')}
          value={format}
          onValue={(value) => {
            setFormat(value);
            setProgress({ at: 'idle' });
          }}
          choices={FORMATS.map((value) => ({ value, label: t(`export.format.${value}`) }))}
          compact
        />
        {format === 'png' && <PicturePreview box={box} area={area || null} />}
        {format !== 'png' && <p className={styles.size}>{t(`export.${format}.help`)}</p>}
        <div className={styles.field}>
          <label htmlFor={areaId} className={styles.label}>
            {t('export.what')}
          </label>
          <select
            id={areaId}
            className={styles.select}
            value={area}
            onChange={(event) => {
              setArea(event.currentTarget.value);
              setProgress({ at: 'idle' });
            }}
          >
            <option value={WHOLE}>{t('export.whole')}</option>
            {areas.length > 0 && (
              <optgroup label={t('export.areas')}>
                {areas.map(({ id, title: name, depth }) => (
                  <option key={id} value={id}>
                    {`${'\u2003'.repeat(depth)}${name || t('export.untitled')}`}
                  </option>
                ))}
              </optgroup>
            )}
          </select>
        </div>
        {format === 'png' && (
          <>
            <ChoiceField
              legend={t('export.scale')}
              value={scale}
              onValue={(value) => {
                setWanted(value);
                setProgress({ at: 'idle' });
              }}
              choices={scales.map((value) => ({ value, label: `${figure(value)}\u00a0×` }))}
              compact
            />
            <p className={styles.size}>
              {size.ok && t('export.size', { width: size.value.width, height: size.value.height })}
            </p>
            {scales.length < SCALES.length && <p className={styles.size}>{t('export.tooLarge')}</p>}
          </>
        )}
        {progress.at === 'failed' && (
          <p role="alert" className={styles.problem}>
            {progress.problem}
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** The scales at which this box makes a picture; for a box too large for any, the largest that works. */
export function possibleScales(box: Box): readonly string[] {
  const possible = SCALES.filter((value) => pictureSize(box, Number(value), largestPicture()).ok);
  if (possible.length > 0) return possible;
  const smallest = pictureSize(box, Number(SCALES[0]));
  return smallest.ok ? SCALES : [String(smallest.reason.maxScale)];
}

interface ListedArea {
  readonly id: string;
  readonly title: string;
  readonly depth: number;
}

/** The areas in reading order, each under the one it lies in. Read once: the dialog is short-lived. */
function useAreas(): readonly ListedArea[] {
  const { editor } = useBoard();
  const [areas] = useState(() => {
    const { board } = editor;
    const list: ListedArea[] = [];
    const visit = (parent: string | null, depth: number): void => {
      const inside = [...board.tree.children(parent)]
        .filter((id) => isArea(board, id))
        .map((id) => ({ id, at: board.tree.origin(id) }))
        .sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x);
      for (const { id } of inside) {
        list.push({ id, title: nameOf(board.get(id)), depth });
        visit(id, depth + 1);
      }
    };
    visit(null, 0);
    return list;
  });
  return areas;
}

type Made = { readonly ok: true; readonly blob: Blob } | { readonly ok: false; readonly problem: string };

/** Tables are written where the disk is: what they say is saved, and stands there once. */
function useTableFetcher(): (format: 'csv' | 'json', area: string | null) => Promise<Made> {
  const t = useT();
  const { api } = useApp();
  const { session } = useBoard();
  return async (format, area) => {
    const made = await api.exportTable(session.id, session.ticket(), { format, ...(area !== null && { area }) });
    return made.ok
      ? { ok: true, blob: made.value }
      : { ok: false, problem: problemText(t, made.reason, 'export.table.failed') };
  };
}

function usePictureMaker(): (area: string | null, scale: number) => Promise<Made> {
  const t = useT();
  const locale = useLocale();
  const { api } = useApp();
  const { session, editor } = useBoard();
  return async (area, scale) => {
    const box = pictureBox(editor.board, area ?? undefined);
    if (fitsBrowser(box.w * scale, box.h * scale)) {
      const painted = await exportPng(editor.board, {
        scale,
        locale,
        ...(area !== null && { area }),
        person: (id) => editor.names.of(id),
        loadPicture: (hash, pixels) => editor.pictures.load(hash, pixels),
      });
      if (painted.ok) return { ok: true, blob: painted.value };
      if (painted.reason.code === 'area_not_found') return { ok: false, problem: t('export.areaGone') };
    }
    const made = await api.exportPng(session.id, session.ticket(), { scale, ...(area !== null && { area }) });
    return made.ok
      ? { ok: true, blob: made.value }
      : { ok: false, problem: problemText(t, made.reason, 'export.failed') };
  };
}
