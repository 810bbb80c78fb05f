/** The notes of a matrix as dots between its axes, with the ranks of the first: for who would rather look than read. Says itself by its list. */
import { shareOf } from '../../../shared/elements/matrix/axis.ts';
import type { MatrixProps } from '../../../shared/elements/matrix/props.ts';
import type { Ranked } from '../../../shared/elements/matrix/ranking.ts';
import { truncate } from '../../../shared/text/fitText.ts';
import styles from './Placing.module.css';

const WIDTH = 304;
const HEIGHT = 190;
const EDGE = 10;
/** So many dots bear their rank. */
const NUMBERED = 9;

export interface DotPlotProps {
  ranked: readonly Ranked[];
  axes: Pick<MatrixProps, 'x' | 'y'>;
  names: { readonly x: string; readonly y: string };
  label: string;
}

export function DotPlot({ ranked, axes: { x, y }, names, label }: DotPlotProps) {
  const across = (share: number): number => EDGE + share * (WIDTH - 2 * EDGE);
  const up = (share: number): number => HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
  const dots = ranked.map(({ id, rank, scores }) => ({
    id,
    rank,
    cx: across(shareOf(x, scores.x.value)),
    cy: up(shareOf(y, scores.y.value)),
  }));
  return (
    <svg className={styles.plot} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <rect x={1} y={1} width={WIDTH - 2} height={HEIGHT - 2} rx={4} className={styles.ground} />
      <path d={`M${WIDTH / 2} 1V${HEIGHT - 1}M1 ${HEIGHT / 2}H${WIDTH - 1}`} className={styles.cross} />
      <text x={7} y={15} className={styles.axisName}>
        {truncate(names.y, WIDTH / 2 - 20, 11, 600)}
      </text>
      <text x={WIDTH - 7} y={HEIGHT - 7} textAnchor="end" className={styles.axisName}>
        {truncate(names.x, WIDTH / 2 - 20, 11, 600)}
      </text>
      {/* The best on top: the last drawn covers the others. */}
      {[...dots].reverse().map(({ id, rank, cx, cy }) => (
        <g key={id}>
          <circle
            cx={cx}
            cy={cy}
            r={rank <= NUMBERED ? 9 : 4}
            className={rank <= NUMBERED ? styles.first : styles.dot}
          />
          {rank <= NUMBERED && (
            <text x={cx} y={cy + 4} textAnchor="middle" className={styles.number}>
              {rank}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
