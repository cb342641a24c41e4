import type { ChannelLog } from '../channels/channelLog.ts';
import type { DeliveryEvents } from '../delivery/events.ts';
import type { Respond } from '../message.ts';
import { createRegistry, type Sample } from './prometheus.ts';
import { watchSends } from './sends.ts';

/** In seconds: a quoted answer takes a fraction of one, a report or a model several. */
const ANSWER_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** In seconds: a messenger is told at once that its message was taken. */
const ACCEPT_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 5];

/** Rows of the inbox and the outbox that have not come to a good end. */
export type MessageCount = {
  readonly channel: string;
  readonly box: string;
  readonly state: string;
  readonly rows: number;
  /** Of the oldest of them, in seconds. */
  readonly oldest: number;
};

export type MetricsOptions = {
  readonly countMessages: () => Promise<readonly MessageCount[]>;
  readonly countUploads: () => Promise<readonly { readonly stage: string; readonly uploads: number }[]>;
  /** Where each messenger's server is: host name → channel. */
  readonly channelOfHost: ReadonlyMap<string, string>;
  /** The messengers, and whether their servers take us. */
  readonly connections?: () => readonly { readonly channel: string; readonly isConnected: boolean }[];
  /** What was told of before the inbox and will never get into it. */
  readonly countRefused?: () => Promise<number>;
  readonly onError: (error: unknown) => void;
};

/** The figures of this process: numbers of things and how long they took, by channel. No words, no people, no ids. */
export type Metrics = {
  /** The same core, watched. */
  readonly measured: (respond: Respond) => Respond;
  /** The same log, with its warnings and errors counted by channel. */
  readonly watched: (log: ChannelLog, channel: string) => ChannelLog;
  /** How long it took until a message was taken. */
  readonly accepted: (channel: string, seconds: number) => void;
  readonly delivery: DeliveryEvents;
  readonly text: () => Promise<string>;
  readonly stop: () => void;
};

export function createMetrics({
  countUploads,
  countMessages,
  channelOfHost,
  connections = () => [],
  countRefused = async () => 0,
  onError,
}: MetricsOptions): Metrics {
  const registry = createRegistry(onError);
  const answers = registry.counter('dat_chuan_answers_total', 'Replies by channel and outcome.');
  const answerSeconds = registry.histogram(
    'dat_chuan_answer_seconds',
    'From a message to the end of its reply.',
    ANSWER_SECONDS,
  );
  const acceptSeconds = registry.histogram(
    'dat_chuan_accept_seconds',
    'From a message to its being taken; channels that are polled have none.',
    ACCEPT_SECONDS,
  );
  const sends = registry.counter(
    'dat_chuan_sends_total',
    'Messages sent to a messenger, by what its server said: answered, refused (status 400 and above), failed (no answer).',
  );
  const problems = registry.counter(
    'dat_chuan_channel_problems_total',
    'Warnings and errors that a channel wrote to the log.',
  );
  const inboxSeconds = registry.histogram(
    'dat_chuan_inbox_seconds',
    'Until what a messenger told of was stored.',
    ACCEPT_SECONDS,
  );
  const deliveries = registry.counter(
    'dat_chuan_deliveries_total',
    'Messages handed to a messenger by what came of it: sent, wait (asked to), unreached, unsure, refused, gone. again: an earlier process may have sent it already.',
  );
  const failures = registry.counter(
    'dat_chuan_update_failures_total',
    'Updates that failed: retried, or parked after too many tries.',
  );
  registry.gauge(
    'dat_chuan_messages',
    'Updates (inbox) and messages (outbox) by state; waiting and sending are the queue, the others did not end well.',
    async () =>
      (await countMessages()).map(({ channel, box, state, rows }) => ({
        labels: { channel, box, state },
        value: rows,
      })),
  );
  registry.gauge(
    'dat_chuan_messages_oldest_seconds',
    'Age of the oldest update or message that waits.',
    async () =>
      (await countMessages())
        .filter(({ state }) => state === 'waiting')
        .map(({ channel, box, oldest }) => ({ labels: { channel, box }, value: oldest })),
  );
  registry.gauge(
    'dat_chuan_channel_connected',
    'Whether the server of a messenger takes us: 0 while it is away or refuses the token.',
    () =>
      connections().map(({ channel, isConnected }) => ({ labels: { channel }, value: isConnected ? 1 : 0 })),
  );
  registry.gauge(
    'dat_chuan_refused_updates',
    'Updates that the inbox will never take; they are kept in a file beside it for a week.',
    async () => one(await countRefused()),
  );
  registry.gauge('dat_chuan_uploads', 'Uploads at each stage; waiting and reading are the queue.', async () =>
    (await countUploads()).map(({ stage, uploads }) => ({ labels: { stage }, value: uploads })),
  );
  registry.gauge('process_resident_memory_bytes', 'Resident memory.', () => one(process.memoryUsage.rss()));
  registry.gauge('nodejs_heap_used_bytes', 'Memory in use on the JavaScript heap.', () =>
    one(process.memoryUsage().heapUsed),
  );
  registry.gauge('process_uptime_seconds', 'Since when this process runs.', () => one(process.uptime()));
  const stop = watchSends(channelOfHost, (channel, result) => sends.add({ channel, result }));

  return {
    measured: (respond) =>
      async function* measured(message) {
        const { channel } = message;
        const begun = performance.now();
        for await (const part of respond(message)) {
          if (part.kind === 'done') {
            answers.add({ channel, outcome: part.outcome });
            answerSeconds.observe({ channel }, (performance.now() - begun) / 1000);
          }
          yield part;
        }
      },
    watched: (log, channel) => ({
      info: (fields, message) => log.info(fields, message),
      warn(fields, message) {
        problems.add({ channel, level: 'warn' });
        log.warn(fields, message);
      },
      error(fields, message) {
        problems.add({ channel, level: 'error' });
        log.error(fields, message);
      },
    }),
    accepted: (channel, seconds) => acceptSeconds.observe({ channel }, seconds),
    delivery: {
      accepted: (channel, seconds) => inboxSeconds.observe({ channel }, seconds),
      sent: (channel, outcome, again) => deliveries.add({ channel, outcome, again: String(again) }),
      failed: (channel, how) => failures.add({ channel, how }),
    },
    text: registry.text,
    stop,
  };
}

const one = (value: number): readonly Sample[] => [{ labels: {}, value }];
