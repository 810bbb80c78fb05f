/** Why the server does not start, in the two languages of its operators: printed as it is, without a stack. Nothing has been changed. */
export class StartupError extends Error {
  constructor(
    readonly code: string,
    readonly fr: string,
    readonly en: string,
    options?: ErrorOptions,
  ) {
    super(en, options);
  }
}
