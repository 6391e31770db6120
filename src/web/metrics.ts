import type { Hono } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Metrics } from '../metrics.ts';

/** Counts every answer by its route, and gives all figures out at GET /metrics. */
export function addMetrics(app: Hono, metrics: Metrics): void {
  app.use(async (c, next) => {
    const stop = metrics.httpSeconds.startTimer();
    await next();
    // The pattern, never the path: a path can hold a secret, and every new one would be a new series.
    const route = matchedRoutes(c).findLast(({ path }) => path !== '/*')?.path ?? 'none';
    metrics.httpRequests.inc({ method: c.req.method, route, status: c.res.status });
    stop({ route });
  });
  app.get('/metrics', async (c) =>
    c.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType }),
  );
}
