/**
 * The keys of a mind map, while one of its notes is selected alone and nobody types: Tab a child, Enter a sibling, arrows from note to note,
 * with shift the note itself moves, a point folds. Whoever came to the note by Tab goes on by Tab: only once another key has been pressed
 * does it make a child.
 */
import { arrowOf, type Key } from '../keyboard.ts';
import type { MindMaps } from './MindMaps.ts';

export class MapKeys {
  readonly #maps: MindMaps;
  #came: string | null = null;

  constructor(maps: MindMaps) {
    this.#maps = maps;
  }

  /** Told when Tab has gone to an element. */
  cameByTab(id: string | null): void {
    this.#came = id;
  }

  /** Whether Tab makes a child now, rather than going on to the next element. */
  takesTab(isReadOnly: boolean): boolean {
    const id = this.#maps.selected;
    return id !== null && this.#came !== id && !isReadOnly;
  }

  /** Whether the key was the map's. */
  take(key: Key, isReadOnly: boolean): boolean {
    const id = this.#maps.selected;
    const takesTab = this.takesTab(isReadOnly);
    if (key.key !== 'Tab' && key.key !== 'Shift') this.#came = null;
    if (id === null || key.ctrlKey || key.metaKey || key.altKey) return false;
    const arrow = arrowOf(key);
    if (arrow && !(key.shiftKey && !isReadOnly)) return this.#maps.walk(id, arrow) || this.#maps.hasOthers(id);
    if (isReadOnly) return false;
    if (arrow) void this.#maps.shift(id, arrow);
    else if (key.key === 'Tab' && !key.shiftKey && takesTab) void this.#maps.addChild(id);
    else if (key.key === 'Enter' && !key.shiftKey) void this.#maps.addSibling(id);
    else return false;
    return true;
  }
}
