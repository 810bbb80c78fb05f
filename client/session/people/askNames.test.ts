import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { commentKey } from '../../../shared/elements/marks/markKeys.ts';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import { INITIAL_SESSION_STATE, type SessionState } from '../../sync/SessionState.ts';
import { type AskingPorts, askNames } from './askNames.ts';

/** A wall as Ana opens it, on which others have written; what the server knows of them, and what it was asked. */
function begin(people: Record<string, string>, signers: readonly string[] = ['paul']) {
  let signer = '';
  const board = new BoardDoc(undefined, undefined, undefined, { sign: () => signer });
  const sign = (by: string): string => {
    signer = by;
    return put(board, 'note', [0, 0], { text: 'Ouvrir le samedi' });
  };
  for (const by of signers) sign(by);
  const { editor } = openEditor({ board });
  const state = createStore<SessionState>(() => ({ ...INITIAL_SESSION_STATE, status: 'online' }));
  const asked: string[] = [];
  let answer = async (path: string): Promise<Response> => {
    const of = new URL(path, 'http://localhost').searchParams.get('of')?.split(',') ?? Object.keys(people);
    const names = of.flatMap((id) => (people[id] ? [[id, people[id]] as const] : []));
    return Response.json({ names: Object.fromEntries(names) });
  };
  const ports: AskingPorts = {
    fetch: (path) => {
      asked.push(path);
      return answer(path);
    },
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random: () => 0.5,
  };
  const stop = askNames(editor, { id: 'mur', ticket: () => 'billet', state }, ports);
  const fail = (how: () => Promise<Response>): (() => void) => {
    const well = answer;
    answer = how;
    return () => {
      answer = well;
    };
  };
  return { board, editor, state, asked, sign, stop, fail };
}

const wait = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

describe('names of those who are not here', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are asked for once after opening, and the wall is painted anew with them', async () => {
    const { editor, asked, board } = begin({ paul: 'Paul', zoe: 'Zoé' }, ['paul', 'paul', 'ana']);
    const [first] = [...board.elements()];
    const marks = { [commentKey('zoe.c1')]: { text: 'Et le dimanche ?', at: 1 } };
    board.edit('test', (write) => write.set(first?.id ?? '', { marks }));
    const painted: boolean[] = [];
    editor.names.onChange((isBorne) => painted.push(isBorne));
    await wait(60_000);
    expect(asked).toEqual(['/api/boards/mur/names?of=paul,zoe']);
    expect([editor.names.of('paul'), editor.names.of('zoe')]).toEqual(['Paul', 'Zoé']);
    expect(painted).toEqual([true]);
  });

  it('are asked for again when somebody unknown signs, and not of those who have none', async () => {
    const { editor, asked, sign } = begin({ max: 'Max' }, ['sans-nom']);
    await wait(60_000);
    sign('sans-nom');
    await wait(60_000);
    expect(asked).toHaveLength(1);
    sign('max');
    await wait(60_000);
    expect(asked.slice(1)).toEqual(['/api/boards/mur/names?of=max']);
    expect(editor.names.of('max')).toBe('Max');
  });

  it('are not asked for where they are told without asking, nor where nobody has signed', async () => {
    const { editor, asked } = begin({ paul: 'Paul' });
    editor.names.learn([['paul', 'Paul']]);
    await wait(60_000);
    expect(asked).toEqual([]);
  });

  it('are asked for again where there was no answer, once there is a connection', async () => {
    const { editor, asked, state, fail } = begin({ paul: 'Paul' });
    const mend = fail(() => Promise.reject(new TypeError('no network')));
    await wait(2_000);
    expect(asked).toHaveLength(1);
    state.setState({ status: 'offline' });
    await wait(60_000);
    expect(asked).toHaveLength(1);
    fail(async () => new Response(null, { status: 503 }));
    state.setState({ status: 'online' });
    await wait(10_000);
    expect(asked).toHaveLength(2);
    mend();
    await wait(10_000);
    expect(editor.names.of('paul')).toBe('Paul');
  });

  it('are asked for in one question where they are many, and the more seldom the larger the room', async () => {
    const many = Array.from({ length: 150 }, (_, n) => `p${n}`);
    const { editor, asked, state, sign } = begin(
      Object.fromEntries([...many, 'paul'].map((id) => [id, `Nom ${id}`])),
      many,
    );
    await wait(2_000);
    expect(asked).toEqual(['/api/boards/mur/names']);
    expect(editor.names.all.size).toBe(152);
    state.setState({ roster: { count: 1_000, people: [] } });
    sign('nouveau');
    await wait(19_000);
    expect(asked).toHaveLength(1);
    await wait(2_000);
    expect(asked).toHaveLength(2);
  });

  it('are not asked for while a group sorts without a word, and then they are', async () => {
    const { board, editor, asked, sign, fail } = begin({ paul: 'Paul', zoe: 'Zoé' });
    // The server knows of the silence before the page does.
    const speak = fail(async () => Response.json({ names: {} }));
    await wait(60_000);
    expect(asked).toEqual(['/api/boards/mur/names?of=paul']);
    const hush = put(board, 'cluster', [2_000, 0], { props: { layout: 'grid', silent: true } });
    const area = put(board, 'frame', [0, 900], { text: 'Irritants' });
    const marks = { [commentKey('zoe.c1')]: { text: 'Et le dimanche ?', at: 1 } };
    board.edit('test', (write) => write.set(area, { marks }));
    sign('paul');
    await wait(60_000);
    expect(asked).toHaveLength(1);
    speak();
    board.edit('speak', (write) => write.delete(hush));
    await wait(60_000);
    expect(asked.slice(1)).toEqual(['/api/boards/mur/names?of=paul,zoe']);
    expect([editor.names.of('paul'), editor.names.of('zoe')]).toEqual(['Paul', 'Zoé']);
  });

  it('are asked for again where a question of a silence is answered after it', async () => {
    const { board, editor, asked, fail } = begin({ paul: 'Paul' });
    const answered: ((response: Response) => void)[] = [];
    const speak = fail(() => new Promise((resolve) => answered.push(resolve)));
    await wait(2_000);
    expect(asked).toHaveLength(1);
    const hush = put(board, 'cluster', [2_000, 0], { props: { layout: 'grid', silent: true } });
    speak();
    board.edit('speak', (write) => write.delete(hush));
    answered[0]?.(Response.json({ names: {} }));
    await wait(60_000);
    expect(asked).toHaveLength(2);
    expect(editor.names.of('paul')).toBe('Paul');
  });

  it('are asked for no more once the board is left', async () => {
    const { asked, stop } = begin({ paul: 'Paul' });
    stop();
    await wait(60_000);
    expect(asked).toEqual([]);
  });
});
