/** Matrices and radars: their panels, and placing by keyboard what waits in the heap. The rest is done in the panels. */

import { keysBetween } from '../../../shared/board/order.ts';
import { memberKey } from '../../../shared/elements/families.ts';
import {
  RADAR_LIMITS,
  type RadarFamily,
  type RadarProps,
  ringsOf,
  sectorsOf,
} from '../../../shared/elements/radar/props.ts';
import { createId } from '../../../shared/lib/ids.ts';
import { viewOf } from '../../elements/registry.ts';
import { refuseElement } from '../rights.ts';
import type { Command } from './Command.ts';
import type { CommandPorts } from './registry.ts';

export function createPlacingCommands({ ask, board, extras, placing, store, writes }: CommandPorts): Command[] {
  const isOf = (panel: 'matrix' | 'radar'): boolean => {
    const area = placing.area();
    return area !== null && viewOf(area).panel === panel;
  };
  const adding = (family: RadarFamily, icon: string): Command => ({
    id: family === 'ring' ? 'radar.addRing' : 'radar.addSector',
    label: family === 'ring' ? 'radar.addRing' : 'radar.addSector',
    icon,
    group: 'placing',
    writes: true,
    enabled: () => {
      const area = isOf('radar') ? placing.area() : null;
      if (area === null || refuseElement(store.getState().who, board, area.id, 'edit')) return false;
      return membersOf(family, area.props).length < RADAR_LIMITS[`${family}s`];
    },
    run: () => {
      const area = placing.area();
      if (!area) return;
      const last = membersOf(family, area.props).at(-1)?.z ?? null;
      const [z = 'a0'] = keysBetween(last, null, 1);
      writes.style([area.id], { [memberKey(family, createId())]: { name: '', z } }, 'style');
      ask('radar');
    },
  });
  return [
    {
      id: 'matrix.open',
      label: 'matrix.open',
      icon: 'list-ordered',
      group: 'placing',
      writes: false,
      enabled: () => isOf('matrix'),
      run: () => ask('matrix'),
    },
    {
      id: 'radar.open',
      label: 'radar.open',
      icon: 'list-ordered',
      group: 'placing',
      writes: false,
      enabled: () => isOf('radar'),
      run: () => ask('radar'),
    },
    adding('ring', 'circle-dot'),
    adding('sector', 'chart-pie'),
    {
      id: 'placing.next',
      label: 'placing.next',
      icon: 'crosshair',
      shortcut: ['shift+s'],
      group: 'placing',
      writes: true,
      enabled: () => {
        const area = placing.area();
        return area !== null && placing.hasWaiting(area.id);
      },
      run: () => {
        const area = placing.area();
        if (area) placing.next(area.id);
      },
    },
    {
      id: 'placing.spread',
      label: 'placing.spread',
      icon: 'unfold-horizontal',
      group: 'placing',
      writes: true,
      enabled: () => {
        const area = placing.area();
        return area !== null && placing.canSpread(area.id);
      },
      run: () => {
        const area = placing.area();
        if (area) extras.with(({ spreading }) => spreading.spread(area.id));
      },
    },
  ];
}

const membersOf = (family: RadarFamily, props: Readonly<Record<string, unknown>>) =>
  family === 'ring' ? ringsOf(props as RadarProps) : sectorsOf(props as RadarProps);
