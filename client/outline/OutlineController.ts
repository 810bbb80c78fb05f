/**
 * What a person does in the outline: which line they stand on, what is selected, what they write, move and delete. Selection is the
 * editor's own, so that canvas and outline always agree; every write goes through the editor and the server judges it like all others.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { isPlacedByArea } from '../../shared/board/insertion.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { placingIn } from '../../shared/elements/placing.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import { Disposables, type Dispose } from '../../shared/lib/disposable.ts';
import type { NoteColor } from '../../shared/theme/tokens.ts';
import type { CommandId } from '../editor/commands/Command.ts';
import type { Editor } from '../editor/Editor.ts';
import { type Refusal, refuseArea, refuseElement, type Who } from '../editor/rights.ts';
import type { TypingField } from '../editor/Typing.ts';
import type { OutlineModel } from './OutlineModel.ts';
import { areaOf, isVirtual, type RowId } from './rows.ts';

export interface OutlineState {
  /** The line that has the focus, or would have it. */
  readonly active: RowId | null;
  /** The line one writes in. */
  readonly editing: ElementId | null;
  /** Whether that line was made to be written in just now. */
  readonly isFresh: boolean;
  /** Grows whenever the line that is active must come into sight and, if the outline has the focus, take it. */
  readonly moves: number;
}

export interface OutlineControllerPorts {
  readonly editor: Editor;
  readonly model: OutlineModel;
  readonly who: () => Who;
  /** What cannot be done, and why. */
  readonly onRefused: (refusal: Refusal) => void;
  readonly onDeleted: (count: number) => void;
  /** The person wants to see an element on the wall. */
  readonly onGoTo: () => void;
}

/** How selecting goes along with moving to a line. */
export type Selecting = 'only' | 'extend' | 'toggle' | 'none';

/** What the outline writes; the kind of a contribution. */
const CONTRIBUTION = 'note';

export class OutlineController {
  readonly store: StoreApi<OutlineState>;
  readonly #ports: OutlineControllerPorts;
  readonly #disposables = new Disposables();
  #anchor: RowId | null = null;
  /** Where the active line stood, for when it goes. */
  #lastIndex = 0;
  #lastParent: RowId | null = null;
  #isSelecting = false;

  constructor(ports: OutlineControllerPorts) {
    this.#ports = ports;
    const { editor, model } = ports;
    const [first] = editor.selection.ids;
    if (first !== undefined) model.uncover(first);
    const active = (first !== undefined && model.row(first) ? first : model.rows[0]?.id) ?? null;
    this.#anchor = active;
    this.store = createStore<OutlineState>(() => ({ active, editing: null, isFresh: false, moves: 1 }));
    if (active !== null) this.#remember(active, model.indexOf(active));
    this.#disposables.add(model.subscribe(() => this.#keepActive()));
    this.#disposables.add(
      editor.store.subscribe((state, old) => {
        if (state.selection !== old.selection && !this.#isSelecting) this.#followCanvas(state.selection);
      }),
    );
  }

  get state(): OutlineState {
    return this.store.getState();
  }

  /** What actions are about: the selection, or the line one stands on. */
  targets(): readonly ElementId[] {
    const { selection } = this.#ports.editor;
    if (selection.ids.size > 0) return [...selection.ids];
    const { active } = this.state;
    return active === null || isVirtual(active) ? [] : [active];
  }

  /** The area that takes in what is added here; `null`: the bare wall. */
  targetArea(): ElementId | null {
    const { model, editor } = this.#ports;
    const row = this.state.active === null ? undefined : model.row(this.state.active);
    return row ? areaOf(row, editor.board.tree.parent(row.id)) : null;
  }

