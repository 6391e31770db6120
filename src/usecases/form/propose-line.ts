import { alignParts } from '../../domain/align-parts.ts';
import { cut } from '../../domain/cut.ts';
import { takeMembers } from '../../domain/inspected.ts';
import { MODES, SUBJECT_BODIES } from '../../domain/inspection.ts';
import { kindIn } from '../../domain/kind-words.ts';
import { bodiesOf, isSensitiveKind } from '../../domain/kinds.ts';
import type { Message, Text } from '../../domain/message.ts';
import { type Bare, splitParts, takeLabels } from '../../domain/one-line.ts';
import { sideNamed } from '../../domain/side-named.ts';
import { writtenOut } from '../../domain/vocabulary.ts';
import { bodyNames, kindNames, modeNames } from '../plan/plan-words.ts';
import { text } from '../said.ts';
import { listTargets, matchTargets } from '../view/find-target.ts';
import { loadPair } from '../view/load-pair.ts';
import { type Actor, memberIn, type Work } from '../work.ts';
import { readTyped } from './covered-step.ts';
import { type LineRead, openFromLine } from './open-from-line.ts';
import { bodyAtOnce, type ProposeData } from './propose-data.ts';
import { proposeForm } from './propose-form.ts';
import { readTeam, teamUnclear } from './propose-line-team.ts';
import { chooseTarget } from './propose-target.ts';
import { readWindow } from './read-window.ts';

const LABELS = {
  kind: ['loại', 'loại cuộc', 'kind'],
  target: ['đối tượng', 'tổ chức', 'tổ chức đảng', 'target'],
  window: ['thời gian', 'dự kiến', 'window'],
  lead: ['chủ trì', 'bên chủ trì', 'lead'],
  subject: ['nội dung', 'nd', 'về việc', 'v/v', 'subject'],
  mode: ['hình thức', 'hình thức phối hợp', 'phương thức', 'mode'],
  covered: [
    'mốc',
    'mốc thời gian',
    'thời gian được kiểm tra',
    'thời gian được giám sát',
    'niên độ',
    'period',
  ],
  body: ['chủ thể', 'of'],
  team: ['đoàn', 'thành phần đoàn', 'cử', 'cán bộ tham gia', 'cán bộ được cử tham gia', 'team'],
};
type Key = keyof typeof LABELS;

const SOMETHING = /./;
const BARE: Bare<Key> = { lead: SOMETHING, subject: SOMETHING, mode: SOMETHING };
const LEAD_LAST = /^(.+) (?:chủ trì|chu tri|leads)$/iu;

/** /dexuat in one line: kind; target; days; chủ trì: …; nội dung: …; không mật. */
export async function proposeFromLine(
  work: Work,
  actor: Actor,
  pairId: number,
  typed: string,
): Promise<Message> {
  return openFromLine(work, actor, {
    form: proposeForm,
    pairId,
    typed,
    example: text('propose-line-example'),
    read: (line) => readLine(work, actor, pairId, line),
  });
}

type Read = { data: ProposeData; errors: Text[]; left: string[]; meant?: LineRead<ProposeData>['meant'] };

async function readLine(
  work: Work,
  actor: Actor,
  pairId: number,
  line: string,
): Promise<LineRead<ProposeData>> {
  const { fields, rest, repeated } = takeLabels(splitParts(line).map(leadFirst), LABELS, BARE);
  const places = await placesOf(work, pairId, rest);
  const read: Read = {
    // In one line the schedule is left out; the preview offers it.
    data: { pairId, team: undefined, mode: 'coordinate', sessionsDone: true },
    errors: [],
    left: [...repeated],
  };
  // A place that its label has filled leaves the part that stands there over.
  const given = (key: 'kind' | 'target' | 'window'): string | undefined => {
    const placed = places[key];
    if (fields[key] !== undefined && placed) read.left.push(placed);
    return fields[key] ?? placed;
  };
  readKind(read, given('kind'));
  await readTarget(work, read, given('target'));
  readDays(work, read, given('window'));
  if (fields.lead !== undefined) await readLead(work, actor, read, fields.lead);
  if (fields.subject !== undefined) readSubject(read, fields.subject);
  if (fields.mode !== undefined) readMode(read, fields.mode);
  if (fields.covered !== undefined) await readWhatIsCovered(work, read, fields.covered);
  if (fields.body === undefined) read.data.body = bodyAtOnce(read.data.kind);
  else readBody(read, fields.body);
  if (fields.team) await readPeople(work, actor, read, fields.team);
  return {
    ...read,
    left: [...read.left, ...places.left],
    isMute: read.data.kind !== undefined && isSensitiveKind(read.data.kind),
  };
}

