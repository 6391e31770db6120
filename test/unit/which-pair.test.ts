import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { say, type TextKey } from '../../src/locales/index.ts';
import { readRooms } from '../../src/locales/rooms.ts';
import { renderPlain } from '../../src/telegram/render.ts';
import { act } from '../../src/usecases/actions/index.ts';
import type { CaseTaskKind } from '../../src/usecases/view/case-tasks.ts';
import type { Task } from '../../src/usecases/view/list-tasks.ts';
import { pairTasksMessage, taskLine } from '../../src/usecases/view/tasks-message.ts';
import type { Actor } from '../../src/usecases/work.ts';

const NOW = DateTime.fromISO('2026-11-23T09:00:00+07:00', { zone: 'Asia/Ho_Chi_Minh' });

/** Of every kind: a kind has a verb for its button. */
const KINDS = readRooms()
  .filter(({ locale }) => locale === 'vi')
  .flatMap(({ source }) => [...source.matchAll(/^task-verb-([\w-]+) =/gm)].map((found) => found[1]!));
const OF_CASES: CaseTaskKind[] = [
  ...(['answer', 'approve', 'decide', 'receive', 'reply', 'confirm', 'counter', 'again'] as const),
  ...(['substitute', 'opinion', 'draft', 'overlap'] as const),
];

function taskOf(kind: string, pairId: number, dueAt: DateTime | null): Task {
  if (OF_CASES.includes(kind as CaseTaskKind))
    return { kind: kind as CaseTaskKind, pairId, inspectionId: 1, code: 'PH-2026-001', requestId: 1, dueAt };
  const named = { kind, pairId, name: 'KH-2027', opens: act('x', { id: 1 }), headId: 1, seq: 7, dueAt };
  if (kind === 'head') return { ...named, month: '2026-11-01', committee: 'UBKT Tỉnh uỷ' } as unknown as Task;
  if (!kind.startsWith('plan-')) return named as Task;
  return { ...named, dueDay: dueAt?.toISODate() ?? null } as Task;
}

const actorIn = (names: string[]): Actor => ({
  personId: 1,
  name: 'Chủ nhiệm A1',
  chatId: 1,
  locale: 'vi',
  members: names.map((pairName, pairId) => ({
    ...{ id: pairId, pairId, pairName, committeeId: 1 },
    side: 'a',
    role: 'chair',
  })),
});

test('every line of /viec says which agreement it is of, to whoever stands in several', () => {
  expect(KINDS.length).toBeGreaterThan(20);
  const names = Array.from({ length: 98 }, (_, n) => `Công an tỉnh – xã ${String(n).padStart(3, '0')}`);
  fc.assert(
    fc.property(
      fc.constantFrom(...KINDS),
      fc.nat({ max: 97 }),
      fc.option(fc.integer({ min: -9, max: 9 })),
      fc.constantFrom<'vi' | 'en'>('vi', 'en'),
      (kind, pairId, days, locale) => {
        const task = taskOf(kind, pairId, days === null ? null : NOW.plus({ days }));
        const line = renderPlain(locale, taskLine(actorIn(names), task, 1, NOW), NOW);
        expect(line).toContain(names[pairId]);
      },
    ),
  );
});

test('in one agreement its name goes without saying; in the list of one of several it stands above', () => {
  const task = taskOf('plan-approve', 0, null);
  expect(renderPlain('vi', taskLine(actorIn(['Công an tỉnh – xã 000']), task, 1, NOW), NOW)).not.toContain(
    'xã',
  );
  const actor = actorIn(['Công an tỉnh – xã 000', 'Công an tỉnh – xã 001']);
  const [title] = pairTasksMessage(actor, [task], actor.members[0]!, 0, NOW).lines;
  expect(renderPlain('vi', title!, NOW)).toContain('xã 000');
});

/** News of a plan bears no code of an inspection: a year is the same in every agreement. */
test.each(['vi', 'en'] as const)('every push about a year’s plan names the other side (%s)', (locale) => {
  const keys = readRooms()
    .filter((room) => room.locale === locale)
    .flatMap(({ source }) =>
      [...source.matchAll(/^(plan(?:find|quota)?-told-[\w-]+) =/gm)].map((found) => found[1]!),
    );
  expect(keys.length).toBeGreaterThan(7);
  const args = { year: '2027', due: 'x', reason: 'x', asked: 2, open: 3, other: 'UBKT ĐU xã 001' };
  for (const key of keys)
    for (const count of [0, 2]) expect(say(locale, key as TextKey, { ...args, count })).toContain(args.other);
});
