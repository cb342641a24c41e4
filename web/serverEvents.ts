/**
 * The `data` of each Server-Sent Event, as it arrives. Reads from `fetch`, which `EventSource` cannot replace because it
 * sends no POST. Comments and other fields are skipped; an event that the end of the stream cuts off is dropped.
 */
export async function* serverEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let waiting = '';
  let data: string[] = [];
  const reader = body.getReader();
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      waiting += decoder.decode(step.value, { stream: true });
      const lines = waiting.split(/\r\n|\n|\r(?!$)/);
      waiting = lines.pop() ?? '';
      for (const line of lines) {
        if (line.startsWith('data:')) data.push(line.slice(line[5] === ' ' ? 6 : 5));
        if (line === '' && data.length > 0) {
          yield data.join('\n');
          data = [];
        }
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
