/** Boards taken away as tables and as JSON, over real HTTP: what stands there, what never does, and who may ask. */
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { type CurrentStep, OPEN_STEP } from '../../shared/access/Step.ts';
import { command } from '../helpers/commands.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

const WRITE: CurrentStep = { id: 'ecrire', ...OPEN_STEP, private: { until: 'facilitator' } };
const HOSTILE = [
  '=HYPERLINK("http://example.org";"cliquez")',
  '+33 1 02 03 04 05',
  '-2+3+cmd|’ /C calc’!A0',
  '@SUM(1+1)',
  'Un abri,=1+1;=2+2\t=3+3',
  'Il a dit : « "non" »\nLigne 2\n=1+1',
  '\t= 1',
];

describe('a board as a file', () => {
  let server: InProcessServer;
  let board: CreatedBoard;
  let clients: RawClient[];
  let lead: RawClient;

  const enter = async (link: keyof CreatedBoard['secrets'], name = ''): Promise<RawClient & { ticket: string }> => {
    const { ticket } = await server.join(board.id, { secret: board.secrets[link], ...(name !== '' && { name }) });
    const client = new RawClient(server.wsUrl, board.id, ticket);
    clients.push(client);
    return Object.assign(await client.synced(), { ticket });
  };
  beforeEach(async () => {
    server = await startServer();
    board = await server.createBoard({
      ...{ title: 'Accueillir au guichet', fields: { question: 'Comment mieux accueillir ?' } },
      series: { id: 'tournee', label: 'Tournée' },
    });
    clients = [];
    lead = await enter('facilitate', 'Amélie');
  });
  afterEach(async () => {
    for (const client of clients) client.leave();
    await server.close();
  });

  /** As a newcomer with the « Projeter » link: who only looks may take the board away. */
  const take = async (path: string): Promise<Response> => {
    const { ticket } = await server.join(board.id, { secret: board.secrets.watch });
    return fetch(`${server.url}/api/boards/${board.id}/export/${path}`, {
      headers: { authorization: `Bearer ${ticket}` },
    });
  };
  const rowsOf = async (path: string, delimiter = ';'): Promise<Record<string, string>[]> => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await take(path)).arrayBuffer());
    expect(text.startsWith('\ufeff')).toBe(true);
    return Papa.parse<Record<string, string>>(text.slice(1), { header: true, delimiter, skipEmptyLines: true }).data;
  };
  const write = async (texts: readonly string[]): Promise<void> => {
    lead.board.edit('area', (writer) => {
      writer.create({ id: 'zone', kind: 'frame', place: [null, 0, 0], size: [900, 900], z: 'a0', text: 'Irritants' });
      for (const [n, text] of texts.entries())
        writer.create({
          ...{ id: `n${n}`, kind: 'note', place: ['zone', 220 * (n % 4), 240 * Math.floor(n / 4)], z: `a${n}`, text },
          ...(lead.welcome && { by: lead.welcome.participant.id }),
        });
    });
    await lead.allSaved();
  };

  it('is a CSV that says what people wrote, where and who', async () => {
    const texts = shortContributions(12);
    await write(texts);
    const response = await take('csv');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="Accueillir au guichet - .*\.csv"/,
    );
    const rows = await rowsOf('csv');
    expect(rows.map(({ text }) => text)).toEqual(texts);
    expect(rows[5]).toMatchObject({
      ...{ board: 'Accueillir au guichet', area: 'Irritants', note: 'n5', colour: 'yellow' },
      ...{ x: '220', y: '240', author: 'Amélie' },
    });
    // « Regrouper sans parler »: nobody is named while it lasts.
    lead.board.edit('hush', (writer) =>
      writer.create({
        ...{ id: 'muet', kind: 'cluster', place: [null, 2_000, 0], z: 'a0' },
        props: { layout: 'grid', silent: true },
      }),
    );
    await lead.allSaved();
    expect((await rowsOf('csv')).map(({ author }) => author)).toEqual(texts.map(() => ''));
    expect(await (await take('json')).text()).not.toContain('Amélie');
    lead.board.edit('speak', (writer) => writer.delete('muet'));
    await lead.allSaved();
    const english = await rowsOf('csv?locale=en', ',');
    expect(english[5]).toMatchObject({ author: 'Amélie' });
    expect(english.map(({ text }) => text)).toEqual(texts);
    const french = await rowsOf('csv?locale=fr&separator=tab', '\t');
    expect(french[0]).toMatchObject({ zone: 'Irritants', texte: texts[0], couleur: 'jaune' });
  });

  it('says the name of a cluster nowhere while the group sorts without a word', async () => {
    const NAME = 'Samedi matin';
    lead.board.edit('hush', (writer) => {
      const cluster = { id: 'muet', kind: 'cluster', place: [null, 0, 0], z: 'a0', text: NAME } as const;
      writer.create({ ...cluster, props: { layout: 'grid', silent: true } });
      writer.create({ id: 'n0', kind: 'note', place: ['muet', 0, 0], z: 'a0', text: shortContributions(1)[0] ?? '' });
    });
    await lead.allSaved();
    const said = async (path: string): Promise<string> => {
      const answer = await take(path);
      return `${answer.headers.get('content-disposition')} ${path.startsWith('png') ? '' : await answer.text()}`;
    };
    const all = ['csv', 'csv?area=muet', 'png?area=muet'];
    for (const path of all) expect(await said(path), path).not.toMatch(/Samedi(%20| )matin/);
    lead.board.edit('speak', (writer) => writer.set('muet', { props: { silent: undefined } }));
    await lead.allSaved();
    for (const path of all) expect(await said(path), path).toMatch(/Samedi(%20| )matin/);
  });

  it('never lets a spreadsheet calculate, and loses no letter of it', async () => {
    await write(HOSTILE);
    const rows = await rowsOf('csv?separator=%2C', ',');
    expect(rows).toHaveLength(HOSTILE.length);
    for (const [n, { text = '' }] of rows.entries()) {
      expect(text).not.toMatch(/^[\s"]*[=+\-@]/u);
      expect(text.replaceAll("'", '').trim()).toBe(HOSTILE[n]?.trim());
    }
  });

  it('is JSON with the subject, the areas and every element', async () => {
    await write(shortContributions(3));
    const response = await take('json');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const file = (await response.json()) as { elements: { id: string; area: string | null; author?: object }[] };
    expect(file).toMatchObject({
      ...{ format: 'pele-mele.board', version: 1 },
      board: {
        id: board.id,
        template: 'blank@1',
        fields: { question: 'Comment mieux accueillir ?' },
        series: { id: 'tournee' },
      },
      areas: [{ id: 'zone', title: 'Irritants', count: 3 }],
    });
    expect(file.elements.map(({ id, area }) => [id, area])).toEqual([
      ['zone', null],
      ['n0', 'zone'],
      ['n1', 'zone'],
      ['n2', 'zone'],
    ]);
    expect(file.elements[1]?.author).toMatchObject({ name: 'Amélie' });
  });

  it('holds nothing private before the reveal, whoever asks, and all of it once after', async () => {
    await write(shortContributions(2));
    expect(await command(lead, { type: 'setStep', step: WRITE })).toMatchObject({ ok: true });
    const author = await enter('participate', 'Noé');
    await author.openPrivate();
    author.addPrivateNote('secret', 'Le canari du guichet', { 'tag.canari': 'red' });
    await author.allSaved();
    const asked = async (ticket: string): Promise<string> => {
      const of = (format: string) =>
        fetch(`${server.url}/api/boards/${board.id}/export/${format}`, {
          headers: { authorization: `Bearer ${ticket}` },
        });
      return (await Promise.all(['csv', 'json'].map(async (format) => (await of(format)).text()))).join();
    };
    const facilitator = await server.join(board.id, { secret: board.secrets.facilitate });
    for (const ticket of [author.ticket, facilitator.ticket]) expect(await asked(ticket)).not.toMatch(/canari/);
    expect(await command(lead, { type: 'reveal' })).toMatchObject({ ok: true });
    const rows = await rowsOf('csv');
    expect(rows.filter(({ text }) => text === 'Le canari du guichet')).toHaveLength(1);
    expect(rows.find(({ note }) => note === 'secret')).toMatchObject({ tags: 'canari' });
  });

  it.each(['csv', 'json', 'png'])('is called after the area where it is one area’s, as %s', async (format) => {
    await write(shortContributions(2));
    lead.board.edit('grid', (writer) =>
      writer.create({ id: 'grille', kind: 'grid', place: [null, 2_000, 0], z: 'a1', text: 'Qui fait quoi\u202f?' }),
    );
    await lead.allSaved();
    const nameOf = async (area: string): Promise<string> => {
      const { headers } = await take(`${format}?area=${area}`);
      const [, name = ''] =
        /filename\*=UTF-8''(.*)-\d\d-\d\d\.\w+$/.exec(headers.get('content-disposition') ?? '') ?? [];
      return decodeURIComponent(name);
    };
    expect([await nameOf('zone'), await nameOf('grille')]).toEqual([
      expect.stringMatching(/^Accueillir au guichet – Irritants – \d{4}$/),
      expect.stringMatching(/^Accueillir au guichet – Qui fait quoi – \d{4}$/),
    ]);
  });

  it('takes one area, and refuses what is none, another separator, or whoever has no ticket', async () => {
    await write(shortContributions(4));
    lead.board.edit('test', (writer) =>
      writer.create({ id: 'away', kind: 'note', place: [null, 5_000, 0], z: 'a9', text: 'Ailleurs' }),
    );
    await lead.allSaved();
    expect((await rowsOf('csv?area=zone')).map(({ note }) => note)).toEqual(['n0', 'n1', 'n2', 'n3']);
    for (const area of ['n0', 'nothing', '..%2f']) {
      const refused = await take(`csv?area=${area}`);
      expect([refused.status, await refused.json()]).toMatchObject([404, { error: { code: 'area_unknown' } }]);
    }
    expect((await take('csv?separator=|')).status).toBe(400);
    expect((await fetch(`${server.url}/api/boards/${board.id}/export/csv`)).status).toBe(401);
  });

  it('is the grid itself, where the area is one', async () => {
    lead.board.edit('grid', (writer) => {
      const lane = (name: string, z: string) => ({ name, z });
      writer.create({
        ...{ id: 'g', kind: 'grid', place: [null, 0, 0], z: 'a0', text: 'Parcours' },
        props: {
          'row:acts': { ...lane('Actions', 'a0'), type: 'notes' },
          'row:ideas': { ...lane('Idées', 'a1'), type: 'notes' },
          'col:one': lane('Étape 1', 'a0'),
          'col:two': lane('Étape 2', 'a1'),
        },
      });
      const note = { kind: 'note', size: [200, 200] } as const;
      writer.create({ ...note, place: ['g', 0, 0, 'acts:one'], z: 'a0', text: '=Appeler' });
      writer.create({ ...note, place: ['g', 0, 0, 'acts:one'], z: 'a1', text: 'Attendre' });
      writer.create({ ...note, place: ['g', 0, 0, 'ideas:two'], z: 'a2', text: 'Rappeler ; prévenir' });
    });
    await lead.allSaved();
    const text = (await (await take('csv?area=g')).text()).replace('\ufeff', '');
    expect(Papa.parse<string[]>(text, { delimiter: ';', skipEmptyLines: true }).data).toEqual([
      ['', 'Étape 1', 'Étape 2'],
      ['Actions', "'=Appeler\nAttendre", ''],
      ['Idées', '', 'Rappeler ; prévenir'],
    ]);
    expect((await rowsOf('csv')).map(({ cell }) => cell).sort()).toEqual([
      'Actions · Étape 1',
      'Actions · Étape 1',
      'Idées · Étape 2',
    ]);
  });

  it('counts among the exports of a minute', async () => {
    const { ticket } = await server.join(board.id, { secret: board.secrets.participate });
    const statuses: number[] = [];
    for (const format of ['csv', 'json', 'csv', 'json', 'csv', 'json', 'csv']) {
      const path = `${server.url}/api/boards/${board.id}/export/${format}`;
      const response = await fetch(path, { headers: { authorization: `Bearer ${ticket}` } });
      statuses.push(response.status);
      await response.arrayBuffer();
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
  });
});
