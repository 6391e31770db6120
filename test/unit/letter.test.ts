import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { type Change, changeLetter } from '../../src/documents/change-letter.ts';
import { answerLetter, coverLetter } from '../../src/documents/exchange-letters.ts';
import type { Content, Parties } from '../../src/documents/inspection-content.ts';
import { conclusionLetter, proposalLetter, replyLetter } from '../../src/documents/inspection-letters.ts';
import { type Letter, writeLetter } from '../../src/documents/letter.ts';
import { numberBlocks } from '../../src/documents/letter-body.ts';
import { noticeLetter } from '../../src/documents/notice-letter.ts';
import { stopLetter } from '../../src/documents/stop-letter.ts';
import { issuerOf } from '../../src/documents/wording.ts';
import { KINDS } from '../../src/domain/kinds.ts';
import { NOTHING_BESIDES } from '../support/nothing-besides.ts';
import { readDocx } from '../support/read-docx.ts';

const at = (iso: string) => DateTime.fromISO(iso, { zone: 'Asia/Ho_Chi_Minh' });
const POLICE = 'Uỷ ban Kiểm tra Đảng uỷ Công an tỉnh X';
const PROVINCE = 'Uỷ ban Kiểm tra Tỉnh uỷ X';
const peers: Parties = { issuer: POLICE, to: PROVINCE, tone: 'peer', year: 2026 };
const content: Content = {
  organisation: 'Chi bộ Y, Đảng bộ Công an tỉnh X',
  target: 'Chi bộ Y, Đảng bộ Công an tỉnh X',
  kind: 'thematic_supervision',
  subject: 'việc thực hiện quy chế làm việc',
  subjectBody: 'inspection_committee',
  lead: PROVINCE,
  partner: POLICE,
  mode: 'coordinate',
  windowFrom: '2026-12-07',
  ...NOTHING_BESIDES,
  windowTo: '2026-12-12',
  sessions: [{ kind: 'announce', startsAt: at('2026-12-07T08:00:00+07:00'), place: 'Hội trường A' }],
};
const due = at('2026-11-20T17:00:00+07:00');
const read = async (letter: Letter) => readDocx(await writeLetter(letter));
const bodyOf = async (letter: Letter) => (await read(letter)).lines.join('\n');

