/** Ways and thresholds: bridge, door, crossroads, path, stairs, ladder, train, map, tightrope. */
import { C } from './ink.mjs';

export const ways = {
  bridge(s) {
    s.ground(C.coral);
    s.disc(400, 250, 120, C.ochre).disc(400, 250, 92, C.sand, 0.55);
    s.fill('M0 330 C80 300 150 322 230 300 L250 600 0 600z', C.plum).fill(
      'M800 320 C720 296 660 318 570 296 L548 600 800 600z',
      C.plum,
    );
    s.fill('M0 372 L262 360 L300 600 0 600z', C.ink).fill('M800 366 L548 356 L500 600 800 600z', C.ink);
    s.shade('M0 372 L262 360 L300 600 0 600z', C.plum, { angle: 78, gap: 12, width: 4, alpha: 0.8 });
    s.shade('M800 366 L548 356 L500 600 800 600z', C.plum, { angle: 102, gap: 12, width: 4, alpha: 0.8 });
    s.fill('M300 600 C330 560 470 560 500 600z', C.sky);
    s.fill('M0 350 L336 338 L330 364 L262 372 C200 380 150 420 120 470 L60 470 C60 420 30 392 0 388z', C.night);
    s.fill('M800 346 L458 336 L466 362 L548 368 C610 378 650 420 676 470 L736 470 C738 420 770 390 800 384z', C.night);
    s.line('M336 338 l10 6 m-14 6 l14 4 m-18 6 l10 5', C.night, 4).line(
      'M458 336 l-10 5 m16 7 l-12 4 m16 6 l-12 5',
      C.night,
      4,
    );
    for (let x = 20; x < 330; x += 34) s.line(`M${x} ${349 - x * 0.035} v-26`, C.night, 4);
    for (let x = 480; x < 800; x += 34) s.line(`M${x} ${332 + (x - 458) * 0.03} v-24`, C.night, 4);
    s.line('M0 322 L330 312', C.night, 4).line('M800 322 L472 310', C.night, 4);
    s.at(296, 340, () => s.person({ coat: C.white, legs: C.ink, pose: 'points', skin: C.sand }), { scale: 1.15 });
    s.at(506, 338, () => s.person({ coat: C.teal, legs: C.ink, pose: 'reaches', hair: C.earth }), {
      scale: 1.1,
      flip: true,
    });
  },

  door(s) {
    s.ground(C.night);
    s.shade('M0 0h800v600h-800z', C.ink, { angle: 90, gap: 15, width: 6, alpha: 0.7 });
    s.fill('M0 470 h800 v130 h-800z', C.ink);
    s.fill('M318 96 h176 v376 h-176z', C.ochre).fill('M318 96 h176 v376 h-176z', C.white, 0.35);
    s.inside('M318 96 h176 v376 h-176z', () => {
      s.fill('M300 300 C380 260 440 290 520 270 V480 H300z', C.mint).fill(
        'M300 360 C360 330 440 350 520 330 V480 H300z',
        C.green,
      );
      s.disc(440, 190, 38, C.coral);
      s.fill('M392 472 C400 420 412 392 404 350 L416 350 C430 392 450 420 470 472z', C.sand);
    });
    s.fill('M318 472 L494 472 L640 600 L150 600z', C.ochre, 0.9).fill(
      'M352 472 L470 472 L560 600 L236 600z',
      C.sand,
      0.8,
    );
    s.fill('M494 96 L606 58 L606 524 L494 472z', C.teal).shade('M494 96 L606 58 L606 524 L494 472z', C.ink, {
      angle: 90,
      gap: 13,
      width: 3,
    });
    s.line('M514 126 L586 104 L586 268 L514 266z M514 300 L586 304 L586 484 L514 446z', C.night, 5);
    s.disc(586, 290, 8, C.ochre);
    s.line('M318 474 V96 H494', C.white, 7, { cap: 'butt' });
    s.at(276, 556, () => s.person({ coat: C.red, legs: C.night, pose: 'stands', skin: C.sand, hair: C.earth }), {
      scale: 1.7,
    });
    s.fill('M262 556 L292 556 L250 600 L200 600z', C.ink, 0.5);
  },

  crossroads(s) {
    s.ground(C.sky);
    s.fill('M0 240 C120 190 220 250 340 214 C480 176 640 250 800 200 V600 H0z', C.mint);
    s.fill('M0 290 C200 250 600 300 800 260 V600 H0z', C.ochre).shade(
      'M0 290 C200 250 600 300 800 260 V600 H0z',
      C.earth,
      { angle: 4, gap: 13, width: 3, alpha: 0.3 },
    );
    s.fill(
      'M350 600 C360 500 392 470 400 430 C330 390 190 350 0 352 L0 332 C210 326 360 370 408 404 C404 350 382 310 360 274 L374 274 C410 318 424 356 428 402 C480 352 620 316 800 312 L800 334 C640 340 500 386 448 436 C456 480 500 520 520 600z',
      C.white,
    );
    s.line('M364 274 C352 262 350 254 356 246', C.white, 8);
    s.line('M432 452 L432 190', C.earth, 14, { cap: 'butt' });
    const arm = (y, x, w, color, isLeft) =>
      s.fill(isLeft ? `M${x} ${y} h${-w} l-22 20 l22 20 h${w}z` : `M${x} ${y} h${w} l22 20 l-22 20 h${-w}z`, color);
    arm(200, 424, 120, C.red, true);
    arm(232, 440, 130, C.blue, false);
    arm(272, 424, 90, C.night, true);
    s.line('M330 214 h70 M330 226 h50', C.white, 4)
      .line('M462 246 h80 M462 258 h46', C.white, 4)
      .line('M352 288 h52', C.white, 4);
    s.at(470, 560, () => s.person({ coat: C.night, legs: C.ink, bag: C.red, skin: C.earth }), {
      scale: 1.9,
      flip: true,
    });
    s.fill('M486 560 l100 20 l-96 6z', C.earth, 0.4);
    s.line('M110 120 q16 -16 30 0 q16 -16 30 0 M190 160 q10 -10 20 0 q10 -10 20 0', C.night, 4);
  },

  path(s) {
    s.ground(C.rose);
    s.disc(560, 170, 74, C.red);
    s.fill('M0 220 L140 130 L250 220 L380 110 L520 230 L660 150 L800 240 V600 H0z', C.plum, 0.75);
    s.fill('M0 280 C140 220 260 270 400 250 C560 226 680 280 800 250 V600 H0z', C.teal);
    s.fill('M0 340 C180 300 300 360 460 320 C600 286 700 330 800 320 V600 H0z', C.green);
    s.shade('M0 340 C180 300 300 360 460 320 C600 286 700 330 800 320 V600 H0z', C.moss, {
      angle: 8,
      gap: 14,
      width: 4,
      alpha: 0.4,
    });
    s.fill('M0 440 C220 400 460 450 800 400 V600 H0z', C.moss);
    s.fill(
      'M250 600 C330 520 620 520 590 450 C560 400 300 420 330 370 C352 334 520 340 516 300 C514 278 470 270 462 252 L470 250 C486 268 536 272 540 300 C546 346 392 346 384 374 C374 406 660 396 680 456 C700 528 480 540 440 600z',
      C.sand,
    );
    for (const [x, y, k] of [
      [90, 430, 1.5],
      [150, 452, 1.1],
      [700, 420, 1.7],
      [640, 340, 0.8],
      [230, 344, 0.7],
      [760, 348, 0.8],
    ])
      s.at(x, y, () => s.tree(C.green, C.ink, C.ink), { scale: k });
    s.at(352, 560, () => s.person({ coat: C.red, legs: C.ink, pose: 'walks', bag: C.ochre }), { scale: 1.1 });
    s.at(386, 566, () => s.person({ coat: C.white, legs: C.ink, pose: 'walks', skin: C.sand }), { scale: 0.8 });
  },

  stairs(s) {
    s.ground(C.ochre);
    s.shade('M0 0h800v600h-800z', C.coral, { angle: 90, gap: 26, width: 9, alpha: 0.35 });
    let d = 'M0 600 L0 560';
    const steps = 11;
    for (let n = 0; n < steps; n++)
      d += ` L${60 + n * 52} ${560 - n * 42} L${60 + (n + 1) * 52} ${560 - n * 42} L${60 + (n + 1) * 52} ${560 - (n + 1) * 42}`;
    d += ' L800 98 L800 600z';
    s.fill(d, C.plum);
    s.shade(d, C.ink, { angle: -39, gap: 11, width: 5, alpha: 0.75 });
    for (let n = 0; n < steps; n++) s.fill(`M${60 + n * 52} ${560 - n * 42} h52 v7 h-52z`, C.rose);
    s.fill('M684 98 h116 v-98 h-116z', C.white, 0.9).fill('M708 98 v-66 a24 24 0 0 1 48 0 v66z', C.night);
    const who = [
      [150, 518, C.white, 1.15],
      [316, 392, C.teal, 1.15],
      [364, 350, C.red, 0.8],
      [576, 182, C.night, 1.1],
    ];
    for (const [x, y, coat, k] of who) s.at(x, y, () => s.person({ coat, legs: C.ink, pose: 'walks' }), { scale: k });
    s.at(68, 560, () => s.person({ coat: C.blue, legs: C.ink, pose: 'sits', skin: C.sand }), { scale: 1.1 });
  },

  ladder(s) {
    s.ground(C.blue);
    s.shade('M0 0h800v600h-800z', C.night, { angle: 0, gap: 20, width: 7, alpha: 0.3 });
    for (const [x, y, k] of [
      [170, 150, 1.3],
      [610, 110, 1.6],
      [420, 60, 1],
    ]) {
      s.at(
        x,
        y,
        () =>
          s.fill(
            'M-110 30 C-130 -6 -80 -28 -56 -14 C-44 -52 20 -56 34 -20 C60 -40 112 -16 100 14 C120 30 98 44 84 42 H-92z',
            C.white,
          ),
        { scale: k },
      );
    }
    s.fill('M0 500 C200 470 600 470 800 500 V600 H0z', C.moss).shade(
      'M0 500 C200 470 600 470 800 500 V600 H0z',
      C.ink,
      { angle: 2, gap: 10, width: 4 },
    );
    s.oval(390, 520, 118, 26, C.ink);
    s.line('M350 530 L392 70 M430 530 L446 70', C.sand, 13);
    for (let n = 0; n < 11; n++) {
      const k = n / 11;
      s.line(`M${352 + 40 * k} ${506 - 420 * k} L${429 + 16 * k} ${506 - 420 * k}`, C.sand, 9);
    }
    s.fill('M300 92 C290 60 360 36 384 58 C398 24 470 28 474 62 C520 56 540 96 506 108 H320z', C.white);
    s.oval(390, 546, 118, 10, C.moss).fill('M272 520 C290 548 490 548 508 520 L508 560 L272 560z', C.moss);
    s.at(406, 380, () => s.person({ coat: C.red, legs: C.ink, pose: 'reaches', skin: C.sand }), { scale: 1.35 });
    s.at(560, 540, () => s.person({ coat: C.ochre, legs: C.ink, pose: 'reaches' }), { scale: 1.4, flip: true });
    s.at(236, 540, () => s.person({ coat: C.teal, legs: C.ink, hair: C.sand, skin: C.rose }), { scale: 1.4 });
  },

  train(s) {
    s.ground(C.mist);
    s.fill('M0 250 C180 210 320 260 800 200 V420 H0z', C.mint);
    s.fill('M800 150 L330 268 L330 392 L800 470z', C.red).fill(
      'M330 268 C300 272 286 300 286 330 C286 368 300 388 330 392z',
      C.coral,
    );
    s.fill('M800 196 L352 292 L352 330 L800 312z', C.white);
    for (let n = 0; n < 6; n++) {
      const x = 372 + n * 74 + n * n * 3;
      const y = 290 - (x - 372) * 0.2;
      s.fill(`M${x} ${y} l${44 + n * 4} ${-9 - n} v${34 + n * 7} l${-44 - n * 4} ${-1 + n}z`, C.night);
    }
    s.shade('M800 330 L352 338 L330 392 L800 470z', C.plum, { angle: 8, gap: 9, width: 4, alpha: 0.6 });
    s.fill('M0 430 L800 500 V600 H0z', C.stone).fill('M0 430 L800 500 V516 L0 442z', C.white);
    s.shade('M0 442 L800 516 V600 H0z', C.ink, { angle: 5, gap: 16, width: 3, alpha: 0.4 });
    s.fill('M330 386 L0 366 V432 L330 410z', C.earth).line('M330 392 L0 378 M330 402 L0 404', C.ink, 6);
    for (let x = 20; x < 320; x += 34) s.line(`M${x} ${370 + x * 0.05} v${50 - x * 0.1}`, C.ink, 5, { alpha: 0.6 });
    s.at(180, 540, () => s.person({ coat: C.night, legs: C.ink, skin: C.sand, pose: 'reaches' }), { scale: 2 });
    s.fill('M106 540 v-56 h52 v56z', C.ochre).line('M120 484 v-12 h24 v12', C.earth, 6);
    s.fill('M90 546 h120 l40 18 h-160z', C.ink, 0.35);
    s.line('M60 60 V470 M60 70 h96', C.ink, 8)
      .disc(132, 110, 36, C.ink)
      .disc(132, 110, 29, C.white)
      .line('M132 110 v-20 M132 110 l14 8', C.ink, 5);
  },

  map(s) {
    s.ground(C.teal);
    s.shade('M0 0h800v600h-800z', C.night, { angle: 20, gap: 22, width: 8, alpha: 0.25 });
    const folds = [
      [90, 120, C.paper],
      [246, 150, C.white],
      [402, 120, C.paper],
      [558, 150, C.white],
    ];
    folds.forEach(([x, y, color], n) => {
      const y2 = n % 2 ? 120 : 150;
      const d = `M${x} ${y} L${x + 156} ${y2} V${y2 + 340} L${x} ${y + 340}z`;
      s.fill(d, color);
      s.inside(d, () => {
        s.fill(
          'M60 420 C180 340 240 420 330 360 C420 300 470 380 560 340 C640 306 700 360 760 330 V560 H60z',
          C.mint,
          0.95,
        );
        s.fill(
          'M300 100 C330 170 280 220 340 260 C400 300 380 350 430 390 C480 430 470 470 500 520 L460 520 C440 480 440 440 396 404 C350 366 364 316 312 280 C250 236 292 170 262 100z',
          C.sky,
        );
        s.fill('M540 170 C600 150 680 180 690 230 C640 260 560 240 540 170z', C.sand);
      });
      if (n % 2) s.shade(d, C.stone, { angle: 90, gap: 12, width: 3, alpha: 0.2 });
    });
    s.line('M140 410 C190 350 230 372 276 336 C330 292 402 350 470 300 C540 250 560 300 630 214', C.red, 7, {
      dash: [4, 17],
    });
    s.line('M122 390 l36 36 m0 -36 l-36 36', C.red, 10);
    s.fill('M630 208 C606 176 606 140 632 138 C660 138 658 178 630 208z', C.red).disc(632, 160, 9, C.white);
    s.at(250, 440, () => s.tree(), { scale: 0.5 })
      .at(280, 450, () => s.tree(), { scale: 0.42 })
      .at(520, 430, () => s.tree(), { scale: 0.5 });
    s.fill('M420 214 l22 -20 22 20 v26 h-44z', C.plum).fill('M470 222 l16 -14 16 14 v18 h-32z', C.earth);
    s.fill(
      'M660 600 C640 540 620 500 640 470 C660 452 676 480 684 500 C690 470 716 470 720 496 C736 480 756 492 754 514 C770 508 780 524 776 544 L790 600z',
      C.rose,
    ).line('M684 500 L690 540 M720 496 L722 540 M754 514 L750 548', C.earth, 4);
  },

  tightrope(s) {
    s.ground(C.white);
    s.shade('M0 0h800v600h-800z', C.sand, { angle: 90, gap: 30, width: 10, alpha: 0.5 });
    s.fill('M0 300 h130 v300 h-130z', C.red).fill('M670 250 h130 v350 h-130z', C.red);
    s.shade('M0 300 h130 v300 h-130z M670 250 h130 v350 h-130z', C.ink, { angle: 0, gap: 22, width: 3, alpha: 0.5 });
    for (let y = 340; y < 600; y += 60)
      s.rect(34, y, 24, 34, C.night).rect(82, y, 24, 34, y === 400 ? C.ochre : C.night);
    for (let y = 290; y < 600; y += 60)
      s.rect(704, y, 24, 34, y === 410 ? C.ochre : C.night).rect(752, y, 24, 34, C.night);
    s.line('M130 300 Q410 352 670 250', C.ink, 4);
    s.at(392, 318, () => s.person({ coat: C.night, legs: C.night, pose: 'walks', skin: C.earth }), { scale: 1.5 });
    s.line('M236 214 Q392 246 552 196', C.earth, 8);
    s.fill('M0 566 C120 550 200 580 320 566 C460 550 600 580 800 560 V600 H0z', C.stone);
    for (let n = 0; n < 11; n++)
      s.disc(200 + n * 42 + (n % 3) * 6, 560 + (n % 2) * 8, 12, [C.rose, C.earth, C.sand][n % 3]).fill(
        `M${186 + n * 42 + (n % 3) * 6} 600 q14 -42 28 0z`,
        [C.teal, C.coral, C.blue, C.plum][n % 4],
      );
    s.line('M570 90 q16 -16 30 0 q16 -16 30 0 M520 130 q10 -10 20 0 q10 -10 20 0', C.ink, 4);
  },
};
