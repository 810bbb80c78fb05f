/** French texts of the library of templates and of tables to take away (source language). Thin no-break spaces before ; : ! ?. */
export const library = {
  'template.prepare': 'À préparer',
  'template.deliverable': 'Ce avec quoi l’on repart',
} as const;
