import type { Parties } from '../../documents/inspection-content.ts';
import { agreementIn } from '../../domain/agreement.ts';
import { otherSide, type Side } from '../../domain/side.ts';
import type { Case } from '../inspection/load-case.ts';
import { toneFrom } from '../view/lines.ts';
import type { Work } from '../work.ts';

/** Who writes to whom when a side of a pair writes, in the tone of the agreement, this year. */
export const partiesOf = (
  work: Work,
  { committees, pair }: Pick<Case, 'committees' | 'pair'>,
  side: Side,
): Parties => ({
  issuer: committees[side].name,
  to: committees[otherSide(side)].name,
  tone: toneFrom(pair.relation, side),
  year: work.now.year,
  agreement: agreementIn(pair),
});
