/** Asks for a change of the session, and says in words when it is refused. What is accepted shows by itself, through the events. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Command } from '../../shared/control/commands.ts';
import { useT } from '../i18n/Messages.tsx';
import type { Accepted } from '../sync/Commands.ts';
import { useToast } from '../ui/Toasts.tsx';
import { useBoard } from './BoardContext.tsx';

export interface CommandRunner {
  /** Whether an answer is still awaited. */
  readonly pending: boolean;
  /** `null`: refused, and the person has been told why. */
  run(command: Command): Promise<Accepted | null>;
}

export function useCommand(): CommandRunner {
  const t = useT();
  const toast = useToast();
  const { session } = useBoard();
  const [pending, setPending] = useState(false);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  const run = useCallback(
    async (command: Command): Promise<Accepted | null> => {
      setPending(true);
      const answer = await session.command(command);
      if (mounted.current) setPending(false);
      if (answer.ok) return answer.value;
      toast({ text: t(`command.${answer.reason}`), tone: 'danger' });
      return null;
    },
    [session, toast, t],
  );
  return { pending, run };
}
