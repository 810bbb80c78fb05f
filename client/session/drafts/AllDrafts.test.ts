import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { parsePrivateElement } from '../../../shared/elements/privateNote.ts';
import { Emitter } from '../../../shared/lib/emitter.ts';
import { createDrafts } from '../../sync/drafts.ts';
import { createMemoryStorage } from '../../ui/DeviceStorage.ts';
import { AllDrafts } from './AllDrafts.ts';

function setUp() {
  const device = createDrafts(createMemoryStorage(), 'b', () => 1);
  const replaced = new Emitter<void>();
  const newDoc = (): BoardDoc => new BoardDoc(new Y.Doc(), Date.now, parsePrivateElement);
  const personal = { board: newDoc(), onReplaced: (listener: () => void) => replaced.subscribe(listener) };
  const drafts = new AllDrafts(device, personal);
  const handBack = (text: string): string =>
    personal.board.edit('server', (write) =>
      write.create({ kind: 'note', place: [null, 0, 0], z: 'a0', text, props: { draft: true } }),
    );
  const replace = (): void => {
    personal.board = newDoc();
    replaced.emit();
  };
  return { device, personal, drafts, handBack, replace };
}

describe('AllDrafts', () => {
  it('shows what the server handed back and what this device keeps, each text once', () => {
    const { personal, drafts, handBack } = setUp();
    drafts.add(['Sur l’appareil', 'Les deux'], 'deleted');
    handBack('Les deux');
    personal.board.edit('own', (write) => write.create({ kind: 'note', place: [null, 0, 0], z: 'a0', text: 'Privée' }));
    expect(drafts.list().map(({ text, reason }) => [text, reason])).toEqual([
      ['Les deux', 'returned'],
      ['Sur l’appareil', 'deleted'],
    ]);
  });

  it('removes a text from both places, and brings it back', () => {
    const { device, drafts, handBack } = setUp();
    drafts.add(['Les deux'], 'refused');
    handBack('Les deux');
    handBack('Au serveur');
    const undo = drafts.remove(drafts.list().map(({ id }) => id));
    expect(drafts.list()).toEqual([]);
    expect(device.list()).toEqual([]);
    undo();
    expect(
      drafts
        .list()
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['Au serveur', 'Les deux']);
  });

  it('follows the private document that replaces another', () => {
    const { drafts, handBack, replace } = setUp();
    handBack('Ancien');
    replace();
    expect(drafts.list()).toEqual([]);
    handBack('Nouveau');
    expect(drafts.list()).toMatchObject([{ text: 'Nouveau' }]);
  });
});
