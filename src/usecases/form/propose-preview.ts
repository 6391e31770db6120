import { inOrder } from '../../domain/change.ts';
import { otherSide } from '../../domain/side.ts';
import { act } from '../actions/index.ts';
import { draftInspection } from '../inspection/draft-inspection.ts';
import { editDraft } from '../inspection/edit-draft.ts';
import { type Proposed, proposeInspection } from '../inspection/propose-inspection.ts';
import { keepBesideLine, settleOverlap } from '../inspection/settle-overlap.ts';
import { noteInspection, proposableItem } from '../plan/propose-item.ts';
import { button, details, isRefused, type Refused, strong, text } from '../said.ts';
import { listTargets } from '../view/find-target.ts';
import { coveredLines, fitLines, otherName, sessionLine, windowText } from '../view/lines.ts';
import { loadPair } from '../view/load-pair.ts';
import { overlapReasonText } from '../view/overlap-lines.ts';
import { inspectedText } from '../view/target-text.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { done, goes, type Question, type Step, wrong } from './form.ts';
import { bearsText, hasSeveralBodies } from './inspection-steps.ts';
import { contentOf, type ProposeData } from './propose-data.ts';
import { type Clash, overlapLines, overlapsOf } from './propose-overlap.ts';
import { rolesChoice, teamLines } from './team-step.ts';

/** The preview before storing: everything as it will be read, one button to send, one to keep as a draft. */
export const previewStep: Step<ProposeData> = {
  name: 'preview',
  fills: [],
  ask: preview,
  choose: async (work, actor, data, value) => {
    if (value === 'members') return goes('members', {});
    if (value === 'body' && hasSeveralBodies(data)) return goes('body', {});
    if ((value === 'sessions' || value === 'covered') && bearsText(data)) return goes(value, {});
    if (value === 'roles' && data.team?.length) return goes('roles', {});
    if (value !== 'send' && value !== 'keep') return wrong(text('form-choose'));
    const overlaps = value === 'send' ? await overlapsOf(work, actor, data) : [];
    if (overlaps.length > 0 && data.overlapReason === undefined) return goes('overlap', {});
    const drafted = await saveDraft(work, actor, data);
    if (isRefused(drafted)) return wrong(drafted.refused);
    if (value === 'keep')
      return done(
        details(
          [text('propose-kept', { id: drafted.inspectionId, other: await otherOf(work, actor, data) })],
          [button('button-card', act('card', { id: drafted.inspectionId }))],
        ),
      );
    await keepOverlaps(work, actor, drafted.inspectionId, overlaps, data);
    const proposed = await proposeInspection(work, actor, drafted.inspectionId);
    return isRefused(proposed) ? wrong(proposed.refused) : done(proposedMessage(proposed));
  },
};

const otherOf = async (work: Work, actor: Actor, { pairId }: ProposeData): Promise<string> =>
  otherName(await loadPair(work, pairId), memberIn(actor, pairId)!.side);

/** A new draft, or the next round of the entry that is proposed anew. */
async function saveDraft(
  work: Work,
  actor: Actor,
  data: ProposeData,
): Promise<{ inspectionId: number } | Refused> {
  const { team = [], roles, inspectionId, planItemId } = data;
  if (planItemId !== undefined) return draftFromItem(work, actor, planItemId, data);
  if (inspectionId === undefined)
    return draftInspection(work, actor, data.pairId, contentOf(data), team, roles);
  // A row of before this was asked says nothing of the schedule: it stays.
  const sessions = data.sessions && contentOf(data).sessions;
  const edited = await editDraft(work, actor, inspectionId, { ...contentOf(data), sessions }, team, roles);
  return isRefused(edited) ? edited : { inspectionId };
}

/** Held from the look at the line to its note: of two at once one makes an inspection of it. */
async function draftFromItem(
  work: Work,
  actor: Actor,
  itemId: number,
  data: ProposeData,
): Promise<{ inspectionId: number } | Refused> {
  const found = await proposableItem(work, actor, itemId, { lock: true });
  if (isRefused(found)) return found;
  const { pairId, team = [], roles } = data;
  const drafted = await draftInspection(work, actor, pairId, contentOf(data), team, roles);
  if (!isRefused(drafted)) await noteInspection(work, actor, found.item, drafted.inspectionId);
  return drafted;
}

/** What a đầu mối reads after putting forward: what happens next, and the way back. */
export function proposedMessage(proposed: Exclude<Proposed, { refused: unknown }>) {
  const { id, side } = proposed.found.inspection;
  if (proposed.kind === 'awaiting_leader')
    return details(
      [text('propose-leader-asked', { other: otherName(proposed.found, side) })],
      [button('button-record-approval', act('approval', { id })), button('button-card', act('card', { id }))],
    );
  return details(
    [
      text('propose-crossing', {
        code: proposed.code,
        other: otherName(proposed.found, side),
        seconds: proposed.seconds,
      }),
    ],
    [
      button('button-recall', act('recall', { id }), 'danger'),
      button('button-send-now', act('sendnow', { id })),
      button('button-card', act('card', { id })),
    ],
  );
}

/** The reason stands for every overlap that was shown; those of other pairs are nobody else's business and leave no row. */
async function keepOverlaps(
  work: Work,
  actor: Actor,
  inspectionId: number,
  overlaps: Clash[],
  data: ProposeData,
): Promise<void> {
  const kept = { pairId: data.pairId, inspectionId, reasonText: data.overlapReason! };
  for (const one of overlaps)
    if ('line' in one) await keepBesideLine(work, actor, { ...kept, itemId: one.line.id });
    else if (one.found.inspection.pairId === data.pairId)
      await settleOverlap(work, actor, { ...kept, otherId: one.found.inspection.id });
}

async function preview(work: Work, actor: Actor, data: ProposeData): Promise<Question> {
  const { committees } = await loadPair(work, data.pairId);
  const content = contentOf(data);
  const target = (await listTargets(work, data.pairId)).find((one) => one.id === content.targetId);
  return {
    protect: true,
    lines: fitLines([
      text('preview-head'),
      strong(
        text('card-what', {
          kind: text(`kind-${content.kind}`),
          target: inspectedText(target?.name ?? '', content),
        }),
      ),
      ...(content.subject ? [text('card-subject', { subject: content.subject })] : []),
      ...coveredLines(content),
      text('card-lead-planned', {
        lead: committees[content.leadSide].shortName,
        partner: committees[otherSide(content.leadSide)].shortName,
      }),
      text('card-mode', { mode: text(`mode-${content.mode}`), body: text(`body-${content.subjectBody}`) }),
      windowText(content.kind, { strong: { window: [content.windowFrom, content.windowTo] } }),
      ...inOrder(content.sessions).map(sessionLine),
      ...(await teamLines(work, actor, data)),
      ...overlapLines(await overlapsOf(work, actor, data)),
      ...(data.overlapReason
        ? [text('overlap-kept', { reason: overlapReasonText(data.overlapReason) })]
        : []),
    ]),
    choices: [
      { label: text('button-propose'), value: 'send', style: 'success' },
      { label: text('button-keep-draft'), value: 'keep' },
      ...(bearsText(data)
        ? [
            { label: text('button-schedule'), value: 'sessions' },
            { label: text('button-covered'), value: 'covered' },
          ]
        : []),
      ...rolesChoice(data),
      { label: text('button-members'), value: 'members' },
      ...(hasSeveralBodies(data) ? [{ label: text('button-body'), value: 'body' }] : []),
    ],
  };
}
