import type { Both, PhoneSide } from './playground/playground-protocol.ts';
import { PARTY_PLAN, POLICE_PLAN } from './story-plans.ts';
import type { Story, StoryAct, StoryChapter, View } from './story-shape.ts';

const POLICE = 'cat-dau-moi-2';
const POLICE_VICE = 'cat-pho-chu-nhiem';
const POLICE_MEMBER = 'cat-uy-vien-1';
const POLICE_SILENT = 'cat-dau-moi-1';
const PARTY = 'tinh-dau-moi-1';
const PARTY_CHAIR = 'tinh-chu-nhiem';
const PARTY_MEMBER = 'tinh-uy-vien-1';
const PARTY_SILENT = 'tinh-dau-moi-2';
const POLICE_GROUP = 'ubkt-cat';

const tap = (who: string, what: string): StoryAct => ({ act: 'tap', who, what });
const quickTap = (who: string, what: string): StoryAct => ({ act: 'tap', who, what, isQuick: true });
const send = (who: string, vi: string, en: string): StoryAct => ({ act: 'send', who, what: { vi, en } });
const pause = (ms: number): StoryAct => ({ act: 'pause', ms });
const show = (left: View, right: View): StoryAct => ({ act: 'show', focus: { left, right } });
const freshTap = (who: string, what: string): StoryAct => ({
  act: 'tap',
  who,
  what,
  isQuick: true,
  isFresh: true,
});
const together = (...lists: StoryAct[][]): StoryAct => ({ act: 'together', lists });
const answer = (who: string): StoryAct[] => [quickTap(who, 'open'), freshTap(who, 'ack.*.received')];

type Bringer = { who: string; leader: string; phone: PhoneSide };

const bringPlan = (
  { who, leader, phone }: Bringer,
  name: string,
  plan: Both,
  ...before: StoryAct[]
): StoryAct[] => [
  send(who, '/kehoach', '/plan'),
  quickTap(who, 'planfile'),
  quickTap(who, 'f.*.secret.no'),
  { act: 'await', who, what: 'f.*.file.template' },
  { act: 'file', who, name, what: plan },
  { act: 'await', who, what: 'f.*.preview.store' },
  pause(2300),
  ...before,
  quickTap(who, 'f.*.preview.store'),
  // The plan above it, without a line, bears a button of that name too.
  freshTap(who, 'plan.show'),
  freshTap(who, 'plan.give'),
  { act: 'show', focus: { [phone]: { who: leader } } },
  quickTap(leader, 'plan.show'),
  tap(leader, 'plan.approve'),
];

const plans: StoryChapter = {
  caption: {
    vi: 'Tháng Một: mỗi bên gửi tệp kế hoạch năm, xem lại, ghi; lãnh đạo của mình duyệt, một phút sau mới chuyển đi. Trước đó Uỷ ban phối hợp không thấy gì.',
    en: 'January: each side sends in the file of its year’s plan; its own leader approves, and a minute later it crosses. Until then the other committee sees none of it.',
  },
  focus: { left: { who: POLICE }, right: { who: PARTY } },
  acts: [
    together(
      bringPlan({ who: POLICE, leader: POLICE_VICE, phone: 'left' }, 'ke-hoach-cong-an.csv', POLICE_PLAN),
      // The window of whoever stored first is offered first when the two become one.
      bringPlan({ who: PARTY, leader: PARTY_CHAIR, phone: 'right' }, 'ke-hoach-tinh-uy.csv', PARTY_PLAN, {
        act: 'await',
        who: POLICE,
        what: 'plan.give',
      }),
    ),
    { act: 'clock', what: 'PT1M' },
  ],
};

const clash: StoryChapter = {
  caption: {
    vi: 'Bot so hai kế hoạch: một chi bộ cả hai bên cùng đến đúng tuần ấy, một chi bộ không ai đến. Công an tỉnh đề nghị gộp, Tỉnh uỷ đồng ý và nhận chi bộ còn trống.',
    en: 'The bot compares the two: one party cell that both would visit in the same week, and one that nobody visits. One side proposes to make it one inspection; the other agrees, and takes on the cell left out.',
  },
  focus: { left: { who: POLICE }, right: { who: PARTY } },
  acts: [
    freshTap(POLICE, 'plan.show'),
    freshTap(POLICE, 'planfind'),
    { act: 'await', who: POLICE, what: 'planone.show' },
    pause(2600),
    quickTap(POLICE, 'planone.show'),
    pause(500),
    quickTap(POLICE, 'planone.merge'),
    quickTap(POLICE, 'f.*.lead.b'),
    quickTap(POLICE, 'f.*.mode.coordinate'),
    quickTap(POLICE, 'f.*.window.*'),
    pause(900),
    tap(POLICE, 'f.*.preview.yes'),
    { act: 'await', who: POLICE, what: 'planone.recall' },
    { act: 'clock', what: 'PT1M' },
    freshTap(PARTY, 'planfind'),
    freshTap(PARTY, 'planone.show'),
    { act: 'await', who: PARTY, what: 'planone.yes' },
    pause(1300),
    tap(PARTY, 'planone.yes'),
    // The list has what is open first: what was settled stands below the party cell that nobody inspects.
    freshTap(PARTY, 'planfind'),
    freshTap(PARTY, 'planone.show'),
    quickTap(PARTY, 'planone.fill'),
    quickTap(PARTY, 'f.*.kind.compliance'),
    quickTap(PARTY, 'f.*.window.*'),
    tap(PARTY, 'f.*.preview.yes'),
    pause(700),
    { act: 'clock', what: 'PT1M' },
  ],
};

