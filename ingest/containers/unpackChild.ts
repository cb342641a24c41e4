import { writeSync } from 'node:fs';
import { answer, receive, refusalOrFailure } from '../childSide.ts';
import { resultDescriptor } from '../parseMessage.ts';
import type { UnpackAnswer } from './message.ts';

/** The process in which a container is opened: one request in, one answer out, then the end. Started by `unpackFile`. */

process.on('unhandledRejection', (error) => answer(refusalOrFailure(error)));
process.on('uncaughtException', (error) => answer(refusalOrFailure(error)));

function write(bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(resultDescriptor, bytes, written);
}

try {
  const { request, bytes } = await receive();
  const { unpackAll } = await import('./unpackAll.ts');
  const unpacked = await unpackAll(bytes, request.fileName, request.mostBytes ?? bytes.length);
  if (unpacked === null) answer({ status: 'single' } satisfies UnpackAnswer);
  const { members, warnings } = unpacked;
  const listed = members.map(({ fileName, bytes: content, refusal }) => ({
    fileName,
    byteLength: content.length,
    refusal,
  }));
  write(
    Buffer.from(
      `${JSON.stringify({ status: 'unpacked', members: listed, warnings } satisfies UnpackAnswer)}\n`,
    ),
  );
  for (const member of members) write(member.bytes);
  process.exit(0);
} catch (error) {
  answer(refusalOrFailure(error));
}
