/** The canvas figures as tables: the product beside the bare 2D canvas of the same run. */
import { median, ratio, show, table } from '../figures.mjs';
import { apps } from './apps.mjs';
import { SCENARIOS } from './scenarios.mjs';

const OURS = 'pele-mele';
const LIMIT = 'limit';

const good = (runs, scenario) =>
  runs.map((run) => run.scenes?.[scenario]).filter((scene) => scene && scene.error === undefined);

const middle = (runs, scenario, figure) => median(good(runs, scenario).map((scene) => scene[figure]));

function remarks(runs, scenario) {
  const failures = runs.map((run) => run.error ?? run.scenes?.[scenario]?.error).filter(Boolean);
  const applied = middle(runs, scenario, 'applied');
  return [
    failures.length > 0 && `${failures.length} of ${runs.length} runs failed: ${failures[0]}`,
    applied !== null && applied < 0.99 && `only ${show(applied * 100)} % of the moves could be made`,
  ]
    .filter(Boolean)
    .join('; ');
}

function frames(points) {
  const head = ['notes', 'what', 'page', 'frames/s', 'main thread ms/frame', '÷ limit', 'script ms/frame', '÷ limit'];
  const rows = points.flatMap(({ notes, byApp }) =>
    Object.keys(SCENARIOS)
      .filter((scenario) => Object.values(byApp).some((runs) => runs.some((run) => run.scenes?.[scenario])))
      .flatMap((scenario) =>
        Object.entries(byApp).map(([name, runs]) => {
          const of = (figure) => middle(runs, scenario, figure);
          const limit = (figure) => middle(byApp[LIMIT] ?? [], scenario, figure);
          return [
            show(notes),
            SCENARIOS[scenario].label,
            name === OURS ? `**${apps[name].label}**` : apps[name].label,
            show(of('fps')),
            show(of('mainMs'), 1),
            name === LIMIT ? '' : ratio(of('mainMs'), limit('mainMs')),
            show(of('scriptMs'), 1),
            name === LIMIT ? '' : ratio(of('scriptMs'), limit('scriptMs')),
            show(of('worstMs')),
            show(of('zoom'), 3),
            remarks(runs, scenario),
          ];
        }),
      ),
  );
  return table([...head, 'worst frame ms', 'zoom', ''], rows);
}

function loads(points) {
  const of = (runs, figure) => median(runs.map((run) => run.load?.[figure] ?? Number.NaN));
  const rows = points.flatMap(({ notes, byApp }) =>
    Object.entries(byApp).map(([name, runs]) => [
      show(notes),
      name === OURS ? `**${apps[name].label}**` : apps[name].label,
      show(of(runs, 'paintedMs')),
      name === LIMIT ? '' : ratio(of(runs, 'paintedMs'), of(byApp[LIMIT] ?? [], 'paintedMs')),
      show(of(runs, 'dataHeapMb'), 1),
      show(of(runs, 'heapMb'), 1),
    ]),
  );
  return table(
    ['notes', 'page', 'data in hand → painted ms', '÷ limit', 'heap of the data MB', 'heap in all MB'],
    rows,
  );
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

export const canvasTables = (points) => `${frames(points)}\n\n${loads(points)}`;
