import { addDays } from '../domain/calendar-day.ts';
import { type ChangeField, inOrder, type PlannedSession } from '../domain/change.ts';
import { twoDigits } from '../domain/inspected.ts';
import type { Mode, SessionKind, SubjectBody } from '../domain/inspection.ts';
import type { Kind } from '../domain/kinds.ts';
import type { Content } from './inspection-content.ts';
import type { Block } from './letter.ts';
import { shownDay, shownHour } from './paper-day.ts';
import { capital, ended, respell, type Spelling } from './wording.ts';

/** Kinds in full words; a letter is never made for the sensitive ones, which have none. */
const KINDS: Partial<Record<Kind, string>> = {
  compliance: 'kiểm tra chấp hành',
  inspection_work: 'kiểm tra việc thực hiện nhiệm vụ kiểm tra, giám sát',
  discipline_execution: 'kiểm tra việc thi hành kỷ luật trong Đảng',
  party_finance: 'kiểm tra tài chính đảng',
  regular_supervision: 'giám sát thường xuyên',
  thematic_supervision: 'giám sát chuyên đề',
};

const BODIES: Record<SubjectBody, string> = {
  committee: 'cấp uỷ',
  standing_board: 'Ban Thường vụ',
  inspection_committee: 'Uỷ ban Kiểm tra',
};

const MODES: Record<Mode, string> = {
  coordinate: 'một bên chủ trì, một bên phối hợp',
  second_staff: 'bên phối hợp cử cán bộ tham gia',
  alone_notified: 'thực hiện riêng, có thông báo',
};

const SESSIONS: Record<SessionKind, string> = {
  announce: 'công bố quyết định',
  work: 'làm việc',
  conclude: 'thông qua kết luận',
};

/** "giám sát chuyên đề". Throws for a sensitive kind: no letter names it (C4). */
export function kindWords(kind: Kind): string {
  const words = KINDS[kind];
  if (!words) throw new Error(`no letter is written of the kind ${kind}`);
  return words;
}

/** "Đối tượng giám sát", "Thời gian giám sát". */
export function labelOf(field: ChangeField, kind: Kind): string {
  const act = actOf(kind);
  const labels: Record<ChangeField, string> = {
    target: `Đối tượng ${act}`,
    members: `Đảng viên được ${act}`,
    kind: 'Loại cuộc',
    subject: `Nội dung ${act}`,
    covered: `Mốc thời gian ${act}`,
    body: `Chủ thể ${act}`,
    window: `Thời gian ${act}`,
    sessions: 'Lịch làm việc',
    lead: 'Chủ trì, phối hợp',
    mode: 'Hình thức phối hợp',
  };
  return labels[field];
}

const actOf = (kind: Kind): string => (kindWords(kind).startsWith('giám sát') ? 'giám sát' : 'kiểm tra');

/** What a field says, undefined where nothing was entered; sessions joined into one text. */
export function fieldWords(field: ChangeField, content: Content, spelling: Spelling): string | undefined {
  switch (field) {
    case 'target':
      return content.target;
    case 'members':
      return membersWords(content);
    case 'kind':
      return kindWords(content.kind);
    case 'subject':
      return content.subject || undefined;
    case 'covered':
      return coveredWords(content);
    case 'body':
      return respell(BODIES[content.subjectBody], spelling);
    case 'window':
      return windowWords(content);
    case 'sessions':
      return inOrder(content.sessions).map(sessionWords).join('; ') || undefined;
    case 'lead':
      return `${content.lead} chủ trì, ${content.partner} phối hợp`;
    case 'mode':
      return MODES[content.mode];
  }
}

const membersWords = ({ memberCount, isOfMembers }: Content): string =>
  memberCount === 0 ? 'không' : `${isOfMembers ? 'chỉ ' : ''}${twoDigits(memberCount)} đồng chí`;

/** What is not known yet stays open, to be filled in by hand. */
const OPEN_FIELD = '…';

/** The whole content: a point a field, a dash a session. */
export function contentBlocks(content: Content, spelling: Spelling): Block[] {
  const fields: ChangeField[] = [
    'target',
    ...subjectField(content),
    'covered',
    'body',
    'window',
    'lead',
    'mode',
  ];
  const points = fields.map((field): Block => {
    const words = `${labelOf(field, content.kind)}: ${fieldWords(field, content, spelling) ?? OPEN_FIELD}`;
    return { level: 'point', text: ended(words) };
  });
  if (content.sessions.length === 0) return points;
  const sessions = inOrder(content.sessions).map(
    (one): Block => ({ level: 'dash', text: ended(capital(sessionWords(one))) }),
  );
  return [...points, { level: 'point', text: `${labelOf('sessions', content.kind)}:` }, ...sessions];
}

const subjectField = ({ subject }: Content): ChangeField[] => (subject ? ['subject'] : []);

/** Both days inclusive: "từ ngày 07/12/2026 đến ngày 11/12/2026". */
function windowWords({ windowFrom, windowTo }: Pick<Content, 'windowFrom' | 'windowTo'>): string {
  const last = addDays(windowTo, -1);
  if (windowFrom === last) return `ngày ${shownDay(windowFrom)}`;
  return `từ ngày ${shownDay(windowFrom)} đến ngày ${shownDay(last)}`;
}

/** "từ ngày 01/01/2025 đến ngày 31/12/2025", "từ ngày 01/01/2025 đến thời điểm kiểm tra". */
function coveredWords({ kind, coveredFrom, coveredTo }: Content): string | undefined {
  if (coveredFrom === null) return undefined;
  if (coveredTo === null) return `từ ngày ${shownDay(coveredFrom)} đến thời điểm ${actOf(kind)}`;
  return windowWords({ windowFrom: coveredFrom, windowTo: coveredTo });
}

const sessionWords = ({ kind, startsAt, place }: PlannedSession): string =>
  `${SESSIONS[kind]} lúc ${shownHour(startsAt)}, tại ${place}`;
