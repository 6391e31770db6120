import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { STEP_KINDS } from '../../src/domain/request.ts';
import { LOCALES, say } from '../../src/locales/index.ts';
import { HISTORY } from '../../src/usecases/view/history-table.ts';

const USECASES = fileURLToPath(new URL('../../src/usecases', import.meta.url));

/** Entries about people, accounts and the organisation never bear an inspection: no card has them. */
const OFF_THE_CARD = ['account', 'invitation', 'consent', 'person', 'org', 'group'];

const PENDING = ['change', 'stop', 'not_held'];

/** What the templates can become; a template that is not here fails the test. */
const TEMPLATES = new Map<string, string[]>([
  [`\${asks}.proposed`, PENDING.map((kind) => `${kind}.proposed`)],
  [`\${current.kind}.crossed`, ['proposal', ...PENDING].map((kind) => `${kind}.crossed`)],
  [`\${request.kind}.\${answer}`, PENDING.flatMap((kind) => [`${kind}.confirmed`, `${kind}.refused`])],
  [`\${request.kind}.recalled`, PENDING.map((kind) => `${kind}.recalled`)],
  [`proposal.\${answer}`, ['proposal.received', 'proposal.to_leader', 'proposal.direct_talk']],
  [`proposal.\${given.decision}`, ['proposal.agreed', 'proposal.countered', 'proposal.declined']],
  [`step.\${step.kind}`, STEP_KINDS.filter((kind) => kind !== 'cross').map((kind) => `step.${kind}`)],
]);

/** The first `type:` after each call that writes an audit entry, literal, chosen or by template. */
function recordedTypes(): string[] {
  const files = readdirSync(USECASES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return files.flatMap((name) => {
    const source = readFileSync(join(USECASES, name), 'utf8');
    const calls = source.split(/\brecord(?:About)?\(work,/).slice(1);
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

test('every text of the history can be said in both languages', () => {
  for (const { text, across } of Object.values(HISTORY))
    for (const locale of LOCALES)
      for (const key of [text, across ?? text])
        expect(say(locale, key, { answer: 'x', name: 'y', other: 'z' })).not.toBe('');
});

test('what one side does inside is not told across', () => {
  const inner = Object.entries(HISTORY).filter(([, { seen, across }]) => seen === 'own' && !across);
  const names = inner.map(([type]) => type);
  for (const type of ['inspection.leader-asked', 'inspection.approved', 'notice.answered', 'team.set'])
    expect(names).toContain(type);
  for (const kind of STEP_KINDS.filter((one) => one !== 'cross'))
    expect(HISTORY[`step.${kind}`]?.seen).toBe('spoken');
});
