/**
 * The composition root: every part of a server is made here, once, and handed to those that need it. No part reaches for another one, so
 * two servers live side by side in one process. Wiring only.
 */
import type { AddressInfo } from 'node:net';
import { assert } from '../shared/lib/assert.ts';
import { TEMPLATES } from '../shared/templates/library.ts';
import { problemsOf } from '../shared/templates/parseTemplate.ts';
import { InstanceKey } from './auth/InstanceKey.ts';
import { Sealer } from './auth/Sealer.ts';
import { Tickets } from './auth/Tickets.ts';
import type { Config } from './config.ts';
import { Boards } from './control/Boards.ts';
import { Links } from './control/Links.ts';
import { Sessions } from './control/Sessions.ts';
import { createHttp, type RequestTimes } from './http/createHttp.ts';
import { type PublicAddress, publicAddress } from './http/PublicAddress.ts';
import { Meanings } from './meanings/Meanings.ts';
import { createLogger, type LogSink } from './observability/logger.ts';
import { Metrics } from './observability/Metrics.ts';
import { Pictures, type PicturesOptions } from './pictures/Pictures.ts';
import { UnusedPictures, type UnusedPicturesOptions } from './pictures/UnusedPictures.ts';
import { createRenderer } from './render/Renderer.ts';
import type { Storage } from './storage/Storage.ts';
import { SqliteStorage } from './storage/sqlite/SqliteStorage.ts';
import { Rooms } from './sync/Rooms.ts';
import type { SyncMetrics } from './sync/SyncMetrics.ts';
import { acceptSockets } from './sync/upgrade.ts';

export interface ServerOptions {
  readonly config: Config;
  /** Instead of the SQLite file in the data folder: tests. */
  readonly storage?: Storage;
  /** Instead of the key in the data folder: with `storage`. */
  readonly instanceKey?: InstanceKey;
  readonly logSink?: LogSink;
  /** Other limits of pictures: tests. */
  readonly pictures?: Omit<PicturesOptions, 'storage' | 'onError'>;
  /** Other times for the collection of unused pictures: tests. */
  readonly unusedPictures?: Pick<UnusedPicturesOptions, 'everyMs' | 'firstMs' | 'days'>;
  /** Other times for requests to come: tests. */
  readonly requestTimes?: Partial<RequestTimes>;
  /** Folder of the built client; `null`: the API alone. */
  readonly clientDir: string | null;
  readonly version: string;
  /** UTC milliseconds. */
  readonly now?: () => number;
}

export interface RunningServer {
  /** Where this process itself reaches it, e.g. `http://127.0.0.1:4321`. */
  readonly url: string;
  /** Where people reach it. */
  readonly address: PublicAddress;
  /** Takes no more requests, waits until everything is on disk, tells clients to come back, lets go of the files. */
  close(): Promise<void>;
}

