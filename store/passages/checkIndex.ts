import type { Database, Queryable } from '../database.ts';
import { MOST_COUNTED, unpackTerms } from './packedTerms.ts';
import { lockDirectives } from './writeLock.ts';

/** What does not agree with the passages themselves; all empty in a sound database. */
export type IndexFaults = {
  /** Terms whose document frequency is not the number of passages that hold them. */
  readonly terms: readonly string[];
  /** Passages whose lexemes, counts and length do not agree, or that cannot be found for want of lexemes. */
  readonly passageIds: readonly number[];
  /** Size of the corpus as kept and as counted, where the two differ. */
  readonly corpus: { readonly kept: CorpusSize; readonly counted: CorpusSize } | null;
};

type CorpusSize = { readonly passages: number; readonly length: number };

/** Many passages take their time; in milliseconds. */
const PATIENCE = { statement_timeout: '600000' } as const;

/** How many faults of a kind are named at most. */
const NAMED = 100;

/**
 * Counts anew what the index keeps of the passages (document frequencies, lexemes, lengths, the corpus' size) and compares,
 * in one view of the database: nothing that is being stored meanwhile disturbs it. Takes some seconds for ten thousand passages.
 */
export async function checkIndex(database: Database): Promise<IndexFaults> {
  return database.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only');
    await tx.query(`set local statement_timeout = ${PATIENCE.statement_timeout}`);
    return { terms: await wrongTerms(tx), passageIds: await wrongPassages(tx), corpus: await wrongSize(tx) };
  });
}

export function isSound({ terms, passageIds, corpus }: IndexFaults): boolean {
  return terms.length === 0 && passageIds.length === 0 && corpus === null;
}

/** Counts document frequencies and the corpus' size anew from the passages, and keeps what was counted. */
export async function recountIndex(database: Database): Promise<void> {
  await database.transaction(
    async (tx) => {
      await lockDirectives(tx);
      await tx.query(
        `update terms set passages = coalesce(counted.passages, 0)
           from terms as known left join (${COUNTED}) as counted on counted.id = known.id
          where terms.id = known.id and terms.passages <> coalesce(counted.passages, 0)`,
      );
      await tx.query(
        `update corpus set passages = counted.passages, total_length = counted.length from (${SIZE}) as counted`,
      );
    },
    { settings: PATIENCE },
  );
}

const COUNTED = `select term_id as id, count(*)::integer as passages
   from passage_lexemes cross join lateral unnest(lexemes) as term_id where term_id > 0 group by term_id`;
const SIZE = 'select count(*)::integer as passages, coalesce(sum(length), 0)::bigint as length from passages';

async function wrongTerms(tx: Queryable): Promise<readonly string[]> {
  const rows = await tx.query<{ term: string }>(
    `select coalesce(terms.term, 'id ' || counted.id) as term
       from terms full join (${COUNTED}) as counted on counted.id = terms.id
      where coalesce(terms.passages, 0) <> coalesce(counted.passages, 0) or terms.id is null
      order by 1 limit ${NAMED}`,
  );
  return rows.map(({ term }) => term);
}

async function wrongSize(tx: Queryable): Promise<IndexFaults['corpus']> {
  const [kept] = await tx.query<CorpusSize>('select passages, total_length as length from corpus');
  const [counted] = await tx.query<CorpusSize>(SIZE);
  if (kept === undefined || counted === undefined) throw new Error('checkIndex: the corpus has no row');
  return kept.passages === counted.passages && kept.length === counted.length ? null : { kept, counted };
}

async function wrongPassages(tx: Queryable): Promise<readonly number[]> {
  const wrong: number[] = [];
  const directives = await tx.query<{ id: number; title_terms: number[] }>(
    'select id, title_terms from directives order by id',
  );
  for (const { id, title_terms: titleTerms } of directives) {
    // One directive at a time: all passages at once would not fit into memory.
    const rows = await tx.query<PassageRow>(
      `select p.id, p.terms, p.length, l.lexemes, l.directive_id
         from passages p left join passage_lexemes l on l.passage_id = p.id where p.directive_id = $1 order by p.id`,
      [id],
    );
    wrong.push(...rows.filter((row) => !agrees(row, id, titleTerms)).map((row) => row.id));
    if (wrong.length >= NAMED) break;
  }
  return wrong.slice(0, NAMED);
}

type PassageRow = {
  readonly id: number;
  readonly terms: Uint8Array;
  readonly length: number;
  readonly lexemes: number[] | null;
  readonly directive_id: number | null;
};

function agrees(row: PassageRow, directiveId: number, titleTerms: readonly number[]): boolean {
  if (row.lexemes === null || row.directive_id !== directiveId) return false;
  const terms = unpackTerms(row.terms);
  const expected = new Set([
    ...titleTerms,
    ...terms.flatMap(({ termId, heading }) => (heading > 0 ? [termId, -termId] : [termId])),
  ]);
  const found = new Set(row.lexemes);
  if (found.size !== row.lexemes.length || found.size !== expected.size) return false;
  if (!row.lexemes.every((id) => expected.has(id))) return false;
  const length = terms.reduce((sum, { body }) => sum + body, 0);
  return terms.some(({ body }) => body === MOST_COUNTED) ? row.length >= length : row.length === length;
}
