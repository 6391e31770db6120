import { expect, test } from 'vitest';
import type { InspectionState } from '../../src/domain/inspection.ts';
import { livedFigures } from '../../src/domain/plan-lived.ts';

const days = { windowFrom: '2027-03-08', windowTo: '2027-03-13' };
const moved = { windowFrom: '2027-04-05', windowTo: '2027-04-10' };
const line = (state?: InspectionState, window = days) => ({
  ...days,
  made: state ? { state, ...window } : null,
});

test('an empty plan has no figures', () => {
  expect(livedFigures([])).toEqual({ lines: 0, waiting: 0, going: 0, concluded: 0, stopped: 0, moved: 0 });
});

test('the parts sum to the lines; what was moved counts beside them', () => {
  const figures = livedFigures([
    line(),
    line('agreed'),
    line('under_way', moved),
    line('concluded', moved),
    line('stopped'),
    line('not_held'),
  ]);
  expect(figures).toEqual({ lines: 6, waiting: 1, going: 2, concluded: 1, stopped: 2, moved: 2 });
});
