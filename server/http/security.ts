/**
 * The headers every answer carries, and the refusal of foreign pages. Plain http on a local network is the main way this server is used:
 * nothing here may force https unless the public address is https.
 */
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { isAllowedOrigin } from './origin.ts';
import { refuse } from './refuse.ts';

export async function installSecurity(app: FastifyInstance, publicUrl: string | null): Promise<void> {
  const isHttps = publicUrl?.startsWith('https:') ?? false;
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'blob:', 'data:'],
        'font-src': ["'self'"],
        // Not every browser counts a WebSocket to the page's own host as 'self'.
        'connect-src': ["'self'", 'ws:', 'wss:'],
        'worker-src': ["'self'", 'blob:'],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // Browsers ignore these two on plain http and complain in the console.
    crossOriginOpenerPolicy: isHttps ? { policy: 'same-origin' } : false,
    originAgentCluster: isHttps,
    crossOriginEmbedderPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    xPoweredBy: false,
  });
  app.addHook('onRequest', async (request, reply) => {
    if (!isAllowedOrigin(request.headers, publicUrl)) return refuse(reply, 403, 'origin_refused');
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
}
