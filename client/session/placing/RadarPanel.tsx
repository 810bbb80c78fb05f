/** The panel of a radar: the note that is selected, the signals counted, the rings and sectors. */
import { Radar } from 'lucide-react';
import { useCallback } from 'react';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Element } from '../../../shared/elements/ElementKind.ts';
import { asRadar, type RadarProps, ringsOf, sectorsOf } from '../../../shared/elements/radar/props.ts';
import { middleOf, type Where } from '../../../shared/elements/radar/where.ts';
import { standingOf } from '../../../shared/elements/standing.ts';
import { useT } from '../../i18n/Messages.tsx';
import { useBoard, useEditorState } from '../BoardContext.tsx';
import { useBoardValue } from '../marks/useBoardValue.ts';
import { AreaPanel } from './AreaPanel.tsx';
import { childOf, gatherRadar, type RadarContent } from './gather.ts';
import { Pick } from './LineField.tsx';
import { Members } from './Members.tsx';
import styles from './Placing.module.css';
import { RadarPresets } from './RadarPresets.tsx';
import { Signals } from './Signals.tsx';
import { Waiting } from './Waiting.tsx';

export function RadarPanel({ onClose }: { onClose: () => void }) {
  return (
    <AreaPanel<Element<RadarProps>>
      title="radar.panel"
      none="radar.none"
      noneHelp="radar.none.help"
      icon={Radar}
      as={asRadar}
      onClose={onClose}
      content={(radar, selected) => <Content radar={radar} selected={selected} />}
    />
  );
}

function Content({ radar, selected }: { radar: Element<RadarProps>; selected: string | null }) {
  const t = useT();
  const readOnly = useEditorState((state) => state.readOnly);
  const gather = useCallback((board: BoardDoc) => gatherRadar(board, radar), [radar]);
  const content = useBoardValue(gather);
  const isFixed = readOnly || radar.lock;
  return (
    <>
      <Waiting area={radar.id} waiting={content.standing.filter(({ where }) => where === null)} readOnly={readOnly} />
      <SelectedWhere radar={radar} content={content} selected={selected} readOnly={readOnly} />
      <Signals radar={radar} tally={content.tally} />
      {isFixed && <p className={styles.note}>{t('placing.readOnly')}</p>}
      <Members radar={radar} family="ring" isFixed={isFixed} />
      <Members radar={radar} family="sector" isFixed={isFixed} />
      <RadarPresets radar={radar} isFixed={isFixed} />
    </>
  );
}

interface SelectedProps {
  radar: Element<RadarProps>;
  content: RadarContent;
  selected: string | null;
  readOnly: boolean;
}

/** The parts of the golden section: several put into one part after each other come to lie apart. */
const SPREAD = 0.618_034;

/** Ring and sector of the one thing that is selected, read and chosen. */
function SelectedWhere({ radar, content, selected, readOnly }: SelectedProps) {
  const t = useT();
  const { editor } = useBoard();
  const rings = ringsOf(radar.props);
  const sectors = sectorsOf(radar.props);
  const child = selected === null ? null : childOf(editor.board, radar.id, selected);
  const standing = content.standing.find(({ id }) => id === child);
  const partsOf = (where: Where | null | undefined) => ({
    ring: rings.findIndex(({ id }) => id === where?.ring?.id),
    sector: sectors.findIndex(({ id }) => id === where?.sector?.id),
  });
  const { ring, sector } = partsOf(standing?.where);
  const put = (wanted: { readonly ring?: number; readonly sector?: number }): void => {
    const element = standing && editor.board.get(standing.id);
    const frame = element && editor.board.frame(element.id);
    if (!standing || !element || !frame) return;
    // What is shown is a moment old; the other of the two stays what it is now.
    const now = gatherRadar(editor.board, radar).standing;
    const is = partsOf(now.find(({ id }) => id === standing.id)?.where);
    const to = { ring: Math.max(0, is.ring), sector: Math.max(0, is.sector), ...wanted };
    const { w, h } = standingOf(element, frame);
    const there = now.filter(
      ({ where }) => where?.ring?.id === rings[to.ring]?.id && where?.sector?.id === sectors[to.sector]?.id,
    ).length;
    const at = { ...to, rings: rings.length, sectors: sectors.length };
    const middle = middleOf(radar.size, at, (0.5 + there * SPREAD) % 1);
    editor.placing.putAndSay(radar.id, standing.id, { x: middle.x - w / 2, y: middle.y - h / 2 });
  };
  const options = (names: readonly { readonly name: string }[], family: 'ring' | 'sector', isIn: boolean) => [
    ...(isIn ? [] : [{ value: '-1', label: '–' }]),
    ...names.map(({ name }, n) => ({
      value: String(n),
      label: name || t(`radar.unnamed.${family}`, { number: n + 1 }),
    })),
  ];
  return (
    <section className={styles.section} aria-label={t('placing.selected')}>
      <h3 className={styles.heading}>{t('placing.selected')}</h3>
      {!standing && <p className={styles.note}>{t('placing.selected.none')}</p>}
      {standing && (
        <>
          <p className={styles.chosen}>{standing.text || t('placing.noText')}</p>
          <div className={styles.pair}>
            {rings.length > 0 && (
              <Pick
                label={t('radar.ring')}
                options={options(rings, 'ring', ring >= 0)}
                value={String(ring)}
                disabled={readOnly}
                onValue={(value) => put({ ring: Number(value) })}
              />
            )}
            {sectors.length > 0 && (
              <Pick
                label={t('radar.sector')}
                options={options(sectors, 'sector', sector >= 0)}
                value={String(sector)}
                disabled={readOnly}
                onValue={(value) => put({ sector: Number(value) })}
              />
            )}
          </div>
        </>
      )}
    </section>
  );
}
