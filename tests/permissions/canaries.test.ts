/**
 * What issue after issue puts on and beside notes must keep the promises of notes: tags, groups, pictures' names and lines being drawn of a
 * private step reach nobody; what is said
 * where people stay unknown comes back to its writer, and none of its words stays anywhere.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { type CurrentStep, OPEN_STEP } from '../../shared/access/Step.ts';
import { encodePrivateSync, encodeSync, SYNC } from '../../shared/protocol/frames.ts';
import { command } from '../helpers/commands.ts';
import { eventually } from '../helpers/eventually.ts';
import { contentOf, RawClient, type RawClientOptions } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

const OPEN: CurrentStep = { id: 'lire', ...OPEN_STEP };
const WRITE: CurrentStep = { id: 'ecrire', ...OPEN_STEP, private: { until: 'facilitator' } };
const SECRET: CurrentStep = { id: 'dire', ...OPEN_STEP, attribution: 'anonymous' };
const CANARIES = {
  tag: 'canari jaune',
  group: 'groupe-du-canari',
  hash: 'CanariCanariCanariCanariCanariCanariCanari0',
};

describe('of what somebody does privately', () => {
  let server: InProcessServer;
  let board: CreatedBoard;
  let clients: RawClient[];
  let lead: RawClient;

  const enter = async (link: keyof CreatedBoard['secrets'], options: RawClientOptions = {}): Promise<RawClient> => {
    const { ticket } = await server.join(board.id, { secret: board.secrets[link] });
    const client = new RawClient(server.wsUrl, board.id, ticket, options);
    clients.push(client);
    return client.synced();
  };
  beforeEach(async () => {
    server = await startServer();
    board = await server.createBoard({ title: 'Accueillir au guichet' });
    clients = [];
    lead = await enter('facilitate');
  });
  afterEach(async () => {
    for (const client of clients) client.leave();
    await server.close();
  });

  const setStep = async (step: CurrentStep | null): Promise<void> => {
    expect(await command(lead, { type: 'setStep', step })).toMatchObject({ ok: true });
  };
  const bytesOf = (client: RawClient): string =>
    Buffer.concat(client.messages.map((one) => Buffer.from(one))).toString('latin1');
  /** Every byte of the data folder. */
  const raw = (): string =>
    readdirSync(server.dataDir)
      .filter((name) => name.includes('.db'))
      .map((name) => readFileSync(join(server.dataDir, name), 'latin1'))
      .join('');
  const expectUnheard = (others: readonly RawClient[], ...words: readonly string[]): void => {
    for (const word of words) {
      for (const other of others) expect(bytesOf(other)).not.toContain(word);
      expect(server.log()).not.toContain(word);
    }
  };

  it('no tag, no group and no picture’s name is heard of before the reveal', async () => {
    const author = await enter('participate');
    const others = [
      lead,
      await enter('participate'),
      await enter('watch'),
      await enter('participate', { isStock: true }),
    ];
    await setStep(WRITE);
    await author.openPrivate();
    author.addPrivateNote('n1', `Voir ${CANARIES.hash}`, { [`tag.${CANARIES.tag}`]: 'yellow', group: CANARIES.group });
    // Nothing but notes has a place in a private document, and nothing else is shown for that.
    author.addPrivateNote('n2', 'La forme du canari', { kind: 'shape', form: 'ellipse', line: 'ink', width: 2 });
    await author.allSaved();
    expect(author.privately()).toMatchObject({ n1: { [`tag.${CANARIES.tag}`]: 'yellow', group: CANARIES.group } });
    expect(author.privately()).not.toHaveProperty('n2');
    for (const other of others) {
      for (const encode of [encodeSync, encodePrivateSync]) other.send(encode(SYNC.step1, new Uint8Array([0])));
      await other.settled();
    }
    const late = await enter('facilitate');
    expectUnheard([...others, late], 'forme du canari', ...Object.values(CANARIES));
    await command(lead, { type: 'reveal' });
    await eventually(() => expect(contentOf(lead.doc)).toHaveProperty(['n1', `tag.${CANARIES.tag}`], 'yellow'));
  });

  it('no group says, of notes without a name, which are one person’s', async () => {
    await setStep(SECRET);
    const [ana, bruno] = [await enter('participate'), await enter('participate')];
    for (const author of [ana, bruno]) {
      await author.openPrivate();
      for (const n of [1, 2]) {
        const group = `groupe-de-${author.welcome?.participant.id}`;
        author.addPrivateNote(`own-${n}`, `Une chose ${n}`, { group, 'tag.colère': 'red' });
      }
      await author.allSaved();
    }
    await setStep(OPEN);
    await eventually(() => expect(lead.board.size).toBe(4));
    for (const element of lead.board.elements()) expect(element).not.toHaveProperty('group');
    expect([...lead.board.elements()].map(({ marks }) => marks.tags)).toEqual(
      Array(4).fill([{ name: 'colère', color: 'red' }]),
    );
    await Promise.all([ana, bruno].map((author) => eventually(() => expect(author.isPrivateSynced).toBe(true))));
    expect(raw()).not.toContain('groupe-de-');
  });

  it('no line being drawn is seen in a private area, nor what it was before it came out', async () => {
    lead.board.edit('area', (write) => {
      const frame = { kind: 'frame', place: [null, 0, 0], size: [800, 600], z: 'a0' } as const;
      write.create({ ...frame, id: 'ici' });
    });
    await lead.allSaved();
    const author = await enter('participate');
    await setStep({ ...WRITE, areas: ['ici'] });
    await author.openPrivate();
    await author.settled();
    const stock = await enter('participate', { isStock: true });
    const shown = (): string | undefined => lead.presence.get(author.welcome?.connection as number);
    const draw = (id: string, points: readonly number[]): void =>
      author.showPresence(
        JSON.stringify({
          cursor: [1_717, 1_717],
          trail: { id, kind: 'laser', color: 'red', width: 4, from: 0, points },
        }),
      );
    draw('l1', [1_500, 1_500, 1_510, 1_510]);
    await eventually(() => expect(shown()).toContain('1510'));
    draw('l2', [313, 313, 1_520, 1_520]);
    draw('l3', [900, 900, 314, 314]);
    draw('l4', [1_600, 1_600]);
    await eventually(() => expect(shown()).toContain('"l4"'));
    await lead.settled();
    expectUnheard([lead, stock], '313,313', '314,314', '"l2"', '"l3"');
    // Where all of the wall is private, none at all.
    await setStep(WRITE);
    await author.settled();
    draw('l5', [1_601, 1_601]);
    await lead.settled();
    await author.settled();
    await eventually(() => expect(shown()).not.toContain('l4'));
    expectUnheard([lead, stock], '"l5"');
  });

  it('no word of a comment is heard where nobody is to be known: it comes back to its writer alone', async () => {
    const [author, witness] = [await enter('participate'), await enter('participate')];
    lead.addNote('n1', 'Une borne à l’entrée');
    await lead.allSaved();
    await author.openPrivate();
    await eventually(() => expect(author.board.size).toBe(1));
    await setStep(SECRET);
    const me = author.welcome?.participant.id as string;
    const words = 'Le canari sait qui a dit cela';
    author.board.edit('comment', (write) =>
      write.set('n1', { marks: { [`comment.${me}.c1`]: { text: words, at: 1 }, [`reaction.${me}.like`]: true } }),
    );
    await author.allSaved();
    await eventually(() => expect(author.eventsOf('refused')).toMatchObject([{ code: 'role', elements: ['n1'] }]));
    await eventually(() => expect(Object.values(author.privately())).toMatchObject([{ text: words, draft: true }]));
    expect(author.board.get('n1')?.marks.comments).toEqual([]);
    await setStep(OPEN);
    await eventually(() => expect(author.eventsOf('control').at(-1)?.control.privateEpoch).toBe(1));
    await Promise.all([lead.settled(), witness.settled()]);
    // That a key was tried, Yjs goes on knowing: it keeps the place of what was taken back, without what stood there.
    expectUnheard([lead, witness], words);
    expect(raw()).not.toContain(words);
  });
});
