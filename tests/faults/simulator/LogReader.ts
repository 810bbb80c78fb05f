/**
 * Reads every write as it reaches the disk, in the order of the log, and holds it against the rules: each state of the session has one
 * number, somebody may always facilitate, and no update brings a change that its author was not allowed at that moment. It knows the
 * table of rights, and nothing of the gate, the room or the queue.
 */
import * as Y from 'yjs';
import type { Write } from '../../../server/storage/Storage.ts';
import { type Action, can, type Role } from '../../../shared/access/can.ts';
import { isAnonymousStep } from '../../../shared/access/privately.ts';
import { canIn, OPEN_STEP } from '../../../shared/access/Step.ts';
import { type ElementMap, elementsOf, readRaw } from '../../../shared/board/layout.ts';
import type { Control } from '../../../shared/control/Control.ts';
import type { RawElement } from '../../../shared/elements/parseElement.ts';
import { isEqual } from '../../../shared/lib/equal.ts';

export interface PersonOnDisk {
  readonly role: Role;
  readonly group: string | null;
  readonly removed: boolean;
  readonly name: string;
}

/** What the people of the simulator put into texts, each once. */
const MARKS = /«[^«»]*»/g;
const MOVE_KEYS: ReadonlySet<string> = new Set(['place', 'size', 'z', 'group']);
/** What is said of an element in somebody's name: `reaction.<who>.…`, `comment.<who>.…`, `resolved.<who>.…`. */
const isSaid = (key: string): boolean => /^(reaction|comment|resolved)\./.test(key);

export class LogReader {
  /** Every state of the session that was written, by its number. */
  readonly controls = new Map<number, Control>();
  readonly people = new Map<string, PersonOnDisk>();
  readonly problems: string[] = [];
  /** Elements that an update touched in a step and left as they were: what was asked there has been refused. */
  readonly takenBack = new Set<string>();
  /** Marks that have stood on the board at some time, with where they first did: everyone may have them since. */
  readonly seen = new Map<string, string>();
  /** Mark of a private note → the step it was written in. */
  readonly #privateSteps = new Map<string, string>();
  /** Marks of drafts of steps in which people are to stay unknown: when such a step is revealed, the disk forgets them. */
  readonly anonymousDrafts = new Set<string>();
  readonly #claims = new Map<number, string>();
  readonly #creators = new Map<string, string>();
  /** What stood on elements that were deleted, each time: it may be brought back as it was. */
  readonly #deleted = new Map<string, RawElement[]>();
  /** Who has ever been a facilitator. */
  readonly leads = new Set<string>();
  readonly #elements = new Map<string, RawElement>();
  readonly #map: Y.Map<ElementMap>;
  readonly #touched = new Set<string>();
  rev = 0;

