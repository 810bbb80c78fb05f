/**
 * The sheet of a sitting as a page of its own, to print: a bar with what to do above it, never printed. Facilitators only, as it bears all
 * three links; opens from what this device knows, without joining the wall.
 */
import { ArrowLeft, Laptop, Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { type AppPorts, useApp } from '../AppContext.tsx';
import type { BoardLinks, BoardSummary } from '../api.ts';
import { type ShareableLinks, shareableLinks } from '../board/dialogs/links.ts';
import { comeTo, type EntryProblem } from '../board/entry.ts';
import { Link } from '../Link.tsx';
import { MessagePage } from '../NotFoundPage.tsx';
import { Sheet } from './Sheet.tsx';
import styles from './SheetPage.module.css';

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;

type State =
  | { readonly step: 'loading' }
  | {
      readonly step: 'shown';
      readonly board: BoardSummary;
      readonly links: ShareableLinks;
      readonly reach: BoardLinks['reach'];
    }
  | { readonly step: 'refused'; readonly problem: EntryProblem | 'forbidden' };

export function SheetPage({ id }: { id: string }) {
  const t = useT();
  const { api, credentials } = useApp();
  const [state, setState] = useState<State>({ step: 'loading' });
  const [attempt, setAttempt] = useState(0);
  // A change of language is no new visit, though it makes a new `api`.
  useEffect(() => {
    let current = true;
    void load({ api, credentials }, id).then((next) => {
      if (current) setState(next);
    });
    return () => {
      current = false;
    };
  }, [id, attempt]);
  useEffect(() => {
    if (state.step === 'shown') document.title = `${t('sheet.title')} · ${state.board.title}`;
  }, [state, t]);

  if (state.step === 'loading') return <p className={styles.waiting}>{t('sheet.loading')}</p>;
  if (state.step === 'refused') {
    const passing = state.problem === 'unreachable' || state.problem === 'too_many';
    const name = state.problem === 'forbidden' ? 'sheet.forbidden' : (`entry.${state.problem}` as const);
    return (
      <MessagePage
        title={t(`${name}.title`)}
        actions={
          passing && (
            <Button variant="primary" onClick={() => setAttempt((n) => n + 1)}>
              {t('common.retry')}
            </Button>
          )
        }
      >
        <p>{t(`${name}.help`)}</p>
      </MessagePage>
    );
  }
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Link to={{ name: 'board', id, secret: null }} className={styles.back}>
          <ArrowLeft {...ICON} />
          {t('sheet.back')}
        </Link>
        <div className={styles.hint}>
          {state.reach === 'computer' && (
            <p className={styles.local}>
              <Laptop {...ICON} />
              {t('sheet.local')}
            </p>
          )}
          <p>{t('sheet.hint')}</p>
        </div>
        <Button variant="primary" icon={<Printer {...ICON} />} onClick={() => window.print()}>
          {t('sheet.print')}
        </Button>
      </header>
      <main className={styles.desk}>
        <Sheet board={state.board} links={state.links} />
      </main>
    </div>
  );
}

async function load(ports: Pick<AppPorts, 'api' | 'credentials'>, id: string): Promise<State> {
  const { api, credentials } = ports;
  const entry = await comeTo({ api, credentials, now: Date.now }, id, null);
  if (entry.step !== 'in') return { step: 'refused', problem: entry.step === 'refused' ? entry.problem : 'no_link' };
  const { ticket } = entry.ticket;
  const board = await api.board(id, ticket);
  if (!board.ok) return { step: 'refused', problem: 'unreachable' };
  if (board.value.role !== 'facilitator') return { step: 'refused', problem: 'forbidden' };
  const loaded = await api.links(id, ticket);
  if (!loaded.ok) return { step: 'refused', problem: 'unreachable' };
  return { step: 'shown', board: board.value, links: linksOf(ports, id, loaded.value), reach: loaded.value.reach };
}

const linksOf = ({ credentials }: Pick<AppPorts, 'credentials'>, id: string, loaded: BoardLinks): ShareableLinks =>
  shareableLinks({
    board: id,
    role: 'facilitator',
    origin: window.location.origin,
    credential: credentials.find(id),
    loaded,
  });
