/**
 * The one Konva stage and its three layers, each with a single shape that its painter draws. Made by hand: React would only mount these
 * six nodes once and never touch them again (`docs/decisions/0010-stage-by-hand.md`). Only what it uses of Konva is in the page.
 */
import type { Context } from 'konva/lib/Context.js';
import { Layer } from 'konva/lib/Layer.js';
import { Shape } from 'konva/lib/Shape.js';
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

/**
 * Puts the stage into an element; `draw` is called whenever Konva draws a layer. The caller destroys the stage, and gives the two upper layers
 * the stage's size when there is something to show on them.
 */
export function createStage(
  container: HTMLDivElement,
  draw: (layer: LayerName, context: CanvasRenderingContext2D) => void,
): CanvasLayers {
  const stage = new SilentStage({ container, width: 1, height: 1, listening: false });
  const layer = (name: LayerName): Layer => {
    const made = new Layer({ listening: false, clearBeforeDraw: name === 'people' });
    const sceneFunc = (context: Context): void => draw(name, context._context as CanvasRenderingContext2D);
    made.add(new Shape({ listening: false, perfectDrawEnabled: false, sceneFunc }));
    // Konva gives every layer the stage's size at once: what has nothing on it waits for its pixels.
    if (name !== 'board') made._setSize = () => made;
    stage.add(made);
    return made;
  };
  // The board's layer keeps what it painted, and the top one wipes off what it has touched.
  return { stage, board: layer('board'), top: layer('top'), people: layer('people') };
}
