/** English texts of mind maps: the same ids as the French ones. */
import type { MindmapMessageId } from '../fr/mindmap.ts';

export const mindmap = {
  'help.mindmap':
    'In a mind map, Tab adds a child of the idea selected or being written, Enter a sibling of the selected one. Arrows go from one idea to another and, with Shift, move it. F2 writes in it. Where you came by Tab, Tab goes on to the next element.',
  'help.group.mindmap': 'Mind map',
  'mindmap.begin': 'Mind map',
  'mindmap.child': 'Child idea',
  'mindmap.sibling': 'Sibling idea',
  'mindmap.fold': 'Fold or unfold the branch',
  'mindmap.tidy': 'Tidy the mind map',
  'mindmap.root': 'Subject',
  'mindmap.say.begun':
    'Mind map. Tab: child idea. Enter: sibling idea. Arrows: go from one idea to another. Shift and arrows: move the idea.',
  'mindmap.say.child': 'New idea under “{text}”',
  'mindmap.say.folded': '{count, plural, one {# idea folded} other {# ideas folded}}',
  'mindmap.say.unfolded': '{count, plural, one {# idea unfolded} other {# ideas unfolded}}',
  'mindmap.say.moved': 'Idea placed under “{text}”',
} as const satisfies Record<MindmapMessageId, string>;
