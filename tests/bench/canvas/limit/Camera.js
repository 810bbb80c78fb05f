/** Where one looks: the board point at the middle of the window, and the zoom. The wheel pans; with ctrl it zooms at the pointer. */
const MIN_ZOOM = 0.02;
const MAX_ZOOM = 8;
const WHEEL_PER_E = 100;

export class Camera {
  x = 0;
  y = 0;
  zoom = 1;
  #onChange;

  constructor(canvas, onChange) {
    this.#onChange = onChange;
    canvas.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
  }

  /** Screen place of the board's origin, on whole pixels: bitmaps are then copied, not resampled. */
  get left() {
    return Math.round(innerWidth / 2 - this.x * this.zoom);
  }

  get top() {
    return Math.round(innerHeight / 2 - this.y * this.zoom);
  }

  set(x, y, zoom) {
    this.x = x;
    this.y = y;
    this.zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));
    this.#onChange();
  }

  toBoard(screenX, screenY) {
    return { x: (screenX - this.left) / this.zoom, y: (screenY - this.top) / this.zoom };
  }

  #wheel(event) {
    event.preventDefault();
    const { clientX, clientY, deltaX, deltaY } = event;
    if (!event.ctrlKey) {
      this.set(this.x + deltaX / this.zoom, this.y + deltaY / this.zoom, this.zoom);
      return;
    }
    const point = this.toBoard(clientX, clientY);
    const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, this.zoom * Math.exp(-deltaY / WHEEL_PER_E)));
    this.set(point.x - (clientX - innerWidth / 2) / zoom, point.y - (clientY - innerHeight / 2) / zoom, zoom);
  }
}
