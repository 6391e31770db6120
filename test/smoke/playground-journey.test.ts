import { DateTime } from 'luxon';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { showDay, showWindow } from '../../src/domain/date-text.ts';
import { type DemoProcess, startDemoProcess } from '../simulator/demo-process.ts';
import { openBrowser } from '../simulator/playground/browser.ts';
import { findPageBrowser } from '../support/find-page-browser.ts';
import { JOURNEY_WORDS } from '../support/journey-words.ts';
import { PageHand, passTime, startOver } from '../support/page-hand.ts';

// The main job as people do it: both committees agree, everyone is notified, answers are collected, silence is followed up.
const chromium = findPageBrowser('the journey');
/** At most so many due instants lie between two things that are waited for. */
const MOST_DUES = 10;

describe.runIf(chromium !== undefined)('the page', () => {
  let browser: Browser;
  let demo: DemoProcess;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([openBrowser(chromium!), startDemoProcess({})]);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.interrupt();
  });

  describe.each(['vi', 'en'] as const)('in %s', (language) => {
    const say = JOURNEY_WORDS[language];
    const { tap } = say;
    let page: Page;
    let left: PageHand;
    let right: PageHand;
    let monday: DateTime;
    const mistakes: string[] = [];

    beforeAll(async () => {
      page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
      page.on('pageerror', (error) => mistakes.push(error.message));
      await page.goto(`${demo.url}/?lang=${language}`);
      await page.locator('#left textarea').waitFor();
      await startOver(page, language);
      left = new PageHand(page, 'left', language);
      right = new PageHand(page, 'right', language);
      const { clock } = (await (await fetch(`${demo.url}/demo/state`)).json()) as { clock: { now: string } };
      expect(clock.now.slice(0, 13)).toBe('2027-01-04T08');
      monday = DateTime.fromISO(clock.now, { zone: 'Asia/Ho_Chi_Minh' }).startOf('week');
    });
    afterAll(async () => {
      await page?.close();
      expect(mistakes).toEqual([]);
      expect(demo.complaints()).toBe('');
    });

    const days = (weeks: number): [from: DateTime, to: DateTime] => [
      monday.plus({ weeks }),
      monday.plus({ weeks, days: 4 }),
    ];
    const typed = (weeks: number) =>
      days(weeks)
        .map((day) => day.toFormat('dd/MM/yyyy'))
        .join(' - ');
    const shown = (weeks: number) => {
      const [from, to] = days(weeks);
      return showWindow(from.toISODate()!, to.toISODate()!, language);
    };
    const wednesday = () => showDay(monday.plus({ days: 2 }).toISODate()!, language);
    /** Goes from due to due until someone reads what is waited for. */
    const until = async (hand: PageHand, pattern: RegExp): Promise<string> => {
      for (let dues = 0; dues < MOST_DUES; dues += 1) {
        if ((await hand.all()).some((one) => pattern.test(one))) break;
        await passTime(page, language, 'next');
      }
      return hand.reads(pattern);
    };
    const contains = (text: string, ...parts: string[]) => {
      for (const part of parts) expect(text).toContain(part);
    };

    test("a proposal is written in one line and crosses after one's own leader approved it", async () => {
      await left.write(say.propose(typed(2)));
      await left.tap('Mẫu Thị Sáu', 'Mẫu Văn Bảy', tap.done);
      contains(
        await left.reads(say.preview),
        say.what,
        say.subject,
        say.leadPlanned,
        say.when(shown(2)),
        say.team,
      );
      await left.tap(tap.propose);
      await left.reads(say.leaderAsked);
      await left.give('Mẫu Văn Một');
      contains(await left.reads(say.approval), say.what, say.when(shown(2)));
      await left.tap(tap.approve);
      await left.reads(say.approved);
      expect((await right.all()).filter((one) => one.includes('PH-'))).toEqual([]);
      await left.give('Mẫu Thị Bốn');
      await left.tap(tap.card, tap.sendNow);
      contains(
        await right.reads(say.proposal),
        say.proposes,
        say.subject,
        say.leadPlanned,
        say.planned(shown(2)),
        say.noReplacement,
      );
    }, 60_000);

    test('the other side proposes other days, and the first side reads why and which', async () => {
      await right.tap(tap.toLeader);
      await right.give('Giả Văn Nhất');
      contains(await right.reads(say.decision), say.what, say.when(shown(2)));
      await right.tap(tap.counter, tap.clash);
      await right.write(typed(3));
      contains(await right.reads(say.counterConfirm), say.reason, say.asksFor(shown(3)));
      await right.tap(tap.confirm);
      await right.reads(say.countered);
      contains(await left.reads(say.counterTold), say.reason, say.when(shown(3)));
    }, 60_000);

    test('accepted, it is agreed in principle, and official with the symbol of a letter', async () => {
      await left.give('Mẫu Văn Một');
      await left.tap(tap.card, tap.accept, tap.accept);
      await left.reads(say.accepted);
      await right.reads(say.agreedTold);
      await right.give('Giả Văn Tam');
      await right.write(say.calendar);
      await right.tap(`${tap.firstCard}${days(2)[0].year}-001`, tap.documents, tap.letter);
      await right.write('05-CV/UBKTTU');
      await right.tap(tap.today);
      await right.reads(say.official);
      await left.give('Mẫu Thị Bốn');
      await left.reads(say.officialTold);
    }, 60_000);

    test('a push is a code and a deadline; the notice opens with one tap and is answered with another', async () => {
      await left.give('Mẫu Văn Chín');
      expect((await left.all()).filter((one) => one.includes('PH-'))).toEqual([]);
      await left.give('Mẫu Thị Sáu');
      await left.reads(say.push(wednesday()));
      await left.tap(tap.open);
      contains(await left.reads(say.notice), say.what, say.lead, say.when(shown(3)), say.onTeam);
      await left.tap(tap.attend);
      await left.reads(say.attending);
    }, 60_000);

    test('a substitute asked for and an opinion reach the own đầu mối, and do not count yet', async () => {
      await left.give('Mẫu Văn Bảy');
      await left.tap(tap.open, tap.substitute);
      await left.reads(say.substituteAsked);
      await right.give('Giả Văn Ngũ');
      await right.tap(tap.open, tap.opinion, tap.busy);
      await right.reads(say.opinionGiven);
      await left.give('Mẫu Thị Bốn');
      await left.reads(say.substituteTold);
      await right.give('Giả Văn Tam');
      await right.reads(say.opinionTold);
      await passTime(page, language, 'hour');
      await left.give(say.group);
      await left.reads(say.tally(1));
    }, 60_000);

    test('a change holds when the other side confirms it; then earlier answers are void and all are asked anew', async () => {
      await left.give('Mẫu Thị Bốn');
      await left.write(say.change);
      await left.tap(`1. PH-${days(2)[0].year}-001`, tap.dates, tap.done);
      await left.write(typed(4));
      await left.tap(tap.clash);
      contains(await left.reads(say.changePreview), say.oldToNew(shown(3), shown(4)), say.standsUntil);
      await left.tap(tap.ask, tap.sendNow);
      await right.give('Giả Văn Nhất');
      contains(await right.reads(say.changeAsked), say.oldToNew(shown(3), shown(4)), say.reason);
      await left.give('Mẫu Thị Sáu');
      expect((await left.all()).filter((one) => say.changePush.test(one))).toEqual([]);
      await right.tap(tap.confirm);
      await right.reads(say.changeConfirmed);
      await left.reads(say.changePush);
      await left.tap(tap.open);
      contains(await left.reads(say.answerAgain), say.oldToNew(shown(3), shown(4)), say.what);
      await left.tap(tap.attend);
      await left.reads(say.attending);
      await passTime(page, language, 'hour');
      await left.give(say.group);
      await left.reads(say.groupVoid);
      await left.reads(say.tally(1));
    }, 60_000);

    test('only the silent are reminded', async () => {
      await left.give('Mẫu Văn Năm');
      await until(left, say.reminder);
      await left.give('Mẫu Thị Sáu');
      expect((await left.all()).filter((one) => say.reminder.test(one.split('\n')[0]!))).toEqual([]);
    }, 60_000);

    test('then their leader hears who, and the other committee only that answers are missing', async () => {
      await left.give('Mẫu Văn Một');
      await until(left, say.ownLeader);
      await right.give('Giả Văn Tam');
      const across = await until(right, say.across);
      expect(across).not.toMatch(/Mẫu|Giả/);
      expect((await right.all()).filter((one) => one.includes('Mẫu'))).toEqual([]);
    }, 60_000);
  });
});
