// broken.cjs NAME FILE: what did not pass in a run of vitest, from its JSON report, a few lines each.
const { readFileSync } = require('node:fs');
const { relative } = require('node:path');

const [name, file] = process.argv.slice(2);
const LINES = 12;

function tell(status, where, message) {
  process.stdout.write(`${name}: ${status}: ${where}\n`);
  if (message) process.stdout.write(`${message.split('\n').slice(0, LINES).join('\n')}\n`);
}

for (const result of JSON.parse(readFileSync(file, 'utf8')).testResults) {
  const path = relative('.', result.name);
  if (result.status === 'failed' && result.assertionResults.length === 0)
    tell('failed', path, result.message);
  for (const test of result.assertionResults) {
    if (test.status !== 'passed')
      tell(test.status, `${path}: ${test.fullName}`, test.failureMessages?.join('\n'));
  }
}
