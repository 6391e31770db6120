import { writeAnnex } from '../../documents/annex-document.ts';
import { type AnnexLine, planAnnex } from '../../documents/plan-annex.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import type { AnnexPaper } from '../../domain/plan-annex.ts';
import { otherSide } from '../../domain/side.ts';
import { writeAnnexSheet } from '../../sheets/annex-sheet.ts';
import type { MakeFile } from '../compose/file.ts';
import { wordsIn } from '../plain-words.ts';
import { isRefused, message, text } from '../said.ts';
import type { Actor, Member, Work } from '../work.ts';
import { type Planned, planFor } from './load-plan.ts';
import { type Item, visibleItems } from './visible-items.ts';

/**
 * The plan's annex (phụ lục) to be printed and signed, Vietnamese always: the part of the reader's side while it is drafted, the plan of
 * both once their parts were compared (R4). Names of sensitive kinds are never printed (C4). Not protected: it is there to be saved.
 */
const makeAnnex =
  (
    ending: 'docx' | 'xlsx',
    write: (paper: AnnexPaper) => Promise<Uint8Array>,
  ): MakeFile<'plan-annex-docx' | 'plan-annex-xlsx'> =>
  async (work, actor, { ref }) => {
    const allowed = await planFor(work, actor, ref.planId, 'plan.view');
    if (isRefused(allowed)) return { skip: 'no longer theirs' };
    const { planned, member } = allowed;
    const { year, state } = planned.plan;
    const items = await printedItems(work, actor, planned, member);
    const unnamed = items.filter(({ kind }) => isSensitiveKind(kind)).length;
    return {
      message: message([
        text('plan-annex-caption', { year: String(year), count: items.length }),
        state === 'drafting' && text('plan-annex-own'),
        unnamed > 0 && text('plan-annex-unnamed', { count: unnamed }),
      ]),
      file: {
        name: `phu-luc-ke-hoach-${year}.${ending}`,
        bytes: await write(paperOf(work, planned, member, items)),
      },
    };
  };

/** While one's own part is drafted the other side's has no place in its annex, also when it has crossed. */
async function printedItems(work: Work, actor: Actor, planned: Planned, { side }: Member): Promise<Item[]> {
  const items = await visibleItems(work, actor, planned);
  return planned.plan.state === 'drafting' ? items.filter((item) => item.side === side) : items;
}

function paperOf(work: Work, planned: Planned, { side }: Member, items: Item[]): AnnexPaper {
  const { plan, committees } = planned;
  return planAnnex({
    issuer: committees[side].name,
    year: plan.year,
    now: work.now.year,
    ...(plan.frozenSymbol !== null && { document: { symbol: plan.frozenSymbol, day: plan.frozenDay! } }),
    lines: items.map((item) => lineOf(item, planned)),
  });
}

const lineOf = (item: Item, { committees }: Planned): AnnexLine => ({
  kind: item.kind,
  target: item.targetName,
  subject: item.subject,
  windowFrom: item.windowFrom,
  windowTo: item.windowTo,
  lead: committees[item.leadSide].shortName,
  partner: committees[otherSide(item.leadSide)].shortName,
  mode: item.mode,
  isJoint: item.side === null,
});

export const makeAnnexDocx = makeAnnex('docx', writeAnnex);

export const makeAnnexXlsx = makeAnnex('xlsx', (paper) =>
  writeAnnexSheet(paper, wordsIn('vi')(text('report-mark'))),
);
