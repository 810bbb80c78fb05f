/** Pictures, beside the tool that brings files: the camera, and saying what is seen on one. */
import { viewOf } from '../../elements/registry.ts';
import type { Command } from './Command.ts';
import type { CommandPorts } from './registry.ts';

export function createPictureCommands({ ask, board, selection }: CommandPorts): Command[] {
  /** The one selected element whose text stands for it instead of being shown. */
  const described = (): boolean => {
    const element = selection.single === null ? undefined : board.get(selection.single);
    return element !== undefined && !element.lock && viewOf(element).untitled !== undefined;
  };
  return [
    {
      id: 'picture.camera',
      label: 'pictures.camera',
      icon: 'camera',
      group: 'edit',
      writes: true,
      enabled: () => true,
      run: () => ask('camera'),
    },
    {
      id: 'picture.describe',
      label: 'pictures.describe',
      icon: 'captions',
      group: 'edit',
      writes: true,
      enabled: described,
      run: () => ask('describe'),
    },
  ];
}
