/** Which button a press is meant with. */

/** A Mac asks for a menu by ctrl and a click as by the right button; its browsers tell it as the left one. */
export const buttonOf = ({ button, ctrlKey }: Pick<PointerEvent, 'button' | 'ctrlKey'>, platform: string): number =>
  button === 0 && ctrlKey && /mac|iphone|ipad/i.test(platform) ? 2 : button;
