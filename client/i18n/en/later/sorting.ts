/** English texts of the help with sorting: the same ids as the French ones: what no page needs at first. */
import type { sorting as french } from '../../fr/later/sorting.ts';

export const sorting: Readonly<Record<keyof typeof french, string>> = {
  'help.group.sort': 'Sort and cluster',

  'sorting.view': 'What to do?',
  'sorting.view.complete': 'Complete',
  'sorting.view.duplicates': 'Duplicates',
  'sorting.view.alike': 'Alike',
  'sorting.view.draft': 'First draft',
  'sorting.view.zones': 'Areas',
  'sorting.never': 'A suggestion, never a verdict: nothing moves without you.',
  'sorting.onDevice': 'This is worked out on this device. No text is sent.',
  'sorting.scope.all': '{count, plural, one {# note of the wall} other {The # notes of the wall}}',
  'sorting.scope.selection': '{count, plural, one {# chosen note} other {The # chosen notes}}',
  'sorting.working': 'Reading the notes…',
  'sorting.asking': 'Sending the texts to the model…',
  'sorting.failed': 'This could not be finished. Your notes have not moved.',
  'sorting.undo': 'Undo',
  'sorting.show': 'Show on the wall: {text}',
  'sorting.all': 'Tick all',
  'sorting.nothing': 'Untick all',
  'sorting.none': 'Without a value',
  'sorting.someone': 'Unknown person',
  'sorting.say.grouped':
    '{groups, plural, =0 {No note has moved.} one {# cluster made, {count, plural, one {# note} other {# notes}}.} other {# clusters made, {count} notes.}}',
  'sorting.say.stacked': '{count, plural, =0 {No note has moved.} one {# note piled.} other {# notes piled.}}',
  'sorting.say.found': '{count, plural, =0 {No suggestion} one {# suggestion} other {# suggestions}}',

  'sorting.complete.help':
    'Begin by hand: a few notes in each cluster. The rest is suggested from their texts and from the names of the clusters.',
  'sorting.complete.measured':
    'Measured on real contributions by citizens: about 70% of suggestions are right when each group has a name and four notes; nearly nine in ten of those that are “quite sure”.',
  'sorting.complete.few': 'At least two clusters must have been begun',
  'sorting.complete.few.how':
    'Draw a lasso around a few notes, then “Cluster”. Give it a name: it helps as much as several notes.',
  'sorting.complete.run': '{count, plural, one {Suggest a place for # note} other {Suggest a place for # notes}}',
  'sorting.complete.free': 'All notes have been put away already.',
  'sorting.complete.none': 'No loose note is like these clusters.',
  'sorting.complete.left':
    '{count, plural, one {# note is like no cluster: it stays where it is.} other {# notes are like no cluster: they stay where they are.}}',
  'sorting.complete.accept': '{count, plural, one {Put the ticked note away} other {Put the # ticked notes away}}',
  'sorting.complete.one': 'Put this note away: {text}',
  'sorting.unnamed': 'No name',
  'sorting.confidence.high': 'quite sure',
  'sorting.confidence.fair': 'possible',
  'sorting.confidence.low': 'doubtful',

  'sorting.duplicates.help':
    'Notes that say the same in almost the same words, whatever their accents, plurals, word order or typos. Piling keeps every note.',
  'sorting.duplicates.run': '{count, plural, one {Look through # note} other {Look through # notes}}',
  'sorting.duplicates.none': 'No duplicates',
  'sorting.duplicates.none.how': 'Each note says something else, or says it in other words.',
  'sorting.duplicates.set': '{count, plural, one {# note} other {# notes}} · {percent}% of words in common',
  'sorting.duplicates.stack': 'Pile',
  'sorting.duplicates.all': '{count, plural, one {Pile this set} other {Pile all (# sets)}}',

  'sorting.alike.help': 'Choose a note on the wall: those that look like it are shown here and ringed.',
  'sorting.alike.of': 'Like “{text}”',
  'sorting.alike.none': 'No other note has the same words.',
  'sorting.alike.select': '{count, plural, one {Select both} other {Select all (#)}}',
  'sorting.alike.percent': '{percent}%',

  'sorting.draft.help':
    'A draft to put right together: groups of notes with words in common, named by their telling words.',
  'sorting.draft.measured':
    'Measured: better than chance, but far from what people do. To begin the groups by hand and then “Complete” gives much better results.',
  'sorting.draft.run': '{count, plural, one {Suggest a sorting of # note} other {Suggest a sorting of # notes}}',
  'sorting.draft.few': 'At least three written notes are needed.',
  'sorting.draft.count': 'Number of groups: {count}',
  'sorting.draft.name': 'Name of the group',
  'sorting.draft.take': 'Keep the group “{name}”',
  'sorting.draft.notes': '{count, plural, one {# note} other {# notes}}',
  'sorting.draft.apart':
    '{count, plural, one {# note says nothing that could be compared: it stays where it is.} other {# notes stay where they are: nothing to compare.}}',
  'sorting.draft.accept': '{count, plural, one {Make the ticked group} other {Make the # ticked groups}}',

  'sorting.zones.help':
    'An area, or a cell of a grid, may take in the notes of a colour or with a tag. Nothing moves by itself: the notes around it go there when you apply the rule.',
  'sorting.zones.none': 'No area on this wall',
  'sorting.zones.none.how': 'Draw an area, a cluster or a grid, then give it a rule.',
  'sorting.zones.color': 'Colour taken in by “{name}”',
  'sorting.zones.tag': 'Tag taken in by “{name}”',
  'sorting.zones.cell': 'A rule for a cell of “{name}”',
  'sorting.zones.row': 'Row of “{name}”',
  'sorting.zones.column': 'Column of “{name}”',
  'sorting.zones.addRule': 'Add the rule',
  'sorting.zones.removeRule': 'Remove the rule',
  'sorting.zones.removeRuleOf': 'Remove the rule of “{name}”',
  'sorting.zones.full': 'No more than {limit} rules in one grid.',
  'sorting.zones.anyColor': 'Any colour',
  'sorting.zones.anyTag': 'Any tag',
  'sorting.zones.preview':
    '{count, plural, =0 {No note to take in} one {# note to take in} other {# notes to take in}}',
  'sorting.zones.apply': 'Apply',
  'sorting.zones.applyAll': '{count, plural, one {Apply all (# note)} other {Apply all (# notes)}}',

  'sorting.model.use': 'Compare by meaning too, with a model',
  'sorting.model.consent':
    'The texts of the notes that are read (never names) will be sent by this server to {host}, model {model}. This address was chosen by the team that runs this server.',
  'sorting.model.failed': 'The model has not answered: the sorting goes on without it.',
  'sorting.model.tooMany': 'Too many notes for the model ({limit} at most): the sorting goes on without it.',
};
