import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serverEvents } from './serverEvents.ts';

async function read(chunks: readonly Uint8Array[]): Promise<readonly string[]> {
  const events: string[] = [];
  for await (const data of serverEvents(streamOf(chunks))) {
    events.push(data);
  }
  return events;
}

function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('reading server-sent events', () => {
  it('gives the data of each event in order, however the bytes are cut', async () => {
    const texts = fc.array(
      fc.string({ unit: 'grapheme' }).map((text) => JSON.stringify(text)),
      { maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }),
        async (events, cuts) => {
          const whole = bytes(events.map((event) => `data: ${event}\n\n`).join(''));
          const chunks: Uint8Array[] = [];
          for (let at = 0, cut = 0; at < whole.length; cut++) {
            const length = cuts[cut % cuts.length] ?? 1;
            chunks.push(whole.slice(at, at + length));
            at += length;
          }
          expect(await read(chunks)).toEqual(events);
        },
      ),
    );
  });

  it('reads CRLF, joins several data lines and skips comments and other fields', async () => {
    const text = ': còn sống\r\n\r\nevent: x\r\nid: 1\r\ndata: một\r\ndata:hai\r\n\r\n';
    expect(await read([bytes(text)])).toEqual(['một\nhai']);
  });

  it('drops an event that the end cuts off', async () => {
    expect(await read([bytes('data: 1\n\ndata: 2\n')])).toEqual(['1']);
  });

  it('lets go of the stream when the reader stops early', async () => {
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(bytes('data: lại\n\n')),
      cancel: () => {
        cancelled = true;
      },
    });
    for await (const data of serverEvents(endless)) {
      expect(data).toBe('lại');
      break;
    }
    expect(cancelled).toBe(true);
  });
});
