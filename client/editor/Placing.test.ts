/** Placing on a matrix and in a radar without a pointer, on a real board with a real editor; scores recomputed from places. */
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { countWaiting } from '../../shared/elements/matrix/paintMatrix.ts';
import { MATRIX_PRESETS, propsOfPreset } from '../../shared/elements/matrix/presets.ts';
import { asMatrix } from '../../shared/elements/matrix/props.ts';
import { partsOf } from '../../shared/elements/matrix/score.ts';
import { nearestPlacing } from '../../shared/elements/placing.ts';
import { takenSectors } from '../../shared/elements/radar/paintRadar.ts';
import { propsOfPreset as propsOfRadar, RADAR_PRESETS } from '../../shared/elements/radar/presets.ts';
import { intersects } from '../../shared/geometry/box.ts';
import { readContributions } from '../../tests/helpers/contributions.ts';
import { extrasOf, openEditor, put } from '../../tests/helpers/editing.ts';
import { fr } from '../i18n/fr/index.ts';
import { gatherMatrix, gatherRadar } from '../session/placing/gather.ts';
import { aimAt } from './aim.ts';

const texts = readContributions().map(({ text }) => text);
const SIZE = [1730, 1180] as const;
const { plot, heap } = partsOf(SIZE);
/** A radar of two roles: one at the right, one at the left. */
const ROLES = { roles: true, 'sector:a': { name: 'Droite', z: 'a0' }, 'sector:b': { name: 'Gauche', z: 'a1' } };

/** A matrix of impact and effort at a crooked place of the wall, with notes in its heap. */
function matrixWith(waiting: number) {
  const person = openEditor();
  const { quadrants, ...props } = propsOfPreset(MATRIX_PRESETS[0] as (typeof MATRIX_PRESETS)[number], 'fr');
  const matrix = put(person.board, 'matrix', [333, -217], {
    text: 'Que faire d’abord ?',
    size: SIZE,
    props: { ...props, quadrants },
  });
  const notes = Array.from({ length: waiting }, (_, n) =>
    put(person.board, 'note', [333 + heap.x + 20, -217 + heap.y + 60 + n * 220], {
      parent: matrix,
      text: texts[n] ?? '',
    }),
  );
  return { ...person, matrix, notes };
}

/** What a matrix is painted with, as far as it counts. */
const sceneOf = (board: ReturnType<typeof matrixWith>['board']) => ({
  children: (id: string) => board.tree.children(id),
  element: (id: string) => board.get(id),
  frame: (id: string) => board.frame(id),
});

/** The scores of a note, from its place and the plot alone. */
function scoresOf(board: ReturnType<typeof matrixWith>['board'], matrix: string, id: string) {
  const [frame, outer] = [board.frame(id), board.frame(matrix)];
  if (!frame || !outer) throw new Error('not on the board');
  const right = frame.x + frame.w / 2 - outer.x - plot.x;
  const down = frame.y + frame.h / 2 - outer.y - plot.y;
  return { effort: (100 * right) / plot.w, impact: 100 - (100 * down) / plot.h };
}

