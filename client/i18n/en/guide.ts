/** English texts that guide: the tour, the help, a newer version. */
import type { guide as french } from '../fr/guide.ts';

export const guide: Readonly<Record<keyof typeof french, string>> = {
  'update.ready': 'A new version is ready.',
  'update.wait': 'A new version is ready. It waits until everything is saved.',
  'update.reload': 'Reload',
  'update.later': 'Later',

  'tour.label': 'Tour of the board',
  'tour.progress': '{step} of {steps}',
  'tour.next': 'Next',
  'tour.back': 'Back',
  'tour.skip': 'Skip the tour',
  'tour.done': 'Got it',
  'tour.again': 'See the tour again',

  'tour.write.title': 'Write',
  'tour.write.mouse': 'Double-click in an area, or take “Note” here. A pasted list gives one note a line.',
  'tour.write.touch': 'Touch “Note”, write, then touch beside it. A finger moves a note.',
  'tour.look.title': 'Look around',
  'tour.look.mouse': 'The wheel scrolls, Ctrl and wheel enlarge. Here one sees the whole board again.',
  'tour.look.touch': 'One finger moves the view, two fingers enlarge it. A long press selects several notes.',
  'tour.saved.title': 'Everything is kept',
  'tour.saved.text': 'Every letter saves itself. If the connection drops, go on: all will leave when it is back.',
  'tour.invite.title': 'Bring the group in',
  'tour.invite.text': 'A code to scan, a link to copy, a sheet to print: no account, nothing to install.',
  'tour.agenda.title': 'Follow the agenda',
  'tour.agenda.text': 'The subject, the steps, their minutes and what is said at each.',
  'tour.people.title': 'Who is here',
  'tour.people.text': 'The people present. You can change a name, let somebody facilitate, remove someone.',
  'tour.you.title': 'Who is here',
  'tour.you.text': 'The people present, and your own name, which you can change whenever you like.',
  'tour.watch.title': 'You are watching',
  'tour.watch.text': 'The board fills before your eyes. Nothing you do here changes it.',
  'tour.more.title': 'Need help',
  'tour.more.text': 'Help, shortcuts, language and appearance are here. You will find this tour there again.',
};
