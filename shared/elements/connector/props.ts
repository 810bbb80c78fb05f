/** What a connector stores beside the common keys. */
import type { InkColor } from '../../theme/inks.ts';
import type { Dash } from '../lines.ts';
import type { ConnectorEnd } from './ends.ts';

export const ROUTINGS = ['straight', 'elbow', 'curved'] as const;
export type Routing = (typeof ROUTINGS)[number];
export const HEADS = ['none', 'arrow', 'triangle', 'dot'] as const;
export type Head = (typeof HEADS)[number];

export type ConnectorProps = {
  readonly from: ConnectorEnd;
  readonly to: ConnectorEnd;
  readonly routing: Routing;
  /** Its heads, at `from` and at `to`. */
  readonly start: Head;
  readonly end: Head;
  readonly color: InkColor;
  readonly width: number;
  readonly dash?: Dash;
  readonly opacity?: number;
  /** It makes the note at `to` a child of the one at `from` in a mind map (`shared/board/mindMap.ts`). */
  readonly branch?: boolean;
};
