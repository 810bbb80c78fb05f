/** What the tour of a wall says, by role and device: a few steps, each beside the thing it is about. Pure. */
import type { Role } from '../../../../shared/access/can.ts';
import type { MessageId } from '../../../i18n/Messages.tsx';

export interface TourStep {
  readonly title: MessageId;
  readonly text: MessageId;
  /** `data-mark` of what the step is about; nothing for the wall itself. */
  readonly mark: string | null;
}

const WRITE: TourStep = { title: 'tour.write.title', text: 'tour.write.mouse', mark: 'tools' };
const WRITE_TOUCH: TourStep = { title: 'tour.write.title', text: 'tour.write.touch', mark: 'add' };
const LOOK: TourStep = { title: 'tour.look.title', text: 'tour.look.mouse', mark: 'zoom' };
const LOOK_TOUCH: TourStep = { title: 'tour.look.title', text: 'tour.look.touch', mark: null };
const SAVED: TourStep = { title: 'tour.saved.title', text: 'tour.saved.text', mark: 'saved' };
const INVITE: TourStep = { title: 'tour.invite.title', text: 'tour.invite.text', mark: 'share' };
const AGENDA: TourStep = { title: 'tour.agenda.title', text: 'tour.agenda.text', mark: 'agenda' };
const PEOPLE: TourStep = { title: 'tour.people.title', text: 'tour.people.text', mark: 'people' };
const YOU: TourStep = { title: 'tour.you.title', text: 'tour.you.text', mark: 'people' };
const WATCH: TourStep = { title: 'tour.watch.title', text: 'tour.watch.text', mark: null };
const MORE: TourStep = { title: 'tour.more.title', text: 'tour.more.text', mark: 'more' };

/** On a phone what leaves the page stands behind one button. */
const onPhone = (step: TourStep): TourStep => (step === INVITE || step === AGENDA ? { ...step, mark: 'more' } : step);

export function tourSteps(role: Role, phone: boolean): readonly TourStep[] {
  const write = phone ? WRITE_TOUCH : WRITE;
  const look = phone ? LOOK_TOUCH : LOOK;
  switch (role) {
    case 'facilitator':
      return [write, INVITE, AGENDA, PEOPLE].map((step) => (phone ? onPhone(step) : step));
    case 'participant':
      return [write, look, SAVED, YOU];
    case 'viewer':
      return [WATCH, look, MORE];
  }
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const GAP = 14;
const EDGE = 12;
/** What stands this near to the right edge stands in a bar along it. */
const RIGHT_BAR = 40;

/** Where a card of a size stands beside its thing, whole within the window and never over it: below what lies at the top, beside what lies
    at a side, else above. */
export function cardPlace(
  target: Rect | null,
  card: { readonly w: number; readonly h: number },
  window: { readonly w: number; readonly h: number },
): { readonly x: number; readonly y: number } {
  const within = (value: number, size: number, room: number): number =>
    Math.max(EDGE, Math.min(value, room - size - EDGE));
  if (!target) {
    return {
      x: within((window.w - card.w) / 2, card.w, window.w),
      y: within(window.h - card.h - 96, card.h, window.h),
    };
  }
  const middle = { x: target.x + target.w / 2, y: target.y + target.h / 2 };
  const isAtTop = target.y + target.h < window.h / 3;
  if (isAtTop && target.y + target.h + GAP + card.h + EDGE <= window.h) {
    return { x: within(middle.x - card.w / 2, card.w, window.w), y: target.y + target.h + GAP };
  }
  if (target.h > target.w && target.x + target.w + GAP + card.w + EDGE < window.w) {
    return { x: target.x + target.w + GAP, y: within(middle.y - card.h / 2, card.h, window.h) };
  }
  const isInRightBar = target.w < card.w / 2 && target.x + target.w > window.w - RIGHT_BAR;
  if (isInRightBar && target.x - GAP - card.w >= EDGE) {
    return { x: target.x - GAP - card.w, y: within(middle.y - card.h / 2, card.h, window.h) };
  }
  return {
    x: within(middle.x - card.w / 2, card.w, window.w),
    y: within(target.y - GAP - card.h, card.h, window.h),
  };
}
