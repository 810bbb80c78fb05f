/**
 * The board on the screen: one Konva stage with three layers, the field one types in, and the line that is read aloud. React only holds
 * these together; a change of the board never renders a component.
 */

import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useIntl } from 'react-intl';
import type { Editor } from '../editor/Editor.ts';
import type { Notice } from '../editor/Notice.ts';
import { viewOf } from '../elements/registry.ts';
import type { MessageId } from '../i18n/Messages.tsx';
import styles from './BoardCanvas.module.css';
import { CanvasController } from './CanvasController.ts';
import { createStage } from './createStage.ts';
import { KeyboardController } from './KeyboardController.ts';
import { PointerController } from './PointerController.ts';
import { TextOverlay } from './TextOverlay.ts';

export interface BoardCanvasProps {
  readonly editor: Editor;
  /** Called with the canvas once it stands, for benches; most callers leave it out. */
  readonly onReady?: (canvas: CanvasController) => void;
}

type Say = (id: MessageId, values?: Record<string, string | number>) => string;

export function BoardCanvas({ editor, onReady }: BoardCanvasProps) {
  const intl = useIntl();
  const say: Say = (id, values) => intl.formatMessage({ id }, values);
  const sayNow = useRef(say);
  sayNow.current = say;
  const ready = useRef(onReady);
  ready.current = onReady;

  const surface = useRef<HTMLDivElement>(null);
  const textarea = useRef<HTMLTextAreaElement>(null);
  const container = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = surface.current;
    if (!element || !textarea.current || !container.current) return;
    const layers = createStage(container.current);
    const canvas = new CanvasController(editor, layers);
    const pointer = new PointerController(editor, element);
    const keyboard = new KeyboardController(editor, element, pointer);
    const overlay = new TextOverlay(editor, textarea.current, {
      nameOf: (id) => {
        const found = editor.board.get(id);
        return sayNow.current('editor.field.name', {
          kind: sayNow.current(found ? viewOf(found).label : 'editor.kind.unknown'),
        });
      },
      returnFocus: () => element.focus({ preventScroll: true }),
    });
    const measure = (): void => {
      const { clientWidth, clientHeight } = element;
      if (clientWidth === 0 || clientHeight === 0) return;
      canvas.resize(clientWidth, clientHeight, window.devicePixelRatio || 1);
      pointer.measure();
    };
    const stopMeasuring = watchSize(element, measure);
    const stopCursor = editor.store.subscribe((state, old) => {
      if (state.tool !== old.tool || state.readOnly !== old.readOnly) pointer.showCursor();
    });
    ready.current?.(canvas);
    return () => {
      stopCursor();
      stopMeasuring();
      overlay.dispose();
      keyboard.dispose();
      pointer.dispose();
      canvas.dispose();
      layers.stage.destroy();
    };
  }, [editor]);

  return (
    <div className={styles.region}>
      <div
        ref={surface}
        data-surface=""
        className={styles.surface}
        role="application"
        aria-label={say('editor.canvas.name')}
        aria-describedby="canvas-help"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application region is operated by keys and pointer
        tabIndex={0}
      >
        <div ref={container} />
      </div>
      <EmptyBoard editor={editor} say={say} />
      <textarea
        ref={textarea}
        className={styles.field}
        style={{ visibility: 'hidden' }}
        tabIndex={-1}
        spellCheck
        autoCapitalize="sentences"
      />
      <p id="canvas-help" hidden>
        {say('editor.canvas.help')}
      </p>
      <Announcements editor={editor} say={say} />
    </div>
  );
}

/** Calls back now, at every change of size, and when the window moves to a screen of another pixel ratio. */
function watchSize(element: HTMLElement, onChange: () => void): () => void {
  const observer = new ResizeObserver(onChange);
  observer.observe(element);
  let ratio: MediaQueryList | null = null;
  const watchRatio = (): void => {
    ratio?.removeEventListener('change', watchRatio);
    ratio = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    ratio.addEventListener('change', watchRatio);
    onChange();
  };
  watchRatio();
  return () => {
    observer.disconnect();
    ratio?.removeEventListener('change', watchRatio);
  };
}

/** The line screen readers hear: what was just selected, moved, undone. The same words twice are said twice. */
function Announcements({ editor, say }: { editor: Editor; say: Say }) {
  const [said, setSaid] = useState<{ readonly notice: Notice; readonly count: number } | null>(null);
  useEffect(
    () =>
      editor.notices.subscribe((notice) => {
        if (notice.kind === 'announce') setSaid((last) => ({ notice, count: (last?.count ?? 0) + 1 }));
      }),
    [editor],
  );
  const text = said ? sayNotice(said.notice, say) : '';
  return (
    <p className={styles.said} aria-live="polite">
      {text && said && said.count % 2 === 0 ? `${text}\u00a0` : text}
    </p>
  );
}

/** A notice in words, its terms translated. Pages use it for what they show as toasts. */
export function sayNotice({ id, values, terms }: Notice, say: Say): string {
  const words = Object.entries(terms ?? {}).map(([key, term]) => [key, say(term)] as const);
  return say(id, { ...values, ...Object.fromEntries(words) });
}

/** What an empty wall says: how to begin. */
function EmptyBoard({ editor, say }: { editor: Editor; say: Say }) {
  const isEmpty = useSyncExternalStore(
    (listener) => editor.index.onChange(listener),
    () => editor.index.size === 0,
  );
  const mayAdd = useSyncExternalStore(editor.store.subscribe, () => {
    const state = editor.store.getState();
    return !state.readOnly && state.mayAdd;
  });
  if (!isEmpty) return null;
  const isTouch = matchMedia('(pointer: coarse)').matches;
  const help: MessageId = !mayAdd
    ? 'editor.canvas.emptyViewer'
    : isTouch
      ? 'editor.canvas.emptyHelpTouch'
      : 'editor.canvas.emptyHelp';
  return (
    <p className={styles.empty}>
      <strong>{say('editor.canvas.empty')}</strong>
      {say(help)}
    </p>
  );
}
