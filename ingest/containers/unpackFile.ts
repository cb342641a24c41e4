import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { IngestLimits } from '../../config.ts';
import { refusal } from '../parseAnswer.ts';
import { answerOfChild, readInChild } from '../readInChild.ts';
import { unreadable } from '../texts.ts';
import { mayBeContainer } from './containerKind.ts';
import type { UnpackAnswer } from './message.ts';
import { CONTAINER_LIMITS, type Member, type Unpacked } from './unpacked.ts';

const childScript = fileURLToPath(new URL('./unpackChild.ts', import.meta.url));
const megabyte = 1024 * 1024;

const unpackAnswer = z.union([
  z.object({
    status: z.literal('unpacked'),
    members: z.array(
      z.object({
        fileName: z.string(),
        byteLength: z.number().int().nonnegative(),
        refusal: z.string().nullable(),
      }),
    ),
    warnings: z.array(z.string()),
  }),
  z.object({ status: z.literal('single') }),
  refusal,
]) satisfies z.ZodType<UnpackAnswer>;

function unpackedOf(output: Uint8Array, fileName: string): Unpacked | null {
  const end = output.indexOf(0x0a);
  const head = output.subarray(0, end === -1 ? output.length : end);
  const answer = answerOfChild(head, fileName, unpackAnswer, unreadable);
  if (answer.status === 'single') return null;
  let at = end + 1;
  const members = answer.members.map(({ byteLength, ...member }): Member => {
    const bytes = output.subarray(at, at + byteLength);
    at += byteLength;
    return { ...member, bytes };
  });
  if (at !== output.length) throw unreadable(fileName, 'the answer is shorter or longer than it says');
  return { members, warnings: answer.warnings };
}

/**
 * The documents in an archive or a letter (in archives and letters in it, too), taken out in a process of its own that is
 * held to `limits`; `null` for a file that is no container. Nothing is written to a disk. Throws a `KnownError` that names the
 * container and says what to do.
 */
export async function unpackFile(
  bytes: Uint8Array,
  fileName: string,
  limits: IngestLimits,
): Promise<Unpacked | null> {
  if (!mayBeContainer(bytes, fileName)) return null;
  const own: IngestLimits = { ...limits, outputBytes: CONTAINER_LIMITS.totalBytes + megabyte };
  const reader = { script: childScript, unreadable, mostBytes: limits.fileBytes };
  return unpackedOf(await readInChild(bytes, fileName, own, reader), fileName);
}
