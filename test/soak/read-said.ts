import type { Said } from './history.ts';

/** What one line of a message is about: who is asked, who is chased for what, or whose silence is told. */
export type About =
  | { is: 'asked'; requestId: number }
  | { is: 'chased'; code: string; requestId: number | undefined; how: 'reminder' | 'own-leader' | 'across' }
  | { is: 'entry'; exchangeId: number }
  | { is: 'entry-chased'; code: string; exchangeId: number | undefined; how: 'receipt' | 'answer' | 'other' }
  | { is: 'digest'; kind: 'daily' | 'weekly' | 'monthly' }
  /** So many more than a message shows. */
  | { is: 'more' };

const CODE = /(PH|TĐ)-\d{4}-\d+/;
const MARK = '(gửi lại)';
const LATE = /^Tin đến chậm, lẽ ra từ /;

/** Whether a message says that it may be there already. */
export const isMarked = ({ text }: Pick<Said, 'text'>): boolean => text.split('\n').includes(MARK);

/** What a message says and offers, without the mark and without when it should have come: two with the same are the same. */
export const sameness = ({ text, buttons }: Pick<Said, 'text' | 'buttons'>): string => {
  const lines = text.split('\n').filter((line) => line !== MARK && !LATE.test(line));
  return [...lines, ...buttons.map(({ data }) => data)].join('\n');
};

/** Everything that a message is about, by its words and buttons as people see them. */
export function aboutOf(said: Pick<Said, 'text' | 'buttons'>): About[] {
  const own = [...asksOf(said), ...digestOf(said)];
  if (own.length > 0) return own;
  return said.text.split('\n').flatMap((line) => ofLine(said, line));
}

const ASKS: readonly [RegExp, RegExp][] = [
  [
    /^(KHẨN · )?PH-\d{4}-\d+ · (Điều chỉnh lần \d+ · )?((đề nghị )?phản hồi trước|thay thành viên đoàn)/,
    /^open\.(\d+)$/,
  ],
  [/^Kính gửi /, /^(?:receive|decide)\.(\d+)\b/],
  [/Kính trình đồng chí cho ý kiến về đề xuất/, /^decide\.(\d+)\./],
  [/Kính trình đồng chí cho ý kiến trước khi gửi/, /^approve\.(\d+)\./],
  [/đề nghị (điều chỉnh|dừng)/, /^confirm\.(\d+)\./],
];

function asksOf({ text, buttons }: Pick<Said, 'text' | 'buttons'>): About[] {
  for (const [words, button] of ASKS) {
    const id = words.test(text) ? numberIn(buttons, button) : undefined;
    if (id !== undefined) return [{ is: 'asked', requestId: id }];
  }
  const entry = numberIn(buttons, /^xack\.(\d+)\.received$/);
  return entry !== undefined && /gửi văn bản|đính chính một mục/.test(text)
    ? [{ is: 'entry', exchangeId: entry }]
    : [];
}

function digestOf({ text }: Pick<Said, 'text'>): About[] {
  const title = text.split('\n')[0]!;
  if (!/: đồng chí có \d+ việc chờ xử lý|không có việc đến hạn/.test(title)) return [];
  if (/^Tuần/.test(title)) return [{ is: 'digest', kind: 'weekly' }];
  return [{ is: 'digest', kind: /^tháng/i.test(title) ? 'monthly' : 'daily' }];
}

function ofLine({ buttons }: Pick<Said, 'buttons'>, line: string): About[] {
  if (/^Còn \d+ việc khác: \/viec/.test(line)) return [{ is: 'more' }];
  const code = CODE.exec(line)?.[0];
  if (code === undefined) return [];
  const named = buttons.filter(({ label }) => label.includes(code));
  const own = named.length > 0 ? named : buttons;
  if (code.startsWith('TĐ')) {
    const how = entryHow(line);
    return how ? [{ is: 'entry-chased', code, exchangeId: numberIn(own, /^x\.(\d+)$/), how }] : [];
  }
  const how = howOf(line);
  return how ? [{ is: 'chased', code, requestId: numberIn(own, /^open\.(\d+)$/), how }] : [];
}

function howOf(line: string): 'reminder' | 'own-leader' | 'across' | undefined {
  if (/: (đã quá hạn .*, )?đề nghị đồng chí phản hồi/.test(line)) return 'reminder';
  if (/: đến .* (còn \d+ |Uỷ ban ta chưa|lãnh đạo chưa)/.test(line)) return 'own-leader';
  return /: đến .* chưa nhận được/.test(line) ? 'across' : undefined;
}

function entryHow(line: string): 'receipt' | 'answer' | 'other' | undefined {
  if (/đề nghị đồng chí xác nhận đã nhận/.test(line)) return 'receipt';
  if (/đề nghị đồng chí trả lời/.test(line)) return 'answer';
  return /: đến /.test(line) ? 'other' : undefined;
}

function numberIn(buttons: Said['buttons'], pattern: RegExp): number | undefined {
  for (const { data } of buttons) {
    const found = pattern.exec(data)?.[1];
    if (found !== undefined) return Number(found);
  }
  return undefined;
}
