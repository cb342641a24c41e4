import { createServer, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import type { Respond } from '../message.ts';
import { messengerHosts } from './messengerHosts.ts';
import { createMetrics, type Metrics, type MetricsOptions } from './metrics.ts';
import { createRegistry } from './prometheus.ts';

const opened: Metrics[] = [];
const errors: unknown[] = [];
afterEach(() => {
  for (const metrics of opened.splice(0)) metrics.stop();
  errors.length = 0;
});
const metricsOf = (options: Partial<MetricsOptions> = {}): Metrics => {
  const metrics = createMetrics({
    countUploads: async () => [{ stage: 'waiting', uploads: 3 }],
    countMessages: async () => [
      { channel: 'telegram', box: 'outbox', state: 'waiting', rows: 7, oldest: 12 },
      { channel: 'telegram', box: 'inbox', state: 'parked', rows: 1, oldest: 99 },
    ],
    channelOfHost: new Map(),
    connections: () => [{ channel: 'zalo-bot', isConnected: false }],
    countRefused: async () => 2,
    onError: (error) => errors.push(error),
    ...options,
  });
  opened.push(metrics);
  return metrics;
};

describe('the text for Prometheus', () => {
  it('has cumulative buckets, sums and counts, and escapes labels', async () => {
    const registry = createRegistry(() => undefined);
    const seconds = registry.histogram('a_seconds', 'How long\nit took.', [0.5, 1]);
    for (const value of [0.2, 0.5, 0.7, 9]) seconds.observe({ channel: 'web' }, value);
    registry.counter('b_total', 'Things.').add({ name: 'a "b" \\ c\n' }, 2);
    expect(await registry.text()).toBe(
      [
        '# HELP a_seconds How long\\nit took.',
        '# TYPE a_seconds histogram',
        'a_seconds_bucket{channel="web",le="0.5"} 2',
        'a_seconds_bucket{channel="web",le="1"} 3',
        'a_seconds_bucket{channel="web",le="+Inf"} 4',
        'a_seconds_sum{channel="web"} 10.4',
        'a_seconds_count{channel="web"} 4',
        '# HELP b_total Things.',
        '# TYPE b_total counter',
        'b_total{name="a \\"b\\" \\\\ c\\n"} 2',
        '',
      ].join('\n'),
    );
  });
});

describe('the figures', () => {
  it('count answers and problems by channel, and hold no words of anybody', async () => {
    const metrics = metricsOf();
    const core: Respond = async function* () {
      yield { kind: 'progress', text: 'đang tìm' };
      yield { kind: 'done', outcome: 'quoted', choices: [] };
    };
    const message = {
      channel: 'telegram',
      conversation: 'chat-bimat',
      sender: 'nguoi-bimat',
      isPrivate: true,
      text: 'câu hỏi riêng',
    } as const;
    const kinds: string[] = [];
    for await (const { kind } of metrics.measured(core)(message)) kinds.push(kind);
    expect(kinds).toEqual(['progress', 'done']);
    const said: string[] = [];
    const note = (_: object, words: string) => said.push(words);
    const log = metrics.watched({ info: note, warn: note, error: note }, 'telegram');
    log.info({}, 'một');
    log.warn({}, 'hai');
    expect(said).toEqual(['một', 'hai']);
    metrics.accepted('zalo-bot', 0.02);
    metrics.delivery.accepted('telegram', 0.004);
    metrics.delivery.sent('telegram', 'sent', true);
    metrics.delivery.failed('telegram', 'parked');

    const text = await metrics.text();
    expect(text).toContain('dat_chuan_answers_total{channel="telegram",outcome="quoted"} 1');
    expect(text).toContain('dat_chuan_answer_seconds_count{channel="telegram"} 1');
    expect(text).toContain('dat_chuan_accept_seconds_bucket{channel="zalo-bot",le="0.025"} 1');
    expect(text).toContain('dat_chuan_channel_problems_total{channel="telegram",level="warn"} 1');
    expect(text).toContain('dat_chuan_inbox_seconds_count{channel="telegram"} 1');
    expect(text).toContain('dat_chuan_deliveries_total{channel="telegram",outcome="sent",again="true"} 1');
    expect(text).toContain('dat_chuan_update_failures_total{channel="telegram",how="parked"} 1');
    expect(text).toContain('dat_chuan_messages{channel="telegram",box="outbox",state="waiting"} 7');
    expect(text).toContain('dat_chuan_messages_oldest_seconds{channel="telegram",box="outbox"} 12');
    expect(text).toContain('dat_chuan_channel_connected{channel="zalo-bot"} 0');
    expect(text).toContain('dat_chuan_refused_updates 2');
    expect(text).toContain('dat_chuan_uploads{stage="waiting"} 3');
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(text).not.toMatch(/bimat|riêng/);
  });

  it('are told without the one that cannot be read', async () => {
    const metrics = metricsOf({ countUploads: () => Promise.reject(new Error('no database')) });
    const text = await metrics.text();
    expect(text).not.toContain('dat_chuan_uploads');
    expect(text).toContain('process_uptime_seconds');
    expect(errors).toHaveLength(1);
  });

  it('count what is sent to a messenger, however it is asked for, and no typing sign', async () => {
    const server = createServer((incoming, response) => {
      response.statusCode = incoming.url?.endsWith('/sendPhoto') === true ? 429 : 200;
      incoming.resume().on('end', () => response.end('{}'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const root = `http://127.0.0.1:${port}`;
    const config = readConfig({ TELEGRAM_BOT_TOKEN: `1:${'a'.repeat(30)}`, TELEGRAM_API_ROOT: root });
    const metrics = metricsOf({ channelOfHost: messengerHosts(config) });
    const post = (method: string) =>
      new Promise<void>((resolve) => {
        const outgoing = request(`${root}/bot1:secret/${method}`, { method: 'POST' }, (response) =>
          response.resume().on('end', resolve),
        );
        outgoing.on('error', () => resolve());
        outgoing.end('{}');
      });
    for (const method of ['sendMessage', 'editMessageText', 'sendChatAction', 'getUpdates'])
      await post(method);
    for (const method of ['sendPhoto', 'getMe']) await (await fetch(`${root}/bot1:secret/${method}`)).text();
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    await post('sendMessage');
    await expect(fetch(`${root}/bot1:secret/sendMessage`)).rejects.toThrow();
    await delay(0);
    const text = await metrics.text();
    expect(text).toContain('dat_chuan_sends_total{channel="telegram",result="answered"} 2');
    expect(text).toContain('dat_chuan_sends_total{channel="telegram",result="refused"} 1');
    expect(text).toContain('dat_chuan_sends_total{channel="telegram",result="failed"} 2');
    expect(text).not.toContain('secret');
  });
});
