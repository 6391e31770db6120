import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FORMS } from '../../src/usecases/form/index.ts';
import { makeTestDatabase, type TestDatabase } from '../support/database.ts';
import { type DoorDesk, type FormState, openDoorDesk } from '../support/door-desk.ts';
import { type Opener, openersOf, type Stage, TYPED } from '../support/form-openers.ts';
import { seedPair } from '../support/seed.ts';
import { seedRoleStates } from '../support/seed-role-states.ts';

let base: TestDatabase;
let desk: DoorDesk;
let stage: Stage;
beforeAll(async () => {
  base = await makeTestDatabase();
  desk = openDoorDesk(base, Date.parse('2026-11-23T09:00:00+07:00'));
  const seeded = await seedPair(desk.office);
  stage = { base, desk, seeded, states: await seedRoleStates(desk.office, seeded) };
}, 60_000);
afterAll(() => base.close());

type Shown = { lines: unknown; does: string[] };

/** What was last said in a chat. */
async function shown(userId: number): Promise<Shown> {
  const [row] = await base.ownerSql<{ lines: unknown; does: string[] }[]>`
    select ref->'message'->'lines' as lines,
      array(select jsonb_path_query(ref, '$.message.buttons[*].does')#>>'{}') as does
    from outbox where chat_id = ${userId} and kind = 'said' order by id desc limit 1`;
  return row ?? { lines: [], does: [] };
}

/** One person at a form: the question, what it says, and the ways on. */
function hand({ userId, open }: Opener) {
  const here = async (): Promise<{ form: FormState | undefined } & Shown> => ({
    form: await desk.formOf(userId),
    ...(await shown(userId)),
  });
  const after = async (doing: () => Promise<unknown>) => {
    // Whatever waited has gone out: a chat has room for twenty answers.
    await base.ownerSql`update outbox set state = 'sent' where state = 'pending'`;
    await doing();
    return here();
  };
  const tap = (data: string) => after(() => desk.tap(userId, data));
  return {
    here,
    open: async () => {
      const { form } = await after(open);
      // What is opened without its command says nothing: the question is asked once more.
      return form ? tap(`f.${form.id}.${form.step}.!p0`) : here();
    },
    type: (text: string) => after(() => desk.write(userId, text)),
    tap,
  };
}

type Hand = ReturnType<typeof hand>;
type Here = Awaited<ReturnType<Hand['here']>>;

const choicesOf = ({ form, does }: Here): string[] =>
  does.filter((one) => one.startsWith(`f.${form!.id}.${form!.step}.`) && !/\.!/.test(one));
const wayOf = ({ form, does }: Here, way: string): string | undefined =>
  does.find((one) => one === `f.${form?.id}.${form?.step}.${way}`);

const lastOf = (kind: string): string =>
  FORMS.find(({ name }) => name === kind)!.steps.findLast(({ isAside }) => !isAside)!.name;
const isAtEnd = ({ form }: Here): boolean => form?.step === lastOf(form?.kind ?? 'search');

/** Back as often as it goes, at most so often. */
async function goBack(at: Here, by: Hand, times: number): Promise<Here> {
  let here = at;
  for (let left = times; left > 0; left -= 1) {
    const back = wayOf(here, '!back');
    if (back) here = await by.tap(back);
  }
  return here;
}

/** On with every answer as it was. */
async function goOn(at: Here, by: Hand): Promise<Here> {
  let here = at;
  for (let left = 20; left > 0 && !isAtEnd(here); left -= 1) {
    const on = wayOf(here, '!keep') ?? choicesOf(here).find((one) => one.endsWith('.done'));
    if (!on) return here;
    here = await by.tap(on);
  }
  return here;
}

/** At every new question back leads to the one before, and where its answer can be kept, on again to it. */
async function looksBack(from: Here, at: Here, by: Hand): Promise<void> {
  const kind = FORMS.find(({ name }) => name === from.form!.kind)!;
  const led = kind.steps.find(({ name }) => name === from.form!.step)!;
  const back = wayOf(at, '!back');
  // A symbol that was insisted on is no longer refused: that question is gone.
  if (led.isOnce || led.name === 'refused' || !back || isAtEnd(at)) return;
  const before = await by.tap(back);
  expect([kind.name, before.form!.step], `back from ${at.form!.step}`).toEqual([kind.name, led.name]);
  const keep = wayOf(before, '!keep');
  const done = choicesOf(before).find((one) => one.endsWith('.done'));
  if (keep) expect((await by.tap(keep)).form!.step, `on from ${led.name}`).toBe(at.form!.step);
  else if (done) await by.tap(done);
}

