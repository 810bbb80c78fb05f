/** Puts the HTTP side together: limits, security, log, routes. Wiring only; `createServer.ts` starts it and adds the sockets. */
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import swagger from '@fastify/swagger';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { LIMITS } from '../../shared/protocol/limits.ts';
import type { Logger } from '../observability/logger.ts';
import type { Metrics } from '../observability/Metrics.ts';
import { BodyTimes } from './BodyTimes.ts';
import type { PublicAddress } from './PublicAddress.ts';
import type { BoardsPort, MeaningsPort, PicturesPort, RendererPort, RoomsPort } from './ports.ts';
import { installRefusals, refuseUndecodable, refuseUnreadable } from './refuse.ts';
import { installRequestLog } from './requestLog.ts';
import { boardRoutes } from './routes/boards.ts';
import { commandRoutes } from './routes/commands.ts';
import { exportRoutes } from './routes/exports.ts';
import { meaningRoutes } from './routes/meanings.ts';
import { nameRoutes } from './routes/names.ts';
import { operationRoutes } from './routes/operations.ts';
import { pictureRoutes } from './routes/pictures.ts';
import { templateRoutes } from './routes/templates.ts';
import { installSecurity } from './security.ts';
import { hasPage, installStaticFiles, sendPage } from './staticFiles.ts';
import { longestUploadMs } from './UploadPlaces.ts';

export interface HttpOptions {
  readonly boards: BoardsPort;
  readonly rooms: RoomsPort;
  readonly renderer: RendererPort;
  readonly pictures: PicturesPort;
  /** `null`: this instance has no model; there is then nothing at its address. */
  readonly meanings: MeaningsPort | null;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly publicUrl: string | null;
  readonly trustProxyHops: number;
  /** Folder of the built client; `null`: only the API is served. */
  readonly clientDir: string | null;
  readonly durability: 'disk' | 'memory';
  readonly address: () => PublicAddress;
  readonly check: () => Promise<{ readonly ok: boolean; readonly detail: string }>;
  readonly version: string;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Other times for requests to come: tests. */
  readonly times?: Partial<RequestTimes> | undefined;
}

/** How long a request may take to come, in milliseconds. */
export interface RequestTimes {
  /** Its headers. */
  readonly headers: number;
  /** Its body, from then on; that of a file is `UploadPlaces`' affair: it goes by the pace. */
  readonly body: number;
  /** Between two looks at headers that do not end. */
  readonly check: number;
}

/** Slow senders do not hold a connection. */
const TIMES: RequestTimes = { headers: 10_000, body: 30_000, check: 2_000 };
const KEEP_ALIVE_MS = 65_000;
const BODY_BYTES = 64 * 1024;
/** Node's own limit of all headers together is 16 KiB: no address is longer. */
const PARAM_CHARS = 16 * 1024;

export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const { boards, rooms, renderer, pictures, logger, metrics, address, check, durability } = options;
  const times = { ...TIMES, ...options.times };
  // reason: the logger's own type would go into every signature that takes the app.
  const app = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES,
    // One for all of the server: behind `BodyTimes`, which knows what is a file.
    requestTimeout: times.headers + longestUploadMs(LIMITS.pictureBytes),
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: { headersTimeout: times.headers, connectionsCheckingInterval: times.check },
    routerOptions: { maxParamLength: PARAM_CHARS },
    trustProxy: (_address, hop) => hop < options.trustProxyHops,
    frameworkErrors: (_error, request, reply) => refuseUndecodable(request, reply),
    clientErrorHandler: refuseUnreadable,
    forceCloseConnections: 'idle',
  }) as unknown as FastifyInstance;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const bodyTimes = new BodyTimes(times.body);
  bodyTimes.watch(app.server);
  readJsonOnly(app);
  installRefusals(app, hasPage(options.clientDir) ? sendPage : null);
  installRequestLog(app, metrics);
  await installSecurity(app, options.publicUrl);
  await app.register(compress, {
    threshold: 1_024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Pêle-mêle',
        description: 'Boards over HTTP. What happens on a board live is spoken over the WebSocket: docs/protocol.md.',
        version: options.version,
      },
      components: { securitySchemes: { ticket: { type: 'http', scheme: 'bearer' } } },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(boardRoutes, { boards, rooms, address });
  await app.register(commandRoutes, { boards });
  await app.register(exportRoutes, { boards, rooms, renderer, pictures, now: options.now });
  await app.register(nameRoutes, { boards, rooms });
  await app.register(pictureRoutes, { boards, pictures, bodyTimes });
  if (options.meanings) await app.register(meaningRoutes, { boards, meanings: options.meanings });
  await app.register(templateRoutes);
  await app.register(operationRoutes, { metrics, durability, check });
  await installStaticFiles(app, options.clientDir);
  return app;
}

/** Bodies are JSON or nothing. An empty one stands for an empty object, so that `curl -X POST …/api/boards` makes a board. */
function readJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, String(body).trim() === '' ? {} : JSON.parse(String(body)));
    } catch {
      // The parser's own words would quote the body, and bodies hold secrets.
      done(Object.assign(new Error('not JSON'), { statusCode: 400 }));
    }
  });
  app.addHook('preValidation', async (request) => {
    if (request.method === 'POST' && request.body === undefined) request.body = {};
  });
}
