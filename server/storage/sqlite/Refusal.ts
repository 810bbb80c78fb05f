/** The write breaks a rule of `Storage` and never will succeed. */
export class Refusal extends Error {}
