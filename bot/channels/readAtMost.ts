import { fileTooLarge } from '../../ingest/texts.ts';

/** The body of an answer, whole. Throws `file_too_large` as soon as it is longer, and what breaks it off. */
export async function readAtMost(
  body: AsyncIterable<Uint8Array>,
  name: string,
  mostBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > mostBytes) throw fileTooLarge(name, mostBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