  /** Whether the line one stands on holds others. */
  isOnArea(): boolean {
    const { active } = this.state;
    return active !== null && (this.#ports.model.row(active)?.isArea ?? false);
  }

  refuseAdding(): Refusal | null {
    return refuseArea(this.#ports.who(), this.#ports.editor.board, this.targetArea(), 'add', CONTRIBUTION);
  }

  /** Why what is selected may not be changed; `null` where it may, or where nothing is selected. */
  refuse(action: 'edit' | 'move'): Refusal | null {
    const { who, editor } = this.#ports;
    for (const id of this.targets()) {
      const refused = refuseElement(who(), editor.board, id, action);
      if (refused) return refused;
    }
    return null;
  }

  /** Stands on a line. */
  stand(id: RowId, selecting: Selecting): void {
    const { editor, model } = this.#ports;
    if (!model.row(id)) return;
    this.#go(id);
    if (selecting !== 'extend') this.#anchor = id;
    if (selecting === 'none') return;
    if (selecting === 'toggle') {
      if (!isVirtual(id)) {
        const next = new Set(editor.selection.ids);
        if (!next.delete(id)) next.add(id);
        this.#select(next);
      }
    } else if (selecting === 'extend') this.#select(this.#between(this.#anchor ?? id, id));
    else this.#select(isVirtual(id) ? [] : [id]);
  }

  selectAll(): void {
    this.#select(this.#ports.model.rows.map((row) => row.id).filter((id) => !isVirtual(id)));
  }

  /** One line on or back, or to either end. */
  step(by: number, selecting: Selecting): void {
    const { model } = this.#ports;
    const { active } = this.state;
    const at = active === null ? -1 : model.indexOf(active);
    const row = model.rows[Math.max(0, Math.min(model.rows.length - 1, at + by))];
    if (row && row.id !== active) this.stand(row.id, selecting);
    else if (row && selecting === 'only') this.stand(row.id, selecting);
  }

  /** Opens an area, or goes into it; closes it, or goes out to the one it lies in. */
  unfold(direction: 'in' | 'out'): void {
    const { model } = this.#ports;
    const { active } = this.state;
    const row = active === null ? undefined : model.row(active);
    if (!row) return;
    const isOpen = row.count > 0 && row.isExpanded;
    if (direction === 'in') {
      if (isOpen) this.step(1, 'only');
      else if (row.count > 0) model.toggle(row.id, true);
      return;
    }
    if (isOpen && !model.isFiltered) model.toggle(row.id, false);
    else {
      const parent = model.parentOf(row.id);
      if (parent !== null) this.stand(parent, 'only');
    }
  }

  /** A note where one stands, to be written in at once. */
  add(): void {
    const { editor, model, onRefused } = this.#ports;
    const refused = this.refuseAdding();
    if (refused) {
      onRefused(refused);
      return;
    }
    editor.typing.end();
    model.flush();
    const area = this.targetArea();
    const id = editor.writes.placeIn(CONTRIBUTION, area, {}, this.state.active);
    if (id === null) return;
    // What is looked for is not what is written.
    model.filter('');
    model.uncover(id);
    model.flush();
    this.stand(id, 'only');
    this.#write(id, true);
  }

  /** Writes in the line one stands on. */
  edit(): void {
    const { active } = this.state;
    const { editor, who, onRefused } = this.#ports;
    if (active === null || isVirtual(active)) return;
    const refused = refuseElement(who(), editor.board, active, 'edit');
    if (refused) onRefused(refused);
    else if (editor.typing.canType(active)) this.#write(active, false);
  }

  /** Called by the line once its field stands there. False: nothing may be written, the line goes back. */
  beginTyping(field: TypingField): void {
    const { editing, isFresh } = this.state;
    const begun = editing !== null && this.#ports.editor.typing.begin(editing, { fresh: isFresh, field });
    if (!begun) this.endTyping();
  }

  /** The field has gone: for another place to write in, by Escape, or with its element. */
  endTyping(): void {
    if (this.state.editing === null) return;
    this.store.setState({ editing: null, isFresh: false });
    this.#ports.model.edit(null);
    this.#bump();
  }

  moveInto(area: ElementId | null): void {
    const { editor, model } = this.#ports;
    const ids = this.targets();
    if (editor.writes.moveInto(ids, area) === 0) return;
    model.flush();
    const [first] = ids;
    if (first !== undefined) model.uncover(first);
    this.#bump();
  }

  /** Changes places with the line before or after, in the same area. */
  reorder(direction: 1 | -1): void {
    const { editor, model, who, onRefused } = this.#ports;
    const { active } = this.state;
    if (active === null || isVirtual(active)) return;
    const refused = refuseElement(who(), editor.board, active, 'move');
    if (refused) {
      onRefused(refused);
      return;
    }
    if (editor.board.folds.map.parent(active) !== null) {
      void editor.mindMaps.shift(active, { x: 0, y: direction }).then(() => this.#bump());
      return;
    }
    editor.extras.with(({ ordering }) => {
      if (!ordering.moveInOrder(active, model.siblings(active), direction)) return;
      model.flush();
      this.#bump();
    });
  }

  /** Whether the line one stands on lies in a cell or waits for one, or where places have scores. */
  canShift(): boolean {
    const { active } = this.state;
    if (active === null) return false;
    const { board, placing } = this.#ports.editor;
    const parent = board.tree.parent(active);
    const isInCell = placingIn(board, active, parent) !== null && isPlacedByArea(board, active);
    return isInCell || placing.stepIn(parent) !== null;
  }

  /** To the next cell of the grid it lies in; a hundredth on, on a matrix. */
  shift(by: Vec): void {
    const { editor, model } = this.#ports;
    const { active } = this.state;
    if (active === null) return;
    this.#select([active]);
    const unit = editor.placing.step();
    editor.writes.nudge(unit ? { x: by.x * unit.x, y: by.y * unit.y } : by);
    if (unit) editor.placing.say(active);
    model.flush();
    this.#bump();
  }

  color(color: NoteColor): void {
    this.#select(this.targets());
    this.#ports.editor.commands.run(`color.${color}`);
  }

  /** Sorting into clusters, from here: what is made is named in its own line. */
  cluster(id: CommandId): void {
    const { editor, model } = this.#ports;
    const ids = this.targets();
    this.#select(ids);
    const { active } = this.state;
    if (id === 'cluster.make' || id === 'cluster.split') {
      editor.extras.with(({ gathering }) => {
        const isStill = this.state.active === active;
        const made = gathering.make(ids, { asks: false });
        if (made === null || !isStill) return;
        model.filter('');
        model.flush();
        this.stand(made, 'only');
        if (!editor.clusters.isSilent) this.edit();
      });
      return;
    }
    editor.commands.run(id);
    editor.extras.with(() => {
      model.flush();
      const [first = ''] = editor.selection.ids;
      if (model.row(first)) this.#go(first);
      this.#bump();
    });
  }

  delete(): void {
    const { editor, model, onRefused, onDeleted } = this.#ports;
    const ids = this.targets();
    if (ids.length === 0) return;
    const refused = this.refuse('edit');
    if (refused && refused !== 'locked') {
      onRefused(refused);
      return;
    }
    const before = editor.board.size;
    const first = Math.min(...ids.map((id) => model.indexOf(id)).filter((index) => index >= 0));
    if (Number.isFinite(first)) this.#lastIndex = first;
    editor.writes.delete(ids);
    model.flush();
    const count = before - editor.board.size;
    if (count > 0) onDeleted(count);
  }

  lock(lock: boolean): void {
    this.#ports.editor.writes.lock(this.targets(), lock);
  }

  /** Shows on the wall what one stands on, in the middle. */
  goTo(): void {
    const { editor, onGoTo } = this.#ports;
    const { active } = this.state;
    const bounds = active === null || isVirtual(active) ? null : editor.board.bounds(active);
    if (!bounds) return;
    this.#select(this.targets());
    onGoTo();
    editor.camera.fit(bounds);
  }

  dispose: Dispose = () => {
    if (this.state.editing !== null) this.#ports.editor.typing.end();
    this.#disposables.dispose();
  };

  #write(id: ElementId, isFresh: boolean): void {
    this.#ports.model.edit(id);
    this.store.setState({ editing: id, isFresh });
    this.#bump();
  }

  #select(ids: Iterable<ElementId>): void {
    this.#isSelecting = true;
    this.#ports.editor.selection.set(ids, { silently: true });
    this.#isSelecting = false;
  }

  #between(a: RowId, b: RowId): ElementId[] {
    const { model } = this.#ports;
    const ends = [model.indexOf(a), model.indexOf(b)].sort((x, y) => x - y);
    return model.rows
      .slice(Math.max(0, ends[0] ?? 0), (ends[1] ?? 0) + 1)
      .map((row) => row.id)
      .filter((id) => !isVirtual(id));
  }

