import { nfc } from '../../domain/fold.ts';
import { REASONS, type Reason } from '../../domain/inspection.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import { type OwnNotice, ownNotice } from '../request/own-notice.ts';
import { isOnTeam, type RecordedAnswer, recordAnswer, recordable } from '../request/record-answer.ts';
import { button, details, isRefused, message, type Refused, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import type { Actor, Work } from '../work.ts';
import { done, type FormKind, next, type Question, type Taken, wrong } from './form.ts';
import { namesOf, peopleList } from './people-list.ts';
import { secretStep } from './secret-step.ts';

export type RecordData = {
  requestId: number;
  recipientId?: number;
  name?: string;
  isTeam?: boolean;
  /** A sensitive kind bears no words at all (C4). */
  isWordless?: boolean;
  answer?: RecordedAnswer['answer'];
  reason?: Reason;
  reasonText?: string;
  via?: RecordedAnswer['via'];
};

const VIA_CHOICES = ['phone', 'paper'] as const;
const of = (raw: Record<string, unknown>): RecordData => raw as RecordData;

function after(data: RecordData): string {
  if (data.answer === undefined) return 'answer';
  if (data.answer === 'opinion' && data.reason === undefined) return 'reason';
  if (data.reason === 'other' && data.reasonText === undefined && !data.isWordless) return 'secret';
  return data.via === undefined ? 'via' : 'confirm';
}

const advance = (data: RecordData): Taken => next(data, after(data));
const beforeVia = (data: RecordData): string => (data.answer === 'opinion' ? 'reason' : 'answer');

/** "Ghi nhận hộ": whose answer, which, how it came; preview; recorded. */
export const recordForm: FormKind = {
  name: 'record',
  first: () => 'person',
  steps: {
    person: { ask: askPerson, choose: choosePerson },
    answer: {
      ask: async (_work, _actor, raw) => ({
        lines: [text('record-answer', { name: of(raw).name! })],
        choices: answersFor(of(raw)).map((value) => ({ label: text(`answer-${value}`), value })),
      }),
      choose: async (_work, _actor, raw, value) => {
        const answer = answersFor(of(raw)).find((one) => one === value);
        const { reason, reasonText, ...data } = of(raw);
        return answer ? advance({ ...data, answer }) : wrong(text('form-choose'));
      },
      back: () => 'person',
    },
    reason: {
      ask: async () => ({
        lines: [text('form-reason')],
        choices: REASONS.map((reason) => ({ label: text(`reason-${reason}`), value: reason })),
      }),
      choose: async (_work, _actor, raw, value) => {
        const reason = REASONS.find((one) => one === value);
        const { reasonText, ...data } = of(raw);
        return reason ? advance({ ...data, reason }) : wrong(text('form-choose'));
      },
      back: () => 'answer',
    },
    secret: secretStep(() => 'words'),
    words: {
      isFree: true,
      ask: async () => ({ lines: [text('form-reason-words')], choices: [] }),
      take: async (_work, _actor, raw, typed) => advance({ ...of(raw), reasonText: nfc(typed) }),
      back: () => 'reason',
    },
    via: {
      ask: async () => ({
        lines: [text('record-via')],
        choices: VIA_CHOICES.map((via) => ({ label: text(`via-${via}`), value: via })),
      }),
      choose: async (_work, _actor, raw, value) => {
        const via = VIA_CHOICES.find((one) => one === value);
        return via ? advance({ ...of(raw), via }) : wrong(text('form-choose'));
      },
      back: (raw) => beforeVia(of(raw)),
    },
    confirm: {
      ask: async (_work, _actor, raw) => ({
        lines: confirmLines(of(raw)),
        choices: [{ label: text('button-confirm'), value: 'yes', style: 'success' }],
        protect: true,
      }),
      choose: async (work, actor, raw, value) =>
        value === 'yes' ? finish(work, actor, of(raw)) : wrong(text('form-choose')),
      back: () => 'via',
    },
  },
};

const answersFor = (data: RecordData): RecordedAnswer['answer'][] => [
  data.isTeam ? 'attending' : 'received',
  'opinion',
];

const load = (work: Work, actor: Actor, data: RecordData): Promise<OwnNotice | Refused> =>
  ownNotice(work, actor, data.requestId, 'notice.record');

async function askPerson(work: Work, actor: Actor, raw: Record<string, unknown>): Promise<Question> {
  const notice = await load(work, actor, of(raw));
  if (isRefused(notice)) return { lines: [notice.refused], choices: [] };
  const rows = recordable(notice, actor);
  const names = await namesOf(
    work,
    rows.map((row) => row.personId),
  );
  const people = rows.map((row) => ({ id: row.id, name: names.get(row.personId) ?? '' }));
  const line = text(people.length > 0 ? 'record-person' : 'record-nobody');
  return { lines: [line], list: peopleList(people), choices: [], protect: true };
}

async function choosePerson(
  work: Work,
  actor: Actor,
  raw: Record<string, unknown>,
  value: string,
): Promise<Taken> {
  const data = of(raw);
  const notice = await load(work, actor, data);
  if (isRefused(notice)) return done(message([notice.refused]));
  const row = recordable(notice, actor).find((one) => String(one.id) === value);
  if (!row) return wrong(text('form-choose'));
  const names = await namesOf(work, [row.personId]);
  return advance({
    requestId: data.requestId,
    recipientId: row.id,
    name: names.get(row.personId) ?? '',
    isTeam: isOnTeam(row),
    isWordless: isSensitiveKind(notice.found.version.kind),
  });
}

function confirmLines(data: RecordData) {
  const reason = data.reason && (data.reasonText ? data.reasonText : text(`reason-${data.reason}`));
  return [
    text('record-confirm', {
      name: data.name!,
      answer: text(`answer-${data.answer!}`),
      via: text(`via-${data.via!}`),
    }),
    ...(reason ? [text('card-reason', { reason })] : []),
  ];
}

async function finish(work: Work, actor: Actor, data: RecordData): Promise<Taken> {
  const recorded = await recordAnswer(work, actor, data.recipientId!, {
    answer: data.answer!,
    reason: data.reason,
    reasonText: data.reasonText,
    via: data.via!,
  });
  if (isRefused(recorded)) return done(message([recorded.refused]));
  const { found, row } = recorded;
  return done(
    details(
      [
        text('record-done', {
          code: codeText(found),
          name: data.name!,
          answer: text(`answer-${data.answer!}`),
          via: text(`via-${data.via!}`),
        }),
      ],
      [
        ...(data.answer === 'opinion' ? [button('button-settle-opinion', `settle.${row.id}`)] : []),
        button('button-who', `who.${data.requestId}`),
        button('button-card', `card.${found.inspection.id}`),
      ],
    ),
  );
}
