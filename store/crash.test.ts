import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import type { DatabaseLocation } from '../config.ts';
import { search } from '../retrieve/search.ts';
import { CLAUSES, manyDirectives } from '../testing/manyDirectives.ts';
import type { Database } from './database.ts';
import { countStored, saveDirective } from './directives.ts';
import { openDatabase } from './open.ts';
import { checkIndex } from './passages/checkIndex.ts';
import { forEachEngine } from './testing.ts';

const SOUND = { terms: [], passageIds: [], corpus: null };
const DIRECTIVES = 40;

/** A process that stores directives and says so after each; killed `afterMs` behind the `stored`th. */
async function killWhileStoring(
  location: DatabaseLocation,
  stored: number,
  afterMs: number,
): Promise<number> {
  const module = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
  const script = `
    import { manyDirectives } from ${module('../testing/manyDirectives.ts')};
    import { saveDirective } from ${module('./directives.ts')};
    import { openDatabase } from ${module('./open.ts')};
    const database = await openDatabase(${JSON.stringify(location)});
    for (const directive of manyDirectives(${DIRECTIVES})) {
      const { stored } = await saveDirective(database, directive);
      if (stored) process.stdout.write('stored\\n');
    }
    await new Promise((resolve) => setTimeout(resolve, 60_000));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let said = 0;
  for await (const _ of createInterface({ input: child.stdout })) {
    said += 1;
    if (said === stored) setTimeout(() => child.kill('SIGKILL'), afterMs);
  }
  const [, signal] = await ended;
  if (signal !== 'SIGKILL') throw new Error('the process ended by itself');
  return said;
}

forEachEngine((engine) => {
  const opened = async <T>(
    location: DatabaseLocation,
    work: (database: Database) => Promise<T>,
  ): Promise<T> => {
    const database = await openDatabase(location);
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  };

  it('a process killed while it stores leaves whole directives and exact counts; the next goes on', async () => {
    const location = await engine.migrated();
    let known = 0;
    for (const [stored, afterMs] of [
      [1, 0],
      [5, 3],
      [9, 11],
    ] as const) {
      const said = await killWhileStoring(location, stored, afterMs);
      known = await opened(location, async (database) => {
        expect(await checkIndex(database)).toEqual(SOUND);
        const counted = await countStored(database);
        // What was said to be stored is there; one more may have been stored and not said.
        expect(counted.directives).toBeGreaterThanOrEqual(known + said);
        expect(counted.directives).toBeLessThanOrEqual(known + said + 1);
        expect(counted.passages).toBe(counted.directives * CLAUSES);
        expect(counted.provisions).toBe(counted.directives * (CLAUSES + 1));
        return counted.directives;
      });
    }
    await opened(location, async (database) => {
      for (const directive of manyDirectives(DIRECTIVES)) await saveDirective(database, directive);
      expect(await countStored(database)).toMatchObject({ directives: DIRECTIVES });
      expect(await checkIndex(database)).toEqual(SOUND);
      const { hits } = await search(database, `mã tuthu${DIRECTIVES}`, {
        limit: 3,
        asOf: '2026-11-22',
        directiveIds: null,
      });
      expect(hits[0]?.text).toContain(`tuthu${DIRECTIVES}`);
    });
  });
});
