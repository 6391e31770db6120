import { openRandom } from '../fuzz/random.ts';

/**
 * What somebody does with a message that reads so: taps the first button whose label and data fit one of `taps`, or types an answer. `waits`:
 * so many stops of the clock before they do, infinity for those who never will.
 */
export type Habit = {
  reads: RegExp;
  taps?: readonly RegExp[];
  types?: (weeks: (nth: number) => string) => string;
  waits?: (data: string, userId: number) => number;
};

/** One person in so many hundred answers at once, another some stops later, the others never. */
const AT_ONCE = 45;
const LATER = 75;
const MOST_STOPS = 10;
/** A change moves an inspection so many weeks ahead, where no other one is. */
const CHANGED_WEEK = 20;

/** The same for the same person and question, whatever happened before. */
const byTemper = (data: string, userId: number): number => {
  const random = openRandom(userId, Number(/\d+/.exec(data)?.[0] ?? 0));
  const share = random.below(100);
  if (share < AT_ONCE) return 0;
  return share < LATER ? 1 + random.below(MOST_STOPS) : Number.POSITIVE_INFINITY;
};

const now = () => 0;

/** In the order in which they are looked for. */
export const HABITS: readonly Habit[] = [
  { reads: /^Thành viên Uỷ ban ta tham gia đoàn: 0/, taps: [/^Uỷ viên|^\+ .*Uỷ viên|Uỷ viên/] },
  { reads: /^Thành viên Uỷ ban ta tham gia đoàn: [1-9]/, taps: [/^Xong/] },
  { reads: /^Điều chỉnh phần nào\? Đã chọn: 0/, taps: [/what\.window/] },
  { reads: /^Điều chỉnh phần nào\? Đã chọn: [1-9]/, taps: [/^Xong/] },
  { reads: /^Thời gian dự kiến/, types: (weeks) => weeks(CHANGED_WEEK) },
  { reads: /^Lý do/, taps: [/schedule_clash/] },
  { reads: /[Xx]em lại/, taps: [/^(Gửi đề xuất|Ghi sổ|Gửi đề nghị)/] },
  { reads: /^Xác nhận trả lời: Thống nhất/, taps: [/^Xác nhận/] },
  { reads: /Kính trình đồng chí cho ý kiến trước khi gửi/, taps: [/^Đồng ý gửi/], waits: now },
  { reads: /^Kính gửi /, taps: [/^Chuyển lãnh đạo/], waits: now },
  { reads: /Kính trình đồng chí cho ý kiến về đề xuất/, taps: [/^Thống nhất/], waits: now },
  { reads: /đề nghị điều chỉnh:/, taps: [/confirm\.\d+\.tap/], waits: now },
  { reads: /Thông báo phối hợp kiểm tra, giám sát/, taps: [/ack\.\d+\.(attending|received)/] },
  { reads: /phản hồi/, taps: [/open\.\d+/], waits: byTemper },
  { reads: /xác nhận đã nhận/, taps: [/xack\.\d+\.received/], waits: byTemper },
  { reads: /Điều chỉnh cuộc nào|Chọn cuộc/, taps: [/\nchange\.\d+/] },
];
