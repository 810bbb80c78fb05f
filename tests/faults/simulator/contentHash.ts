/** The board as one string, equal exactly where the boards are: elements and their keys in order, whatever order they were written in. */
import type * as Y from 'yjs';

const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, sorted(inner)]),
      )
    : value;

export const contentHash = (doc: Y.Doc): string => JSON.stringify(sorted(doc.getMap('elements').toJSON()));
