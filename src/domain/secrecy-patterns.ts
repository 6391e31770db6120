const WORD_START = '(?<!\\p{L})';
const WORD_END = '(?!\\p{L})';
// Three signs at most, said so that the engine counts them: written {0,3} it lays out each case of each gap, 4⁷ in all, which takes two seconds.
const GAP = '(?![^\\p{L}\\p{N}]{4})[^\\p{L}\\p{N}]{0,4}';

const toBare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/gu, 'd');

/** The source of a pattern for Vietnamese words in lower-case NFC text, each letter with its accents or bare. */
function wordsOf(words: string): string {
  const letters = [...words.normalize('NFC')].map((letter) => {
    if (letter === ' ') return ' ?[ ,\\-]? ?';
    const bare = toBare(letter);
    return bare === letter ? letter : `[${letter}${bare}]`;
  });
  return letters.join('');
}

const phrase = (words: string): string => WORD_START + wordsOf(words) + WORD_END;

/** One of some phrases; where a word begins and ends is said once for all of them, which is what costs. */
const anyOf = (...phrases: string[]): string =>
  `${WORD_START}(?:${phrases.map(wordsOf).join('|')})${WORD_END}`;

/** Letters of a mark with up to three spaces, dots or dashes between any two. */
const spaced = (...letters: string[]): string => WORD_START + letters.join(GAP) + WORD_END;

const NEGATED = anyOf(
  ...['có', 'bị', 'được', 'là', 'phải', 'thuộc', 'chứa', 'đóng', 'mang', 'dấu', 'độ'],
  ...['nội dung', 'thông tin', 'tài liệu', 'văn bản', 'danh mục'],
);

/** Removed from lower-case text before marks are looked for: everyday words with "mật", and declarations that nothing is secret. */
export const EVERYDAY_SECRET: readonly RegExp[] = [
  new RegExp(
    `(?:${phrase('không')}|${WORD_START}(?:ko|kg|k)${WORD_END}) (?:${NEGATED} ){0,5}${phrase('mật')}`,
    'gu',
  ),
  /(?<!\p{L})(?:mức )?độ mật ?[:=–-] ?không(?! ?\p{L})/gu,
  // "bí mật" names a subject (bảo vệ bí mật nhà nước), "văn thư mật" the way such papers go: neither is a mark.
  /(?<!\p{L})(?:bí|bảo|cẩn|thân|trăng|túi|sỏi|nếm|mía|đường|văn thư|mật) mật(?!\p{L})/gu,
  /(?<!\p{L})mật (?:thiết|độ|ong|mã|khẩu|danh|mía)(?!\p{L})/gu,
];

/** Secrecy marks in lower-case text from which the everyday words were removed (C3). */
export const MARKS: readonly RegExp[] = [
  // An accented "mật" that is no everyday word is a mark, whatever stands around it; "mât" is no word at all.
  new RegExp(spaced('m', '[ậâ]', 't'), 'u'),
  new RegExp(spaced('t', 'u', 'y', '[eêệ]', 't', 'm', '[aâạậ]', 't'), 'u'),
  new RegExp(spaced('t', '[oố]', 'i', 'm', '[âậ]', 't'), 'u'),
  new RegExp(spaced('t', 'ố', 'i', 'm', '[aâạ]', 't'), 'u'),
  new RegExp(`${WORD_START}m[^\\p{L}\\p{N}]{1,3}a[^\\p{L}\\p{N}]{1,3}t${WORD_END}`, 'u'),
  new RegExp(`${phrase('đóng dấu')} mat${WORD_END}`, 'u'),
  new RegExp(`${anyOf('tài liệu', 'văn bản', 'công văn')} mat${WORD_END}`, 'u'),
  new RegExp(`${phrase('độ')} mat ?[:=–-](?! ?${phrase('không')})`, 'u'),
  /(?<!\p{L})(?:(?:top|marked)[ _-]secret|secret[ _-](?:document|file|letter)|state secret mark)(?!\p{L})/u,
];

