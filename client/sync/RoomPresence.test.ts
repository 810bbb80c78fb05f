import { beforeEach, describe, expect, it } from 'vitest';
import type { RosterEntry } from '../../shared/control/Control.ts';
import { encodePresenceState, parsePresence } from '../../shared/presence/Presence.ts';
import { PRESENCE_INTERVAL_MS, RoomPresence } from './RoomPresence.ts';

const entry = (connection: number, name: string): RosterEntry => ({
  connection,
  participant: `p${connection}`,
  name,
  role: 'participant',
  hue: connection,
});

describe('RoomPresence', () => {
  let sent: unknown[];
  let clock: number;
  let due: { at: number; run: () => void }[];
  let presence: RoomPresence;

  const advance = (ms: number): void => {
    clock += ms;
    for (const timer of due.filter(({ at }) => at <= clock)) {
      due = due.filter((other) => other !== timer);
      timer.run();
    }
  };

  beforeEach(() => {
    sent = [];
    clock = 1_000;
    due = [];
    presence = new RoomPresence(
      (payload) => {
        sent.push(parsePresence(payload));
        return true;
      },
      {
        now: () => clock,
        after: (ms, run) => {
          const timer = { at: clock + ms, run };
          due.push(timer);
          return () => {
            due = due.filter((other) => other !== timer);
          };
        },
      },
    );
  });

  it('sends the latest state, not each one', () => {
    presence.connected(1);
    advance(0);
    for (let x = 0; x < 50; x++) presence.set({ cursor: [x, 0] });
    advance(PRESENCE_INTERVAL_MS);
    expect(sent).toEqual([{}, { cursor: [49, 0] }]);
  });

  it('shows the room everything again after a reconnection', () => {
    presence.connected(1);
    presence.set({ cursor: [1, 2], selection: ['a'] });
    advance(PRESENCE_INTERVAL_MS);
    presence.set({ selection: undefined });
    presence.disconnected();
    presence.connected(2);
    advance(PRESENCE_INTERVAL_MS);
    expect(sent.at(-1)).toEqual({ cursor: [1, 2] });
  });

  it('joins what people show with who they are, and leaves out oneself', () => {
    presence.rosterChanged([entry(1, 'Inès'), entry(2, 'Marc')]);
    presence.connected(1);
    presence.received([
      { connection: 1, payload: encodePresenceState({ cursor: [9, 9] }) },
      { connection: 2, payload: encodePresenceState({ cursor: [5, 5] }) },
      { connection: 3, payload: encodePresenceState({ cursor: [7, 7] }) },
    ]);
    expect([...presence.others()]).toEqual([[2, { entry: entry(2, 'Marc'), presence: { cursor: [5, 5] } }]]);
  });

  it('lets a person go when their payload is empty', () => {
    presence.rosterChanged([entry(1, 'Inès'), entry(2, 'Marc')]);
    presence.connected(1);
    presence.received([{ connection: 2, payload: encodePresenceState({ cursor: [5, 5] }) }]);
    presence.received([{ connection: 2, payload: new Uint8Array() }]);
    expect(presence.others().get(2)?.presence).toEqual({});
  });

  it('shows nobody moving while the connection is down', () => {
    presence.rosterChanged([entry(1, 'Inès'), entry(2, 'Marc')]);
    presence.connected(1);
    presence.received([{ connection: 2, payload: encodePresenceState({ cursor: [5, 5] }) }]);
    presence.disconnected();
    expect(presence.others().get(2)?.presence).toEqual({});
  });
});
