/** Turning about a middle, in whole degrees, clockwise as on a screen (y grows downwards). Turning by nothing changes not a digit. */
import { type Box, center } from './box.ts';
import { subtract, type Vec } from './vec.ts';

/** Degrees to radians, as canvases want them. */
export const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** A point turned about another. */
export function rotate(point: Vec, about: Vec, degrees: number): Vec {
  if (degrees === 0) return point;
  const { x, y } = subtract(point, about);
  const cos = Math.cos(radians(degrees));
  const sin = Math.sin(radians(degrees));
  return { x: about.x + x * cos - y * sin, y: about.y + x * sin + y * cos };
}

/** The upright box around a box turned about its own middle. */
export function rotatedBox(box: Box, degrees: number): Box {
  if (degrees === 0) return box;
  const cos = Math.abs(Math.cos(radians(degrees)));
  const sin = Math.abs(Math.sin(radians(degrees)));
  const w = box.w * cos + box.h * sin;
  const h = box.w * sin + box.h * cos;
  const middle = center(box);
  return { x: middle.x - w / 2, y: middle.y - h / 2, w, h };
}

/** The upright box around a rectangle of that size turned about its middle, relative to its top left before the turn. */
export const rotatedBounds = (size: readonly [width: number, height: number], degrees: number): Box =>
  rotatedBox({ x: 0, y: 0, w: size[0], h: size[1] }, degrees);

/** Any angle as a whole one of −180 (left out) to 180: one name for each direction. */
export function normalDegrees(degrees: number): number {
  const turned = ((Math.round(degrees) % 360) + 360) % 360;
  return turned > 180 ? turned - 360 : turned;
}