/** Opens the data, starts listening. Throws `StartupError` with words for the operator. */
export async function createServer(options: ServerOptions): Promise<RunningServer> {
  const { config, now = Date.now } = options;
  const wrong = problemsOf(TEMPLATES);
  assert(wrong.length === 0, `the library of templates can be read: ${wrong.join('; ')}`);
  const logger = createLogger(config.logLevel, options.logSink);
  const storage = options.storage ?? (await SqliteStorage.open(config.dataDir));
  const key = options.instanceKey ?? (options.storage ? new InstanceKey() : await openKey(config.dataDir, storage));
  const metrics = new Metrics();
  let address: PublicAddress = { base: '', reach: 'computer' };

  const tickets = new Tickets(key.derive('tickets'), now);
  const links = new Links(new Sealer(key.derive('links')), () => address.base);
  const measured = metrics.measure(storage);
  const sessions = new Sessions({ storage: measured, links, now, rooms: () => rooms });
  const boards = new Boards({ storage: measured, tickets, links, sessions, now });
  const rooms = new Rooms({
    storage: measured,
    log: logger,
    metrics: countSync(metrics),
    takeSession: (board) => sessions.take(board),
    now,
  });
  const renderer = createRenderer({ onError: (err) => logger.error({ err }, 'picture failed') });
  const pictures = new Pictures({
    storage: measured,
    onError: (err) => logger.error({ err }, 're-encoding failed'),
    ...options.pictures,
  });
  const unusedPictures = new UnusedPictures({
    storage: measured,
    pictures,
    isOpen: (board) => rooms.has(board),
    now,
    onError: (err) => logger.warn({ err }, 'unused pictures not looked for'),
    onDropped: metrics.counter(
      'pelemele_pictures_dropped_total',
      'Pictures taken away: nothing had named them for long',
    ),
    ...options.unusedPictures,
  });

  metrics.gauge('pelemele_rooms', 'Boards now open', () => rooms.counts().rooms);
  metrics.gauge('pelemele_boards_damaged', 'Boards that were found damaged and are shown to nobody', () =>
    rooms.damaged(),
  );
  metrics.gauge('pelemele_connections', 'Sockets now open', () => rooms.counts().connections);
  const http = await createHttp({
    boards,
    rooms,
    renderer,
    pictures,
    meanings: config.embeddings
      ? new Meanings({ config: config.embeddings, onProblem: (detail) => logger.warn({ detail }, 'no meanings') })
      : null,
    logger,
    metrics,
    publicUrl: config.publicUrl,
    trustProxyHops: config.trustProxyHops,
    clientDir: options.clientDir,
    durability: storage.durability,
    address: () => address,
    check: () => checkAll(rooms, storage),
    version: options.version,
    now,
    times: options.requestTimes,
  });
  const refuseSockets = acceptSockets(http.server, {
    boards,
    rooms,
    log: logger,
    publicUrl: config.publicUrl,
    trustProxyHops: config.trustProxyHops,
  });
  const close = async (): Promise<void> => {
    refuseSockets();
    await rooms.drain();
    await http.close();
    await renderer.close();
    await unusedPictures.close();
    await pictures.close();
    await storage.close();
    metrics.close();
    logger.info('closed');
  };
  try {
    await http.listen({ host: config.host, port: config.port });
  } catch (error) {
    await close();
    throw error;
  }
  const { port } = http.server.address() as AddressInfo;
  address = publicAddress({ host: config.host, port, publicUrl: config.publicUrl });
  logger.info({ port, reach: address.reach }, 'listening');
  return { url: `http://127.0.0.1:${port}`, address, close };
}

/** The key of the data folder; a refused one lets go of the folder again. */
async function openKey(folder: string, storage: Storage): Promise<InstanceKey> {
  try {
    return InstanceKey.open(folder);
  } catch (error) {
    await storage.close();
    throw error;
  }
}

/** Whether the server is ready. A damaged board is said, and does not take the others down. */
async function checkAll(rooms: Rooms, storage: Storage): ReturnType<Storage['check']> {
  if (rooms.paused()) return { ok: false, detail: 'saving is paused' };
  const { ok, detail } = await storage.check();
  const damaged = rooms.damaged();
  return { ok, detail: damaged > 0 ? `${detail}; boards that cannot be read: ${damaged}` : detail };
}

function countSync(metrics: Metrics): SyncMetrics {
  const updates = metrics.counter('pelemele_updates_total', 'Updates taken into a board');
  const turnedAway = metrics.counter(
    'pelemele_updates_turned_away_total',
    'Update frames without effect: no right, no sense',
  );
  const refused = metrics.counter('pelemele_elements_refused_total', 'Elements whose change was taken back');
  const broken = metrics.counter(
    'pelemele_rooms_rebuilt_total',
    'Boards read again after a frame broke them in memory',
  );
  const closed = metrics.counter('pelemele_connections_closed_total', 'Sockets closed by the server');
  return {
    judged(verdict) {
      if (verdict === 'accepted') updates();
      if (verdict === 'forbidden' || verdict === 'violation') turnedAway();
      if (verdict === 'broken') broken();
    },
    refused: (elements) => refused(elements),
    closed: () => closed(),
  };
}
