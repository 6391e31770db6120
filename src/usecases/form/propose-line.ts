import { fold } from '../../domain/fold.ts';
import { MODES } from '../../domain/inspection.ts';
import { isSensitiveKind, KIND_KEYS, type Kind } from '../../domain/kinds.ts';
import type { Message, Text } from '../../domain/message.ts';
import { splitParts, takeLabels } from '../../domain/one-line.ts';
import type { Side } from '../../domain/side.ts';
import { LOCALES, say } from '../../locales/index.ts';
import { text } from '../said.ts';
import { loadPair } from '../view/load-pair.ts';
import type { Actor, Work } from '../work.ts';
import { openFromLine } from './open-from-line.ts';
import type { ProposeData } from './propose-data.ts';
import { proposeForm } from './propose-form.ts';
import { chooseTarget } from './propose-target.ts';
import { readWindow } from './read-window.ts';

const LABELS = {
  lead: ['chủ trì', 'lead'],
  subject: ['nội dung', 'subject'],
  mode: ['hình thức', 'mode'],
};

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
    read: (line) => readLine(work, pairId, line),
  });
}

async function readLine(
  work: Work,
  pairId: number,
  line: string,
): Promise<{ data: ProposeData; errors: Text[] }> {
  const { fields, rest } = takeLabels(splitParts(line), LABELS);
  const data: ProposeData = { pairId, team: undefined, mode: 'coordinate' };
  const errors: Text[] = [];
  const [kindPart, targetPart, windowPart] = rest;
  if (kindPart) readKind(data, kindPart, errors);
  if (targetPart) await readTarget(work, data, targetPart, errors);
  if (windowPart) {
    const window = readWindow(work, windowPart);
    if ('error' in window) errors.push(window.error);
    else Object.assign(data, window);
  }
  if (fields.lead) await readLead(work, data, fields.lead, errors);
  if (fields.subject) readSubject(data, fields.subject, errors);
  if (fields.mode) readMode(data, fields.mode, errors);
  return { data, errors };
}

function readKind(data: ProposeData, part: string, errors: Text[]): void {
  const wanted = fold(part);
  const found = KIND_KEYS.filter((key) =>
    LOCALES.some((locale) => fold(say(locale, `kind-${key}`)).includes(wanted)),
  );
  const exact = found.find((key) => LOCALES.some((locale) => fold(say(locale, `kind-${key}`)) === wanted));
  const kind: Kind | undefined = exact ?? (found.length === 1 ? found[0] : undefined);
  if (kind) data.kind = kind;
  else errors.push(text('propose-kind-unknown', { part: part.slice(0, 80) }));
}

/** A sensitive kind bears no text: what was written is dropped, and the person told (C4). */
function readSubject(data: ProposeData, part: string, errors: Text[]): void {
  if (data.kind !== undefined && !isSensitiveKind(data.kind)) data.subject = part;
  else errors.push(text(data.kind ? 'propose-sensitive' : 'propose-subject-dropped'));
}

async function readTarget(work: Work, data: ProposeData, part: string, errors: Text[]): Promise<void> {
  const chosen = await chooseTarget(work, data.pairId, part);
  if ('error' in chosen) errors.push(chosen.error);
  else data.targetId = chosen.id;
}

async function readLead(work: Work, data: ProposeData, part: string, errors: Text[]): Promise<void> {
  const { committees } = await loadPair(work, data.pairId);
  const wanted = fold(part);
  const side = (['a', 'b'] as Side[]).find((one) =>
    [committees[one].name, committees[one].shortName].some((name) => fold(name) === wanted),
  );
  if (side) data.leadSide = side;
  else
    errors.push(text('propose-lead-unknown', { part: part.slice(0, 80), example: committees.a.shortName }));
}

function readMode(data: ProposeData, part: string, errors: Text[]): void {
  const wanted = fold(part);
  const mode = MODES.find((key) =>
    LOCALES.some((locale) => fold(say(locale, `mode-${key}`)).includes(wanted)),
  );
  if (mode) data.mode = mode;
  else errors.push(text('propose-mode-unknown', { part: part.slice(0, 80) }));
}
