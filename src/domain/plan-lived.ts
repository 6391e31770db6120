import type { InspectionState } from './inspection.ts';

type Days = { windowFrom: string; windowTo: string };

/** A line of a plan and the inspection that was made of it; null: none yet. Days half-open. */
export type LivedLine = Days & { made: (Days & { state: InspectionState }) | null };

/** `waiting` + `going` + `concluded` + `stopped` = `lines`; `moved` counts among those made. */
export type Lived = {
  lines: number;
  waiting: number;
  going: number;
  concluded: number;
  stopped: number;
  moved: number;
};

/** What became of the lines of a plan (R10: the parts sum to the total). */
export function livedFigures(lines: readonly LivedLine[]): Lived {
  const figures: Lived = { lines: lines.length, waiting: 0, going: 0, concluded: 0, stopped: 0, moved: 0 };
  for (const { made, windowFrom, windowTo } of lines) {
    figures[partOf(made?.state)] += 1;
    if (made && (made.windowFrom !== windowFrom || made.windowTo !== windowTo)) figures.moved += 1;
  }
  return figures;
}

function partOf(state: InspectionState | undefined): 'waiting' | 'going' | 'concluded' | 'stopped' {
  if (state === undefined) return 'waiting';
  if (state === 'concluded') return 'concluded';
  return state === 'stopped' || state === 'not_held' ? 'stopped' : 'going';
}
