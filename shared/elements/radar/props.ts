/** What a radar is made of: rings from the centre outwards, sectors clockwise from the top, each a member of a family with a key of its own. */
import type { Element } from '../ElementKind.ts';
import { type Member, memberReader } from '../families.ts';

export type Ring = { readonly name: string; readonly z: string };
export type Sector = { readonly name: string; readonly z: string };

export type RadarProps = {
  /** Each sector is a role: one with nobody in it says so. */
  readonly roles?: boolean;
  readonly [ring: `ring:${string}`]: Ring;
  readonly [sector: `sector:${string}`]: Sector;
};

export const RADAR_LIMITS = { rings: 8, sectors: 16 } as const;
export const RADAR_FAMILIES = ['ring', 'sector'] as const;
export type RadarFamily = (typeof RADAR_FAMILIES)[number];

const readRings = memberReader<Ring>('ring');
const readSectors = memberReader<Sector>('sector');

/** Every ring or sector there is, in order: also those beyond the limit, which two people have added at once. Who writes their order needs them all. */
export const membersOf = (props: RadarProps, family: RadarFamily): readonly Member<Ring | Sector>[] =>
  family === 'ring' ? readRings(props) : readSectors(props);

/** The rings from the centre outwards; what two people added beyond the limit at once is kept, and not shown. */
export const ringsOf = (props: RadarProps): readonly Member<Ring>[] => readRings(props).slice(0, RADAR_LIMITS.rings);

/** The sectors clockwise from the top, as `ringsOf`. */
export const sectorsOf = (props: RadarProps): readonly Member<Sector>[] =>
  readSectors(props).slice(0, RADAR_LIMITS.sectors);

/** Kinds that are placed on a radar; lines between them, titles and shapes are part of its drawing. */
const PLACED: ReadonlySet<string> = new Set(['note', 'image', 'cluster']);

/** Whether an element on a radar is one of those that stand in a ring and a sector. */
export const countsOn = (child: Pick<Element, 'kind'>): boolean => PLACED.has(child.kind);

/** An element as a radar, where it is one that can be read. */
export const asRadar = (element: Element | undefined): Element<RadarProps> | null =>
  element?.kind === 'radar' && element.problem === undefined ? (element as unknown as Element<RadarProps>) : null;
