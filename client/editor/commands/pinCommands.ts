/** What one does with maps and their pins: of the map that is selected, of the pin that is chosen. */
import { refuseElement } from '../rights.ts';
import type { Command } from './Command.ts';
import type { CommandPorts } from './registry.ts';

export function createPinCommands({ ask, board, extras, mapPins, selection, store, writes }: CommandPorts): Command[] {
  const common = { group: 'pins', writes: true } as const;
  const hasMap = (): boolean => mapPins.map !== null;
  const isHeld = (): boolean => mapPins.chosen !== null && selection.single === mapPins.chosen.map.id;
  /** Whether the map takes what changes it. */
  const mayEdit = (): boolean => {
    const { map } = mapPins;
    return map !== null && refuseElement(store.getState().who, board, map.id, 'edit') === null;
  };
  return [
    {
      ...{ id: 'pin.add', label: 'pins.add', icon: 'map-pin-plus', ...common },
      enabled: () => hasMap() && mayEdit(),
      run: () => {
        const { map } = mapPins;
        if (map) extras.with(({ pinEdits }) => pinEdits.add(map.id));
      },
    },
    {
      ...{ id: 'pin.note', label: 'pins.note', icon: 'sticky-note', ...common },
      // Its note is written in where that lies; a new one changes the map.
      enabled: () => isHeld() && (board.get(mapPins.chosen?.pin.of ?? '') !== undefined || mayEdit()),
      run: () => {
        const { chosen } = mapPins;
        if (chosen) extras.with(({ pinEdits }) => pinEdits.open(chosen));
      },
    },
    {
      ...{ id: 'pin.link', label: 'pins.link', icon: 'link', ...common },
      enabled: () => mapPins.candidate !== null,
      run: () => {
        const { chosen, candidate } = mapPins;
        if (chosen && candidate !== null) extras.with(({ pinEdits }) => pinEdits.link(chosen, candidate));
      },
    },
    {
      ...{ id: 'pin.remove', label: 'pins.remove', icon: 'map-pin-off', ...common },
      enabled: () => isHeld() && mayEdit(),
      run: () => {
        const { chosen } = mapPins;
        if (chosen) mapPins.remove(chosen);
      },
    },
    {
      ...{ id: 'pin.list', label: 'pins.list', icon: 'list-ordered', group: 'pins', writes: false },
      enabled: hasMap,
      run: () => ask('pins'),
    },
    {
      ...{ id: 'map.picture', label: 'pins.picture', icon: 'image', ...common },
      enabled: () => hasMap() && mapPins.map?.props.hash === undefined && store.getState().mayAdd && mayEdit(),
      run: () => {
        const frame = mapPins.map && board.frame(mapPins.map.id);
        if (frame) ask({ picturesAt: { x: frame.x + frame.w / 2, y: frame.y + frame.h / 2 } });
      },
    },
    {
      ...{ id: 'map.clear', label: 'pins.clear', icon: 'image-off', ...common },
      enabled: () => mapPins.map?.props.hash !== undefined && mayEdit(),
      run: () => {
        const { map } = mapPins;
        if (map) writes.style([map.id], { hash: undefined, alt: undefined }, 'picture');
      },
    },
  ];
}
