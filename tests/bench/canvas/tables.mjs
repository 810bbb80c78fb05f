/** The canvas figures as tables: the product beside the bare 2D canvas and whole products, all of the same run. */
import { median, ratio, show, table } from '../figures.mjs';
import { apps } from './apps.mjs';
import { AREA_SCENARIOS } from './areaScenarios.mjs';
import { AREA_WALLS } from './areas.mjs';
import { SCENARIOS } from './scenarios.mjs';

const OURS = 'pele-mele';
const LIMIT = 'limit';
const MIXED = 'mixed';
const KB = 1000;

const good = (runs, scenario) =>
  runs.map((run) => run.scenes?.[scenario]).filter((scene) => scene && scene.error === undefined);

const middle = (runs, scenario, figure) =>
  median(good(runs ?? [], scenario).map((scene) => scene[figure] ?? Number.NaN));

const measuredPages = (byApp) => Object.entries(byApp).filter(([, runs]) => runs.length > 0);

const labelOf = (name) => (name === OURS ? `**${apps[name].label}**` : apps[name].label);

/** Who is measured beside us, the limit first. */
const others = (points) =>
  [...new Set(points.flatMap(({ byApp }) => Object.keys(byApp)))].filter((name) => name !== OURS && name !== MIXED);

const measured = ({ byApp }) =>
  Object.keys(SCENARIOS).filter((scenario) =>
    Object.values(byApp).some((runs) => runs.some((run) => run.scenes?.[scenario])),
  );

/** A failure of a page in a scenario, in words. */
const failures = ({ byApp }, scenario) =>
  Object.entries(byApp).flatMap(([name, runs]) => {
    const failed = runs.map((run) => run.error ?? run.scenes?.[scenario]?.error).filter(Boolean);
    const applied = middle(runs, scenario, 'applied');
    return [
      failed.length > 0 && `${apps[name].label}: ${failed.length} of ${runs.length} runs failed: ${failed[0]}`,
      applied !== null &&
        applied < 0.99 &&
        `${apps[name].label}: only ${show(applied * 100)} % of the moves could be made`,
    ].filter(Boolean);
  });

/**
 * Frames a second · processor ms of the main thread a frame (of its scripts) of every page, and ours as a share of each other's; of the limit's
 * also by the clock, which counts what the browser's other threads took away too.
 */
function frames(points) {
  const rivals = others(points);
  const figures = (runs, scenario) => {
    const of = (figure) => middle(runs, scenario, figure);
    return of('fps') === null ? '–' : `${show(of('fps'))} · ${show(of('mainMs'), 1)} (${show(of('scriptMs'), 1)})`;
  };
  const rows = points.flatMap((point) =>
    measured(point).map((scenario) => {
      const { notes, byApp } = point;
      const ours = (figure) => middle(byApp[OURS], scenario, figure);
      return [
        show(notes),
        SCENARIOS[scenario].label,
        `**${figures(byApp[OURS], scenario)}**`,
        show(ours('worstMs')),
        ...rivals.flatMap((name) => [
          figures(byApp[name], scenario),
          ratio(ours('mainMs'), middle(byApp[name], scenario, 'mainMs')),
        ]),
        ratio(ours('clockMs'), middle(byApp[LIMIT], scenario, 'clockMs')),
        failures({ byApp: { ...byApp, [MIXED]: [] } }, scenario).join('; '),
      ];
    }),
  );
  const head = ['notes', 'what', labelOf(OURS), 'worst frame ms'];
  return table(
    [
      ...head,
      ...rivals.flatMap((name) => [labelOf(name), `ours ÷ ${apps[name].label.split(':')[0]}`]),
      'ours ÷ limit by the clock',
      '',
    ],
    rows,
  );
}

/** How long a hand waits: the median and the slowest twentieth. */
function waits(points) {
  const rows = points.flatMap(({ notes, byApp }) =>
    measuredPages(byApp).map(([name, runs]) => {
      const pair = (scenario) =>
        `${show(middle(runs, scenario, 'inputP50'))} / ${show(middle(runs, scenario, 'inputP95'))}`;
      return [
        show(notes),
        labelOf(name),
        pair('typing'),
        pair('drag'),
        pair('dragMany'),
        show(middle(runs, 'race', 'blankFrames')),
      ];
    }),
  );
  const head = ['notes', 'page', 'key → frame ms, p50 / p95', 'drag → frame ms', 'drag of 1,000 → frame ms'];
  return table([...head, 'longest without its text, frames'], rows);
}

function loads(points) {
  const of = (runs, read) => median((runs ?? []).map((run) => read(run) ?? Number.NaN));
  const painted = (runs) => of(runs, (run) => run.load?.paintedMs);
  const picture = (runs) => of(runs, (run) => run.png?.ms);
  const rows = points.flatMap(({ notes, byApp }) =>
    measuredPages(byApp).map(([name, runs]) => {
      const all = of(runs, (run) => run.load?.dataHeapMb);
      const document = of(runs, (run) => run.load?.documentMb);
      const noPicture = runs.find((run) => run.png?.error)?.png.error;
      return [
        show(notes),
        labelOf(name),
        show(painted(runs)),
        name === LIMIT ? '' : ratio(painted(runs), painted(byApp[LIMIT])),
        show(all, 1),
        show(document, 1),
        all === null ? '–' : show(((all - (document ?? 0)) * KB) / notes, 2),
        picture(runs) === null ? (noPicture ?? '–') : show(picture(runs)),
        name === LIMIT || picture(runs) === null ? '' : ratio(picture(runs), picture(byApp[LIMIT])),
      ];
    }),
  );
  const head = [
    'notes',
    'page',
    'data in hand → painted ms',
    '÷ limit',
    'heap of the wall MB',
    'of it the Yjs document',
  ];
  return table([...head, 'KB a note beyond it', 'PNG at 2 × ms', '÷ limit'], rows);
}

