import type { Text } from '../../domain/message.ts';
import { otherSide } from '../../domain/side.ts';
import { act } from '../actions/index.ts';
import { loadCase } from '../inspection/load-case.ts';
import { applyChange, proposeChange } from '../inspection/propose-change.ts';
import type { Crossing } from '../inspection/propose-change-ask.ts';
import { ownTeam } from '../inspection/set-team.ts';
import { button, details, isRefused, text } from '../said.ts';
import { diffLines, materialOf, reasonLines } from '../view/change-lines.ts';
import { codeText, fitLines } from '../view/lines.ts';
import type { Actor, Work } from '../work.ts';
import { memberIn } from '../work.ts';
import { type ChangeData, changesOf } from './change-data.ts';
import { done, type Step, wrong } from './form.ts';
import { clashesOf, overlapLines } from './propose-overlap.ts';

/** Old → new and the reason, before anything is stored; one button to propose it. */
export const changePreview: Step<ChangeData> = {
  name: 'preview',
  fills: [],
  ask: async (work, actor, data) => {
    const lines = await previewLines(work, actor, data);
    const isEmpty = lines.length === 0;
    return {
      protect: true,
      lines: isEmpty ? [text('refused-nothing-changed')] : lines,
      choices: isEmpty ? [] : [{ label: text('button-propose-change'), value: 'send', style: 'success' }],
    };
  },
  choose: async (work, actor, data, value) =>
    value === 'send' ? send(work, actor, data) : wrong(text('form-choose')),
};

async function previewLines(work: Work, actor: Actor, data: ChangeData): Promise<Text[]> {
  const found = await loadCase(work, data.inspectionId);
  const member = memberIn(actor, data.pairId);
  if (!found || !member) return [];
  const before = await materialOf(work, found.version);
  const after = applyChange(before, changesOf(data));
  const lines = await diffLines(work, found, before, after);
  if (lines.length === 0) return [];
  const { inspectionId } = data;
  const team = await ownTeam(work, inspectionId, member.side);
  return fitLines([
    text('change-preview', { code: codeText(found), n: found.version.n + 1 }),
    ...lines,
    ...reasonLines({ reason: data.reason ?? null, reasonText: data.reasonText ?? null }),
    // Pointed at only: people settle them (R2), and here the other side looks as well.
    ...overlapLines(await clashesOf(work, actor, member, { ...after, inspectionId, team })),
    text('change-until-confirmed'),
  ]);
}

async function send(work: Work, actor: Actor, data: ChangeData) {
  const crossing = await proposeChange(work, actor, data.inspectionId, {
    baseVersionId: data.baseVersionId,
    changes: changesOf(data),
    reason: data.reason!,
    reasonText: data.reasonText || undefined,
  });
  return isRefused(crossing) ? wrong(crossing.refused) : done(crossingMessage(actor, crossing));
}

/** What a đầu mối reads after proposing: what happens next, and the way back. */
export function crossingMessage(actor: Actor, crossing: Exclude<Crossing, { refused: unknown }>) {
  const { found, requestId } = crossing;
  const { id, pairId } = found.inspection;
  const side = memberIn(actor, pairId)!.side;
  return details(
    [
      text(`crossing-${crossing.asks}`, {
        code: codeText(found),
        other: found.committees[otherSide(side)].shortName,
        seconds: crossing.seconds,
      }),
    ],
    [
      button('button-recall', act('takeback', { requestId }), 'danger'),
      button('button-send-now', act('crossnow', { requestId })),
      button('button-card', act('card', { id })),
    ],
  );
}
