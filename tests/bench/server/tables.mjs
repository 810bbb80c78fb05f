/** The server's figures as tables: each with its ratio to the peer and to the limit measured in the same run. */
import { medianRun, percent, ratio, show, table } from '../figures.mjs';
import { targets } from './targets.mjs';

const REFERENCE = 'yws';
const LIMIT = 'relay-batch0';
/** A first answer this short holds no note. */
const EMPTY_BYTES = 20;

const label = (name) => (name === 'pele-mele' ? `**${targets[name].label}**` : targets[name].label);

/** What a reader must know of a row before believing its figures. */
function remarks(runs, middle) {
  const failed = runs.filter((run) => run.error !== undefined);
  const closed = runs.flatMap((run) => run.closed ?? []);
  return [
    failed.length > 0 && `${failed.length} of ${runs.length} runs failed: ${failed[0].error}`,
    closed.length > 0 && `${closed.length} thrown out (${[...new Set(closed)].join(', ')})`,
    middle?.rate !== undefined && middle.share < 0.9995 && `${percent(middle.share, 1)} arrived`,
    middle?.refused > 0 && `${show(middle.refused)} times one of the 200 was refused and had to come again`,
    middle?.firstAnswerBytes < EMPTY_BYTES && 'cold, it says “in sync” with an empty board first',
    middle?.generatorCpuPercent > 90 && 'the load generator was at its own limit',
  ]
    .filter(Boolean)
    .join('; ');
}

/** One row a server and point; `cells(own, yws, limit)` gives what stands between the names and the remarks. */
const rows = (points, cells) =>
  points.flatMap(({ key, byTarget }) => {
    const middle = Object.fromEntries(Object.entries(byTarget).map(([name, runs]) => [name, medianRun(runs)]));
    const at = (name) => middle[name] ?? {};
    return Object.entries(byTarget).map(([name, runs]) => [
      show(Number(key)),
      label(name),
      ...cells(at(name), at(REFERENCE), at(LIMIT), runs),
      remarks(runs, middle[name]),
    ]);
  });

export const TABLES = {
  fanOut: (points) =>
    table(
      ['people', 'server', 'p50 ms', 'p99 ms', '÷ yws', 'CPU %', 'µs a delivery', '÷ yws', '÷ limit', 'RSS MB', ''],
      rows(points, (own, yws, limit) => [
        show(own.p50, 1),
        show(own.p99, 1),
        ratio(own.p99, yws.p99),
        show(own.serverCpuPercent),
        show(own.usPerDelivery, 1),
        ratio(own.usPerDelivery, yws.usPerDelivery),
        ratio(own.usPerDelivery, limit.usPerDelivery),
        show(own.rssMb),
      ]),
    ),

  throughput: (points) =>
    table(
      [
        'people',
        'server',
        'moves/s (each run)',
        '÷ yws',
        '÷ limit',
        'p99 ms',
        'CPU %',
        'µs a delivery',
        '÷ yws',
        'asked for half more',
        '',
      ],
      rows(points, (own, yws, limit, runs) => [
        `${show(own.rate)} (${runs.map((run) => run.rate ?? '–').join(', ')})`,
        ratio(own.rate, yws.rate),
        ratio(own.rate, limit.rate),
        show(own.p99, 1),
        show(own.serverCpuPercent),
        show(own.usPerDelivery, 2),
        ratio(own.usPerDelivery, yws.usPerDelivery),
        own.beyondShare === undefined
          ? '–'
          : `${percent(own.beyondShare)} arrive in time, ${show(own.beyondClosed)} thrown out`,
      ]),
    ),

  rooms: (points) =>
    table(
      ['rooms', 'server', 'p50 ms', 'p99 ms', '÷ yws', 'CPU %', '÷ yws', '÷ limit', 'µs a delivery', 'RSS MB', ''],
      rows(points, (own, yws, limit) => [
        show(own.p50, 1),
        show(own.p99, 1),
        ratio(own.p99, yws.p99),
        show(own.serverCpuPercent),
        ratio(own.serverCpuPercent, yws.serverCpuPercent),
        ratio(own.serverCpuPercent, limit.serverCpuPercent),
        show(own.usPerDelivery, 1),
        show(own.rssMb),
      ]),
    ),

  presence: (points) =>
    table(
      ['people', 'server', 'arrived', 'states/s', 'p99 ms', '÷ yws', 'CPU %', '÷ limit', 'µs a state', '÷ yws', ''],
      rows(points, (own, yws, limit) => [
        percent(own.share),
        show(own.deliveriesPerSecond),
        show(own.p99),
        ratio(own.p99, yws.p99),
        show(own.serverCpuPercent),
        ratio(own.serverCpuPercent, limit.serverCpuPercent),
        show(own.usPerDelivery, 2),
        ratio(own.usPerDelivery, yws.usPerDelivery),
      ]),
    ),

  joins: (points) =>
    table(
      [
        'notes',
        'server',
        'KB',
        'warm ms',
        '÷ yws',
        'CPU ms a join',
        'cold ms',
        '÷ yws + leveldb',
        '200 at once, p95 ms',
        '÷ yws',
        'RSS MB',
        '',
      ],
      points.flatMap((point) =>
        rows([point], (own, yws) => {
          const stored = point.byTarget['yws-leveldb'];
          return [
            show(own.bytes / 1000),
            show(own.warmMs, 1),
            ratio(own.warmMs, yws.warmMs),
            show(own.warmCpuMs, 1),
            show(own.coldMs),
            ratio(own.coldMs, stored ? medianRun(stored)?.coldMs : Number.NaN),
            show(own.herdP95),
            ratio(own.herdP95, yws.herdP95),
            show(own.rssMb),
          ];
        }),
      ),
    ),
};
