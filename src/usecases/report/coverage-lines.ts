import type { Text } from '../../domain/message.ts';
import type { Share } from '../../domain/report.ts';
import { text } from '../said.ts';
import type { Report } from './load-report.ts';

/** Names that a line of a message has room for. */
const MOST_NAMES = 6;

/** Organisations and turns (R3), members apart, and who is left by name. `share`: how shares are written. */
export function coverageLines(
  { figures, left, hidden }: Report,
  share: (share: Share) => string,
): (Text | false)[] {
  const { covered, concluded, turns, unnamedTurns, members } = figures.coverage;
  return [
    text('report-coverage', { covered: share(covered), turns }),
    text('report-coverage-concluded', { concluded: share({ part: concluded, whole: covered.whole }) }),
    members > 0 && text('report-coverage-members', { count: members }),
    leftLine(
      left.map(({ name }) => name),
      covered.whole - covered.part,
    ),
    unnamedTurns > 0 && text('report-coverage-unnamed', { count: unnamedTurns }),
    hidden > 0 && text('report-coverage-shut', { count: hidden }),
    text('report-coverage-rule'),
  ];
}

function leftLine(names: string[], count: number): Text {
  if (count === 0) return text('report-coverage-whole');
  const shown = names.slice(0, MOST_NAMES).join('; ');
  if (count <= MOST_NAMES) return text('report-coverage-left', { count, names: shown });
  return text('report-coverage-left-more', { count, names: shown, more: count - MOST_NAMES });
}
