/**
 * Runs in the product's page before its own scripts: when the board's bytes arrive, and when the wall stands painted and rests. Painted is
 * the end of the last frame before six quiet ones in a row; a frame is not quiet when it came late, or when the wall was painted in it.
 */
(() => {
  const QUIET_FRAMES = 6;
  const QUIET_FRAME_MS = 40;
  const LIMIT_MS = 60_000;
  const SYNC = 0;
  const STEP_1 = 0;
  /** Less than this is no board of thousands of notes: an empty answer, or somebody's single change. */
  const BOARD_BYTES = 100_000;
  const updates = [];
  let wasPainted = false;
  let arrivedAt = null;
  let settle;
  const painted = new Promise((resolve, reject) => {
    settle = { resolve, reject };
  });

  /** The body of a board's step 2 or update, or null. */
  function bodyOf(data) {
    const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array();
    if (bytes[0] !== SYNC || bytes[1] === STEP_1) return null;
    let start = 2;
    while (bytes[start] >= 128) start++;
    return bytes.subarray(start + 1);
  }

  function watch() {
    const started = performance.now();
    const { port1, port2 } = new MessageChannel();
    let quiet = 0;
    let last = started;
    let isLate = false;
    let loudEnd = started;
    const frame = () => {
      const now = performance.now();
      isLate = now - last > QUIET_FRAME_MS;
      last = now;
      // A message posted in the frame arrives when the frame's work on the main thread is done.
      port2.postMessage(0);
    };
    port1.onmessage = () => {
      const now = performance.now();
      // The page offers its inspection once the board is mounted; before, frames are quiet and empty.
      if (isLate || wasPainted || window.peleMele === undefined) {
        quiet = 0;
        loudEnd = now;
      } else quiet++;
      wasPainted = false;
      if (quiet === QUIET_FRAMES) settle.resolve({ arrivedAt, paintedAt: loudEnd });
      else if (now - started > LIMIT_MS) settle.reject(new Error('the wall does not come to rest'));
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }

  // Every painting of a layer begins by placing the canvas; sprites are painted off the page.
  const { setTransform } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.setTransform = function (...matrix) {
    if (this.canvas.isConnected) wasPainted = true;
    return setTransform.apply(this, matrix);
  };

  window.WebSocket = class extends WebSocket {
    constructor(...address) {
      super(...address);
      // Before any listener of the page.
      this.addEventListener('message', ({ data }) => {
        const body = bodyOf(data);
        if (body === null) return;
        updates.push(body);
        if (arrivedAt !== null || body.length < BOARD_BYTES) return;
        arrivedAt = performance.now();
        watch();
      });
    }
  };

  /** How many colours the middles of some notes show: one where nothing is painted. */
  function countColors() {
    const canvas = document.querySelector('[data-surface] canvas');
    const context = canvas.getContext('2d');
    const ratio = canvas.width / canvas.clientWidth;
    const elements = window.peleMele.elements();
    const sample = elements.filter((_, i) => i % Math.ceil(elements.length / 64) === 0);
    const colors = sample.map(({ x, y, w, h }) => {
      const at = window.peleMele.toScreen(x + w / 2, y + h / 2);
      return context.getImageData(at.x * ratio, at.y * ratio, 1, 1).data.join();
    });
    return new Set(colors).size;
  }

  window.opening = {
    painted,
    /** What the wall is, once it is painted. */
    look: () => ({ elements: window.peleMele.elements().length, colors: countColors() }),
    updates: () => updates.map((bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
  };
})();
