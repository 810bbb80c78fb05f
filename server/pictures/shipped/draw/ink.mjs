/**
 * The hand that draws the pictures of the photo-langage: a few colours as of a printing press, flat shapes, shade cut in lines, a grain of paper.
 * Every stroke of chance comes from a seed, so that a picture is drawn the same each time.
 */
export const W = 800;
export const H = 600;

export const C = {
  paper: '#F6EDDC',
  white: '#FFFAF0',
  sand: '#E9D3A6',
  ochre: '#E7AC3F',
  coral: '#EE8159',
  red: '#CF4430',
  rose: '#F1C0AF',
  plum: '#6D3556',
  sky: '#A8CBD3',
  mist: '#D3E2DD',
  blue: '#3A6C9A',
  night: '#1C2B4A',
  ink: '#1F2434',
  teal: '#2B7B7C',
  mint: '#B7D3B8',
  green: '#5A8A55',
  moss: '#2E4D3C',
  earth: '#7A4A32',
  stone: '#9C978D',
};

/** Numbers from 0 to 1 that are the same for the same seed. */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export class Sheet {
  constructor(ctx, Path, seed) {
    this.ctx = ctx;
    this.Path = Path;
    this.rnd = chance(seed);
  }

  between(low, high) {
    return low + (high - low) * this.rnd();
  }

  /** One colour over the whole sheet. */
  ground(color) {
    this.ctx.fillStyle = color;
    this.ctx.fillRect(0, 0, W, H);
    return this;
  }

  /** An SVG path, filled. */
  fill(d, color, alpha = 1) {
    const { ctx } = this;
    ctx.globalAlpha = alpha;
    ctx.fillStyle = color;
    ctx.fill(new this.Path(d));
    ctx.globalAlpha = 1;
    return this;
  }

  /** An SVG path, as a line. */
  line(d, color, width, { dash = [], alpha = 1, cap = 'round' } = {}) {
    const { ctx } = this;
    ctx.globalAlpha = alpha;
    ctx.strokeStyle = color;
    ctx.lineWidth = width;
    ctx.lineCap = cap;
    ctx.lineJoin = 'round';
    ctx.setLineDash(dash);
    ctx.stroke(new this.Path(d));
    ctx.setLineDash([]);
    ctx.globalAlpha = 1;
    return this;
  }

  rect(x, y, w, h, color, alpha = 1) {
    return this.fill(`M${x} ${y}h${w}v${h}h${-w}z`, color, alpha);
  }

  disc(x, y, r, color, alpha = 1) {
    return this.oval(x, y, r, r, color, alpha);
  }

  oval(x, y, rx, ry, color, alpha = 1) {
    return this.fill(oval(x, y, rx, ry), color, alpha);
  }

  /** Shade cut in lines within a shape: the lines of a linocut. `angle` in degrees. */
  shade(d, color, { angle = 45, gap = 9, width = 3, alpha = 0.5, from = 0, to = 1 } = {}) {
    const { ctx } = this;
    ctx.save();
    ctx.clip(new this.Path(d));
    ctx.translate(W / 2, H / 2);
    ctx.rotate((angle * Math.PI) / 180);
    ctx.globalAlpha = alpha;
    ctx.strokeStyle = color;
    ctx.lineCap = 'round';
    const reach = 520;
    for (let y = -reach + 2 * reach * from; y < -reach + 2 * reach * to; y += gap) {
      let x = -reach - this.between(0, 60);
      while (x < reach) {
        const length = this.between(60, 260);
        ctx.lineWidth = width * this.between(0.6, 1.15);
        ctx.beginPath();
        ctx.moveTo(x, y + this.between(-0.8, 0.8));
        ctx.lineTo(x + length, y + this.between(-0.8, 0.8));
        ctx.stroke();
        x += length + this.between(6, 18);
      }
    }
    ctx.restore();
    return this;
  }

  /** Little marks strewn over a shape: grass, crumbs, stars. */
  strew(d, count, draw) {
    const { ctx } = this;
    ctx.save();
    ctx.clip(new this.Path(d));
    for (let n = 0; n < count; n++) draw(this.between(0, W), this.between(0, H), n);
    ctx.restore();
    return this;
  }

  /** Draws moved, turned and scaled. */
  at(x, y, draw, { scale = 1, turn = 0, flip = false } = {}) {
    const { ctx } = this;
    ctx.save();
    ctx.translate(x, y);
    ctx.rotate((turn * Math.PI) / 180);
    ctx.scale(flip ? -scale : scale, scale);
    draw();
    ctx.restore();
    return this;
  }

  /** Within a shape only. */
  inside(d, draw) {
    const { ctx } = this;
    ctx.save();
    ctx.clip(new this.Path(d));
    draw();
    ctx.restore();
    return this;
  }

  /** Somebody, 100 high, feet at the origin. `pose`: stands, walks, sits, reaches (an arm up), leans. */
  person({ coat = C.ink, legs = C.ink, skin = C.earth, hair = C.ink, pose = 'stands', bag = null } = {}) {
    const walk = pose === 'walks';
    if (pose === 'sits') {
      this.line('M-6 -38 L14 -36 L14 -2', legs, 11);
      this.line('M-8 -36 L9 -34 L8 -2', legs, 11);
    } else {
      this.line(walk ? 'M-2 -44 L-14 -2' : 'M-5 -44 L-6 -2', legs, 10);
      this.line(walk ? 'M2 -44 L8 -22 L14 -2' : 'M5 -44 L6 -2', legs, 10);
    }
    this.fill('M-13 -34 C-16 -60 -12 -78 0 -79 C12 -78 16 -60 13 -34 z', coat);
    if (pose === 'reaches') this.line('M8 -70 L18 -88 L20 -106', coat, 8);
    else if (pose === 'points') this.line('M8 -68 L24 -66 L38 -72', coat, 8);
    else this.line(walk ? 'M8 -70 L16 -54 L18 -44' : 'M10 -70 L14 -54 L12 -42', coat, 8);
    this.line(walk ? 'M-8 -70 L-16 -56 L-12 -44' : 'M-10 -70 L-14 -54 L-12 -42', coat, 8);
    this.disc(0, -90, 10, skin);
    this.fill('M-11 -88 C-13 -104 12 -106 11 -91 C4 -97 -5 -97 -11 -88 z', hair);
    if (bag) this.fill('M-24 -74 h12 v26 h-12 q-4 -13 0 -26 z', bag);
    return this;
  }

  /** A round tree, foot at the origin, 100 high. */
  tree(leaf = C.green, trunk = C.earth, dark = C.moss) {
    this.line('M0 0 L0 -50 M0 -34 L12 -50', trunk, 7);
    const crown = 'M-30 -52 C-40 -76 -22 -98 2 -100 C28 -100 40 -74 30 -54 C20 -38 -18 -38 -30 -52 z';
    this.fill(crown, leaf);
    this.fill('M-30 -52 C-18 -38 20 -38 30 -54 C35 -62 36 -70 34 -78 C26 -58 -8 -50 -33 -62 z', dark, 0.55);
    return this;
  }

  /** The sheet itself: a fine grain, and a plate that did not print quite everywhere. */
  grain() {
    for (let n = 0; n < 520; n++) {
      const isLight = this.rnd() < 0.6;
      this.disc(
        this.between(0, W),
        this.between(0, H),
        this.between(0.5, 1.5),
        isLight ? C.white : C.ink,
        isLight ? 0.34 : 0.16,
      );
    }
    return this;
  }
}

/** An oval as a path. */
export const oval = (x, y, rx, ry) => `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;
