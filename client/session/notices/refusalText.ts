/** Why the server took an edit back, in words. Codes of later servers have a sentence too. */
import { canWrite, type Role } from '../../../shared/access/can.ts';
import type { MessageId } from '../../i18n/Messages.tsx';

const KNOWN = ['role', 'step', 'locked', 'lock', 'limit', 'placeholder', 'held'] as const;

/** To whoever may write at all, `role` means that the step does not let them: that they may never write here would be wrong. */
export function refusalText(code: string, role: Role): MessageId {
  if (code === 'role' && canWrite(role)) return 'refused.step';
  const known = KNOWN.find((name) => name === code);
  return known ? `refused.${known}` : 'refused.other';
}
