/** The panel of a matrix: what waits to be placed, the scores of the note that is selected, the ranking, the axes. */
import { ChartScatter } from 'lucide-react';
import { useCallback } from 'react';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Element } from '../../../shared/elements/ElementKind.ts';
import { asMatrix, type MatrixProps } from '../../../shared/elements/matrix/props.ts';
import { useT } from '../../i18n/Messages.tsx';
import { useEditorState } from '../BoardContext.tsx';
import { useBoardValue } from '../marks/useBoardValue.ts';
import { AreaPanel } from './AreaPanel.tsx';
import { AxisFields } from './AxisFields.tsx';
import { gatherMatrix } from './gather.ts';
import { PartFields } from './PartFields.tsx';
import styles from './Placing.module.css';
import { Ranking } from './Ranking.tsx';
import { SelectedScores } from './SelectedScores.tsx';
import { Waiting } from './Waiting.tsx';

export function MatrixPanel({ onClose }: { onClose: () => void }) {
  return (
    <AreaPanel<Element<MatrixProps>>
      title="matrix.panel"
      none="matrix.none"
      noneHelp="matrix.none.help"
      icon={ChartScatter}
      as={asMatrix}
      onClose={onClose}
      content={(matrix, selected) => <Content matrix={matrix} selected={selected} />}
    />
  );
}

function Content({ matrix, selected }: { matrix: Element<MatrixProps>; selected: string | null }) {
  const t = useT();
  const readOnly = useEditorState((state) => state.readOnly);
  const gather = useCallback((board: BoardDoc) => gatherMatrix(board, matrix), [matrix]);
  const { placed, waiting } = useBoardValue(gather);
  const isFixed = readOnly || matrix.lock;
  return (
    <>
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
    </>
  );
}
