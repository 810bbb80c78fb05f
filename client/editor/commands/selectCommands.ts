/** Selecting by what things have in common, and what lies in an area: of both, what is seen. What is hidden nobody would see moved or cut. */
import type { Element, ElementId } from '../../../shared/elements/ElementKind.ts';
import type { ArrangeMessageId } from '../../i18n/fr/arrange.ts';
import type { Command, CommandId } from './Command.ts';
import type { CommandPorts } from './registry.ts';

/** What an element has of a trait: several tags, one colour, nothing. */
type Trait = (element: Element) => readonly string[];

const TRAITS: readonly { id: CommandId; label: ArrangeMessageId; icon: string; of: Trait }[] = [
  {
    id: 'select.sameColor',
    label: 'arrange.selectColor',
    icon: 'palette',
    of: ({ props }) => (typeof props.color === 'string' ? [props.color] : []),
  },
  {
    id: 'select.sameAuthor',
    label: 'arrange.selectAuthor',
    icon: 'user',
    of: ({ by }) => (by === undefined ? [] : [by]),
  },
  {
    id: 'select.sameTag',
    label: 'arrange.selectTag',
    icon: 'tag',
    of: ({ marks }) => marks.tags.map(({ name }) => name),
  },
  { id: 'select.sameKind', label: 'arrange.selectKind', icon: 'shapes', of: ({ kind }) => [kind] },
];

export function createSelectCommands({ board, selection, notify }: CommandPorts): Command[] {
  const selected = (): Element[] => [...selection.ids].flatMap((id) => board.get(id) ?? []);
  const traitsOf = (of: Trait): ReadonlySet<string> => new Set(selected().flatMap(of));
  const take = (ids: readonly ElementId[]): void => {
    const shown = ids.filter((id) => !board.isHidden(id));
    if (shown.length > 0) selection.set(shown);
    else notify({ kind: 'notice', id: 'arrange.notice.hidden' });
  };
  return [
    ...TRAITS.map(
      ({ id, label, icon, of }): Command => ({
        id,
        label,
        icon,
        group: 'selection',
        writes: false,
        enabled: () => selected().some((element) => of(element).length > 0),
        run: () => {
          const wanted = traitsOf(of);
          const alike = [...board.elements()].filter((element) => of(element).some((trait) => wanted.has(trait)));
          take(alike.map((element) => element.id));
        },
      }),
    ),
    {
      id: 'select.content',
      label: 'arrange.selectContent',
      icon: 'square-dashed-mouse-pointer',
      group: 'selection',
      writes: false,
      enabled: () => [...selection.ids].some((id) => board.tree.children(id).length > 0),
      run: () => take([...selection.ids].flatMap((id) => board.tree.children(id))),
    },
  ];
}