describe('the layout of a letter', () => {
  test('is A4 with margins of 20, 20, 30 and 15 mm in Times New Roman 14', async () => {
    const { page, margins, fonts, document } = await read(proposalLetter(peers, content, due));
    expect(page).toEqual([210, 297]);
    expect(margins).toEqual([20, 20, 30, 15]);
    expect(fonts).toEqual(['Times New Roman']);
    const body = /<w:p>(?:(?!<\/w:p>).)*Thực hiện Quy chế.*?<\/w:p>/s.exec(document)![0];
    expect(body).toContain('<w:sz w:val="28"/>');
    expect(body).toContain('<w:jc w:val="both"/>');
    expect(body).toMatch(/w:firstLine="\d{3}"/);
  });

  test('says on every page that it is a draft', async () => {
    const { headers, document } = await read(proposalLetter(peers, content, due));
    expect(headers).toEqual(['DỰ THẢO', 'DỰ THẢO']);
    expect(document).toContain('<w:titlePg/>');
    expect(document.match(/<w:headerReference w:type="(?:first|default)"/g)).toHaveLength(2);
  });

  test('has the issuer over its star at the left, the Party, place and date at the right, open where unknown', async () => {
    const { lines } = await read(proposalLetter(peers, content, due));
    expect(lines.slice(0, 8)).toEqual([
      'ĐẢNG UỶ CÔNG AN TỈNH X',
      'UỶ BAN KIỂM TRA',
      '*',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Số …-CV/…',
      'về việc đề nghị phối hợp giám sát chuyên đề',
      '[Địa danh], ngày … tháng … năm 2026',
      `Kính gửi: ${PROVINCE}`,
    ]);
    expect(lines.slice(-6)).toEqual([
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu.',
      'T/M UỶ BAN KIỂM TRA',
      'CHỦ NHIỆM',
      '[Họ và tên]',
    ]);
  });

  test('has a known place and day with two digits, several addressees, a name', async () => {
    const letter = proposalLetter(peers, content, due);
    const { lines } = await read({
      ...letter,
      place: 'Vũng Tàu',
      day: '2026-02-05',
      to: [PROVINCE, 'Ban <Thường vụ> & ai'],
      signer: { title: 'Phó Chủ nhiệm', name: 'Mẫu Văn Một' },
    });
    expect(lines).toContain('Vũng Tàu, ngày 05 tháng 02 năm 2026');
    expect(lines).toEqual(expect.arrayContaining([`- ${PROVINCE};`, '- Ban <Thường vụ> & ai.']));
    expect(lines.slice(-2)).toEqual(['PHÓ CHỦ NHIỆM', 'Mẫu Văn Một']);
  });

  test('has no zero before the months from March on', async () => {
    const { lines } = await read({ ...proposalLetter(peers, content, due), day: '2026-09-05' });
    expect(lines).toContain('[Địa danh], ngày 05 tháng 9 năm 2026');
  });

  test('has the Party’s name in 15 over a rule, the subject in 12, "Nơi nhận" in 14 over a list in 12', async () => {
    const { document } = await read(proposalLetter(peers, content, due));
    const sizeOf = (text: string) => {
      const [paragraph = ''] = document.match(/<w:p>.*?<\/w:p>/gs)!.filter((one) => one.includes(text));
      return /<w:sz w:val="(\d+)"/.exec(paragraph)?.[1];
    };
    const sizes = [
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'UỶ BAN KIỂM TRA',
      'Số …-CV/…',
      'về việc',
      'Nơi nhận:',
      '- Như trên;',
    ];
    expect(sizes.map(sizeOf)).toEqual(['30', '28', '28', '24', '28', '24']);
    expect(document).toMatch(
      /ĐẢNG CỘNG SẢN VIỆT NAM<\/w:t><\/w:r><\/w:p><w:p><w:pPr><w:pBdr><w:top w:val="single"/,
    );
  });

  test('breaks a long subject into lines of one length, five at most', async () => {
    const subject =
      'kết quả phối hợp kiểm tra, giám sát đối với các tổ chức đảng trực thuộc Đảng bộ Công an tỉnh X '.repeat(
        4,
      );
    const letter = { ...proposalLetter(peers, content, due), about: `trao đổi thông tin: ${subject}` };
    const { document } = await read(letter);
    const [paragraph = ''] = document.match(/<w:p>(?:(?!<\/w:p>).)*về việc.*?<\/w:p>/gs)!;
    expect(paragraph.match(/<w:br\/>/g)).toHaveLength(4);
    expect(paragraph).toContain('…</w:t>');
  });

  test('keeps its last words on the page of the signature', async () => {
    const { document } = await read(proposalLetter(peers, content, due));
    const beforeSignature = document.slice(0, document.lastIndexOf('<w:tbl>'));
    const [last, gap] = beforeSignature.match(/<w:p>.*?<\/w:p>/gs)!.slice(-2);
    expect(last).toContain('<w:keepNext/>');
    expect(gap).toContain('<w:keepNext/>');
  });

  test('opens whatever was entered: markup stays text, a control character is a space', async () => {
    const subject = 'a <b> & "c"\u0001d';
    const { lines } = await read(proposalLetter(peers, { ...content, subject }, due));
    expect(lines).toContain('2. Nội dung giám sát: a <b> & "c" d.');
  });

  test('numbers I- / 1. / a) / -, points anew in each section and letters in each point', () => {
    const levels = 'section point letter letter letter letter letter dash point letter section point text';
    const blocks = levels.split(' ').map((level) => ({ level: level as 'text', text: '' }));
    expect(numberBlocks(blocks).map(({ mark }) => mark.trim())).toEqual([
      'I-',
      '1.',
      'a)',
      'b)',
      'c)',
      'd)',
      'đ)',
      '-',
      '2.',
      'a)',
      'II-',
      '1.',
      '',
    ]);
  });
});

