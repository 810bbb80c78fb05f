/**
 * The session as plain JSON, written by the server only. `rev` grows with each change and orders the events; the roster has its own
 * events and is no part of it.
 */
import type { Role } from '../access/can.ts';
import type { CurrentStep } from '../access/Step.ts';

export type Locale = 'fr' | 'en';

/** The subject of a workshop: every board begins with it (all optional). */
export interface SubjectFields {
  readonly question?: string;
  readonly sponsor?: string;
  readonly facilitation?: string;
  /** Local date, `YYYY-MM-DD`. */
  readonly date?: string;
  /** Local time, `HH:MM`. */
  readonly time?: string;
  readonly place?: string;
  readonly visio?: string;
}

export const SUBJECT_KEYS = ['question', 'sponsor', 'facilitation', 'date', 'time', 'place', 'visio'] as const;

export interface Control {
  readonly rev: number;
  readonly title: string;
  /** `id@version` of the template the board was made from. */
  readonly template: string;
  readonly locale: Locale;
  /** IANA name, e.g. `Europe/Paris`. */
  readonly timeZone: string;
  readonly fields: SubjectFields;
  /** Absent: no step narrows what the roles may do. */
  readonly step?: CurrentStep;
  /** Steps that were left while what people wrote in them is still private; the one left first stands first. */
  readonly unrevealed?: readonly CurrentStep[];
  /** How often the private documents of this board began anew, each time all of them; absent: never. One of another number is not sent any more. */
  readonly privateEpoch?: number;
  readonly series?: { readonly id: string; readonly label: string };
}

/** One live connection, as the others see it. A participant with two tabs stands here twice. */
export interface RosterEntry {
  readonly connection: number;
  readonly participant: string;
  /** Empty when the person chose to have no name. */
  readonly name: string;
  readonly role: Role;
  /** Index into the people colours of the theme, stable for a participant of a board. */
  readonly hue: number;
  /** Where the person is in one. */
  readonly group?: string;
}

export type ControlEvent =
  | { readonly type: 'control'; readonly rev: number; readonly control: Control }
  | { readonly type: 'roster'; readonly count: number; readonly people: readonly RosterEntry[] }
  /** Disk trouble: nothing is lost, nothing new is acknowledged until `paused` is false again. */
  | { readonly type: 'storage'; readonly paused: boolean }
  /**
   * What people wrote in these steps stands on the board now, so many notes in all; `rev`: of the control state with it. `unreadable`: so
   * many private documents could not be read, and nothing of them is there.
   */
  | {
      readonly type: 'revealed';
      readonly rev: number;
      readonly steps: readonly string[];
      readonly notes: number;
      readonly unreadable?: number;
    }
  /** To facilitators: what a participant deletes of others is kept back. `deleted` went away before that; both 0: nothing is open. */
  | { readonly type: 'massDeletion'; readonly participant: string; readonly deleted: number; readonly held: number }
  /** To facilitators: `left` is what somebody has made again since, or what the board has no room for. */
  | {
      readonly type: 'deletionsRestored';
      readonly participant: string;
      readonly restored: number;
      readonly left: number;
    }
  /** An edit of this connection was refused and taken back; its author is told why. */
  | { readonly type: 'refused'; readonly code: string; readonly elements: readonly string[] };

/** First message of the server to our client. */
export interface Welcome {
  readonly protocol: number;
  /** Server time, UTC milliseconds. */
  readonly now: number;
  readonly epoch: string;
  readonly connection: number;
  readonly participant: {
    readonly id: string;
    readonly name: string;
    readonly role: Role;
    readonly hue: number;
    /** One's own: in a room of many the roster names nobody. */
    readonly group?: string;
  };
  readonly control: Control;
  readonly roster: { readonly count: number; readonly people: readonly RosterEntry[] };
}
