import { readdir, readFile } from 'node:fs/promises';

async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? '0') * 1024;
}

async function childrenOf(pid: number): Promise<readonly number[]> {
  const threads = await readdir(`/proc/${pid}/task`);
  const lists = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')),
  );
  return lists.flatMap((list) =>
    list
      .split(' ')
      .filter((text) => text !== '')
      .map(Number),
  );
}

/**
 * Resident memory of a process and everything it started, in bytes. `null` where the system does not tell (anything
 * but Linux) or the process is gone.
 */
export async function treeMemory(pid: number): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  try {
    const own = await residentBytes(pid);
    const others = await Promise.all((await childrenOf(pid)).map((child) => treeMemory(child)));
    return others.reduce<number>((sum, bytes) => sum + (bytes ?? 0), own);
  } catch {
    return null;
  }
}

/** What `/proc` counts processor time in, on every architecture that Node runs on: hundredths of a second. */
const TICK_MS = 10;

/** Processor time of a process and everything it started, ended ones included, in milliseconds. `null` as above. */
export async function treeProcessorMs(pid: number): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything; user, system and both of ended children stand 12th to 15th behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const own = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_MS;
    const others = await Promise.all((await childrenOf(pid)).map((child) => treeProcessorMs(child)));
    return others.reduce<number>((sum, ms) => sum + (ms ?? 0), own);
  } catch {
    return null;
  }
}