describe('placing by keyboard', () => {
  it('takes the next one of the heap into the middle, and says how many are left', () => {
    const { editor, board, matrix, notes, notices } = matrixWith(3);
    editor.selection.set([matrix]);
    expect(editor.placing.waiting(matrix)).toEqual(notes);
    editor.commands.run('placing.next');
    expect(scoresOf(board, matrix, notes[0] as string)).toEqual({
      effort: expect.closeTo(50, 9),
      impact: expect.closeTo(50, 9),
    });
    expect([...editor.selection.ids]).toEqual([notes[0]]);
    const said = notices.at(-1);
    expect([said?.kind, said?.id, said?.values?.count]).toEqual(['announce', 'placing.say.next', 2]);
    expect(said?.values?.place).toBe('Impact 50, Effort 50, À écarter');
  });

  it('says of a note without words that it has none', () => {
    const { editor, board, matrix, notes, notices } = matrixWith(2);
    const [blank = '', named = ''] = notes;
    const said = (): unknown =>
      new IntlMessageFormat(fr['placing.say.next'], 'fr').format({ ...notices.at(-1)?.values });
    const write = (id: string, insert: string): void =>
      board.edit('test', (to) => to.splice(id, { at: 0, remove: board.get(id)?.text.length ?? 0, insert }));
    write(blank, ' \n');
    write(named, 'Un banc\nà l’ombre');
    editor.placing.next(matrix);
    expect(said()).toMatch(/^Note sans texte\s: Impact 50/u);
    editor.placing.next(matrix);
    expect(said()).toMatch(/^«\sUn banc à l’ombre\s»\s: Impact 50/u);
  });

  it('goes on from there by hundredths of an axis', () => {
    const { editor, board, matrix, notes } = matrixWith(1);
    const [note = ''] = notes;
    editor.selection.set([matrix]);
    editor.placing.next(matrix);
    const step = editor.placing.step();
    expect(step).toEqual({ x: plot.w / 100, y: plot.h / 100 });
    for (let n = 0; n < 7; n++) editor.writes.nudge({ x: -(step?.x ?? 0), y: 0 });
    for (let n = 0; n < 22; n++) editor.writes.nudge({ x: 0, y: -(step?.y ?? 0) });
    expect(scoresOf(board, matrix, note)).toEqual({ effort: expect.closeTo(43, 6), impact: expect.closeTo(72, 6) });
    expect(editor.placing.place(note)).toBe('Impact 72, Effort 43, À faire tout de suite');
  });

  it('says that everything is placed when the heap is empty, and is then not offered', () => {
    const { editor, matrix, notices } = matrixWith(0);
    editor.selection.set([matrix]);
    expect(editor.commands.get('placing.next').enabled()).toBe(false);
    expect(editor.placing.next(matrix)).toBeNull();
    expect(notices.at(-1)?.id).toBe('placing.say.none');
  });

  it('writes exact scores, which stand in one step of undo', () => {
    const { editor, board, matrix, notes } = matrixWith(1);
    const [note = ''] = notes;
    const before = board.get(note)?.place;
    expect(
      editor.placing.put(matrix, note, { x: plot.x + 0.7235 * plot.w - 100, y: plot.y + 0.7 * plot.h - 100 }),
    ).toBe(true);
    expect(scoresOf(board, matrix, note)).toEqual({ effort: expect.closeTo(72.35, 9), impact: expect.closeTo(30, 9) });
    editor.history.undo();
    expect(board.get(note)?.place).toEqual(before);
  });

  it('brings a note from the wall into the matrix', () => {
    const { editor, board, matrix } = matrixWith(0);
    const note = put(board, 'note', [-900, -900], { text: texts[0] ?? '' });
    editor.placing.put(matrix, note, { x: plot.x, y: plot.y });
    expect(board.tree.parent(note)).toBe(matrix);
  });

  it('leaves alone what is locked', () => {
    const { editor, board, matrix, notes } = matrixWith(1);
    const [note = ''] = notes;
    board.edit('lock', (write) => write.set(note, { lock: true }));
    const before = board.get(note)?.place;
    expect(editor.placing.put(matrix, note, { x: 0, y: 0 })).toBe(false);
    expect(board.get(note)?.place).toEqual(before);
  });

  it('takes the next one that may be moved, past what is locked, and says why where there is none', () => {
    const { editor, board, matrix, notes, notices } = matrixWith(3);
    board.edit('lock', (write) => write.set(notes[0] as string, { lock: true }));
    expect([editor.placing.next(matrix), notices.at(-1)?.values?.count]).toEqual([notes[1], 1]);
    expect([editor.placing.next(matrix), notices.at(-1)?.values?.count]).toEqual([notes[2], 0]);
    expect([editor.placing.next(matrix), notices.at(-1)?.id]).toEqual([null, 'editor.notice.locked']);
  });

  it('is about the area that is selected, or holds what is selected; of two areas about none', () => {
    const { editor, board, matrix, notes } = matrixWith(1);
    const radar = put(board, 'radar', [4000, 0], {
      props: propsOfRadar(RADAR_PRESETS[0] as (typeof RADAR_PRESETS)[number], 'fr'),
    });
    expect(editor.placing.area()).toBeNull();
    editor.selection.set(notes);
    expect(editor.placing.area()?.id).toBe(matrix);
    expect([editor.commands.get('matrix.open').enabled(), editor.commands.get('radar.open').enabled()]).toEqual([
      true,
      false,
    ]);
    editor.selection.set([radar]);
    expect([editor.commands.get('matrix.open').enabled(), editor.commands.get('radar.open').enabled()]).toEqual([
      false,
      true,
    ]);
    editor.selection.set([matrix, radar]);
    expect(editor.placing.area()).toBeNull();
  });
});

