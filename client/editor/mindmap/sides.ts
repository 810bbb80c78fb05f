/** Which side of its map a note grows on. Pure. */
import type { Box } from '../../../shared/geometry/box.ts';

/** Whether a note lies on the left of the heart of its map: by its middle, so that whoever drags it across changes its side. */
export const isLeft = (box: Box, root: Box): boolean => box.x + box.w / 2 < root.x + root.w / 2;