/** A walk that answers at random; true when it came to the end of its form. */
async function walk(start: Here, by: Hand, choices: number[]): Promise<Here> {
  let here = start;
  for (const choice of choices) {
    if (!here.form || isAtEnd(here)) return here;
    const taps = choicesOf(here);
    const isTyped = taps.length === 0 || choice % 4 === 0;
    const from = here;
    here = await (isTyped ? by.type(TYPED[choice % TYPED.length]!) : by.tap(taps[choice % taps.length]!));
    if (here.form?.id === from.form!.id && here.form?.step !== from.form!.step) {
      await looksBack(from, here, by);
      here = await by.here();
    }
  }
  return here;
}

const someChoices = fc.array(fc.nat(10_000), { minLength: 30, maxLength: 30 });

const failed = (): string[] => desk.log.filter((line) => line.includes('an update failed'));

/** Opens a form, walks to its end, goes back and on again, and meets the same preview; false: the walk did not come to the end. */
async function comesBack(opener: Opener, choices: number[], times: number): Promise<boolean> {
  const by = hand(opener);
  await base.ownerSql`update form set state = 'cancelled', data = '{}' where state = 'open'`;
  const start = await by.open();
  if (!start.form) return false;
  const end = await walk(start, by, choices);
  expect(failed(), JSON.stringify(end.form)).toEqual([]);
  if (!end.form || !isAtEnd(end)) return false;
  const again = await goOn(await goBack(end, by, times), by);
  expect([again.form!.kind, again.form!.step]).toEqual([end.form.kind, end.form.step]);
  expect(again.form!.data).toBe(end.form.data);
  expect(again.lines).toEqual(end.lines);
  return true;
}

/** Their last answer ends them before anything is looked at; or they want a file, or a leader who was asked. */
const ENDS_ITSELF = ['opinion', 'leave', 'symbol', 'plan-file', 'substitute'];

test('at every question of every form back leads to the one before, and on with nothing changed to the same preview', async () => {
  const ended = new Set<string>();
  const times = new Map<string, number>();
  for (const opener of await openersOf(stage)) {
    const by = hand(opener);
    await base.ownerSql`update form set state = 'cancelled', data = '{}' where state = 'open'`;
    const { form } = await by.open();
    if (!form || (times.get(form.kind) ?? 0) >= 2) continue;
    times.set(form.kind, (times.get(form.kind) ?? 0) + 1);
    await fc.assert(
      fc.asyncProperty(someChoices, fc.integer({ min: 1, max: 5 }), async (choices, times) => {
        if (await comesBack(opener, choices, times)) ended.add(form.kind);
      }),
      { numRuns: 3, endOnFailure: true },
    );
    // Chance does not always come to the end of a long form.
    for (const choices of fc.sample(someChoices, { numRuns: 30, seed: 30 }))
      if (!ended.has(form.kind) && !ENDS_ITSELF.includes(form.kind))
        if (await comesBack(opener, choices, 3)) ended.add(form.kind);
  }
  expect([...times.keys()].sort()).toEqual(FORMS.map(({ name }) => name).sort());
  const withEnd = FORMS.filter(({ steps }) => steps.length > 2).map(({ name }) => name);
  expect(withEnd.filter((name) => !ended.has(name) && !ENDS_ITSELF.includes(name))).toEqual([]);
}, 600_000);

test('every preview is stored, or says what is wrong and stays', async () => {
  for (const opener of await openersOf(stage)) {
    const by = hand(opener);
    await base.ownerSql`update form set state = 'cancelled', data = '{}' where state = 'open'`;
    const start = await by.open();
    if (!start.form) continue;
    const end = await walk(start, by, [3, 1, 7, 4, 2, 8, 5, 1, 4, 8, 3, 2, 5, 6, 4, 1]);
    if (!end.form || !isAtEnd(end)) continue;
    const [store] = choicesOf(end);
    if (!store) continue;
    const stored = await by.tap(store);
    expect(failed(), JSON.stringify(end.form)).toEqual([]);
    expect(stored.lines, JSON.stringify(end.form)).not.toEqual(end.lines);
  }
}, 600_000);
