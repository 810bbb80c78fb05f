import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { readStateVector } from './stateVector.ts';

const vectorOf = (ids: number): Uint8Array =>
  Y.encodeStateVector(new Map(Array.from({ length: ids }, (_, i) => [1_000 + i, 1])));

it('reads what a client may know, its own ids of a long time offline too', () => {
  expect(readStateVector(vectorOf(0), new Y.Doc())).toEqual(new Map());
  expect(readStateVector(vectorOf(300), new Y.Doc())?.size).toBe(300);
});

it('does not read a vector of more ids than a document and one person can have', () => {
  expect(readStateVector(vectorOf(500_000), new Y.Doc())).toBe(null);
});
