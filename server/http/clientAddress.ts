/**
 * The network address a request comes from, for limits on those who are not yet known. `X-Forwarded-For` is written by whoever likes: only
 * as many entries are believed, from the right, as there are proxies of our own before the server (`PELEMELE_TRUST_PROXY_HOPS`).
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | readonly string[] | undefined,
  trustProxyHops: number,
): string {
  const chain = [forwardedFor ?? []].flat().join(',').split(',');
  const hops = [...chain.map((entry) => entry.trim()).filter((entry) => entry !== ''), socketAddress ?? ''];
  return hops[Math.max(0, hops.length - 1 - trustProxyHops)] ?? '';
}
