import type { Story, StoryAct, StoryChapter, View } from './story-shape.ts';

const POLICE = 'cat-dau-moi-2';
const POLICE_CHAIR = 'cat-chu-nhiem';
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
const answer = (who: string): StoryAct[] => [quickTap(who, 'open'), freshTap(who, 'ack.*.received')];

const propose: StoryChapter = {
  caption: {
    vi: 'Công an tỉnh đề xuất giám sát một chi bộ: gõ một dòng, xem lại, gửi. Lãnh đạo bên mình đồng ý, một phút sau đề xuất sang bên kia; trong phút ấy còn thu hồi được.',
    en: 'The police committee proposes to supervise a party cell: one line, a preview, one tap. Their own chair agrees; it crosses a minute later and can be recalled until then.',
  },
  focus: { left: { who: POLICE }, right: { who: PARTY } },
  acts: [
    send(
      POLICE,
      '/dexuat giám sát chuyên đề; CB PC02; {2w1} - {2w5}; chủ trì: UBKT Tỉnh uỷ; nội dung: việc thực hiện quy chế làm việc; không mật',
      '/propose thematic supervision; CB PC02; {2w1} - {2w5}; lead: UBKT Tỉnh uỷ; subject: how the working rules are kept; not secret',
    ),
    quickTap(POLICE, 'f.*.team.done'),
    pause(1500),
    tap(POLICE, 'f.*.preview.send'),
    { act: 'show', focus: { left: { who: POLICE_CHAIR } } },
    tap(POLICE_CHAIR, 'approve.*.yes'),
    { act: 'show', focus: { left: { who: POLICE } } },
    { act: 'await', who: POLICE, what: 'card' },
    pause(1200),
    { act: 'clock', what: 'PT1M' },
    { act: 'await', who: PARTY, what: 'leader' },
    pause(1200),
  ],
};

const clash: StoryChapter = {
  caption: {
    vi: 'Tỉnh uỷ cũng định vào chi bộ ấy, đúng tuần ấy. Bot chỉ ra chỗ trùng trước khi gửi; đầu mối gộp vào cuộc đã có.',
    en: 'The party committee has its own plan for the same cell in the same week. The bot points at the overlap before anything is sent; the two become one.',
  },
  acts: [
    send(
      PARTY,
      '/dexuat giám sát chuyên đề; CB PC02; {2w3} - {2w5}; chủ trì: UBKT Tỉnh uỷ; nội dung: quy chế làm việc; không mật',
      '/propose thematic supervision; CB PC02; {2w3} - {2w5}; lead: UBKT Tỉnh uỷ; subject: working rules; not secret',
    ),
    quickTap(PARTY, 'f.*.team.done'),
    quickTap(PARTY, 'f.*.preview.send'),
    { act: 'await', who: PARTY, what: 'f.*.overlap.merge-*' },
    pause(2200),
    tap(PARTY, 'f.*.overlap.merge-*'),
    pause(1200),
  ],
};

const agree: StoryChapter = {
  caption: {
    vi: 'Lãnh đạo Tỉnh uỷ thống nhất ngay trên máy. Bot chỉ ghi nhận sơ bộ; công văn vẫn là công văn.',
    en: 'The party committee’s chair agrees on the phone. The bot records it as agreed in principle; the official letter is still to come.',
  },
  acts: [
    tap(PARTY, 'leader'),
    { act: 'show', focus: { right: { who: PARTY_CHAIR } } },
    tap(PARTY_CHAIR, 'decide.*.agreed'),
    tap(PARTY_CHAIR, 'f.*.confirm.yes'),
    { act: 'await', who: POLICE, what: 'open' },
    pause(1300),
  ],
};

const notify: StoryChapter = {
  caption: {
    vi: 'Thông báo đến đúng sáu người của hai bên. Mở, bấm một nút là xong; nhóm chỉ thấy con số.',
    en: 'Notices go to exactly six people of both sides. Open, one tap, done; the group sees only the count.',
  },
  acts: [
    show({ who: POLICE_MEMBER }, { who: PARTY_MEMBER }),
    ...answer(POLICE_MEMBER),
    ...answer(PARTY_MEMBER),
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
    vi: 'Lịch phải lùi một tuần. Bên kia xác nhận thì phản hồi cũ hết hiệu lực và mọi người được hỏi lại.',
    en: 'The date must move by a week. Once the other side confirms, old answers no longer count and everyone is asked again.',
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
    ...answer(POLICE_MEMBER),
    ...answer(PARTY_MEMBER),
    { act: 'show', focus: { right: { who: PARTY } } },
    quickTap(PARTY, 'card'),
    freshTap(PARTY, 'who'),
    pause(2500),
    quickTap(PARTY, 'card'),
    freshTap(PARTY, 'history'),
    pause(2500),
  ],
};

/** The 60 seconds that a visitor sees first; every message in it is the bot's own. Dates are `{weeks ahead w weekday}`. */
export const STORY: Story = { chapters: [propose, clash, agree, notify, remind, change, versions] };
