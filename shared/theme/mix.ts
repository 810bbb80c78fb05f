/** One colour laid thinly over another, as a colour of its own: painted once instead of twice. Knows `#RRGGBB` alone. */

/** `share` of a colour over another that is opaque. */
export function mix(under: string, over: string, share: number): string {
  const part = (color: string, at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(part(under, at) * (1 - share) + part(over, at) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
