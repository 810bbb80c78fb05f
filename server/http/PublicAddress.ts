/**
 * Where this server's links lead: the configured address, else the machine's address on the local network when the server is open to it,
 * else this computer. Never the `Host` header: whoever sends a request does not choose where other people's links lead.
 */
import { networkInterfaces } from 'node:os';
import type { Reach } from './ports.ts';

export interface PublicAddress {
  /** Without a trailing slash. */
  readonly base: string;
  readonly reach: Reach;
}

type Interfaces = ReturnType<typeof networkInterfaces>;

/** Addresses of bridges and tunnels that no phone in the room can reach. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|wg|zt|tailscale|cni|flannel|lxc)/;
const PRIVATE = /^(192\.168\.|10\.|172\.(1[6-9]|2\d|3[01])\.)/;

/** The machine's IPv4 address on the local network: a private one of a real interface first; `null` where there is none. */
export function findLanAddress(interfaces: Interfaces = networkInterfaces()): string | null {
  const candidates = Object.entries(interfaces).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
      .map(({ address }) => ({ address, rank: (VIRTUAL.test(name) ? 2 : 0) + (PRIVATE.test(address) ? 0 : 1) })),
  );
  return candidates.sort((a, b) => a.rank - b.rank)[0]?.address ?? null;
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|::1)$/;
const EVERY_ADDRESS = new Set(['0.0.0.0', '::']);

/** The address for a server that listens on `host` and `port` (the real port, not 0). */
export function publicAddress(
  listening: { readonly host: string; readonly port: number; readonly publicUrl: string | null },
  interfaces?: Interfaces,
): PublicAddress {
  const { host, port, publicUrl } = listening;
  if (publicUrl !== null) return { base: publicUrl, reach: 'public' };
  const computer: PublicAddress = { base: `http://localhost:${port}`, reach: 'computer' };
  if (LOOPBACK.test(host)) return computer;
  const name = EVERY_ADDRESS.has(host) ? findLanAddress(interfaces) : host.includes(':') ? `[${host}]` : host;
  return name === null ? computer : { base: `http://${name}:${port}`, reach: 'network' };
}
