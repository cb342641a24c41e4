import { stat } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import type { Article } from '../corpus.ts';
import type { SearchSystem } from '../searchSystem.ts';
import { peerFields, queryWords } from './peerText.ts';

/** What differs from FTS5's defaults. */
export type SqliteOptions = {
  /** How much more a word in the heading counts than one in the text. */
  readonly headingWeight?: number;
  /** `remove_diacritics 2`: fold letters with two marks too, which the default leaves. */
  readonly foldAll?: boolean;
};

/** SQLite's FTS5 in a file: the question's words quoted and joined by OR, ranked by its own bm25. */
export async function openSqlite(file: string, options: SqliteOptions = {}): Promise<SearchSystem> {
  const database = new DatabaseSync(file);
  const tokenizer = options.foldAll === true ? `, tokenize = "unicode61 remove_diacritics 2"` : '';
  database.exec(`create virtual table articles using fts5(id unindexed, heading, text${tokenizer})`);
  const insert = database.prepare('insert into articles (id, heading, text) values (?, ?, ?)');
  const rank =
    options.headingWeight === undefined ? 'rank' : `bm25(articles, 1, ${options.headingWeight}, 1)`;
  const select = database.prepare(`select id from articles where articles match ? order by ${rank} limit ?`);
  return {
    async index(documents) {
      database.exec('begin');
      let taken = 0;
      for (const article of articlesOf(documents)) {
        const { heading, text } = peerFields(article);
        insert.run(article.id, heading, text);
        taken += 1;
      }
      database.exec('commit');
      return taken;
    },
    async search(question, k) {
      const words = queryWords(question);
      if (words.length === 0) return [];
      return select.all(words.map((word) => `"${word}"`).join(' OR '), k).map(({ id }) => String(id));
    },
    size: async () => (await stat(file)).size,
    close: async () => database.close(),
  };
}

function* articlesOf(documents: Iterable<readonly Article[]>): Generator<Article> {
  for (const articles of documents) yield* articles;
}