describe('a matrix that is made larger', () => {
  it('keeps every score, and what waits in the heap', () => {
    const { editor, board, matrix, notes } = matrixWith(3);
    const [first = '', second = '', third = ''] = notes;
    editor.placing.put(matrix, first, { x: plot.x + 0.25 * plot.w - 100, y: plot.y + 0.1 * plot.h - 100 });
    editor.placing.put(matrix, second, { x: plot.x + 0.995 * plot.w - 100, y: plot.y + 0.6 * plot.h - 100 });
    const read = () =>
      [first, second, third].map(
        (id) => nearestPlacing(board, id)?.scores?.map(({ value }) => Number(value.toFixed(6))) ?? null,
      );
    const before = read();
    expect(before).toEqual([[90, 25], [40, 99.5], null]);
    // Pulled by its top left corner: the origin moves too.
    editor.arranging.reshape('resize', new Map([[matrix, { frame: { x: -67, y: -400, w: 2130, h: 1363 } }]]));
    expect(board.frame(matrix)).toEqual({ x: -67, y: -400, w: 2130, h: 1363 });
    expect(read()).toEqual(before);
    expect(editor.placing.waiting(matrix)).toEqual([third]);
    editor.history.undo();
    expect(read()).toEqual(before);
  });

  it('keeps the scores that are written in no note when an axis is renamed, and tells them by the new name', () => {
    const { editor, board, matrix, notes } = matrixWith(1);
    editor.placing.next(matrix);
    const element = asMatrix(board.get(matrix));
    editor.writes.style([matrix], { x: { ...element?.props.x, name: 'Coût' } });
    expect(nearestPlacing(board, notes[0] ?? '')?.scores?.[1]).toMatchObject({
      name: 'Coût',
      value: expect.closeTo(50, 9),
    });
  });
});

describe('notes that cover each other on a matrix', () => {
  it('lie apart by one command, each in its part still, what is locked where it was', () => {
    const { editor, board, matrix, notes } = matrixWith(5);
    for (const [n, id] of notes.entries())
      editor.placing.put(matrix, id, {
        x: plot.x + 0.2 * plot.w + 12 * n - 100,
        y: plot.y + 0.2 * plot.h + 7 * n - 100,
      });
    const [, second = ''] = notes;
    board.edit('lock', (write) => write.set(second, { lock: true }));
    const before = board.get(second)?.place;
    editor.selection.set([matrix]);
    editor.commands.run('placing.spread');
    expect(board.get(second)?.place).toEqual(before);
    const frames = notes.map((id) => board.frame(id));
    for (const [n, a] of frames.entries())
      for (const b of frames.slice(n + 1)) {
        const isApart = a && b && (Math.abs(a.x - b.x) >= 199 || Math.abs(a.y - b.y) >= 199);
        expect(isApart).toBe(true);
      }
    expect(notes.map((id) => nearestPlacing(board, id)?.cell)).toEqual(notes.map(() => 'À faire tout de suite'));
    editor.history.undo();
    expect(notes.map((id) => Math.round(scoresOf(board, matrix, id).effort))).toEqual([20, 21, 22, 23, 24]);
  });
});

describe('a matrix whose heap is counted', () => {
  it('is painted anew when something in it is placed, though nobody came or went', () => {
    const { editor, board, matrix, notes } = matrixWith(2);
    const damage: unknown[] = [];
    editor.index.onChange((change) => damage.push(...change.damage));
    editor.placing.put(matrix, notes[0] ?? '', { x: plot.x + 300, y: plot.y + 300 });
    expect(damage).toContainEqual(editor.index.get(matrix)?.bounds);
    expect(editor.index.get(matrix)?.bounds.w).toBeGreaterThan(1700);
    // Writing in a note changes no count.
    damage.length = 0;
    board.edit('type', (write) => write.splice(notes[0] ?? '', { at: 0, remove: 0, insert: 'Un bus ' }));
    expect(damage).not.toContainEqual(editor.index.get(matrix)?.bounds);
  });
});

