import { createHmac } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AttemptLimiter } from './AttemptLimiter.ts';
import { InstanceKey } from './InstanceKey.ts';
import { Sealer } from './Sealer.ts';
import { createSecret, hashSecret, isSameHash, NO_HASH } from './secrets.ts';
import { Tickets } from './Tickets.ts';

const HOUR = 60 * 60 * 1000;

describe('InstanceKey', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pele-mele-key-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made once, for its owner only, and is the same after a restart', () => {
    const first = InstanceKey.open(folder);
    expect(statSync(join(folder, 'instance.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'instance.key'))).toHaveLength(32);
    expect(readdirSync(folder)).toEqual(['instance.key']);
    expect(InstanceKey.open(folder).derive('tickets')).toEqual(first.derive('tickets'));
  });

  it('derives another key for each purpose, none of them the key itself', () => {
    const key = InstanceKey.open(folder);
    expect(key.derive('tickets')).not.toEqual(key.derive('links'));
    expect(key.derive('tickets')).not.toEqual(new Uint8Array(readFileSync(join(folder, 'instance.key'))));
    expect(key.derive('tickets')).not.toEqual(new InstanceKey().derive('tickets'));
  });

  it('refuses a damaged key file and leaves it as it is', () => {
    InstanceKey.open(folder);
    truncateSync(join(folder, 'instance.key'), 31);
    expect(() => InstanceKey.open(folder)).toThrow(expect.objectContaining({ code: 'key_damaged' }));
    expect(readFileSync(join(folder, 'instance.key'))).toHaveLength(31);
  });
});

describe('secrets', () => {
  it('are 128 random bits in base64url', () => {
    const secrets = new Set(Array.from({ length: 200 }, createSecret));
    expect(secrets.size).toBe(200);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });

  it('match their own hash only', () => {
    const secret = createSecret();
    expect(isSameHash(hashSecret(secret), hashSecret(secret))).toBe(true);
    expect(isSameHash(hashSecret(secret), hashSecret(createSecret()))).toBe(false);
    expect(isSameHash(hashSecret(secret), NO_HASH)).toBe(false);
    expect(isSameHash(hashSecret(secret), hashSecret(secret).subarray(1))).toBe(false);
  });
});

describe('Sealer', () => {
  const sealer = new Sealer(new InstanceKey().derive('links'));

  it('opens what it sealed, for the same label only', () => {
    const sealed = sealer.seal('le secret', 'marche/viewer');
    expect(sealer.unseal(sealed, 'marche/viewer')).toBe('le secret');
    expect(sealer.unseal(sealed, 'marche/participant')).toBeNull();
    expect(Buffer.from(sealed).includes('le secret')).toBe(false);
    expect(sealer.seal('le secret', 'marche/viewer')).not.toEqual(sealed);
  });

  it('opens nothing that was altered, cut or sealed by another key', () => {
    const sealed = sealer.seal('le secret', 'l');
    for (let index = 0; index < sealed.length; index++) {
      const altered = sealed.slice();
      altered[index] = (altered[index] ?? 0) ^ 1;
      expect(sealer.unseal(altered, 'l')).toBeNull();
      expect(sealer.unseal(sealed.subarray(0, index), 'l')).toBeNull();
    }
    expect(new Sealer(new InstanceKey().derive('links')).unseal(sealed, 'l')).toBeNull();
  });
});

describe('Tickets', () => {
  const key = new InstanceKey().derive('tickets');
  const ticket = { board: 'marche', participant: 'p1', epoch: 'e1' };
  let now = 1_790_000_000_000;
  const tickets = new Tickets(key, () => now);

  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = (header: unknown, payload: unknown, algorithm = 'sha256', secret: Uint8Array = key): string => {
    const body = `${part(header)}.${part(payload)}`;
    return `${body}.${createHmac(algorithm, secret).update(body).digest('base64url')}`;
  };
  const header = { alg: 'HS256', typ: 'pele-mele-ticket' };
  const payload = { b: 'marche', p: 'p1', e: 'e1', iat: now / 1000, exp: now / 1000 + 60 };

  it('reads what it issued, after a restart too', async () => {
    const issued = await tickets.issue(ticket);
    expect(await tickets.verify(issued)).toEqual(ticket);
    expect(await new Tickets(key, () => now).verify(issued)).toEqual(ticket);
  });

  it('fits in a WebSocket subprotocol', async () => {
    expect(await tickets.issue(ticket)).toMatch(/^[A-Za-z0-9._-]+$/);
  });

  it('ends after twelve hours, and survives a clock that is set back', async () => {
    const issuedAt = now;
    const issued = await tickets.issue(ticket);
    now = issuedAt + 12 * HOUR - 1000;
    expect(await tickets.verify(issued)).toEqual(ticket);
    now = issuedAt + 12 * HOUR + 1000;
    expect(await tickets.verify(issued)).toBeNull();
    now = issuedAt - HOUR;
    expect(await tickets.verify(issued)).toEqual(ticket);
    now = issuedAt;
  });

  it('reads one that is signed by hand as ours are', async () => {
    expect(await tickets.verify(signed(header, payload))).toEqual(ticket);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['words', 'bonjour'],
    ['no signature', `${part(header)}.${part(payload)}.`],
    ['algorithm none', `${part({ alg: 'none', typ: header.typ })}.${part(payload)}.`],
    ['another algorithm under our key', signed({ ...header, alg: 'HS512' }, payload, 'sha512')],
    ['another type under our key', signed({ ...header, typ: 'JWT' }, payload)],
    ['another key', signed(header, payload, 'sha256', new InstanceKey().derive('tickets'))],
    ['no end', signed(header, { ...payload, exp: undefined })],
    ['a board that is no id', signed(header, { ...payload, b: '../x' })],
    ['a participant that is no id', signed(header, { ...payload, p: 7 })],
    ['no epoch', signed(header, { ...payload, e: undefined })],
    ['an endless one', `${part(header)}.${'a'.repeat(5000)}.x`],
  ])('refuses %s', async (_name, token) => {
    expect(await tickets.verify(token)).toBeNull();
  });

  it('refuses every ticket with one character changed or cut off', async () => {
    const issued = await tickets.issue(ticket);
    for (let index = 0; index < issued.length - 1; index++) {
      const other = issued[index] === 'A' ? 'B' : 'A';
      expect(await tickets.verify(issued.slice(0, index) + other + issued.slice(index + 1))).toBeNull();
    }
    expect(await tickets.verify(issued.slice(0, -2))).toBeNull();
  });
});

describe('AttemptLimiter', () => {
  it('allows a burst, then a steady rate, for each key by itself', () => {
    let now = 0;
    const limiter = new AttemptLimiter({ burst: 2, perSecond: 0.5 }, () => now);
    expect([limiter.take('a'), limiter.take('a'), limiter.take('a')]).toEqual([true, true, false]);
    expect(limiter.take('b')).toBe(true);
    expect(limiter.retryAfterSeconds('a')).toBe(2);
    now = 2_000;
    expect([limiter.take('a'), limiter.take('a')]).toEqual([true, false]);
    now = 1_000_000;
    expect([limiter.take('a'), limiter.take('a'), limiter.take('a')]).toEqual([true, true, false]);
  });
});
