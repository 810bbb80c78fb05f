/** What one does to the selection, and the new note. */
import type { Element } from '../../../shared/elements/ElementKind.ts';
import { NOTE_COLORS, type NoteColor } from '../../../shared/theme/tokens.ts';
import { nextPropsOf, withNextProps } from '../EditorState.ts';
import { refuseElement } from '../rights.ts';
import { takesProps } from '../takesProps.ts';
import type { Command } from './Command.ts';
import type { CommandPorts } from './registry.ts';

/** How far a duplicate lies from its original, in board units. */
const DUPLICATE_OFFSET = { x: 24, y: 24 } as const;
/** What the `n` key makes, and what a colour chosen for nothing in particular is meant for. */
const MAIN = 'note';

export function createEditCommands(ports: CommandPorts): Command[] {
  return [...clipboardCommands(ports), ...changeCommands(ports), ...selectionCommands(ports), ...colorCommands(ports)];
}

/** The browser's own copy and cut: they fire the events the canvas listens to, on plain http as well. */
const copyByEvent = (kind: 'copy' | 'cut'): boolean => document.execCommand(kind);

function clipboardCommands({ store, notify }: CommandPorts): Command[] {
  const hasSelection = (): boolean => store.getState().selection.size > 0;
  return [
    {
      id: 'edit.copy',
      label: 'editor.command.copy',
      icon: 'copy',
      shortcut: ['mod+c'],
      group: 'clipboard',
      writes: false,
      enabled: hasSelection,
      run: () => {
        if (!copyByEvent('copy')) notify({ kind: 'notice', id: 'editor.notice.copyByKeyboard' });
      },
    },
    {
      id: 'edit.cut',
      label: 'editor.command.cut',
      icon: 'scissors',
      shortcut: ['mod+x'],
      group: 'clipboard',
      writes: true,
      enabled: hasSelection,
      run: () => {
        if (!copyByEvent('cut')) notify({ kind: 'notice', id: 'editor.notice.copyByKeyboard' });
      },
    },
    {
      id: 'edit.paste',
      label: 'editor.command.paste',
      icon: 'clipboard',
      shortcut: ['mod+v'],
      group: 'clipboard',
      writes: true,
      enabled: () => true,
      // No page may read the clipboard by itself on plain http: only the keys, or the browser's own menu, paste.
      run: () => notify({ kind: 'notice', id: 'editor.notice.pasteByKeyboard' }),
    },
  ];
}

function changeCommands({
  store,
  board,
  camera,
  clipboard,
  mindMaps,
  selection,
  typing,
  writes,
  notify,
}: CommandPorts): Command[] {
  const hasSelection = (): boolean => store.getState().selection.size > 0;
  /** Whether something selected may be changed, by what the page knows. */
  const someMay = (action: 'edit' | 'move'): boolean =>
    [...selection.ids].some((id) => refuseElement(store.getState().who, board, id, action) !== 'step');
  const someSelected = (lock: boolean): boolean => [...selection.ids].some((id) => board.get(id)?.lock === lock);
  return [
    {
      id: 'note.new',
      label: 'editor.command.newNote',
      icon: 'sticky-note',
      shortcut: ['n'],
      group: 'edit',
      writes: true,
      enabled: () => true,
      run: () => {
        typing.end();
        const id = writes.placeBeside(MAIN, clipboard.target);
        if (id === null) return;
        selection.set([id]);
        const bounds = board.bounds(id);
        if (bounds) camera.reveal(bounds);
        typing.begin(id, { fresh: true });
        notify({ kind: 'announce', id: 'editor.say.created', terms: { kind: 'editor.kind.note' } });
      },
    },
    {
      id: 'edit.type',
      label: 'editor.command.type',
      icon: 'text-cursor-input',
      shortcut: ['enter', 'f2'],
      group: 'edit',
      writes: true,
      enabled: () => selection.single !== null && typing.canType(selection.single) && someMay('edit'),
      run: () => {
        if (selection.single !== null) typing.begin(selection.single);
      },
    },
    {
      id: 'edit.duplicate',
      label: 'editor.command.duplicate',
      icon: 'copy-plus',
      shortcut: ['mod+d'],
      group: 'edit',
      writes: true,
      enabled: hasSelection,
      run: () => {
        const copies = writes.duplicate(mindMaps.wholeOf(selection.ids), DUPLICATE_OFFSET);
        if (copies.length === 0) return;
        selection.set(copies);
        notify({ kind: 'announce', id: 'editor.say.duplicated', values: { count: copies.length } });
      },
    },
    {
      id: 'edit.delete',
      label: 'editor.command.delete',
      icon: 'trash-2',
      shortcut: ['delete', 'backspace'],
      group: 'edit',
      writes: true,
      enabled: () => someMay('edit'),
      // What an area has closed over since is not what the person sees go; the outline, which lists it, deletes by itself.
      run: () => {
        const shown = [...selection.ids].filter((id) => !board.isHidden(id));
        if (shown.length > 0) mindMaps.delete(shown);
        else if (selection.ids.size > 0) notify({ kind: 'notice', id: 'arrange.notice.hidden' });
      },
    },
    {
      id: 'order.front',
      label: 'editor.command.front',
      icon: 'bring-to-front',
      shortcut: [']'],
      group: 'order',
      writes: true,
      enabled: () => someMay('move'),
      run: () => writes.reorder('front'),
    },
    {
      id: 'order.back',
      label: 'editor.command.back',
      icon: 'send-to-back',
      shortcut: ['['],
      group: 'order',
      writes: true,
      enabled: () => someMay('move'),
      run: () => writes.reorder('back'),
    },
    {
      id: 'edit.lock',
      label: 'editor.command.lock',
      icon: 'lock',
      group: 'order',
      writes: true,
      enabled: () => store.getState().mayLock && someSelected(false),
      run: () => writes.lock(selection.ids, true),
    },
    {
      id: 'edit.unlock',
      label: 'editor.command.unlock',
      icon: 'lock-open',
      group: 'order',
      writes: true,
      enabled: () => store.getState().mayLock && someSelected(true),
      run: () => writes.lock(selection.ids, false),
    },
  ];
}

