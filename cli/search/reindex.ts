import { showAmount } from '../../bot/progress.ts';
import { reindex } from '../../ingest/reindex.ts';
import { recountIndex } from '../../store/passages/checkIndex.ts';
import { type CommonOptions, type ExitCode, type Io, withExistingDatabase } from '../io.ts';
import { indexTexts as texts } from './indexTexts.ts';

/** `reindex`: makes stale indexes anew; `--all` all of them, and counts everything again: that mends a damaged index. */
export function reindexCommand(
  io: Io,
  options: CommonOptions & { readonly all?: boolean },
): Promise<ExitCode> {
  return withExistingDatabase<ExitCode>(io, options, async (database) => {
    const all = options.all === true;
    const progress = showAmount(io.say, texts.reindexing);
    const done = await reindex(database, { all, onStep: progress.at });
    progress.end();
    if (all) await recountIndex(database);
    io.out(options.json === true ? JSON.stringify({ reindexed: done }) : texts.reindexed(done));
    return 0;
  });
}
