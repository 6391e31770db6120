import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoProcess, startDemoProcess } from '../simulator/demo-process.ts';
import { openBrowser } from '../simulator/playground/browser.ts';
import { findPageBrowser } from '../support/find-page-browser.ts';
import { PageHand, startOver } from '../support/page-hand.ts';

// One document, from logging to its answer, as both sides see it in the page.
const chromium = findPageBrowser('the ledger');
/** `first`, `second`: the codes of the two entries. */
const WORDS = {
  vi: (first: string, second: string) => ({
    line: '/traodoi đi; 05-BC/ĐUCA; 20/11/2026; Kết quả quý III; hạn: 5 ngày làm việc; không mật',
    log: 'Ghi sổ',
    now: 'Gửi ngay',
    push: new RegExp(`${first} · UBKT ĐU CAT gửi văn bản · đề nghị xác nhận đã nhận trước 17h00`),
    received: 'Đã nhận',
    shown: /đã chuyển UBKT Tỉnh uỷ.*đã nhận văn bản lúc/s,
    open: 'Xem nội dung',
    card: /văn bản đến.*05-BC\/ĐUCA.*Trích yếu: Kết quả quý III.*Trả lời trước 17h00/s,
    answer: `/traodoi đi; 09-CV/UBKTTU; 27/11/2026; Ý kiến; trả lời: ${first}; không mật`,
    answered: /Đã có văn bản trả lời/,
    ledger: '/traodoi',
    list: new RegExp(`Sổ trao đổi.*${second} · 09-CV/UBKTTU.*${first} · 05-BC/ĐUCA`, 's'),
    letter: 'Soạn dự thảo',
    draft: new RegExp(`${second} · Dự thảo công văn trả lời`),
    entry: `Xem ${second}`,
  }),
  en: (first: string, second: string) => ({
    line: '/exchange out; 05-BC/ĐUCA; 20/11/2026; Third quarter; due: 5 working days; not secret',
    log: 'Log it',
    now: 'Send now',
    push: new RegExp(`${first} · a document from UBKT ĐU CAT · please confirm receipt by 17:00`),
    received: 'Confirm receipt',
    shown: /has gone to UBKT Tỉnh uỷ.*received it at/s,
    open: 'Show details',
    card: /incoming.*05-BC\/ĐUCA.*Subject: Third quarter.*Answer by 17:00/s,
    answer: `/exchange out; 09-CV/UBKTTU; 27/11/2026; Our view; answers: ${first}; not secret`,
    answered: /It has been answered/,
    ledger: '/exchange',
    list: new RegExp(`Exchange ledger.*${second} · 09-CV/UBKTTU.*${first} · 05-BC/ĐUCA`, 's'),
    letter: 'Draft letter',
    draft: new RegExp(`${second} · Draft of the answer`),
    entry: `Open ${second}`,
  }),
};

describe.runIf(chromium !== undefined)('the ledger in the page', () => {
  let browser: Browser;
  let demo: DemoProcess;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([openBrowser(chromium!), startDemoProcess({})]);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.interrupt();
  });

  test.each(['vi', 'en'] as const)(
    'one document from logging to its answer, seen by both sides, in %s',
    async (language) => {
      const mistakes: string[] = [];
      const page: Page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
      page.on('pageerror', (error) => mistakes.push(error.message));
      await page.goto(`${demo.url}/?lang=${language}`);
      await page.locator('#left textarea').waitFor();
      await startOver(page, language);
      const left = new PageHand(page, 'left', language);
      const right = new PageHand(page, 'right', language);
      const { clock } = (await (await fetch(`${demo.url}/demo/state`)).json()) as { clock: { now: string } };
      const year = clock.now.slice(0, 4);
      const say = WORDS[language](`TĐ-${year}-001`, `TĐ-${year}-002`);

      await left.write(say.line);
      await left.tap(say.log, say.now);
      expect(await right.reads(say.push)).not.toMatch(/quý III|Third quarter/);
      await right.tap(say.received);
      await left.reads(say.shown);
      await right.tap(say.open);
      await right.reads(say.card);

      await right.write(say.answer);
      await right.tap(say.log, say.now);
      await left.reads(say.answered);
      for (const hand of [left, right]) {
        await hand.write(say.ledger);
        await hand.reads(say.list);
      }
      await left.tap(say.entry, say.letter);
      await left.reads(say.draft);
      await page.close();
      expect(mistakes).toEqual([]);
      expect(demo.complaints()).toBe('');
    },
  );
});