describe('the issuer', () => {
  test.each([
    [PROVINCE, 'Tỉnh uỷ X', 'Uỷ ban Kiểm tra', 'uỷ'],
    ['Ủy ban kiểm tra đảng ủy phường Y', 'Đảng ủy phường Y', 'Ủy ban kiểm tra', 'ủy'],
    ['UBKT Đảng ủy phường Y', 'Đảng ủy phường Y', 'Ủy ban Kiểm tra', 'ủy'],
    ['Ban Thường vụ Tỉnh uỷ', undefined, 'Ban Thường vụ Tỉnh uỷ', 'uỷ'],
  ])('%s', (name, superior, body, spelling) => {
    expect(issuerOf(name)).toMatchObject({ body, spelling });
    expect(issuerOf(name).superior).toBe(superior);
  });

  test('keeps its spelling in fixed words, and leaves names as they were entered', async () => {
    const body = await bodyOf(
      proposalLetter({ ...peers, issuer: 'Ủy ban Kiểm tra Đảng ủy phường Y' }, content),
    );
    expect(body).toContain('Ủy ban Kiểm tra Đảng ủy phường Y đề nghị Uỷ ban Kiểm tra Tỉnh uỷ X');
    expect(body).toContain('T/M ỦY BAN KIỂM TRA');
    expect(body).toContain('Đề nghị quý Ủy ban xem xét');
  });
});

