import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';

/** Names one process beyond doubt: its number alone is given out again after it has ended. */
export type ProcessIdentity = {
  readonly pid: number;
  /** When it started, in the operating system's own words; `null` where they cannot be had. */
  readonly started: string | null;
  readonly hostname: string;
  /** Names the run of the machine since it was switched on; `null` outside Linux. */
  readonly boot: string | null;
  /** Names the space in which `pid` counts (a container has its own); `null` outside Linux. */
  readonly pidSpace: string | null;
};

/** `unknown`: it runs, or ran, where it cannot be seen from here. */
export type Liveness = 'alive' | 'dead' | 'unknown';

export async function ownIdentity(): Promise<ProcessIdentity> {
  const [started, machine] = await Promise.all([startTime(process.pid), thisMachine()]);
  return { pid: process.pid, started, ...machine };
}

/** Whether the process with this identity still runs. In doubt it counts as alive. */
export async function liveness(identity: ProcessIdentity): Promise<Liveness> {
  const machine = await thisMachine();
  if (identity.hostname !== machine.hostname) return 'unknown';
  // The same machine, switched on anew: nothing of before lives.
  if (!sameBoot(identity, machine)) return 'dead';
  if (identity.pidSpace !== machine.pidSpace) return 'unknown';
  if (!pidInUse(identity.pid) || (await isZombie(identity.pid))) return 'dead';
  const started = await startTime(identity.pid);
  if (started === null) return pidInUse(identity.pid) ? 'alive' : 'dead';
  return identity.started === null || identity.started === started ? 'alive' : 'dead';
}

/** Whether both belong to one run of one kernel, as far as is known. */
export function sameBoot(one: Pick<ProcessIdentity, 'boot'>, other: Pick<ProcessIdentity, 'boot'>): boolean {
  return one.boot === other.boot;
}

async function thisMachine(): Promise<Pick<ProcessIdentity, 'hostname' | 'boot' | 'pidSpace'>> {
  const [boot, pidSpace] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => null),
    readlink('/proc/self/ns/pid').catch(() => null),
  ]);
  return { hostname: hostname(), boot: boot?.trim() ?? null, pidSpace };
}

function pidInUse(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another account.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/**
 * A process that has ended and whose parent has not noticed yet. While other threads of it are still ending, they may
 * still write, so it counts as alive.
 */
async function isZombie(pid: number): Promise<boolean> {
  const state = (await statFields(pid))?.[0];
  if (state !== 'Z' && state !== 'X') return false;
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  return threads.length <= 1;
}

/** The fields of `/proc/PID/stat` after the name, which may itself hold spaces and parentheses (proc(5)). */
async function statFields(pid: number): Promise<readonly string[] | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** When a process started, in a form to compare for equality only; `null` when it has ended or nobody can tell. */
export async function startTime(pid: number, platform: string = process.platform): Promise<string | null> {
  if (platform === 'linux') {
    // Field 22 of the whole line: clock ticks since the machine was switched on.
    return (await statFields(pid))?.[19] ?? null;
  }
  const [program, parameters] =
    platform === 'win32'
      ? ['powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`]]
      : ['ps', ['-o', 'lstart=', '-p', String(pid)]];
  try {
    const { stdout } = await promisify(execFile)(program, parameters, {
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
      timeout: 5000,
      windowsHide: true,
    });
    const text = stdout.trim();
    return text === '' ? null : text;
  } catch {
    return null;
  }
}
