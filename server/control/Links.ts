/**
 * The three links of a board: makes their secrets, keeps what may be kept of them, shows them again where that is possible, and says
 * which role a secret gives. The only place where secrets of links are made and compared.
 */
import { ROLES, type Role } from '../../shared/access/can.ts';
import type { LinkName } from '../../shared/control/commands.ts';
import type { Sealer } from '../auth/Sealer.ts';
import { createSecret, hashSecret, isSameHash, NO_HASH } from '../auth/secrets.ts';
import type { BoardRow, LinkRow } from '../storage/Storage.ts';

export const ROLE_OF_LINK: Readonly<Record<LinkName, Role>> = {
  facilitate: 'facilitator',
  participate: 'participant',
  watch: 'viewer',
};

/** A link that was just made: the only moment its secret is at hand. */
export interface NewLink {
  readonly secret: string;
  /** The whole address. */
  readonly url: string;
  readonly row: LinkRow;
}

export class Links {
  readonly #sealer: Sealer;
  readonly #baseUrl: () => string;

  /** `baseUrl`: where links lead, without a trailing slash; asked at each link, as the port is known only once the server listens. */
  constructor(sealer: Sealer, baseUrl: () => string) {
    this.#sealer = sealer;
    this.#baseUrl = baseUrl;
  }

  /** A new secret for one of a board's links. The facilitate secret is kept as a hash alone. */
  make(board: string, name: LinkName): NewLink {
    const secret = createSecret();
    const sealed = name === 'facilitate' ? null : this.#sealer.seal(secret, label(board, ROLE_OF_LINK[name]));
    return { secret, url: this.#url(board, secret), row: { hash: hashSecret(secret), sealed } };
  }

  /** The address of a link as facilitators may see it again; `null` where only its hash is kept, or the instance key changed. */
  show({ id, links }: BoardRow, name: LinkName): string | null {
    const role = ROLE_OF_LINK[name];
    const { sealed } = links[role];
    const secret = sealed && this.#sealer.unseal(sealed, label(id, role));
    return secret && this.#url(id, secret);
  }

  #url(board: string, secret: string): string {
    return `${this.#baseUrl()}/b/${board}#${secret}`;
  }
}

const label = (board: string, role: Role): string => `${board}/${role}`;

/** The role a secret gives. Always one hash and three comparisons, whether or not there is a board. */
export function roleOfSecret(links: BoardRow['links'] | null, secret: string): Role | undefined {
  const hash = hashSecret(secret);
  return ROLES.filter((role) => isSameHash(hash, links?.[role].hash ?? NO_HASH))[0];
}
