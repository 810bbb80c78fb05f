/** English texts of what finds things and leads to them: palette, search, map, views, tools. */
import type { finding as french } from '../fr/finding.ts';

export const finding: Readonly<Record<keyof typeof french, string>> = {
  'editor.command.palette': 'Search for an action',
  'editor.command.find': 'Search the wall',
  'editor.command.findNext': 'Next result',
  'editor.command.findPrevious': 'Previous result',
  'editor.command.menu': 'Menu of the selection or the wall',
  'editor.command.places': 'Views and areas',
  'editor.command.map': 'Map of the wall',
  'editor.command.help': 'Help and shortcuts',

  'palette.title': 'Search for an action',

  'find.title': 'Search the wall',

  'tools.more': 'More tools',
  'tools.all': 'Tools',
  'tools.style': 'Tool settings',
  'tools.leave': 'Put the tool down',
  'tools.value': '{label}: {value}',

  'key.contextmenu': 'Menu',
  'key.space': 'Space',
};
