import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoProcess, startDemoProcess } from '../simulator/demo-process.ts';
import { openBrowser } from '../simulator/playground/browser.ts';
import { startEchoBot } from '../simulator/playground/echo-bot.ts';
import { addSampleCast } from '../simulator/playground/sample-cast.ts';
import { type Playground, startPlayground } from '../simulator/playground/start-playground.ts';
import { findPageBrowser } from '../support/find-page-browser.ts';

const chromium = findPageBrowser('the tests of the page');

describe.runIf(chromium !== undefined)('the page', () => {
  let browser: Browser;
  const mistakes: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser(chromium!);
  });
  afterAll(async () => {
    await browser?.close();
    expect(mistakes).toEqual([]);
  });

  async function visit(url: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1200, height: 750 } });
    page.on('pageerror', (error) => mistakes.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error') mistakes.push(line.text());
    });
    await page.goto(url);
    return page;
  }

  describe('with a bot that repeats', () => {
    let playground: Playground;
    let page: Page;
    const moves: string[] = [];
    beforeAll(async () => {
      const cast = { people: [], groups: [], phones: ['', ''] } as ReturnType<typeof addSampleCast>;
      playground = await startPlayground({
        simulator: { limits: false },
        clock: {
          now: async () => '2026-11-25T08:00:00+07:00',
          next: async () => '2026-11-25T17:00:00+07:00',
          advance: async (iso) => void moves.push(iso),
        },
        reset: async () => {},
        speak: async () => {},
        cast: () => cast,
        story: { chapters: [] },
      });
      Object.assign(cast, addSampleCast(playground.sim));
      await startEchoBot(playground.sim);
      await playground.ready();
      page = await visit(`${playground.url}/?lang=vi`);
    });
    afterAll(async () => {
      await page?.close();
      await playground?.close();
    });

    test('what is typed reaches the bot and its text is shown as text, never as HTML', async () => {
      const phone = page.locator('#left');
      await phone.getByRole('button', { name: 'Bắt đầu' }).click();
      await write(page, '#left', '/mau');
      await phone.getByText('giám sát chuyên đề <img src=x>').waitFor();
      expect(await phone.locator('.text img').count()).toBe(0);
      expect(await phone.locator('.text b').textContent()).toBe('PH-2026-001');
      expect(await phone.getByRole('img', { name: 'Được bảo vệ' }).count()).toBe(1);
    });

    test('a tap shows its toast, its window or its edit', async () => {
      const phone = page.locator('#left');
      await phone.getByRole('button', { name: 'Đã tiếp nhận' }).click();
      await phone.locator('.toast', { hasText: 'Đã ghi nhận' }).waitFor();
      await phone.getByRole('button', { name: 'Thu hồi' }).click();
      await phone.getByRole('alertdialog').getByRole('button', { name: 'Đóng' }).click();
      await phone.getByRole('button', { name: 'Thống nhất' }).click();
      await phone.getByText('Đã thống nhất sơ bộ.').waitFor();
      expect(await phone.getByText('đã sửa').count()).toBe(1);
    });

    test('the menu of commands writes, and a silent message is marked', async () => {
      const phone = page.locator('#left');
      await phone.getByRole('button', { name: 'Lệnh' }).click();
      await phone.getByRole('button', { name: '/im Tin không chuông' }).click();
      await phone.getByText('Im lặng', { exact: true }).waitFor();
      expect(await phone.getByRole('img', { name: 'Gửi không chuông' }).count()).toBe(1);
    });

    test('the cast takes either phone, with groups and what is unread', async () => {
      await page.getByRole('button', { name: 'Nhân vật và nhóm' }).click();
      await page.getByRole('button', { name: 'Mở Lê Thu Hà ở phải' }).click();
      await page.keyboard.press('Escape');
      const phone = page.locator('#right');
      await phone.locator('.holder', { hasText: 'Chủ nhiệm' }).waitFor();
      await phone.getByRole('button', { name: 'Về danh sách' }).click();
      await phone.getByRole('button', { name: 'Nhóm UBKT Công an tỉnh' }).click();
      await write(page, '#right', '/mau');
      await phone.locator('.writer', { hasText: 'Phối Hợp' }).waitFor();
      await page.locator('#left .top').getByLabel('2 tin chưa đọc').waitFor();
    });

    test('the clock moves by an hour, a day, and to the next due', async () => {
      await page.getByText('Việc kế tiếp: 17h00 thứ Tư 25/11/2026').waitFor();
      for (const name of ['+1 giờ', '+1 ngày', 'Tới việc kế tiếp']) {
        await page.getByRole('button', { name }).click();
        await expect.poll(() => page.getByRole('button', { name }).isEnabled()).toBe(true);
      }
      expect(moves).toEqual(['PT1H', 'P1D', 'PT32400S']);
    });

    test('the page speaks English too', async () => {
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('button', { name: 'Watch 60 seconds' }).waitFor();
      await page.getByText('Next due: 17:00 Wed 25/11/2026').waitFor();
    });
  });

  describe('of the demo', () => {
    let demo: DemoProcess;
    beforeAll(async () => {
      demo = await startDemoProcess({ DEMO_PACE: '0.05' });
    });
    afterAll(() => demo?.kill());

    test('the people speak the language of the address from the first message on, and follow its change without losing their chats', async () => {
      const page = await visit(`${demo.url}/?lang=en`);
      const phone = page.locator('#left');
      await phone.getByText('The connection works').waitFor();
      expect(await phone.getByText('Kết nối hoạt động').count()).toBe(0);
      // All are greeted by now: until then what is written is nobody's.
      await expect.poll(() => isResetting(demo.url), { timeout: 30_000 }).toBe(false);
      await write(page, '#left', '/plan');
      await phone.getByText('being drafted').waitFor();
      const spoken = page.waitForResponse('**/demo/language');
      await page.getByRole('button', { name: 'Tiếng Việt' }).click();
      await spoken;
      await page.getByRole('button', { name: 'Xem 60 giây' }).waitFor();
      await write(page, '#left', '/kehoach');
      await phone.getByText('đang lập').waitFor();
      expect(await phone.getByText('being drafted').count()).toBe(1);
      await page.close();
    });

    const ENDS = { vi: 'Hết. Bây giờ xin cứ tự nhiên', en: 'The end. Now tap and type' };
    const PLAY = { vi: 'Xem 60 giây', en: 'Watch 60 seconds' };
    const VERSION = { vi: 'Điều chỉnh lần 1', en: 'Change 1' };

    test.each(['vi', 'en'] as const)(
      'the story comes to its end through the real bot: %s',
      async (language) => {
        const page = await visit(`${demo.url}/?lang=${language}`);
        await page
          .getByRole('button', { name: new RegExp(`${PLAY.vi}|${PLAY.en}|Xem lại|Watch again`) })
          .click();
        // The one before it has ended in the same words.
        await page.getByText(ENDS[language]).waitFor({ state: 'hidden' });
        await page.getByText(ENDS[language]).waitFor({ timeout: 90_000 });
        await page.locator('#left').getByText(VERSION[language]).first().waitFor();
        expect(demo.complaints()).toBe('');
        await page.close();
      },
      120_000,
    );

    test('afterwards a visitor types and taps by hand', async () => {
      const page = await visit(`${demo.url}/?lang=en`);
      const phone = page.locator('#right');
      await write(page, '#right', '/propose');
      await phone.getByRole('button', { name: 'Not secret' }).click();
      await phone.getByRole('button', { name: 'Thematic supervision' }).waitFor();
      await page.close();
    });

    test('Ctrl-C ends it with nothing left behind', async () => {
      expect(await demo.interrupt()).toEqual({ code: 0, left: [] });
    });
  });
});

async function isResetting(url: string): Promise<boolean> {
  const state = (await (await fetch(`${url}/demo/state`)).json()) as { isResetting: boolean };
  return state.isResetting;
}

async function write(page: Page, phone: string, text: string): Promise<void> {
  await page.locator(`${phone} textarea`).fill(text);
  await page.locator(`${phone} textarea`).press('Enter');
}
