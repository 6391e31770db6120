import type { z } from 'zod';
import { DUTY_PRESETS } from '../domain/duty-presets.ts';
import type { DutyEvent, DutyPeriod } from '../domain/exchange.ts';
import type { Side } from '../domain/side.ts';
import type { Placed } from './org-file-issues.ts';
import type { Path } from './org-file-lines.ts';
import { dutyShape, eventDutyShape, presetDutyShape } from './org-file-shape.ts';
import { text } from './said.ts';

/**
 * A duty of an agreement: of `period` and `event` one is set, and with an event `since`; one of the two deadlines is. `side` null: both owe
 * it. `from` is the first day, 'YYYY-MM-DD'; left out, the day of the import.
 */
export type WrittenDuty = {
  key: string;
  name: string;
  period: DutyPeriod | null;
  event: DutyEvent | null;
  since: string | null;
  dueWorkingDays: number | null;
  dueDays: number | null;
  source: string | null;
  side: Side | null;
  from?: string;
};

/** With the key of its pair and its line in the file. */
export type OrgDuty = WrittenDuty & { pair: string; line: number };

/** The shapes that a duty may have. */
type Shape = typeof dutyShape | typeof eventDutyShape | typeof presetDutyShape;

/** Which of them an entry means: a preset by its name, an event, or else a period. */
export function shapeOfDuty(item: unknown): Shape {
  const has = (key: string) => typeof item === 'object' && item !== null && key in item;
  if (has('preset')) return presetDutyShape;
  return has('event') ? eventDutyShape : dutyShape;
}

/** The duty that an entry means, with what a preset brings. */
export function dutyOf(value: z.output<Shape>): WrittenDuty {
  const { side = null, from } = value;
  const whose = { side, ...(from === undefined ? {} : { from }) };
  if ('preset' in value) {
    const { event, since, dueDays, dueWorkingDays, source, name } = DUTY_PRESETS[value.preset];
    const terms = { period: null, event, since, dueDays, dueWorkingDays, source };
    return { ...whose, ...terms, key: value.key ?? value.preset, name: value.name ?? name };
  }
  const { key, name, source = null, due_working_days: dueWorkingDays = null } = value;
  const own = { ...whose, key, name, source, dueWorkingDays };
  if (!('event' in value)) return { ...own, period: value.period, event: null, since: null, dueDays: null };
  const { event, since, due_days: dueDays = null } = value;
  return { ...own, period: null, event, since, dueDays };
}

/** A deadline counted from an event is given in days or in working days. */
export const checkDeadline = ({ path, value }: { path: Path; value: WrittenDuty }): Placed[] =>
  (value.dueDays === null) === (value.dueWorkingDays === null)
    ? [{ path: value.dueDays === null ? path : [...path, 'due_days'], text: text('admin-org-duty-due') }]
    : [];
