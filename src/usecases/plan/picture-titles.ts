import type { PlanPicture } from '../actions/plan.ts';
import type { wordsIn } from '../plain-words.ts';
import { text } from '../said.ts';
import type { Planned } from './load-plan.ts';

/** The head of a picture: what it is, of which pair, and the document's symbol or that it is a draft. */
export function pictureTitles(
  { plan, pair }: Planned,
  picture: PlanPicture,
  say: ReturnType<typeof wordsIn>,
): { title: string; subtitle: string } {
  const mark = plan.frozenSymbol ?? say(text('report-mark'));
  return {
    title: say(text(`plan-picture-${picture}-title`, { year: String(plan.year) })),
    subtitle: `${mark} · ${pair.name}`,
  };
}
