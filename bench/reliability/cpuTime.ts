import { readFile } from 'node:fs/promises';

/** Clock ticks a second of Linux's process table. */
const TICKS = 100;

/** Seconds of processor time that a process has used so far, all its threads together; `null` where the system does not tell. */
export async function cpuSeconds(pid: number): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The name in brackets may hold spaces; user and system time are the 12th and 13th field behind it.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields === undefined ? null : (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Megabytes of memory that a process holds; `null` where the system does not tell. */
export async function residentMegabytes(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null);
  const match = /^VmRSS:\s+(\d+) kB$/m.exec(status ?? '');
  return match === null ? null : Number(match[1]) / 1024;
}
