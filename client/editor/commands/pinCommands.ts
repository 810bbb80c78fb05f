/** What one does with maps and their pins: of the map that is selected, of the pin that is chosen. */
import type { Command } from './Command.ts';
import type { CommandPorts } from './registry.ts';

export function createPinCommands({ ask, board, mapPins, selection, store, writes }: CommandPorts): Command[] {
  const common = { group: 'pins', writes: true } as const;
  const hasMap = (): boolean => mapPins.map !== null;
  return [
    {
      ...{ id: 'pin.add', label: 'pins.add', icon: 'map-pin-plus', ...common },
      enabled: () => hasMap() && mapPins.map?.lock === false,
      run: () => {
        const { map } = mapPins;
        if (map) mapPins.add(map.id);
      },
    },
    {
      ...{ id: 'pin.note', label: 'pins.note', icon: 'sticky-note', ...common },
      enabled: () => mapPins.chosen !== null && selection.single === mapPins.chosen.map.id,
      run: () => {
        const { chosen } = mapPins;
        if (chosen) mapPins.open(chosen);
      },
    },
    {
      ...{ id: 'pin.link', label: 'pins.link', icon: 'link', ...common },
      enabled: () => mapPins.candidate !== null,
      run: () => {
        const { chosen, candidate } = mapPins;
        if (chosen && candidate !== null) mapPins.link(chosen, candidate);
      },
    },
    {
      ...{ id: 'pin.remove', label: 'pins.remove', icon: 'map-pin-off', ...common },
      enabled: () => mapPins.chosen !== null && selection.single === mapPins.chosen.map.id,
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
      enabled: () => mapPins.map !== null && mapPins.map.props.hash === undefined && store.getState().mayAdd,
      run: () => {
        const frame = mapPins.map && board.frame(mapPins.map.id);
        if (frame) ask({ picturesAt: { x: frame.x + frame.w / 2, y: frame.y + frame.h / 2 } });
      },
    },
    {
      ...{ id: 'map.clear', label: 'pins.clear', icon: 'image-off', ...common },
      enabled: () => mapPins.map?.props.hash !== undefined,
      run: () => {
        const { map } = mapPins;
        if (map) writes.style([map.id], { hash: undefined, alt: undefined }, 'picture');
      },
    },
  ];
}
