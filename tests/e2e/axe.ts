/** What axe finds on a page, RGAA's rules included: nothing. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'RGAAv4'];

/** `where`: what is in sight, for whoever reads a failure. */
export async function expectClean(page: Page, where = ''): Promise<void> {
  await expectStanding(page);
  // One frame of one origin: the same rules without a second page, opened each time to join what was found in several.
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode(true).analyze();
  expect(
    violations.map(({ id, nodes }) => `${where} ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([]);
}

/** What fades in has done so; and a dialog which holds back until a phone's keyboard has come (react-aria) is there to be seen. */
export async function expectStanding(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  );
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('body :has([role="dialog"])')]
          .filter(({ style }) => style.opacity === '0')
          .map(({ className }) => className),
      ),
    )
    .toEqual([]);
}
