/** A picture that anything names is found, wherever Yjs has put its hash; and nothing else is. */
import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { findNamedHashes } from './namedHashes.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');

const find = async (bytes: Uint8Array, ...wanted: string[]): Promise<string[]> => {
  const named = new Set<string>();
  await findNamedHashes(bytes, new Set(wanted), named);
  return [...named].sort();
};

describe('findNamedHashes', () => {
  it('finds what any key of an element names: a value, one among others, within a list, a key, a text', async () => {
    const doc = new Y.Doc();
    const elements = doc.getMap<Y.Map<unknown>>('elements');
    const names = ['valeur', 'parmi d’autres', 'liste', 'clé', 'texte', 'ailleurs'];
    const [value, among, list, key, text, elsewhere] = names.map(hash) as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    doc.transact(() => {
      const image = new Y.Map<unknown>([
        ['kind', 'image'],
        ['hash', value],
      ]);
      elements.set('e1', image);
      elements.set('e2', new Y.Map<unknown>([['cards', [{ hash: among }, 'abc', { pictures: [list, 'z'] }]]]));
      elements.set('e3', new Y.Map<unknown>([[`pin:${key}`, 1]]));
      elements.set('e4', new Y.Map<unknown>([['text', new Y.Text(`voir ${text}abc`)]]));
    });
    expect(await find(Y.encodeStateAsUpdate(doc), value, among, list, key, text, elsewhere)).toEqual(
      [value, among, list, key, text].sort(),
    );
  });

  it('finds what stood on the board only for a while, in the log that still says so', async () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    const elements = doc.getMap('elements');
    elements.set('e1', new Y.Map([['hash', hash('x')]]));
    elements.delete('e1');
    expect(await find(Buffer.concat(updates), hash('x'))).toEqual([hash('x')]);
    expect(await find(Y.encodeStateAsUpdate(doc), hash('x'))).toEqual([]);
  });

  it('finds it at any place of a long document, between letters that look like a part of it', async () => {
    const at = [0, 1, 131_050, 131_071, 131_072, 131_073, 262_144, 300_000 - 43];
    for (const place of at) {
      for (const filler of ['.', 'a']) {
        const bytes = Buffer.alloc(300_000, filler);
        bytes.write(hash('ici'), place, 'latin1');
        expect(await find(bytes, hash('ici'), hash('ailleurs')), `${place} ${filler}`).toEqual([hash('ici')]);
      }
    }
  });

  it('finds nothing in noise, and nothing that is cut off', async () => {
    expect(await find(randomBytes(200_000), hash('x'))).toEqual([]);
    expect(await find(Buffer.from(hash('x').slice(1)), hash('x'))).toEqual([]);
    expect(await find(new Uint8Array(), hash('x'))).toEqual([]);
  });
});
