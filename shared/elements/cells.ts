/** The name of a cell as it stands in the document: `rowId:colId`. */
const CELL_PATTERN = /^[A-Za-z0-9_-]{1,64}:[A-Za-z0-9_-]{1,64}$/;

/** Whether a value names a cell; whether the area has such a row and column, the area knows. */
export const isCell = (value: unknown): value is string => typeof value === 'string' && CELL_PATTERN.test(value);
