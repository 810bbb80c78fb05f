/** One thing somebody asks of the session, chosen by chance: a title, a subject, a step with its rights, a role, a name, a group, a link. */
import type { Rights } from '../../../shared/access/Step.ts';
import { OPEN_STEP } from '../../../shared/access/Step.ts';
import { type Command, LINK_NAMES } from '../../../shared/control/commands.ts';
import type { Random } from '../../helpers/random.ts';

export interface Situation {
  readonly random: Random;
  /** A number that was not given before. */
  readonly next: () => number;
  /** Everybody who may be spoken of. */
  readonly people: readonly string[];
  /** What stands on the board of whoever asks. */
  readonly elements: readonly string[];
  /** Whether nothing is said of elements: the stories of seeds from before there was that. */
  readonly isNotesOnly: boolean;
}

const GROUPS = ['table', 'observateurs'];
const REACHES = ['all', 'own', 'none'] as const;

export function randomCommand(situation: Situation): Command {
  const { random, next, people } = situation;
  const participant = random.pick(people);
  const roll = random.below(100);
  if (roll < 30) return { type: 'renameBoard', title: `Atelier ${next()}` };
  if (roll < 42) return { type: 'setFields', fields: { place: random.pick(['Mairie', 'Gymnase', '']) } };
  if (roll < 50) return { type: 'reveal' };
  if (roll < 72) return { type: 'setStep', step: random.below(3) === 0 ? null : randomStep(situation) };
  if (roll < 78) return { type: 'rename', participant, name: `Nom ${next()}` };
  if (roll < 84) return { type: 'setGroup', participant, group: random.below(3) === 0 ? null : random.pick(GROUPS) };
  if (roll < 90) return { type: 'promote', participant };
  if (roll < 95) return { type: 'demote', participant };
  if (roll < 97) return { type: 'remove', participant };
  return { type: 'renewLink', link: random.pick(LINK_NAMES) };
}

function randomStep(situation: Situation): Extract<Command, { type: 'setStep' }>['step'] {
  const { random, next } = situation;
  return {
    ...OPEN_STEP,
    id: `etape-${next()}`,
    ...randomRights(situation),
    ...(random.below(3) === 0 && { private: { until: 'facilitator' } }),
    ...(random.below(5) === 0 && { attribution: 'anonymous' }),
    ...(random.below(3) === 0 && { groups: { [random.pick(GROUPS)]: randomRights(situation) } }),
  };
}

/** Some rights other than those of a board without steps; most steps leave most of them. */
function randomRights({ random, elements, isNotesOnly }: Situation): Partial<Rights> {
  return {
    ...(random.below(4) === 0 && { add: false }),
    ...(random.below(3) === 0 && { edit: random.pick(REACHES) }),
    ...(random.below(3) === 0 && { move: random.pick(REACHES) }),
    ...(random.below(4) === 0 && { kinds: ['note'] }),
    ...(!isNotesOnly && random.below(4) === 0 && { comment: false }),
    ...(random.below(6) === 0 && elements.length > 0 && { areas: [random.pick(elements), random.pick(elements)] }),
  };
}