/** Secrecy marks told by their capitals, in text whose case was kept (C3). */
export const CAPITAL_MARKS: readonly RegExp[] = [
  new RegExp(spaced('T', 'O', 'I', 'M', 'A', 'T'), 'u'),
  /(?<!\p{L})Toi Mat(?!\p{L})/u,
  /(?<!\p{L})(?:DO|DAU|LIEU|BAN|CONG VAN|SO) MAT(?!\p{L})/u,
  // Alone in its line or its brackets, or in capitals among small letters.
  /(?:^|[\n;([{"“|*#]) ?MAT ?(?:$|[\n;.)\]}"”|*#])/u,
  /\p{Ll} MAT(?! ?\p{Lu}{2})(?!\p{L})/u,
];

// Short titles only with their accents: bare "chi" is chi bộ, bare "ba" is three.
const PERSON = `(?:${anyOf('đồng chí', 'bí thư', 'chủ tịch', 'giám đốc', 'chủ nhiệm', 'uỷ viên')}|${WORD_START}(?:ông|bà|anh|chị|trưởng|phó|đ/c|d/c|đc|mr|mrs|ms)${WORD_END})`;

const TOWARDS = `(?: (?:${anyOf('đối với', 'về', 'của', 'các', 'cá nhân', 'nguyên')}))*`;

const FOUGHT = anyOf(
  'tham nhũng',
  'tham ô',
  'lãng phí',
  'tiêu cực',
  'hối lộ',
  'nhũng nhiễu',
  'quan liêu',
  'gian lận',
  'lợi ích nhóm',
  'cờ bạc',
  'rửa tiền',
);

/** Removed from lower-case text before accusations are looked for: official names of the work. */
export const OFFICIAL_NAMES: readonly RegExp[] = [
  new RegExp(
    `${anyOf('phòng chống', 'phòng và chống', 'phòng ngừa', 'đấu tranh chống', 'chống')}(?:[ ,]{1,2}(?:(?:và|va) )?${FOUGHT})+`,
    'gu',
  ),
  // The kind's name; what follows it stays, so that "… đối với đồng chí A có hành vi …" is still read.
  new RegExp(`${phrase('khi có dấu hiệu vi phạm')}(?!${TOWARDS} ${PERSON})`, 'gu'),
  /(?<!\p{L})anti-?(?:bribery|corruption)(?!\p{L})/gu,
];

/** Accusation words in lower-case text from which the official names were removed (C3). */
export const ACCUSATIONS: readonly RegExp[] = [
  new RegExp(`${anyOf('tố cáo', 'tố giác', 'bị tố', 'đơn tố')}${TOWARDS} (?:${PERSON}|ong |ba )`, 'u'),
  new RegExp(anyOf('bị tố cáo', 'bị tố giác'), 'u'),
  new RegExp(anyOf('tham ô', 'nhận hối lộ', 'đưa hối lộ', 'môi giới hối lộ', 'biển thủ', 'chiếm đoạt'), 'u'),
  /(?<!\p{L})(?:hối lộ|lót tay|chạy án|chạy chức|trục lợi|nhũng nhiễu|vòi vĩnh|bảo kê|thông thầu)(?!\p{L})/u,
  new RegExp(anyOf('lợi dụng chức vụ', 'lạm dụng chức vụ', 'lạm quyền', 'rút ruột', 'nhận tiền của'), 'u'),
  new RegExp(anyOf('quan hệ bất chính', 'ngoại tình', 'đánh bạc', 'bằng cấp giả', 'sử dụng bằng giả'), 'u'),
  new RegExp(`${anyOf('hành vi', 'có')} ${anyOf('tham nhũng', 'gian lận', 'tiêu cực')}`, 'u'),
  new RegExp(`${anyOf('vi phạm', 'sai phạm', 'khuyết điểm')}${TOWARDS} ${PERSON}`, 'u'),
  new RegExp(
    `${PERSON}[^.;\\n]{0,60} ${anyOf('có', 'đã', 'do')}(?: (?:có|co|nhiều|nhieu|hành vi|hanh vi|dấu hiệu|dau hieu))* ${anyOf('vi phạm', 'sai phạm', 'khuyết điểm')}`,
    'u',
  ),
  new RegExp(
    `${PERSON}[^.;\\n]{0,60} ${phrase('bị')} ${anyOf('kỷ luật', 'khởi tố', 'bắt', 'tạm giam', 'cách chức', 'khai trừ', 'khiển trách', 'cảnh cáo', 'đình chỉ')}`,
    'u',
  ),
  /(?<!\p{L})(?:embezzl\p{L}*|brib(?:e|es|ed|ery|ing)|accus(?:es|ed) of|denunciation (?:of|against) (?:mr|mrs|ms|comrade))(?!\p{L})/u,
];

/** A named party member told by capitals after "tố cáo" or "vi phạm", in text whose case was kept (C3). */
export const NAMED_ACCUSATIONS: readonly RegExp[] = [
  /(?:[Tt]ố cáo|TỐ CÁO|[Vv]i phạm)(?: (?:đối với|của|về))? (?:đảng viên|cán bộ) \p{Lu}\p{Ll}* \p{Lu}/u,
];

const SEPARATOR = '[ .\\-]';
const BEFORE = '(?<![\\p{L}\\d])';
const AFTER = '(?![\\p{L}\\d])';
const labelled = (labels: string, value: string): RegExp =>
  new RegExp(`${WORD_START}(?:${labels})${WORD_END}[^\\d;\\n]{0,20}${value}${AFTER}`, 'u');
const digits = (from: number, to: number): string => `\\d(?:${SEPARATOR}?\\d){${from - 1},${to - 1}}`;
// A date after "điện thoại" is when the call was made.
const NO_DATE = '(?!\\d{1,2}[.\\- ]\\d{1,2}[.\\- ]\\d{4}(?!\\d))';

/** Personal identifiers in lower-case text: identity papers, telephone, bank account, party card, e-mail address (C3). */
export const IDENTIFIERS: readonly RegExp[] = [
  // A citizen number starts with 0, an amount or a timestamp never does.
  new RegExp(`${BEFORE}0\\d{11}${AFTER}`, 'u'),
  new RegExp(
    `${BEFORE}0\\d\\d(?:${SEPARATOR}\\d{3}){3}${AFTER}|${BEFORE}0\\d{3}(?:${SEPARATOR}\\d{4}){2}${AFTER}`,
    'u',
  ),
  labelled(
    'cccd|căn cước(?: công dân)?|can cuoc(?: cong dan)?|số định danh(?: cá nhân)?|so dinh danh',
    digits(9, 12),
  ),
  labelled(
    'cmnd|cmt|cmtnd|chứng minh(?: nhân dân| thư)?|chung minh(?: nhan dan| thu)?|giấy chứng minh',
    digits(9, 12),
  ),
  labelled('hộ chiếu|ho chieu|passport', '(?:\\p{L} ?)?\\d{6,9}'),
  new RegExp(`${BEFORE}[bcnkpes]\\d{7}${AFTER}`, 'u'),
  new RegExp(`${BEFORE}(?:0|\\+?84${SEPARATOR}?)[35789]\\d{8}${AFTER}`, 'u'),
  new RegExp(`${BEFORE}0[35789]\\d{2}(${SEPARATOR})\\d{3}\\1\\d{3}${AFTER}`, 'u'),
  new RegExp(`${BEFORE}0[35789]\\d(${SEPARATOR})(?:\\d{3}\\1\\d{4}|\\d{4}\\1\\d{3})${AFTER}`, 'u'),
  new RegExp(`${BEFORE}0[35789]\\d{2}(${SEPARATOR})\\d{2}\\1\\d{2}\\1\\d{2}${AFTER}`, 'u'),
  new RegExp(
    `${BEFORE}(?!(?:[0-3]\\d${SEPARATOR}){4}[0-3])0[35789](?:(${SEPARATOR})\\d{2})(?:\\1\\d{2}){3}${AFTER}`,
    'u',
  ),
  new RegExp(`${BEFORE}0[35789]\\d{2}${SEPARATOR}\\d{6}${AFTER}`, 'u'),
  new RegExp(`\\+84(?:${SEPARATOR}?\\d){9,10}${AFTER}`, 'u'),
  new RegExp(`${BEFORE}(?:\\(?02\\d{1,2}\\)?)(?:${SEPARATOR}?\\d){7,8}${AFTER}`, 'u'),
  labelled('sđt|sdt|điện thoại|dien thoai|đt|zalo|phone|mobile|di động', `${NO_DATE}${digits(7, 11)}`),
  labelled('stk|số tài khoản|so tai khoan|tài khoản|tai khoan|account(?: no| number)?|iban', digits(8, 19)),
  new RegExp(`${BEFORE}(?!(?:19|20)\\d\\d[01]\\d[0-3]\\d)\\d{13,19}${AFTER}`, 'u'),
  // Four years in a row are no card number, five days in a row no telephone.
  new RegExp(`${BEFORE}(?!(?:(?:19|20)\\d\\d${SEPARATOR}){3})\\d{4}(?:${SEPARATOR}\\d{4}){3}${AFTER}`, 'u'),
  labelled('thẻ đảng(?: viên)?|the dang(?: vien)?|party card', digits(6, 12)),
  labelled('bhxh|bảo hiểm xã hội|mã số thuế|số hiệu (?:cand|công an|sĩ quan)', digits(6, 13)),
  /[\p{L}\p{N}._%+-]{1,64} ?@ ?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u,
];
