/** The panel of a matrix: what waits to be placed, the scores of the note that is selected, the ranking, the axes. */
import { ChartScatter, Crosshair } from 'lucide-react';
import { useCallback } from 'react';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Element } from '../../../shared/elements/ElementKind.ts';
import { asMatrix, type MatrixProps } from '../../../shared/elements/matrix/props.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyPlace } from '../../ui/EmptyPlace.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useBoard, useEditorState } from '../BoardContext.tsx';
import { useBoardValue } from '../marks/useBoardValue.ts';
import { AxisFields } from './AxisFields.tsx';
import { gatherMatrix, type Named } from './gather.ts';
import { Pick } from './LineField.tsx';
import { PartFields } from './PartFields.tsx';
import styles from './Placing.module.css';
import { Ranking } from './Ranking.tsx';
import { SelectedScores } from './SelectedScores.tsx';
import { usePanelArea } from './usePanelArea.ts';

export function MatrixPanel({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { area, all, choose, selected } = usePanelArea<Element<MatrixProps>>(asMatrix);
  return (
    <SidePanel title={t('matrix.panel')} closeLabel={t('common.close')} onClose={onClose}>
      {!area && (
        <EmptyPlace icon={<ChartScatter size={28} strokeWidth={1.5} aria-hidden="true" />} title={t('matrix.none')}>
          {t('matrix.none.help')}
        </EmptyPlace>
      )}
      {area && all.length > 1 && (
        <Pick
          label={t('placing.which')}
          options={all.map(({ id, text }) => ({ value: id, label: text || t('placing.untitled') }))}
          value={area.id}
          onValue={choose}
        />
      )}
      {area && <Content key={area.id} matrix={area} selected={selected} />}
    </SidePanel>
  );
}

function Content({ matrix, selected }: { matrix: Element<MatrixProps>; selected: string | null }) {
  const t = useT();
  const readOnly = useEditorState((state) => state.readOnly);
  const gather = useCallback((board: BoardDoc) => gatherMatrix(board, matrix), [matrix]);
  const { placed, waiting } = useBoardValue(gather);
  const isFixed = readOnly || matrix.lock;
  return (
    <div className={styles.panel}>
      <Waiting area={matrix.id} waiting={waiting} readOnly={readOnly} />
      <SelectedScores matrix={matrix} selected={selected} readOnly={readOnly} />
      <Ranking matrix={matrix} placed={placed} isFixed={isFixed} />
      <section className={styles.section} aria-label={t('matrix.axes')}>
        <h3 className={styles.heading}>{t('matrix.axes')}</h3>
        {isFixed && <p className={styles.note}>{t('placing.readOnly')}</p>}
        {(['y', 'x'] as const).map((which) => (
          <AxisFields key={which} matrix={matrix} which={which} isFixed={isFixed} />
        ))}
        <PartFields matrix={matrix} isFixed={isFixed} />
      </section>
    </div>
  );
}

/** So many of those that wait are named. */
const NAMED = 3;

/** What waits, and a button that takes the next one into hand. */
export function Waiting({ area, waiting, readOnly }: { area: string; waiting: readonly Named[]; readOnly: boolean }) {
  const t = useT();
  const { editor } = useBoard();
  const next = (): void => {
    if (editor.placing.next(area) === null) return;
    // The arrows are those of the wall.
    document.querySelector<HTMLElement>('[data-surface]')?.focus({ preventScroll: true });
  };
  return (
    <section className={styles.section} aria-label={t('placing.waiting', { count: waiting.length })}>
      <h3 className={styles.heading}>{t('placing.waiting', { count: waiting.length })}</h3>
      {waiting.length > 0 && (
        <>
          <ul className={styles.waiting}>
            {waiting.slice(0, NAMED).map(({ id, text }) => (
              <li key={id}>{text || t('placing.noText')}</li>
            ))}
            {waiting.length > NAMED && (
              <li className={styles.more}>{t('placing.waiting.more', { count: waiting.length - NAMED })}</li>
            )}
          </ul>
          {!readOnly && (
            <Button icon={<Crosshair size={18} strokeWidth={1.75} aria-hidden="true" />} onClick={next}>
              {t('placing.next')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
