/** Pictures of any proportions side by side: in rows a little wider than high, close together, each row as high as its tallest. Pure. */
import type { Size } from '../../../shared/elements/ElementKind.ts';
import type { Vec } from '../../../shared/geometry/vec.ts';
import { GRID_GAP as GAP } from '../../editor/clipboard/lines.ts';

interface Row {
  readonly sizes: Size[];
  width: number;
  height: number;
}

/** Top left corners, in the order given, the middle of them all at a point. Whole units. */
export function layOutRows(sizes: readonly Size[], middle: Vec): Vec[] {
  const area = sizes.reduce((sum, [w, h]) => sum + (w + GAP) * (h + GAP), 0);
  const room = Math.max(Math.sqrt(area * 1.6), ...sizes.map(([w]) => w));
  const rows: Row[] = [];
  for (const size of sizes) {
    const [w, h] = size;
    const last = rows.at(-1);
    if (last && last.width + GAP + w <= room) {
      last.sizes.push(size);
      last.width += GAP + w;
      last.height = Math.max(last.height, h);
    } else rows.push({ sizes: [size], width: w, height: h });
  }
  const height = rows.reduce((sum, row) => sum + row.height, 0) + GAP * (rows.length - 1);
  let top = middle.y - height / 2;
  return rows.flatMap((row) => {
    let left = middle.x - row.width / 2;
    const corners = row.sizes.map(([w, h]) => {
      const corner = { x: Math.round(left), y: Math.round(top + (row.height - h) / 2) };
      left += w + GAP;
      return corner;
    });
    top += row.height + GAP;
    return corners;
  });
}
