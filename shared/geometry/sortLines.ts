/** The order in which people read what lies about: line by line, each from left to right. */

/** Things whose tops differ by less than half of the smaller height stand on one line. */
export function sortLines<T extends { readonly x: number; readonly y: number; readonly h: number }>(
  items: readonly T[],
): T[] {
  const byTop = [...items].sort((a, b) => a.y - b.y || a.x - b.x);
  const lines: { top: number; h: number; items: T[] }[] = [];
  for (const item of byTop) {
    const line = lines.at(-1);
    if (line && item.y - line.top < Math.min(line.h, item.h) / 2) line.items.push(item);
    else lines.push({ top: item.y, h: item.h, items: [item] });
  }
  return lines.flatMap((line) => line.items.sort((a, b) => a.x - b.x || a.y - b.y));
}
