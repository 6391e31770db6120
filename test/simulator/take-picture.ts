import { fileURLToPath } from 'node:url';
import { startDemoProcess } from './demo-process.ts';
import { findChromium, openBrowser } from './playground/browser.ts';

const PICTURE = fileURLToPath(new URL('../../docs/playground.png', import.meta.url));
/** The button that the picture waits for: two plans have clashed, and one side is asked to make the two lines one inspection. */
const MOMENT = '#right [data-tap^="planone.yes"]';
/** Until the messages have slid into their place. */
const SETTLE_MS = 600;

// The picture in the README: `npx tsx test/simulator/take-picture.ts`. It shows the real bot, so it is taken again when texts change.
const chromium = findChromium();
if (!chromium) throw new Error('no Chromium in the PATH; CHROMIUM_PATH names one');
const demo = await startDemoProcess({});
const browser = await openBrowser(chromium);
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 750 } });
  await page.goto(`${demo.url}/?lang=vi`);
  await page.getByRole('button', { name: 'Xem 60 giây' }).click();
  await page.locator(MOMENT).waitFor();
  await page.waitForTimeout(SETTLE_MS);
  await page.screenshot({ path: PICTURE });
  process.stdout.write(`${PICTURE}\n`);
} finally {
  await browser.close();
  await demo.interrupt();
}
