/** English texts of the quiet pages. Same ids and arguments as the French source. */
import type { site as source } from '../fr/site.ts';

export const site: Readonly<Record<keyof typeof source, string>> = {
  'common.close': 'Close',
  'common.closeMessage': 'Close this message',
  'common.retry': 'Try again',

  'site.home': '(home)',
  'site.language': 'Language',
  'site.theme': 'Appearance',
  'site.theme.system': 'As the device',
  'site.theme.light': 'Light',
  'site.theme.dark': 'Dark',
  'site.theme.contrast': 'High contrast',

  'template.minutes': '{minutes} minutes',
  'template.freeTime': 'as long as you like',

  'notFound.title': 'There is nothing at this address',
  'notFound.help': 'The address may be incomplete. Go back to the start page, or paste the link you received again.',
  'notFound.home': 'Back to the start page',

  'broken.title': 'This page could not be shown',
  'broken.help': 'What was saved is intact. Load the page again; if it happens again, tell the person who facilitates.',
  'broken.reload': 'Load the page again',
};