describe('what is dragged over a matrix', () => {
  it('is told its scores before it is let go, with lines to both axes', () => {
    const { board, matrix, notes } = matrixWith(1);
    const [note = ''] = notes;
    const frame = board.frame(note);
    const wanted = { x: 333 + plot.x + 0.3 * plot.w, y: -217 + plot.y + 0.2 * plot.h };
    const by = { x: wanted.x - (frame?.x ?? 0) - 100, y: wanted.y - (frame?.y ?? 0) - 100 };
    const aim = aimAt(board, matrix, notes, by, 'fr');
    expect(aim?.text).toBe('Impact 80, Effort 30, À faire tout de suite');
    expect(aim?.lines.map(([, to]) => [to.x, to.y])).toEqual([
      [333 + plot.x, expect.closeTo(wanted.y, 9)],
      [expect.closeTo(wanted.x, 9), -217 + plot.y + plot.h],
    ]);
    expect(aimAt(board, matrix, notes, { x: 0, y: 0 }, 'fr')).toMatchObject({ text: 'à placer', lines: [] });
    expect(aimAt(board, null, notes, by, 'fr')).toBeNull();
  });
});

describe('a cluster on a matrix', () => {
  it('keeps its scores, and those of what lies in it, when it is closed and when more is dropped in', () => {
    const { editor, board, matrix } = matrixWith(0);
    const cluster = put(board, 'cluster', [0, 0], { text: 'Le temps' });
    const inside = texts.slice(0, 9).map((text) => put(board, 'note', [20, 60], { parent: cluster, text }));
    // Its arrow, in the middle of a square at the left of its header, is what counts.
    editor.placing.put(matrix, cluster, { x: plot.x + 0.3 * plot.w - 24, y: plot.y + 0.2 * plot.h - 24 });
    const read = (id: string) => nearestPlacing(board, id)?.scores?.map(({ value }) => Number(value.toFixed(6)));
    const all = () => [cluster, ...inside].map(read);
    const open = all();
    expect(open).toEqual(Array(10).fill([80, 30]));
    board.edit('fold', (write) => write.set(cluster, { props: { collapsed: true } }));
    expect(all()).toEqual(open);
    board.edit('fold', (write) => write.set(cluster, { props: { collapsed: undefined } }));
    put(board, 'note', [20, 60], { parent: cluster, size: [700, 700] });
    expect(all()).toEqual(open);
    expect(countWaiting(asMatrix(board.get(matrix)) as NonNullable<ReturnType<typeof asMatrix>>, sceneOf(board))).toBe(
      0,
    );
    expect(aimAt(board, matrix, [cluster], { x: 0, y: 0 }, 'fr')?.text).toBe(
      'Impact 80, Effort 30, À faire tout de suite',
    );
    editor.arranging.reshape('resize', new Map([[matrix, { frame: { x: -67, y: -400, w: 2130, h: 1363 } }]]));
    expect(all()).toEqual(open);
    const [panel] = gatherMatrix(board, board.get(matrix) as Parameters<typeof gatherMatrix>[1]).placed;
    expect([panel?.scores.y.value, panel?.scores.x.value]).toEqual([expect.closeTo(80, 6), expect.closeTo(30, 6)]);
  });
});

describe('a cluster among notes that cover each other', () => {
  it('lies apart from them in the quadrant it counts in, though most of it lies in the next', () => {
    const { editor, board, matrix } = matrixWith(0);
    const cluster = put(board, 'cluster', [0, 0], { text: 'Le temps' });
    for (const text of texts.slice(0, 4)) put(board, 'note', [20, 60], { parent: cluster, text });
    const near = { x: plot.x + 0.46 * plot.w, y: plot.y + 0.1 * plot.h };
    const [one = '', two = ''] = texts.slice(4, 6).map((text) => put(board, 'note', [0, 0], { text }));
    editor.placing.put(matrix, cluster, near);
    editor.placing.put(matrix, one, { x: near.x - 150, y: near.y });
    editor.placing.put(matrix, two, { x: near.x + 300, y: near.y });
    const cells = () => [cluster, one, two].map((id) => nearestPlacing(board, id)?.cell);
    const before = cells();
    expect(before[0]).toBe('À faire tout de suite');
    expect(before[2]).not.toBe(before[0]);
    expect(extrasOf(editor).spreading.spread(matrix)).toBeGreaterThan(0);
    expect(cells()).toEqual(before);
    const [box, left, right] = [cluster, one, two].map((id) => board.frame(id));
    for (const other of [left, right]) expect(box && other && intersects(box, other)).toBe(false);
  });
});

