import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { target } from '../../db/schema/index.ts';
import { openChange } from '../../src/usecases/form/change-open.ts';
import { openForm } from '../../src/usecases/form/open-form.ts';
import type { ProposeData } from '../../src/usecases/form/propose-data.ts';
import { contentOf } from '../../src/usecases/form/propose-data.ts';
import { proposeForm } from '../../src/usecases/form/propose-form.ts';
import { proposeFromLine } from '../../src/usecases/form/propose-line.ts';
import { draftInspection } from '../../src/usecases/inspection/draft-inspection.ts';
import { proposeChange } from '../../src/usecases/inspection/propose-change.ts';
import { loadVersion } from '../../src/usecases/view/change-lines.ts';
import { contentLines } from '../../src/usecases/view/lines.ts';
import { listAhead } from '../../src/usecases/view/list-calendar.ts';
import { readCard } from '../../src/usecases/view/read-card.ts';
import { type ChangeDesk, openChangeDesk, outcome, START } from '../support/change-desk.ts';
import { formHand } from '../support/form-hand.ts';
import { shown } from '../support/view-desk.ts';

let desk: ChangeDesk;

beforeAll(async () => {
  desk = await openChangeDesk();
});
afterAll(() => desk.base.close());
beforeEach(() => desk.at(START));

const given = (more: Partial<ProposeData> = {}): ProposeData => ({
  pairId: desk.one.pairId,
  secretAsked: true,
  kind: 'thematic_supervision',
  targetId: desk.one.targets.y!,
  subject: 'quy chế làm việc',
  body: 'inspection_committee',
  leadSide: 'a',
  mode: 'coordinate',
  windowFrom: '2026-12-07',
  windowTo: '2026-12-12',
  sessionsDone: true,
  team: [],
  ...more,
});
const line = (...parts: string[]) =>
  [
    'giám sát chuyên đề',
    ...parts,
    '07/12 - 11/12/2026',
    'chủ trì: UBKT Tỉnh uỷ p1',
    'nội dung: quy chế',
    'không mật',
  ].join('; ');

async function form(data: ProposeData) {
  const hand = formHand(desk, 'a-secretary');
  await hand.open((work, actor) => openForm(work, actor, proposeForm, data, { pairId: data.pairId }));
  return hand;
}
async function typed(words: string) {
  const hand = formHand(desk, 'a-secretary');
  await hand.open((work, actor) => proposeFromLine(work, actor, desk.one.pairId, words));
  return hand;
}
const drafted = (data: ProposeData) =>
  desk.by('a-secretary', (work, actor) => draftInspection(work, actor, data.pairId, contentOf(data), []));
async function draftOf(data: ProposeData): Promise<number> {
  const made = await drafted(data);
  if (!('inspectionId' in made)) throw new Error(made.refused.key);
  return made.inspectionId;
}

describe('whose it is', () => {
  test('is asked where more than one may hold a kind, and of those only', async () => {
    const supervision = await form(given({ body: undefined }));
    expect(supervision.last().labels).toEqual([
      'Uỷ ban Kiểm tra',
      'Ban Thường vụ',
      'Cấp uỷ',
      'Quay lại',
      'Huỷ',
    ]);
    expect((await supervision.tap('Ban Thường vụ')).text).toContain('Ban Thường vụ');
    const finance = await form(given({ kind: 'party_finance', body: undefined }));
    expect(finance.last().text).toContain('Chủ thể: Uỷ ban Kiểm tra');
    expect(finance.last().labels).not.toContain('Đổi chủ thể');
  });

  test('of a body that may not hold its kind nothing is stored, whatever the form let through', async () => {
    const content = { ...contentOf(given()), kind: 'party_finance', subjectBody: 'committee' } as const;
    const made = await desk.by('a-secretary', (work, actor) =>
      draftInspection(work, actor, desk.one.pairId, content, []),
    );
    expect(outcome(made)).toContain('refused-body');
  });

  test('another kind that is not its body’s becomes the usual body’s, and both are shown', async () => {
    const id = await desk.agreed();
    const before = await desk.found(id);
    const changed = await desk.by('a-secretary', (work, actor) =>
      proposeChange(work, actor, id, {
        baseVersionId: before.version.id,
        changes: { kind: 'compliance' },
        reason: 'schedule_clash',
      }),
    );
    expect(outcome(changed)).not.toMatch(/^refused/);
    const [asked] = await desk.requests(id, 'change');
    const read = await desk.all((work) => loadVersion(work, asked!.versionId));
    expect(read).toMatchObject({ kind: 'compliance', subjectBody: 'standing_board' });
  });
});

