/** The name of a picture's file. */
import { fileName } from './fileName.ts';

export const pictureFileName = (board: string, area?: string): string => fileName('png', board, area);
