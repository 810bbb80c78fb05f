/**
 * Where one looks at the board: the page point at the canvas's top left, and the zoom. Pure functions; every camera they return is
 * clamped to the zoom range and snapped so that the page's origin falls on a whole device pixel (bitmaps are then copied, not resampled).
 */
import type { Screen } from '../../shared/elements/ElementKind.ts';
import type { Box } from '../../shared/geometry/box.ts';
import type { PagePoint, ScreenPoint, Vec } from '../../shared/geometry/vec.ts';

export interface Camera {
  /** Page x at the left edge of the canvas. */
  readonly x: number;
  /** Page y at the top edge. */
  readonly y: number;
  readonly zoom: number;
}

export interface Viewport {
  /** Width in CSS pixels. */
  readonly w: number;
  readonly h: number;
}

export const MIN_ZOOM = 0.02;
export const MAX_ZOOM = 8;
/** Free space left around what is fitted, in CSS pixels. */
const FIT_MARGIN = 48;

export const clampZoom = (zoom: number): number => Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));

/** The same camera with the page's origin on a whole device pixel. */
export function snapCamera(camera: Camera, pixelRatio: number): Camera {
  const snap = (page: number): number => -Math.round(-page * camera.zoom * pixelRatio) / pixelRatio / camera.zoom;
  return { x: snap(camera.x), y: snap(camera.y), zoom: camera.zoom };
}

export const toPage = (camera: Camera, screen: ScreenPoint): PagePoint => ({
  x: screen.x / camera.zoom + camera.x,
  y: screen.y / camera.zoom + camera.y,
});

export const toScreen = (camera: Camera, page: PagePoint): ScreenPoint => ({
  x: (page.x - camera.x) * camera.zoom,
  y: (page.y - camera.y) * camera.zoom,
});

/** The part of the page that is seen. */
export const visibleBox = (camera: Camera, viewport: Viewport): Box => ({
  x: camera.x,
  y: camera.y,
  w: viewport.w / camera.zoom,
  h: viewport.h / camera.zoom,
});

/** What `paint` is told of the screen. */
export const screenOf = (
  { camera, viewport }: { readonly camera: Camera; readonly viewport: Viewport },
  pixelRatio: number,
): Screen => ({ scale: camera.zoom * pixelRatio, seen: visibleBox(camera, viewport) });

/** Moves the page under the window by a distance in screen pixels (positive: the page goes right and down). */
export const panBy = (camera: Camera, by: Vec): Camera => ({
  x: camera.x - by.x / camera.zoom,
  y: camera.y - by.y / camera.zoom,
  zoom: camera.zoom,
});

/** Zooms so that the page point under `at` stays there. */
export function zoomAt(camera: Camera, at: ScreenPoint, zoom: number): Camera {
  const next = clampZoom(zoom);
  const page = toPage(camera, at);
  return { x: page.x - at.x / next, y: page.y - at.y / next, zoom: next };
}

/** The camera after two fingers moved: what was between them stays between them. */
export function pinch(camera: Camera, from: readonly [Vec, Vec], to: readonly [Vec, Vec]): Camera {
  const middle = ([a, b]: readonly [Vec, Vec]): Vec => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const span = ([a, b]: readonly [Vec, Vec]): number => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
  const page = toPage(camera, middle(from));
  const zoom = clampZoom(camera.zoom * (span(to) / span(from)));
  const at = middle(to);
  return { x: page.x - at.x / zoom, y: page.y - at.y / zoom, zoom };
}

/** Shows a box whole and centred, never larger than `maxZoom`. */
export function fit(box: Box, viewport: Viewport, maxZoom = 1): Camera {
  const margin = Math.min(FIT_MARGIN, viewport.w / 8, viewport.h / 8);
  const zoom = clampZoom(
    Math.min(maxZoom, (viewport.w - 2 * margin) / Math.max(1, box.w), (viewport.h - 2 * margin) / Math.max(1, box.h)),
  );
  return {
    x: box.x + box.w / 2 - viewport.w / zoom / 2,
    y: box.y + box.h / 2 - viewport.h / zoom / 2,
    zoom,
  };
}

/** The box that `fit` would show just as it is seen now. */
export function fitted(camera: Camera, viewport: Viewport): Box {
  const margin = Math.min(FIT_MARGIN, viewport.w / 8, viewport.h / 8) / camera.zoom;
  return {
    x: camera.x + margin,
    y: camera.y + margin,
    w: viewport.w / camera.zoom - 2 * margin,
    h: viewport.h / camera.zoom - 2 * margin,
  };
}

/** The camera that shows `box` by the smallest move, at the same zoom; the same object when it is seen already. */
export function reveal(camera: Camera, box: Box, viewport: Viewport, marginPx = 24): Camera {
  const margin = marginPx / camera.zoom;
  const seen = visibleBox(camera, viewport);
  const shift = (low: number, size: number, seenLow: number, seenSize: number): number => {
    if (size + 2 * margin > seenSize) return low < seenLow || low + size > seenLow + seenSize ? low - margin : seenLow;
    if (low - margin < seenLow) return low - margin;
    if (low + size + margin > seenLow + seenSize) return low + size + margin - seenSize;
    return seenLow;
  };
  const x = shift(box.x, box.w, seen.x, seen.w);
  const y = shift(box.y, box.h, seen.y, seen.h);
  return x === camera.x && y === camera.y ? camera : { x, y, zoom: camera.zoom };
}

/** A camera on the way from one to another at `t` in 0…1 (eased out by the caller); zoom runs on a logarithm so that it feels even. */
export function between(from: Camera, to: Camera, viewport: Viewport, t: number): Camera {
  const zoom = from.zoom * (to.zoom / from.zoom) ** t;
  const middleOf = (camera: Camera): Vec => ({
    x: camera.x + viewport.w / camera.zoom / 2,
    y: camera.y + viewport.h / camera.zoom / 2,
  });
  const a = middleOf(from);
  const b = middleOf(to);
  return {
    x: a.x + (b.x - a.x) * t - viewport.w / zoom / 2,
    y: a.y + (b.y - a.y) * t - viewport.h / zoom / 2,
    zoom,
  };
}
