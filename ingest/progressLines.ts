import { type ParseProgress, progressMark } from './parseMessage.ts';

/** Numbers that a child may well have said; it may have been made to say anything. */
function progressOf(line: string): ParseProgress | null {
  try {
    const { progress } = JSON.parse(line);
    const { done, all } = progress ?? {};
    return Number.isInteger(done) && Number.isInteger(all) && done >= 0 && done <= all ? { done, all } : null;
  } catch {
    return null;
  }
}

/**
 * Takes the lines of progress off the front of a child's output: called with each chunk, gives what of it belongs to
 * the answer, and calls `hear` for each line of progress. Pages done never go back.
 */
export function progressLines(hear: (progress: ParseProgress) => void): (chunk: Buffer) => Buffer {
  let rest = Buffer.alloc(0);
  let answering = false;
  let most = -1;
  return (chunk) => {
    if (answering) return chunk;
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const begun = rest.subarray(0, progressMark.length).toString('latin1');
      if (!progressMark.startsWith(begun)) {
        answering = true;
        return rest;
      }
      const end = rest.indexOf(0x0a);
      if (end < 0) return Buffer.alloc(0);
      const progress = progressOf(rest.subarray(0, end).toString('utf8'));
      rest = rest.subarray(end + 1);
      if (progress === null || progress.done <= most) continue;
      most = progress.done;
      hear(progress);
    }
  };
}
