/** Which links this person can hand on, from what the server shows facilitators and what this device kept. Pure. */
import type { Role } from '../../../../shared/access/can.ts';
import type { LinkName } from '../../../../shared/control/commands.ts';
import type { Credential } from '../../../sync/credentials.ts';
import type { BoardLinks } from '../../api.ts';

export type { LinkName };
export type ShareableLinks = Readonly<Partial<Record<LinkName, string>>>;

export interface KnownLinks {
  readonly board: string;
  readonly role: Role;
  /** Of this page: where links lead that the server did not write. */
  readonly origin: string;
  readonly credential: Credential | null;
  /** What the server answered; facilitators only. */
  readonly loaded: BoardLinks | null;
}

export function shareableLinks({ board, role, origin, credential, loaded }: KnownLinks): ShareableLinks {
  const link = (base: string, secret: string): string => `${base}/b/${board}#${secret}`;
  if (role !== 'facilitator') {
    if (!credential) return {};
    const own = link(origin, credential.secret);
    return role === 'participant' ? { participate: own } : { watch: own };
  }
  const { participate, watch } = loaded?.links ?? { participate: null, watch: null };
  // The server knows the address that others can open; this page's own may be that of one computer.
  const base = (participate ?? watch)?.split('/b/')[0] ?? origin;
  return {
    ...(participate !== null && { participate }),
    ...(watch !== null && { watch }),
    ...(credential?.facilitateSecret !== undefined && { facilitate: link(base, credential.facilitateSecret) }),
  };
}

const secretOf = (url: string): string => url.split('#')[1] ?? '';

/** What this device keeps after it has renewed a link: the way it came in may have been by that very link. */
export function afterRenewal(known: Credential, name: LinkName, before: string | undefined, after: string): Credential {
  const secret = secretOf(after);
  const cameByIt = before !== undefined && known.secret === secretOf(before);
  return {
    ...known,
    ...(cameByIt && { secret }),
    ...(name === 'facilitate' && { facilitateSecret: secret }),
  };
}