/** Opening a board: the product's page beside the application of the same bytes. */
export function openingTables(points) {
  const rows = points.flatMap(({ notes, byApp }) => {
    const of = (name, figure) => median(byApp[name].map((run) => run[figure] ?? Number.NaN));
    const spread = (name) => {
      const times = byApp[name].map(({ ms }) => ms).filter(Number.isFinite);
      return `${show(Math.min(...times))} – ${show(Math.max(...times))}`;
    };
    const failed = (name) => byApp[name].find(({ error }) => error !== undefined)?.error ?? '';
    const kb = show(of(OURS, 'bytes') / 1024);
    return [
      [show(notes), kb, 'limit: `Y.applyUpdate` alone', show(of(LIMIT, 'ms')), spread(LIMIT), '', '', failed(LIMIT)],
      [
        show(notes),
        kb,
        `**${apps[OURS].label}**`,
        show(of(OURS, 'ms')),
        spread(OURS),
        ratio(of(OURS, 'ms'), of(LIMIT, 'ms')),
        show(of(OURS, 'fromNavigationMs')),
        failed(OURS),
      ],
    ];
  });
  return table(
    ['notes', 'KB', 'page', 'bytes here → painted ms', 'least – most', '÷ limit', 'navigation → painted ms', ''],
    rows,
  );
}

/** Whether memory grows: what the page holds beyond the document, reading by reading. */
export function soakTables(points) {
  const [{ notes, minutes, seconds, readings, warmAt, grownMb }] = points;
  const rows = readings.map((r) => [
    show(r.minute),
    show(r.heapMb, 1),
    show(r.documentMb, 1),
    show(r.beyondMb, 1),
    show(r.bitmapMb, 1),
    show(r.nodes),
    show(r.listeners),
  ]);
  const head = ['minute', 'heap MB', 'the document by itself', 'beyond it', 'bitmaps MB', 'nodes', 'listeners'];
  const result = `${show(minutes)} minutes on ${show(notes)} notes, in ${show(seconds)} s; beyond the document ${show(grownMb, 2)} MB from minute ${show(warmAt)} to the last.`;
  return `${table(head, rows)}\n\n${result}`;
}

/** A wall of all kinds beside one of notes, and beside the limit with notes. */
function mixedWalls(points) {
  const rows = points
    .filter(({ byApp }) => byApp[MIXED]?.length > 0)
    .flatMap(({ notes, byApp }) =>
      Object.keys(SCENARIOS)
        .filter((scenario) => byApp[MIXED].some((run) => run.scenes?.[scenario]))
        .map((scenario) => {
          const of = (name, figure) => middle(byApp[name], scenario, figure);
          return [
            show(notes),
            SCENARIOS[scenario].label,
            `${show(of(MIXED, 'fps'))} · ${show(of(MIXED, 'mainMs'), 1)} (${show(of(MIXED, 'scriptMs'), 1)})`,
            show(of(MIXED, 'worstMs')),
            ratio(of(MIXED, 'mainMs'), of(OURS, 'mainMs')),
            ratio(of(MIXED, 'mainMs'), of(LIMIT, 'mainMs')),
            failures({ byApp: { [MIXED]: byApp[MIXED] } }, scenario).join('; '),
          ];
        }),
    );
  const head = ['elements', 'what', labelOf(MIXED), 'worst frame ms', '÷ ours, notes only', '÷ limit, notes only', ''];
  return rows.length === 0 ? '' : table(head, rows);
}

/** Walls of areas beside the limit that paints the same. */
export function areaTables(points) {
  const cell = (runs, scenario) => {
    const of = (figure) => middle(runs, scenario, figure);
    return of('fps') === null ? '–' : `${show(of('fps'))} · ${show(of('mainMs'), 1)} (${show(of('scriptMs'), 1)})`;
  };
  const rows = points.flatMap(({ wall, notes, byApp }) => {
    const name = `${show(notes)} notes, ${AREA_WALLS[wall].label}`;
    const scenes = Object.keys(AREA_SCENARIOS).filter((scenario) =>
      Object.values(byApp).some((runs) => runs.some((run) => run.error || run.scenes?.[scenario])),
    );
    const painted = (page) => median((byApp[page] ?? []).map((run) => run.load?.paintedMs ?? Number.NaN));
    return [
      ...scenes.map((scenario) => [
        name,
        AREA_SCENARIOS[scenario].label,
        `**${cell(byApp[OURS], scenario)}**`,
        show(middle(byApp[OURS], scenario, 'worstMs')),
        cell(byApp[LIMIT], scenario),
        ratio(middle(byApp[OURS], scenario, 'mainMs'), middle(byApp[LIMIT], scenario, 'mainMs')),
        failures({ byApp }, scenario).join('; '),
      ]),
      [
        name,
        'data in hand → painted, ms',
        `**${show(painted(OURS))}**`,
        '',
        show(painted(LIMIT)),
        ratio(painted(OURS), painted(LIMIT)),
        '',
      ],
    ];
  });
  return table(['wall', 'what', labelOf(OURS), 'worst frame ms', apps[LIMIT].label, 'ours ÷ limit', ''], rows);
}

export const canvasTables = (points) =>
  [frames, mixedWalls, waits, loads]
    .map((make) => make(points))
    .filter(Boolean)
    .join('\n\n');
