/**
 * One deck, several hands, over the real server: whoever draws, shuffles and puts back at once, no card is lost and none is twice. Seeded: a
 * failing run is run again by its seed.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Dealing } from '../../client/editor/decks/Dealing.ts';
import type { CreatedBoard } from '../../server/http/ports.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { openEditor } from '../helpers/editing.ts';
import { eventually } from '../helpers/eventually.ts';
import { Random } from '../helpers/random.ts';
import { connect, contentOf, type RawClient } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

const WORDS = [
  'Empathie',
  'Autonomie',
  'Collectif',
  'Exploration',
  'Immersion',
  'Essai-erreur',
  'Esprit positif',
  'Mise en capacité',
];
const DECK = 'paquet';

describe('a deck that several draw from', () => {
  let server: InProcessServer;
  let board: CreatedBoard;
  const clients: RawClient[] = [];

  const arrive = async (seed: number) => {
    const client = await (await connect(server, board.id, board.secrets.participate)).synced();
    clients.push(client);
    const person = openEditor({ board: client.board });
    // The editor's own decks draw by real chance: these are seeded.
    const random = new Random(seed);
    const { editor } = person;
    const permits = { ...allowing, isReadOnly: false };
    const { decks } = editor;
    const dealing = new Dealing({
      ...{ board: client.board, decks, index: editor.index, selection: editor.selection, permits: permits as never },
      ...{ notify: (notice) => person.notices.push(notice), random: (below) => random.below(below) },
    });
    return { client, decks, dealing, ...person };
  };
  type Hand = Awaited<ReturnType<typeof arrive>>;

  /** Everything may be done: what the step takes away is the table's affair. */
  const allowing = {
    allowed: <T>(wanted: readonly T[], may: (one: T) => boolean) => wanted.filter(may),
    changeable: (ids: readonly ElementId[]) => [...ids],
    movable: (ids: readonly ElementId[]) => [...ids],
    mayChange: () => true,
    mayPlace: () => true,
    mayAdd: () => true,
    mayWeigh: () => true,
  };

  const deal = ({ client }: Hand, draw: 'take' | 'copy'): void => {
    client.board.edit('deck', (write) => {
      write.create({ id: DECK, kind: 'deck', place: [null, 0, 0], z: 'a0', props: { face: 'up', draw } });
      for (const [n, text] of WORDS.entries())
        write.create({
          id: `carte-${n}`,
          kind: 'note',
          place: [DECK, 0, 0],
          z: `a${n}`,
          text,
          props: { color: 'blue' },
        });
    });
  };

  const settled = async (hands: readonly Hand[]): Promise<void> => {
    await Promise.all(hands.map(({ client }) => client.allSaved()));
    const [first, ...others] = hands;
    await eventually(() => {
      for (const other of others) expect(contentOf(other.client.doc)).toEqual(contentOf(first?.client.doc as never));
    });
  };
  const textsOn = ({ client }: Hand): string[] =>
    [...client.board.elements()]
      .filter(({ id }) => id !== DECK)
      .map(({ text }) => text)
      .sort();

  beforeEach(async () => {
    server = await startServer();
    board = await server.createBoard({ title: 'Le cadre' });
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.leave();
    await server.close();
  });

  it('gives the same top card to one of two who draw it at once, and tells the other', async () => {
    const [ana, bruno] = [await arrive(1), await arrive(2)];
    deal(ana, 'take');
    await settled([ana, bruno]);
    const top = bruno.decks.cards(DECK).at(-1)?.id as string;
    bruno.board.edit('move', (write) => write.set(DECK, { place: [null, 5_000, 0] }));
    // Each sees the deck elsewhere for a moment: their cards go to different places.
    expect([ana.dealing.draw(DECK), bruno.dealing.draw(DECK)]).toEqual([[top], [top]]);
    await settled([ana, bruno]);
    expect(textsOn(ana)).toEqual([...WORDS].sort());
    const [place] = [ana.board.get(top)?.place];
    expect(bruno.board.get(top)?.place).toEqual(place);
    const told = [ana, bruno].filter(({ notices }) => notices.some(({ id }) => id === 'deck.notice.rival'));
    expect(told).toHaveLength(1);
    expect([ana.decks.taken(DECK), bruno.decks.taken(DECK)]).toEqual([[top], [top]]);
  });

  it('gives each who chooses the same card of a deck that keeps them a copy, and keeps the card', async () => {
    const hands = [await arrive(1), await arrive(2), await arrive(3)];
    deal(hands[0] as Hand, 'copy');
    await settled(hands);
    for (const { dealing } of hands) expect(dealing.draw(DECK, ['carte-2'])).toHaveLength(1);
    await settled(hands);
    const texts = textsOn(hands[0] as Hand);
    expect(texts.filter((text) => text === WORDS[2])).toHaveLength(4);
    expect(texts).toHaveLength(WORDS.length + 3);
    expect(hands[1]?.decks.cards(DECK)).toHaveLength(WORDS.length);
  });

  it.each([11, 12, 13, 14, 15, 16])(
    'loses and doubles no card under drawing, shuffling and putting back at once (seed %i)',
    async (seed) => {
      const random = new Random(seed);
      const hands = [await arrive(seed), await arrive(seed + 100), await arrive(seed + 200)];
      deal(hands[0] as Hand, 'take');
      await settled(hands);
      for (let turn = 0; turn < 60; turn++) {
        const { decks, dealing, board: mine } = random.pick(hands);
        const dice = random.below(10);
        if (dice < 5) dealing.draw(DECK);
        else if (dice < 7) dealing.shuffle(DECK);
        else if (dice < 8) dealing.flip(DECK);
        else if (dice < 9) dealing.putBack(decks.taken(DECK));
        else {
          const out = decks.taken(DECK);
          if (out.length > 0) mine.edit('move', (write) => write.set(random.pick(out), { place: [DECK, 0, 0] }));
        }
        // Now and then everybody catches up; in between they act on what they last saw.
        if (random.below(6) === 0) await settled(hands);
      }
      await settled(hands);
      for (const hand of hands) {
        expect(textsOn(hand)).toEqual([...WORDS].sort());
        const inDeck = hand.decks.cards(DECK).map(({ id }) => id);
        const out = [...hand.board.elements()]
          .filter(({ id }) => id !== DECK && hand.board.tree.parent(id) !== DECK)
          .map(({ id }) => id);
        expect([...inDeck, ...out].sort()).toEqual(WORDS.map((_, n) => `carte-${n}`).sort());
        expect(hand.decks.cards(DECK).map(({ id }) => id)).toEqual(hands[0]?.decks.cards(DECK).map(({ id }) => id));
      }
      // What was noted as taken comes back in one gesture: then the deck is whole.
      const [first] = hands as [Hand];
      first.dealing.putBack(first.decks.taken(DECK));
      await settled(hands);
      expect(textsOn(first)).toEqual([...WORDS].sort());
    },
  );
});
