/**
 * The tour of a wall: a card beside each thing it is about, which it rings. Blocks nothing: one may work on, and while one writes or has
 * something selected it steps aside. Taken by keyboard as by pointer; Escape leaves it.
 */
import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useT } from '../../../i18n/Messages.tsx';
import { useEditorState } from '../../../session/BoardContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import styles from './Tour.module.css';
import { cardPlace, type Rect, tourSteps } from './tourSteps.ts';
import type { TourControl } from './useTour.ts';

export function Tour({ tour, phone }: { tour: TourControl; phone: boolean }) {
  const t = useT();
  const id = useId();
  const steps = tourSteps(tour.role, phone);
  const [at, setAt] = useState(0);
  const card = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const isAside = useEditorState(({ selection, editing }) => selection.size > 0 || editing !== null);
  const step = steps[Math.min(at, steps.length - 1)];
  const ring = useTarget(step?.mark ?? null, card);
  const isLast = at >= steps.length - 1;

  // Asked for, it is what the person wants to read now; come by itself, it takes nobody's focus.
  useEffect(() => {
    if (tour.isAsked) heading.current?.focus({ preventScroll: true });
  }, [tour.isAsked]);

  if (!step || (isAside && !tour.isAsked)) return null;
  const go = (to: number): void => {
    setAt(to);
    heading.current?.focus({ preventScroll: true });
  };
  const next = (): void => (isLast ? tour.end(true) : go(at + 1));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') tour.end(false);
    else if (event.key === 'ArrowRight') next();
    else if (event.key === 'ArrowLeft' && at > 0) go(at - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      {ring && (
        <div
          className={styles.ring}
          aria-hidden="true"
          style={{ left: ring.x - 4, top: ring.y - 4, width: ring.w + 8, height: ring.h + 8 }}
        />
      )}
      <section ref={card} className={styles.card} aria-label={t('tour.label')} onKeyDown={onKeyDown}>
        <div aria-live="polite" className={styles.words}>
          <h2 ref={heading} id={id} tabIndex={-1} className={styles.title}>
            {t(step.title)}
          </h2>
          <p className={styles.text}>{t(step.text)}</p>
        </div>
        <div className={styles.foot}>
          <span className={styles.progress}>{t('tour.progress', { step: at + 1, steps: steps.length })}</span>
          {at > 0 && (
            <Button variant="quiet" onClick={() => go(at - 1)}>
              {t('tour.back')}
            </Button>
          )}
          <Button variant="primary" onClick={next}>
            {t(isLast ? 'tour.done' : 'tour.next')}
          </Button>
        </div>
        <div className={styles.close}>
          <IconButton
            label={t('tour.skip')}
            icon={<X size={18} strokeWidth={1.75} aria-hidden="true" />}
            placement="top"
            onPress={() => tour.end(false)}
          />
        </div>
      </section>
    </>
  );
}

/** Where the thing of a step is now; moves the card beside it, and follows when the window or the page changes. */
function useTarget(mark: string | null, card: { readonly current: HTMLElement | null }): Rect | null {
  const [ring, setRing] = useState<Rect | null>(null);
  // Measured after every draw: a bar may have come, gone or grown with what was drawn.
  useLayoutEffect(() => {
    const place = (): void => {
      const target = mark === null ? null : document.querySelector(`[data-mark="${mark}"]`);
      const { x, y, width: w, height: h } = target?.getBoundingClientRect() ?? new DOMRect();
      const rect = w > 0 && h > 0 ? { x, y, w, h } : null;
      setRing((before) => (JSON.stringify(before) === JSON.stringify(rect) ? before : rect));
      const box = card.current;
      if (!box) return;
      const size = { w: box.offsetWidth, h: box.offsetHeight };
      // An open panel is read at the same time: the card stands beside it, unless it is as wide as a phone.
      const panel = document.querySelector('[data-mark="panel"]')?.getBoundingClientRect();
      const isBeside = panel !== undefined && panel.x > window.innerWidth / 2;
      const at = cardPlace(rect, size, { w: isBeside ? panel.x : window.innerWidth, h: window.innerHeight });
      box.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)`;
    };
    place();
    window.addEventListener('resize', place);
    return () => window.removeEventListener('resize', place);
  });
  return ring;
}
