import { z } from 'zod';
import type { Message, Text } from '../../domain/message.ts';
import { type Act, mayDo } from '../../domain/permission.ts';
import type { TextKey } from '../../locales/keys.ts';
import { isRefused, message, type Refused, refuse, text } from '../said.ts';
import type { Actor, Member, Work } from '../work.ts';
import { apartFromLine } from './apart-line.ts';
import { defineForm } from './define-form.ts';
import { exchangeFromLine } from './exchange-line.ts';
import { done, type Step, wrong } from './form.ts';
import { openForm } from './open-form.ts';
import { declaredLine } from './open-from-line.ts';
import { proposeFromLine } from './propose-line.ts';

const COMMANDS = ['propose', 'exchange', 'apart'] as const;
type LineCommand = (typeof COMMANDS)[number];

type Line = {
  act: Act;
  which: TextKey;
  example: Text;
  open(work: Work, actor: Actor, pairId: number, typed: string): Promise<Message>;
};

/** The commands whose line says what and not in which agreement. */
const LINES: Record<LineCommand, Line> = {
  propose: {
    act: 'inspection.draft',
    which: 'propose-choose-pair-line',
    example: text('propose-line-example'),
    open: proposeFromLine,
  },
  exchange: {
    act: 'exchange.log',
    which: 'exchange-choose-pair-line',
    example: text('exchange-line-example'),
    open: exchangeFromLine,
  },
  apart: {
    act: 'outcome.apart',
    which: 'result-which-pair-line',
    example: text('result-line-example'),
    open: apartFromLine,
  },
};

/** `typed`: a line that was declared to bear no secret, as it came (C1). */
const lineData = z.object({ command: z.enum(COMMANDS), typed: z.string() });
type LineData = z.infer<typeof lineData>;

const pairStep: Step<LineData> = {
  name: 'pair',
  fills: [],
  ask: async (_work, actor, { command }) => ({
    lines: [text(LINES[command].which)],
    list: {
      items: pairsFor(actor, command).map(({ pairId, pairName }) => ({
        name: pairName,
        value: String(pairId),
      })),
      isInFull: true,
    },
    choices: [],
  }),
  choose: async (work, actor, { command, typed }, value) => {
    const member = pairsFor(actor, command).find(({ pairId }) => String(pairId) === value);
    return member
      ? done(await LINES[command].open(work, actor, member.pairId, typed))
      : wrong(text('form-choose'));
  },
};

/** A line that waits for the question in which agreement, and is read once that is answered. */
export const lineForm = defineForm({ name: 'line', schema: lineData, steps: [pairStep] });

/** A one-line command: read at once where the person stands in one agreement, else after they have chosen one. */
export async function beginLine(
  work: Work,
  actor: Actor,
  command: LineCommand,
  typed: string,
): Promise<Message | Refused> {
  const { open, example } = LINES[command];
  const [only, ...more] = pairsFor(actor, command);
  if (!only) return refuse('refused-secretary-only');
  if (more.length === 0) return open(work, actor, only.pairId, typed);
  // Nothing is kept before it is declared, not even for a question (C1).
  const declared = declaredLine(typed);
  if (isRefused(declared)) return message([declared.refused, example]);
  return openForm(work, actor, lineForm, { command, typed }, { pairId: null });
}

const pairsFor = (actor: Actor, command: LineCommand): Member[] =>
  actor.members.filter((member) => mayDo(member, LINES[command].act));