function selectionCommands({ board, camera, selection, tools, typing, store }: CommandPorts): Command[] {
  const step = (direction: 1 | -1): void => {
    const id = selection.neighbour(direction);
    if (id === null) return;
    selection.set([id]);
    const bounds = board.bounds(id);
    if (bounds) camera.reveal(bounds);
  };
  return [
    {
      id: 'select.all',
      label: 'editor.command.selectAll',
      icon: 'scan',
      shortcut: ['mod+a'],
      group: 'selection',
      writes: false,
      enabled: () => board.size > 0,
      run: () => selection.all(),
    },
    {
      id: 'select.none',
      label: 'editor.command.selectNone',
      shortcut: ['escape'],
      group: 'selection',
      writes: false,
      enabled: () => {
        const { selection: ids, tool, busy, editing } = store.getState();
        return ids.size > 0 || tool !== 'select' || busy || editing !== null;
      },
      run: () => {
        const { tool, busy, editing } = store.getState();
        if (editing !== null) typing.end();
        else if (busy) tools.cancel();
        else if (tool !== 'select') tools.use('select');
        else selection.clear();
      },
    },
    {
      id: 'select.next',
      label: 'editor.command.selectNext',
      shortcut: ['tab'],
      group: 'selection',
      writes: false,
      enabled: () => board.size > 0,
      run: () => step(1),
    },
    {
      id: 'select.previous',
      label: 'editor.command.selectPrevious',
      shortcut: ['shift+tab'],
      group: 'selection',
      writes: false,
      enabled: () => board.size > 0,
      run: () => step(-1),
    },
  ];
}

function colorCommands({ store, board, selection, writes, notify }: CommandPorts): Command[] {
  const colored = (color: NoteColor): Element[] =>
    [...selection.ids]
      .map((id) => board.get(id))
      .filter((element) => element !== undefined)
      .filter((element) => takesProps(element, { color }));
  return NOTE_COLORS.map((color) => ({
    id: `color.${color}` as const,
    label: `editor.color.${color}` as const,
    group: 'color',
    color,
    writes: true,
    enabled: () => true,
    active: () => {
      const elements = colored(color);
      if (elements.length === 0) return nextPropsOf(store.getState(), MAIN).color === color;
      return elements.every((element) => element.props.color === color);
    },
    // One choice serves both: what is selected now, and the next of its kind.
    run: () => {
      const meant = colored(color);
      const kinds = new Set(meant.map(({ kind }) => kind));
      for (const kind of kinds.size === 0 ? [MAIN] : kinds)
        store.setState(({ nextProps }) => withNextProps(nextProps, kind, { color }));
      writes.style(selection.ids, { color }, 'color');
      const has = ({ id }: Element): boolean => board.get(id)?.props.color === color;
      if (meant.length === 0 || meant.some(has))
        notify({ kind: 'announce', id: 'editor.say.colored', terms: { color: `editor.color.${color}` } });
      // What the step refuses has been said already.
      else if (meant.every(({ lock }) => lock)) notify({ kind: 'notice', id: 'editor.notice.locked' });
    },
  }));
}
