/** The least that opening a board can cost: its updates taken into a fresh document, by Yjs and nothing else, once. */
import * as Y from 'yjs';

/** Applies `updates/0` … as they were captured, in the cold engine of a page just loaded: how long it took, and how many elements stand. */
window.applyUpdates = async (count) => {
  const updates = [];
  for (let i = 0; i < count; i++) {
    updates.push(new Uint8Array(await (await fetch(`./updates/${i}`)).arrayBuffer()));
  }
  const doc = new Y.Doc();
  const started = performance.now();
  for (const update of updates) Y.applyUpdate(doc, update);
  // Kept, for those who weigh it.
  window.applied = doc;
  return { ms: performance.now() - started, elements: doc.getMap('elements').size };
};
