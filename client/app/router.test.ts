// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { createRouter, parseBoardLink, parseRoute, routePath } from './router.ts';

const SECRET = 'TKnozX2D-oEfZ_LlxtvVgA';
const route = (path: string) => parseRoute(new URL(path, 'http://localhost'));

describe('router', () => {
  it('reads every address of the product', () => {
    expect(route('/')).toEqual({ name: 'start' });
    expect(route('/?lang=en')).toEqual({ name: 'start' });
    expect(route('/?template=demarreur-bienveillant')).toEqual({ name: 'subject', template: 'demarreur-bienveillant' });
    expect(route(`/b/b50QgIzl1i_NwjI2#${SECRET}`)).toEqual({ name: 'board', id: 'b50QgIzl1i_NwjI2', secret: SECRET });
    expect(route('/b/b50QgIzl1i_NwjI2')).toEqual({ name: 'board', id: 'b50QgIzl1i_NwjI2', secret: null });
    expect(route('/murs/12')).toEqual({ name: 'notFound' });
  });

  it('takes a fragment that cannot be a secret for none', () => {
    expect(route('/b/x#top')).toEqual({ name: 'board', id: 'x', secret: null });
    expect(route(`/b/x#${'a'.repeat(300)}`)).toEqual({ name: 'board', id: 'x', secret: null });
  });

  it('never writes a secret into an address', () => {
    expect(routePath({ name: 'board', id: 'x', secret: SECRET })).toBe('/b/x');
  });

  it('finds the link in what people paste', () => {
    const link = { id: 'abc', secret: SECRET };
    expect(parseBoardLink(`http://192.168.1.20:4321/b/abc#${SECRET}`)).toEqual(link);
    expect(parseBoardLink(`  Voici le lien : https://mur.exemple.fr/b/abc/?lang=fr#${SECRET}\n`)).toEqual(link);
    expect(parseBoardLink(`/b/abc#${SECRET}`)).toEqual(link);
  });

  it('refuses what is not a link to a board', () => {
    for (const text of ['', 'https://mur.exemple.fr/', 'https://mur.exemple.fr/b/abc', 'b/abc', '1234']) {
      expect(parseBoardLink(text)).toBeNull();
    }
  });
});

describe('createRouter', () => {
  beforeEach(() => {
    window.history.replaceState(null, '', '/');
  });

  it('takes the secret out of the address bar as soon as it is read', () => {
    window.history.replaceState(null, '', `/b/abc?lang=en#${SECRET}`);
    const router = createRouter(window);
    expect(router.current()).toEqual({ name: 'board', id: 'abc', secret: SECRET });
    expect(window.location.hash).toBe('');
    expect(window.location.pathname + window.location.search).toBe('/b/abc?lang=en');
  });

  it('tells its listeners when one goes elsewhere', () => {
    const router = createRouter(window);
    const seen: string[] = [];
    const stop = router.subscribe(() => seen.push(router.current().name));
    router.go({ name: 'subject', template: 'blank' });
    router.go({ name: 'board', id: 'abc', secret: null });
    stop();
    router.go({ name: 'start' });
    expect(seen).toEqual(['subject', 'board']);
  });
});
