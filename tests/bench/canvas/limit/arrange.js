/**
 * Where notes stand in clusters and in the cells of a grid, all of one size: the product's rules in a few lines, for the walls that the bench
 * makes and for the bare page. The bench sees that both pages show the notes at the same places.
 */
export const NOTE = 200;
export const CLUSTER = { header: 48, padding: 16, gap: 16, empty: 112 };
export const GRID = { side: 168, header: 64, pad: 16, gap: 12, row: 232 };

const fitting = (width, gap) => Math.max(1, Math.floor((width + gap) / (NOTE + gap)));

/** Lays notes in lines; returns how high they are together. */
function flow(members, notes, { x, y, width, gap }) {
  const columns = fitting(width, gap);
  for (const [n, i] of members.entries()) {
    notes[i].x = x + (n % columns) * (NOTE + gap);
    notes[i].y = y + Math.floor(n / columns) * (NOTE + gap);
  }
  return members.length === 0 ? 0 : Math.ceil(members.length / columns) * (NOTE + gap) - gap;
}

/** Gives a cluster's notes their places and the cluster its height. */
export function arrangeCluster(area, notes) {
  const { header, padding, gap, empty } = CLUSTER;
  const width = area.w - 2 * padding;
  const high = flow(area.members, notes, { x: area.x + padding, y: area.y + header, width, gap });
  if (area.isClosed) area.h = header;
  else area.h = header + (high === 0 ? empty : high + padding);
}

/** Gives the notes of a grid their places, its rows their heights and the grid its size. */
export function arrangeGrid(grid, notes) {
  let x = grid.x + GRID.side;
  for (const column of grid.columns) {
    column.x = x;
    x += column.w;
  }
  let y = grid.y + GRID.header;
  for (const [r, row] of grid.rows.entries()) {
    row.y = y;
    let highest = 0;
    for (const [c, column] of grid.columns.entries()) {
      const place = { x: column.x + GRID.pad, y: y + GRID.pad, width: column.w - 2 * GRID.pad, gap: GRID.gap };
      highest = Math.max(highest, flow(grid.cells[r * grid.columns.length + c], notes, place));
    }
    row.h = Math.max(GRID.row, highest + 2 * GRID.pad);
    y += row.h;
  }
  grid.w = x - grid.x;
  grid.h = y - grid.y;
}
