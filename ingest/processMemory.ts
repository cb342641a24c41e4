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
