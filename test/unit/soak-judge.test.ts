import { expect, test } from 'vitest';
import type { Asked, History, Owed, Said } from '../soak/history.ts';
import { judge, type Verdict } from '../soak/judge.ts';

const [MEMBER, LEADER, SECRETARY, OTHER] = [1003, 1001, 1000, 1005];
const HOUR = 3_600_000;
/** Business time is the wall's in these histories; instants are hours. */
const at = (hour: number) => hour * HOUR;

const said = (chatId: number, hour: number, text: string, ...data: string[]): Said => ({
  ...{ chatId, messageId: hour, at: at(hour), businessAt: at(hour), text, finalText: text },
  buttons: data.map((one) => ({ label: 'Xem', data: one })),
});
const push = (hour: number, more = '') =>
  said(MEMBER, hour, `PH-2026-001 · đề nghị phản hồi trước 17h00 ngày mai${more}`, 'open.7');
const reminder = (hour: number, more = '') =>
  said(MEMBER, hour, `PH-2026-001: đề nghị đồng chí phản hồi trước 17h00.${more}`, 'open.7', 'later.7');
const toLeader = (hour: number) =>
  said(
    LEADER,
    hour,
    'PH-2026-001: đến 17h00 còn 1 đồng chí của Uỷ ban ta chưa phản hồi.\nChưa phản hồi: Uỷ viên A1',
    'card.3',
  );
const entry = (hour: number) =>
  said(
    OTHER,
    hour,
    'TĐ-2026-001 · UBKT A gửi văn bản · đề nghị xác nhận đã nhận trước 17h00',
    'xack.4.received',
    'x.4',
  );
const AGAIN = '\n(gửi lại)';

const asked = (given: Partial<Asked> = {}): Asked => ({
  ...{
    requestId: 7,
    inspectionId: 3,
    kind: 'notice',
    code: 'PH-2026-001',
    pairId: 1,
    side: 'a',
    state: 'open',
  },
  ...{ chatId: MEMBER, name: 'Uỷ viên A1', askedAt: at(1), dueAt: at(30) },
  ...{ answeredAt: undefined, settledAt: undefined, closedAt: undefined },
  ...given,
});
const member = (chatId: number, role: string, side: 'a' | 'b' = 'a') => ({
  chatId,
  pairId: 1,
  side,
  role,
  name: `${role} ${chatId}`,
});
const document = (receivedAt?: number) => ({
  ...{ exchangeId: 4, code: 'TĐ-2026-001', pairId: 1, toSide: 'b' as const },
  ...{ byChatId: SECRETARY, crossedAt: at(1), receivedAt },
});

function life(given: Partial<Omit<History, 'owed'>> & { owed?: Partial<Owed> }): Verdict {
  const owed: Owed = {
    ...{
      asked: [asked()],
      steps: [],
      entries: [],
      entrySteps: [],
      digests: [],
      overdue: [],
      answers: new Set(),
    },
    members: [
      member(MEMBER, 'member'),
      member(LEADER, 'chair'),
      member(SECRETARY, 'secretary'),
      member(OTHER, 'secretary', 'b'),
    ],
    ...given.owed,
  };
  return judge({ said: [], tapped: [], typed: [], quiet: [], calm: [at(100)], ...given, owed });
}

const found = (verdict: Verdict) =>
  Object.entries(verdict).flatMap(([name, finding]) => finding.found.map(() => name));
const half = { requestId: 7, kind: 'half', chatId: undefined, doneAt: at(10) };
const ownLeader = { requestId: 7, kind: 'own_leader', chatId: undefined, doneAt: at(31) };
const answered = (hour: number, toast = 'Đã ghi nhận.') => ({
  ...{ chatId: MEMBER, data: 'ack.7.attending', at: at(hour), toast, toldAt: at(hour) },
});
const quietAt = (hour: number) => ({ from: at(hour), to: at(hour) + 5 });

test('a notice, a reminder and a word to the leader that came once each are no fault', () => {
  const verdict = life({
    said: [push(2), reminder(11), toLeader(32)],
    owed: { steps: [half, ownLeader] },
  });
  expect(found(verdict)).toEqual([]);
  expect(Object.values(verdict).map(({ looked }) => looked > 0)).toEqual([true, true, true, true]);
});

test.each<[string, Parameters<typeof life>[0]]>([
  ['a notice', {}],
  ['a reminder', { said: [push(2)], owed: { steps: [half] } }],
  ['a reminder that came before its step', { said: [push(2), reminder(9)], owed: { steps: [half] } }],
  ['a word to the leader', { said: [push(2)], owed: { steps: [ownLeader] } }],
  ['a document', { owed: { asked: [], entries: [document()] } }],
  [
    'a receipt',
    {
      said: [said(SECRETARY, 2, 'TĐ-2026-001 đã chuyển UBKT B.\nUBKT B chưa xác nhận.', 'x.4'), entry(2)],
      owed: { asked: [], entries: [document(at(5))] },
    },
  ],
  ['a digest', { said: [push(2)], owed: { digests: [{ chatId: MEMBER, kind: 'weekly', toldAt: at(20) }] } }],
  ['the answer to a command', { said: [push(2)], typed: [{ chatId: MEMBER, text: '/viec', at: at(3) }] }],
  ['an answer that was said to be recorded', { said: [push(2)], tapped: [answered(3)] }],
  ['a step that was never done', { said: [push(2)], owed: { overdue: ['step half of request 7'] } }],
])('%s that never came is lost', (_, history) => {
  expect(found(life(history))).toEqual(['lost']);
});

