/**
 * Which web pages may speak to this server: its own. A browser always says which page a request comes from; a program says nothing, and
 * is let through, since it carries its own ticket. Used by HTTP and by the upgrade of sockets alike.
 */

/** Whether a request with these headers may go on. `publicUrl`: the configured address, when a proxy stands before the server. */
export function isAllowedOrigin(
  headers: { readonly origin?: string | undefined; readonly host?: string | undefined },
  publicUrl: string | null,
): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  if (publicUrl !== null && page.origin === new URL(publicUrl).origin) return true;
  return (
    (page.protocol === 'http:' || page.protocol === 'https:') && host !== undefined && page.host === host.toLowerCase()
  );
}