describe('what the letters say', () => {
  test('a proposal: target, subject, days, lead, mode, sessions, and by when an answer is asked', async () => {
    const body = await bodyOf(proposalLetter(peers, content, due));
    for (const words of [
      `${POLICE} đề nghị ${PROVINCE} phối hợp giám sát chuyên đề đối với Chi bộ Y, Đảng bộ Công an tỉnh X`,
      '1. Đối tượng giám sát: Chi bộ Y, Đảng bộ Công an tỉnh X.',
      '2. Nội dung giám sát: việc thực hiện quy chế làm việc.',
      '3. Mốc thời gian giám sát: …',
      '4. Chủ thể giám sát: Uỷ ban Kiểm tra.',
      '5. Thời gian giám sát: từ ngày 07/12/2026 đến ngày 11/12/2026.',
      `6. Chủ trì, phối hợp: ${PROVINCE} chủ trì, ${POLICE} phối hợp.`,
      '- Công bố quyết định lúc 08 giờ 00 ngày 07/12/2026, tại Hội trường A.',
      'cho ý kiến trước 17 giờ 00 ngày 20/11/2026',
    ])
      expect(body).toContain(words);
  });

  test('the period that is looked into stands beside the days on which it is held', async () => {
    const said = { ...content, coveredFrom: '2025-01-01', coveredTo: '2026-07-01' };
    expect(await bodyOf(proposalLetter(peers, said))).toContain(
      'Mốc thời gian giám sát: từ ngày 01/01/2025 đến ngày 30/6/2026.',
    );
    expect(await bodyOf(proposalLetter(peers, { ...said, coveredTo: null }))).toContain(
      'Mốc thời gian giám sát: từ ngày 01/01/2025 đến thời điểm giám sát.',
    );
  });

  test('a proposal whose other side sends staff asks who is sent; the other side’s own does not', async () => {
    const seconded = { ...content, mode: 'second_staff' } as const;
    const body = await bodyOf(proposalLetter({ ...peers, issuer: PROVINCE, to: POLICE }, seconded, due));
    expect(body).toContain('7. Hình thức phối hợp: bên phối hợp cử cán bộ tham gia.');
    expect(body).toContain('cho ý kiến, thông báo cán bộ được cử tham gia trước 17 giờ 00 ngày 20/11/2026');
    expect(await bodyOf(proposalLetter(peers, seconded, due))).not.toContain('cán bộ được cử');
  });

  describe('whom the side sends', () => {
    const sent: Content['sent'] = [
      { name: 'Mẫu Văn Một', title: 'Phó Chủ nhiệm Uỷ ban Kiểm tra', role: 'head' },
      { name: 'Mẫu Thị Hai', title: '', role: 'secretary' },
      { name: 'Mẫu Văn Ba', title: 'Kiểm tra viên', role: 'member' },
    ];
    const NAMED = [
      'Cán bộ được cử tham gia:',
      '- Đồng chí Mẫu Văn Một, Phó Chủ nhiệm Uỷ ban Kiểm tra – Trưởng đoàn;',
      '- Đồng chí Mẫu Thị Hai, … (chức vụ) – Thư ký đoàn;',
      '- Đồng chí Mẫu Văn Ba, Kiểm tra viên – thành viên.',
    ].join('\n');
    const BLANK = '- Đồng chí … (họ tên, chức vụ, vai trò).';

    test.each([
      ['proposal', (of: Content) => proposalLetter(peers, { ...of, sessions: [] }, due)],
      ['reply', (of: Content) => replyLetter(peers, { ...of, sessions: [] })],
    ])('stands in the %s, a dash each, with a blank while nobody is named', async (_kind, write) => {
      expect(await bodyOf(write({ ...content, sent }))).toContain(NAMED);
      expect(await bodyOf(write({ ...content, sent: [] }))).toContain(BLANK);
      expect(await bodyOf(write(content))).not.toContain('được cử tham gia');
    });

    test('stands in a change once it holds, and in no conclusion', async () => {
      const of = { ...content, sent };
      const asked: Change = { ...change, after: { ...change.after, sent } };
      expect(await bodyOf(changeLetter(peers, { ...asked, isConfirmed: true }))).toContain(
        'Mẫu Văn Ba, Kiểm tra viên – thành viên.',
      );
      expect(await bodyOf(changeLetter(peers, asked))).not.toContain('Mẫu Văn Ba');
      const conclusion = { symbol: '12-KL/UBKTTU', day: '2026-12-18' };
      expect(await bodyOf(conclusionLetter(peers, of, conclusion))).not.toContain('Mẫu Văn Ba');
    });
  });

  test('before it is sent the day of the answer stays open', async () => {
    expect(await bodyOf(proposalLetter(peers, content))).toContain('trước ngày … tháng … năm 2026');
  });

  test.each([
    ['up', 'kính đề nghị', 'Kính đề nghị Uỷ ban Kiểm tra Tỉnh uỷ X xem xét'],
    ['down', 'thông báo, đề nghị', 'tiếp nhận, báo cáo, đề xuất (nếu có)'],
  ] as const)('%s, the tone is that of the relation', async (tone, asks, closes) => {
    const body = await bodyOf(proposalLetter({ ...peers, tone }, content, due));
    expect(body).toContain(`${POLICE} ${asks} ${PROVINCE}`);
    expect(body).toContain(closes);
  });

  test('a reply names the letter that it answers, or leaves room for it; upward it reports', async () => {
    const known = { symbol: '05-CV/UBKTĐU', day: '2026-11-16' };
    expect(await bodyOf(replyLetter(peers, content, known))).toContain(
      'Công văn số 05-CV/UBKTĐU, ngày 16/11/2026',
    );
    const open = await bodyOf(replyLetter({ ...peers, tone: 'up' }, content));
    expect(open).toContain('Công văn số …, ngày …/…/…');
    expect(open).toContain('xin báo cáo: đã tiếp nhận và thống nhất phối hợp thực hiện');
  });

  const change: Change = {
    n: 2,
    before: content,
    after: { ...content, windowFrom: '2026-12-14', windowTo: '2026-12-15' },
    fields: ['window'],
    reason: 'awaiting_committee',
    reasonText: null,
    isConfirmed: false,
    answerBy: due,
  };

  test('a change: which one, what held, what is asked for, and why', async () => {
    const body = await bodyOf(changeLetter(peers, change));
    for (const words of [
      'về việc đề nghị điều chỉnh (lần 2) cuộc giám sát chuyên đề',
      'a) Đã thống nhất: từ ngày 07/12/2026 đến ngày 11/12/2026.',
      'b) Điều chỉnh thành: ngày 14/12/2026.',
      'Lý do điều chỉnh: chờ ý kiến cấp uỷ.',
      'cho ý kiến trước 17 giờ 00 ngày 20/11/2026',
    ])
      expect(body).toContain(words);
  });

  test('a confirmed change asks nothing any more; a reason in words of its own keeps its full stop', async () => {
    const body = await bodyOf(
      changeLetter(peers, { ...change, isConfirmed: true, reasonText: 'Bận hội nghị.' }),
    );
    expect(body).toContain('đã được hai bên thống nhất');
    expect(body).toContain('Lý do điều chỉnh: Bận hội nghị.\n');
    expect(body).not.toContain('cho ý kiến');
  });

  test('a stop: asked with its reason; once both want it, told', async () => {
    const asked = { reason: 'no_staff', reasonText: null, isConfirmed: false, answerBy: due } as const;
    const body = await bodyOf(stopLetter(peers, content, asked));
    expect(body).toContain(`đề nghị ${PROVINCE} thống nhất dừng, không thực hiện cuộc giám sát chuyên đề`);
    expect(body).toContain('Lý do dừng: chưa bố trí được cán bộ.');
    expect(body).toContain('cho ý kiến trước 17 giờ 00 ngày 20/11/2026');
    const told = await bodyOf(stopLetter(peers, content, { ...asked, isConfirmed: true }));
    expect(told).toContain('hai bên đã thống nhất dừng, không thực hiện');
    expect(told).not.toContain('cho ý kiến');
  });

  test('a conclusion: its symbol and its day', async () => {
    const body = await bodyOf(
      conclusionLetter(peers, content, { symbol: '12-KL/UBKTTU', day: '2026-12-18' }),
    );
    expect(body).toContain('đã kết thúc, với Kết luận số 12-KL/UBKTTU, ngày 18/12/2026.');
  });

  test.each(KINDS.map(({ key, sensitive }) => [key, sensitive] as const))(
    'the kind %s, sensitive: %s, is named only when it is not',
    (kind, sensitive) => {
      const write = () => proposalLetter(peers, { ...content, kind });
      if (sensitive) expect(write).toThrow('no letter is written');
      else expect(write().about).toMatch(/^đề nghị phối hợp (kiểm tra|giám sát) /);
    },
  );
});

