import type { InspectionState } from './inspection.ts';

type Days = { windowFrom: string; windowTo: string };

/** A line of a plan and the inspection that was made of it; null: none yet. Days half-open. */
export type LivedLine = Days & { made: (Days & { state: InspectionState }) | null };

/** What can have become of a line; `moved` counts beside the others. */
export const LIVED_PARTS = ['waiting', 'going', 'concluded', 'stopped', 'moved'] as const;
export type LivedPart = (typeof LIVED_PARTS)[number];

/** `waiting` + `going` + `concluded` + `stopped` = `lines`; `moved` counts among those made. */
export type Lived = Record<LivedPart | 'lines', number>;

/** What became of the lines of a plan (R10: the parts sum to the total). */
export function livedFigures(lines: readonly LivedLine[]): Lived {
  const of = (part: LivedPart) => lines.filter((line) => isOfPart(line, part)).length;
  return {
    lines: lines.length,
    ...{ waiting: of('waiting'), going: of('going'), concluded: of('concluded') },
    ...{ stopped: of('stopped'), moved: of('moved') },
  };
}

/** Whether a line counts in a figure. */
export const isOfPart = (line: LivedLine, part: LivedPart): boolean =>
  part === 'moved' ? isMoved(line) : livedPart(line) === part;

const isMoved = ({ made, windowFrom, windowTo }: LivedLine): boolean =>
  made !== null && (made.windowFrom !== windowFrom || made.windowTo !== windowTo);

/** The one of the four parts that sum in which a line counts. */
export function livedPart({ made }: LivedLine): Exclude<LivedPart, 'moved'> {
  if (made === null) return 'waiting';
  if (made.state === 'concluded') return 'concluded';
  return made.state === 'stopped' || made.state === 'not_held' ? 'stopped' : 'going';
}
