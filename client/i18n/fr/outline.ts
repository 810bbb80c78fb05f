/** French texts of the outline: the board as lines (source language). Thin no-break spaces before ; : ! ?. */
export const outline = {
  'outline.title': 'Plan du mur',
  'outline.button': 'Plan',
} as const;
