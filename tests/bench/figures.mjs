/** Numbers for the report: medians of runs, ratios, and Markdown tables. */

export function median(values) {
  const sorted = values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** One object with the median of each figure of the runs that succeeded, or null where none did. */
export function medianRun(runs) {
  const good = runs.filter((run) => run.error === undefined);
  if (good.length === 0) return null;
  const names = Object.keys(good[0]).filter((name) => good.some((run) => typeof run[name] === 'number'));
  return Object.fromEntries(names.map((name) => [name, median(good.map((run) => run[name] ?? Number.NaN))]));
}

/** A figure with a fixed number of decimals; a dash where there is none. */
export const show = (value, decimals = 0) =>
  value === null || value === undefined || !Number.isFinite(value)
    ? '–'
    : value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

export const percent = (share, decimals = 0) => (Number.isFinite(share) ? `${show(share * 100, decimals)} %` : '–');

/** `value` as a multiple of `reference`: "0.45 ×". */
export const ratio = (value, reference) =>
  Number.isFinite(value) && Number.isFinite(reference) && reference > 0 ? `${show(value / reference, 2)} ×` : '–';

export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
