import { createHash, timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { CONTENT_TYPE } from '../../metrics/prometheus.ts';
import { isLoopbackName } from './sameOrigin.ts';

/** What somebody who looks after the program may ask of it. */
export type Health = {
  /** The parts that have to work, by name, and whether they do. Takes no longer than a few seconds. */
  readonly ready: () => Promise<Readonly<Record<string, boolean>>>;
  /** The figures, in Prometheus' text format. */
  readonly metrics: () => Promise<string>;
  /** Who shows it may read the figures; `null`: programs on this machine may, whom no proxy sends. */
  readonly metricsToken: string | null;
  /** A proxy shows the server to the world. Not every one says for whom it asks, so then the token alone counts. */
  readonly behindProxy: boolean;
};

/**
 * - `GET /healthz` → 200 as long as the process answers
 * - `GET /readyz` → 200 or 503, with `{ready, parts}`: which parts work, and no word on why not
 * - `GET /metrics` → figures, for who may (`Health.metricsToken`); 403 for others
 */
export function healthRoutes({ ready, metrics, metricsToken, behindProxy }: Health): Hono {
  const app = new Hono();
  for (const path of ['/healthz', '/readyz', '/metrics']) {
    app.use(path, async (context, next) => {
      await next();
      context.header('Cache-Control', 'no-store');
    });
  }
  app.get('/healthz', (context) => context.json({ ok: true }));
  app.get('/readyz', async (context) => {
    const parts = await ready();
    const all = Object.values(parts).every(Boolean);
    return context.json({ ready: all, parts }, all ? 200 : 503);
  });
  app.get('/metrics', async (context) => {
    const allowed =
      metricsToken === null ? !behindProxy && isLocal(context) : showsToken(context, metricsToken);
    if (!allowed) return context.text('METRICS_TOKEN', 403);
    return context.body(await metrics(), 200, { 'Content-Type': CONTENT_TYPE });
  });
  return app;
}

/** A proxy on this machine comes from here as well, but says for whom, or asks by the name people use. */
function isLocal(context: Context): boolean {
  const { address } = getConnInfo(context).remote;
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some(
    (name) => context.req.header(name) !== undefined,
  );
  return (
    !forwarded &&
    /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(address ?? '') &&
    isLoopbackName(context.req.header('host'))
  );
}

function showsToken(context: Context, token: string): boolean {
  const shown = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1] ?? '';
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(shown), hash(token));
}
