/** What the clipboard and a dragged file bring to a page, by the events a browser fires, with a `DataTransfer` of its own. */
import type { Person } from './Person.ts';

type At = { readonly x: number; readonly y: number };

export interface Brought {
  readonly text?: string;
  readonly html?: string;
  readonly file?: { readonly name: string; readonly type: string; readonly bytes: readonly number[] };
}

/** Runs in the page. */
const bring = ({ text, html, file, kind, at }: Brought & { kind: 'paste' | 'drop'; at: At }): void => {
  const data = new DataTransfer();
  if (text !== undefined) data.setData('text/plain', text);
  if (html !== undefined) data.setData('text/html', html);
  if (file) data.items.add(new File([new Uint8Array(file.bytes)], file.name, { type: file.type }));
  const common = { bubbles: true, cancelable: true } as const;
  if (kind === 'paste') {
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { ...common, clipboardData: data }));
    return;
  }
  const target = document.elementFromPoint(at.x, at.y) ?? document.body;
  for (const name of ['dragenter', 'dragover', 'drop'])
    target.dispatchEvent(new DragEvent(name, { ...common, dataTransfer: data, clientX: at.x, clientY: at.y }));
};

/** Pastes where the pointer is, as Ctrl V does. */
export async function paste(person: Person, at: At, brought: Brought): Promise<void> {
  const point = await person.toWindow(at);
  await person.page.mouse.move(point.x, point.y);
  await person.canvas.focus();
  await person.page.evaluate(bring, { ...brought, kind: 'paste' as const, at: point });
}

/** Lets a file go over a page point. */
export async function drop(person: Person, at: At, brought: Brought): Promise<void> {
  await person.page.evaluate(bring, { ...brought, kind: 'drop' as const, at: await person.toWindow(at) });
}

/** What a copy gives. */
export async function copied(person: Person): Promise<{ readonly text: string; readonly html: string }> {
  await person.canvas.focus();
  return person.page.evaluate(() => {
    const data = new DataTransfer();
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
    );
    return { text: data.getData('text/plain'), html: data.getData('text/html') };
  });
}
