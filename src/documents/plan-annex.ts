import { addDays } from '../domain/calendar-day.ts';
import { showWindowShort } from '../domain/date-text.ts';
import type { Mode } from '../domain/inspection.ts';
import { isSensitiveKind, type Kind } from '../domain/kinds.ts';
import { type AnnexPaper, type AnnexPart, type AnnexRow, annexRows } from '../domain/plan-annex.ts';
import { DOCUMENT_NAMES, isDocumentType, parseSymbol } from '../domain/symbol.ts';
import { kindWords } from './content-lines.ts';
import { dateLine } from './letter-head.ts';
import { capital, issuerOf, upper } from './wording.ts';

/** A line of a plan as it is printed; `windowTo` excluded, names of committees short. Of a sensitive kind no name is printed (C4). */
export type AnnexLine = {
  kind: Kind;
  target: string | null;
  subject: string | null;
  windowFrom: string;
  windowTo: string;
  lead: string;
  partner: string;
  mode: Mode;
  isJoint: boolean;
};

/** A plan to be printed: `issuer` is the committee's name as entered; the document that it belongs to, where it is known. */
export type AnnexGiven = {
  issuer: string;
  year: number;
  /** The year in which it is printed. */
  now: number;
  document?: { symbol: string; day: string };
  lines: readonly AnnexLine[];
};

const PARTS: Record<AnnexPart, string> = {
  inspection: 'KIỂM TRA',
  supervision: 'GIÁM SÁT',
  complaints: 'GIẢI QUYẾT TỐ CÁO, KHIẾU NẠI KỶ LUẬT ĐẢNG',
};

/** Of kinds that no letter names. */
const SENSITIVE: Partial<Record<Kind, string>> = {
  signs_of_violation: 'Kiểm tra khi có dấu hiệu vi phạm',
  denunciation: 'Giải quyết tố cáo',
  discipline_complaint: 'Giải quyết khiếu nại kỷ luật đảng',
};

/** What has no data yet stays empty, to be filled in: the period that is looked into. */
const COLUMNS: AnnexPaper['columns'] = [
  { title: 'TT', share: 5, isCentred: true },
  { title: 'Đối tượng', share: 24 },
  { title: 'Nội dung', share: 24 },
  { title: 'Mốc thời gian', share: 10 },
  { title: 'Thời gian tiến hành', share: 17, isCentred: true },
  { title: 'Chủ trì', share: 12 },
  { title: 'Phối hợp', share: 12 },
  { title: 'Ghi chú', share: 11 },
];

/** Makes the annex (phụ lục) of a plan, in words; what is not known stays open and is marked so. */
export function planAnnex({ issuer, year, now, document, lines }: AnnexGiven): AnnexPaper {
  const { body, superior } = issuerOf(issuer);
  return {
    ...(superior && { superior: upper(superior) }),
    body: upper(body),
    dated: dateLine(undefined, document?.day, now),
    titles: ['PHỤ LỤC', `CÁC CUỘC KIỂM TRA, GIÁM SÁT NĂM ${year}`, belongsTo(document)],
    columns: COLUMNS,
    rows: annexRows(lines).map(paperRow),
    signer: [`T/M ${upper(body)}`, 'CHỦ NHIỆM', '[Họ và tên]'],
  };
}

/** "(Kèm theo Kế hoạch số 12-KH/UBKTTU, ngày 10/01/2027)"; a symbol of no known type is a document. */
function belongsTo(document: AnnexGiven['document']): string {
  if (!document) return '(Kèm theo Kế hoạch số …-KH/…, ngày …/…/…)';
  const { symbol, day } = document;
  return `(Kèm theo ${nameOf(symbol)} số ${symbol}, ngày ${day.split('-').toReversed().join('/')})`;
}

function nameOf(symbol: string): string {
  const read = parseSymbol(symbol);
  return read.kind === 'ok' && isDocumentType(read.type) ? DOCUMENT_NAMES[read.type] : 'Văn bản';
}

function paperRow(row: AnnexRow<AnnexLine>): AnnexPaper['rows'][number] {
  if (row.is === 'part') return { is: 'part', mark: row.mark, title: PARTS[row.part] };
  if (row.is === 'section')
    return { is: 'section', mark: row.mark, title: SENSITIVE[row.kind] ?? capital(kindWords(row.kind)) };
  return { is: 'line', cells: [row.mark, ...cellsOf(row.line)] };
}

const cellsOf = (line: AnnexLine): string[] => [
  ...(isSensitiveKind(line.kind) ? ['(không nêu)', ''] : [line.target ?? '(không nêu)', line.subject ?? '']),
  '',
  capital(showWindowShort(line.windowFrom, addDays(line.windowTo, -1), 'vi')),
  line.lead,
  line.mode === 'alone_notified' ? '' : line.partner,
  noteOf(line),
];

/** What the columns do not say: how the other side takes part, unless it coordinates as usual. */
const NOTES: Record<Mode, string | undefined> = {
  coordinate: undefined,
  second_staff: 'cử cán bộ tham gia',
  alone_notified: 'thực hiện riêng, có thông báo',
};

const noteOf = ({ mode, isJoint }: AnnexLine): string => {
  const notes = [isJoint ? 'hai bên cùng làm' : undefined, NOTES[mode]].filter((note) => note !== undefined);
  return notes.length > 0 ? capital(notes.join('; ')) : '';
};
