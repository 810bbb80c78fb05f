/**
 * The picture of a template, painted when it is about to be seen. Decoration for the eye: the words beside it say the same.
 */
import { useEffect, useRef } from 'react';
import type { Template } from '../../../shared/templates/Template.ts';
import type { ThemeName } from '../../../shared/theme/tokens.ts';
import { useLocale } from '../../i18n/Messages.tsx';
import styles from './TemplatePicture.module.css';

/** Pixels of the picture; twice what a card is wide. */
const SIZE = { width: 768, height: 432 } as const;
/** Begun so far before it comes into view. */
const AHEAD = '400px';

export function TemplatePicture({ template, className }: { template: Template; className?: string | undefined }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const locale = useLocale();
  useEffect(() => {
    const target = canvas.current;
    if (!target || typeof IntersectionObserver === 'undefined') return;
    let isOver = false;
    const paint = (): void => {
      // Without it the card has no picture, and says all the same what it is.
      void import('./paintTemplate.ts').then(
        ({ paintTemplate }) => {
          if (!isOver) paintTemplate(target, template, { locale, theme: themeNow() });
        },
        () => undefined,
      );
    };
    let isSeen = false;
    const seen = new IntersectionObserver(
      (entries) => {
        if (isSeen || !entries.some((entry) => entry.isIntersecting)) return;
        isSeen = true;
        paint();
      },
      { rootMargin: AHEAD },
    );
    seen.observe(target);
    const themes = new MutationObserver(() => isSeen && paint());
    themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      isOver = true;
      seen.disconnect();
      themes.disconnect();
    };
  }, [template, locale]);
  return (
    <span className={className} aria-hidden="true">
      <canvas ref={canvas} {...SIZE} className={styles.canvas} />
    </span>
  );
}

/** The theme the page is shown in. */
const themeNow = (): ThemeName => {
  const name = document.documentElement.dataset.theme;
  return name === 'dark' || name === 'contrast' ? name : 'light';
};
