/** The signals of a radar counted a sector, as a table and small bars: in all rings or in one, a column a tag; and where two tags differ most. */
import { useState } from 'react';
import type { Element } from '../../../shared/elements/ElementKind.ts';
import { type RadarTally, type Tally, widestGap } from '../../../shared/elements/radar/count.ts';
import { type RadarProps, ringsOf, sectorsOf } from '../../../shared/elements/radar/props.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Pick } from './LineField.tsx';
import styles from './Placing.module.css';

/** So many tags have a column of their own. */
const COLUMNS = 8;
const ALL = 'all';

export function Signals({ radar, tally }: { radar: Element<RadarProps>; tally: RadarTally }) {
  const t = useT();
  const [wanted, setWanted] = useState(ALL);
  const rings = ringsOf(radar.props);
  const sectors = sectorsOf(radar.props);
  const ring = rings.findIndex(({ id }) => id === wanted);
  const nameOf = (id: string): string => {
    const n = sectors.findIndex((sector) => sector.id === id);
    return sectors[n]?.name || (n < 0 ? t('radar.signals.total') : t('radar.unnamed.sector', { number: n + 1 }));
  };
  const rows = tally.sectors.map((sector) => ({
    id: sector.sector,
    name: nameOf(sector.sector),
    counts: (ring < 0 ? sector : sector.rings[ring]) ?? sector,
  }));
  const most = Math.max(1, ...rows.map(({ counts }) => counts.total));
  const tags = tally.tags.slice(0, COLUMNS);
  const tagName = (tag: string): string => (tag === '' ? t('radar.signals.untagged') : tag);
  const empty = tally.sectors.filter(({ total }) => total === 0).map(({ sector }) => nameOf(sector));
  return (
    <section className={styles.section} aria-label={t('radar.signals')}>
      <h3 className={styles.heading}>{t('radar.signals')}</h3>
      {radar.props.roles && sectors.length > 0 && (
        <p className={styles.chosen}>{t('radar.toFill', { count: empty.length, names: empty.join(', ') })}</p>
      )}
      {tally.all.total === 0 ? (
        <p className={styles.note}>{t('radar.signals.none')}</p>
      ) : (
        <>
          {rings.length > 1 && (
            <Pick
              label={t('radar.signals.in')}
              options={[
                { value: ALL, label: t('radar.signals.all') },
                ...rings.map(({ id, name }, n) => ({
                  value: id,
                  label: name || t('radar.unnamed.ring', { number: n + 1 }),
                })),
              ]}
              value={ring < 0 ? ALL : wanted}
              onValue={setWanted}
            />
          )}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: reason: many tags are wider than the panel, and keys scroll to them too */}
          <section className={styles.scroll} aria-label={t('radar.signals.caption')} tabIndex={0}>
            <table className={styles.signals}>
              <caption className="visually-hidden">{t('radar.signals.caption')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('radar.sector')}</th>
                  <th scope="col" className={styles.figure}>
                    {t('radar.signals.total')}
                  </th>
                  {tags.map((tag) => (
                    <th key={tag} scope="col" className={styles.figure}>
                      {tagName(tag)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ id, name, counts }) => (
                  <SectorRow key={id} name={name} counts={counts} tags={tags} most={most} />
                ))}
              </tbody>
            </table>
          </section>
          <p className={styles.note}>{t('radar.signals.tagHelp')}</p>
          {tally.outside > 0 && <p className={styles.note}>{t('radar.signals.outside', { count: tally.outside })}</p>}
          <WidestGap tally={tally} nameOf={nameOf} />
        </>
      )}
    </section>
  );
}

interface SectorRowProps {
  name: string;
  counts: Tally;
  tags: readonly string[];
  most: number;
}

function SectorRow({ name, counts, tags, most }: SectorRowProps) {
  return (
    <tr>
      <th scope="row">
        {name}
        <span className={styles.bar} aria-hidden="true" style={{ width: `${(100 * counts.total) / most}%` }} />
      </th>
      <td className={styles.figure}>{counts.total}</td>
      {tags.map((tag) => (
        <td key={tag} className={styles.figure}>
          {counts.tags.get(tag) ?? 0}
        </td>
      ))}
    </tr>
  );
}

/** Two tags beside each other: experts and citizens, wished for and feared. */
function WidestGap({ tally, nameOf }: { tally: RadarTally; nameOf: (id: string) => string }) {
  const t = useT();
  const tags = tally.tags.filter((tag) => tag !== '');
  const [first, setFirst] = useState<string | null>(null);
  const [second, setSecond] = useState<string | null>(null);
  if (tags.length < 2) return null;
  const one = first !== null && tags.includes(first) ? first : (tags[0] as string);
  const others = tags.filter((tag) => tag !== one);
  const two = second !== null && others.includes(second) ? second : (others[0] as string);
  const gap = widestGap(tally, one, two);
  const percent = (share: number): number => Math.round(share * 100);
  const optionsOf = (names: readonly string[]) => names.map((value) => ({ value, label: value }));
  return (
    <div className={styles.gap}>
      <h4 className={styles.legend}>{t('radar.gap')}</h4>
      <div className={styles.pair}>
        <Pick label={t('radar.gap.first')} options={optionsOf(tags)} value={one} onValue={setFirst} />
        <Pick label={t('radar.gap.second')} options={optionsOf(others)} value={two} onValue={setSecond} />
      </div>
      {gap && (
        <p className={styles.chosen}>
          {t('radar.gap.text', {
            sector: nameOf(gap.sector),
            firstPercent: percent(gap.first),
            secondPercent: percent(gap.second),
            first: one,
            second: two,
          })}
        </p>
      )}
    </div>
  );
}