const agree: StoryChapter = {
  caption: {
    vi: 'Lãnh đạo hai bên thống nhất cả kế hoạch ngay trên máy. Bot chỉ ghi nhận sơ bộ; công văn vẫn là công văn.',
    en: 'The leaders of both sides agree to the whole plan on their phones. The bot records it as agreed in principle; the official letter is still to come.',
  },
  focus: { left: { who: POLICE_VICE }, right: { who: PARTY_CHAIR } },
  acts: [
    together(
      [send(POLICE_VICE, '/kehoach', '/plan'), pause(600), tap(POLICE_VICE, 'plan.agree')],
      [send(PARTY_CHAIR, '/kehoach', '/plan'), pause(1400), tap(PARTY_CHAIR, 'plan.agree')],
    ),
    pause(1000),
  ],
};

const notify: StoryChapter = {
  focus: { left: { who: POLICE_MEMBER }, right: { who: PARTY_MEMBER } },
  caption: {
    vi: 'Gần đến ngày, bot tự thông báo cuộc đã gộp cho đúng sáu người của hai bên. Mở, bấm một nút là xong; nhóm chỉ thấy con số.',
    en: 'As its days come near, the joint inspection is announced to exactly six people of both sides. Open, one tap, done; the group sees only the count.',
  },
  acts: [
    { act: 'clock', what: 'P3D' },
    together(answer(POLICE_MEMBER), answer(PARTY_MEMBER)),
    show({ who: POLICE, chat: POLICE_GROUP }, { who: PARTY }),
    ...answer(PARTY),
    ...answer(POLICE),
    { act: 'await', who: POLICE, chat: POLICE_GROUP, says: '4/6' },
    pause(1800),
  ],
};

const remind: StoryChapter = {
  caption: {
    vi: 'Hôm sau, chỉ hai đồng chí chưa trả lời được nhắc. Người đã trả lời không bị làm phiền.',
    en: 'The next day only the two who have not answered are reminded. Nobody is chased after answering.',
  },
  focus: { left: { who: POLICE_SILENT }, right: { who: PARTY_SILENT } },
  acts: [
    pause(600),
    { act: 'clock', what: 'P1DT6H' },
    { act: 'await', who: POLICE_SILENT, what: 'later' },
    { act: 'await', who: PARTY_SILENT, what: 'later' },
    pause(2600),
  ],
};

const change: StoryChapter = {
  caption: {
    vi: 'Lịch phải lùi một tuần. Uỷ ban phối hợp xác nhận thì phản hồi cũ hết hiệu lực và mọi người được hỏi lại.',
    en: 'The date must move by a week. Once the other committee confirms, old answers no longer count and everyone is asked again.',
  },
  focus: { left: { who: POLICE }, right: { who: PARTY_CHAIR } },
  acts: [
    send(POLICE, '/doi', '/change'),
    quickTap(POLICE, 'change'),
    quickTap(POLICE, 'f.*.what.window'),
    quickTap(POLICE, 'f.*.what.done'),
    { act: 'await', who: POLICE, what: 'f.*.window.*' },
    send(POLICE, '{3w1} - {3w5}', '{3w1} - {3w5}'),
    quickTap(POLICE, 'f.*.reason.schedule_clash'),
    pause(900),
    tap(POLICE, 'f.*.preview.send'),
    quickTap(POLICE, 'crossnow'),
    { act: 'await', who: PARTY_CHAIR, what: 'confirm.*.tap' },
    pause(900),
    tap(PARTY_CHAIR, 'confirm.*.tap'),
    pause(900),
  ],
};

const versions: StoryChapter = {
  caption: {
    vi: 'Ai đã trả lời bản nào, lúc nào: hai bên cùng xem được, không phải gọi nhau hỏi.',
    en: 'Who answered which version, and when: both sides can see it without a phone call.',
  },
  focus: { left: { who: POLICE_MEMBER }, right: { who: PARTY_MEMBER } },
  acts: [
    together(answer(POLICE_MEMBER), answer(PARTY_MEMBER)),
    { act: 'show', focus: { right: { who: PARTY } } },
    quickTap(PARTY, 'card'),
    freshTap(PARTY, 'who'),
    pause(2500),
    quickTap(PARTY, 'card'),
    freshTap(PARTY, 'card.*.all'),
    freshTap(PARTY, 'history'),
    pause(2500),
  ],
};

/** The 60 seconds that a visitor sees first; every message in it is the bot's own. Dates are `{weeks ahead w weekday}`. */
export const STORY: Story = { chapters: [plans, clash, agree, notify, remind, change, versions] };
