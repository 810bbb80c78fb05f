/** A wall about to appear: the bars and a few notes as pale shapes, and what is happening in words. */
import type { ReactNode } from 'react';
import { Logo } from '../ui/Logo.tsx';
import styles from './SkeletonWall.module.css';

const GHOSTS = [
  [18, 24],
  [31, 22],
  [44, 25],
  [20, 48],
  [33, 46],
  [64, 30],
  [77, 32],
  [66, 56],
] as const;

export function SkeletonWall({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <main className={styles.wall} aria-busy="true">
      <div className={styles.bar}>
        <Logo size={26} />
        <span className={styles.line} />
      </div>
      {GHOSTS.map(([left, top]) => (
        <span key={`${left} ${top}`} className={styles.note} style={{ left: `${left}%`, top: `${top}%` }} />
      ))}
      <div className={styles.words}>
        <p role="status">{text}</p>
        {children}
      </div>
    </main>
  );
}
