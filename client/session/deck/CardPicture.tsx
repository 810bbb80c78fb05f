/** One card as the wall paints it, in a picture of its own: for those who choose, and for those who describe. Painted by its own kind. */
import { useEffect, useRef } from 'react';
import type { Element, Scene } from '../../../shared/elements/ElementKind.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import { useBoard, useEditorState } from '../BoardContext.tsx';

interface CardPictureProps {
  card: Element;
  /** CSS pixels it may take. */
  width: number;
  height: number;
}

/** Whoever uses it says in words what it is: to a screen reader it is nothing. */
export function CardPicture({ card, width, height }: CardPictureProps) {
  const { editor } = useBoard();
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useEditorState((state) => state.theme);
  const locale = useEditorState((state) => state.locale);
  const [w, h] = card.size;
  const scale = Math.min(width / w, height / h);
  useEffect(() => {
    const element = canvas.current;
    const ctx = element?.getContext('2d');
    if (!element || !ctx) return;
    const ratio = Math.min(2, window.devicePixelRatio);
    element.width = Math.max(1, Math.round(w * scale * ratio));
    element.height = Math.max(1, Math.round(h * scale * ratio));
    const hashes = new Set<string>();
    const scene: Scene = {
      theme,
      locale,
      element: (id) => editor.board.get(id),
      frame: (id) => editor.board.frame(id),
      children: () => [],
      person: () => undefined,
      picture: (hash, units = w) => {
        hashes.add(hash);
        return editor.pictures.get(hash, units * scale * ratio);
      },
    };
    const paint = (): void => {
      ctx.setTransform(ratio * scale, 0, 0, ratio * scale, 0, 0);
      ctx.clearRect(0, 0, w, h);
      kindOf(card).paint(ctx, card, scene);
    };
    paint();
    return editor.pictures.onChange((hash) => hashes.has(hash) && paint());
  }, [editor, card, theme, locale, w, h, scale]);
  return <canvas ref={canvas} style={{ width: w * scale, height: h * scale }} />;
}