describe('a cluster that a locked note covers', () => {
  it('gives way within the quadrant it counts in, not over its edge, though that is nearer', () => {
    const { editor, board, matrix } = matrixWith(0);
    const cluster = put(board, 'cluster', [0, 0], { text: 'Le temps' });
    for (const text of texts.slice(0, 4)) put(board, 'note', [20, 60], { parent: cluster, text });
    const { w = 0 } = board.frame(cluster) ?? {};
    const note = put(board, 'note', [0, 0], { text: texts[4] ?? '' });
    // Its head is 10 units right of the middle of the plot; 68 to the left, and it would be free.
    const at = { x: plot.x + plot.w / 2 + 10 - 24, y: plot.y + 0.1 * plot.h };
    editor.placing.put(matrix, cluster, at);
    editor.placing.put(matrix, note, { x: at.x + w - 60, y: at.y });
    board.edit('lock', (write) => write.set(note, { lock: true }));
    const before = nearestPlacing(board, cluster)?.cell;
    expect(extrasOf(editor).spreading.spread(matrix)).toBe(1);
    expect(nearestPlacing(board, cluster)?.cell).toBe(before);
  });
});

describe('a radar', () => {
  it('says ring and sector of a cluster by its head, open as closed, and takes the same sector for filled', () => {
    const { editor, board } = openEditor();
    const radar = put(board, 'radar', [50, 50], { size: [1800, 1500], props: ROLES });
    const cluster = put(board, 'cluster', [0, 0], { text: 'Accueil' });
    for (const text of texts.slice(0, 6)) put(board, 'note', [20, 60], { parent: cluster, text });
    // Its head is above and to the left of the middle, most of it is not.
    editor.placing.put(radar, cluster, { x: 900 - 60, y: 750 - 60 });
    const element = () => board.get(radar) as Parameters<typeof takenSectors>[0];
    const read = () => [
      nearestPlacing(board, cluster)?.cell,
      takenSectors(element(), sceneOf(board)),
      gatherRadar(board, element()).standing.map(({ where }) => where?.sector?.name),
    ];
    expect(read()).toEqual(['Gauche', [false, true], ['Gauche']]);
    board.edit('fold', (write) => write.set(cluster, { props: { collapsed: true } }));
    expect(read()).toEqual(['Gauche', [false, true], ['Gauche']]);
  });

  it('has the ring and sector of a note said, and of one outside that it is to be placed', () => {
    const person = openEditor();
    const radar = put(person.board, 'radar', [0, 0], {
      size: [1800, 1500],
      props: propsOfRadar(RADAR_PRESETS[0] as (typeof RADAR_PRESETS)[number], 'fr'),
    });
    const note = put(person.board, 'note', [0, 0], { parent: radar, text: texts[0] ?? '' });
    expect(person.editor.placing.place(note)).toBe('à placer');
    person.editor.selection.set([note]);
    person.editor.commands.run('placing.next');
    expect(person.editor.placing.place(note)).toMatch(/^Déjà là · /);
  });

  it('gets a ring and a sector more by a command, each a key of its own', () => {
    const person = openEditor();
    const radar = put(person.board, 'radar', [0, 0], {
      size: [1800, 1500],
      props: propsOfRadar(RADAR_PRESETS[0] as (typeof RADAR_PRESETS)[number], 'fr'),
    });
    person.editor.selection.set([radar]);
    const asked: unknown[] = [];
    person.editor.requests.subscribe((request) => asked.push(request));
    person.editor.commands.run('radar.addRing');
    person.editor.commands.run('radar.addSector');
    const keys = Object.keys(person.board.get(radar)?.props ?? {});
    expect([
      keys.filter((key) => key.startsWith('ring:')).length,
      keys.filter((key) => key.startsWith('sector:')).length,
    ]).toEqual([4, 7]);
    expect(asked).toEqual(['radar', 'radar']);
    person.editor.history.undo();
    expect(Object.keys(person.board.get(radar)?.props ?? {}).filter((key) => key.startsWith('sector:'))).toHaveLength(
      6,
    );
  });
});

describe('spreading what is locked', () => {
  it('leaves it where it is for a facilitator too: the others give way to it', () => {
    const { editor, board, matrix, notes, notices } = matrixWith(2);
    const [goes = '', stays = ''] = notes;
    for (const id of notes) editor.placing.put(matrix, id, { x: plot.x + 600, y: plot.y + 400 });
    board.edit('lock', (write) => write.set(stays, { lock: true }));
    editor.setMayLock(true);
    const before = board.frame(stays);
    expect([extrasOf(editor).spreading.spread(matrix), notices.at(-1)?.values?.count]).toEqual([1, 1]);
    expect(board.frame(stays)).toEqual(before);
    const [a, b] = [board.frame(stays), board.frame(goes)];
    expect(a && b && intersects(a, b)).toBe(false);
  });
});
