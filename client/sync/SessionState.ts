/** What the interface knows of the room it is in: one zustand store a session, written by the session only. */
import type { Role } from '../../shared/access/can.ts';
import type { Control, RosterEntry } from '../../shared/control/Control.ts';

export type ConnectionStatus =
  /** Not yet on the board for the first time. */
  | 'connecting'
  | 'online'
  /** Lost; coming back by itself. */
  | 'offline'
  /** The server said no; `closeCode` tells why. */
  | 'refused';

export interface Me {
  readonly connection: number;
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly hue: number;
  /** Where the person is in one. */
  readonly group: string | null;
}

/** Whether what is done here outlives this page. `damaged`: what stood here could not all be read, and was begun anew. */
export type DeviceState = 'off' | 'kept' | 'full' | 'lost' | 'damaged';

export interface SessionState {
  readonly status: ConnectionStatus;
  readonly closeCode: number | null;
  /** Whether the board can be shown: received whole at least once, now or the last time on this device. */
  readonly loaded: boolean;
  /** This person's modifications that the server has not yet told to be on disk. */
  readonly unsaved: number;
  /** The server's disk does not take writes for now. */
  readonly storagePaused: boolean;
  readonly device: DeviceState;
  readonly me: Me | null;
  readonly control: Control | null;
  readonly roster: { readonly count: number; readonly people: readonly RosterEntry[] };
}

export const INITIAL_SESSION_STATE: SessionState = {
  status: 'connecting',
  closeCode: null,
  loaded: false,
  unsaved: 0,
  storagePaused: false,
  device: 'off',
  me: null,
  control: null,
  roster: { count: 0, people: [] },
};
