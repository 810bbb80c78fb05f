/** Why the server took an edit back, in words. Codes of later servers have a sentence too. */
import type { MessageId } from '../../i18n/Messages.tsx';

const KNOWN = ['role', 'step', 'locked', 'lock', 'limit', 'placeholder', 'held'] as const;

export function refusalText(code: string): MessageId {
  const known = KNOWN.find((name) => name === code);
  return known ? `refused.${known}` : 'refused.other';
}
