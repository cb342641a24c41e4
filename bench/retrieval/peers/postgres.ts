import { databaseLocation } from '../../../config.ts';
import { openPglite } from '../../../store/pglite/engine.ts';
import { openPostgres } from '../../../store/postgres.ts';
import type { SearchSystem } from '../searchSystem.ts';
import { tableBytes } from '../tableBytes.ts';
import { peerFields, queryWords } from './peerText.ts';

/**
 * PostgreSQL's own text search, on an empty database of a server or embedded: a `tsvector` of the configuration `simple`
 * under a GIN index, the question's words joined by OR, ranked by `ts_rank_cd`.
 */
export async function openPostgresSearch(at: string): Promise<SearchSystem> {
  const location = databaseLocation(at);
  const engine =
    location.engine === 'postgres'
      ? await openPostgres(location.url)
      : await openPglite(location.folder, true);
  await engine.query('create table articles (id text primary key, words tsvector not null)');
  await engine.query('create index articles_words on articles using gin (words)');
  return {
    index: (documents) =>
      engine.transaction(async (tx) => {
        let taken = 0;
        for (const articles of documents) {
          await tx.query(
            `insert into articles (id, words)
             select added.id, to_tsvector('simple', added.words)
               from unnest($1::text[], $2::text[]) as added(id, words)`,
            [
              articles.map(({ id }) => id),
              articles.map((article) => {
                const { heading, text } = peerFields(article);
                return `${heading}\n${text}`;
              }),
            ],
          );
          taken += articles.length;
        }
        await tx.query('analyze articles');
        return taken;
      }),
    async search(question, k) {
      const rows = await engine.query<{ id: string }>(
        `select id from articles, to_tsquery('simple', $1) as asked
          where words @@ asked order by ts_rank_cd(words, asked) desc, id limit $2`,
        [queryWords(question).join(' | '), k],
      );
      return rows.map(({ id }) => id);
    },
    size: () => tableBytes(engine),
    close: () => engine.close(),
  };
}
