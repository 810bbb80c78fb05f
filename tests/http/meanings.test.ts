/** The optional model: a fake OpenAI-compatible address on this machine, asked through a real server. Who may, how much, and what never leaks. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchMeanings, findModel } from '../../client/session/sorting/meanings.ts';
import { readConfig } from '../../server/config.ts';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

const KEY = 'sk-canari-7f3a9c';
const TEXTS = shortContributions(3);

interface Heard {
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: { readonly model: string; readonly input: readonly string[] };
}

describe('the meanings of texts', () => {
  let model: Server;
  let heard: Heard[];
  let answer: (request: Heard, response: ServerResponse) => void;
  let address: string;
  let server: InProcessServer;
  let board: CreatedBoard;

  beforeEach(async () => {
    heard = [];
    // Last first: the index says which is whose.
    answer = ({ body }, response) => {
      const data = body.input.map((text, index) => ({
        object: 'embedding',
        index,
        embedding: [text.length, index, 0.123456789],
      }));
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ object: 'list', data: data.reverse() }));
    };
    model = createServer((request: IncomingMessage, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { authorization } = request.headers;
        const one = { url: request.url ?? '', authorization, body: JSON.parse(Buffer.concat(chunks).toString()) };
        heard.push(one);
        answer(one, response);
      });
    });
    await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`;
    server = await startServer({ config: { embeddings: { url: address, key: KEY, model: 'essai-bge' } } });
    board = await server.createBoard();
  });
  afterEach(async () => {
    await server.close();
    model.closeAllConnections();
    await new Promise((resolve) => model.close(resolve));
  });

  const ticketOf = async (link: keyof CreatedBoard['secrets']): Promise<string> =>
    (await server.join(board.id, { secret: board.secrets[link] })).ticket;
  const ask = (ticket: string, texts: unknown = TEXTS, at = server.url): Promise<Response> =>
    fetch(`${at}/api/boards/${board.id}/meanings`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ticket}`, 'content-type': 'application/json', 'accept-language': 'fr' },
      body: JSON.stringify({ texts }),
    });

  it('come from the address the operator set, with its key, each for its text', async () => {
    const ticket = await ticketOf('facilitate');
    const told = await fetch(`${server.url}/api/boards/${board.id}/meanings`, {
      headers: { authorization: `Bearer ${ticket}` },
    });
    expect(await told.json()).toEqual({ host: new URL(address).host, model: 'essai-bge' });
    const response = await ask(ticket);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ meanings: TEXTS.map((text, n) => [text.length, n, 0.12346]) });
    expect(heard).toEqual([
      {
        url: '/v1/embeddings',
        authorization: `Bearer ${KEY}`,
        body: { model: 'essai-bge', input: TEXTS, encoding_format: 'float' },
      },
    ]);
  });

  it('are for facilitators alone: nobody else’s texts are sent anywhere', async () => {
    for (const link of ['participate', 'watch'] as const) expect((await ask(await ticketOf(link))).status).toBe(403);
    expect((await ask('forged')).status).toBe(401);
    expect(heard).toEqual([]);
  });

  it('leave no trace of key or texts in the log or in what browsers get, whatever the address answers', async () => {
    const ticket = await ticketOf('facilitate');
    const failures: ((request: Heard, response: ServerResponse) => void)[] = [
      (_, response) => response.writeHead(401).end(`wrong key ${KEY}`),
      ({ body, url }, response) => {
        if (url === '/v1/embeddings') response.writeHead(307, { location: `${address}/elsewhere` }).end();
        else response.end(JSON.stringify({ data: body.input.map(() => ({ embedding: [1] })) }));
      },
      (_, response) => response.end('<html>'),
      (_, response) => response.end('null'),
      (_, response) => response.end(JSON.stringify({ data: [] })),
      ({ body }, response) => response.end(JSON.stringify({ data: body.input.map(() => ({ embedding: ['x'] })) })),
      ({ body }, response) =>
        response.end(JSON.stringify({ data: body.input.map(() => ({ index: 0, embedding: [1] })) })),
      ({ body }, response) =>
        response.end(JSON.stringify({ data: body.input.map((_text, n) => ({ embedding: Array(n + 1).fill(1) })) })),
      // Numbers that no sum holds.
      ({ body }, response) =>
        response.end(JSON.stringify({ data: body.input.map((_text, n) => ({ embedding: [n * 1e300, 1] })) })),
      // As it should be, but for its weight.
      ({ body }, response) =>
        response.end(
          ' '.repeat(9 * 1024 * 1024) + JSON.stringify({ data: body.input.map(() => ({ embedding: [1] })) }),
        ),
      (_, response) => response.destroy(),
    ];
    for (const failure of failures) {
      answer = failure;
      const response = await ask(ticket);
      const said = await response.text();
      expect([response.status, JSON.parse(said).error.code]).toEqual([502, 'meanings_failed']);
      expect(said).not.toContain(KEY);
    }
    const log = server.log();
    expect(log).toContain('no meanings');
    for (const secret of [KEY, ...TEXTS]) expect(log).not.toContain(secret);
  });

  it('are bounded: texts a request, characters a text, requests a minute, requests at once', async () => {
    const ticket = await ticketOf('facilitate');
    for (const texts of [[], Array(65).fill('mot'), ['x'.repeat(2_001)], [''], 'mot', [1]])
      expect((await ask(ticket, texts)).status).toBe(400);
    const waiting: (() => void)[] = [];
    const plain = answer;
    answer = (request, response) => waiting.push(() => plain(request, response));
    const held = Array.from({ length: 4 }, () => ask(ticket));
    await expect.poll(() => waiting.length).toBe(4);
    expect((await ask(ticket)).status).toBe(503);
    for (const go of waiting) go();
    expect((await Promise.all(held)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    answer = plain;
    let last = 200;
    for (let n = 0; n < 60 && last === 200; n++) last = (await ask(ticket)).status;
    expect(last).toBe(429);
  });

  it('reach the page in parts, with how far it is, until it stops asking', async () => {
    const port = {
      board: board.id,
      ticket: await ticketOf('facilitate'),
      locale: 'fr',
      ask: (path: string, init: RequestInit) => fetch(`${server.url}${path}`, init),
    };
    expect(await findModel(port)).toEqual({ host: new URL(address).host, model: 'essai-bge' });
    const notes = shortContributions(100).map((text, n) => ({ id: `n${n}`, text }));
    const progress: number[] = [];
    const going = new AbortController();
    const found = await fetchMeanings(port, notes, (share) => progress.push(share), going.signal);
    expect(found.ok && found.value.map(([id, meaning]) => [id, meaning[0]])).toEqual(
      notes.map(({ id, text }) => [id, text.length]),
    );
    expect(progress).toEqual([0.64, 1]);
    answer = (_, response) => response.writeHead(500).end();
    const refused = await fetchMeanings(port, notes, () => undefined, going.signal);
    expect(refused).toEqual({
      ok: false,
      reason: 'Le modèle choisi par ce serveur n’a pas répondu. Le tri peut se faire sans lui.',
    });
    answer = () => undefined;
    const asked = fetchMeanings(port, notes, () => undefined, going.signal);
    going.abort();
    expect(await asked).toEqual({ ok: false, reason: null });
  });

  it('are at no address where the operator has set none, and the content policy stays as closed as before', async () => {
    const bare = await startServer();
    const own = await bare.createBoard();
    const { ticket } = await bare.join(own.id, { secret: own.secrets.facilitate });
    const headers = { authorization: `Bearer ${ticket}` };
    const none = await fetch(`${bare.url}/api/boards/${own.id}/meanings`, { headers });
    expect([none.status, ((await none.json()) as { error: { code: string } }).error.code]).toEqual([404, 'not_found']);
    const policies = await Promise.all(
      [bare.url, server.url].map(async (at) => (await fetch(`${at}/healthz`)).headers.get('content-security-policy')),
    );
    expect(policies[0]).toBe(policies[1]);
    await bare.close();
  });
});

describe('the settings of the model', () => {
  const read = (env: Record<string, string>) => readConfig(env, { defaultLogLevel: 'info' });

  it('are read together, or refused in words without the key', () => {
    const whole = {
      PELEMELE_EMBEDDINGS_URL: 'https://albert.api.etalab.gouv.fr/v1/',
      PELEMELE_EMBEDDINGS_MODEL: 'BAAI/bge-m3',
      PELEMELE_EMBEDDINGS_KEY: KEY,
    };
    expect(read(whole).embeddings).toEqual({
      url: 'https://albert.api.etalab.gouv.fr/v1',
      key: KEY,
      model: 'BAAI/bge-m3',
    });
    expect(read({}).embeddings).toBeUndefined();
    const { PELEMELE_EMBEDDINGS_MODEL: _model, ...half } = whole;
    expect(() => read(half)).toThrow(/PELEMELE_EMBEDDINGS_URL/);
    expect(() => read({ PELEMELE_EMBEDDINGS_KEY: KEY })).toThrow(/PELEMELE_EMBEDDINGS_KEY/);
    try {
      read({ ...whole, PELEMELE_EMBEDDINGS_KEY: `${KEY}\nX-Other: 1` });
      expect.unreachable();
    } catch (error) {
      expect(String((error as Error).message)).not.toContain(KEY);
    }
  });
});
