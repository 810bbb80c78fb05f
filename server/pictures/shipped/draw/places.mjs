/** Places and weather: lighthouse, mountain, market, lit windows, school yard, field, tide, storm, night sky, garden, island, wall. */
import { C } from './ink.mjs';

const waves = (s, top, colors, seedGap = 46) => {
  colors.forEach((color, row) => {
    const y = top + row * seedGap;
    let d = `M-60 ${y} `;
    for (let x = -60; x < 860; x += 80) d += `Q${x + 40} ${y + (row % 2 ? -20 : 20)} ${x + 80} ${y} `;
    s.fill(`${d}V620 H-60z`, color);
  });
};

export const places = {
  lighthouse(s) {
    s.ground(C.night);
    s.strew('M0 0h800v330h-800z', 40, (x, y) => s.disc(x, y, s.between(1, 2.6), C.white));
    s.fill('M548 190 L-40 60 L-40 330z', C.ochre, 0.4).fill('M548 190 L-40 120 L-40 270z', C.sand, 0.5);
    s.fill('M560 190 L840 120 L840 250z', C.ochre, 0.35);
    waves(s, 420, [C.blue, C.teal, C.night]);
    s.shade('M0 430h800v170h-800z', C.ink, { angle: 0, gap: 16, width: 4, alpha: 0.4 });
    s.fill('M400 470 C440 400 520 400 560 394 C640 390 700 420 740 480 L800 520 V600 H380z', C.ink);
    s.fill('M514 404 L532 214 H576 L596 404z', C.white).fill(
      'M519 350 L524 300 H586 L590 350z M528 262 L532 220 H576 L580 262z',
      C.red,
    );
    s.fill('M556 214 H576 L596 404 H560z', C.ink, 0.2);
    s.fill('M518 214 h72 v-10 h-72z', C.ink)
      .fill('M534 204 v-36 h40 v36z', C.ochre)
      .fill('M526 168 q28 -44 56 0z', C.red)
      .rect(546, 366, 18, 38, C.night);
    s.at(
      210,
      446,
      () =>
        s
          .fill('M-70 0 h140 l-24 34 h-92z', C.red)
          .line('M0 0 V-90', C.sand, 6)
          .fill('M8 -86 C60 -70 66 -30 60 -8 H8z', C.white)
          .fill('M-8 -70 C-40 -50 -46 -20 -44 -8 H-8z', C.rose),
      { turn: -7 },
    );
  },

  mountain(s) {
    s.ground(C.sky);
    s.disc(140, 130, 56, C.white);
    s.fill('M-40 520 L190 260 L300 400 L420 300 V600 H-40z', C.blue, 0.5);
    s.fill('M60 620 L500 70 L860 600z', C.night).fill('M500 70 L860 600 H560 L520 420 L560 300z', C.ink);
    s.fill('M500 70 L404 190 L450 232 L474 200 L508 250 L540 204 L574 240 L598 214z', C.white).fill(
      'M500 70 L598 214 L574 240 L540 204 L520 140z',
      C.mist,
    );
    s.shade('M500 70 L860 600 H560 L520 420 L560 300z', C.blue, { angle: 56, gap: 14, width: 4, alpha: 0.5 });
    s.line('M500 70 V22', C.ochre, 5).fill('M500 22 L546 36 L500 50z', C.red);
    s.line('M206 452 C226 420 250 400 270 376 C290 340 316 326 340 288', C.ochre, 4);
    const climb = [
      [196, 462, C.red, 1],
      [262, 384, C.ochre, 1],
      [334, 294, C.coral, 1],
    ];
    for (const [x, y, coat, k] of climb)
      s.at(x, y, () => s.person({ coat, legs: C.white, pose: 'reaches', skin: C.sand, bag: C.teal }), {
        scale: k * 0.95,
        turn: 12,
      });
    s.fill('M-20 560 C200 520 420 590 820 540 V620 H-20z', C.white);
    s.strew('M0 540h800v60h-800z', 14, (x, y) => s.line(`M${x} ${y} l14 -3`, C.sky, 4));
  },

  market(s) {
    s.ground(C.sand);
    s.shade('M0 0h800v600h-800z', C.ochre, { angle: 30, gap: 26, width: 6, alpha: 0.4 });
    const stall = (x, y, a, b, goods) =>
      s.at(x, y, () => {
        s.rect(-104, 84, 208, 66, C.earth).rect(-104, 84, 208, 14, C.ink, 0.3);
        goods.forEach((color, n) => {
          for (let k = 0; k < 5; k++) s.disc(-78 + n * 62 + (k % 3) * 15, 74 + (k > 2 ? -13 : 0), 11, color);
        });
        s.line('M-98 0 V150 M98 0 V150', C.ink, 6);
        for (let n = 0; n < 6; n++) s.fill(`M${-120 + n * 40} -40 h40 v56 a20 18 0 0 1 -40 0z`, n % 2 ? a : b);
        s.fill('M-120 -40 L-96 -72 H96 L120 -40z', a);
      });
    stall(150, 120, C.red, C.white, [C.ochre, C.green, C.coral]);
    stall(400, 96, C.teal, C.white, [C.red, C.plum, C.mint]);
    stall(650, 120, C.blue, C.white, [C.green, C.ochre, C.rose]);
    stall(120, 380, C.plum, C.white, [C.coral, C.mint, C.ochre]);
    stall(690, 390, C.coral, C.white, [C.plum, C.green, C.red]);
    const folk = [
      [300, 380, C.night, 1.5, null],
      [352, 400, C.red, 1, null],
      [470, 370, C.teal, 1.5, C.ochre],
      [530, 430, C.white, 1.6, null],
      [250, 560, C.blue, 1.9, C.coral],
      [420, 570, C.ochre, 1.9, null],
      [480, 560, C.plum, 1.7, null],
    ];
    folk.forEach(
      ([x, y, coat, k, bag], n) =>
        void s.at(
          x,
          y,
          () =>
            s.person({
              coat,
              legs: C.ink,
              pose: n % 2 ? 'walks' : 'stands',
              bag,
              skin: n % 3 ? C.earth : C.sand,
              hair: n === 3 ? C.stone : C.ink,
            }),
          { scale: k, flip: n % 2 === 0 },
        ),
    );
  },

  window(s) {
    s.ground(C.ink);
    s.shade('M0 0h800v600h-800z', C.night, { angle: 0, gap: 30, width: 14, alpha: 0.9 });
    for (let row = 0; row < 3; row++)
      for (let column = 0; column < 5; column++) {
        const x = 46 + column * 150;
        const y = 46 + row * 184;
        const isLit = [1, 5, 8, 12, 14].includes(row * 5 + column);
        s.rect(x, y, 108, 136, isLit ? C.ochre : C.night);
        if (isLit) s.rect(x, y, 108, 136, C.sand, 0.35);
        s.inside(`M${x} ${y}h108v136h-108z`, () => {
          const who = row * 5 + column;
          if (who === 1) s.at(x + 54, y + 150, () => s.person({ coat: C.red, pose: 'reaches' }), { scale: 1.3 });
          if (who === 5) {
            s.at(x + 34, y + 142, () => s.person({ coat: C.teal }), { scale: 1.2 });
            s.at(x + 76, y + 142, () => s.person({ coat: C.plum, skin: C.sand }), { scale: 1.1, flip: true });
          }
          if (who === 8)
            s.rect(x, y + 100, 108, 40, C.earth).fill(`M${x + 40} ${y + 100} q-6 -50 16 -60 q24 10 14 60z`, C.green);
          if (who === 12) {
            s.line(`M${x + 54} ${y} v40`, C.ink, 4);
            s.fill(`M${x + 30} ${y + 62} l14 -24 h20 l14 24z`, C.red);
            s.at(x + 50, y + 176, () => s.person({ coat: C.blue, skin: C.sand, hair: C.white, pose: 'sits' }), {
              scale: 1.3,
            });
          }
          if (who === 14)
            s.fill(
              `M${x + 20} ${y + 136} v-40 q4 -20 18 -14 l14 -4 q16 4 16 22 v36z M${x + 24} ${y + 90} l-2 -18 12 10z M${x + 46} ${y + 84} l8 -14 4 18z`,
              C.ink,
            ).line(`M${x + 68} ${y + 130} q22 -6 16 -30`, C.ink, 6);
        });
        s.line(`M${x + 54} ${y}v136 M${x} ${y + 60}h108`, C.ink, 6, { cap: 'butt' })
          .line(`M${x} ${y}h108v136h-108z`, C.stone, 6, { cap: 'butt' })
          .rect(x - 8, y + 136, 124, 10, C.stone);
      }
  },

  school(s) {
    s.ground(C.stone);
    s.shade('M0 0h800v600h-800z', C.ink, { angle: 12, gap: 24, width: 3, alpha: 0.25 });
    const cell = (x, y, w, h) => s.line(`M${x} ${y}h${w}v${h}h${-w}z`, C.white, 9);
    cell(330, 470, 104, 100);
    cell(330, 366, 104, 100);
    cell(278, 262, 104, 100);
    cell(382, 262, 104, 100);
    cell(330, 158, 104, 100);
    s.line('M330 158 C326 60 438 60 434 158', C.white, 9);
    s.line('M372 540 v-40 l-10 8', C.white, 7)
      .line('M368 396 q24 -10 22 10 q-4 14 -24 28 h26', C.white, 7)
      .line('M318 290 q22 -4 16 16 q16 8 2 22 q-12 8 -20 0', C.white, 6)
      .line('M444 326 v-36 l-18 24 h26', C.white, 6)
      .line('M394 184 h-20 v18 q22 -6 22 12 q-4 16 -24 8', C.white, 7);
    s.oval(384, 112, 24, 16, C.ochre);
    s.fill('M448 320 C560 340 640 420 720 440 L700 476 C610 450 540 400 440 352z', C.ink, 0.28);
    s.at(436, 340, () => s.person({ coat: C.red, legs: C.night, pose: 'reaches', skin: C.sand, hair: C.earth }), {
      scale: 1.9,
      turn: -6,
    });
    s.at(150, 330, () => s.person({ coat: C.teal, legs: C.ink, skin: C.earth }), { scale: 1.5 });
    s.at(96, 350, () => s.person({ coat: C.ochre, legs: C.blue, skin: C.sand, hair: C.red, pose: 'points' }), {
      scale: 1.6,
    });
    s.fill('M640 60 h120 v80 h-120z', C.coral).line('M660 60 v-14 h80 v14', C.earth, 8).rect(640, 92, 120, 10, C.earth);
    s.disc(620, 520, 34, C.blue).line('M588 510 q32 20 64 0 M612 488 q-14 32 6 66', C.white, 5);
  },

  field(s) {
    s.ground(C.coral);
    s.disc(400, 236, 130, C.ochre);
    s.fill('M0 240 C200 220 600 220 800 240 V600 H0z', C.moss);
    for (let n = -9; n <= 9; n++) {
      const color = n % 2 ? C.green : C.ochre;
      s.fill(
        `M${400 + n * 14} 238 L${400 + (n + 1) * 14} 238 L${400 + (n + 1) * 150} 620 L${400 + n * 150} 620z`,
        color,
        0.95,
      );
    }
    s.shade('M0 250h800v350h-800z', C.moss, { angle: 0, gap: 20, width: 4, alpha: 0.4 });
    s.at(560, 300, () => s.tree(C.moss, C.ink, C.ink), { scale: 2.4 });
    s.fill('M560 300 L700 360 L620 372z', C.ink, 0.3);
    s.at(240, 470, () => s.person({ coat: C.blue, legs: C.ink, skin: C.earth, pose: 'points', hair: C.sand }), {
      scale: 1.5,
    });
    for (let n = 0; n < 9; n++) s.disc(312 + n * 10, 372 + n * n * 2.4, 4, C.white);
    s.line(
      'M70 90 q16 -16 30 0 q16 -16 30 0 M150 60 q10 -10 20 0 q10 -10 20 0 M120 130 q10 -10 20 0 q10 -10 20 0',
      C.ink,
      4,
    );
  },

  tide(s) {
    s.ground(C.mist);
    s.disc(650, 110, 52, C.ochre);
    s.fill('M0 180 h800 v200 h-800z', C.teal).shade('M0 180 h800 v200 h-800z', C.night, {
      angle: 0,
      gap: 18,
      width: 5,
      alpha: 0.4,
    });
    s.fill('M0 320 C100 280 180 340 300 330 C420 316 520 380 640 352 C700 340 760 350 800 340 V600 H0z', C.white);
    s.fill('M0 346 C110 310 180 366 300 356 C420 344 520 406 640 378 C700 366 760 376 800 366 V600 H0z', C.sand);
    s.shade('M0 420h800v180h-800z', C.ochre, { angle: 3, gap: 20, width: 4, alpha: 0.6 });
    const fort =
      'M250 500 V400 h16 v-18 h18 v18 h20 v-18 h18 v18 h16 v30 h40 v-70 h18 v-18 h18 v18 h22 v-18 h18 v18 h18 v70 h40 v-44 h16 v-18 h18 v18 h20 v-18 h18 v18 h16 v114z';
    s.fill(fort, C.ochre).shade(fort, C.earth, { angle: 70, gap: 12, width: 3, alpha: 0.5 });
    s.fill('M400 500 v-36 a26 26 0 0 1 52 0 v36z', C.earth)
      .line('M425 340 V276', C.ink, 5)
      .fill('M425 276 L470 290 L425 306z', C.red);
    s.fill('M190 512 C260 486 620 486 680 514 C600 540 280 540 190 512z', C.earth, 0.35);
    s.fill('M640 490 h60 l-10 62 h-40z', C.red)
      .line('M642 490 q28 -46 56 0', C.ink, 5)
      .line('M720 540 l50 -50', C.earth, 8)
      .fill('M700 556 l24 -30 16 14 -28 28z', C.blue);
    s.at(130, 560, () => s.person({ coat: C.blue, legs: C.night, skin: C.earth, pose: 'points' }), { scale: 1.5 });
    s.line('M90 90 q16 -16 30 0 q16 -16 30 0 M190 130 q10 -10 20 0 q10 -10 20 0', C.night, 4);
  },

  storm(s) {
    s.ground(C.plum);
    s.fill(
      'M-20 -20 H820 V190 C740 240 690 180 620 226 C560 262 480 200 410 236 C330 276 270 206 190 240 C120 266 60 226 -20 250z',
      C.ink,
    );
    s.shade(
      'M-20 -20 H820 V190 C740 240 690 180 620 226 C560 262 480 200 410 236 C330 276 270 206 190 240 C120 266 60 226 -20 250z',
      C.night,
      { angle: -8, gap: 18, width: 8, alpha: 0.9 },
    );
    s.fill('M520 200 L440 340 L492 336 L424 470 L580 300 L520 304 L590 196z', C.ochre).fill(
      'M520 200 L440 340 L476 337 L548 198z',
      C.white,
      0.6,
    );
    for (let n = 0; n < 60; n++) {
      const x = s.between(0, 800);
      const y = s.between(240, 560);
      s.line(`M${x} ${y} l-22 34`, C.sky, 3, { alpha: 0.5 });
    }
    s.fill('M-20 500 C120 470 260 520 420 496 C560 474 700 510 820 484 V620 H-20z', C.ink);
    s.line('M196 512 C206 440 190 400 220 330', C.earth, 26).line(
      'M216 400 C260 360 300 340 350 330 M214 370 C250 330 280 310 320 288 M204 440 C240 420 270 410 300 410',
      C.earth,
      10,
    );
    s.fill(
      'M206 330 C200 270 260 236 330 240 C400 236 450 270 462 316 C420 300 400 330 362 322 C330 350 300 330 262 350 C240 352 214 350 206 330z',
      C.moss,
    );
    for (let n = 0; n < 16; n++)
      s.at(
        s.between(430, 790),
        s.between(250, 460),
        () => s.fill('M0 0 q10 -10 22 0 q-10 10 -22 0z', n % 2 ? C.green : C.ochre),
        { turn: s.between(0, 180) },
      );
    s.fill('M620 500 v-70 l50 -44 50 44 v70z', C.red)
      .rect(656, 446, 28, 34, C.ochre)
      .fill('M608 434 L670 378 L732 434 L722 444 L670 398 L618 444z', C.ink);
  },

  nightsky(s) {
    s.ground(C.night);
    s.shade('M0 0h800v600h-800z', C.ink, { angle: -24, gap: 22, width: 10, alpha: 0.6 });
    s.strew('M0 0h800v460h-800z', 120, (x, y) => s.disc(x, y, s.between(0.8, 2.2), C.white, s.between(0.5, 1)));
    const lines = [
      [
        [180, 110],
        [260, 150],
        [330, 130],
        [390, 190],
        [500, 176],
        [520, 270],
        [410, 286],
        [390, 190],
      ],
      [
        [600, 90],
        [660, 130],
        [640, 200],
        [710, 230],
      ],
    ];
    for (const dots of lines) {
      s.line(`M${dots.map((p) => p.join(' ')).join(' L')}`, C.sky, 3, { dash: [2, 10] });
      for (const [x, y] of dots)
        s.fill(
          `M${x} ${y - 12} L${x + 3} ${y - 3} L${x + 12} ${y} L${x + 3} ${y + 3} L${x} ${y + 12} L${x - 3} ${y + 3} L${x - 12} ${y} L${x - 3} ${y - 3}z`,
          C.white,
        );
    }
    s.disc(110, 280, 46, C.ochre).disc(130, 266, 42, C.night);
    s.fill('M-20 470 C160 400 300 440 460 450 C620 460 700 420 820 440 V620 H-20z', C.moss).fill(
      'M-20 530 C200 480 500 560 820 500 V620 H-20z',
      C.ink,
    );
    s.fill('M510 460 L570 372 L640 462z', C.coral)
      .fill('M570 372 L640 462 L600 462z', C.red)
      .fill('M560 460 L572 400 L590 460z', C.ochre);
    s.at(270, 456, () => s.person({ coat: C.red, legs: C.blue, pose: 'reaches', skin: C.sand }), { scale: 1.2 });
    s.at(220, 458, () => s.person({ coat: C.white, legs: C.blue, skin: C.earth }), { scale: 1.3 });
    s.at(322, 456, () => s.person({ coat: C.ochre, legs: C.blue, skin: C.rose, hair: C.earth }), { scale: 0.85 });
  },

  garden(s) {
    s.ground(C.mint);
    s.shade('M0 0h800v600h-800z', C.green, { angle: 60, gap: 30, width: 5, alpha: 0.3 });
    const bed = (x, y, w, h, plant) => {
      s.rect(x, y, w, h, C.earth)
        .shade(`M${x} ${y}h${w}v${h}h${-w}z`, C.ink, { angle: 0, gap: 16, width: 5, alpha: 0.4 })
        .line(`M${x} ${y}h${w}v${h}h${-w}z`, C.sand, 9);
      for (let row = 0; row < Math.floor(h / 60); row++)
        for (let n = 0; n < Math.floor(w / 58); n++) s.at(x + 36 + n * 56, y + 40 + row * 58, plant);
    };
    bed(50, 60, 260, 200, () => s.disc(0, 0, 20, C.green).disc(0, 0, 13, C.mint).disc(0, 0, 7, C.green));
    bed(490, 60, 260, 130, () => s.line('M0 14 V-12', C.moss, 6).disc(-2, -16, 12, C.red).disc(6, 2, 9, C.coral));
    bed(50, 340, 200, 200, () =>
      s.fill('M0 0 q-20 -34 -4 -44 q8 14 4 44 q2 -30 18 -40 q4 24 -18 40z', C.green).fill('M-7 0 h14 l-7 24z', C.coral),
    );
    bed(560, 280, 190, 260, () => s.line('M0 20 V-10', C.moss, 5).disc(0, -16, 15, C.ochre).disc(0, -16, 6, C.earth));
    s.at(380, 330, () => s.person({ coat: C.blue, legs: C.ink, skin: C.sand, pose: 'points', hair: C.earth }), {
      scale: 1.9,
    });
    s.fill('M432 182 h44 v40 h-44z', C.stone)
      .line('M476 190 L506 168 M432 190 q-20 14 0 24', C.stone, 7)
      .line('M510 172 l6 22 M518 168 l14 20 M504 176 l-2 22', C.sky, 4);
    s.at(440, 560, () => s.person({ coat: C.red, legs: C.ink, skin: C.earth, pose: 'walks' }), {
      scale: 1.8,
      flip: true,
    });
    s.at(330, 550, () => s.person({ coat: C.ochre, legs: C.plum, skin: C.earth, hair: C.white }), { scale: 1.7 });
    s.line('M520 560 V400 M506 400 h28 M506 400 v-26 M520 400 v-26 M534 400 v-26', C.earth, 6);
  },

  wall(s) {
    s.ground(C.sky);
    s.disc(400, 300, 190, C.ochre).disc(400, 300, 150, C.sand, 0.6);
    s.fill('M0 440 C200 400 600 400 800 440 V600 H0z', C.green);
    const hole =
      'M280 620 L290 420 L250 330 L300 250 L286 180 L380 150 L440 96 L500 190 L560 214 L530 320 L566 400 L520 620z';
    s.ctx.save();
    s.ctx.clip(new s.Path(`M0 0h800v600h-800z ${hole}`), 'evenodd');
    s.ground(C.stone);
    for (let row = 0; row < 13; row++)
      for (let n = -1; n < 9; n++) {
        const x = n * 104 + (row % 2) * 52;
        s.rect(x + 3, row * 48 + 3, 98, 42, [C.red, C.coral, C.red, C.plum][(n * 7 + row * 3 + 14) % 4]);
      }
    s.shade('M0 0h800v600h-800z', C.ink, { angle: 0, gap: 12, width: 2, alpha: 0.3 });
    s.ctx.restore();
    for (const [x, y, k, color] of [
      [300, 560, 1.2, C.white],
      [360, 580, 1.5, C.ochre],
      [440, 584, 1.1, C.rose],
      [500, 560, 1.4, C.white],
      [400, 560, 0.9, C.coral],
    ])
      s.at(
        x,
        y,
        () => {
          s.line('M0 20 Q6 -20 0 -50', C.moss, 6);
          for (let p = 0; p < 6; p++) s.oval(13 * Math.cos(p), -54 + 13 * Math.sin(p), 9, 9, color);
          s.disc(0, -54, 8, C.earth).fill('M2 -10 q26 -20 34 0 q-18 12 -34 0z', C.green);
        },
        { scale: k },
      );
    s.at(420, 470, () => s.person({ coat: C.night, legs: C.ink, pose: 'walks', skin: C.sand }), { scale: 1.6 });
    s.at(372, 470, () => s.person({ coat: C.teal, legs: C.ink, pose: 'walks' }), { scale: 1.1 });
  },
};
