import { type Fault, faultsOf, type Tally } from './tally.ts';

/** The table at the end of a run: what was sent, and the zeros. `seconds` the run took without the seeding. */
export function toTable(tally: Tally, { seed, seconds }: { seed: number; seconds: number }): string[] {
  const { counts } = tally;
  const rows: [string, number][] = [
    ['updates sent', tally.updates],
    ['kinds of update among them', counts.kind.size],
    ['taps', tally.taps],
    ['taps answered', tally.answered],
    ['rows changed by updates', tally.changedRows],
    ['messages said', tally.said],
    ['crashes', faultsOf(tally, 'crash')],
    ['taps unanswered', faultsOf(tally, 'unanswered')],
    ['errors logged as bugs', faultsOf(tally, 'bug')],
    ['updates without end', faultsOf(tally, 'stuck')],
    ['readable updates set aside', faultsOf(tally, 'set-aside')],
    ['rows changed that the role table refuses', faultsOf(tally, 'row')],
  ];
  const wide = Math.max(...rows.map(([name]) => name.length));
  return [
    ...(['how', 'who', 'kind', 'act', 'fate', 'warning'] as const).map(
      (name) => `${name}: ${listed(counts[name])}`,
    ),
    '',
    `seed ${seed}, ${seconds.toFixed(0)} s, ${(tally.updates / seconds).toFixed(1)} updates/s, digest ${tally.digest.copy().digest('hex').slice(0, 12)}`,
    ...rows.map(([name, count]) => `${name.padEnd(wide)}  ${String(count).padStart(9)}`),
  ];
}

/** What was found, most frequent first; of each sort the shortest update that showed it. */
export function toFaults({ faults, faultCounts }: Tally): string[] {
  return [...faultCounts]
    .toSorted(([, one], [, other]) => other - one)
    .flatMap(([sort, times]) => {
      const shown = faults.filter((fault) => sort === `${fault.kind}: ${fault.what}`).toSorted(byLength)[0];
      return ['', `${times} × ${sort}`, `  update ${shown?.n ?? '?'}: ${shown?.text ?? 'none in hand'}`];
    });
}

const byLength = (one: Fault, other: Fault): number =>
  (one.text?.length ?? Number.POSITIVE_INFINITY) - (other.text?.length ?? Number.POSITIVE_INFINITY);

const listed = (counts: Map<string, number>): string =>
  [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([name, times]) => `${name} ${times}`)
    .join(', ') || 'none';
