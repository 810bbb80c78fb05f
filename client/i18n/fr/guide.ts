/** French texts that guide: the tour, the help, a newer version (source language). Thin no-break spaces before ; : ! ?. */
export const guide = {
  'update.ready': 'Une nouvelle version est prête.',
  'update.wait': 'Une nouvelle version est prête. Elle attend que tout soit enregistré.',
  'update.reload': 'Recharger',
  'update.later': 'Plus tard',
} as const;
