import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { ROOMS_OF_ALL_PAIRS } from '../support/rooms-of-all-pairs.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DECISION = 'docs/decisions/0033-two-users-of-the-database.md';
const WIDENS = ['scopeTo', 'withPairs'];

const isAll = (node: ts.Node): boolean =>
  (ts.isStringLiteralLike(node) && node.text === 'all') ||
  ts.forEachChild(node, (child) => isAll(child) || undefined) === true;

/** Whether the code, not its types, names a scope of all pairs: as a scope, as an argument of what widens one, or in SQL. */
function widens(node: ts.Node): boolean {
  if (ts.isTypeNode(node)) return false;
  if (ts.isPropertyAssignment(node) && node.name.getText() === 'pairs' && isAll(node.initializer))
    return true;
  if (ts.isCallExpression(node)) {
    const name = node.expression.getText();
    if (name === 'acrossPairs') return true;
    if (WIDENS.includes(name) && node.arguments.slice(1, 2).some(isAll)) return true;
  }
  if (
    (ts.isStringLiteralLike(node) ||
      ts.isTemplateExpression(node) ||
      ts.isNoSubstitutionTemplateLiteral(node)) &&
    /set_config\('app\.pairs'|set (?:local )?app\.pairs/i.test(node.getText())
  )
    return !/before!\.pairs|scope!\.pairs/.test(node.getText());
  return ts.forEachChild(node, (child) => widens(child) || undefined) === true;
}

const roomsOf = (text: string) => widens(ts.createSourceFile('room.ts', text, ts.ScriptTarget.Latest, true));

const found = ['src', 'commands', 'jobs', 'db']
  .flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
  )
  .filter((name) => name.endsWith('.ts') && roomsOf(readFileSync(join(ROOT, name), 'utf8')))
  .sort();

test('whoever works with every pair in sight stands in the list, and nobody else does', () => {
  expect(found).toEqual(Object.keys(ROOMS_OF_ALL_PAIRS));
});

test('the decision says the same, with the reason', () => {
  const decision = readFileSync(join(ROOT, DECISION), 'utf8');
  const lines = [...decision.matchAll(/^\| `([^`]+)` +\| (.+?) +\|$/gm)].map(([, room, why]) => [
    room!,
    why!,
  ]);
  expect(lines).toEqual(Object.entries(ROOMS_OF_ALL_PAIRS));
});

test.each([
  ["office.work({ pairs: 'all' }, work)", true],
  ["const everything: Scope = { pairs: isWide ? 'all' : [1] };", true],
  ["scopeTo(tx, 'all')", true],
  ["withPairs(work, more ? 'all' : [1], fn)", true],
  ['acrossPairs(work, fn)', true],
  ["sql`select set_config('app.pairs', '*', true)`", true],
  ['office.work({ pairs: [1] }, work)', false],
  ["type Scope = { pairs: number[] } | { pairs: 'all' };", false],
  ["readCalendar(work, actor, 'all', 0)", false],
])('%s: %s', (text, isWide) => {
  expect(roomsOf(text)).toBe(isWide);
});