/** "UBKT Tỉnh uỷ chủ trì" as "chủ trì: UBKT Tỉnh uỷ". */
const leadFirst = (part: string): string => part.replace(LEAD_LAST, 'chủ trì: $1');

/** Kind, target and days by their place; a part too many moves none of the others. */
async function placesOf(work: Work, pairId: number, rest: readonly string[]) {
  const targets = await listTargets(work, pairId);
  const names = kindNames();
  const { at, left } = alignParts(rest, [
    (part) => kindIn(part, names)?.left === '',
    (part) => matchTargets(targets, takeMembers(part)?.organisation ?? part).length > 0,
    (part) => !('error' in readWindow(work, part)),
  ]);
  const [kind, target, window] = at.map((one) => (one === undefined ? undefined : rest[one]));
  return { kind, target, window, left: left.map((one) => rest[one]!) };
}

function readKind({ data, errors, left }: Read, part: string | undefined): void {
  if (!part) return;
  const found = kindIn(part, kindNames());
  if (!found) errors.push(text('propose-kind-unknown', { part: cut(part, 80) }));
  else data.kind = found.kind;
  if (found?.left) left.push(found.left);
}

/** A sensitive kind bears no text: what was written is dropped, and the person told (C4). */
function readSubject({ data, errors }: Read, part: string): void {
  if (data.kind !== undefined && !isSensitiveKind(data.kind)) data.subject = part;
  else errors.push(text(data.kind ? 'propose-sensitive' : 'propose-subject-dropped'));
}

async function readTarget(work: Work, { data, errors }: Read, part: string | undefined): Promise<void> {
  if (!part) return;
  const members = takeMembers(part);
  const chosen = await chooseTarget(work, data.pairId, members?.organisation ?? part);
  if ('error' in chosen) errors.push(chosen.error);
  else Object.assign(data, { targetId: chosen.id, ...members?.inspected });
}

function readDays(work: Work, read: Read, part: string | undefined): void {
  if (!part) return;
  const window = readWindow(work, part);
  if ('error' in window) {
    read.errors.push(window.error);
    read.meant = { step: 'window', choices: window.choices };
  } else Object.assign(read.data, window);
}

async function readLead(work: Work, actor: Actor, { data, errors }: Read, part: string): Promise<void> {
  const { committees } = await loadPair(work, data.pairId);
  const namesOf = (side: 'a' | 'b') => [committees[side].name, committees[side].shortName];
  const own = memberIn(actor, data.pairId)!.side;
  const side = sideNamed(part, { a: namesOf('a'), b: namesOf('b') }, own);
  if (side) data.leadSide = side;
  else errors.push(text('propose-lead-unknown', { part: cut(part, 80), example: committees.a.shortName }));
}

/** By whole words of its name, in full or in part; one that is not understood is asked for. */
function readMode({ data, errors }: Read, part: string): void {
  data.mode = namedBy(part, MODES, modeNames());
  if (!data.mode) errors.push(text('propose-mode-unknown', { part: cut(part, 80) }));
}

/** Of those that an inspection of the kind may be of. */
function readBody({ data, errors }: Read, part: string): void {
  const bodies = data.kind ? bodiesOf(data.kind) : SUBJECT_BODIES;
  data.body = namedBy(part, bodies, bodyNames());
  if (!data.body)
    errors.push(text('propose-body-unknown', { part: cut(part, 80), example: text(`body-${bodies[0]!}`) }));
}

/** A sensitive kind bears none (C4). */
async function readWhatIsCovered(work: Work, { data, errors }: Read, part: string): Promise<void> {
  if (data.kind !== undefined && isSensitiveKind(data.kind)) {
    errors.push(text('propose-sensitive'));
    return;
  }
  const read = await readTyped(work, data.pairId, part);
  if ('why' in read) errors.push(text(`covered-${read.why}`, { part: read.part }));
  else Object.assign(data, read);
}

function namedBy<Key extends string>(
  part: string,
  keys: readonly Key[],
  names: ReadonlyMap<Key, readonly string[]>,
): Key | undefined {
  const wanted = writtenOut(part);
  const found = keys.filter((key) =>
    names.get(key)!.some((name) => wanted !== '' && ` ${writtenOut(name)} `.includes(` ${wanted} `)),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** Names that are nobody's are not said back where the kind bears no text (C4). */
async function readPeople(work: Work, actor: Actor, { data, errors }: Read, part: string): Promise<void> {
  const read = await readTeam(work, memberIn(actor, data.pairId)!, part);
  Object.assign(data, read.given);
  if (read.unclear.length === 0) return;
  const isMute = data.kind !== undefined && isSensitiveKind(data.kind);
  errors.push(isMute ? text('line-left-unsaid', { count: read.unclear.length }) : teamUnclear(read));
}
