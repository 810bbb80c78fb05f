/** Who stands where between the axes, as an order: by one axis, or by both with a weight; a small picture of it, and a list to take along. */
import { ArrowDownNarrowWide, Copy, CopyPlus } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { Element } from '../../../shared/elements/ElementKind.ts';
import type { MatrixProps } from '../../../shared/elements/matrix/props.ts';
import { DEFAULT_WEIGHT, type RankBy, rank } from '../../../shared/elements/matrix/ranking.ts';
import { sayScore } from '../../../shared/elements/placing.ts';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import { useToast } from '../../ui/Toasts.tsx';
import { useBoard, useEditorState } from '../BoardContext.tsx';
import { undoThis } from '../undoThis.ts';
import { DotPlot } from './DotPlot.tsx';
import type { MatrixContent } from './gather.ts';
import { Check, Pick } from './LineField.tsx';
import styles from './Placing.module.css';
import { rankingLines } from './rankingTable.ts';

export interface RankingProps {
  matrix: Element<MatrixProps>;
  placed: MatrixContent['placed'];
  isFixed: boolean;
}

export function Ranking({ matrix, placed, isFixed }: RankingProps) {
  const t = useT();
  const locale = useLocale();
  const toast = useToast();
  const { editor } = useBoard();
  const readOnly = useEditorState((state) => state.readOnly);
  const { x, y, weight = DEFAULT_WEIGHT } = matrix.props;
  const [by, setBy] = useState<RankBy>('weighted');
  const [isReversed, setReversed] = useState(false);
  // Where the hand has the slider, before it lets go.
  const [held, setHeld] = useState<number | null>(null);
  const now = held ?? weight;
  const texts = useMemo(() => new Map(placed.map(({ id, text }) => [id, text])), [placed]);
  const ranked = useMemo(
    () =>
      rank({ x, y }, placed, { by, weight: now, isReversed }).map((one) => ({ ...one, text: texts.get(one.id) ?? '' })),
    [x, y, placed, by, now, isReversed, texts],
  );
  const names = { x: x.name || t('matrix.axis.x'), y: y.name || t('matrix.axis.y') };
  const copy = (): void => {
    const words = { rank: t('matrix.ranking.rank'), note: t('matrix.ranking.note') };
    const total = by === 'weighted' ? { total: t('matrix.ranking.total') } : {};
    const lines = rankingLines(ranked, { x: { name: names.x }, y: { name: names.y } }, { ...words, ...total }, locale);
    void copyText(lines).then((done) =>
      toast({ text: t(done ? 'placing.copied' : 'placing.copyFailed'), ...(!done && { tone: 'danger' as const }) }),
    );
  };
  /** A column of these notes in this order, beside the matrix: taken from it, or as copies. One step of undo. */
  const lineUp = (asCopies: boolean): void =>
    editor.extras.with(({ sorting }) => {
      const name = t('matrix.ranking.column', { by: by === 'weighted' ? t('matrix.ranking.weighted') : names[by] });
      const made = sorting.makeGroups([{ name, notes: ranked.map(({ id }) => id) }], 'column', { asCopies });
      const { notes: count, left } = made;
      const [column] = count > 0 ? editor.selection.ids : [];
      const bounds = column === undefined ? null : editor.board.bounds(column);
      if (bounds) editor.camera.reveal(bounds);
      toast({
        text: [
          t(asCopies ? 'matrix.ranking.copied' : 'matrix.ranking.lined', { count }),
          ...(left > 0 ? [t('matrix.ranking.left', { count: left })] : []),
        ].join(' '),
        ...(count > 0 && { action: undoThis(editor, t, toast) }),
      });
    });
  const show = (id: string): void => {
    editor.selection.set([id]);
    const bounds = editor.board.bounds(id);
    if (bounds) editor.camera.reveal(bounds);
  };
  return (
    <section className={styles.section} aria-label={t('matrix.ranking')}>
      <h3 className={styles.heading}>{t('matrix.ranking')}</h3>
      {placed.length === 0 && <p className={styles.note}>{t('matrix.ranking.none')}</p>}
      {placed.length > 0 && (
        <>
          <DotPlot ranked={ranked} axes={{ x, y }} names={names} label={t('matrix.picture')} />
          <Pick
            label={t('matrix.ranking.by')}
            options={[
              { value: 'weighted', label: t('matrix.ranking.weighted') },
              { value: 'y', label: names.y },
              { value: 'x', label: names.x },
            ]}
            value={by}
            onValue={setBy}
          />
          {by === 'weighted' && (
            <Weight
              weight={now}
              names={names}
              isFixed={isFixed}
              onHeld={setHeld}
              onWeight={(next) => {
                // Whoever only passes through moves nothing, though a weight of another making is between two steps.
                if (held === null) return;
                setHeld(null);
                if (next !== weight) editor.writes.style([matrix.id], { weight: next });
              }}
            />
          )}
          <Check label={t('matrix.ranking.reverse')} checked={isReversed} onValue={setReversed} />
          <table className={styles.ranking}>
            <caption className="visually-hidden">{t('matrix.ranking')}</caption>
            <thead className="visually-hidden">
              <tr>
                <th scope="col">{t('matrix.ranking.rank')}</th>
                <th scope="col">{t('matrix.ranking.note')}</th>
                <th scope="col">{by === 'weighted' ? t('matrix.ranking.total') : names[by]}</th>
              </tr>
            </thead>
            <tbody>
              {ranked.map(({ id, text, rank: place, total, scores }) => (
                <tr key={id}>
                  <td className={styles.rank}>{place}</td>
                  <th scope="row" className={styles.ranked}>
                    <button
                      type="button"
                      className={styles.show}
                      title={t('matrix.ranking.show')}
                      onClick={() => show(id)}
                    >
                      {text || t('placing.noText')}
                    </button>
                    <span className={styles.scores}>
                      {`${names.y} ${sayScore(scores.y, locale)} · ${names.x} ${sayScore(scores.x, locale)}`}
                    </span>
                  </th>
                  <td className={styles.total}>
                    {by === 'weighted'
                      ? sayScore({ name: '', value: total, digits: 1 }, locale)
                      : sayScore(scores[by], locale)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Button icon={<Copy size={18} strokeWidth={1.75} aria-hidden="true" />} onClick={copy}>
            {t('placing.copy')}
          </Button>
          {!readOnly && (
            <>
              <Button icon={<CopyPlus size={18} strokeWidth={1.75} aria-hidden="true" />} onClick={() => lineUp(true)}>
                {t('matrix.ranking.copyColumn')}
              </Button>
              <Button
                icon={<ArrowDownNarrowWide size={18} strokeWidth={1.75} aria-hidden="true" />}
                onClick={() => lineUp(false)}
              >
                {t('matrix.ranking.lineUp')}
              </Button>
            </>
          )}
        </>
      )}
    </section>
  );
}

interface WeightProps {
  /** Of the horizontal axis, from 0 to 1. */
  weight: number;
  names: { readonly x: string; readonly y: string };
  isFixed: boolean;
  onHeld: (weight: number) => void;
  onWeight: (weight: number) => void;
}

/** How much each axis counts: shown at once, written when the hand lets go. */
function Weight({ weight, names, isFixed, onHeld, onWeight }: WeightProps) {
  const t = useT();
  const id = useId();
  const percentX = Math.round(weight * 100);
  const text = t('matrix.ranking.weightText', { ...names, percentX, percentY: 100 - percentX });
  const commit = (input: HTMLInputElement): void => onWeight(Number(input.value) / 100);
  return (
    <div className={styles.weight}>
      <label className={styles.label} htmlFor={id}>
        {t('matrix.ranking.weight')}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={5}
        value={percentX}
        disabled={isFixed}
        aria-valuetext={text}
        onChange={(event) => onHeld(Number(event.currentTarget.value) / 100)}
        onPointerUp={(event) => commit(event.currentTarget)}
        onKeyUp={(event) => commit(event.currentTarget)}
        onBlur={(event) => commit(event.currentTarget)}
      />
      <p className={styles.note}>{text}</p>
      <p className={styles.note}>{t('matrix.ranking.help')}</p>
    </div>
  );
}
