import { broadcastFast, tapToast } from './broadcast-fast.ts';
import { broadcastPaced } from './broadcast-paced.ts';
import { coldStart } from './cold-start.ts';
import { digests } from './digests.ts';
import { isAllOk, type Outcome, toJson, toLines } from './figures.ts';
import { floods } from './floods.ts';
import { killRecovery } from './kill-recovery.ts';
import { ledger } from './ledger.ts';
import { ledgerVerify } from './ledger-verify.ts';
import { memory } from './memory.ts';
import { type BenchOptions, parseOptions } from './options.ts';
import { pictures } from './pictures.ts';
import { plan } from './plan.ts';
import { planImport } from './plan-import.ts';
import { report } from './report.ts';
import { type Rig, startRig } from './rig.ts';
import { rowPolicies } from './row-policies.ts';
import { rowSecurity } from './row-security.ts';
import type { Scenario } from './scenario.ts';

const SCENARIOS: Scenario[] = [
  broadcastPaced,
  broadcastFast,
  tapToast,
  killRecovery,
  floods,
  memory,
  ledgerVerify,
  coldStart,
  ledger,
  digests,
  rowSecurity,
  rowPolicies,
  report,
  planImport,
  plan,
  pictures,
];

const out = (line: string) => process.stdout.write(`${line}\n`);
const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(options: BenchOptions): Promise<Outcome[]> {
  const wanted = SCENARIOS.filter(({ name, isUsual }) =>
    options.names.length > 0 ? options.names.includes(name) : isUsual,
  );
  const outcomes: Outcome[] = [];
  let rig: Rig | undefined;
  try {
    rig = await startRig(process.env.DATABASE_URL || undefined);
  } catch (error) {
    return wanted.map(({ name }) => show({ name, notRun: reasonOf(error) }, options));
  }
  try {
    for (const scenario of wanted) outcomes.push(show(await runOne(scenario, rig, options), options));
  } finally {
    await rig.stop();
  }
  return outcomes;
}

async function runOne({ name, run }: Scenario, rig: Rig, { rounds, chats }: BenchOptions): Promise<Outcome> {
  try {
    return { name, figures: await run({ rig, rounds, chats, say }) };
  } catch (error) {
    return { name, notRun: reasonOf(error) };
  }
}

function show(outcome: Outcome, { json }: BenchOptions): Outcome {
  if (!json) for (const line of toLines(outcome)) out(line);
  return outcome;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const parsed = parseOptions(
  process.argv.slice(2),
  SCENARIOS.map(({ name }) => name),
);
if (!parsed.ok) {
  say(parsed.error);
  process.exit(2);
}
const outcomes = await main(parsed.options);
if (parsed.options.json) out(toJson(outcomes));
process.exit(isAllOk(outcomes) ? 0 : 1);
