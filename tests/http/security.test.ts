/** What stands between the server and strangers: headers, foreign pages, slow and oversized requests; and the built client behind them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InProcessServer, startServer } from '../helpers/server.ts';

const PAGE = '<!doctype html><title>Pêle-mêle</title><script type="module" src="/assets/index-a1b2c3.js"></script>';
const SCRIPT = `console.log(${JSON.stringify('mur '.repeat(1000))})`;

let client: string;
let server: InProcessServer;

beforeAll(async () => {
  client = mkdtempSync(join(tmpdir(), 'pele-mele-client-'));
  mkdirSync(join(client, 'assets'));
  writeFileSync(join(client, 'index.html'), PAGE);
  writeFileSync(join(client, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(client, 'assets/index-a1b2c3.js'), SCRIPT);
  writeFileSync(join(client, 'assets/index-a1b2c3.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(client, 'assets/other-d4e5f6.js'), SCRIPT);
  server = await startServer({ clientDir: client });
});

afterAll(async () => {
  await server.close();
  rmSync(client, { recursive: true });
});

const fetchPath = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(server.url + path, { headers, method });

/** Sends raw bytes and answers what came back until the server closed. */
const raw = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname, () => socket.write(bytes, 'latin1'));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? resolve(answer) : reject(error),
    );
  });

describe('the headers of every answer', () => {
  it.each(['/', '/b/anything', '/assets/index-a1b2c3.js', '/healthz', '/api/templates', '/nothing'])(
    'keep %s strict without breaking plain http',
    async (path) => {
      const { headers } = await fetchPath(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('upgrade-insecure-requests');
      expect(policy).not.toContain('unsafe-eval');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it('ask for https only where the public address is https', async () => {
    const proxied = await startServer({ config: { publicUrl: 'https://mur.example.org' } });
    const { headers } = await fetch(`${proxied.url}/healthz`);
    expect(headers.get('strict-transport-security')).toContain('max-age=');
    const { links } = await proxied.createBoard();
    expect(links.participate).toMatch(/^https:\/\/mur\.example\.org\/b\//);
    await proxied.close();
  });
});

describe('foreign pages', () => {
  it.each(['http://evil.example', 'null', 'http://localhost:1', 'https://127.0.0.1.evil.example'])(
    'of %s are refused everywhere',
    async (origin) => {
      for (const path of ['/', '/api/templates', '/healthz']) {
        const response = await fetchPath(path, { origin });
        expect(response.status).toBe(403);
        expect(await response.json()).toMatchObject({ error: { code: 'origin_refused' } });
      }
    },
  );

  it('are told from our own page and from programs, which are let in', async () => {
    expect((await fetchPath('/api/templates', { origin: server.url })).status).toBe(200);
    expect((await fetchPath('/api/templates')).status).toBe(200);
  });
});

describe('requests that want to hurt', () => {
  it('are cut off when their headers never end', { timeout: 40_000 }, async () => {
    const answers = await Promise.all([
      raw('GET / HTTP/1.1\r\nhost: x\r\nx-slow: '),
      raw(''),
      raw('POST /api/boards HTTP/1.1\r\nhost: x\r\n'),
    ]);
    for (const answer of answers) expect(answer).not.toContain('200 OK');
  });

  it('are refused when their headers are huge', async () => {
    expect(await raw(`GET / HTTP/1.1\r\nhost: x\r\nx-huge: ${'x'.repeat(200_000)}\r\n\r\n`)).toContain('431');
  });

  it('are refused in the one shape of errors and in the asker’s language, even where they cannot be read as HTTP', async () => {
    const refusal = async (bytes: string) => {
      const [head = '', body = ''] = (await raw(bytes)).split('\r\n\r\n');
      expect(head.toLowerCase()).toContain('x-content-type-options: nosniff');
      return { status: Number(head.split(' ')[1]), ...JSON.parse(Buffer.from(body, 'latin1').toString('utf8')) };
    };
    expect(await refusal('NONSENSE\r\n\r\n')).toMatchObject({ status: 400, error: { code: 'bad_request' } });
    const huge = await refusal(`GET / HTTP/1.1\r\nhost: x\r\naccept-language: en\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(huge).toMatchObject({
      status: 431,
      error: { code: 'headers_too_large', message: 'The headers of this request are too large.' },
    });
    const unknown = await (await fetchPath('/api/boards/AAAAAAAAAAAAAAAA/join', {}, 'POST')).json();
    expect(unknown.error.code).toBe('board_not_found');
    // What curl sends for an address with an accent in it.
    const accented = 'POST /api/boards/m\xc3\xaal\xc3\xa9/join HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n';
    expect(await refusal(accented)).toEqual({ status: 404, ...unknown });
  });

  it('carry the headers of every answer where their address cannot be decoded', async () => {
    for (const path of ['/%zz', '/api/boards/%zz']) {
      const { headers } = await fetchPath(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it('reach no file outside the client', async () => {
    for (const path of [
      '/../package.json',
      '/..%2fpackage.json',
      '/assets/../../package.json',
      '/assets/%2e%2e/index.html',
    ]) {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 404/);
      expect(answer).toContain('"code":"not_found"');
    }
  });
});

describe('the built client', () => {
  it('shows its page at / and /b/<board>, asked for again each time', async () => {
    for (const path of ['/', '/b/abc', '/b/abc?x=1']) {
      const response = await fetchPath(path);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toBe(PAGE);
    }
  });

  it('shows nothing anywhere else', async () => {
    for (const path of [
      '/b',
      '/b/abc/def',
      '/index.html',
      '/assets/',
      '/assets/missing.js',
      '/assets/index-a1b2c3.js.br',
    ]) {
      const response = await fetchPath(path);
      expect([path, response.status]).toEqual([path, 404]);
    }
  });

  it('keeps what has a hash in its name for ever', async () => {
    const asset = await fetchPath('/assets/index-a1b2c3.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-type')).toContain('javascript');
    expect(await asset.text()).toBe(SCRIPT);
    expect((await fetchPath('/favicon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    ['/assets/index-a1b2c3.js', 'br'],
    ['/assets/other-d4e5f6.js', 'br'],
    ['/api/openapi.json', 'br'],
    ['/assets/other-d4e5f6.js', 'gzip'],
  ])('sends %s as %s to whoever takes it', async (path, encoding) => {
    const received = await new Promise<{ encoding: string | undefined; bytes: number }>((resolve, reject) => {
      get(server.url + path, { headers: { 'accept-encoding': encoding } }, (response) => {
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
        });
        response.on('end', () => resolve({ encoding: response.headers['content-encoding'], bytes }));
      }).on('error', reject);
    });
    expect(received.encoding).toBe(encoding);
    expect(received.bytes).toBeLessThan(4000);
  });
});
