import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { calendarFeed, outbox } from '../../db/schema/index.ts';
import type { FeedDetails } from '../../src/domain/feed.ts';
import { render } from '../../src/telegram/render.ts';
import { compose } from '../../src/usecases/compose/index.ts';
import { erasePerson } from '../../src/usecases/erase-person.ts';
import { sendCalendar, sendCardCalendar } from '../../src/usecases/feed/calendar-files.ts';
import { addressMessage, readFeedPage } from '../../src/usecases/feed/feed-message.ts';
import { makeFeed, revokeFeed, setFeedDetails } from '../../src/usecases/feed/manage-feed.ts';
import type { Claimed } from '../../src/usecases/outbox/claim.ts';
import { isRefused } from '../../src/usecases/said.ts';
import { addFeed } from '../../src/web/feed.ts';
import { type ChangeDesk, openChangeDesk, START } from '../support/change-desk.ts';
import { removeRows } from '../support/remove-rows.ts';
import { shown } from '../support/view-desk.ts';

let desk: ChangeDesk;
let app: Hono;
const at = (iso: string) => DateTime.fromISO(iso, { zone: 'Asia/Ho_Chi_Minh' });
const ids: Record<string, number> = {};

beforeAll(async () => {
  desk = await openChangeDesk();
  app = new Hono();
  addFeed(app, desk.office);
  ids.sessions = await desk.agreed({
    sessions: [{ kind: 'announce', startsAt: at('2026-12-07T08:00'), place: 'hội trường A' }],
    team: ['a-member'],
  });
  ids.window = await desk.agreed({ windowFrom: '2026-12-14', windowTo: '2026-12-19' });
  ids.draft = await desk.agreed({ state: 'draft' });
  ids.sensitive = await desk.agreed({
    kind: 'denunciation',
    targetId: desk.one.targets.z!,
    sessions: [{ kind: 'work', startsAt: at('2026-12-08T08:00'), place: 'phòng 5' }],
  });
  ids.foreign = await desk.agreed({}, desk.two);
}, 60_000);
afterAll(() => desk.base.close());
beforeEach(async () => {
  desk.at(START);
  await removeRows(desk.base.ownerSql, 'calendar_feed');
  await desk.base.ownerSql`delete from outbox`;
});

const committeeOf = (key: string, seeded = desk.one) =>
  desk.by(key, async (_, actor) => actor.members[0]!.committeeId, seeded);

/** A new address; what it shows is chosen when `details` is given. */
async function address(key: string, of: number | null = null, details?: FeedDetails): Promise<string> {
  const made = await desk.by(key, (work, actor) => makeFeed(work, actor, of));
  if (isRefused(made)) throw new Error(made.refused.key);
  if (details) await desk.by(key, (work, actor) => setFeedDetails(work, actor, of, details));
  return `/lich/${made.token}.ics`;
}

const events = (body: string) =>
  new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await app.request(path, { headers });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
};
const read = async (path: string) => {
  const { status, body } = await get(path);
  return status === 200 ? events(body) : status;
};

