import { nfc } from '../../domain/fold.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import { markUrgent, URGENT_REASONS, urgentNotice, urgentReasonText } from '../request/mark-urgent.ts';
import { button, isRefused, message, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import type { Actor, Work } from '../work.ts';
import { type Choice, done, type FormKind, next, type Taken, wrong } from './form.ts';
import { secretStep } from './secret-step.ts';

type UrgentData = { requestId: number; reason?: string };

const of = (raw: Record<string, unknown>): UrgentData => raw as UrgentData;

/** Khẩn: a reason from the list, or words after the question of secrecy (C1); confirmed, since it wakes people. */
export const urgentForm: FormKind = {
  name: 'urgent',
  first: () => 'reason',
  steps: {
    reason: {
      ask: async (work, actor, raw) => ({
        lines: [text('urgent-reason')],
        choices: await reasonChoices(work, actor, of(raw)),
      }),
      choose: async (work, actor, raw, value) => {
        const known = await reasonChoices(work, actor, of(raw));
        if (!known.some((choice) => choice.value === value)) return wrong(text('form-choose'));
        return value === 'other' ? next(of(raw), 'secret') : next({ ...of(raw), reason: value }, 'confirm');
      },
    },
    secret: secretStep(() => 'words'),
    words: {
      isFree: true,
      ask: async () => ({ lines: [text('urgent-words')], choices: [] }),
      take: async (_work, _actor, raw, typed) => {
        const reason = nfc(typed);
        return reason === '' ? wrong(text('urgent-words')) : next({ ...of(raw), reason }, 'confirm');
      },
      back: () => 'reason',
    },
    confirm: {
      ask: async (work, actor, raw) => {
        const notice = await urgentNotice(work, actor, of(raw).requestId);
        if (isRefused(notice)) return { lines: [notice.refused], choices: [] };
        const reason = urgentReasonText(of(raw).reason!);
        return {
          lines: [text('urgent-confirm', { reason, count: notice.silent.length })],
          choices: [{ label: text('button-confirm'), value: 'yes', style: 'danger' }],
          protect: true,
        };
      },
      choose: async (work, actor, raw, value) =>
        value === 'yes' ? finish(work, actor, of(raw)) : wrong(text('form-choose')),
      back: () => 'reason',
    },
  },
};

/** A sensitive kind bears no words at all (C4): only the list. */
async function reasonChoices(work: Work, actor: Actor, data: UrgentData): Promise<Choice[]> {
  const notice = await urgentNotice(work, actor, data.requestId);
  const isWordless = isRefused(notice) || isSensitiveKind(notice.found.version.kind);
  const listed = URGENT_REASONS.map((value): Choice => ({ label: text(`urgent-reason-${value}`), value }));
  return isWordless ? listed : [...listed, { label: text('urgent-reason-other'), value: 'other' }];
}

async function finish(work: Work, actor: Actor, data: UrgentData): Promise<Taken> {
  const marked = await markUrgent(work, actor, data.requestId, data.reason!);
  if (isRefused(marked)) return done(message([marked.refused]));
  return done(
    message(
      [text('urgent-done', { code: codeText(marked.found), count: marked.told })],
      [button('button-who', `who.${data.requestId}`)],
    ),
  );
}
