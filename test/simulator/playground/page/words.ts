import type { Language } from '../playground-protocol.ts';

const VI = {
  title: 'Phối Hợp',
  tagline: 'Bản dùng thử trên máy này',
  intro:
    'Hai Uỷ ban Kiểm tra phối hợp kế hoạch kiểm tra, giám sát qua một bot: không chồng chéo, không bỏ lọt. Đây là bot thật, dữ liệu mẫu; không có tin nào rời khỏi máy này.',
  play: 'Xem 60 giây',
  stop: 'Dừng lại',
  again: 'Xem lại',
  reset: 'Làm lại từ đầu',
  cast: 'Nhân vật và nhóm',
  clock: 'Giờ làm việc của hệ thống',
  hour: '+1 giờ',
  day: '+1 ngày',
  next: 'Tới việc kế tiếp',
  nextDue: 'Việc kế tiếp: {at}',
  nothingDue: 'Chưa có việc nào đến hạn.',
  moving: 'Đang chuyển giờ …',
  resetting: 'Đang chuẩn bị …',
  story: 'Câu chuyện',
  step: 'Bước {n}/{of}',
  storyDone: 'Hết. Bây giờ xin cứ tự nhiên bấm và gõ trên hai máy.',
  storyStopped: 'Đã dừng. Xin cứ tự nhiên bấm và gõ trên hai máy.',
  storyFailed: 'Câu chuyện không đi tiếp được. Chi tiết nằm ở cửa sổ lệnh.',
  storyIdle:
    'Bấm để xem hai kế hoạch năm đi từ chỗ trùng đến phản hồi của từng người, hoặc tự gõ lệnh trên máy.',
  left: 'Máy bên trái',
  right: 'Máy bên phải',
  change: 'Đổi người',
  chats: 'Các cuộc trò chuyện',
  back: 'Về danh sách',
  bot: 'bot',
  members: '{n} thành viên',
  nothingYet: 'Chưa có tin nhắn.',
  start: 'Bắt đầu',
  commands: 'Lệnh',
  noCommands: 'Bot chưa đặt lệnh nào.',
  write: 'Nhập tin nhắn',
  send: 'Gửi',
  attach: 'Gửi tệp',
  edited: 'đã sửa',
  protected: 'Được bảo vệ: không chuyển tiếp, không lưu',
  silent: 'Gửi không chuông',
  ok: 'Đóng',
  unread: '{n} tin chưa đọc',
  blocked: 'Đồng chí đã chặn bot.',
  leftPhone: 'Trái',
  rightPhone: 'Phải',
  openOn: 'Mở {who} ở {side}',
  people: 'Nhân vật',
  groups: 'Nhóm',
  close: 'Đóng',
  castHint: 'Chọn ai cầm máy nào. Ai cũng gõ và bấm được.',
  offline: 'Mất kết nối với máy chủ. Đang nối lại …',
  failed: 'Không thực hiện được: {why}',
  joined: '{who} vào nhóm',
  joinedToo: '{who} và {n} thành viên khác vào nhóm',
  gone: '{who} rời nhóm',
  migrated: 'Nhóm đã được nâng cấp',
  service: 'Thông báo của nhóm',
  photo: 'Ảnh',
  download: 'Tải về {name}, {size}',
};

type Word = keyof typeof VI;

const EN: Record<Word, string> = {
  title: 'Phối Hợp',
  tagline: 'A demo on this machine',
  intro:
    'Two inspection committees plan their inspections through one bot: no overlaps, no gaps. This is the real bot on sample data; no message leaves this machine.',
  play: 'Watch 60 seconds',
  stop: 'Stop',
  again: 'Watch again',
  reset: 'Start over',
  cast: 'People and groups',
  clock: 'The system’s working clock',
  hour: '+1 hour',
  day: '+1 day',
  next: 'To the next due',
  nextDue: 'Next due: {at}',
  nothingDue: 'Nothing is due.',
  moving: 'Moving the clock …',
  resetting: 'Getting ready …',
  story: 'The story',
  step: 'Step {n} of {of}',
  storyDone: 'The end. Now tap and type on either phone yourself.',
  storyStopped: 'Stopped. Tap and type on either phone yourself.',
  storyFailed: 'The story could not go on. The terminal shows why.',
  storyIdle:
    'See two yearly plans go from their clash to everyone’s answers, or type a command on a phone yourself.',
  left: 'Left phone',
  right: 'Right phone',
  change: 'Change',
  chats: 'Chats',
  back: 'Back to the list',
  bot: 'bot',
  members: '{n} members',
  nothingYet: 'No messages yet.',
  start: 'Start',
  commands: 'Commands',
  noCommands: 'The bot has set no commands.',
  write: 'Message',
  send: 'Send',
  attach: 'Send a file',
  edited: 'edited',
  protected: 'Protected: cannot be forwarded or saved',
  silent: 'Sent without sound',
  ok: 'Close',
  unread: '{n} unread',
  blocked: 'This person has blocked the bot.',
  leftPhone: 'Left',
  rightPhone: 'Right',
  openOn: 'Open {who} on the {side}',
  people: 'People',
  groups: 'Groups',
  close: 'Close',
  castHint: 'Choose who holds which phone. You can type and tap as anyone.',
  offline: 'The connection to the server is lost. Reconnecting …',
  failed: 'That did not work: {why}',
  joined: '{who} joined the group',
  joinedToo: '{who} and {n} others joined the group',
  gone: '{who} left the group',
  migrated: 'The group was upgraded',
  service: 'Group notice',
  photo: 'Photo',
  download: 'Download {name}, {size}',
};

const WORDS: Record<Language, Record<Word, string>> = { vi: VI, en: EN };
const KEPT = 'language';

let language: Language = asked();

function asked(): Language {
  const given = new URL(location.href).searchParams.get('lang') ?? localStorage.getItem(KEPT);
  return given === 'en' ? 'en' : 'vi';
}

/** The language of the page. */
export const languageNow = (): Language => language;

/** Changes the language and keeps it for the next visit. */
export function speak(next: Language): void {
  language = next;
  localStorage.setItem(KEPT, next);
  document.documentElement.lang = next;
}

/** One of the page's own texts, {names} filled in. */
export function say(word: Word, values: Record<string, string | number> = {}): string {
  return WORDS[language][word].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
