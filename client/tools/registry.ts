/** Every tool, one line each: the rail, the menus, the palette, the keyboard and the rights of the step all read this. */
import type { Props } from '../../shared/elements/ElementKind.ts';
import { createCommentTool } from './comment.ts';
import { createConnectorTool } from './connector.ts';
import { createEraserTool } from './eraser.ts';
import { createFrameTool } from './frame.ts';
import { createHandTool } from './hand.ts';
import { createLaserTool } from './laser.ts';
import { createLassoTool } from './lasso.ts';
import { createOpeningTool } from './opening.ts';
import { createPlaceTool } from './place.ts';
import { createSelectTool } from './select.ts';
import { createShapeTool } from './shape.ts';
import { createStrokeTool, HIGHLIGHTER } from './stroke.ts';
import type { Tool, ToolId } from './Tool.ts';
import type { ToolPorts } from './ToolPorts.ts';

export interface ToolSpec {
  /** Name of a lucide icon, in kebab case. */
  readonly icon: string;
  /** As a command's: `n`, `shift+n`. */
  readonly shortcut: string;
  /** Where it stands: in the rail, or with the rest behind it. */
  readonly place: 'rail' | 'more';
  /** Whether the board changes by it: never offered to a viewer. */
  readonly writes: boolean;
  /** The kind of element it adds, where it adds one: not offered where the step does not take it. */
  readonly adds?: string;
  /** What it asks of the page as soon as it is chosen; nothing then stays in the hand. */
  readonly opens?: 'pictures' | 'decks';
  /** For a second tool of a kind: the name under which the look of its next element is kept, and what it is until something is chosen. */
  readonly look?: { readonly name: string; readonly props: Props };
  /** Props that are the tool's own affair: its options do not offer them. */
  readonly fixed?: readonly string[];
  /** Whether Enter puts one in the middle of the view: no pointer needed. */
  readonly byKey?: boolean;
  create(ports: ToolPorts): Tool;
}

/** The name people read is the message `editor.tool.<id>`. */
export const TOOLS: Readonly<Record<ToolId, ToolSpec>> = {
  select: { icon: 'mouse-pointer-2', shortcut: 'v', place: 'rail', writes: false, create: createSelectTool },
  hand: { icon: 'hand', shortcut: 'h', place: 'rail', writes: false, create: createHandTool },
  lasso: { icon: 'lasso', shortcut: 'shift+v', place: 'more', writes: false, create: createLassoTool },
  note: {
    icon: 'sticky-note',
    shortcut: 'shift+n',
    place: 'rail',
    writes: true,
    adds: 'note',
    byKey: true,
    create: (ports) => createPlaceTool(ports, 'note'),
  },
  text: {
    icon: 'type',
    shortcut: 't',
    place: 'rail',
    writes: true,
    adds: 'text',
    byKey: true,
    create: (ports) => createPlaceTool(ports, 'text'),
  },
  frame: {
    icon: 'frame',
    shortcut: 'f',
    place: 'rail',
    writes: true,
    adds: 'frame',
    byKey: true,
    create: createFrameTool,
  },
  matrix: {
    icon: 'chart-scatter',
    shortcut: 'shift+a',
    place: 'more',
    writes: true,
    adds: 'matrix',
    byKey: true,
    create: (ports) => createFrameTool(ports, 'matrix'),
  },
  radar: {
    icon: 'radar',
    shortcut: 'shift+o',
    place: 'more',
    writes: true,
    adds: 'radar',
    byKey: true,
    create: (ports) => createFrameTool(ports, 'radar'),
  },
  image: {
    icon: 'image',
    shortcut: 'i',
    place: 'more',
    writes: true,
    adds: 'image',
    opens: 'pictures',
    create: () => createOpeningTool('image'),
  },
  grid: {
    icon: 'table-2',
    shortcut: 'g',
    place: 'more',
    writes: true,
    adds: 'grid',
    byKey: true,
    create: (ports) => createFrameTool(ports, 'grid'),
  },
  deck: {
    icon: 'layers',
    shortcut: 'shift+d',
    place: 'more',
    writes: true,
    adds: 'deck',
    opens: 'decks',
    create: () => createOpeningTool('deck'),
  },
  map: {
    icon: 'map-pinned',
    shortcut: 'shift+k',
    place: 'more',
    writes: true,
    adds: 'map',
    byKey: true,
    create: (ports) => createPlaceTool(ports, 'map'),
  },
  shape: {
    icon: 'shapes',
    shortcut: 's',
    place: 'rail',
    writes: true,
    adds: 'shape',
    byKey: true,
    create: createShapeTool,
  },
  stroke: {
    icon: 'pen-line',
    shortcut: 'p',
    place: 'rail',
    writes: true,
    adds: 'stroke',
    fixed: ['highlighter'],
    create: (ports) => createStrokeTool(ports, 'stroke'),
  },
  highlighter: {
    icon: 'highlighter',
    shortcut: 'shift+p',
    place: 'more',
    writes: true,
    adds: 'stroke',
    look: { name: 'highlighter', props: HIGHLIGHTER },
    fixed: ['highlighter'],
    create: (ports) => createStrokeTool(ports, 'highlighter'),
  },
  connector: {
    icon: 'spline',
    shortcut: 'x',
    place: 'rail',
    writes: true,
    adds: 'connector',
    create: createConnectorTool,
  },
  eraser: { icon: 'eraser', shortcut: 'e', place: 'more', writes: true, create: createEraserTool },
  comment: { icon: 'message-square', shortcut: 'shift+c', place: 'more', writes: false, create: createCommentTool },
  laser: { icon: 'wand-sparkles', shortcut: 'l', place: 'more', writes: false, create: createLaserTool },
};
