/**
 * A small picture of a template, drawn from its own data: areas, cards and labels at their places, and a few notes where people will
 * write. Decoration for the eye; the words beside it say the same.
 */
import { findKind } from '../../../shared/elements/registry.ts';
import type { Template, TemplateElement } from '../../../shared/templates/Template.ts';
import { NOTE_COLORS, type NoteColor } from '../../../shared/theme/tokens.ts';

const RATIO = 9 / 16;
/** Page units shown where a template has nothing of its own. */
const BLANK_WIDTH = 2_400;

interface Placed {
  readonly element: TemplateElement;
  readonly x: number;
  readonly y: number;
  readonly leaf: boolean;
}

const place = (elements: readonly TemplateElement[], x = 0, y = 0): Placed[] =>
  elements.flatMap((element) => {
    const placed = { element, x: x + element.at[0], y: y + element.at[1], leaf: !element.children?.length };
    return [placed, ...place(element.children ?? [], placed.x, placed.y)];
  });

const isArea = ({ kind }: TemplateElement): boolean => findKind(kind)?.isContainer ?? false;

/** A thing that is all of one colour: a note, and what later kinds do likewise. Whatever else holds nothing is drawn as a line of words. */
const isCard = ({ kind }: TemplateElement): boolean => Object.hasOwn(findKind(kind)?.defaultProps ?? {}, 'color');

const colorOf = (element: TemplateElement): NoteColor | null => {
  const color = element.props?.color;
  return NOTE_COLORS.find((known) => known === color) ?? null;
};

/** Notes as a group might leave them in an empty area: a loose row or two, the same each time. */
const SAMPLE_COLORS: readonly NoteColor[] = ['yellow', 'pink', 'blue', 'yellow', 'green', 'orange', 'purple'];

function samples({ element, x, y }: Placed, seed: number): { x: number; y: number; size: number; color: NoteColor }[] {
  const [w, h] = element.size;
  const size = Math.min(185, w * 0.3, h * 0.4);
  const columns = Math.max(1, Math.floor((w - 80) / (size * 1.25)));
  const rows = Math.max(1, Math.floor((h - 80) / (size * 1.25)));
  const count = Math.min(columns * rows, 2 + (seed % 4) + Math.floor((w * h) / 260_000));
  return Array.from({ length: count }, (_, index) => ({
    x: x + 48 + (index % columns) * size * 1.25 + ((seed * 7 + index * 13) % 5) * 5,
    y: y + 56 + Math.floor(index / columns) * size * 1.25 + ((seed * 11 + index * 17) % 5) * 5,
    size,
    color: SAMPLE_COLORS[(seed * 3 + index) % SAMPLE_COLORS.length] ?? 'yellow',
  }));
}

const BLANK_NOTES = [
  [220, 260],
  [520, 240],
  [840, 420],
  [300, 600],
  [1250, 280],
  [1560, 300],
  [1420, 620],
  [1880, 760],
  [760, 820],
] as const;

export function TemplatePicture({ template, className }: { template: Template; className?: string | undefined }) {
  const placed = place(template.elements);
  const areas = placed.filter(({ element }) => isArea(element));
  const left = Math.min(0, ...placed.map(({ x }) => x)) - 90;
  const top = placed.length === 0 ? 0 : Math.min(0, ...areas.map(({ y }) => y)) - 270;
  const right =
    placed.length === 0 ? BLANK_WIDTH : Math.max(...areas.map(({ element, x }) => x + element.size[0])) + 90;
  const width = right - left;
  return (
    <svg
      className={className}
      viewBox={`${left} ${top} ${width} ${width * RATIO}`}
      preserveAspectRatio="xMidYMin slice"
      aria-hidden="true"
      focusable="false"
    >
      {placed.map((item, index) => (
        // The list is the template's own and never reordered.
        <Drawn key={`${template.id}-${index.toString()}`} item={item} />
      ))}
      {areas
        .filter(({ leaf }) => leaf)
        .flatMap((item, index) => samples(item, index))
        .map(({ x, y, size, color }) => (
          <Note key={`${x} ${y}`} x={x} y={y} w={size} h={size} color={color} />
        ))}
      {placed.length === 0 &&
        BLANK_NOTES.map(([x, y], index) => (
          <Note key={`${x} ${y}`} x={x} y={y} w={230} h={230} color={SAMPLE_COLORS[index % 7] ?? 'yellow'} />
        ))}
    </svg>
  );
}

function Drawn({ item: { element, x, y } }: { item: Placed }) {
  const [w, h] = element.size;
  const color = colorOf(element);
  if (isCard(element)) return <Note x={x} y={y} w={w} h={h} color={color ?? 'yellow'} />;
  if (!isArea(element)) {
    return (
      <rect
        x={x}
        y={y}
        width={Math.min(w * 0.4, 900)}
        height={h * 0.6}
        rx={12}
        fill="var(--muted-ink)"
        opacity={0.55}
      />
    );
  }
  return (
    <>
      <rect x={x} y={y - 34} width={Math.min(w * 0.5, 260)} height={20} rx={8} fill="var(--muted-ink)" opacity={0.5} />
      <rect
        x={x}
        y={y}
        width={w}
        height={h}
        rx={14}
        fill={color ? `var(--note-${color})` : 'var(--ink)'}
        fillOpacity={color ? 0.22 : 0.04}
      />
      <rect x={x} y={y} width={w} height={h} rx={14} fill="none" stroke="var(--area-line)" strokeWidth={6} />
    </>
  );
}

function Note({ x, y, w, h, color }: { x: number; y: number; w: number; h: number; color: NoteColor }) {
  const line = Math.min(16, h * 0.1);
  const gap = Math.min(46, h * 0.26);
  const first = y + Math.min(40, h * 0.22);
  return (
    <>
      <rect x={x} y={y + 6} width={w} height={h} rx={8} fill="var(--shadow)" />
      <rect x={x} y={y} width={w} height={h} rx={8} fill={`var(--note-${color})`} />
      <g fill="var(--note-ink)" opacity={0.5}>
        <rect x={x + w * 0.12} y={first} width={w * 0.68} height={line} rx={line / 2} />
        <rect x={x + w * 0.12} y={first + gap} width={w * 0.42} height={line} rx={line / 2} />
      </g>
    </>
  );
}
