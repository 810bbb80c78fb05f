/**
 * What this device may open: per board, who one is there and the secret that lets one back in. The list is also "recent walls on this
 * device". Reads with distrust what stands in storage; never leaves the device.
 */
import { ROLES, type Role } from '../../shared/access/can.ts';
import { isOneOf, optional } from '../../shared/elements/readProps.ts';
import type { DeviceStorage } from '../ui/DeviceStorage.ts';
import { isNumber, isString, readKept } from './readKept.ts';

const PREFIX = 'pelemele.board.';

export interface Credential {
  readonly participant: { readonly id: string; readonly key: string };
  readonly role: Role;
  /** The secret last used: enough for a new ticket. */
  readonly secret: string;
  /** Kept apart: the server has it only as a hash, so nobody else can show the « Animer » link again. */
  readonly facilitateSecret?: string | undefined;
  /** The newest ticket: lets one in again as who one is now, also after the link was renewed. */
  readonly ticket?: string | undefined;
  /** The history of the board that ticket is for: what this device keeps of the board goes by it. */
  readonly epoch?: string | undefined;
  readonly title: string;
  readonly name: string;
  readonly presence?: 'room' | 'remote' | undefined;
  /** UTC milliseconds. */
  readonly openedAt: number;
}

const isParticipant = (value: unknown): boolean =>
  readKept<Credential['participant']>(value, { id: isString, key: isString }) !== null;

const readCredential = (value: unknown): Credential | null =>
  readKept<Credential>(value, {
    participant: isParticipant,
    role: isOneOf(ROLES),
    secret: isString,
    facilitateSecret: optional(isString),
    ticket: optional(isString),
    epoch: optional(isString),
    title: isString,
    name: isString,
    presence: optional(isOneOf(['room', 'remote'])),
    openedAt: isNumber,
  });

export interface RecentBoard {
  readonly id: string;
  readonly title: string;
  readonly role: Role;
  readonly openedAt: number;
}

export interface Credentials {
  find(board: string): Credential | null;
  save(board: string, credential: Credential): void;
  forget(board: string): void;
  /** The boards this device can open, the latest first. */
  recent(): readonly RecentBoard[];
}

export function createCredentials(storage: DeviceStorage): Credentials {
  const find = (board: string): Credential | null => {
    const text = storage.get(PREFIX + board);
    if (text === null) return null;
    try {
      return readCredential(JSON.parse(text));
    } catch {
      // Not JSON: written by something else, or cut short.
      return null;
    }
  };
  return {
    find,
    save: (board, value) => storage.set(PREFIX + board, JSON.stringify(value)),
    forget: (board) => storage.remove(PREFIX + board),
    recent: () =>
      storage
        .keys()
        .filter((key) => key.startsWith(PREFIX))
        .flatMap((key) => {
          const id = key.slice(PREFIX.length);
          const found = find(id);
          return found ? [{ id, title: found.title, role: found.role, openedAt: found.openedAt }] : [];
        })
        .sort((a, b) => b.openedAt - a.openedAt),
  };
}
