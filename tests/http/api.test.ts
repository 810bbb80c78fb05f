/** Every address of the HTTP contract, on a real server with a real file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreatedBoard, Joined } from '../../server/http/ports.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

let server: InProcessServer;
let board: CreatedBoard;
let facilitator: Joined;
let participant: Joined;
let viewer: Joined;

const request = (path: string, init: RequestInit & { ticket?: string; json?: unknown; locale?: string } = {}) => {
  const { ticket, json, locale, ...rest } = init;
  return fetch(server.url + path, {
    ...rest,
    ...(json !== undefined && { method: 'POST', body: JSON.stringify(json) }),
    headers: {
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...(ticket !== undefined && { authorization: `Bearer ${ticket}` }),
      ...(locale !== undefined && { 'accept-language': locale }),
      ...rest.headers,
    },
  });
};

const refusal = async (response: Response) => {
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  return { status: response.status, ...error };
};

const subject = {
  question: 'Comment mieux accueillir les habitants au guichet ?',
  sponsor: 'La maire',
  facilitation: 'Amélie et Noé',
  date: '2026-12-03',
  time: '14:00',
  place: 'Salle des mariages',
  visio: 'https://visio.example.org/atelier',
};

beforeAll(async () => {
  server = await startServer();
  board = await server.createBoard({
    title: 'Atelier « accueil »',
    template: 'demarreur-bienveillant',
    locale: 'fr',
    timeZone: 'Indian/Reunion',
    fields: subject,
    series: { id: 'tournee-2026', label: 'Tournée des mairies 2026' },
  });
  facilitator = await server.join(board.id, { secret: board.secrets.facilitate, name: 'Amélie' });
  participant = await server.join(board.id, { secret: board.secrets.participate, presence: 'remote' });
  viewer = await server.join(board.id, { secret: board.secrets.watch });
});

afterAll(() => server.close());

describe('POST /api/boards', () => {
  it('answers 201 with id, title, links and secrets', async () => {
    const response = await request('/api/boards', { json: { title: '  Un\u202e mur \n ' } });
    expect(response.status).toBe(201);
    const created = (await response.json()) as CreatedBoard;
    expect(Object.keys(created).sort()).toEqual(['id', 'links', 'secrets', 'title']);
    expect(created.title).toBe('Un mur');
    for (const name of ['facilitate', 'participate', 'watch'] as const) {
      expect(created.secrets[name]).toMatch(/^[A-Za-z0-9_-]{22}$/);
      expect(created.links[name]).toMatch(
        new RegExp(`^http://localhost:\\d+/b/${created.id}#${created.secrets[name]}$`),
      );
    }
  });

  it('needs nothing at all', async () => {
    const response = await request('/api/boards', { method: 'POST' });
    expect(response.status).toBe(201);
    expect(((await response.json()) as CreatedBoard).title).toBe('Mur blanc');
  });

  it('titles a board after its template, in the board’s language', async () => {
    const { title } = await server.createBoard({ template: 'blank', locale: 'en', title: '' });
    expect(title).toBe('Blank board');
  });

  it('takes an empty field for one that was not filled in', async () => {
    const { id, secrets } = await server.createBoard({
      fields: { question: ' ', date: '', time: '', place: 'Mairie' },
    });
    const { ticket } = await server.join(id, { secret: secrets.watch });
    expect(await (await request(`/api/boards/${id}`, { ticket })).json()).toMatchObject({
      fields: { place: 'Mairie' },
    });
    expect(await (await request(`/api/boards/${id}`, { ticket })).text()).not.toContain('question');
  });

  it('refuses an unknown template with the list', async () => {
    const response = await request('/api/boards', { json: { template: 'toString' }, locale: 'en' });
    expect(await refusal(response)).toMatchObject({
      status: 400,
      code: 'template_unknown',
      templates: expect.arrayContaining(['demarreur-bienveillant', 'blank']),
      message: expect.stringContaining('demarreur-bienveillant'),
    });
  });

  it.each<[string, unknown]>([
    ['title', { title: 'x'.repeat(201) }],
    ['title', { title: 7 }],
    ['locale', { locale: 'de' }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['fields.question', { fields: { question: 'x'.repeat(501) } }],
    ['fields.date', { fields: { date: '2026-02-30' } }],
    ['fields.time', { fields: { time: '25:00' } }],
    ['series.id', { series: { id: '../x', label: 'x' } }],
    ['series.label', { series: { id: 'x' } }],
  ])('says that %s is wrong', async (field, json) => {
    const error = await refusal(await request('/api/boards', { json }));
    expect(error).toMatchObject({ status: 400, code: 'bad_request', message: expect.stringContaining(field) });
  });

  it.each([
    ['half a body', '{"title": "le secret', 'application/json'],
    ['a list', '[]', 'application/json'],
    ['a form', 'title=x', 'application/x-www-form-urlencoded'],
    ['plain text', '{}', 'text/plain'],
  ])('refuses %s without repeating it', async (_name, body, type) => {
    const error = await refusal(
      await request('/api/boards', { method: 'POST', body, headers: { 'content-type': type } }),
    );
    expect(error).toMatchObject({ status: 400, code: 'bad_request' });
    expect(error.message).not.toContain('secret');
  });

  it('refuses a body that is too large', async () => {
    const error = await refusal(await request('/api/boards', { json: { title: 'x'.repeat(100_000) } }));
    expect(error).toMatchObject({ status: 413, code: 'body_too_large' });
  });

  it('takes no key from a prototype', async () => {
    const response = await request('/api/boards', {
      method: 'POST',
      body: '{"__proto__": {"title": "hérité"}, "constructor": {"prototype": {"title": "hérité"}}}',
      headers: { 'content-type': 'application/json' },
    });
    expect(((await response.json()) as CreatedBoard).title).toBe('Mur blanc');
  });
});

describe('POST /api/boards/:id/join', () => {
  it('gives participant, role, ticket and epoch', () => {
    expect(Object.keys(facilitator).sort()).toEqual(['epoch', 'participant', 'role', 'ticket']);
    expect([facilitator.role, participant.role, viewer.role]).toEqual(['facilitator', 'participant', 'viewer']);
    expect(new Set([facilitator.epoch, participant.epoch, viewer.epoch]).size).toBe(1);
  });

  it('answers every wrong id and secret with the same status, body and headers', async () => {
    const { facilitate } = board.secrets;
    const wrong: [string, unknown][] = [
      [board.id, { secret: 'AAAAAAAAAAAAAAAAAAAAAA' }],
      [board.id, { secret: facilitate.slice(1) }],
      [board.id, { secret: `${facilitate} ` }],
      [board.id, { secret: 7 }],
      [board.id, { secret: 'x'.repeat(5_000) }],
      [board.id, {}],
      ['nowhere', { secret: facilitate }],
      ['__proto__', { secret: facilitate }],
      ['..%2f..%2fetc', { secret: facilitate }],
      ['%00', { secret: facilitate }],
      ['%zz', { secret: facilitate }],
      ['%D0%B0', { secret: facilitate }],
      ['x'.repeat(9_000), { secret: facilitate }],
    ];
    const answers = await Promise.all(
      wrong.map(async ([id, json]) => {
        const response = await request(`/api/boards/${id}/join`, { json });
        return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
      }),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 404, body: expect.stringContaining('"code":"board_not_found"') });
  });

  it('refuses a name that is too long, and takes one line of it', async () => {
    const { participate: secret } = board.secrets;
    const long = await request(`/api/boards/${board.id}/join`, { json: { secret, name: 'x'.repeat(61) } });
    expect(await refusal(long)).toMatchObject({ status: 400, message: expect.stringContaining('name') });
    const { ticket } = await server.join(board.id, { secret, name: ' Noé\n\u0000de l’Isle ' });
    const read = await (await request(`/api/boards/${board.id}`, { ticket })).json();
    expect(read).toMatchObject({ participant: { name: 'Noé de l’Isle' } });
  });
});

describe('GET /api/boards/:id', () => {
  it('tells a participant what the board is', async () => {
    const response = await request(`/api/boards/${board.id}`, { ticket: participant.ticket });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      id: board.id,
      title: 'Atelier « accueil »',
      template: 'demarreur-bienveillant@2',
      locale: 'fr',
      timeZone: 'Indian/Reunion',
      fields: subject,
      series: { id: 'tournee-2026', label: 'Tournée des mairies 2026' },
      rev: 1,
      epoch: facilitator.epoch,
      createdAt: expect.any(Number),
      role: 'participant',
      participant: { id: participant.participant.id, name: '' },
      connected: 0,
    });
  });

  it('answers a bad ticket alike, whether or not there is such a board', async () => {
    const tickets = [
      undefined,
      '',
      'x',
      `${participant.ticket}x`,
      participant.ticket.replace(/^[^.]+/, 'eyJhbGciOiJub25lIn0'),
    ];
    for (const path of ['', '/links', '/export/png', '/export/nothing']) {
      for (const id of [board.id, 'nowhere', '..%2f']) {
        for (const ticket of tickets) {
          const response = await request(`/api/boards/${id}${path}`, ticket === undefined ? {} : { ticket });
          expect(await refusal(response)).toMatchObject({ status: 401, code: 'ticket_invalid' });
        }
      }
    }
  });

  it('answers the ticket of another board as if there were no such board', async () => {
    const other = await server.createBoard();
    const { ticket } = await server.join(other.id, { secret: other.secrets.facilitate });
    const bodies = await Promise.all(
      [board.id, 'nowhere', '%00', '%zz'].map(async (id) => (await request(`/api/boards/${id}`, { ticket })).text()),
    );
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toContain('"code":"board_not_found"');
  });
});

describe('GET /api/boards/:id/links', () => {
  it('shows facilitators the two links they may hand out, and who can open them', async () => {
    const response = await request(`/api/boards/${board.id}/links`, { ticket: facilitator.ticket });
    const { participate, watch } = board.links;
    expect(await response.json()).toEqual({ links: { participate, watch }, reach: 'computer' });
  });

  it('is for facilitators only', async () => {
    for (const { ticket } of [participant, viewer]) {
      expect(await refusal(await request(`/api/boards/${board.id}/links`, { ticket }))).toMatchObject({
        status: 403,
        code: 'facilitators_only',
      });
    }
  });
});

describe('GET /api/boards/:id/export/:format', () => {
  /** Width and height in the header of a PNG. */
  const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];

  it('gives the board as PNG, named after it and its day', async () => {
    const response = await request(`/api/boards/${board.id}/export/png`, { ticket: viewer.ticket });
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="Atelier accueil - \d{4}-\d\d-\d\d\.png"; filename\*=UTF-8''Atelier%20accueil%20%E2%80%93%20\d{4}-\d\d-\d\d\.png$/,
    );
    const once = sizeOf(Buffer.from(await response.arrayBuffer()));
    const twice = await request(`/api/boards/${board.id}/export/png?scale=2`, { ticket: viewer.ticket });
    expect(sizeOf(Buffer.from(await twice.arrayBuffer()))).toEqual(once.map((pixels) => pixels * 2));
  });

  it.each(['pdf', 'PNG', '__proto__', 'x'.repeat(500)])('answers %s with the list of formats', async (format) => {
    const response = await request(`/api/boards/${board.id}/export/${format}`, { ticket: participant.ticket });
    expect(await refusal(response)).toMatchObject({
      status: 404,
      code: 'format_unknown',
      formats: ['png', 'csv', 'json'],
    });
  });

  it('refuses an area that is not there and a scale that makes no sense', async () => {
    const { ticket } = await server.join(board.id, { secret: board.secrets.participate });
    const path = `/api/boards/${board.id}/export/png`;
    for (const area of ['nothing', '..%2f', '']) {
      const response = await request(`${path}?area=${area}`, { ticket });
      expect(await refusal(response)).toMatchObject({ status: 404, code: 'area_unknown' });
    }
    for (const scale of ['0', '-1', '5', 'NaN', 'Infinity', 'huge']) {
      const response = await request(`${path}?scale=${scale}`, { ticket });
      expect(await refusal(response)).toMatchObject({ status: 400, message: expect.stringContaining('scale') });
    }
  });

  it('gives each person six pictures a minute, whatever header they send, and the next person theirs', async () => {
    const { secrets } = board;
    const first = await server.join(board.id, { secret: secrets.participate });
    const path = `/api/boards/${board.id}/export/png?scale=0.1`;
    const statuses: number[] = [];
    for (let index = 0; index < 7; index++) {
      const headers = { 'x-forwarded-for': `10.0.0.${index}` };
      const response = await request(path, { ticket: first.ticket, headers });
      statuses.push(response.status);
      if (response.status === 429) expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      await response.arrayBuffer();
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
    const second = await server.join(board.id, { secret: secrets.participate });
    expect((await request(path, { ticket: second.ticket })).status).toBe(200);
  });
});

