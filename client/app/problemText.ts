/** What went wrong, in words that say what to do next. The server's own sentence is shown where it is about what the person wrote. */
import type { MessageId, MessageValues } from '../i18n/Messages.tsx';
import type { ApiProblem } from './api.ts';

type Translate = (id: MessageId, values?: MessageValues) => string;

/** `otherwise` is the sentence for what has no words of its own. */
export function problemText(t: Translate, problem: ApiProblem, otherwise: MessageId): string {
  if (problem.code === 'unreachable') return t('problem.unreachable');
  return problem.message ?? t(otherwise);
}
