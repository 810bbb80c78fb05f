/**
 * The built client. Files with a hash in their name are kept for ever, pages are asked for again each time; the page itself answers at
 * `/` and `/b/<board>`, and with 404 at any other address that a person asks for: it then says that nothing is there.
 */
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const HASHED = `${sep}assets${sep}`;

/** Whether a client was built in `folder`. */
export const hasPage = (folder: string | null): folder is string =>
  folder !== null && existsSync(join(folder, 'index.html'));

/** Answers with the page itself, whatever the status. Only where `installStaticFiles` found a client. */
export const sendPage = (reply: FastifyReply): FastifyReply =>
  reply.header('x-robots-tag', 'noindex').sendFile('index.html');

/** Serves the client built in `folder`; does nothing where there is none (tests of the API alone). */
export async function installStaticFiles(app: FastifyInstance, folder: string | null): Promise<void> {
  if (!hasPage(folder)) return;
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    globIgnore: ['**/*.br', '**/*.gz', '**/*.map', 'index.html'],
    cacheControl: false,
    setHeaders(response, path) {
      const isForEver = path.includes(HASHED);
      response.header('cache-control', isForEver ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  for (const route of ['/', '/b/:id', '/b/:id/sheet']) {
    app.get(route, { schema: { hide: true } }, (_request, reply) => sendPage(reply));
  }
}