  #go(id: RowId): void {
    this.#remember(id, this.#ports.model.indexOf(id));
    this.store.setState({ active: id });
    this.#bump();
  }

  #bump(): void {
    this.store.setState(({ moves }) => ({ moves: moves + 1 }));
  }

  /** The line one stood on has gone: the one that took its place in the same area, or the one before. */
  #keepActive(): void {
    const { model } = this.#ports;
    const { active } = this.state;
    const index = active === null ? -1 : model.indexOf(active);
    if (active !== null && index >= 0) {
      this.#remember(active, index);
      return;
    }
    const after = model.rows[this.#lastIndex];
    const isBeside = after !== undefined && model.parentOf(after.id) === this.#lastParent;
    const at = isBeside ? this.#lastIndex : this.#lastIndex - 1;
    const next = model.rows[Math.max(0, Math.min(at, model.rows.length - 1))];
    this.#anchor = next?.id ?? null;
    if (next) this.#remember(next.id, model.indexOf(next.id));
    this.store.setState({ active: next?.id ?? null });
    this.#bump();
  }

  #remember(id: RowId, index: number): void {
    this.#lastIndex = index;
    this.#lastParent = this.#ports.model.parentOf(id);
  }

  /** What is selected on the wall is where one stands here. */
  #followCanvas(selection: ReadonlySet<ElementId>): void {
    const { model } = this.#ports;
    const { active } = this.state;
    const [first] = selection;
    if (first === undefined || (active !== null && selection.has(active))) return;
    model.uncover(first);
    if (model.indexOf(first) < 0) model.flush();
    if (model.indexOf(first) < 0) return;
    this.#anchor = first;
    this.#go(first);
  }
}