test('what was answered or closed before the next calm moment need not have come', () => {
  expect(found(life({ owed: { asked: [asked({ answeredAt: at(2) })] } }))).toEqual([]);
  expect(found(life({ owed: { asked: [asked({ state: 'void' })] } }))).toEqual([]);
  const owed = { asked: [asked({ answeredAt: at(11) })], steps: [half] };
  expect(found(life({ said: [push(2)], calm: [at(12)], owed }))).toEqual([]);
  expect(found(life({ said: [push(2)], calm: [at(10.5)], owed }))).toEqual(['lost']);
});

test('the same once more is doubled, unless it says that it may be there already', () => {
  expect(found(life({ said: [push(2), push(3)] }))).toEqual(['doubled unmarked']);
  expect(found(life({ said: [push(2), push(3, AGAIN)] }))).toEqual([]);
  expect(found(life({ said: [push(2, AGAIN), push(3)] }))).toEqual(['doubled unmarked']);
  expect(found(life({ said: [push(2), push(3, '\nTin đến chậm, lẽ ra từ 09h00 hôm nay.')] }))).toEqual([
    'doubled unmarked',
  ]);
});

test('two steps may say the same words, and two acts may get the same answer; three of them not', () => {
  const steps = [half, { ...half, kind: 'last_morning', doneAt: at(20) }];
  expect(found(life({ said: [push(2), reminder(11), reminder(21)], owed: { steps } }))).toEqual([]);
  expect(found(life({ said: [push(2), reminder(11), reminder(21), reminder(22)], owed: { steps } }))).toEqual(
    ['doubled unmarked'],
  );
  const command = (hour: number) => ({ chatId: MEMBER, text: '/viec', at: at(hour) });
  const tasks = (hour: number) => said(MEMBER, hour, 'Việc của đồng chí: không có.');
  const answers = [push(2), tasks(4), tasks(6)];
  expect(found(life({ said: answers, typed: [command(3), command(5)] }))).toEqual([]);
  expect(found(life({ said: [...answers, tasks(7)], typed: [command(3), command(5)] }))).toEqual([
    'doubled unmarked',
  ]);
});

test('whoever had answered is reminded only by what was under way then', () => {
  const owed = { asked: [asked({ answeredAt: at(9) })], answers: new Set([`7 ${MEMBER}`]) };
  const history = { said: [push(2), reminder(11)], tapped: [answered(9)], owed };
  expect(found(life(history))).toEqual([]);
  expect(found(life({ ...history, quiet: [quietAt(8), quietAt(12)] }))).toEqual([]);
  expect(found(life({ ...history, quiet: [quietAt(10)] }))).toEqual(['reminded after answering']);
  const told = { ...history, said: [push(2), toLeader(32)], quiet: [quietAt(10)] };
  expect(found(life(told))).toEqual(['reminded after answering']);
});

test('whoever confirmed a document is not asked to confirm it', () => {
  const chase = said(OTHER, 20, 'TĐ-2026-001: đề nghị đồng chí xác nhận đã nhận trước 17h00.', 'x.4');
  const tapped = [
    { chatId: OTHER, data: 'xack.4.received', at: at(5), toast: 'Đã ghi nhận.', toldAt: at(5) },
  ];
  const owed = { asked: [], entries: [document()] };
  expect(found(life({ said: [entry(2), chase], tapped, owed, quiet: [quietAt(6)] }))).toEqual([
    'reminded after answering',
  ]);
});

test('nobody is reminded of what had not come, and no leader told of somebody whom nothing had reached', () => {
  expect(found(life({ said: [reminder(11), push(12)] }))).toEqual(['chased for what never reached']);
  expect(found(life({ said: [toLeader(32), push(33)] }))).toEqual(['chased for what never reached']);
  const across = said(
    SECRETARY,
    40,
    'PH-2026-001: đến 17h00 chưa nhận được đủ phản hồi của UBKT B. Bên đó đã được nhắc.',
    'card.3',
  );
  expect(found(life({ said: [across, push(41)] }))).toEqual(['chased for what never reached']);
  const chase = said(OTHER, 20, 'TĐ-2026-001: đề nghị đồng chí xác nhận đã nhận trước 17h00.', 'x.4');
  expect(found(life({ said: [chase, entry(21)], owed: { asked: [], entries: [document()] } }))).toEqual([
    'chased for what never reached',
  ]);
});

test('several in one message are each looked at', () => {
  const both = {
    ...said(
      MEMBER,
      11,
      'PH-2026-001: đề nghị đồng chí phản hồi trước 17h00.\nPH-2026-002: đã quá hạn 17h00, đề nghị đồng chí phản hồi.',
    ),
    buttons: [
      { label: 'Xem PH-2026-001', data: 'open.7' },
      { label: 'Xem PH-2026-002', data: 'open.8' },
    ],
  };
  const owed = {
    asked: [asked(), asked({ requestId: 8, inspectionId: 4, code: 'PH-2026-002', answeredAt: at(12) })],
  };
  expect(found(life({ said: [push(2), both], owed }))).toEqual(['chased for what never reached']);
});
