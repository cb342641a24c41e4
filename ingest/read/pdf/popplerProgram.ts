import { spawn } from 'node:child_process';

/** Word boxes take ten times the room of the text itself. */
const outputLimitBytes = 256 * 1024 * 1024;
const longestComplaint = 10_000;

export type Ended = { readonly code: number; readonly stderr: string };

/**
 * Runs one of poppler's programs with a cap on its address space where the system has one; `take` gets its output as it
 * comes. Rejects when the program cannot start, is killed, or floods.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  memoryBytes: number,
  take: (chunk: Buffer) => void,
): Promise<Ended> {
  const capped = process.platform !== 'win32';
  const command = capped ? '/bin/sh' : program;
  const script = 'ulimit -v "$1" 2>/dev/null; shift; exec "$@"';
  const all = capped ? ['-c', script, 'sh', String(Math.ceil(memoryBytes / 1024)), program, ...args] : args;
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...all], { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    let received = 0;
    let stderr = '';
    const fail = (error: Error) => {
      child.kill('SIGKILL');
      reject(error);
    };
    child.stdout.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received > outputLimitBytes) {
        fail(new Error(`${program} printed more than ${outputLimitBytes} bytes`));
        return;
      }
      try {
        take(chunk);
      } catch (error) {
        fail(error instanceof Error ? error : new Error(String(error)));
      }
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (stderr.length < longestComplaint) stderr += chunk.toString('utf8');
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === null) reject(new Error(`${program} was ended by ${signal}`));
      else resolve({ code, stderr });
    });
  });
}

/** All that the program prints, `null` where it is missing or fails: its question stays open then. */
export async function printedBy(
  program: string,
  args: readonly string[],
  memoryBytes: number,
): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  const ended = await runProgram(program, args, memoryBytes, (chunk) => chunks.push(chunk)).catch(() => null);
  return ended?.code === 0 ? Buffer.concat(chunks) : null;
}
