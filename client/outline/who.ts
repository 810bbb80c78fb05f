/** Who is at this screen, as the access table asks it, from what the session tells. */

import type { Who } from '../editor/rights.ts';
import type { SessionState } from '../sync/SessionState.ts';

export function whoOf({ me, control, roster }: SessionState): Who {
  const own = roster.people.find(({ connection }) => connection === me?.connection);
  return { role: me?.role ?? 'viewer', group: own?.group ?? null, step: control?.step, id: me?.id };
}
