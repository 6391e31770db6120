import { expect, test } from 'vitest';
import type { Change, Row } from '../fuzz/change-log.ts';
import { judgeUpdate } from '../fuzz/judge.ts';
import type { Seat, Sender } from '../fuzz/sender.ts';

const sender = (...seats: Seat[]): Sender => ({ userId: 1001, personId: 7, state: 'active', seats });
const seat = (role: Seat['role'], side: Seat['side'] = 'a'): Seat => ({ pairId: 1, side, role });

const changed = (table: string, row: Row): Change => ({ txid: '1', table, op: 'INSERT', row, columns: [] });
const entry = (type: string, body: Row, pairId = 1) =>
  changed('audit_entry', { type, pair_id: pairId, body: JSON.stringify({ by: 7, ...body }) });

const judge = (senders: Sender[], changes: Change[], data?: string) =>
  judgeUpdate(async () => ({ owner: 'a', lead: 'b', asked: 'b' }), {
    update: data === undefined ? {} : { callback_query: { data } },
    senders,
    changes,
  });

test('what the role table gives is no fault: a đầu mối drafts, a chair decides for the side that is asked', async () => {
  expect(await judge([sender(seat('secretary'))], [entry('inspection.drafted', {})])).toEqual([]);
  expect(await judge([sender(seat('chair', 'b'))], [entry('proposal.agreed', {})])).toEqual([]);
});

test.each([
  ['a member drafts', seat('member'), 'inspection.drafted'],
  ['the other side recalls', seat('secretary', 'b'), 'inspection.recalled'],
  ['the side that does not lead begins', seat('secretary'), 'inspection.started'],
  ['the side that asked receives', seat('secretary'), 'proposal.received'],
  ['somebody of another pair signs', { ...seat('secretary'), pairId: 2 }, 'chain.signed'],
])('%s: a fault', async (_, own, type) => {
  expect(await judge([sender(own)], [entry(type, {})])).not.toEqual([]);
});

test('an act in another name, an act of an unknown type, and an act of nobody are faults', async () => {
  const secretary = sender(seat('secretary'));
  expect(await judge([secretary], [entry('team.set', { by: 8 })])).not.toEqual([]);
  expect(await judge([secretary], [entry('team.forgotten', {})])).not.toEqual([]);
  expect(await judge([], [entry('team.set', { by: null })])).not.toEqual([]);
});

test('a row of a pair, and a row without an entry, change by those whose they are', async () => {
  expect(await judge([], [changed('inspection', { pair_id: 1 })])).toHaveLength(2);
  expect(await judge([sender(seat('secretary'))], [changed('inspection', { pair_id: 1 })])).toHaveLength(1);
  expect(await judge([sender()], [changed('form', { person_id: 7 })])).toEqual([]);
  expect(await judge([sender()], [changed('form', { person_id: 8 })])).toHaveLength(1);
  expect(await judge([], [changed('outbox', { chat_id: 1001 })])).toEqual([]);
});

test('a button that the role table gives to nobody of this role leaves no entry', async () => {
  const read = [entry('report.exported', {})];
  expect(await judge([sender(seat('chair'))], read, 'bc.f.1.20260101.20270101.xlsx')).toEqual([]);
  expect(await judge([sender(seat('chair'))], read, 'propose.4')).toHaveLength(1);
});