describe('a private address', () => {
  test('shows only “Bận” until its person chooses more: no code, no place, no target', async () => {
    const path = await address('a-member');
    const { body, headers, status } = await get(path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('cache-control')).toMatch(/^private/);
    expect(new Set(events(body).map((one) => one.summary))).toEqual(new Set(['Bận']));
    expect(body).not.toMatch(/PH-2026|hội trường|Chi bộ|UBKT|quy chế/);
  });

  test('in full shows code, kind, lead and place, never a subject or a target; of sensitive kinds the code and the lead', async () => {
    const [first, window, sensitive, ...more] = events(
      (await get(await address('a-member', null, 'full'))).body,
    );
    expect(more).toEqual([]);
    expect(first!.summary).toBe('PH-2026-001 · công bố quyết định · Giám sát chuyên đề');
    expect(first!.location).toBe('hội trường A');
    expect(first!.description).toBe('Chủ trì: UBKT Tỉnh uỷ p1\nGiờ kết thúc là ước tính (2 giờ).');
    expect(window!.summary).toContain('PH-2026-002');
    expect(sensitive!.summary).toBe('PH-2026-004');
    expect(sensitive!.location).toBeNull();
    expect(sensitive!.description).not.toMatch(/tố cáo|phòng/);
    const { body } = await get(await address('a-member'));
    expect(body).not.toMatch(/Chi bộ|quy chế/);
  });

  test('blocks the time of who is of the team, and of nobody else', async () => {
    expect((await get(await address('a-member'))).body.match(/TRANSP:OPAQUE/g)).toHaveLength(1);
    expect((await get(await address('b-chair'))).body).not.toContain('TRANSP:OPAQUE');
  });

  test('is stored as a hash, once a person: a new one voids the one before', async () => {
    const old = await address('a-member', null, 'full');
    const path = await address('a-member');
    expect(await read(old)).toBe(404);
    expect(events((await get(path)).body)[0]!.summary).toContain('PH-2026-001');
    const rows = await desk.all((work) => work.tx.select().from(calendarFeed));
    expect(JSON.stringify(rows)).not.toContain(path.slice(6, -4));
  });

  test('that is revoked, unknown, or no address at all answers as any other path', async () => {
    const path = await address('a-member');
    await desk.by('a-member', (work, actor) => revokeFeed(work, actor, null));
    const unknown = await app.request('/nothing');
    for (const gone of [path, `/lich/${'A'.repeat(43)}.ics`, '/lich/x.ics', '/lich/..%2f.ics']) {
      const answer = await get(gone);
      expect([gone, answer.status, answer.headers.get('cache-control')]).toEqual([gone, 404, null]);
    }
    expect(unknown.status).toBe(404);
  });

  test('ends with the account and with the membership, and reaches no pair beyond them', async () => {
    const { id } = desk.one.cast['a-member']!;
    const path = await address('a-member', null, 'full');
    await desk.base.ownerSql`update membership set to_day = '2026-11-23' where person_id = ${id}`;
    expect(await read(path)).toBe(404);
    await desk.base.ownerSql`update membership set to_day = null where person_id = ${id}`;
    const codes = (await get(path)).body;
    await desk.base.ownerSql`update telegram_account set state = 'revoked' where person_id = ${id}`;
    expect(await read(path)).toBe(404);
    await desk.base.ownerSql`update telegram_account set state = 'active' where person_id = ${id}`;
    expect(codes).toContain('PH-2026-001');
    expect(codes).not.toContain('PH-2026-003');
    expect(codes).not.toContain('PH-2026-005');
  });

  test('shows nothing of a target that its person belongs to', async () => {
    const { id } = desk.one.cast['b-member']!;
    const path = await address('b-member', null, 'full');
    expect((await get(path)).body).toContain('PH-2026-001');
    await desk.base.ownerSql`insert into target_person (pair_id, target_id, person_id, tie)
      values (${desk.one.pairId}, ${desk.one.targets.y!}, ${id}, 'belongs')`;
    const { body } = await get(path);
    await desk.base.ownerSql`delete from target_person where person_id = ${id}`;
    expect(events(body).map((one) => one.summary)).toEqual(['PH-2026-004']);
  });

  test('keeps what was stopped for 60 days, as cancelled', async () => {
    const path = await address('b-member', null, 'full');
    const id = await desk.agreed({ state: 'stopped', windowFrom: '2026-12-21', windowTo: '2026-12-24' });
    const { inspection } = await desk.found(id);
    const of = async () =>
      events((await get(path)).body).find((one) => one.summary.includes(inspection.code!));
    expect((await of())!.summary).toMatch(/^Đã huỷ: PH-2026-/);
    expect((await of())!.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    desk.at('2027-01-23T09:00:00+07:00');
    expect(await of()).toBeUndefined();
  });

  test('answers 304 while nothing has changed, and the new content with a higher sequence once it has', async () => {
    const path = await address('b-member', null, 'full');
    const first = await get(path);
    const tag = first.headers.get('etag')!;
    desk.at('2026-11-23T17:00:00+07:00');
    expect(await get(path, { 'if-none-match': tag })).toMatchObject({ status: 304, body: '' });
    await desk.setState(ids.window!, 'under_way');
    const second = await get(path, { 'if-none-match': tag });
    await desk.setState(ids.window!, 'agreed');
    const sequence = (body: string) =>
      events(body).find((one) => one.summary.includes('PH-2026-002'))!.sequence;
    expect(second.status).toBe(200);
    expect(sequence(second.body)).toBeGreaterThan(sequence(first.body));
  });

  test('behind a flood of guesses only what was never found here waits; what works goes on working', async () => {
    const known = await address('a-member');
    const fresh = await address('b-member');
    const door = new Hono();
    let now = Date.parse(START);
    const asked: unknown[] = [];
    const counting = {
      ...desk.office,
      wallNow: () => now,
      work: ((...given: Parameters<typeof desk.office.work>) => {
        asked.push(given);
        return desk.office.work(...given);
      }) as typeof desk.office.work,
    };
    addFeed(door, counting);
    const ask = async (path: string) => (await door.request(path)).status;
    const guess = (n: number) => `/lich/${String(n).padStart(43, 'x')}.ics`;
    expect(await ask(known)).toBe(200);
    const seen = await Promise.all(Array.from({ length: 500 }, (_, n) => ask(guess(n))));
    expect(seen.filter((status) => status === 404)).toHaveLength(59);
    expect(seen.filter((status) => status === 429)).toHaveLength(441);
    expect(asked).toHaveLength(60);
    expect([await ask(known), await ask(fresh)]).toEqual([200, 429]);
    now += 60_000;
    expect(await ask(fresh)).toBe(200);
  });

  test('takes 60 reads in ten minutes, then says when to come again', async () => {
    desk.at('2026-11-24T09:00:00+07:00');
    const path = await address('b-member');
    const other = await address('b-chair');
    const seen = [];
    for (let n = 0; n < 61; n += 1) seen.push((await get(path)).status);
    expect(seen).toEqual([...Array(60).fill(200), 429]);
    expect(Number((await get(path)).headers.get('retry-after'))).toBeLessThanOrEqual(600);
    expect((await get(other)).status).toBe(200);
    desk.at('2026-11-24T09:11:00+07:00');
    expect((await get(path)).status).toBe(200);
  });

  test('goes with the data of its person', async () => {
    const path = await address('a-member-3');
    const { id } = desk.one.cast['a-member-3']!;
    await desk.all((work) => erasePerson(work, id, null));
    expect(await read(path)).toBe(404);
    const [row] = await desk.all((work) =>
      work.tx.select().from(calendarFeed).where(eq(calendarFeed.personId, id)),
    );
    expect(row!.revokedAt).not.toBeNull();
  });
});

describe("a committee's address", () => {
  test('is its đầu mối’s alone; another committee is none', async () => {
    const own = await committeeOf('a-secretary');
    const foreign = await committeeOf('a-secretary', desk.two);
    const refusals = await Promise.all(
      [
        ['a-chair', own],
        ['a-member', own],
        ['b-secretary', own],
        ['a-secretary', foreign],
      ].map(([key, of]) =>
        desk.by(key as string, async (work, actor) => {
          const made = await makeFeed(work, actor, of as number);
          return isRefused(made) ? made.refused.key : 'made';
        }),
      ),
    );
    expect(refusals).toEqual([
      'refused-not-allowed',
      'refused-not-allowed',
      'refused-not-found',
      'refused-not-found',
    ]);
    expect((await get(await address('a-secretary', own))).body).toContain('TRANSP:OPAQUE');
  });

  test('ends when who made it is no longer đầu mối', async () => {
    const path = await address('a-secretary', await committeeOf('a-secretary'));
    const { id } = desk.one.cast['a-secretary']!;
    await desk.base.ownerSql`update membership set role = 'member' where person_id = ${id}`;
    expect(await read(path)).toBe(404);
    await desk.base.ownerSql`update membership set role = 'secretary' where person_id = ${id}`;
    expect(await read(path)).not.toBe(404);
  });
});

describe('in the chat', () => {
  const page = (key: string, canServe: boolean) =>
    desk.by(key, async (work, actor) => shown(work, await readFeedPage(work, actor, null, canServe)));

  test('the address is protected, can be copied, and comes with a warning', async () => {
    const said = await desk.by('a-member', async (work) => {
      const made = addressMessage('https://phoihop.example.org/lich/x.ics', null);
      return { ...shown(work, made), keyboard: render('vi', made, work.now).keyboard };
    });
    expect(said.protect).toBe(true);
    expect(said.text).toContain('Ai có địa chỉ này đều đọc được');
    expect(said.keyboard[0]).toMatchObject([
      { copy_text: { text: 'https://phoihop.example.org/lich/x.ics' } },
    ]);
  });

  test('offers what can be done now; without a public address the file alone', async () => {
    expect((await page('a-member', true)).data).toEqual([
      'feed.make.0',
      'feed.file.0.busy',
      'feed.file.0.full',
      'lich.all.0',
    ]);
    const without = await page('a-member', false);
    expect(without.data).toEqual(['feed.file.0.busy', 'feed.file.0.full', 'lich.all.0']);
    expect(without.text).toContain('Người vận hành chưa đặt địa chỉ công khai');
    await address('a-member');
    const { data, labels, lines } = await page('a-member', true);
    expect(data.slice(0, 3)).toEqual(['feed.make.0', 'feed.off.0', 'feed.set.0.full']);
    expect(lines.length).toBeLessThanOrEqual(7);
    for (const label of labels) expect(label.length, label).toBeLessThanOrEqual(24);
  });

  test('a file is a row of ids until it goes out, and then shows what the person may see', async () => {
    await desk.by('b-member', (work, actor) => sendCalendar(work, actor, null, 'full'));
    await desk.by('b-member', (work, actor) => sendCardCalendar(work, actor, ids.sensitive!));
    const rows = await desk.all((work) => work.tx.select().from(outbox).orderBy(outbox.id));
    expect(rows.map((row) => row.ref)).toEqual([
      { make: 'calendar', feed: [0, 'full'] },
      { make: 'card-calendar', inspectionId: ids.sensitive },
    ]);
    const made = await desk.all((work) =>
      compose(
        work,
        rows.map((row) => ({ ...row, kind: 'file', threadId: null, locale: 'vi' }) as Claimed),
      ),
    );
    const files = [...made.values()].map((one) => ('file' in one ? one.file! : undefined));
    expect(files.map((file) => file?.name)).toEqual(['lich-phoi-hop.ics', 'PH-2026-004.ics']);
    const bodies = files.map((file) => events(Buffer.from(file!.bytes).toString()).map((one) => one.summary));
    expect(bodies[0]!.filter((one) => !one.startsWith('Đã huỷ'))).toHaveLength(3);
    expect(bodies[1]).toEqual(['PH-2026-004']);
  });

  test('a draft stands in no calendar', async () => {
    const sent = await desk.by('a-secretary', (work, actor) => sendCardCalendar(work, actor, ids.draft!));
    expect(sent).toMatchObject({ refused: { key: 'refused-feed-draft' } });
  });
});
