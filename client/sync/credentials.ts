/**
 * What this device may open: per board, who one is there and the secret that lets one back in. The list is also "recent walls on this
 * device". Reads with distrust what stands in storage; never leaves the device.
 */
import * as z from 'zod/mini';
import { ROLES, type Role } from '../../shared/access/can.ts';
import type { DeviceStorage } from '../ui/DeviceStorage.ts';

const PREFIX = 'pelemele.board.';

const credential = z.object({
  participant: z.object({ id: z.string(), key: z.string() }),
  role: z.enum(ROLES),
  /** The secret last used: enough for a new ticket. */
  secret: z.string(),
  /** Kept apart: the server has it only as a hash, so nobody else can show the « Animer » link again. */
  facilitateSecret: z.optional(z.string()),
  /** The newest ticket: lets one in again as who one is now, also after the link was renewed. */
  ticket: z.optional(z.string()),
  /** The history of the board that ticket is for: what this device keeps of the board goes by it. */
  epoch: z.optional(z.string()),
  title: z.string(),
  name: z.string(),
  presence: z.optional(z.enum(['room', 'remote'])),
  /** UTC milliseconds. */
  openedAt: z.number(),
});

export type Credential = Readonly<z.infer<typeof credential>>;

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
      const read = credential.safeParse(JSON.parse(text));
      return read.success ? (read.data as Credential) : null;
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
