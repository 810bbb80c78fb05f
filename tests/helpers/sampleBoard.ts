/** The whole sample as a board: an area a question, a note a contribution, eight colours, in a grid. */
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { NOTE_COLORS } from '../../shared/theme/tokens.ts';
import { type Contribution, readContributions } from './contributions.ts';

const COLUMNS = 14;
const STEP = 216;
const PADDING = 20;
const BETWEEN_AREAS = 80;

/** Builds the board; areas are `area-0`…, notes `note-0-0`…. */
export function createSampleBoard(): BoardDoc {
  const byQuestion = new Map<string, Contribution[]>();
  for (const one of readContributions()) byQuestion.set(one.question, [...(byQuestion.get(one.question) ?? []), one]);
  const board = new BoardDoc();
  board.edit('sample', (write) => {
    let y = 0;
    [...byQuestion].forEach(([question, contributions], area) => {
      const rows = Math.ceil(contributions.length / COLUMNS);
      const height = rows * STEP - 16 + 2 * PADDING;
      write.create({
        id: `area-${area}`,
        kind: 'frame',
        place: [null, 0, y],
        size: [COLUMNS * STEP - 16 + 2 * PADDING, height],
        z: `a${String(area).padStart(3, '0')}`,
        text: question,
      });
      contributions.forEach(({ text }, index) => {
        write.create({
          id: `note-${area}-${index}`,
          kind: 'note',
          place: [`area-${area}`, PADDING + (index % COLUMNS) * STEP, PADDING + Math.floor(index / COLUMNS) * STEP],
          z: `a${String(index).padStart(3, '0')}`,
          text: text.replaceAll('|', '\n'),
          props: { color: NOTE_COLORS[(index + area) % NOTE_COLORS.length] },
        });
      });
      y += height + BETWEEN_AREAS;
    });
  });
  return board;
}
