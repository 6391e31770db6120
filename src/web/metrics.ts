import type { Hono } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Metrics } from '../metrics.ts';

/** Counts every answer by its route; `names` gives a route that comes from a setting the word it is counted under. */
export function countRequests(app: Hono, metrics: Metrics, names: ReadonlyMap<string, string>): void {
  app.use(async (c, next) => {
    const stop = metrics.httpSeconds.startTimer();
    await next();
    // The pattern, never the path: a path can hold a secret, and every new one would be a new series.
    const pattern = matchedRoutes(c).findLast(({ path }) => path !== '/*')?.path ?? 'none';
    const route = names.get(pattern) ?? pattern;
    // A method is any word that a stranger likes.
    const method = METHODS.has(c.req.method) ? c.req.method : 'other';
    metrics.httpRequests.inc({ method, route, status: c.res.status });
    stop({ route });
  });
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Gives all figures out at GET /metrics. */
export function addMetrics(app: Hono, metrics: Metrics): void {
  app.get('/metrics', async (c) =>
    c.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType }),
  );
}
