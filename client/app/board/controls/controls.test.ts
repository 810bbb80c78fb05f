import { describe, expect, it } from 'vitest';
import type { Element } from '../../../../shared/elements/ElementKind.ts';
import { openEditor, put } from '../../../../tests/helpers/editing.ts';
import type { Control } from '../../../elements/ElementView.ts';
import { lacking, MIXED, mayLack, openControls, sharedControls, sharedValue } from './controls.ts';

describe('controls', () => {
  const { board } = openEditor();
  const element = (kind: string, props: Record<string, unknown> = {}): Element =>
    board.get(put(board, kind, [0, 0], { props })) as Element;
  const names = (elements: readonly Element[]): string[] =>
    sharedControls(elements).map(({ type, prop }) => `${type} ${prop}`);

  it('offers of a mixed selection what all of it has', () => {
    expect(names([element('note')])).toContain('color color');
    expect(names([element('frame')])).toEqual(['color color']);
    const strokes = names([element('stroke', { points: [0, 0, 0.5, 10, 10, 0.5] }), element('connector')]);
    const connector = names([element('connector')]);
    expect(strokes.every((name) => connector.includes(name))).toBe(true);
    expect(names([])).toEqual([]);
  });

  it('offers a colour also where only some have one', () => {
    expect(names([element('text'), element('note')])[0]).toBe('color color');
  });

  it('takes a colour away from what its kind knows without one, and from nothing else', () => {
    const mixed = [element('note'), element('frame', { color: 'blue' }), element('text'), element('cluster')];
    const [color] = sharedControls([element('frame')]) as [Control];
    expect(lacking(mixed, color).map(({ kind }) => kind)).toEqual(['frame', 'cluster']);
    expect([mayLack('frame', {}, 'color'), mayLack('note', { color: 'blue' }, 'color')]).toEqual([true, false]);
    expect(mayLack('a kind of tomorrow', {}, 'color')).toBe(false);
  });

  it('says where values differ, and which they share', () => {
    const [control] = sharedControls([element('note')]) as [Control];
    const [yellow, pink] = [element('note', { color: 'yellow' }), element('note', { color: 'pink' })];
    expect(sharedValue([yellow, yellow], control)).toBe('yellow');
    expect(sharedValue([yellow, pink], control)).toBe(MIXED);
    expect(sharedValue([yellow, element('text')], control)).toBe('yellow');
  });

  it('leaves open what a bar has room for, and puts the rest behind buttons', () => {
    const toggle: Control = { type: 'toggle', prop: 'bold', label: 'editor.command.type', icon: 'type' };
    const color: Control = { type: 'color', prop: 'color' };
    expect([...openControls([color, toggle], 8, 8)]).toEqual([color]);
    expect([...openControls([color, toggle], 4, 8)]).toEqual([toggle]);
    expect([...openControls([color, toggle], 9, 8)]).toEqual([color, toggle]);
  });
});
