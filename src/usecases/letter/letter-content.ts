import { changeLetter } from '../../documents/change-letter.ts';
import { type Content, inspectedWords, type Reference } from '../../documents/inspection-content.ts';
import { conclusionLetter, proposalLetter, replyLetter } from '../../documents/inspection-letters.ts';
import type { Letter } from '../../documents/letter.ts';
import { type Basis, noticeLetter } from '../../documents/notice-letter.ts';
import { stopLetter } from '../../documents/stop-letter.ts';
import { changedFields } from '../../domain/change.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import {
  type Case,
  loadSessions,
  loadSymbols,
  type Session,
  sessionsAsMade,
  type Version,
} from '../inspection/load-case.ts';
import { openRequest } from '../request/load-request.ts';
import { loadChange, loadVersion, materialAsMade, materialOf, targetNames } from '../view/change-lines.ts';
import type { Work } from '../work.ts';
import type { Offered } from './letters-of.ts';
import { partiesOf } from './parties-of.ts';
import { sentBy } from './sent-by.ts';

/** The proposal, with the deadline that the other side's đầu mối has. */
export async function writeProposal(work: Work, found: Case, side: Side): Promise<Letter> {
  const asked = await openRequest(work, found.inspection.id, 'proposal');
  return proposalLetter(partiesOf(work, found, side), await sendingContent(work, found, side), asked?.dueAt);
}

/** The answer to a proposal that was agreed to; the letter that is answered by its symbol, where it is known. */
export async function writeReply(work: Work, found: Case, side: Side): Promise<Letter> {
  const symbols = await loadSymbols(work, found.inspection.id);
  const asked = symbols.findLast((one) => one.use === 'letter' && one.side !== side);
  return replyLetter(
    partiesOf(work, found, side),
    await sendingContent(work, found, side),
    asked && reference(asked),
  );
}

/** The notice of the plan, by the decision and the plan that the leading side attached. */
export async function writeNotice(work: Work, found: Case, side: Side): Promise<Letter> {
  const own = (await loadSymbols(work, found.inspection.id)).filter((one) => one.side === side);
  const latest = (use: 'decision' | 'plan') => own.findLast((one) => one.use === use);
  const [decision, plan] = [latest('decision'), latest('plan')];
  const basis: Basis = {
    decision: decision && reference(decision),
    plan: plan && reference(plan),
  };
  return noticeLetter(partiesOf(work, found, side), await contentOf(work, found, found.version), basis);
}

/** A change, waiting or confirmed. Throws when there is none: `offered` was not looked at. */
export async function writeChange(work: Work, found: Case, side: Side, offered: Offered): Promise<Letter> {
  const change = await loadChange(work, offered.versionId);
  if (!change) throw new Error(`version ${offered.versionId} changes nothing`);
  const { version, before } = change;
  const asked = await openRequest(work, found.inspection.id, 'change');
  const after = await contentOf(work, found, version, await sessionsAsMade(work, version.id));
  return changeLetter(partiesOf(work, found, side), {
    n: version.n,
    before: await contentOf(work, found, before),
    after: { ...after, sent: await sentBy(work, found, side) },
    fields: changedFields(await materialOf(work, before), await materialAsMade(work, version)),
    reason: version.reason,
    reasonText: version.reasonText,
    isConfirmed: version.id === found.version.id,
    answerBy: asked?.dueAt,
  });
}

/** A stop, waiting or confirmed. Throws when there is none: `offered` was not looked at. */
export async function writeStop(work: Work, found: Case, side: Side, offered: Offered): Promise<Letter> {
  const version = await loadVersion(work, offered.versionId);
  if (!version) throw new Error(`there is no version ${offered.versionId}`);
  const asked = await openRequest(work, found.inspection.id, 'stop');
  return stopLetter(partiesOf(work, found, side), await contentOf(work, found, found.version), {
    reason: version.reason,
    reasonText: version.reasonText,
    isConfirmed: found.inspection.state === 'stopped',
    answerBy: asked?.dueAt,
  });
}

/** The end, by the conclusion's symbol. Throws when there is none: `offered` was not looked at. */
export async function writeConclusion(work: Work, found: Case, side: Side): Promise<Letter> {
  const symbols = await loadSymbols(work, found.inspection.id);
  const conclusion = symbols.findLast((one) => one.use === 'conclusion');
  if (!conclusion) throw new Error(`inspection ${found.inspection.id} has no conclusion`);
  return conclusionLetter(
    partiesOf(work, found, side),
    await contentOf(work, found, found.version),
    reference(conclusion),
  );
}

const reference = (one: { symbol: string; documentDay: string }): Reference => ({
  symbol: one.symbol,
  day: one.documentDay,
});

/** What stands, with whom the side sends. */
const sendingContent = async (work: Work, found: Case, side: Side): Promise<Content> => ({
  ...(await contentOf(work, found, found.version)),
  sent: await sentBy(work, found, side),
});

async function contentOf(work: Work, found: Case, version: Version, sessions?: Session[]): Promise<Content> {
  const names = await targetNames(work, [version.targetId]);
  const organisation = names.get(version.targetId) ?? '';
  const { kind, subject, subjectBody, mode, windowFrom, windowTo, leadSide } = version;
  const { coveredFrom, coveredTo, memberCount, isOfMembers } = version;
  return {
    organisation,
    target: inspectedWords(organisation, version),
    ...{ kind, subject, subjectBody, mode, windowFrom, windowTo },
    ...{ coveredFrom, coveredTo, memberCount, isOfMembers },
    lead: found.committees[leadSide].name,
    partner: found.committees[otherSide(leadSide)].name,
    sessions: sessions ?? (await loadSessions(work, version.id)),
  };
}
