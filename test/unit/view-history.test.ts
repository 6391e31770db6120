import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { EXCHANGE_STEP_KINDS, RECEIPTS } from '../../src/domain/exchange.ts';
import { STEP_KINDS } from '../../src/domain/request.ts';
import { LOCALES, say } from '../../src/locales/index.ts';
import { LOG } from '../../src/usecases/chain/log-table.ts';
import { HISTORY } from '../../src/usecases/view/history-table.ts';

const USECASES = fileURLToPath(new URL('../../src/usecases', import.meta.url));

/** Entries about people, accounts, the organisation, exchanges and the chain itself never bear an inspection: no card has them. */
const OFF_THE_CARD = [
  'digest',
  'account',
  'invitation',
  'consent',
  'person',
  'org',
  'group',
  'absence',
  'handover',
  'exchange',
  'duty',
  'ledger-step',
  'chain',
  'apart',
  'report',
  'plan',
];

const PENDING = ['change', 'stop', 'not_held'];

/** What the templates can become; a template that is not here fails the test. */
const TEMPLATES = new Map<string, string[]>([
  [`\${asks}.proposed`, PENDING.map((kind) => `${kind}.proposed`)],
  [`\${current.kind}.crossed`, ['proposal', ...PENDING].map((kind) => `${kind}.crossed`)],
  [`\${request.kind}.\${answer}`, PENDING.flatMap((kind) => [`${kind}.confirmed`, `${kind}.refused`])],
  [`\${request.kind}.recalled`, PENDING.map((kind) => `${kind}.recalled`)],
  [`proposal.\${answer}`, ['proposal.received', 'proposal.to_leader', 'proposal.direct_talk']],
  [`proposal.\${given.decision}`, ['proposal.agreed', 'proposal.countered', 'proposal.declined']],
  [`exchange.\${receipt}`, RECEIPTS.map((receipt) => `exchange.${receipt}`)],
  [
    `ledger-step.\${step.kind}`,
    EXCHANGE_STEP_KINDS.filter((kind) => kind !== 'cross').map((kind) => `ledger-step.${kind}`),
  ],
  [`step.\${step.kind}`, STEP_KINDS.filter((kind) => kind !== 'cross').map((kind) => `step.${kind}`)],
]);

const sources = (): string[] =>
  readdirSync(USECASES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(USECASES, name), 'utf8'));

/** The first `type:` after each call that writes an audit entry, literal, chosen or by template. */
function recordedTypes(): string[] {
  return sources().flatMap((source) => {
    const calls = source.split(/\baudit(?:About)?\(work,/).slice(1);
    return calls.flatMap((call) => typesIn(call));
  });
}

function typesIn(call: string): string[] {
  const about = /^\s*'([a-z_.-]+)'/.exec(call)?.[1];
  if (about) return [about];
  const given = /\btype:\s*((?:`[^`]*`|'[^']*'|[^,`'])*)/.exec(call)?.[1] ?? '';
  return [...given.matchAll(/'([^']+)'|`([^`]+)`/g)].map((match) => match[1] ?? match[2]!);
}

const types = [...new Set(recordedTypes())];

test('the scan finds the entries that are known to be written', () => {
  for (const known of ['inspection.drafted', 'inspection.not-approved', 'notice.answered', 'consent.given'])
    expect(types).toContain(known);
  expect(types.filter((type) => type.includes('$')).length).toBeGreaterThan(3);
});

test.each(types)('the audit entry %s has words of its own, or belongs to no card', (type) => {
  const expanded = type.includes('$') ? TEMPLATES.get(type) : [type];
  expect(expanded, 'a new template: add what it can become').toBeDefined();
  for (const one of expanded!)
    if (!OFF_THE_CARD.includes(one.split('.')[0]!)) expect(HISTORY, one).toHaveProperty([one]);
});

test.each(types)('the audit entry %s has words for the log', (type) => {
  for (const one of type.includes('$') ? TEMPLATES.get(type)! : [type])
    expect(LOG, one).toHaveProperty([one]);
});

test('every `type:` of the sources that looks like an audit entry has words for the log', () => {
  const literals = sources().flatMap((source) =>
    [...source.matchAll(/\btype: '([a-z_-]+\.[a-z_-]+)'/g)].map((match) => match[1]!),
  );
  expect(literals.length).toBeGreaterThan(30);
  expect(literals.filter((type) => !(type in LOG))).toEqual([]);
});

test('every text of the history can be said in both languages', () => {
  for (const { text, across } of Object.values(LOG))
    for (const locale of LOCALES)
      for (const key of [text, across ?? text])
        expect(say(locale, key, { answer: 'x', name: 'y', other: 'z', seq: 1, n: 1 })).not.toBe('');
});

test('what one side does inside is not told across', () => {
  const inner = Object.entries(HISTORY).filter(([, { seen, across }]) => seen === 'own' && !across);
  const names = inner.map(([type]) => type);
  for (const type of ['inspection.leader-asked', 'inspection.approved', 'notice.answered', 'team.set'])
    expect(names).toContain(type);
  for (const kind of STEP_KINDS.filter((one) => one !== 'cross'))
    expect(HISTORY[`step.${kind}`]?.seen).toBe('spoken');
});
