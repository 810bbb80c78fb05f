/**
 * At which scale an element is kept as a bitmap, decided by how large a board unit is on the screen. While one zooms, a few fixed levels
 * are enough (they are resampled for a moment); once the zoom rests, bitmaps are made at the very scale and copied pixel by pixel.
 */

/** Bitmap scales in device pixels a board unit. */
export const LEVELS = [0.125, 0.25, 0.5, 1, 2] as const;
const LARGEST = 2;
/** Longest side of a bitmap, in device pixels. */
const LARGEST_SIDE = 2048;
/** Under this scale no text can be read, and the nearest level is as good as the exact one. */
export const LEGIBLE = 0.3;
/** Elements smaller than this on the screen (CSS pixels) are flat squares of their colour. */
export const FLAT_BELOW_PX = 24;

/**
 * `flat`: a square of its colour. A number: a bitmap of that scale. `vector`: so large that few fit the screen, painted directly, always
 * sharp. (Plain values: this is asked for each element at each frame.)
 */
export type Raster = 'flat' | 'vector' | number;

/** The bitmap scale for a device scale (zoom × pixel ratio); `null`: paint vectors. */
export function bitmapScale(deviceScale: number, isSettled: boolean): number | null {
  if (deviceScale > LARGEST * 1.01) return null;
  if (isSettled && deviceScale >= LEGIBLE) return deviceScale;
  return LEVELS.find((level) => deviceScale <= level * 1.01) ?? LARGEST;
}

/** How one element of a size (its longer side, in board units) is drawn. */
export function rasterOf(side: number, zoom: number, scale: number | null, hasSwatch: boolean): Raster {
  if (hasSwatch && side * zoom < FLAT_BELOW_PX) return 'flat';
  // A very large element would make a bitmap larger than the screen.
  return scale === null || side * scale > LARGEST_SIDE ? 'vector' : scale;
}

/** Lines up to so long on the screen (CSS pixels) are kept as bitmaps: there may be thousands of them. */
const SHORT_LINE_PX = 96;

/** How a line is drawn, by the longer side of its bounds: it covers little of them, so that a long one is painted each time. */
export const rasterOfLine = (side: number, zoom: number, scale: number | null): Raster =>
  scale === null || side * zoom > SHORT_LINE_PX ? 'vector' : scale;
