import { createHash } from 'node:crypto';
import { databaseLocation } from '../../config.ts';
import { indexPassages } from '../../ingest/passageIndex.ts';
import { search as searchWords } from '../../retrieve/search.ts';
import type { Searcher } from '../../retrieve/searcher.ts';
import type { Database } from '../../store/database.ts';
import { findByHash, saveDirective } from '../../store/directives.ts';
import { openDatabase } from '../../store/open.ts';
import { settleIndex } from '../../store/passages/settleIndex.ts';
import type { Article } from './corpus.ts';
import { toDirective } from './directive.ts';
import type { SearchSystem } from './searchSystem.ts';
import { tableBytes } from './tableBytes.ts';

const AS_OF = '2026-11-22';

/** The product's own way from a directive to a hit, on the database at a URL or in a folder. */
export async function openProduct(at: string, search: Searcher = searchWords): Promise<SearchSystem> {
  const database = await openDatabase(databaseLocation(at));
  const articleIds = new Map<number, ReadonlyMap<number, string>>();
  return {
    async index(documents) {
      const indexed = await indexArticles(database, documents);
      for (const [id, starts] of indexed.articleIds) articleIds.set(id, starts);
      return indexed.taken;
    },
    async search(question, k) {
      const { hits } = await search(database, question, { limit: k, asOf: AS_OF, directiveIds: null });
      return hits.map(({ directiveId, start }) => articleIds.get(directiveId)?.get(start) ?? '');
    },
    size: () => tableBytes(database),
    close: () => database.close(),
  };
}

/** The article of each passage: by directive, then by the place where the passage begins. */
export type ArticleIds = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** Stores articles, document by document; `taken`: how many were not there from an earlier run. */
export async function indexArticles(
  database: Database,
  documents: Iterable<readonly Article[]>,
): Promise<{ readonly articleIds: ArticleIds; readonly taken: number }> {
  const articleIds = new Map<number, ReadonlyMap<number, string>>();
  let taken = 0;
  for (const articles of documents) {
    const { id, starts, stored } = await store(database, articles);
    articleIds.set(id, new Map(articles.map((article, ordinal) => [starts[ordinal] ?? -1, article.id])));
    if (stored) taken += articles.length;
  }
  if (taken > 0) {
    await settleIndex(database);
    await database.query('analyze');
  }
  return { articleIds, taken };
}

/** Stores the directive that these articles make, unless it is there from an earlier run. */
async function store(database: Database, articles: readonly Article[]) {
  const parsed = toDirective(articles);
  const starts = parsed.passages.map(({ start }) => start);
  const { number, title } = parsed.header;
  const original = Buffer.from(`${number}\n${title}\n${parsed.text}`);
  const hash = createHash('sha256').update(original).digest('hex');
  const known = await findByHash(database, hash);
  if (known !== null) return { id: known, stored: false, starts };
  const fileName = `${hash.slice(0, 8)}.txt`;
  const index = indexPassages(parsed, fileName);
  const { id } = await saveDirective(database, { hash, fileName, original, sample: false, parsed, index });
  return { id, stored: true, starts };
}