describe('the agreement', () => {
  const asked = { reason: 'no_staff', reasonText: null, isConfirmed: false, answerBy: due } as const;
  const entry = {
    symbol: '05-BC/UBKTTU',
    document: 'Báo cáo',
    day: '2026-11-20',
    subject: 'kết quả quý III',
    answerBy: due,
  };
  const change: Change = { ...asked, n: 1, before: content, after: content, fields: ['window'] };
  const letters = (parties: Parties): Letter[] => [
    proposalLetter(parties, content, due),
    replyLetter(parties, content),
    conclusionLetter(parties, content, { symbol: '12-KL/UBKTTU', day: '2026-12-18' }),
    changeLetter(parties, change),
    changeLetter(parties, { ...change, isConfirmed: true }),
    stopLetter(parties, content, asked),
    stopLetter(parties, content, { ...asked, isConfirmed: true }),
    coverLetter(parties, entry),
    answerLetter(parties, entry),
    noticeLetter(parties, content, {}),
  ];
  const agreement = { symbol: '05-QC/UBKTTU', day: '2026-03-12' };

  test.each([
    [undefined, 'Thực hiện Quy chế phối hợp số …-QC/…, ngày …/…/…'],
    [agreement, 'Thực hiện Quy chế phối hợp số 05-QC/UBKTTU, ngày 12/3/2026'],
    [
      { ...agreement, issuers: `${PROVINCE} và ${POLICE}` },
      `Thực hiện Quy chế số 05-QC/UBKTTU, ngày 12/3/2026 của ${PROVINCE} và ${POLICE} về phối hợp công tác kiểm tra, giám sát`,
    ],
    [
      { symbol: '104-QĐ/ĐUCA', day: '2026-10-05', issuers: 'Đảng uỷ Công an Trung ương' },
      'Thực hiện Quy chế phối hợp ban hành kèm theo Quyết định số 104-QĐ/ĐUCA, ngày 05/10/2026 của Đảng uỷ Công an Trung ương',
    ],
  ])('%j is named in every letter between the committees, once', (given, words) => {
    for (const letter of letters({ ...peers, agreement: given })) {
      const texts = letter.paragraphs.map(({ text }) => text).join('\n');
      expect([letter.about, texts.split(words)]).toEqual([
        letter.about,
        expect.objectContaining({ length: 2 }),
      ]);
    }
  });
});

describe('letters of the exchange ledger', () => {
  const report = {
    symbol: '05-BC/UBKTTU',
    document: 'Báo cáo',
    day: '2026-11-20',
    subject: 'kết quả quý III',
    answerBy: due,
  };

  test('one sends a document with its symbol, day, subject and the deadline of the answer', async () => {
    const body = await bodyOf(coverLetter(peers, report));
    expect(body).toContain(
      `${POLICE} gửi ${PROVINCE} Báo cáo số 05-BC/UBKTTU, ngày 20/11/2026 về kết quả quý III.`,
    );
    expect(body).toContain('có văn bản trả lời trước 17 giờ 00 ngày 20/11/2026');
  });

  test('one answers a document, upward in the words that belong there, and leaves what is said open', async () => {
    const body = await bodyOf(answerLetter({ ...peers, tone: 'up' }, { ...report, symbol: null }));
    expect(body).toContain(`${POLICE} xin báo cáo như sau:`);
    expect(body).toContain('kính báo cáo');
    expect(body).toContain('…');
  });
});
