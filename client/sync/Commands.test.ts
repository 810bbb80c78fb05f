import { beforeEach, describe, expect, it } from 'vitest';
import { type CommandMessage, Commands } from './Commands.ts';

describe('Commands', () => {
  let sent: CommandMessage[];
  let isOpen: boolean;
  let timers: { run: () => void; isOver: boolean }[];
  let commands: Commands;
  const last = (): CommandMessage => sent.at(-1) as CommandMessage;

  beforeEach(() => {
    sent = [];
    isOpen = true;
    timers = [];
    commands = new Commands({
      send(message) {
        if (isOpen) sent.push(message);
        return isOpen;
      },
      after(_ms, run) {
        const timer = { run, isOver: false };
        timers.push(timer);
        return () => {
          timer.isOver = true;
        };
      },
    });
  });

  it('tells whether a command was accepted, each by its own answer', async () => {
    const title = commands.run({ type: 'renameBoard', title: 'Un' }, 3);
    expect(last()).toEqual({ id: last().id, type: 'renameBoard', title: 'Un', ifRev: 3 });
    const link = commands.run({ type: 'renewLink', link: 'watch' });
    commands.answered({ id: last().id, ok: true, rev: 4, link: 'https://mur/b/x#y' });
    commands.answered({ id: (sent[0] as CommandMessage).id, ok: false, code: 'rev_conflict' });
    expect(await title).toEqual({ ok: false, reason: 'rev_conflict' });
    expect(await link).toEqual({ ok: true, value: { rev: 4, link: 'https://mur/b/x#y' } });
    expect(timers.every(({ isOver }) => isOver)).toBe(true);
  });

  it('asks again under the same id when the connection is back, and only what has no answer', async () => {
    isOpen = false;
    const renamed = commands.run({ type: 'rename', name: 'Léa' });
    isOpen = true;
    commands.connected();
    commands.connected();
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    commands.answered({ id: last().id, ok: true, rev: 1 });
    commands.connected();
    expect(sent).toHaveLength(2);
    expect(await renamed).toEqual({ ok: true, value: { rev: 1 } });
  });

  it('gives up after a while, or when there will be no answer, and ignores what comes later', async () => {
    const late = commands.run({ type: 'promote', participant: 'max' });
    timers[0]?.run();
    expect(await late).toEqual({ ok: false, reason: 'unreachable' });
    commands.answered({ id: last().id, ok: true, rev: 9 });
    const over = commands.run({ type: 'demote', participant: 'max' });
    commands.giveUp();
    expect(await over).toEqual({ ok: false, reason: 'unreachable' });
  });
});
