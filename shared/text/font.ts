/**
 * The names under which our font files are registered, in the browser and on the server alike. They are private names on purpose: a
 * font of the host must never stand in for ours, or lines would break differently from one machine to the next.
 */
export type Weight = 400 | 600 | 700;

export const FONT_FAMILIES = { text: 'PM Text', emoji: 'PM Emoji', fallback: 'PM Fallback' } as const;

/** The whole stack: text first, then emoji, then the font that has the arrows, signs and alphabets the first one lacks. */
export const FONT_STACK = `"${FONT_FAMILIES.text}", "${FONT_FAMILIES.emoji}", "${FONT_FAMILIES.fallback}"`;

/** The value for `ctx.font`; `size` in board units. */
export const fontOf = (size: number, weight: Weight): string => `${weight} ${size}px ${FONT_STACK}`;

/** From the top of a line of height `lineHeight * size` to its baseline: capitals stand in the middle of the line. */
export const baselineOf = (size: number, lineHeight: number): number => ((lineHeight + CAP_HEIGHT) * size) / 2;

/** Height of capitals of the text font, in sizes. */
export const CAP_HEIGHT = 0.668;
