import type { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { clientAddress } from './clientAddress.ts';
import { preferredLocale } from './messages.ts';
import { isAllowedOrigin } from './origin.ts';
import { findLanAddress, publicAddress } from './PublicAddress.ts';
import { attachment } from './routes/exports.ts';

const at = (address: string, internal = false) => ({
  address,
  netmask: '255.255.255.0',
  family: 'IPv4' as const,
  mac: '00:00:00:00:00:00',
  internal,
  cidr: `${address}/24`,
});

const interfaces: ReturnType<typeof networkInterfaces> = {
  lo: [at('127.0.0.1', true)],
  docker0: [at('172.17.0.1')],
  wwan0: [at('100.64.3.4')],
  wlp2s0: [at('192.168.1.23')],
};

describe('publicAddress', () => {
  const listening = { host: '127.0.0.1', port: 4321, publicUrl: null };

  it('is this computer where the server listens to it alone', () => {
    expect(publicAddress(listening, interfaces)).toEqual({ base: 'http://localhost:4321', reach: 'computer' });
  });

  it('is the address on the local network where the server is open to it', () => {
    const open = { ...listening, host: '0.0.0.0' };
    expect(publicAddress(open, interfaces)).toEqual({ base: 'http://192.168.1.23:4321', reach: 'network' });
    expect(publicAddress(open, { lo: [at('127.0.0.1', true)] })).toEqual({
      base: 'http://localhost:4321',
      reach: 'computer',
    });
    expect(publicAddress({ ...listening, host: '192.168.1.9' }).base).toBe('http://192.168.1.9:4321');
    expect(publicAddress({ ...listening, host: 'fd00::1' }).base).toBe('http://[fd00::1]:4321');
  });

  it('is the configured address before all else', () => {
    const configured = { ...listening, publicUrl: 'https://mur.example.org' };
    expect(publicAddress(configured, interfaces)).toEqual({ base: 'https://mur.example.org', reach: 'public' });
  });

  it('passes over bridges and loopback', () => {
    expect(findLanAddress(interfaces)).toBe('192.168.1.23');
    expect(findLanAddress({ docker0: [at('172.17.0.1')], wwan0: [at('100.64.3.4')] })).toBe('100.64.3.4');
    expect(findLanAddress({ eth0: [at('169.254.1.1')] })).toBeNull();
  });
});

describe('isAllowedOrigin', () => {
  it.each([
    [undefined, true],
    ['http://192.168.1.23:4321', true],
    ['https://192.168.1.23:4321', true],
    ['http://192.168.1.23:4322', false],
    ['http://192.168.1.23', false],
    ['http://evil.example', false],
    ['http://192.168.1.23:4321.evil.example', false],
    ['null', false],
    ['', false],
    ['file://192.168.1.23:4321', false],
    ['https://mur.example.org', true],
    ['http://mur.example.org', false],
  ])('answers a page of %s with %s', (origin, allowed) => {
    expect(isAllowedOrigin({ origin, host: '192.168.1.23:4321' }, 'https://mur.example.org')).toBe(allowed);
  });
});

describe('clientAddress', () => {
  it('believes no header unless proxies of our own are configured, and then only their entries', () => {
    expect(clientAddress('10.0.0.1', '1.1.1.1, 2.2.2.2', 0)).toBe('10.0.0.1');
    expect(clientAddress('10.0.0.1', '1.1.1.1, 2.2.2.2', 1)).toBe('2.2.2.2');
    expect(clientAddress('10.0.0.1', ['1.1.1.1', '2.2.2.2'], 2)).toBe('1.1.1.1');
    expect(clientAddress('10.0.0.1', undefined, 3)).toBe('10.0.0.1');
    expect(clientAddress(undefined, undefined, 0)).toBe('');
  });
});

describe('preferredLocale', () => {
  it.each([
    [undefined, 'fr'],
    ['', 'fr'],
    ['de', 'fr'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
    ['fr-CA, en;q=0.9', 'fr'],
    ['de, en;q=0.5, fr;q=0.9', 'fr'],
    ['en;q=0, fr;q=0.1', 'fr'],
    [';;;q=,,', 'fr'],
  ])('reads %s as %s', (header, locale) => {
    expect(preferredLocale(header)).toBe(locale);
  });
});

describe('attachment', () => {
  it('names the file twice: with its accents, and without for old programs', () => {
    expect(attachment('Été – l’accueil "vu" d’ici.png')).toBe(
      `attachment; filename="Ete - l_accueil _vu_ d_ici.png"; filename*=UTF-8''` +
        '%C3%89t%C3%A9%20%E2%80%93%20l%E2%80%99accueil%20%22vu%22%20d%E2%80%99ici.png',
    );
  });

  it('lets nothing break out of the header', () => {
    expect(attachment('a"\r\nset-cookie: x\\.png')).not.toMatch(/[\r\n]|\\|"[^";]*"[^;]/);
  });
});
