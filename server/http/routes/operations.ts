/** For those who run the server: is it alive, can it save, how is it doing, what does it offer. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Metrics } from '../../observability/Metrics.ts';

export interface OperationRoutes {
  readonly metrics: Metrics;
  /** What an acknowledgement means on this server: synced to the disk, or kept in memory only. */
  readonly durability: 'disk' | 'memory';
  /** Whether an edit made now would be saved. */
  readonly check: () => Promise<{ readonly ok: boolean; readonly detail: string }>;
}

export const operationRoutes: FastifyPluginAsyncZod<OperationRoutes> = async (app, { metrics, durability, check }) => {
  app.get(
    '/healthz',
    {
      schema: {
        summary: 'Whether the process answers',
        response: { 200: z.object({ status: z.literal('ok'), durability: z.enum(['disk', 'memory']) }) },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return { status: 'ok' as const, durability };
    },
  );

  const readiness = z.object({ status: z.enum(['ready', 'not_ready']), detail: z.string() });
  app.get(
    '/readyz',
    { schema: { summary: 'Whether edits can be saved', response: { 200: readiness, 503: readiness } } },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      const { ok, detail } = await check();
      return reply.status(ok ? 200 : 503).send({ status: ok ? ('ready' as const) : ('not_ready' as const), detail });
    },
  );

  app.get('/metrics', { schema: { summary: 'Prometheus metrics', hide: true } }, async (_request, reply) =>
    reply
      .type(metrics.registry.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.registry.metrics()),
  );

  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
};
