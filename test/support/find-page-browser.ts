import { expect, test } from 'vitest';
import { findChromium } from '../simulator/playground/browser.ts';

/** The Chromium for tests of the page; `what` they are. Where there is none they are skipped in words, and with CI=true one fails. */
export function findPageBrowser(what: string): string | undefined {
  const chromium = findChromium();
  if (!chromium && process.env.CI === 'true')
    test(`there is a Chromium for ${what}`, () => {
      expect(chromium, 'no Chromium in the PATH; CHROMIUM_PATH names one').toBeDefined();
    });
  if (!chromium && process.env.CI !== 'true') test.skip('skipped: no Chromium', () => {});
  return chromium;
}
