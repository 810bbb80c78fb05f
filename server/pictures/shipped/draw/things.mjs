/** Things that say more than they are: seed, knot, key, mask, puzzle, clock, mirror, scales, nest, cage, kite, umbrella. */
import { C, oval } from './ink.mjs';

/** The teeth of a wheel: an outline around a middle. */
const wheel = (x, y, r, teeth, depth) => {
  let d = '';
  for (let n = 0; n < teeth * 4; n++) {
    const angle = (n / (teeth * 4)) * 2 * Math.PI;
    const reach = n % 4 < 2 ? r + depth : r;
    d += `${n === 0 ? 'M' : 'L'}${x + reach * Math.cos(angle)} ${y + reach * Math.sin(angle)} `;
  }
  return `${d}z`;
};

export const things = {
  seed(s) {
    s.ground(C.sand);
    s.disc(610, 130, 62, C.coral);
    s.fill('M0 330 h800 v270 h-800z', C.earth).shade('M0 330 h800 v270 h-800z', C.ink, {
      angle: 0,
      gap: 15,
      width: 5,
      alpha: 0.45,
    });
    s.fill('M0 306 H356 L376 344 L338 360 H0z', C.stone).fill('M800 306 H452 L426 340 L462 360 H800z', C.stone);
    s.shade('M0 306 H356 L376 344 L338 360 H0z M800 306 H452 L426 340 L462 360 H800z', C.ink, {
      angle: 90,
      gap: 60,
      width: 4,
      alpha: 0.4,
    });
    s.line('M404 420 C398 380 412 350 402 300 C394 258 404 226 400 190', C.green, 13);
    s.fill('M402 246 C350 250 318 216 312 170 C368 166 402 196 402 246z', C.green).fill(
      'M401 208 C404 160 440 128 492 130 C492 178 456 208 401 208z',
      C.moss,
    );
    s.line('M402 246 C378 214 350 190 330 182 M401 208 C424 178 452 156 476 144', C.mint, 4);
    s.line(
      'M404 424 C370 460 350 490 322 548 M404 424 C410 470 398 510 404 570 M404 424 C440 456 470 480 500 530 M372 460 C340 470 310 474 280 500 M438 452 C480 456 510 470 548 474 M404 490 C424 520 436 540 440 566',
      C.rose,
      6,
    );
    s.oval(404, 424, 34, 24, C.ochre).line('M386 414 q16 -10 34 2', C.white, 4);
    s.strew('M0 380 h800 v220 h-800z', 46, (x, y) => s.oval(x, y, 7, 4, C.sand, 0.5));
  },

  knot(s) {
    s.ground(C.teal);
    s.shade('M0 0h800v600h-800z', C.moss, { angle: 0, gap: 26, width: 9, alpha: 0.5 });
    const rope = (d, color, dark) => {
      s.line(d, C.ink, 58, { cap: 'butt' }).line(d, color, 46, { cap: 'butt' });
      s.line(d, dark, 46, { dash: [5, 19], alpha: 0.45, cap: 'butt' });
    };
    const gold = [C.ochre, C.earth];
    const red = [C.red, C.ink];
    // Two bights through each other: what lies above is drawn again where it crosses.
    rope('M-20 214 H300 C420 214 470 250 470 300 C470 350 420 386 300 386 H-20', ...gold);
    rope('M820 214 H500 C380 214 330 250 330 300 C330 350 380 386 500 386 H820', ...red);
    s.inside('M410 250 h140 v60 h-140z M250 300 h130 v130 h-130z M410 160 h90 v100 h-90z', () => {
      rope('M-20 214 H300 C420 214 470 250 470 300 C470 350 420 386 300 386 H-20', ...gold);
    });
    s.inside('M400 330 h120 v110 h-120z M290 170 h92 v90 h-92z', () => {
      rope('M820 214 H500 C380 214 330 250 330 300 C330 350 380 386 500 386 H820', ...red);
    });
  },

  key(s) {
    s.ground(C.plum);
    s.shade('M0 0h800v600h-800z', C.ink, { angle: 60, gap: 16, width: 6, alpha: 0.45 });
    s.fill('M560 120 h150 v360 h-150z', C.night);
    s.fill('M635 214 a44 44 0 1 1 0.1 0z', C.night)
      .disc(635, 250, 42, C.ochre)
      .fill('M616 274 L654 274 L676 396 L594 396z', C.ochre);
    s.fill('M596 396 L674 396 L800 600 L330 600z', C.ochre, 0.4);
    s.at(
      330,
      310,
      () => {
        s.line('M-90 0 h270', C.ink, 40).disc(-150, 0, 92, C.ink);
        s.line('M-90 0 h266', C.white, 28).disc(-150, 0, 84, C.white).disc(-150, 0, 46, C.plum);
        s.fill('M96 10 h26 v62 h-26z M136 10 h26 v40 h-26z M168 10 h22 v54 h-22z', C.white);
        s.shade('M-240 0 h460 v100 h-460z', C.sand, { angle: 0, gap: 12, width: 4, alpha: 0.001 });
        s.line('M-196 -34 a58 58 0 0 1 66 -20', C.sand, 8).line('M-70 8 h230', C.sand, 6);
      },
      { turn: -14 },
    );
    s.line('M120 380 C70 430 90 520 150 540 C220 560 260 510 240 470', C.coral, 7)
      .fill('M214 470 l50 -10 14 74 -50 10z', C.coral)
      .line('M232 492 l26 -5 M236 510 l26 -5', C.plum, 4);
  },

  mask(s) {
    s.ground(C.ochre);
    s.shade('M0 0h800v600h-800z', C.coral, { angle: 90, gap: 34, width: 12, alpha: 0.4 });
    s.fill(
      'M180 600 C190 480 260 430 330 420 L330 360 C280 330 270 240 300 190 C340 120 470 120 510 190 C545 250 530 330 480 366 L480 420 C560 436 620 480 630 600z',
      C.night,
    );
    s.fill('M300 196 C340 120 470 120 510 196 C500 150 470 100 400 100 C330 100 306 150 300 196z', C.ink);
    s.fill('M420 150 C520 140 600 170 640 176 C650 300 620 420 540 440 C460 440 420 330 420 150z', C.white);
    s.fill('M540 440 C620 420 650 300 640 176 C626 174 612 170 596 167 C604 290 590 390 540 440z', C.rose);
    s.fill(`${oval(486, 246, 30, 15)}${oval(584, 252, 27, 15)}`, C.night);
    s.line('M456 214 q30 -22 62 -6 M560 212 q26 -14 50 4', C.red, 8);
    s.fill('M478 340 C510 384 570 384 604 344 C590 408 500 412 478 340z', C.red);
    s.disc(464, 308, 20, C.coral, 0.6).disc(610, 312, 18, C.coral, 0.6);
    s.line('M540 440 L552 560', C.earth, 12);
    s.fill('M516 520 C500 500 520 478 544 486 L590 500 C616 510 610 560 590 580 L580 600 L500 600z', C.earth).line(
      'M540 500 l36 12 M534 518 l40 12 M532 538 l36 10',
      C.ink,
      4,
    );
    s.oval(356, 250, 10, 13, C.white).line('M330 330 q24 14 44 0', C.rose, 6);
  },

  puzzle(s) {
    s.ground(C.sky);
    const piece = (x, y, color, hole = false) => {
      const d = `M${x} ${y} h46 a26 26 0 1 1 48 0 h46 v46 a26 26 0 1 1 0 48 v46 h-46 a26 26 0 1 0 -48 0 h-46 v-46 a26 26 0 1 0 0 -48z`;
      if (hole) s.fill(d, C.night).shade(d, C.blue, { angle: 45, gap: 13, width: 4, alpha: 0.8 });
      else s.fill(d, color).line(d, C.white, 4);
    };
    const colors = [C.red, C.ochre, C.teal, C.coral, C.plum, C.mint, C.blue, C.sand];
    let n = 0;
    for (let row = 0; row < 5; row++)
      for (let column = 0; column < 6; column++) {
        const x = -60 + column * 140;
        const y = -20 + row * 140;
        const isGap = row === 1 && column === 3;
        piece(x, y, colors[(n * 3 + row) % colors.length], isGap);
        n++;
      }
    s.at(506, 356, () => piece(-70, -70, C.white), { turn: 18 });
    s.fill(
      'M800 420 C720 400 640 380 590 372 C560 366 540 392 566 406 L600 420 C560 420 540 426 540 444 C540 458 560 460 580 460 C562 468 564 490 590 492 C620 540 720 580 800 590z',
      C.earth,
    );
    s.line('M600 420 l40 10 M580 460 l46 2 M590 492 l30 -8', C.ink, 4);
  },

  clock(s) {
    s.ground(C.red);
    s.shade('M0 0h800v600h-800z', C.plum, { angle: 0, gap: 20, width: 7, alpha: 0.35 });
    s.fill(wheel(150, 470, 96, 12, 22), C.plum).disc(150, 470, 34, C.red);
    s.fill(wheel(664, 150, 74, 10, 20), C.plum).disc(664, 150, 26, C.red);
    s.disc(408, 300, 236, C.ink).disc(400, 292, 232, C.white).disc(400, 292, 208, C.sand);
    for (let n = 0; n < 12; n++) {
      const a = (n * Math.PI) / 6;
      const inner = n % 3 === 0 ? 164 : 182;
      s.line(
        `M${400 + inner * Math.sin(a)} ${292 - inner * Math.cos(a)} L${400 + 198 * Math.sin(a)} ${292 - 198 * Math.cos(a)}`,
        C.ink,
        n % 3 === 0 ? 13 : 6,
      );
    }
    s.line('M400 292 L400 300', C.ink, 4);
    s.line('M400 292 L508 190', C.ink, 16).disc(400, 292, 18, C.red);
    s.line('M400 292 L292 356', C.ink, 20);
    s.at(282, 418, () => s.person({ coat: C.blue, legs: C.ink, pose: 'reaches', skin: C.sand, hair: C.earth }), {
      scale: 1.25,
    });
    s.at(524, 262, () => s.person({ coat: C.teal, legs: C.ink, pose: 'reaches' }), { scale: 0.95, flip: true });
  },

  mirror(s) {
    s.ground(C.moss);
    s.shade('M0 0h800v600h-800z', C.ink, { angle: 45, gap: 24, width: 5, alpha: 0.4 }).shade(
      'M0 0h800v600h-800z',
      C.ink,
      { angle: -45, gap: 24, width: 5, alpha: 0.4 },
    );
    s.fill('M0 500 h800 v100 h-800z', C.earth);
    s.fill('M410 70 h250 v440 h-250z', C.ochre).fill('M430 90 h210 v400 h-210z', C.sky);
    s.inside('M430 90 h210 v400 h-210z', () => {
      s.disc(590, 160, 44, C.white)
        .fill('M420 360 L500 250 L560 330 L600 280 L660 370 V500 H420z', C.blue)
        .fill('M420 400 C500 370 580 410 660 384 V500 H420z', C.green);
      s.at(
        520,
        478,
        () => {
          s.fill('M-40 -100 C-90 -80 -100 -40 -88 -6 C-70 -30 -50 -50 -30 -60z', C.white).fill(
            'M40 -100 C90 -80 100 -40 88 -6 C70 -30 50 -50 30 -60z',
            C.white,
          );
        },
        { scale: 1.6 },
      );
      s.at(520, 478, () => s.person({ coat: C.red, legs: C.night, skin: C.sand, hair: C.earth, pose: 'reaches' }), {
        scale: 2.5,
        flip: true,
      });
      s.fill('M430 90 L520 90 L430 300z', C.white, 0.35);
    });
    s.line('M410 70 h250 v440 h-250z', C.earth, 5);
    s.at(250, 556, () => s.person({ coat: C.stone, legs: C.ink, skin: C.sand, hair: C.earth }), { scale: 2.6 });
    s.fill('M200 560 h120 l40 20 h-190z', C.ink, 0.4);
  },

  scales(s) {
    s.ground(C.night);
    s.disc(400, 262, 210, C.blue, 0.5).disc(400, 262, 150, C.blue, 0.6);
    s.shade('M0 0h800v600h-800z', C.ink, { angle: 0, gap: 24, width: 6, alpha: 0.4 });
    s.line('M400 120 V520', C.ochre, 16)
      .fill('M300 540 C320 506 480 506 500 540z', C.ochre)
      .disc(400, 116, 20, C.ochre);
    s.line('M176 196 L624 148', C.ochre, 13);
    s.line('M176 196 L110 380 M176 196 L242 380', C.sand, 4).line('M624 148 L558 330 M624 148 L690 330', C.sand, 4);
    s.fill('M90 380 h172 C250 430 102 430 90 380z', C.ochre).fill('M538 330 h172 C698 380 550 380 538 330z', C.ochre);
    s.fill('M116 380 C108 330 140 300 180 304 C226 300 250 340 238 380z', C.stone).shade(
      'M116 380 C108 330 140 300 180 304 C226 300 250 340 238 380z',
      C.ink,
      { angle: 50, gap: 10, width: 4, alpha: 0.6 },
    );
    s.at(624, 322, () => {
      s.fill('M-60 4 C-50 -50 10 -92 84 -100 C80 -40 30 0 -60 4z', C.white).line(
        'M-80 10 C-30 -10 30 -50 78 -94',
        C.rose,
        5,
      );
      s.line('M-20 -6 l-8 -34 M10 -26 l-4 -34 M-4 -16 l30 4 M26 -38 l28 2', C.rose, 4);
    });
    s.line('M60 90 v0 M150 60 v0 M690 80 v0 M740 200 v0 M50 250 v0 M300 50 v0 M520 70 v0', C.white, 7);
  },

  nest(s) {
    s.ground(C.mint);
    s.line('M-20 520 C160 460 300 470 420 410 C560 340 640 300 820 300', C.earth, 34)
      .line('M300 462 C330 380 300 300 350 190', C.earth, 20)
      .line('M520 360 C560 260 540 190 600 90', C.earth, 18)
      .line('M640 316 C690 340 740 390 800 400', C.earth, 14);
    s.line('M-20 532 C160 472 300 482 420 422 C560 352 640 312 820 312', C.ink, 9, { alpha: 0.5 });
    const leaf = (x, y, turn, color) =>
      s.at(x, y, () => s.fill('M0 0 C10 -34 50 -44 80 -30 C64 2 30 14 0 0z', color).line('M4 -2 L64 -26', C.moss, 3), {
        turn,
      });
    [
      [350, 190, -60, C.green],
      [340, 250, 160, C.green],
      [322, 330, 200, C.moss],
      [600, 96, -20, C.green],
      [566, 190, 10, C.moss],
      [560, 240, 170, C.green],
      [740, 372, 20, C.green],
      [160, 478, -70, C.moss],
      [90, 500, -110, C.green],
      [600, 100, -120, C.moss],
      [352, 196, -10, C.moss],
    ].forEach((l) => void leaf(...l));
    s.fill('M262 372 C270 480 520 470 530 352z', C.ochre);
    s.oval(396, 362, 134, 30, C.earth);
    s.oval(352, 350, 30, 40, C.sky).oval(444, 346, 30, 40, C.sky).oval(398, 342, 32, 44, C.white);
    s.strew(`${oval(352, 350, 30, 40)}${oval(444, 346, 30, 40)}`, 260, (x, y) => s.disc(x, y, 2.4, C.blue));
    for (let n = 0; n < 70; n++) {
      const a = s.between(0.08, 0.94) * Math.PI;
      const x = 396 + 128 * Math.cos(a);
      const y = 376 + 70 * Math.sin(a) * s.between(0.2, 1);
      s.line(
        `M${x - s.between(24, 60)} ${y + s.between(-14, 10)} Q${x} ${y + s.between(0, 14)} ${x + s.between(24, 60)} ${y + s.between(-16, 8)}`,
        [C.earth, C.sand, C.ochre, C.ink][n % 4],
        4,
      );
    }
    s.at(230, 150, () =>
      s
        .fill('M-50 10 C-40 -30 10 -44 40 -20 L72 -26 L50 0 C40 40 -20 44 -44 24 L-92 44z', C.red)
        .disc(36, -10, 4, C.ink)
        .fill('M-10 0 C-40 -50 -80 -60 -110 -56 C-90 -20 -50 10 -10 16z', C.plum),
    );
  },

  cage(s) {
    s.ground(C.rose);
    s.disc(170, 170, 96, C.white, 0.7);
    s.line('M470 0 V90', C.ink, 6).disc(470, 92, 12, C.ochre);
    s.fill('M310 330 C300 190 370 104 470 104 C570 104 640 190 630 330 V470 H310z', C.white, 0.4);
    s.oval(470, 474, 166, 26, C.earth);
    for (let n = 0; n < 9; n++) {
      const x = 310 + n * 40;
      if (n === 1 || n === 2) continue;
      s.line(`M470 104 C${470 + (x - 470) * 1.1} 120 ${x} 220 ${x} 330 V474`, C.ochre, 8);
    }
    s.line('M304 330 H636', C.ochre, 8).oval(470, 478, 166, 22, C.ochre).oval(470, 472, 150, 16, C.earth);
    s.fill('M330 330 L236 366 L236 500 L330 466z', C.ochre, 0.001).line(
      'M390 330 L300 366 L300 510 L390 470z M360 342 V482 M330 354 V496',
      C.ochre,
      8,
    );
    s.line('M420 380 H560 M440 380 V320 M540 380 V320', C.earth, 6);
    const bird = (x, y, k, color, wing) =>
      s.at(
        x,
        y,
        () =>
          s
            .fill('M-60 8 C-30 -24 20 -26 44 -8 L66 -10 L48 6 C30 34 -20 32 -44 16 L-84 30z', color)
            .disc(40, -4, 4, C.ink)
            .fill('M-14 -4 C-20 -56 10 -90 40 -104 C44 -60 34 -20 6 8z', wing)
            .fill('M-20 0 C-50 -40 -60 -70 -58 -100 C-30 -80 -10 -50 4 -4z', wing),
        { scale: k, flip: true },
      );
    bird(180, 210, 1.15, C.red, C.plum);
    bird(90, 96, 0.55, C.teal, C.night);
    s.fill('M120 470 q20 -14 34 4 q-16 14 -34 -4z', C.plum).line('M124 470 L150 472', C.white, 2);
  },

  kite(s) {
    s.ground(C.sky);
    s.shade('M0 0h800v420h-800z', C.white, { angle: -12, gap: 34, width: 10, alpha: 0.5 });
    s.fill('M0 450 C160 400 320 470 480 430 C620 396 720 430 800 410 V600 H0z', C.ochre).shade(
      'M0 450 C160 400 320 470 480 430 C620 396 720 430 800 410 V600 H0z',
      C.earth,
      { angle: 6, gap: 12, width: 4, alpha: 0.35 },
    );
    s.fill('M0 520 C240 480 500 560 800 500 V600 H0z', C.green);
    s.at(
      560,
      160,
      () => {
        s.fill('M0 -120 L84 0 L0 150 L-84 0z', C.red)
          .fill('M0 -120 L84 0 L0 0z', C.coral)
          .fill('M0 150 L84 0 L0 0z', C.plum)
          .fill('M0 -120 L-84 0 L0 0z', C.ochre);
        s.line('M0 -120 V150 M-84 0 H84', C.ink, 4);
        s.line('M0 150 C40 190 -30 220 10 262 C40 296 -20 310 10 350', C.ink, 4);
        for (const [x, y] of [
          [14, 190],
          [-2, 240],
          [22, 286],
          [4, 330],
        ])
          s.fill(`M${x} ${y} l-18 -9 v20z M${x} ${y} l18 -9 v20z`, C.white);
      },
      { turn: 26 },
    );
    s.line('M238 466 C320 420 440 300 556 164', C.ink, 3);
    s.at(206, 556, () => s.person({ coat: C.blue, legs: C.night, pose: 'reaches', skin: C.earth }), { scale: 1.0 });
    s.at(120, 566, () => s.person({ coat: C.plum, legs: C.ink, skin: C.sand, hair: C.white }), { scale: 1.5 });
  },

  umbrella(s) {
    s.ground(C.blue);
    for (let n = 0; n < 90; n++) {
      const x = s.between(-20, 820);
      const y = s.between(-20, 600);
      s.line(`M${x} ${y} l-9 ${s.between(24, 44)}`, C.mist, 3, { alpha: 0.6 });
    }
    const brolly = (x, y, k, color, dark) =>
      s.at(
        x,
        y,
        () => {
          s.line('M0 -60 V60', C.ink, 5);
          s.fill(
            'M-100 0 C-94 -80 94 -80 100 0 C84 -16 62 -16 50 0 C36 -16 14 -16 0 0 C-14 -16 -36 -16 -50 0 C-62 -16 -84 -16 -100 0z',
            color,
          );
          s.fill('M0 -60 C40 -58 94 -44 100 0 C84 -16 62 -16 50 0 C44 -30 28 -50 0 -60z', dark);
        },
        { scale: k },
      );
    const row = [
      [60, 260, 0.9],
      [240, 230, 0.95],
      [430, 250, 0.9],
      [610, 226, 1],
      [770, 262, 0.9],
    ];
    for (const [x, y, k] of row) {
      s.at(x, y + 200, () => s.person({ coat: C.night, legs: C.ink, pose: 'walks' }), { scale: 1.6 * k, flip: true });
      brolly(x, y + 34, k, C.ink, C.night);
    }
    s.fill('M0 520 h800 v80 h-800z', C.night).shade('M0 520 h800 v80 h-800z', C.sky, {
      angle: 0,
      gap: 18,
      width: 4,
      alpha: 0.35,
    });
    for (const [x, y, k] of [
      [150, 380, 1.25],
      [650, 384, 1.25],
    ]) {
      s.at(x, y + 190, () => s.person({ coat: C.ink, legs: C.ink, pose: 'walks' }), {
        scale: 1.9 * k * 0.8,
        flip: true,
      });
      brolly(x, y + 20, k, C.night, C.ink);
    }
    s.at(404, 572, () => s.person({ coat: C.ochre, legs: C.ink, pose: 'walks', skin: C.sand, hair: C.earth }), {
      scale: 2,
    });
    brolly(404, 372, 1.5, C.ochre, C.coral);
  },
};
