/**
 * What others do to the board, put into few words: changes are gathered for a while, told by who, what and where, and never more often
 * than once in a few seconds. Whose change it was is read from presence (who writes in it, drags it, has it selected); where that does not
 * tell, no name is said. Knows no language: it hands out what happened.
 */
import type { BoardChange, BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { Locale } from '../../shared/control/Control.ts';
import type { Element, ElementId } from '../../shared/elements/ElementKind.ts';
import type { Marks } from '../../shared/elements/marks/Marks.ts';
import { placingIn, sayCell } from '../../shared/elements/placing.ts';
import { isEqual } from '../../shared/lib/equal.ts';
import { nameOf } from '../editor/nameOf.ts';
import type { PresencePort } from '../editor/PresencePort.ts';
import { viewOf } from '../elements/registry.ts';
import type { EditorMessageId } from '../i18n/fr/editor.ts';

export type Deed = 'added' | 'moved' | 'edited' | 'deleted' | 'commented' | 'reacted' | 'tagged';

/** Some changes of one sort, by one person, in one place. */
export interface NewsItem {
  readonly deed: Deed;
  /** Name of who did it; `null`: not known, or without a name. */
  readonly who: string | null;
  /** Title of the area; empty: an area without a title; `null`: the bare wall. */
  readonly area: string | null;
  /** The cell of a grid, the ring and sector of a radar, where the area says one. */
  readonly cell?: string;
  readonly count: number;
  /** Their kind in words, where they are all of one. */
  readonly counted: EditorMessageId;
}

export interface NewsPorts {
  readonly board: BoardDoc;
  readonly presence: PresencePort;
  /** Cells may be called after days. */
  readonly locale: Locale;
  readonly now: () => number;
  /** Calls back later; returns its undo. */
  readonly after: (ms: number, callback: () => void) => () => void;
  /** `more`: how many changes are not told one by one. */
  readonly tell: (items: readonly NewsItem[], more: number) => void;
}

/** A gesture comes in several updates: they are one piece of news. */
const GATHER_MS = 1_500;
const QUIET_MS = 5_000;
/** More than this nobody can listen to. */
const MOST_ITEMS = 2;

interface Pending {
  deed: Deed;
  who: string | null;
  area: string | null;
  cell: string | undefined;
  counted: EditorMessageId;
}

export class News {
  readonly #ports: NewsPorts;
  readonly #stops: readonly (() => void)[];
  readonly #known = new Map<ElementId, Element>();
  readonly #pending = new Map<ElementId, Pending>();
  /** Who last held an element in hand. */
  readonly #hands = new Map<ElementId, string>();
  #cancel: (() => void) | null = null;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(ports: NewsPorts) {
    this.#ports = ports;
    const { board, presence } = ports;
    for (const element of board.elements()) this.#known.set(element.id, element);
    this.#stops = [board.onChange((change) => this.#take(change)), presence.subscribe(() => this.#look())];
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
    this.#cancel?.();
  }

  #take({ changed, deleted, local }: BoardChange): void {
    for (const id of deleted) {
      const before = this.#known.get(id);
      this.#known.delete(id);
      if (local || !before) continue;
      // Made and taken away before anybody was told: no news.
      if (this.#pending.get(id)?.deed === 'added') this.#pending.delete(id);
      else this.#note(id, 'deleted', before, before.place[0]);
    }
    for (const id of changed) {
      const element = this.#ports.board.get(id);
      const before = this.#known.get(id);
      if (!element || element === before) continue;
      this.#known.set(id, element);
      if (local) continue;
      const deed = deedOf(before, element);
      if (!deed) continue;
      const speaker = deed === 'commented' || deed === 'reacted' ? speakerOf(before, element) : null;
      this.#note(id, deed, element, this.#ports.board.tree.parent(id), speaker);
    }
    if (this.#pending.size > 0) this.#schedule();
  }

  #note(id: ElementId, deed: Deed, element: Element, parent: ElementId | null, speaker: string | null = null): void {
    const { board } = this.#ports;
    const area = parent === null ? undefined : (board.get(parent) ?? this.#known.get(parent));
    const old = this.#pending.get(id);
    this.#pending.set(id, {
      // What is new stays new, however it is written and moved on.
      deed: old?.deed === 'added' && deed !== 'deleted' ? 'added' : deed,
      who: (speaker === null ? this.#holder(id) : this.#nameOf(speaker)) ?? old?.who ?? null,
      area: area ? nameOf(area) : null,
      cell: deed === 'deleted' ? undefined : this.#cellOf(id, parent),
      counted: viewOf(element).counted,
    });
  }

  /** Where in its area it stands, as people say it. */
  #cellOf(id: ElementId, parent: ElementId | null): string | undefined {
    const placing = placingIn(this.#ports.board, id, parent);
    return placing?.cell === undefined ? undefined : sayCell(placing, this.#ports.locale);
  }

  #nameOf(participant: string): string | null {
    if (this.#ports.board.silence.isOn) return null;
    for (const { entry } of this.#ports.presence.others().values())
      if (entry.participant === participant) return entry.name || null;
    return null;
  }

  /** The one person who has an element in hand now, or had it last. */
  #holder(id: ElementId): string | null {
    if (this.#ports.board.silence.isOn) return null;
    const names = new Set<string>();
    for (const { entry, presence } of this.#ports.presence.others().values()) {
      const isHeld = presence.editing === id || presence.drag?.ids.includes(id) || presence.selection?.includes(id);
      if (isHeld) names.add(entry.name);
    }
    if (names.size > 1) return null;
    const [name = this.#hands.get(id)] = names;
    return name || null;
  }

  /** Presence and change come by different ways: whoever is seen with it in hand a little later did it, too. */
  #look(): void {
    this.#hands.clear();
    for (const { entry, presence } of this.#ports.presence.others().values()) {
      const held = [...(presence.selection ?? []), ...(presence.drag?.ids ?? [])];
      for (const id of presence.editing === undefined ? held : [...held, presence.editing])
        this.#hands.set(id, entry.name);
    }
    for (const [id, pending] of this.#pending) pending.who ??= this.#holder(id);
  }

  #schedule(): void {
    if (this.#cancel) return;
    const { now, after } = this.#ports;
    const wait = Math.max(GATHER_MS, this.#toldAt + QUIET_MS - now());
    this.#cancel = after(wait, () => {
      this.#cancel = null;
      this.#tell();
    });
  }

  #tell(): void {
    if (this.#pending.size === 0) return;
    const groups = new Map<string, NewsItem>();
    const { isOn: isSilent } = this.#ports.board.silence;
    for (const { deed, who: known, area, cell, counted } of this.#pending.values()) {
      const who = isSilent ? null : known;
      const key = JSON.stringify([deed, who, area, cell]);
      const group = groups.get(key);
      groups.set(key, {
        deed,
        who,
        area,
        ...(cell !== undefined && { cell }),
        count: (group?.count ?? 0) + 1,
        counted: group && group.counted !== counted ? 'editor.counted.unknown' : counted,
      });
    }
    this.#pending.clear();
    this.#toldAt = this.#ports.now();
    const items = [...groups.values()].sort((a, b) => b.count - a.count);
    const more = items.slice(MOST_ITEMS).reduce((sum, { count }) => sum + count, 0);
    this.#ports.tell(items.slice(0, MOST_ITEMS), more);
  }
}

/** What was said of it since; nothing where something was only taken back. */
function saidSince(before: Marks, after: Marks): Deed | null {
  if (after.comments.length > before.comments.length) return 'commented';
  if (after.reactions.length > before.reactions.length) return 'reacted';
  const names = ({ tags }: Marks): string => tags.map(({ name }) => name).join('\n');
  return names(before) === names(after) ? null : 'tagged';
}

/** Who said it, where that is written with it. */
function speakerOf(before: Element | undefined, { marks }: Element): string | null {
  const has = (list: Marks['comments'] | Marks['reactions'] | undefined, by: string): number =>
    list?.filter((one) => one.by === by).length ?? 0;
  const by = [...marks.comments, ...marks.reactions].map((one) => one.by);
  const old = before?.marks;
  const isNew = (id: string): boolean =>
    has(marks.comments, id) > has(old?.comments, id) || has(marks.reactions, id) > has(old?.reactions, id);
  return by.find(isNew) ?? null;
}

function deedOf(before: Element | undefined, after: Element): Deed | null {
  if (!before) return 'added';
  if (before.text !== after.text || before.props !== after.props || before.lock !== after.lock) {
    const isSame = before.text === after.text && before.lock === after.lock;
    if (!isSame || JSON.stringify(before.props) !== JSON.stringify(after.props)) return 'edited';
  }
  if (before.marks !== after.marks) {
    const said = saidSince(before.marks, after.marks);
    if (said) return said;
  }
  // Coordinates alone do not tell: in a grid the cell does.
  return isEqual(before.place, after.place) ? null : 'moved';
}
