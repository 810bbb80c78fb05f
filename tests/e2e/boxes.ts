/** Where things stand on the page: what may not lie over what. */
import { expect, type Locator } from '@playwright/test';

/** Whether no pixel of one lies over the other. Both must be in sight. */
export async function apart(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  expect(a && b, 'both are in sight').toBeTruthy();
  if (!a || !b) return false;
  return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
}
