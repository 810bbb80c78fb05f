/**
 * Files, texts and links that are dragged onto the wall from outside. A file that is let go anywhere on the page never replaces it: a
 * workshop is not to be lost by a slip of the hand.
 */
import type { PagePoint } from '../../shared/geometry/vec.ts';
import { toPage } from '../editor/Camera.ts';
import type { Editor } from '../editor/Editor.ts';

/** What the wall takes; what is dragged within the page (a row of a list) is not ours. */
const hasSomething = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer !== null && ['Files', 'text/plain', 'text/html'].some((type) => dataTransfer.types.includes(type));

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** Listens until the signal is aborted. */
export function listenToDrops(editor: Editor, surface: HTMLElement, signal: AbortSignal): void {
  const pageOf = ({ clientX, clientY }: DragEvent): PagePoint => {
    const { left, top } = surface.getBoundingClientRect();
    return toPage(editor.store.getState().camera, { x: clientX - left, y: clientY - top });
  };
  const isOver = ({ target }: DragEvent): boolean => target instanceof Node && surface.contains(target);
  const show = (isTaken: boolean): void => void surface.toggleAttribute('data-drop', isTaken);

  document.addEventListener(
    'dragover',
    (event) => {
      if (event.defaultPrevented || !hasSomething(event)) return;
      const isTaken = isOver(event) && surface.closest('[inert]') === null;
      show(isTaken && !editor.store.getState().readOnly);
      if (!isTaken && !hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = isTaken ? 'copy' : 'none';
    },
    { signal },
  );
  document.addEventListener('dragleave', (event) => event.relatedTarget === null && show(false), { signal });
  document.addEventListener(
    'drop',
    (event) => {
      show(false);
      if (event.defaultPrevented || !event.dataTransfer || !hasSomething(event)) return;
      if (hasFiles(event)) event.preventDefault();
      if (!isOver(event) || surface.closest('[inert]') !== null) return;
      event.preventDefault();
      const at = pageOf(event);
      const files = [...event.dataTransfer.files];
      editor.clipboard.setPointer(at);
      if (files.length > 0) editor.clipboard.insertFiles(files, at);
      else {
        const text = event.dataTransfer.getData('text/plain');
        const html = event.dataTransfer.getData('text/html');
        editor.clipboard.paste({ text, html });
      }
      surface.focus({ preventScroll: true });
    },
    { signal },
  );
}
