import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { inspectionVersion, target } from '../../../db/schema/index.ts';
import {
  type ChangeField,
  changedFields,
  type Material,
  type PlannedSession,
  WORDED_FIELDS,
} from '../../domain/change.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import type { Arg, Text } from '../../domain/message.ts';
import type { TextKey } from '../../locales/keys.ts';
import {
  above,
  type Case,
  IS_ABOVE,
  loadSessions,
  type Session,
  sessionsAsMade,
  type Version,
} from '../inspection/load-case.ts';
import type { Request } from '../request/load-request.ts';
import { instantArg, text } from '../said.ts';
import type { Work } from '../work.ts';
import { coveredText } from './lines.ts';
import { joined, plain } from './paged.ts';
import { membersCounted, textOutside } from './target-text.ts';

/** The content of a version with the sessions that stand. */
export const materialOf = async (work: Work, version: Version): Promise<Material> =>
  materialWith(version, await loadSessions(work, version.id));

/** The same as it was asked and confirmed, without what was said of its schedule since. */
export const materialAsMade = async (work: Work, version: Version): Promise<Material> =>
  materialWith(version, await sessionsAsMade(work, version.id));

function materialWith(version: Version, rows: Session[]): Material {
  const { targetId, kind, subjectBody, subject, leadSide, mode, windowFrom, windowTo } = version;
  const { coveredFrom, coveredTo, memberCount, isOfMembers } = version;
  const sessions = rows.map((one) => ({ kind: one.kind, startsAt: one.startsAt, place: one.place }));
  return {
    ...{ targetId, kind, subjectBody, subject, leadSide, mode, windowFrom, windowTo },
    ...{ coveredFrom, coveredTo, memberCount, isOfMembers, sessions },
  };
}

/** "Điều chỉnh lần n", old → new, and why; nothing for version 0 (R5). */
export async function changeLines(work: Work, found: Case, versionId = found.version.id): Promise<Text[]> {
  const change = await loadChange(work, versionId);
  if (!change) return [];
  const { version, before } = change;
  const after = await materialAsMade(work, version);
  const diffs = await diffLines(work, found, await materialOf(work, before), after);
  return [joined([text('card-version', { n: version.n }), ...reasonLines(version)]), ...diffs];
}

/** A version above 0 with the one that held before it; undefined for version 0. */
export async function loadChange(
  work: Work,
  versionId: number,
): Promise<{ version: Version; before: Version } | undefined> {
  const version = await loadVersion(work, versionId);
  const before = version && version.n > 0 ? await versionBefore(work, version) : undefined;
  return version && before ? { version, before } : undefined;
}

/** What a request shows of itself: old → new of a change, the reason of a stop, the change that a notice tells of. */
export async function askedLines(work: Work, found: Case, request: Request): Promise<Text[]> {
  if (request.kind === 'change' || request.kind === 'notice')
    return changeLines(work, found, request.versionId);
  const version = await loadVersion(work, request.versionId);
  return version ? reasonLines(version) : [];
}

/**
 * Old → new, of one field a line each, of several a line a field; what a sensitive kind drops is not told again (C4). Organisations are named
 * as they are outside, unless the reader has them before them (`isOwn`).
 */
export async function diffLines(
  work: Work,
  found: Pick<Case, 'committees'>,
  before: Material,
  after: Material,
  isOwn = false,
): Promise<Text[]> {
  const named = await targetsShown(work, [before.targetId, after.targetId], isOwn);
  const isBare = isSensitiveKind(after.kind);
  const fields = changedFields(before, after);
  const told = fields.filter((field) => !isBare || !WORDED_FIELDS.includes(field));
  const lines = told.map((field) => ({
    field: text(`change-field-${field}`),
    before: shown(field, before, found, named),
    after: { strong: shown(field, after, found, named) },
  }));
  const [one, ...more] = lines;
  const isOne = one !== undefined && more.length === 0;
  return [
    ...(isOne
      ? [text('change-line-old', one), text('change-line-new', one)]
      : lines.map((line) => text('change-line', line))),
    ...(told.length < fields.length ? [text('change-text-dropped')] : []),
  ];
}

export function reasonLines(version: Pick<Version, 'reason' | 'reasonText'>): Text[] {
  if (version.reasonText) return [text('card-reason', { reason: version.reasonText })];
  return version.reason ? [text('card-reason', { reason: text(`reason-${version.reason}`) })] : [];
}

function shown(
  field: ChangeField,
  content: Material,
  found: Pick<Case, 'committees'>,
  named: (content: Material) => Text,
): Arg {
  switch (field) {
    case 'window':
      return { window: [content.windowFrom, content.windowTo] };
    case 'sessions':
      return sessionsText(content.sessions);
    case 'target':
      return named(content);
    case 'members':
      return membersCounted(content);
    case 'kind':
      return text(`kind-${content.kind}`);
    case 'body':
      return text(`body-${content.subjectBody}`);
    case 'lead':
      return found.committees[content.leadSide].shortName;
    case 'mode':
      return text(`mode-${content.mode}`);
    case 'covered':
      return coveredText(content) ?? text('change-none');
    case 'subject':
      return content.subject ? content.subject : text('change-none');
  }
}

/** All sessions as one text, in their order. */
function sessionsText(sessions: PlannedSession[]): Text {
  const [first, ...rest] = sessions;
  if (!first) return text('change-none');
  const said = sessionText(first);
  return rest.length === 0 ? said : text('change-join', { first: said, rest: sessionsText(rest) });
}

const sessionText = (session: PlannedSession): Text =>
  text('change-session', {
    kind: text(`session-${session.kind}` as TextKey),
    at: instantArg(session.startsAt),
    place: session.place,
  });

/** A version by its id, whether it holds or not. */
export async function loadVersion(work: Work, versionId: number): Promise<Version | undefined> {
  const [row] = await work.tx.select().from(inspectionVersion).where(eq(inspectionVersion.id, versionId));
  return row;
}

/** The version that held before this one: the confirmed round of n - 1, else its last. */
async function versionBefore(work: Work, version: Version): Promise<Version | undefined> {
  const [row] = await work.tx
    .select()
    .from(inspectionVersion)
    .where(
      and(
        eq(inspectionVersion.pairId, version.pairId),
        eq(inspectionVersion.inspectionId, version.inspectionId),
        eq(inspectionVersion.n, version.n - 1),
      ),
    )
    .orderBy(sql`${inspectionVersion.confirmedAt} is null`, desc(inspectionVersion.round))
    .limit(1);
  return row;
}

/** How an organisation is named in a change: of a sensitive kind not at all (C4), of one member by the one above. */
async function targetsShown(work: Work, ids: number[], isOwn: boolean): Promise<(content: Material) => Text> {
  const rows = await work.tx
    .select({ id: target.id, name: target.name, above: above.name })
    .from(target)
    .leftJoin(above, IS_ABOVE)
    .where(inArray(target.id, ids));
  const found = new Map(rows.map((row) => [row.id, row]));
  return (content) => {
    const { name = '', above: parent = null } = found.get(content.targetId) ?? {};
    if (isOwn) return plain(name);
    return isSensitiveKind(content.kind) ? text('change-unnamed') : textOutside(name, parent, content);
  };
}

/** Names of targets by id. */
export async function targetNames(work: Work, ids: number[]): Promise<Map<number, string>> {
  const rows = await work.tx
    .select({ id: target.id, name: target.name })
    .from(target)
    .where(inArray(target.id, ids));
  return new Map(rows.map((row) => [row.id, row.name]));
}
