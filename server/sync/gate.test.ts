import * as encoding from 'lib0/encoding';
import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { SERVER_CLIENT_IDS } from '../../shared/templates/instantiate.ts';
import {
  anyStruct,
  type ForgedStruct,
  forgeUpdate,
  numberStruct,
  stringStruct,
} from '../../tests/helpers/forgeUpdate.ts';
import { Gate, type Verdict } from './gate.ts';
import type { Author } from './judge.ts';

const ana: Author = { id: 'ana', role: 'participant' };
const bruno: Author = { id: 'bruno', role: 'participant' };
const flora: Author = { id: 'flora', role: 'facilitator' };
const vera: Author = { id: 'vera', role: 'viewer' };

/** A person with their own document, whose updates go through the gate, and who gets what the gate lets out. */
class Writer {
  readonly board = new BoardDoc();
  readonly #gate: Gate;
  readonly #author: Author;
  readonly #log: Uint8Array[];

  constructor(gate: Gate, author: Author, clientId: number, log: Uint8Array[]) {
    this.#gate = gate;
    this.#author = author;
    this.#log = log;
    this.board.doc.clientID = clientId;
    this.catchUp();
  }

  catchUp(): void {
    Y.applyUpdate(this.board.doc, Y.encodeStateAsUpdate(this.#gate.doc, Y.encodeStateVector(this.board.doc)), 'gate');
  }

  /** Makes an edit and hands its update to the gate; the writer then has what the gate made of it. */
  edit(change: Parameters<BoardDoc['edit']>[1]): Verdict {
    const before = Y.encodeStateVector(this.board.doc);
    const updates: Uint8Array[] = [];
    const keep = (update: Uint8Array): void => void updates.push(update);
    this.board.doc.on('update', keep);
    this.board.edit('test', change);
    this.board.doc.off('update', keep);
    return this.offer(updates[0] ?? Y.encodeStateAsUpdate(this.board.doc, before));
  }

  offer(update: Uint8Array, isStep2 = false): Verdict {
    const verdict = this.#gate.judge(update, this.#author, isStep2);
    if (verdict.type === 'accepted') this.#log.push(verdict.update);
    this.catchUp();
    return verdict;
  }
}

const NOTE = { kind: 'note', place: [null, 0, 0], size: [200, 200], z: 'a0' } as const;
const refusedOf = (verdict: Verdict): unknown => (verdict.type === 'accepted' ? [...verdict.refused] : verdict);

describe('the gate', () => {
  let gate: Gate;
  let log: Uint8Array[];
  let nextId: number;

  const writer = (author: Author): Writer => new Writer(gate, author, nextId++, log);
  const content = (): Record<string, Record<string, unknown>> => gate.doc.getMap('elements').toJSON() as never;
  const logHas = (text: string): boolean => log.some((update) => Buffer.from(update).includes(text));

  beforeEach(() => {
    gate = new Gate([], new Map());
    log = [];
    nextId = 5_000;
  });

  it('lets a note in, as the author wrote it', () => {
    const verdict = writer(ana).edit((write) =>
      write.create({ ...NOTE, id: 'n1', text: 'Un guichet unique', by: 'ana' }),
    );
    expect(verdict).toMatchObject({ type: 'accepted', claims: [5_000] });
    expect(refusedOf(verdict)).toEqual([]);
    expect(content().n1).toEqual({ ...NOTE, by: 'ana', text: 'Un guichet unique' });
  });

  it('says that it has all of an update that comes again', () => {
    const one = writer(ana);
    one.edit((write) => write.create({ ...NOTE, id: 'n1', text: 'Un guichet unique' }));
    one.edit((write) => write.delete('n1'));
    expect(one.offer(Y.encodeStateAsUpdate(one.board.doc), true)).toEqual({ type: 'nothing' });
    expect(writer(bruno).offer(Y.encodeStateAsUpdate(one.board.doc), true)).toEqual({ type: 'nothing' });
    expect(writer(vera).offer(Y.encodeStateAsUpdate(one.board.doc), true)).toEqual({ type: 'nothing' });
  });

  it('writes what it let out to a log from which the same board comes', () => {
    const [one, two] = [writer(ana), writer(bruno)];
    one.edit((write) => write.create({ ...NOTE, id: 'n1', text: 'Des bancs' }));
    two.catchUp();
    two.edit((write) => write.splice('n1', { at: 9, remove: 0, insert: ' à l’ombre' }));
    two.edit((write) => write.create({ ...NOTE, id: 'n2', lock: true }));
    expect(new Gate(log, new Map()).doc.getMap('elements').toJSON()).toEqual(content());
  });

  describe('of a viewer', () => {
    it('takes nothing new', () => {
      const update = (() => {
        const doc = new BoardDoc();
        doc.edit('x', (write) => write.create({ ...NOTE, id: 'n1' }));
        return doc.encodeState();
      })();
      expect(gate.judge(update, vera, false)).toEqual({ type: 'forbidden' });
      expect(content()).toEqual({});
    });
  });

  describe('of a participant', () => {
    let facilitator: Writer;
    let participant: Writer;

    beforeEach(() => {
      facilitator = writer(flora);
      facilitator.edit((write) => {
        write.create({ ...NOTE, id: 'locked', text: 'La question du jour', lock: true });
        write.create({ ...NOTE, id: 'free', text: 'Une piste', by: 'flora' });
      });
      participant = writer(ana);
      log.length = 0;
    });

    it.each([
      ['moves', (write) => write.set('locked', { place: [null, 9, 9] })],
      ['writes in', (write) => write.splice('locked', { at: 0, remove: 2, insert: 'Ma' })],
      ['deletes', (write) => write.delete('locked')],
      ['unlocks', (write) => write.set('locked', { lock: false })],
      ['replaces', (write) => write.create({ ...NOTE, id: 'locked', text: 'Autre chose' })],
    ] satisfies [string, Parameters<BoardDoc['edit']>[1]][])(
      'takes it back when one %s what is locked',
      (_what, change) => {
        const before = content();
        expect(refusedOf(participant.edit(change))).toEqual([['locked', ['locked']]]);
        expect(content()).toEqual(before);
        expect(participant.board.doc.getMap('elements').toJSON()).toEqual(before);
        const watcher = writer(bruno);
        expect(watcher.board.doc.getMap('elements').toJSON()).toEqual(before);
      },
    );

    it('gives back the text as it was, wherever others wrote between two refusals', () => {
      participant.edit((write) => write.splice('locked', { at: 12, remove: 0, insert: 'grande ' }));
      facilitator.catchUp();
      facilitator.edit((write) => write.splice('locked', { at: 0, remove: 0, insert: 'Nous y voilà enfin. ' }));
      facilitator.edit((write) => write.splice('locked', { at: 9, remove: 8, insert: '' }));
      const before = content().locked?.text;
      participant.catchUp();
      participant.edit((write) => write.splice('locked', { at: 14, remove: 9, insert: 'Une petite ' }));
      expect(content().locked?.text).toBe(before);
      participant.edit((write) => write.splice('locked', { at: 3, remove: 20, insert: '' }));
      expect(content().locked?.text).toBe(before);
    });

    it('takes a lock back', () => {
      expect(refusedOf(participant.edit((write) => write.set('free', { lock: true })))).toEqual([['lock', ['free']]]);
      expect(refusedOf(participant.edit((write) => write.create({ ...NOTE, id: 'own', lock: true })))).toEqual([
        ['lock', ['own']],
      ]);
      expect(content().free).not.toHaveProperty('lock');
      expect(content()).not.toHaveProperty('own');
    });

    it('takes back only what is refused of one gesture', () => {
      const verdict = participant.edit((write) => {
        write.set('locked', { place: [null, 9, 9] });
        write.set('free', { place: [null, 7, 7] });
      });
      expect(refusedOf(verdict)).toEqual([['locked', ['locked']]]);
      expect(content().free?.place).toEqual([null, 7, 7]);
      expect(content().locked?.place).toEqual([null, 0, 0]);
    });

    it('keeps no byte of refused text', () => {
      participant.edit((write) => write.splice('locked', { at: 3, remove: 0, insert: 'canari-jaune' }));
      participant.edit((write) => write.create({ ...NOTE, id: 'own', lock: true, text: 'canari-vert' }));
      expect(log.length).toBe(2);
      expect(logHas('canari')).toBe(false);
      expect(Buffer.from(Y.encodeStateAsUpdate(gate.doc)).includes('canari')).toBe(false);
    });

    it('goes on after a refusal', () => {
      participant.edit((write) => write.delete('locked'));
      expect(refusedOf(participant.edit((write) => write.create({ ...NOTE, id: 'next' })))).toEqual([]);
      expect(content()).toHaveProperty('next');
      expect(gate.doc.clientID).toBe(SERVER_CLIENT_IDS.gate);
    });

    it('lets nobody write in the name of another, nor change whose a note is', () => {
      expect(refusedOf(participant.edit((write) => write.create({ ...NOTE, id: 'own', by: 'bruno' })))).toEqual([
        ['author', ['own']],
      ]);
      expect(refusedOf(participant.edit((write) => write.create({ ...NOTE, id: 'free', by: 'ana' })))).toEqual([
        ['author', ['free']],
      ]);
      expect(refusedOf(participant.edit((write) => write.create({ ...NOTE, id: 'mine', by: 'ana' })))).toEqual([]);
    });

    it('lets undo bring a deleted note back with its author', () => {
      participant.edit((write) => write.delete('free'));
      expect(refusedOf(participant.edit((write) => write.create({ ...NOTE, id: 'free', by: 'flora' })))).toEqual([]);
    });
  });

  it('takes back an element it has no sense of', () => {
    const one = writer(ana);
    const bad: [string, Record<string, unknown>][] = [
      ['an unknown kind', { ...NOTE, kind: 'volcano' }],
      ['NaN', { ...NOTE, place: [null, Number.NaN, 0] }],
      ['infinity', { ...NOTE, size: [Number.POSITIVE_INFINITY, 10] }],
      ['a string for a number', { ...NOTE, place: [null, '0', 0] }],
      ['an unknown key', { ...NOTE, props: { role: 'facilitator' } }],
      ['an unknown colour', { ...NOTE, props: { color: 'chartreuse' } }],
      ['an order that is none', { ...NOTE, z: '' }],
      ['no place', { kind: 'note', size: [200, 200], z: 'a0' }],
    ];
    for (const [what, init] of bad) {
      const verdict = one.edit((write) => write.create({ ...(init as unknown as typeof NOTE), id: 'bad' }));
      expect([what, refusedOf(verdict)]).toEqual([what, [['schema', ['bad']]]]);
    }
    expect(content()).toEqual({});
  });

  it('takes back text that is too long, and leaves what was there', () => {
    const one = writer(ana);
    one.edit((write) => write.create({ ...NOTE, id: 'n1', text: 'Court' }));
    const long = 'x'.repeat(LIMITS.textChars);
    expect(refusedOf(one.edit((write) => write.splice('n1', { at: 0, remove: 0, insert: long })))).toEqual([
      ['limit', ['n1']],
    ]);
    expect(content().n1?.text).toBe('Court');
  });

  it('takes back what is more than a board holds', () => {
    const one = writer(ana);
    one.edit((write) => {
      for (let i = 0; i < LIMITS.elementsPerBoard - 1; i++) write.create({ ...NOTE, id: `n${i}` });
    });
    const verdict = one.edit((write) => {
      write.create({ ...NOTE, id: 'last' });
      write.create({ ...NOTE, id: 'beyond' });
    });
    expect(refusedOf(verdict)).toEqual([['limit', ['beyond']]]);
    expect(Object.keys(content()).length).toBe(LIMITS.elementsPerBoard);
  }, 60_000);

  it('lets a placeholder be moved or deleted, not edited, and gives it back as it was', () => {
    const newer = new Y.Doc();
    newer.transact(() => {
      const map = new Y.Map<unknown>();
      for (const [key, value] of Object.entries({ ...NOTE, kind: 'hologram', depth: { far: [1, 2] } }))
        map.set(key, value);
      map.set('text', new Y.Text('Texte d’ailleurs'));
      newer.getMap('elements').set('alien', map);
    });
    gate = new Gate([Y.encodeStateAsUpdate(newer)], new Map());
    const one = writer(ana);
    const before = content();
    expect(refusedOf(one.edit((write) => write.splice('alien', { at: 0, remove: 5, insert: 'Mot' })))).toEqual([
      ['placeholder', ['alien']],
    ]);
    expect(content()).toEqual(before);
    expect(refusedOf(one.edit((write) => write.set('alien', { place: [null, 5, 5] })))).toEqual([]);
    expect(refusedOf(one.edit((write) => write.set('alien', { place: [null, Number.NaN, 5] })))).toEqual([
      ['placeholder', ['alien']],
    ]);
    expect(content().alien).toEqual({ ...before.alien, place: [null, 5, 5] });
    expect(refusedOf(one.edit((write) => write.delete('alien')))).toEqual([]);
    expect(content()).toEqual({});
  });

  describe('of bytes no honest client sends', () => {
    const root = (id: string): { parent: string; sub: string } => ({ parent: 'elements', sub: id });
    const deep = (levels: number): unknown => (levels === 0 ? 0 : [deep(levels - 1)]);
    const element = (...rest: ForgedStruct[]) =>
      forgeUpdate([{ client: 77, clock: 0, structs: [numberStruct(7, 1, root('n1')), ...rest] }]);
    const key = (name: string): { parent: readonly [number, number]; sub: string } => ({ parent: [77, 0], sub: name });

    const violations: [string, () => Uint8Array][] = [
      ['nothing at all', () => new Uint8Array(0)],
      [
        'the second encoding of Yjs',
        () => {
          const doc = new BoardDoc();
          doc.edit('x', (write) => write.create({ ...NOTE, id: 'n1' }));
          return Y.encodeStateAsUpdateV2(doc.doc);
        },
      ],
      ['the second encoding, empty', () => Y.encodeStateAsUpdateV2(new Y.Doc())],
      ['trailing bytes', () => new Uint8Array([0, 0, 0])],
      ['a cut update', () => element().subarray(0, 6)],
      [
        'a server id',
        () => forgeUpdate([{ client: SERVER_CLIENT_IDS.gate, clock: 0, structs: [numberStruct(7, 1, root('n1'))] }]),
      ],
      [
        'a collected run that makes the clock jump',
        () => forgeUpdate([{ client: 77, clock: 0, structs: [numberStruct(0, 2 ** 52)] }]),
      ],
      ['a deleted run that makes the clock jump', () => element(numberStruct(1, 200_000, key('z')))],
      [
        'a Skip',
        () => forgeUpdate([{ client: 77, clock: 0, structs: [numberStruct(10, 5), numberStruct(7, 1, root('n1'))] }]),
      ],
      ['an empty run', () => forgeUpdate([{ client: 77, clock: 0, structs: [numberStruct(0, 0)] }])],
      [
        'another root',
        () => forgeUpdate([{ client: 77, clock: 0, structs: [anyStruct(1, { parent: 'roles', sub: 'ana' })] }]),
      ],
      [
        'a value where an element should be',
        () => forgeUpdate([{ client: 77, clock: 0, structs: [anyStruct({ kind: 'note' }, root('n1'))] }]),
      ],
      ['an id that is none', () => forgeUpdate([{ client: 77, clock: 0, structs: [numberStruct(7, 1, root('a b'))] }])],
      [
        'the id __proto__',
        () => forgeUpdate([{ client: 77, clock: 0, structs: [numberStruct(7, 1, root('__proto__'))] }]),
      ],
      ['the key __proto__', () => element(anyStruct('x', key('__proto__')))],
      [
        '__proto__ within a value',
        () => element(anyStruct(JSON.parse('{"__proto__":{"role":"facilitator"}}'), key('place'))),
      ],
      ['a value nested nine deep', () => element(anyStruct(deep(9), key('place')))],
      ['a value nested seven thousand deep', () => element(anyStruct(deep(3_000), key('place')))],
      ['bytes as a value', () => element(anyStruct(new Uint8Array(8), key('place')))],
      ['a big integer', () => element(anyStruct(10n, key('place')))],
      ['text as one value', () => element(anyStruct('Bonjour', key('text')))],
      ['an array type', () => element(numberStruct(7, 0, key('place')))],
      ['a text under another key', () => element(numberStruct(7, 2, key('place')))],
      ['a list inside an element', () => element(anyStruct(1, { parent: [77, 0] }))],
      ['a value inside a text', () => element(numberStruct(7, 2, key('text')), anyStruct(1, { parent: [77, 1] }))],
      [
        'an attribute of a text',
        () => element(numberStruct(7, 2, key('text')), anyStruct(1, { parent: [77, 1], sub: 'x' })),
      ],
      ['letters as a key of an element', () => element(stringStruct('abc', key('z')))],
      [
        'an embed',
        () => element(numberStruct(7, 2, key('text')), { ...stringStruct('{}', { parent: [77, 1] }), ref: 5 }),
      ],
      ['a subdocument', () => element({ ...stringStruct('guid', key('z')), ref: 9 })],
      [
        'two sections of one client',
        () => {
          const one = { client: 77, clock: 0, structs: [numberStruct(7, 1, root('n1'))] };
          return forgeUpdate([one, { ...one, clock: 1 }]);
        },
      ],
      [
        'overlapping deletions',
        () =>
          forgeUpdate(
            [],
            [
              {
                client: 5_000,
                ranges: [
                  [0, 2],
                  [1, 2],
                ],
              },
            ],
          ),
      ],
      [
        'sixty-five new client ids',
        () =>
          forgeUpdate(
            Array.from({ length: 65 }, (_, i) => ({
              client: 100 + i,
              clock: 0,
              structs: [numberStruct(7, 1, root(`n${i}`))],
            })),
          ),
      ],
    ];

    it.each(violations)('refuses %s, without a trace', (_what, forge) => {
      writer(ana).edit((write) => write.create({ ...NOTE, id: 'kept', text: 'Reste' }));
      const before = Y.encodeStateAsUpdate(gate.doc);
      expect(gate.judge(forge(), bruno, false).type).toBe('violation');
      expect(Y.encodeStateAsUpdate(gate.doc)).toEqual(before);
      expect([...gate.doc.share.keys()]).toEqual(['elements']);
    });

    it('refuses structs under the id of somebody else, even at their next clock, and the owner goes on', () => {
      const one = writer(ana);
      one.edit((write) => write.create({ ...NOTE, id: 'n1', text: 'À moi' }));
      const next = Y.getState(gate.doc.store, 5_000);
      const forged = forgeUpdate([{ client: 5_000, clock: next, structs: [numberStruct(7, 1, root('n2'))] }]);
      expect(gate.judge(forged, bruno, false)).toEqual({ type: 'violation', rule: 'a client id of somebody else' });
      expect(refusedOf(one.edit((write) => write.create({ ...NOTE, id: 'n3' })))).toEqual([]);
      expect(Object.keys(content())).toEqual(['n1', 'n3']);
    });

    it('refuses a struct that stands in two places, told outright or by half of it', () => {
      writer(ana).edit((write) => {
        write.create({ ...NOTE, id: 'n1', text: 'Un' });
        write.create({ ...NOTE, id: 'n2', text: 'Deux' });
      });
      const itemOf = (id: string, key: string): readonly [number, number] => {
        const item = (gate.doc.getMap('elements').get(id) as Y.Map<unknown>)._map.get(key) as Y.Item;
        return [item.id.client, item.id.clock];
      };
      const [here, there] = [itemOf('n1', 'z'), itemOf('n2', 'place')];
      const torn = { ...anyStruct('a1', { origin: here }), rightOrigin: there };
      const update = forgeUpdate([{ client: 77, clock: 0, structs: [torn] }]);
      expect(gate.judge(update, bruno, false)).toEqual({ type: 'violation', rule: 'two places at once' });
      // First one value of n1, then the same struct again, grown by a second one and said to stand in n2.
      const first = forgeUpdate([{ client: 78, clock: 0, structs: [anyStruct('a1', { origin: here })] }]);
      expect(gate.judge(first, bruno, false).type).toBe('accepted');
      const before = content();
      const grown = {
        ...anyStruct('a2', { origin: there }),
        content: (encoder: Parameters<ForgedStruct['content']>[0]) => {
          encoding.writeVarUint(encoder, 2);
          encoding.writeAny(encoder, 'a1');
          encoding.writeAny(encoder, 'a2');
        },
      };
      const verdict = gate.judge(forgeUpdate([{ client: 78, clock: 0, structs: [grown] }]), bruno, false);
      expect(verdict.type).toBe('accepted');
      expect(content()).toEqual({ ...before, n1: { ...before.n1, z: 'a2' } });
    });

    it('refuses to claim an id that stands in the document without an owner', () => {
      gate = new Gate([element()], new Map());
      const forged = forgeUpdate([{ client: 77, clock: 1, structs: [numberStruct(7, 1, root('n2'))] }]);
      expect(gate.judge(forged, bruno, false).type).toBe('violation');
    });

    it('sees a gap in a clock, in what a struct leans on, and in a deletion', () => {
      const gaps = [
        forgeUpdate([{ client: 77, clock: 3, structs: [numberStruct(7, 1, root('n1'))] }]),
        forgeUpdate([{ client: 77, clock: 0, structs: [anyStruct(1, { parent: [78, 0], sub: 'z' })] }]),
        forgeUpdate([{ client: 77, clock: 0, structs: [stringStruct('a', { origin: [78, 4] })] }]),
        forgeUpdate([], [{ client: 78, ranges: [[0, 1]] }]),
        // Two that lean on each other, and one on itself.
        forgeUpdate([
          { client: 77, clock: 0, structs: [stringStruct('a', { origin: [78, 0] })] },
          { client: 78, clock: 0, structs: [stringStruct('b', { origin: [77, 0] })] },
        ]),
        forgeUpdate([{ client: 77, clock: 0, structs: [stringStruct('a', { origin: [77, 0] })] }]),
      ];
      for (const update of gaps) expect(gate.judge(update, ana, false)).toEqual({ type: 'gap' });
      expect(gate.doc.store.pendingStructs).toBeNull();
    });
  });

  it('knows when a client has seen more than this server ever had', () => {
    const one = writer(ana);
    one.edit((write) => write.create({ ...NOTE, id: 'n1' }));
    const clock = Y.getState(gate.doc.store, 5_000);
    expect(gate.isBehind(new Map([[5_000, clock]]), 'bruno')).toBe(false);
    expect(gate.isBehind(new Map([[5_000, clock + 1]]), 'ana')).toBe(false);
    expect(gate.isBehind(new Map([[5_000, clock + 1]]), 'bruno')).toBe(true);
    expect(gate.isBehind(new Map([[6_000, 3]]), 'bruno')).toBe(false);
  });
});
