/** What is chosen about a cluster; its name is its text. */
import type { NoteColor } from '../../theme/tokens.ts';
import type { Takes } from '../takes.ts';

export const CLUSTER_LAYOUTS = ['grid', 'column', 'pile'] as const;

export type ClusterProps = {
  readonly layout: (typeof CLUSTER_LAYOUTS)[number];
  /** Tint; absent: neutral. */
  readonly color?: NoteColor;
  /** Shows its name and how many lie in it, nothing else. */
  readonly collapsed?: boolean;
  /** Made while a group sorts without a word: it shows no name and asks for none. */
  readonly silent?: boolean;
  /** What it takes in when people ask for it. */
  readonly takes?: Takes;
};