describe('the addresses for everyone', () => {
  it('lists the templates in the asker’s language', async () => {
    const read = async (locale: string) => (await request('/api/templates', { locale })).json();
    const { templates } = (await read('fr')) as { templates: { id: string; title: string }[] };
    expect(templates.map(({ id }) => id)).toContain('demarreur-bienveillant');
    expect(templates.find(({ id }) => id === 'blank')?.title).toBe('Mur blanc');
    expect(JSON.stringify(await read('en'))).toContain('Blank board');
  });

  it('says that it lives, how it saves, and that it is ready', async () => {
    expect(await (await request('/healthz')).json()).toEqual({ status: 'ok', durability: 'disk' });
    const ready = await request('/readyz');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ status: 'ready' });
  });

  it('counts for Prometheus, by route and never by board', async () => {
    const text = await (await request('/metrics')).text();
    expect(text).toContain('route="/api/boards/:id/join",status="200"');
    expect(text).toContain('pelemele_storage_commit_seconds_count{outcome="saved"}');
    expect(text).not.toContain(board.id);
  });

  it('describes itself as OpenAPI', async () => {
    const description = (await (await request('/api/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, unknown>>;
    };
    expect(description.openapi).toBe('3.1.0');
    expect(Object.keys(description.paths).sort()).toEqual([
      '/api/boards',
      '/api/boards/{id}',
      '/api/boards/{id}/commands',
      '/api/boards/{id}/export/{format}',
      '/api/boards/{id}/join',
      '/api/boards/{id}/links',
      '/api/boards/{id}/names',
      '/api/boards/{id}/pictures',
      '/api/boards/{id}/pictures/{hash}',
      '/api/templates',
      '/healthz',
      '/readyz',
    ]);
    expect(JSON.stringify(description.paths['/api/boards']?.post)).toContain('"timeZone"');
  });

  it('answers unknown addresses in the asker’s language', async () => {
    const french = await refusal(await request('/api/rien'));
    expect(french).toMatchObject({ status: 404, code: 'not_found', message: 'Il n’y a rien à cette adresse.' });
    const english = await refusal(await request('/%zz', { locale: 'en-GB' }));
    expect(english).toMatchObject({ status: 404, code: 'not_found', message: 'There is nothing at this address.' });
  });
});
