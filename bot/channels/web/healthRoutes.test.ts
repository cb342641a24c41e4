import { request } from 'node:http';
import { expect, it } from 'vitest';
import type { Health } from './healthRoutes.ts';
import { useWebServers } from './testing.ts';

const serve = useWebServers();
const healthy: Health = {
  ready: async () => ({ database: true, queue: true }),
  metrics: async () => 'a_total 1\n',
  metricsToken: null,
  behindProxy: false,
};
const TOKEN = 'ma-doc-so-lieu-1234';

/** With any `Host`, which `fetch` does not let one set. */
function statusOf(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    outgoing.on('error', reject).end();
  });
}

it('a process that answers is alive, and ready when all its parts are', async () => {
  const { url } = await serve({ health: healthy });
  const alive = await fetch(`${url}/healthz`);
  expect(alive.status).toBe(200);
  expect(alive.headers.get('cache-control')).toBe('no-store');
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const broken = await serve({
    health: { ...healthy, ready: async () => ({ database: false, queue: true }) },
  });
  const answer = await fetch(`${broken.url}/readyz`);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ ready: false, parts: { database: false, queue: true } });
  expect((await fetch(`${broken.url}/healthz`)).status).toBe(200);
});

it('figures without a token are for this machine alone, not for those a proxy on it sends', async () => {
  const { url } = await serve({ health: healthy }, { host: '0.0.0.0' });
  const read = await fetch(`${url}/metrics`);
  expect(read.headers.get('content-type')).toContain('version=0.0.4');
  expect(await read.text()).toBe('a_total 1\n');
  expect(await statusOf(`${url}/metrics`, { 'x-forwarded-for': '203.0.113.5' })).toBe(403);
  expect(await statusOf(`${url}/metrics`, { host: 'datchuan.example.vn' })).toBe(403);
  const proxied = await serve({ health: { ...healthy, behindProxy: true } });
  expect((await fetch(`${proxied.url}/metrics`)).status).toBe(403);
});

it('figures with a token are for who shows it, from wherever', async () => {
  const { url } = await serve({ health: { ...healthy, metricsToken: TOKEN } }, { host: '0.0.0.0' });
  const elsewhere = { host: 'datchuan.example.vn', 'x-forwarded-for': '203.0.113.5' };
  expect(await statusOf(`${url}/metrics`, {})).toBe(403);
  expect(await statusOf(`${url}/metrics`, { authorization: 'Bearer khac' })).toBe(403);
  expect(await statusOf(`${url}/metrics`, { ...elsewhere, authorization: `Bearer ${TOKEN}` })).toBe(200);
});

it('the time until a question is taken is told, apart from that of its answer', async () => {
  const taken: [string, number][] = [];
  const { url } = await serve({ onAccepted: (channel, seconds) => taken.push([channel, seconds]) });
  const body = JSON.stringify({ text: 'bao nhiêu tiết?', conversation: 'cuoc-tro-chuyen-thu' });
  const headers = { 'content-type': 'application/json' };
  await (await fetch(`${url}/api/chat`, { method: 'POST', headers, body })).text();
  expect(taken).toEqual([['web', expect.any(Number)]]);
  await (await fetch(`${url}/api/chat`, { method: 'POST', headers, body: '{}' })).text();
  expect(taken).toHaveLength(1);
});
