import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../../src/config.ts';
import { SETTINGS } from '../../src/config-settings.ts';
import { createMetrics } from '../../src/metrics.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string) => readFileSync(`${ROOT}/${name}`, 'utf8');
const TOKEN = '123456789:AAExampleExampleExampleExampleExamp';

/** The figures of ours that a text asks for, those of a histogram by its own name. */
const figuresIn = (text: string): string[] => {
  const named = [...text.matchAll(/\bphoihop_[a-z0-9_]+/g)].map(([name]) => name);
  return [...new Set(named.map((name) => name.replace(/_(bucket|sum|count)$/, '')))].sort();
};
const given = async () => figuresIn(await createMetrics().registry.metrics());

describe('figures', () => {
  type Panel = { id: number; title: string; targets: { expr: string }[] };
  const { panels } = JSON.parse(read('deploy/grafana.json')) as { panels: Panel[] };
  const asked = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

  test('the dashboard shows every figure of ours, and none that is not given out', async () => {
    expect(figuresIn(asked.join('\n'))).toEqual(await given());
    expect(asked.filter((expr) => !/phoihop_\w+\{job="\$job"/.test(expr))).toEqual([]);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });

  test('every alert asks for figures that are given out, and each of its names is tested', async () => {
    type Rules = { groups: { rules: { alert: string; expr: string }[] }[] };
    const rules = (parse(read('docs/alerts/phoi-hop.rules.yml')) as Rules).groups.flatMap((one) => one.rules);
    const known = await given();
    for (const { alert, expr } of rules) {
      expect([alert, figuresIn(expr).filter((name) => !known.includes(name))]).toEqual([alert, []]);
      expect([alert, figuresIn(expr).length > 0 || expr.includes('up{')]).toEqual([alert, true]);
      expect(read('docs/alerts/phoi-hop.test.yml')).toContain(`alertname: ${alert}`);
    }
  });
});

describe('compose.yaml', () => {
  type Service = Record<string, unknown> & { environment?: Record<string, unknown>; volumes?: string[] };
  const source = read('compose.yaml');
  const file = parse(source, { merge: true }) as {
    services: Record<string, Service>;
    volumes: Record<string, null>;
  };
  const { bot, admin, postgres } = file.services;
  /** As compose fills it in. */
  const filled = (value: unknown) => String(value).replace(/\$\{(\w+)[^}]*\}/g, 'A1b2C3');

  test('sets only what .env.example knows, to what the program takes', () => {
    const settings = Object.entries(bot!.environment!).map(([name, value]) => [name, filled(value)]);
    expect(settings.map(([name]) => name).filter((name) => !Object.keys(SETTINGS).includes(name!))).toEqual(
      [],
    );
    const parsed = parseConfig({ BOT_TOKEN: TOKEN, ...Object.fromEntries(settings) });
    expect(parsed).toEqual({ ok: true, config: expect.objectContaining({ redisUrl: 'redis://redis:6379' }) });
    expect(admin!.environment).toEqual(bot!.environment);
  });

  test('what compose itself is told stands in .env.example, and its line does not stop the program', () => {
    const told = [...new Set([...source.matchAll(/\$\{(\w+)/g)].map(([, name]) => name!))];
    expect(told).toContain('POSTGRES_PASSWORD');
    for (const name of told) {
      expect(read('.env.example')).toMatch(new RegExp(`^# ${name}=$`, 'm'));
      expect(parseConfig({ BOT_TOKEN: TOKEN }, `${name}=A1b2C3`)).toEqual(parseConfig({ BOT_TOKEN: TOKEN }));
    }
  });

  test('the program and the operator work on the same data and the same backups, which outlast the containers', () => {
    expect(admin!.volumes).toEqual(bot!.volumes);
    const mounted = Object.values(file.services).flatMap(({ volumes = [] }) => volumes);
    const [named, folders] = [
      mounted.filter((one) => !one.startsWith('.')),
      mounted.filter((one) => one.startsWith('.')),
    ];
    expect(new Set(named.map((one) => one.split(':')[0]))).toEqual(new Set(Object.keys(file.volumes)));
    expect(new Set(folders)).toEqual(new Set(['./org:/org:ro']));
    for (const folder of ['/app/.data', '/backups']) {
      expect(named.map((one) => one.split(':')[1])).toContain(folder);
      expect(read('Dockerfile')).toMatch(new RegExp(`^VOLUME .*${folder}`, 'm'));
    }
  });

  test('the server takes the password that the program logs in with, and is not open to the outside', () => {
    const { username, password, hostname, pathname } = new URL(filled(bot!.environment!.DATABASE_OWNER_URL));
    expect([username, password, hostname, pathname]).toEqual([
      postgres!.environment!.POSTGRES_USER,
      filled(postgres!.environment!.POSTGRES_PASSWORD),
      'postgres',
      `/${postgres!.environment!.POSTGRES_DB}`,
    ]);
    expect([postgres!.ports, file.services.redis!.ports]).toEqual([undefined, undefined]);
    expect(bot!.ports).toEqual(['127.0.0.1:3000:3000']);
  });
});

describe('the files of an installation', () => {
  test('systemd units start what is there', () => {
    for (const name of readdirSync(`${ROOT}/deploy`).filter((one) => one.endsWith('.service')))
      for (const [, path] of read(`deploy/${name}`).matchAll(/node --import tsx (\S+\.ts)/g))
        expect([name, path, existsSync(`${ROOT}/${path}`)]).toEqual([name, path, true]);
  });

  test('the reverse proxy passes the webhook and the calendars on, and nothing else', () => {
    const locations = read('deploy/nginx.conf')
      .split(/^ {2}location /m)
      .slice(1);
    const passed = locations.filter((one) => one.includes('proxy_pass'));
    expect(passed.map((one) => one.split(' {')[0])).toEqual(['= /telegram', '/lich/']);
    expect(locations.at(-1)).toMatch(/^\/ \{\s*return 404;/);
    expect(read('.env.example')).toMatch(/^PORT=3000$/m);
  });

  test('the operations page names every file of deploy/, and none that is not there', () => {
    const page = read('docs/operations.md');
    const named = [...page.matchAll(/deploy\/([\w-]+\.\w+)/g)].map(([, name]) => name);
    expect([...new Set(named)].sort()).toEqual(readdirSync(`${ROOT}/deploy`).sort());
  });
});
