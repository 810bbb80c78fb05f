import { describe, expect, it } from 'vitest';
import { OPEN_STEP } from '../access/Step.ts';
import { LIMITS } from '../protocol/limits.ts';
import { COMMAND_TYPES, type Command, parseCommand } from './commands.ts';

const GOOD: readonly Command[] = [
  { type: 'renameBoard', title: 'Accueillir au guichet' },
  { type: 'setFields', fields: { question: 'Pour qui ?', date: '2026-12-03', time: '14:00', visio: '' } },
  { type: 'rename', name: 'Amélie' },
  { type: 'rename', participant: 'p1', name: '' },
  { type: 'promote', participant: 'p1' },
  { type: 'demote', participant: 'p1' },
  { type: 'remove', participant: 'p1' },
  { type: 'renewLink', link: 'watch' },
  { type: 'restoreDeleted', participant: 'p1' },
  { type: 'allowDeletion', participant: 'p1' },
  { type: 'setGroup', participant: 'p1', group: 'table-1' },
  { type: 'setGroup', participant: 'p1', group: null },
  { type: 'setStep', step: { id: 'ecrire', ...OPEN_STEP } },
  { type: 'setStep', step: null },
  { type: 'reveal' },
  { type: 'reveal', step: 'ecrire' },
  { type: 'reveal', discardUnreadable: true },
  { type: 'setStep', step: null, discardUnreadable: true },
];

describe('parseCommand', () => {
  it.each(GOOD)('reads $type as it was meant', (command) => {
    expect(parseCommand({ id: 'c1', ifRev: 4, ...command })).toEqual({
      ok: true,
      value: { id: 'c1', ifRev: 4, command },
    });
  });

  it('knows every command that is tried here', () => {
    expect([...new Set(GOOD.map(({ type }) => type))].sort()).toEqual([...COMMAND_TYPES].sort());
  });

  it('cleans names and titles of what could disguise them', () => {
    expect(parseCommand({ id: 'c', type: 'rename', name: '  A\u202emé\n lie ' })).toMatchObject({
      value: { command: { name: 'A mé lie' } },
    });
  });

  it('ignores what it does not know', () => {
    const read = parseCommand({ id: 'c', type: 'rename', name: 'A', role: 'facilitator', __proto__: { x: 1 } });
    expect(read).toEqual({ ok: true, value: { id: 'c', command: { type: 'rename', name: 'A' } } });
  });

  it.each([
    ['a title of spaces', { type: 'renameBoard', title: ' \u200f ' }, 'title'],
    ['a title that is too long', { type: 'renameBoard', title: 'x'.repeat(LIMITS.titleChars + 1) }, 'title'],
    ['a title that is no text', { type: 'renameBoard', title: 7 }, 'title'],
    ['no fields', { type: 'setFields', fields: {} }, 'fields'],
    ['a list of fields', { type: 'setFields', fields: ['x'] }, 'fields'],
    ['an unknown field', { type: 'setFields', fields: { budget: '1 M€' } }, 'fields'],
    ['__proto__ as a field', JSON.parse('{"type":"setFields","fields":{"__proto__":"x"}}'), 'fields'],
    ['a day that is not', { type: 'setFields', fields: { date: '2026-02-30' } }, 'fields.date'],
    ['an hour that is not', { type: 'setFields', fields: { time: '25:00' } }, 'fields.time'],
    ['a field that is too long', { type: 'setFields', fields: { place: 'x'.repeat(501) } }, 'fields'],
    ['a name that is too long', { type: 'rename', name: 'x'.repeat(61) }, 'name'],
    ['a name of nobody', { type: 'rename', participant: '../x', name: 'A' }, 'participant'],
    ['nobody', { type: 'promote' }, 'participant'],
    ['an object for a person', { type: 'remove', participant: { id: 'p' } }, 'participant'],
    ['an unknown link', { type: 'renewLink', link: 'admin' }, 'link'],
    ['a group that is no id', { type: 'setGroup', participant: 'p', group: 'a b' }, 'group'],
    ['a wish that is no yes', { type: 'reveal', discardUnreadable: 1 }, 'discardUnreadable'],
    ['an unknown type', { type: 'constructor' }, 'type'],
    ['a rev below 0', { type: 'rename', name: 'A', ifRev: -1 }, 'ifRev'],
    ['a rev that is no number', { type: 'rename', name: 'A', ifRev: '3' }, 'ifRev'],
  ])('refuses %s and says where it is wrong', (_what, value, field) => {
    const read = parseCommand({ id: 'c1', ...value });
    expect(read.ok).toBe(false);
    if (!read.ok) {
      expect(read.reason.id).toBe('c1');
      expect(read.reason.field.startsWith(field)).toBe(true);
    }
  });

  it.each([null, 7, 'rename', [], {}, { type: 'rename', name: 'A' }, { id: 'a b', type: 'rename', name: 'A' }])(
    'has nobody to answer where there is no id: %j',
    (value) => {
      expect(parseCommand(value)).toEqual({ ok: false, reason: { id: null, field: 'id' } });
    },
  );
});
