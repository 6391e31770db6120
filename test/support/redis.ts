/**
 * The Redis of this test worker, undefined when the tests run without one (no REDIS_URL: the queue lives in Postgres).
 * Each worker has a database number of its own, 1–15; test files of one worker run one after another and share it.
 */
export function redisUrlForTests(): string | undefined {
  const given = process.env.REDIS_URL;
  if (!given) return undefined;
  const url = new URL(given);
  url.pathname = `/${1 + (Number(process.env.VITEST_POOL_ID ?? 0) % 15)}`;
  return url.href;
}
