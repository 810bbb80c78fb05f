/** A point or a distance in plain numbers. Page and screen points are branded, so that they cannot be mixed up. */
export interface Vec {
  readonly x: number;
  readonly y: number;
}

declare const space: unique symbol;
/** A point on the board, in board units (one unit is one CSS pixel at zoom 1). */
export type PagePoint = Vec & { readonly [space]?: 'page' };
/** A point in the window, in CSS pixels from the top left of the canvas. */
export type ScreenPoint = Vec & { readonly [space]?: 'screen' };

export const add = (a: Vec, b: Vec): Vec => ({ x: a.x + b.x, y: a.y + b.y });
export const subtract = (a: Vec, b: Vec): Vec => ({ x: a.x - b.x, y: a.y - b.y });
export const distance = (a: Vec, b: Vec): number => Math.hypot(a.x - b.x, a.y - b.y);
