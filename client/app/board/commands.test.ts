/** The one registry of commands, and what is made of it: palette, menus, rail, help, keyboard. */
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../../shared/elements/registry.ts';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import type { Command } from '../../editor/commands/Command.ts';
import { type Key, matches } from '../../editor/keyboard.ts';
import { viewOfKind } from '../../elements/registry.ts';
import { en } from '../../i18n/en/index.ts';
import { fr } from '../../i18n/fr/index.ts';
import { paletteCommands } from '../../session/palette/paletteCommands.ts';
import { TOOLS } from '../../tools/registry.ts';
import { TOOL_IDS } from '../../tools/Tool.ts';
import { hasIcon } from './icons.tsx';
import { hasMoreIcon } from './MoreIconsPanel.tsx';
import { selectionSections, wallSections } from './menu/menuSections.ts';

const open = (options: Parameters<typeof openEditor>[0] = {}) => {
  const person = openEditor({ me: { participant: 'ana', role: 'facilitator', hue: 0, name: 'Ana' }, ...options });
  person.editor.setMayLock(true);
  return person;
};

/** The key a shortcut names, as a browser tells it on a French keyboard or another. */
function keyOf(shortcut: string): Key {
  const parts = shortcut.split('+').filter((part) => part !== '');
  const name = shortcut.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  const shift = parts.includes('shift');
  return {
    key: shift && name.length === 1 ? name.toUpperCase() : name,
    code: /\d/.test(name) ? `Digit${name}` : '',
    ctrlKey: parts.includes('mod'),
    metaKey: false,
    shiftKey: shift,
    altKey: parts.includes('alt'),
  };
}

describe('the commands', () => {
  const { editor } = open();
  const { list } = editor.commands;
  const everything: readonly Command[] = list.map((command) => ({ ...command, enabled: () => true }));

  it('have a name in both languages, and in each group no name twice', () => {
    for (const texts of [fr, en]) {
      const names = list.map(({ group, label }) => `${group}: ${texts[label]}`);
      expect(names.filter((name) => name.includes('undefined'))).toEqual([]);
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
      expect(list.filter(({ group }) => !texts[`help.group.${group}`]).map(({ id }) => id)).toEqual([]);
    }
  });

  it('share no key', () => {
    const taken = list.flatMap(({ id, shortcut = [] }) => shortcut.map((keys) => ({ id, keys })));
    const collisions = taken.flatMap(({ id, keys }) =>
      list
        .filter((other) => other.id !== id && other.shortcut?.some((shortcut) => matches(shortcut, keyOf(keys))))
        .map((other) => `${keys}: ${id} and ${other.id}`),
    );
    expect(collisions).toEqual([]);
    expect(taken.length).toBeGreaterThan(30);
  });

  it('leave alone the keys of kept views, of the hand and of the arrows', () => {
    const kept = [...Array.from({ length: 9 }, (_, n) => `alt+${n + 1}`), 'space', ' ', 'arrowleft', 'arrowup'];
    const takers = list.filter(({ shortcut = [] }) =>
      kept.some((keys) => shortcut.some((one) => one === keys || matches(one, keyOf(keys)))),
    );
    expect(takers.map(({ id }) => id)).toEqual([]);
  });

  it('stand in the palette, all but those that are nothing without their keys', () => {
    const offered = new Set<string>(paletteCommands(editor).map(({ command }) => command.id));
    expect(list.filter(({ id, keysOnly }) => !keysOnly && !offered.has(id)).map(({ id }) => id)).toEqual([]);
    const keysOnly = list.filter((command) => command.keysOnly);
    expect(keysOnly.filter(({ shortcut }) => !shortcut?.length).map(({ id }) => id)).toEqual([]);
  });

  it('say in the palette why they cannot be run now, and offer a viewer nothing that writes', () => {
    const why = new Map(paletteCommands(editor).map(({ command, why: reason }) => [command.id, reason]));
    expect([why.get('edit.duplicate'), why.get('note.new'), why.get('edit.undo')]).toEqual([
      'palette.needsSelection',
      null,
      'palette.notNow',
    ]);
    const viewer = open({ readOnly: true }).editor;
    expect(paletteCommands(viewer).filter(({ command }) => command.writes)).toEqual([]);
  });

  it('of the menus are all in the palette', () => {
    const offered = new Set<string>(paletteCommands(editor).map(({ command }) => command.id));
    const get = (id: string): Command => everything.find((command) => command.id === id) as Command;
    const all = { list: everything, get, run: () => undefined };
    const inMenus = [...selectionSections(all), ...wallSections(all)].flatMap((section) => section.commands);
    expect(inMenus.filter(({ id }) => !offered.has(id))).toEqual([]);
    expect(inMenus.length).toBeGreaterThan(20);
  });

  it('of a menu are those that can be run on what it is about', () => {
    const { editor: here, board } = open();
    here.selection.set([put(board, 'note', [0, 0], { text: 'Qui vit ce problème ?' })]);
    const onNote = selectionSections(here.commands).flatMap(({ commands }) => commands.map(({ id }) => id));
    expect(onNote).toEqual(
      expect.arrayContaining(['edit.type', 'edit.delete', 'edit.copy', 'edit.lock', 'color.pink']),
    );
    expect(onNote).not.toContain('edit.unlock');
    expect(onNote).not.toContain('note.new');
    here.selection.clear();
    const onWall = wallSections(here.commands).flatMap(({ commands }) => commands.map(({ id }) => id));
    expect(onWall).toEqual(expect.arrayContaining(['note.new', 'select.all', 'view.fit']));
  });

  it('have icons that are there, and so have tools and choices', () => {
    const named = [
      ...list.flatMap(({ id, icon }) => (icon === undefined ? [] : [[id, icon]])),
      ...TOOL_IDS.map((id) => [id, TOOLS[id].icon]),
      ...Object.keys(KINDS).flatMap((kind) => [
        [kind, viewOfKind(kind).icon],
        ...(viewOfKind(kind).controls ?? []).flatMap((control) => {
          if (control.type === 'toggle') return [[`${kind} ${control.prop}`, control.icon]];
          if (control.type !== 'choice') return [];
          return control.options.flatMap(({ icon }) => (icon === undefined ? [] : [[`${kind} ${control.prop}`, icon]]));
        }),
      ]),
    ];
    expect(named.filter(([, icon = '']) => !hasIcon(icon) && !hasMoreIcon(icon))).toEqual([]);
  });

  it('leave the rail nine tools at most, the rest behind one of them', () => {
    const inRail = TOOL_IDS.filter((id) => TOOLS[id].place === 'rail').length;
    const isMore = TOOL_IDS.some((id) => TOOLS[id].place === 'more') ? 1 : 0;
    expect(inRail + isMore).toBeLessThanOrEqual(9);
  });
});
