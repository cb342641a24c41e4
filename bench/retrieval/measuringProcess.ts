import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type Job, measureSystem, type SystemFigures } from './measureSystem.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

type Ending = { readonly figures: SystemFigures } | { readonly failure: string };

/** Measures one system in a process of its own, so that neither memory nor garbage collection of others gets in. */
export async function measureApart(job: Job, say: (line: string) => void): Promise<SystemFigures> {
  const child = fork(import.meta.filename, [], {
    execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'],
    // What a package prints must not get into this command's own output.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  // Ending it rather than this process lets the caller remove what was made for it.
  const stop = () => child.kill();
  for (const signal of SIGNALS) process.once(signal, stop);
  const ending = await endingOf(child, job, say).finally(() => {
    for (const signal of SIGNALS) process.off(signal, stop);
  });
  if ('failure' in ending) throw new Error(`${job.system} could not be measured: ${ending.failure}`);
  return ending.figures;
}

async function endingOf(child: ChildProcess, job: Job, say: (line: string) => void): Promise<Ending> {
  let ending: Ending | null = null;
  child.on('message', (message: string | Ending) => {
    if (typeof message === 'string') return say(message);
    ending = message;
    child.disconnect();
  });
  child.send(job);
  const [code, signal] = await once(child, 'exit');
  return ending ?? { failure: `it ended with ${signal ?? `exit code ${code}`}` };
}

if (import.meta.main) {
  // Whoever asked has the figures, or was killed and waits for none.
  process.once('disconnect', () => process.exit());
  process.once('message', async (job: Job) => {
    const ending: Ending = await measureSystem(job, (line) => process.send?.(line)).then(
      (figures) => ({ figures }),
      (error: unknown) => ({
        failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
    );
    process.send?.(ending);
  });
}
