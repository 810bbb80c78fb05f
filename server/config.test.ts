import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const read = (env: Record<string, string | undefined> = {}) => readConfig(env, { defaultLogLevel: 'info' });

describe('readConfig', () => {
  it('has an answer for everything that is not set', () => {
    const expected = {
      port: 4321,
      host: '127.0.0.1',
      dataDir: './data',
      publicUrl: null,
      trustProxyHops: 0,
      logLevel: 'info',
    };
    expect(read()).toEqual(expected);
    expect(read({ PORT: '', HOST: '', PELEMELE_PUBLIC_URL: '', PELEMELE_DATABASE_URL: '' })).toEqual(expected);
  });

  it('reads every setting', () => {
    const env = {
      PORT: '80',
      HOST: '0.0.0.0',
      PELEMELE_DATA: '/srv/murs',
      PELEMELE_PUBLIC_URL: ' HTTPS://Mur.example.org/ateliers/ ',
      PELEMELE_TRUST_PROXY_HOPS: '1',
      PELEMELE_LOG_LEVEL: 'debug',
      PATH: '/bin',
    };
    expect(read(env)).toEqual({
      port: 80,
      host: '0.0.0.0',
      dataDir: '/srv/murs',
      publicUrl: 'https://mur.example.org/ateliers',
      trustProxyHops: 1,
      logLevel: 'debug',
    });
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PELEMELE_PUBLIC_URL', 'mur.example.org'],
    ['PELEMELE_PUBLIC_URL', 'ftp://mur.example.org'],
    ['PELEMELE_PUBLIC_URL', 'https://moi:secret@mur.example.org'],
    ['PELEMELE_PUBLIC_URL', 'https://mur.example.org/?a=1'],
    ['PELEMELE_TRUST_PROXY_HOPS', 'all'],
    ['PELEMELE_LOG_LEVEL', 'loud'],
  ])('refuses %s=%s in words that name it, in both languages', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(
      expect.objectContaining({
        code: 'config_invalid',
        fr: expect.stringContaining(`${name} : attendu`),
        en: expect.stringContaining(`${name}: expected`),
      }),
    );
  });

  it.each(['PELEMELE_DATABASE_URL', 'PELEMELE_REDIS_URL'])('says that %s belongs to a later version', (name) => {
    expect(() => read({ [name]: 'postgres://localhost/murs' })).toThrow(
      expect.objectContaining({
        code: 'config_later',
        fr: expect.stringContaining('version ultérieure'),
        en: expect.stringContaining('later version'),
      }),
    );
  });
});
