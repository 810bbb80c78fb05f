/** People and what they do together, or each alone: hands, table, fire, boat, loom, bicycle, dominoes, megaphone. */
import { C, oval } from './ink.mjs';

const SKINS = ['#D9A878', C.earth, C.rose, '#8C5A3C', '#C98F62', C.earth];

export const together = {
  hands(s) {
    s.ground(C.ochre);
    s.disc(400, 300, 230, C.sand).disc(400, 300, 176, C.white, 0.7);
    const sleeves = [C.red, C.teal, C.plum, C.blue, C.green, C.coral];
    for (let n = 0; n < 6; n++) {
      s.at(
        400,
        300,
        () => {
          s.fill('M-58 -440 h116 L44 -190 h-88z', sleeves[n]).shade('M-58 -440 h116 L44 -190 h-88z', C.ink, {
            angle: n * 60,
            gap: 11,
            width: 3,
            alpha: 0.001,
          });
          s.fill('M-46 -206 h92 v26 h-92z', C.white);
          s.fill(
            'M-32 -182 h64 C40 -150 44 -120 36 -84 C34 -60 30 -30 22 -28 C12 -28 14 -52 10 -66 C10 -40 8 -14 -2 -14 C-12 -14 -8 -44 -10 -66 C-14 -42 -18 -22 -28 -26 C-36 -30 -28 -64 -34 -84 C-48 -80 -64 -78 -66 -92 C-66 -106 -44 -106 -40 -120 C-40 -140 -36 -160 -32 -182z',
            SKINS[n],
          );
          s.line('M10 -66 v-26 M-10 -66 v-26 M-30 -86 q4 -10 2 -16', C.ink, 3, { alpha: 0.45 });
        },
        { turn: n * 60 + 14, scale: 1.02 },
      );
    }
  },

  table(s) {
    s.ground(C.teal);
    s.shade('M0 0h800v600h-800z', C.moss, { angle: 45, gap: 40, width: 4, alpha: 0.5 }).shade(
      'M0 0h800v600h-800z',
      C.moss,
      { angle: -45, gap: 40, width: 4, alpha: 0.5 },
    );
    const seats = [C.red, C.ochre, C.blue, null, C.plum, C.coral, C.white, C.green];
    seats.forEach((coat, n) => {
      s.at(
        400,
        300,
        () => {
          const chairs = [C.earth, C.sand, C.ink, C.ochre];
          if (n % 3 === 0) s.disc(0, -236, 40, chairs[n % 4]).disc(0, -236, 30, C.ink, 0.18);
          else
            s.fill('M-40 -272 h80 v68 h-80z', chairs[n % 4])
              .rect(-46, -284, 92, 16, chairs[n % 4])
              .rect(-40, -272, 80, 6, C.ink, 0.3);
          if (!coat) return;
          s.fill('M-50 -232 C-52 -262 52 -262 50 -232 C46 -206 -46 -206 -50 -232z', coat).line(
            'M-40 -222 L-26 -180 M40 -222 L26 -180',
            coat,
            17,
          );
          s.disc(0, -234, 23, [C.ink, C.earth, C.sand, C.ink, C.stone, C.ink, C.red, C.ink][n]);
        },
        { turn: n * 45 },
      );
    });
    s.oval(406, 310, 186, 186, C.ink, 0.3).disc(400, 300, 184, C.white).disc(400, 300, 170, C.paper);
    s.shade(oval(400, 300, 170, 170), C.sand, { angle: 0, gap: 22, width: 6, alpha: 0.8 });
    const notes = [C.ochre, C.rose, C.sky, C.mint, C.coral];
    for (let n = 0; n < 11; n++)
      s.at(
        400 + 96 * Math.cos(n * 2.4) * (0.3 + (n % 5) / 5),
        300 + 96 * Math.sin(n * 2.4) * (0.3 + (n % 5) / 5),
        () => s.rect(-17, -17, 34, 34, notes[n % 5]).line('M-9 -6 h18 M-9 3 h12', C.ink, 3, { alpha: 0.6 }),
        { turn: n * 37 },
      );
    s.disc(330, 400, 15, C.red).disc(330, 400, 10, C.earth).disc(498, 240, 15, C.blue).disc(498, 240, 10, C.earth);
  },

  fire(s) {
    s.ground(C.night);
    s.strew('M0 0h800v300h-800z', 60, (x, y) => s.disc(x, y, s.between(0.8, 2.4), C.white));
    s.disc(400, 420, 300, C.plum, 0.5).disc(400, 430, 210, C.red, 0.35).disc(400, 440, 140, C.coral, 0.4);
    s.fill(
      'M0 250 L60 150 L110 250 L170 120 L230 260 L0 300z M800 250 L740 140 L690 250 L620 130 L570 260 L800 300z',
      C.ink,
    );
    s.fill('M0 250 C200 300 600 300 800 250 V600 H0z', C.ink, 0.55);
    s.fill(
      'M400 270 C450 330 492 370 470 440 C458 480 340 480 330 440 C314 396 350 380 356 340 C372 360 378 366 382 380 C396 350 390 310 400 270z',
      C.red,
    );
    s.fill(
      'M404 330 C430 370 452 400 440 440 C430 470 368 470 360 440 C352 414 374 402 376 384 C386 396 390 402 392 410 C402 388 398 360 404 330z',
      C.ochre,
    ).fill('M402 392 C416 414 424 428 416 446 C408 462 386 460 382 444 C380 426 398 418 402 392z', C.white);
    s.line('M320 486 L480 452 M326 452 L478 488', C.earth, 20).line('M320 486 L480 452', C.ink, 5, { alpha: 0.4 });
    const ring = [
      [150, 420, C.teal, 1.5, false],
      [236, 372, C.ochre, 1.2, false],
      [300, 350, C.blue, 1.05, false],
      [504, 352, C.rose, 1.05, true],
      [572, 376, C.green, 1.2, true],
      [654, 424, C.coral, 1.5, true],
      [128, 556, C.plum, 2, false],
      [676, 560, C.white, 2, true],
    ];
    ring.forEach(
      ([x, y, coat, k, flip], n) =>
        void s.at(
          x,
          y,
          () =>
            s.person({ coat, legs: C.blue, pose: n > 5 ? 'sits' : n === 3 ? 'points' : 'sits', skin: SKINS[n % 6] }),
          { scale: k, flip },
        ),
    );
    for (let n = 0; n < 24; n++)
      s.disc(400 + s.between(-90, 90), 300 - n * 11 + s.between(-10, 10), s.between(1.5, 3.6), C.ochre);
  },

  boat(s) {
    s.ground(C.sand);
    s.disc(400, 170, 100, C.coral);
    s.fill('M0 250 h800 v350 h-800z', C.blue);
    s.shade('M0 250h800v350h-800z', C.night, { angle: 0, gap: 22, width: 6, alpha: 0.5 }).shade(
      'M280 260h240v340h-240z',
      C.coral,
      { angle: 0, gap: 34, width: 8, alpha: 0.8 },
    );
    s.oval(400, 452, 330, 26, C.night, 0.5);
    const row = (x, coat, flip, n) =>
      s.at(
        x,
        410,
        () => {
          s.person({ coat, legs: C.ink, pose: 'points', skin: SKINS[n] });
          s.line('M26 -66 L104 30', C.sand, 6).oval(112, 40, 10, 22, C.sand);
        },
        { scale: 1.35, flip },
      );
    row(236, C.teal, true, 0);
    row(330, C.ochre, true, 1);
    row(470, C.plum, false, 2);
    row(564, C.white, false, 3);
    s.fill('M84 372 C180 396 620 396 716 372 C700 440 650 462 600 464 H200 C150 462 100 440 84 372z', C.red).fill(
      'M84 372 C180 396 620 396 716 372 L710 392 C600 412 200 412 90 392z',
      C.white,
    );
    s.shade('M100 410 C180 420 620 420 700 410 C680 450 650 462 600 464 H200 C150 462 120 450 100 410z', C.ink, {
      angle: 0,
      gap: 14,
      width: 4,
      alpha: 0.4,
    });
    s.line('M60 500 q30 -14 60 0 M640 520 q30 -14 60 0 M320 540 q30 -14 60 0 M480 490 q24 -10 48 0', C.white, 5);
  },

  loom(s) {
    s.ground(C.rose);
    s.line('M150 40 V570 M650 40 V570', C.earth, 26).line('M120 80 H680 M120 520 H680', C.earth, 22);
    const threads = [C.red, C.ochre, C.teal, C.plum, C.blue, C.coral, C.green, C.night];
    for (let n = 0; n < 36; n++) s.line(`M${184 + n * 12.4} 90 V512`, C.white, 3);
    for (let row = 0; row < 22; row++) {
      const y = 508 - row * 10;
      const color = threads[Math.floor(row / 3) % 8];
      for (let n = 0; n < 36; n++) {
        const isOver = (n + row) % 2 === 0;
        const motif = Math.abs(n - 18) + Math.abs((row % 12) - 6) < 8;
        if (isOver || motif) s.line(`M${178 + n * 12.4} ${y} h12`, motif ? C.white : color, 9, { cap: 'butt' });
        else s.line(`M${178 + n * 12.4} ${y} h12`, color, 9, { cap: 'butt', alpha: 0.75 });
      }
    }
    s.line('M180 284 C260 270 330 284 420 250 C500 220 560 250 616 214', C.red, 5);
    s.fill('M396 262 C420 234 470 226 500 240 C480 266 430 276 396 262z', C.earth).fill(
      'M420 256 C436 244 462 240 478 244 C462 258 440 262 420 256z',
      C.red,
    );
    s.fill(
      'M800 300 C720 280 640 250 560 232 C520 222 490 236 500 250 C520 262 540 262 556 270 C520 270 500 280 510 292 C540 300 570 300 590 310 C566 314 560 326 574 332 C640 350 730 380 800 384z',
      C.earth,
    ).line('M556 270 l40 8 M590 310 l30 2', C.ink, 4);
    threads
      .slice(0, 6)
      .forEach(
        (color, n) =>
          void s.at(36 + (n % 2) * 46, 380 + Math.floor(n / 2) * 62, () =>
            s
              .disc(0, 0, 24, color)
              .line('M-18 -8 q18 -14 36 0 M-20 4 q20 -14 40 0 M-14 14 q14 -8 28 0', C.white, 3, { alpha: 0.7 }),
          ),
      );
  },

  bicycle(s) {
    s.ground(C.mint);
    s.fill('M0 300 C160 230 260 330 420 270 C560 220 680 280 800 230 V600 H0z', C.green);
    s.fill('M0 500 L800 400 V600 H0z', C.stone).shade('M0 500 L800 400 V600 H0z', C.ink, {
      angle: -7,
      gap: 22,
      width: 3,
      alpha: 0.35,
    });
    s.line('M40 556 L800 462', C.white, 7, { dash: [44, 36], cap: 'butt' });
    s.at(
      400,
      452,
      () => {
        for (const x of [-176, 176]) {
          s.line(oval(x, 0, 74, 74), C.ink, 11).line(oval(x, 0, 64, 64), C.stone, 3);
          for (let n = 0; n < 8; n++)
            s.line(`M${x} 0 L${x + 64 * Math.cos(n * 0.785)} ${64 * Math.sin(n * 0.785)}`, C.ink, 2);
        }
        s.line(
          'M-176 0 L-112 -100 L-60 0 L-176 0 M-112 -100 L34 -104 L0 0 L-60 0 M34 -104 L140 -100 L176 0 M0 0 L140 -84',
          C.red,
          12,
        );
        s.line(
          'M-112 -100 L-120 -128 M-144 -130 h46 M34 -104 L26 -132 M4 -134 h46 M140 -100 L132 -150 L164 -160 M34 -104',
          C.ink,
          10,
        );
        s.disc(-60, 0, 18, C.ink).disc(0, 0, 18, C.ink).line('M-60 18 H0 M-60 -18 H0', C.ink, 4);
        const rider = (x, coat, skin, hair, legs) => {
          s.line(`M${x} -140 L${x + 44} -84 L${x + 26} 8`, legs, 17).line(
            `M${x} -140 L${x + 62} -70 L${x + 70} -14`,
            legs,
            17,
            { alpha: 0.8 },
          );
          s.fill(
            `M${x - 22} -130 C${x - 30} -190 ${x - 4} -226 ${x + 26} -230 C${x + 52} -230 ${x + 50} -190 ${x + 20} -130z`,
            coat,
          );
          s.line(`M${x + 26} -214 L${x + 70} -170 L${x + 112} -158`, coat, 14)
            .disc(x + 38, -252, 22, skin)
            .fill(
              `M${x + 14} -254 C${x + 12} -288 ${x + 66} -284 ${x + 60} -254 C${x + 44} -268 ${x + 26} -268 ${x + 14} -254z`,
              hair,
            );
        };
        rider(-122, C.blue, C.sand, C.earth, C.night);
        rider(24, C.ochre, C.earth, C.ink, C.plum);
      },
      { turn: -7 },
    );
    s.disc(130, 110, 46, C.ochre);
    s.at(690, 270, () => s.tree(), { scale: 1.5 }).at(60, 330, () => s.tree(), { scale: 1.2 });
  },

  domino(s) {
    s.ground(C.red);
    s.shade('M0 0h800v430h-800z', C.coral, { angle: 90, gap: 30, width: 10, alpha: 0.35 });
    s.fill('M0 430 h800 v170 h-800z', C.plum).shade('M0 430h800v170h-800z', C.ink, {
      angle: 0,
      gap: 18,
      width: 5,
      alpha: 0.4,
    });
    const tile = (x, turn, pips) =>
      s.at(
        x,
        478,
        () => {
          s.rect(-52, -176, 48, 176, C.ink).rect(-46, -178, 46, 176, C.white).line('M-42 -90 h38', C.ink, 4);
          for (let p = 0; p < pips; p++) s.disc(-36 + (p % 2) * 26, -156 + Math.floor(p / 2) * 26, 6, C.ink);
          for (let p = 0; p < 6 - pips; p++) s.disc(-36 + (p % 2) * 26, -68 + Math.floor(p / 2) * 26, 6, C.ink);
        },
        { turn },
      );
    [
      [110, 64, 2],
      [180, 52, 5],
      [250, 40, 3],
      [320, 28, 4],
      [392, 16, 1],
    ].forEach((one) => void tile(...one));
    [
      [560, 0, 6],
      [636, 0, 2],
      [712, 0, 4],
      [788, 0, 3],
    ].forEach((one) => void tile(...one));
    s.fill(
      'M390 -20 L560 -20 C566 60 540 130 516 190 C510 230 516 280 506 320 C500 342 476 342 472 320 C470 280 462 240 452 210 C430 190 400 160 402 110z',
      C.earth,
    );
    s.fill('M474 312 C480 290 500 292 506 312 C506 336 476 336 474 312z', C.rose).line(
      'M470 240 q20 8 42 0',
      C.ink,
      4,
      { alpha: 0.6 },
    );
    s.fill('M384 -20 h186 v60 h-190z', C.teal);
  },

  voice(s) {
    s.ground(C.blue);
    s.fill('M300 300 L860 30 L860 560z', C.ochre, 0.9).fill('M300 300 L860 120 L860 470z', C.sand, 0.8);
    s.shade('M300 300 L860 30 L860 560z', C.coral, { angle: 0, gap: 26, width: 7, alpha: 0.5 });
    s.fill('M0 520 h800 v80 h-800z', C.night);
    s.at(
      190,
      560,
      () => {
        s.person({ coat: C.red, legs: C.ink, pose: 'points', skin: C.earth });
      },
      { scale: 3 },
    );
    s.fill('M250 320 L352 264 L352 374z', C.white)
      .fill('M352 258 q22 62 0 122 q-16 -60 0 -122z', C.rose)
      .line('M250 320 l-10 32', C.white, 12);
    const crowd = [
      [520, 560, C.teal, 1.3],
      [590, 570, C.plum, 1.5],
      [660, 560, C.white, 1.2],
      [726, 572, C.coral, 1.5],
      [470, 574, C.green, 1],
    ];
    crowd.forEach(
      ([x, y, coat, k], n) =>
        void s.at(x, y, () => s.person({ coat, legs: C.ink, skin: SKINS[n], pose: 'stands' }), {
          scale: k,
          flip: true,
        }),
    );
    for (const [x, y, w, color] of [
      [470, 180, 90, C.red],
      [610, 130, 110, C.white],
      [600, 260, 90, C.teal],
      [470, 300, 70, C.plum],
      [690, 330, 80, C.white],
    ])
      s.fill(
        `M${x} ${y} h${w} a16 16 0 0 1 16 16 v22 a16 16 0 0 1 -16 16 h${-w + 30} l-26 22 v-22 h-4 a16 16 0 0 1 -16 -16 v-22 a16 16 0 0 1 16 -16z`,
        color,
      ).line(`M${x + 8} ${y + 27} h${w - 18}`, C.ink, 5, { dash: [16, 10], alpha: 0.6 });
  },
};
