import { audit } from '../audit.ts';
import type { MakeFile } from '../compose/file.ts';
import type { Composed } from '../compose/index.ts';
import { details, isRefused, type Refused, text } from '../said.ts';
import { sendFile } from '../send-file.ts';
import type { Actor, Work } from '../work.ts';
import { exportCsv } from './export-csv.ts';
import { exportProof } from './export-proof.ts';
import { filterArgs, filterOf, LOG_PERIODS, type LogFilter, openLog } from './log-filter.ts';
import { LOG_GROUPS } from './log-table.ts';

/** Telegram takes 50 MB from a bot. */
const MOST_BYTES = 45_000_000;

/** The log asked for as a file; who took it out stands in the chain. */
export async function sendLog(
  work: Work,
  actor: Actor,
  filter: LogFilter,
  make: 'log-csv' | 'log-proof',
): Promise<{ kind: 'coming' } | Refused> {
  const log = await openLog(work, actor, filter.pairId);
  if (isRefused(log)) return log;
  const { pairId, group, period } = filter;
  await audit(work, {
    pairId,
    type: 'chain.exported',
    by: actor.personId,
    facts: { what: make, side: log.member.side },
  });
  const part: [number, number] = [LOG_GROUPS.indexOf(group), LOG_PERIODS.indexOf(period)];
  await sendFile(work, actor, pairId, { make, log: part });
  return { kind: 'coming' };
}

/** The table of what /nhatky shows. */
export const makeLogCsv: MakeFile<'log-csv'> = async (work, actor, { pairId, ref, locale }) => {
  const filter = filterOf(pairId ?? 0, ...ref.log);
  const log = await openLog(work, actor, filter.pairId);
  if (isRefused(log) || !log.chain) return { skip: 'no longer theirs' };
  const lines = exportCsv(work, actor, log.member, log.chain.id, filter, locale);
  const args = { pair: log.member.pairName, ...filterArgs(filter) };
  return fileOf(lines, `nhat-ky-${log.chain.name}.csv`, 1, (count) =>
    text('log-file-csv', { ...args, count }),
  );
};

/** The whole chain with proofs; of no filter, since a part would prove nothing. */
export const makeLogProof: MakeFile<'log-proof'> = async (work, actor, { pairId }) => {
  const log = await openLog(work, actor, pairId ?? 0);
  if (isRefused(log) || !log.chain) return { skip: 'no longer theirs' };
  const lines = exportProof(work, actor, log.member, log.chain);
  const { pairName } = log.member;
  return fileOf(lines, `nhat-ky-${log.chain.name}.jsonl`, 2, (count) =>
    text('log-file-proof', { pair: pairName, count }),
  );
};

/** `frame`: lines that are no entries. Not protected: it is there to be saved. */
async function fileOf(
  lines: AsyncIterable<string>,
  name: string,
  frame: number,
  about: (count: number) => ReturnType<typeof text>,
): Promise<Composed> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const line of lines) {
    const chunk = Buffer.from(line);
    size += chunk.length;
    if (size > MOST_BYTES) return { message: details([text('log-file-large')]) };
    chunks.push(chunk);
  }
  const said = [about(chunks.length - frame), text('log-file-private')];
  return { message: { lines: said, buttons: [] }, file: { name, bytes: Buffer.concat(chunks) } };
}
