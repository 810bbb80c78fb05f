/** Who is at this screen, as the access table asks it, from what the session tells. */

import type { Who } from '../editor/rights.ts';
import type { SessionState } from '../sync/SessionState.ts';

export const whoOf = ({ me, control }: SessionState): Who => ({
  ...{ role: me?.role ?? 'viewer', group: me?.group ?? null },
  ...{ step: control?.step, id: me?.id },
});
