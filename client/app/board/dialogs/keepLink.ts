/** Whether the maker of a wall has yet to be told to keep its « Animer » link: a mark on the device where it was made. */
import type { DeviceStorage } from '../../../ui/DeviceStorage.ts';

const KEY = 'pelemele.keep.';

/** The wall was just made here. */
export const remindToKeep = (storage: DeviceStorage, board: string): void => storage.set(KEY + board, '1');

export const isToKeep = (storage: DeviceStorage, board: string): boolean => storage.get(KEY + board) !== null;

/** They were told. */
export const toldToKeep = (storage: DeviceStorage, board: string): void => storage.remove(KEY + board);
