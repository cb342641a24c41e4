import { setImmediate } from 'node:timers/promises';
import type { Database } from '../store/database.ts';
import { countDirectives, readDirective } from '../store/directives.ts';
import { gently } from '../store/gently.ts';
import { countStale, listPassages, nextStale, replaceIndex } from '../store/passages/replaceIndex.ts';
import { settleIndex } from '../store/passages/settleIndex.ts';
import { tidyIndex } from '../store/passages/tidyIndex.ts';
import { saveValidity } from '../store/validity/saveValidity.ts';
import { indexPassagesGently, indexVersion } from './passageIndex.ts';
import { relating } from './relations/relationsOf.ts';

export type ReindexOptions = {
  /** Every directive, not only those whose index another version made. */
  readonly all?: boolean;
  /** Told after each directive: how many are done, and of how many. */
  readonly onStep?: (done: number, total: number) => void;
  /** Ends after the directive that is under way. */
  readonly signal?: AbortSignal;
};

/**
 * Makes the index of stored directives anew with the code and glossary of this program, one after the other, while searches
 * and other writers go on. Another process may do the same: each takes what it finds still to be done. Can be broken off and
 * taken up again at any point.
 * @returns how many were done
 */
export async function reindex(database: Database, options: ReindexOptions = {}): Promise<number> {
  const { all = false, onStep, signal } = options;
  const version = indexVersion();
  const total = all ? await countDirectives(database) : await countStale(database, version);
  if (total === 0) return 0;
  let done = 0;
  let last = 0;
  for (;;) {
    // A directive takes up to some tenths of a second to compute: whoever waits for an answer comes between.
    await setImmediate();
    if (signal?.aborted) break;
    const id = await nextStale(database, all ? null : version, last);
    if (id === null) break;
    if (await reindexDirective(database, id)) done += 1;
    last = id;
    onStep?.(done, total);
  }
  if (done > 0 && !signal?.aborted) {
    await tidyIndex(database);
    await settleIndex(database);
  }
  return done;
}

/**
 * Makes everything anew that is derived from a directive's text and tree: its index, and what it says of the validity of
 * others and of itself. Text, provisions and passages stay, with their ids.
 * @returns `false` where it was removed meanwhile
 */
async function reindexDirective(database: Database, id: number): Promise<boolean> {
  const directive = await readDirective(database, id);
  if (directive === null) return false;
  const passages = await listPassages(database, id);
  const { fileName, header, text, provisions } = directive;
  const index = await indexPassagesGently({ header, text, passages }, fileName);
  const said = { ...(await gently(relating(directive))), provisions };
  const passageIds = passages.map((passage) => passage.id);
  const provisionIds = provisions.map((provision) => provision.id);
  return replaceIndex(database, id, passageIds, index, (tx) => saveValidity(tx, id, said, provisionIds));
}