describe('the period that is looked into', () => {
  test('is said in the preview’s own time, in words, and stands on the card', async () => {
    const hand = await form(given());
    await hand.tap('Mốc thời gian');
    expect((await hand.type('hôm nào cũng được')).text).toContain('Chưa hiểu mốc thời gian');
    const preview = await hand.type('từ 01/2025 đến 6/2026');
    expect(preview.text).toContain('Mốc thời gian: 01/01/2025 – 30/06/2026');
    const kept = await hand.tap('Lưu dự thảo');
    const id = Number(kept.data.find((one) => one.startsWith('card.'))!.split('.')[1]);
    const card = await desk.by('a-secretary', async (work, actor) =>
      shown(work, await readCard(work, actor, id)),
    );
    expect(card.text).toContain('Mốc thời gian: 01/01/2025 – 30/06/2026');
  });

  test('in one line by its name, beside the days; what is not understood is named', async () => {
    const hand = await typed(line('Chi bộ Y', 'mốc thời gian: từ đầu năm 2025 đến thời điểm kiểm tra'));
    expect((await hand.tap('Xong')).text).toContain('Mốc thời gian: từ 01/01/2025 đến thời điểm tiến hành');
    expect((await typed(line('Chi bộ Y', 'mốc: lâu nay'))).last().text).toContain('“lâu nay”');
  });

  test('of a sensitive kind there is none', async () => {
    const id = await draftOf(given({ kind: 'denunciation', subject: undefined, coveredFrom: '2025-01-01' }));
    expect((await desk.found(id)).version).toMatchObject({ coveredFrom: null, coveredTo: null });
    const hand = await form(given({ kind: 'denunciation', subject: undefined }));
    expect(hand.last().labels).not.toContain('Mốc thời gian');
  });
});

describe('members who are inspected', () => {
  test('are a number beside the organisation, typed with it or tapped', async () => {
    const hand = await typed(line('Chi bộ Y và 02 đồng chí'));
    expect((await hand.tap('Xong')).text).toContain('và 02 đồng chí');
    const tapped = await form(given());
    await tapped.tap('Đảng viên');
    expect((await tapped.type('3')).text).toContain('Chưa rõ');
    expect((await tapped.tap('chỉ 02 đồng chí')).text).toContain('02 đồng chí thuộc Chi bộ Y');
  });

  test('one member alone is nobody’s neighbour outside: what is pushed and listed names the organisation above', async () => {
    const id = await draftOf(given({ memberCount: 1, isOfMembers: true }));
    await desk.all(({ tx }) =>
      tx.update(target).set({ parentId: desk.one.targets.z! }).where(eq(target.id, desk.one.targets.y!)),
    );
    const found = await desk.found(id);
    const above = found.parentName!;
    expect(above).not.toBe(found.target.name);
    const pushed = await desk.by('a-secretary', async (work) =>
      shown(work, { lines: contentLines(found, []), buttons: [] }),
    );
    expect(pushed.text).toContain(`01 đồng chí thuộc ${above}`);
    expect(pushed.text).not.toContain(found.target.name);
    const [entry] = (await desk.by('a-secretary', (work, actor) => listAhead(work, actor))).filter(
      (one) => one.inspectionId === id,
    );
    expect(entry!.target).toBe(above);
    const card = await desk.by('a-secretary', async (work, actor) =>
      shown(work, await readCard(work, actor, id)),
    );
    expect(card.text).toContain(`01 đồng chí thuộc ${found.target.name}`);
  });

  test('one member of an organisation that stands under none is named by nothing at all outside', async () => {
    const id = await draftOf(given({ targetId: desk.one.targets.z!, memberCount: 1, isOfMembers: true }));
    const found = await desk.found(id);
    const pushed = await desk.by('a-secretary', async (work) =>
      shown(work, { lines: contentLines(found, []), buttons: [] }),
    );
    expect(pushed.text).toContain('01 đồng chí');
    expect(pushed.text).not.toContain(found.target.name);
    const ahead = await desk.by('a-secretary', (work, actor) => listAhead(work, actor));
    expect(ahead.find((one) => one.inspectionId === id)!.target).toBeNull();
  });

  test('what is no count, and a period that begins after the inspection, is refused by the use case', async () => {
    const content = contentOf(given());
    const refused = async (more: object) =>
      outcome(
        await desk.by('a-secretary', (work, actor) =>
          draftInspection(work, actor, desk.one.pairId, { ...content, ...more }, []),
        ),
      );
    expect(await refused({ memberCount: -3 })).toContain('members-unclear');
    expect(await refused({ isOfMembers: true })).toContain('members-unclear');
    expect(await refused({ coveredFrom: '2030-01-01' })).toContain('refused-covered');
    expect(await refused({ coveredFrom: '2026-06-01', coveredTo: '2025-01-01' })).toContain(
      'refused-covered',
    );
  });

  test('a change of their number is a change, old beside new', async () => {
    const id = await desk.agreed();
    const hand = formHand(desk, 'a-secretary');
    await hand.open((work, actor) => openChange(work, actor, id));
    await hand.taps('Đảng viên', 'Xong', 'và 02 đồng chí');
    expect((await hand.tap(hand.last().labels[0]!)).text).toContain(
      'Đảng viên cũ: Chỉ tổ chức đảng\nĐảng viên mới: 02 đồng chí',
    );
  });
});
