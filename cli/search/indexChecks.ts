import { indexVersion } from '../../ingest/passageIndex.ts';
import type { Database } from '../../store/database.ts';
import { checkIndex, isSound } from '../../store/passages/checkIndex.ts';
import { countStale } from '../../store/passages/replaceIndex.ts';
import type { Check } from '../upkeep/check.ts';
import { indexTexts as texts } from './indexTexts.ts';

/** Whether the index agrees with the documents, and whether this version of the program made it. */
export async function checkSearchIndex(database: Database): Promise<Check> {
  const name = texts.index;
  const faults = await checkIndex(database);
  if (!isSound(faults)) {
    const { terms, passageIds, corpus } = faults;
    const says = texts.indexFaulty(terms.length, passageIds.length, corpus !== null);
    return { name, state: 'bad', says, todo: texts.reindexAll };
  }
  const stale = await countStale(database, indexVersion());
  return stale === 0
    ? { name, state: 'ok', says: texts.indexSound, todo: null }
    : { name, state: 'note', says: texts.indexStale(stale), todo: texts.reindex };
}
