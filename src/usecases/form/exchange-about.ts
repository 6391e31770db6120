import { and, eq } from 'drizzle-orm';
import { inspection } from '../../../db/schema/index.ts';
import { cut } from '../../domain/cut.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import { caseFor } from '../inspection/access.ts';
import { isRefused, text } from '../said.ts';
import { listCases } from '../view/list-cases.ts';
import type { Actor, Work } from '../work.ts';
import { bearsSubject, type ExchangeData } from './exchange-data.ts';
import { filled, goes, type Step, type Taken, wrong } from './form.ts';
import { targetStep } from './propose-target.ts';

/** The inspection that it is about, from the latest of the pair or by its typed code; else a target, else nothing. */
export const aboutStep: Step<ExchangeData> = {
  name: 'about',
  fills: ['aboutAsked', 'inspectionId', 'targetId', 'isSensitive'],
  // What is answered or corrected was about something already, also by secret mail.
  when: (data) => bearsSubject(data) || data.answersId !== undefined || data.supersedesId !== undefined,
  isAnswered: ({ aboutAsked, inspectionId, targetId }) =>
    aboutAsked === true || inspectionId !== undefined || targetId !== undefined,
  ask: async (work, actor, data) => {
    const cases = await listCases(work, actor, data.pairId);
    return {
      lines: [text('exchange-ask-about')],
      list: { items: cases.map(({ id, label }) => ({ name: label, value: String(id) })) },
      choices: [
        { label: text('button-exchange-target'), value: 'target' },
        { label: text('button-exchange-about-none'), value: 'none' },
      ],
    };
  },
  take: async (work, actor, data, typed) => {
    const [row] = await work.tx
      .select({ id: inspection.id })
      .from(inspection)
      .where(
        and(eq(inspection.pairId, data.pairId), eq(inspection.code, typed.trim().toUpperCase().slice(0, 40))),
      );
    return row
      ? takeCase(work, actor, data, row.id)
      : wrong(text('exchange-case-unknown', { part: cut(typed, 40) }));
  },
  choose: async (work, actor, data, value) => {
    if (value === 'target') return goes('target', { ...NOTHING, targetId: data.targetId });
    if (value === 'none') return filled({ ...NOTHING, aboutAsked: true });
    return takeCase(work, actor, data, /^\d{1,9}$/.test(value) ? Number(value) : 0);
  },
};

const NOTHING = {
  aboutAsked: undefined,
  inspectionId: undefined,
  targetId: undefined,
  isSensitive: undefined,
};

/** Only what the person may see and what belongs to the chosen pair; a sensitive kind takes no subject (C4). */
async function takeCase(
  work: Work,
  actor: Actor,
  data: ExchangeData,
  id: number,
): Promise<Taken<ExchangeData>> {
  const allowed = await caseFor(work, actor, id, 'inspection.view');
  if (isRefused(allowed) || allowed.found.inspection.pairId !== data.pairId)
    return wrong(text('refused-not-found'));
  const isSensitive = isSensitiveKind(allowed.found.version.kind);
  return filled({ ...NOTHING, inspectionId: id, isSensitive });
}

export const targetOfExchange: Step<ExchangeData> = { ...targetStep, isAside: true, when: bearsSubject };
