import { HttpError } from 'grammy';
import { expect, it } from 'vitest';
import { repeatWhatDidNotArrive } from './retry.ts';

const over = {
  ok: false as const,
  error_code: 429,
  description: 'Too Many Requests',
  parameters: { retry_after: 30 },
};

/** Calls through the transformer, stops the product at the first answer, and counts how often the server was asked. */
async function stoppedMeanwhile(answer: () => Promise<typeof over>): Promise<number> {
  const stopping = new AbortController();
  let calls = 0;
  const transformer = repeatWhatDidNotArrive(stopping.signal);
  const ask = () => {
    calls += 1;
    queueMicrotask(() => setImmediate(() => stopping.abort()));
    return answer();
  };
  await transformer(ask as never, 'sendMessage', { chat_id: 1, text: 'một' }, undefined).catch(
    () => undefined,
  );
  return calls;
}

it('asks nothing before its time of a server that wants to be left alone, not even at the end', async () => {
  expect(await stoppedMeanwhile(async () => over)).toBe(1);
});

it('tries once more at the end what never reached the server', async () => {
  const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  const unreached = () => Promise.reject(new HttpError('unreached', refused));
  expect(await stoppedMeanwhile(unreached)).toBe(2);
});
