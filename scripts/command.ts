import { spawn } from 'node:child_process';

export type Finished = {
  /** Exit code; 1 for a command that a signal ended. */
  readonly code: number;
  /** What it wrote to standard output; empty when `show` let it write to the terminal itself. */
  readonly stdout: string;
  /** The same for standard error. */
  readonly stderr: string;
};

export type CommandOptions = {
  readonly cwd?: string;
  /** Laid over the environment of this process; `undefined` removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Let the command write to the terminal; otherwise its output is kept for the result. */
  readonly show?: boolean;
  /** The account to run as, for commands that refuse root. */
  readonly account?: { readonly uid: number; readonly gid: number };
  /** Ends the command when the run is interrupted. */
  readonly signal: AbortSignal;
};

/** Runs a command without a shell and without input. Throws only when it cannot be started or is interrupted. */
export function run(command: string, args: readonly string[], options: CommandOptions): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: { ...process.env, ...options.env },
      stdio: ['ignore', options.show ? 'inherit' : 'pipe', options.show ? 'inherit' : 'pipe'],
      ...(options.account ?? {}),
      signal: options.signal,
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
    let interrupted: Error | null = null;
    child.once('error', (error) => {
      // Interrupted: it is waited for, so that nothing of it runs on or prints after the run has ended.
      if (child.pid === undefined) reject(error);
      else interrupted = error;
    });
    child.once('close', (code) => {
      if (interrupted !== null) return reject(interrupted);
      return resolve({
        code: code ?? 1,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
      });
    });
  });
}

/** Runs a command that must succeed and gives its standard output; the error carries the end of what it printed. */
export async function must(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<string> {
  const { code, stdout, stderr } = await run(command, args, options);
  if (code === 0) return stdout;
  const end = `${stdout}\n${stderr}`.trim().split('\n').slice(-15).join('\n');
  throw new Error(`\`${command} ${args.join(' ')}\` failed with exit code ${code}:\n${end}`);
}