  /** `doc`: the document of everything on the disk, which somebody else writes. */
  constructor(doc: Y.Doc) {
    this.#map = elementsOf(doc);
    this.#map.observeDeep((events) => {
      for (const event of events) {
        // Not `keys`: what was made and taken back at once does not count as a change there.
        if (event.target === this.#map)
          for (const key of (event as Y.YMapEvent<ElementMap>).keysChanged) this.#touched.add(key);
        else this.#touched.add(String(event.path[0]));
      }
    });
  }

  get privateEpoch(): number {
    return this.control?.privateEpoch ?? 0;
  }

  get control(): Control | undefined {
    return this.controls.get(this.rev);
  }

  /** A commit is on the disk. An update was applied to the document before it is shown here, one at a time. */
  read(write: Write): void {
    if (write.type === 'claim') this.#claims.set(write.clientId, write.participant);
    if (write.type === 'control') this.#controlWritten(write.control);
    if (write.type === 'participant') {
      const { id, role, group, removed, name } = write.participant;
      this.people.set(id, { role, group, removed, name });
      if (role === 'facilitator') this.leads.add(id);
      const leads = [...this.people.values()].some((one) => one.role === 'facilitator' && !one.removed);
      if (!leads) this.problems.push('nobody is left who may facilitate');
    }
    if (write.type === 'append' && write.doc === 'board') this.#updateWritten(write.update);
  }

  #controlWritten(control: Control): void {
    const before = this.controls.get(control.rev);
    if (before && !isEqual(before, control)) this.problems.push(`rev ${control.rev} was written twice, differently`);
    if (!before && control.rev !== this.rev + 1) this.problems.push(`rev ${control.rev} was written after ${this.rev}`);
    this.controls.set(control.rev, control);
    this.rev = control.rev;
  }

  #updateWritten(update: Uint8Array): void {
    const clients = new Set(Y.decodeUpdate(update).structs.map(({ id }) => id.client));
    const authors = new Set([...clients].flatMap((client) => this.#claims.get(client) ?? []));
    if (authors.size > 1) this.problems.push(`one update of ${[...authors].join(' and ')}`);
    const [author] = authors;
    // All changes of one update are judged against the areas as they were; the ones it brings come after.
    const changes = [...this.#touched].map((id) => ({ id, before: this.#elements.get(id), after: this.#now(id) }));
    const areasBefore = new Map(changes.map(({ id }) => [id, this.#areas(id)]));
    this.#touched.clear();
    for (const { id, after } of changes) {
      for (const [mark] of String(after?.text ?? '').matchAll(MARKS)) {
        if (!this.seen.has(mark)) this.#judgeRevealed(id, mark, after as RawElement);
        if (!this.seen.has(mark)) this.seen.set(mark, id);
      }
      if (after) this.#elements.set(id, after);
      else this.#elements.delete(id);
    }
    for (const { id, before, after } of changes)
      if (before && !after) this.#deleted.set(id, [...(this.#deleted.get(id) ?? []), before]);
    for (const { id, before, after } of changes) {
      if (isEqual(before, after)) {
        if (this.control?.step) this.takenBack.add(id);
        continue;
      }
      // Who only deletes leaves no name in an update.
      if (author !== undefined) this.#judge(author, id, before, after, areasBefore.get(id) ?? []);
      if (!before && author !== undefined && !this.#creators.has(id)) this.#creators.set(id, author);
    }
  }

  /** What stands in somebody's private document, after a write to it. */
  readPrivate(doc: Y.Doc): void {
    for (const map of elementsOf(doc).values()) {
      const { text, step, draft } = map instanceof Y.Map ? readRaw(map) : {};
      if (typeof step !== 'string') continue;
      for (const [mark] of String(text ?? '').matchAll(MARKS)) {
        if (draft !== true) this.#privateSteps.set(mark, step);
        else if (this.#isAnonymous(step)) this.anonymousDrafts.add(mark);
      }
    }
  }

  /** A note that comes from a private document names its writer, or nobody and nothing where anybody was to stay unknown. */
  #judgeRevealed(id: string, mark: string, after: RawElement): void {
    const written = this.#privateSteps.get(mark);
    if (written === undefined) return;
    const [writer, noteId] = [/^«([^-]*)-/.exec(mark)?.[1], mark.slice(1, -1)];
    if (this.#isAnonymous(written)) {
      if (id === noteId) this.problems.push(`the anonymous ${mark} has kept its id`);
      if (after.by !== undefined) this.problems.push(`the anonymous ${mark} names ${String(after.by)}`);
    } else {
      if (id !== noteId) this.problems.push(`${mark} has got another id: ${id}`);
      if (after.by !== undefined && after.by !== writer) this.problems.push(`${mark} names ${String(after.by)}`);
      if (writer !== undefined && !this.#creators.has(id)) this.#creators.set(id, writer);
    }
  }

  #isAnonymous(id: string): boolean {
    const step = [...this.controls.values()].find((control) => control.step?.id === id)?.step;
    return step !== undefined && step !== null && isAnonymousStep(step);
  }

  #now(id: string): RawElement | undefined {
    const map = this.#map.get(id);
    return map instanceof Y.Map ? { ...readRaw(map) } : undefined;
  }

  /** From the parent up to the root, as the places say. */
  #areas(id: string): string[] {
    const areas: string[] = [];
    for (let at = id; ; ) {
      const place = this.#elements.get(at)?.place;
      const parent: unknown = Array.isArray(place) ? place[0] : null;
      if (typeof parent !== 'string' || areas.includes(parent) || parent === id || !this.#elements.has(parent))
        return areas;
      areas.push(parent);
      at = parent;
    }
  }

  #judge(
    author: string,
    id: string,
    before: RawElement | undefined,
    after: RawElement | undefined,
    was: string[],
  ): void {
    const person = this.people.get(author);
    if (!person || person.removed) {
      this.problems.push(`${author} has written ${id} and is nobody here`);
      return;
    }
    const { role, group } = person;
    const may = (action: Action, areas: readonly string[]): void => {
      const isOwn = !before || this.#creators.get(id) === author;
      const kind = after?.kind ?? before?.kind;
      const target = { areas, isOwn, ...(typeof kind === 'string' && { kind }) };
      const step = this.control?.step ?? OPEN_STEP;
      if (!canIn(step, role, group, action, target))
        this.problems.push(`${author} (${role}, ${group}) has done ${action} to ${id} in step ${JSON.stringify(step)}`);
    };
    const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
      (key) => !isEqual(before?.[key], after?.[key]),
    );
    const news = keys.filter((key) => isSaid(key) && !this.#isBroughtBack(id, key, before, after));
    if (!before) may('add', this.#areas(id));
    else if (!after) may('edit', was);
    else {
      if (keys.some((key) => MOVE_KEYS.has(key))) for (const areas of [was, this.#areas(id)]) may('move', areas);
      if (keys.some((key) => !MOVE_KEYS.has(key) && !isSaid(key) && key !== 'lock')) may('edit', was);
    }
    if (after && news.length > 0) {
      may('comment', before ? was : this.#areas(id));
      for (const key of news) this.#judgeWord(author, role, id, key, after);
    }
    // What is locked may still be spoken of.
    const isTouched = keys.some((key) => !isSaid(key));
    const isLockTouched =
      isTouched && (before?.lock === true || (before && after && keys.includes('lock')) || after?.lock === true);
    if (isLockTouched && !can(role, 'lock'))
      this.problems.push(`${author} (${role}) has changed ${id}, which is locked`);
  }

  /** Words of others that stood on an element when it was deleted come back with it, as they were. */
  #isBroughtBack(id: string, key: string, before: RawElement | undefined, after: RawElement | undefined): boolean {
    return !before && (this.#deleted.get(id) ?? []).some((old) => isEqual(old[key], after?.[key]));
  }

  /** A word is its speaker's: only they say, change or take it back; a facilitator may clear it away. */
  #judgeWord(author: string, role: Role, id: string, key: string, after: RawElement): void {
    const [type, speaker, writer] = key.split('.');
    const isCleared = role === 'facilitator' && after[key] === undefined;
    if (speaker !== author && !isCleared) this.problems.push(`${author} (${role}) has written ${key} on ${id}`);
    if (type !== 'resolved' || speaker !== author || role === 'facilitator') return;
    if (writer !== author && this.#creators.get(id) !== author)
      this.problems.push(`${author} has settled a thread of ${writer} on ${id}`);
  }
}
