/** English texts of pictures on the wall: bringing them, what waits, saying what is seen on them: what no page needs at first. */
import type { pictures as french } from '../../fr/later/pictures.ts';

export const pictures: Readonly<Record<keyof typeof french, string>> = {
  'pictures.tray': 'Pictures being added',
  'pictures.named': 'Picture “{name}”',
  'pictures.unnamed': 'Picture',
  'pictures.preparing': 'Preparing…',
  'pictures.sending': 'Sending… {percent}%',
  'pictures.waiting': 'Waiting for a connection. Only you see it for now.',
  'pictures.waitingServer': 'The server is busy; sending goes on by itself.',
  'pictures.unreadable': 'This file is not a picture this browser can read.',
  'pictures.tooLarge': 'This picture is too large to be prepared here.',
  'pictures.unwritten': 'The wall takes no picture at the moment.',
  'pictures.refused': 'The server did not take this picture.',
  'pictures.atRisk': 'This device cannot keep it: do not close the page before it is sent.',
  'pictures.cancel': 'Cancel',
  'pictures.bringHere': 'Put in the middle of the screen',
  'pictures.remove': 'Remove',
  'pictures.retry': 'Try again',
  'pictures.tooMany': 'The first {count} pictures are being added. Drop the others afterwards.',
  'pictures.placed': '{count, plural, one {Picture added to the wall} other {# pictures added to the wall}}',
  'pictures.question': 'What is to be seen on this picture?',
  'pictures.question.help': 'Read to those who do not see it. Optional.',
  'pictures.save': 'Save',
  'pictures.skipAll': 'Skip all',
  'pictures.skip': 'Skip',
};
