/**
 * The one Konva stage and its three layers: canvases of one size and pixel ratio, one above the other, which our painters paint directly. Made by
 * hand: React would only mount these nodes once and never touch them again (`docs/decisions/0010-stage-by-hand.md`). Only what it uses of Konva is in
 * the page.
 */
import { Layer } from 'konva/lib/Layer.js';
import { Stage } from 'konva/lib/Stage.js';
import type { LayerName } from './FrameLoop.ts';

export interface CanvasLayers {
  readonly stage: Stage;
  readonly board: Layer;
  readonly top: Layer;
  readonly people: Layer;
}

/** We listen on the surface around it: Konva would measure the page and test hits at every event for nobody. */
class SilentStage extends Stage {
  override _bindContentEvents(): void {}
}

/** Puts the stage into an element. The caller destroys it, and gives the two upper layers its size when there is something to show on them. */
export function createStage(container: HTMLDivElement): CanvasLayers {
  const stage = new SilentStage({ container, width: 1, height: 1, listening: false });
  const layer = (name: LayerName): Layer => {
    // Nothing of Konva's is on them: when it draws them by itself, what we have painted stays.
    const made = new Layer({ listening: false, clearBeforeDraw: false });
    // Konva gives every layer the stage's size at once: what has nothing on it waits for its pixels.
    if (name !== 'board') made._setSize = () => made;
    stage.add(made);
    return made;
  };
  return { stage, board: layer('board'), top: layer('top'), people: layer('people') };
}
