/** Undo against everything another person may do to the same elements, in every order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Element } from '../elements/ElementKind.ts';
import { BoardDoc } from './BoardDoc.ts';
import { History, TYPING } from './History.ts';
import { createElements, deleteElements, moveElements } from './operations.ts';

const ACTIONS = ['move', 'type', 'color', 'delete'] as const;
type Action = (typeof ACTIONS)[number];

function twoPeople() {
  const ana = new BoardDoc();
  const bilal = new BoardDoc();
  ana.doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'remote' && bilal.applyRemote(update));
  bilal.doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'remote' && ana.applyRemote(update));
  return { ana, bilal, history: new History(ana) };
}

/** Each person moves to their own places, types their own letters and gives their own colours: who did what can be read. */
function act(board: BoardDoc, id: string, action: Action, who: 'ana' | 'bilal', n: number): void {
  if (!board.get(id)) return;
  const isAna = who === 'ana';
  if (action === 'move') moveElements(board, 'move', [{ id, parent: null, to: { x: isAna ? n : -n, y: 0 } }]);
  else if (action === 'delete') deleteElements(board, 'delete', [id]);
  else if (action === 'color')
    board.edit('color', (write) => write.set(id, { props: { color: isAna ? 'red' : 'blue' } }));
  else {
    board.edit(TYPING, (write) => write.splice(id, { at: isAna ? 0 : 10_000, remove: 0, insert: isAna ? 'a' : 'b' }));
  }
}

const seen = (board: BoardDoc): unknown =>
  [...board.elements()].map(({ rev, ...rest }: Element) => rest).sort((a, b) => (a.id < b.id ? -1 : 1));

describe('undo', () => {
  const pairs = ACTIONS.flatMap((own) => ACTIONS.map((other) => [own, other] as const));

  it.each(pairs)('of one’s own %s leaves another’s later %s as it is', (own, other) => {
    const { ana, bilal, history } = twoPeople();
    const [id] = createElements(bilal, 'create', [{ kind: 'note', parent: null, at: { x: 0, y: 0 }, text: '·' }]) as [
      string,
    ];
    act(ana, id, own, 'ana', 100);
    const afterOwn = ana.get(id) ?? null;
    act(bilal, id, other, 'bilal', 200);
    const afterOther = ana.get(id) ?? null;
    const outcome = history.undo();
    const now = ana.get(id) ?? null;
    if (own === 'delete') {
      // Nobody could do anything to it any more: it is simply back.
      expect(now?.text).toBe('·');
      expect(outcome?.skipped).toEqual([]);
    } else if (other === 'delete') {
      expect(now).toBeNull();
      expect(outcome?.skipped).toEqual([id]);
    } else {
      // What the other did stands; what was ours alone is taken back; the same thing done by both is left, and said.
      if (other === 'move') expect(now?.place).toEqual(afterOther?.place);
      if (other === 'color') expect(now?.props.color).toBe('blue');
      if (other === 'type') expect(now?.text).toContain('b');
      const isSame = own === other && own !== 'type';
      expect(outcome?.skipped).toEqual(isSame ? [id] : []);
      if (!isSame) expect(seenKey(now, own)).not.toEqual(seenKey(afterOwn, own));
    }
    expect(seen(bilal)).toEqual(seen(ana));
  });

  const step = fc.record({
    who: fc.constantFrom('ana', 'bilal', 'undo', 'redo'),
    action: fc.constantFrom(...ACTIONS),
    on: fc.nat(2),
    n: fc.integer({ min: 1, max: 500 }),
  });

  it('never takes back what another did last, and both boards stay the same, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { ana, bilal, history } = twoPeople();
        const ids = createElements(
          bilal,
          'create',
          ['·', '·', '·'].map((text, i) => ({ kind: 'note', parent: null, at: { x: i, y: 0 }, text })),
        );
        /** Places that Bilal gave, and that nobody has changed since. */
        const his = new Map<string, number>();
        let letters = 0;
        for (const { who, action, on, n } of steps) {
          const id = ids[on] as string;
          const board = who === 'bilal' ? bilal : ana;
          if (who === 'undo') history.undo();
          else if (who === 'redo') history.redo();
          else {
            if (who === 'bilal' && action === 'type' && board.get(id)) letters++;
            act(board, id, action, who as 'ana' | 'bilal', n);
            if (action === 'move' && who === 'bilal' && board.get(id)) his.set(id, -n);
            else if (action === 'move' || action === 'delete') his.delete(id);
          }
          for (const [moved, x] of his) if (ana.get(moved)) expect(ana.get(moved)?.place[1]).toBe(x);
          expect(seen(bilal)).toEqual(seen(ana));
        }
        const left = [...ana.elements()].reduce((sum, { text }) => sum + text.split('b').length - 1, 0);
        if (ids.every((id) => ana.get(id)) && !steps.some(({ action }) => action === 'delete'))
          expect(left).toBe(letters);
      }),
      { numRuns: 300 },
    );
  });
});

const seenKey = (element: Element | null, action: Action): unknown =>
  action === 'move' ? element?.place : action === 'color' ? element?.props.color : element?.text;
