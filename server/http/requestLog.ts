/** One log line an answered request: route, status, time and board id. Never the address itself: its query may hold a ticket. */
import type { FastifyInstance } from 'fastify';
import { isId } from '../../shared/lib/ids.ts';
import type { Metrics } from '../observability/Metrics.ts';

/** Asked every few seconds by machines; only their failures are worth a line. */
const QUIET = new Set(['/healthz', '/readyz', '/metrics']);

export function installRequestLog(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const status = reply.statusCode;
    const milliseconds = reply.elapsedTime;
    metrics.observeRequest(request.method, route, status, milliseconds / 1000);
    if (QUIET.has(route) && status < 400) return;
    const { id } = (request.params ?? {}) as { id?: unknown };
    request.log.info(
      { method: request.method, route, status, ms: Math.round(milliseconds), ...(isId(id) && { board: id }) },
      'request',
    );
  });
}
