import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ReplyPart } from '../../message.ts';
import { webTexts } from './texts.ts';

const failure: readonly ReplyPart[] = [
  { kind: 'block', block: { kind: 'text', text: webTexts.answerFailed, tone: 'warning' } },
  { kind: 'done', outcome: 'error', choices: [] },
];

/** Which account it was worked out for is the core's matter. */
const forPage = (key: string, value: unknown) => (key === 'account' ? undefined : value);

/**
 * Streams a reply as Server-Sent Events: one event per part, its `data` the part as JSON. It always ends with a
 * `done` part, also when the reply breaks off. When the reader goes away the reply is told to stop, and `onLeft` is called.
 */
export function streamReply(
  context: Context,
  parts: AsyncIterable<ReplyPart>,
  onError: (error: unknown) => void,
  onLeft: () => void,
): Response {
  return streamSSE(context, async (stream) => {
    const iterator = parts[Symbol.asyncIterator]();
    const stop = () => Promise.resolve(iterator.return?.()).catch(onError);
    stream.onAbort(async () => {
      // A generator that waits hears of its end only when it goes on.
      onLeft();
      await stop();
    });
    const send = (part: ReplyPart) => stream.writeSSE({ data: JSON.stringify(part, forPage) });
    try {
      for (let step = await iterator.next(); ; step = await iterator.next()) {
        if (stream.aborted) return;
        if (step.done === true) throw new Error('the reply ended without a "done" part');
        await send(step.value);
        if (step.value.kind === 'done') {
          await stop();
          return;
        }
      }
    } catch (error) {
      if (stream.aborted) return;
      onError(error);
      for (const part of failure) await send(part);
    }
  });
}
