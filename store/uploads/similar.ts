import type { DirectiveSummary } from '../../domain/directive.ts';
import { likeness, sketching } from '../../vietnamese/shingles.ts';
import type { Queryable } from '../database.ts';
import { SUMMARY_COLUMNS, type SummaryRow, summary } from '../directives.ts';
import { gently } from '../gently.ts';

/** A stored directive that may be another version of a document. */
export type Similar = {
  readonly directive: DirectiveSummary;
  readonly sameNumber: boolean;
  /** The share of runs of words that both have, 0–1. */
  readonly likeness: number;
};

/** Below this, two texts share what all documents share. */
const LEAST_LIKENESS = 0.4;

/** How many are compared in full, of those that share most. */
const MOST = 20;

/** Directives that are answered from and carry the same number, or nearly the same words; no samples. The most alike first. */
export async function findSimilar(
  queryable: Queryable,
  { numberKey, text }: { readonly numberKey: string | null; readonly text: string },
): Promise<readonly Similar[]> {
  await sketchOldDirectives(queryable);
  const sketch = await gently(sketching(text));
  const rows = await queryable.query<SummaryRow & { sketch: number[]; number_key: string | null }>(
    `with alike as (
       select d.id from directives d cross join lateral
              (select count(*) as shared from unnest(d.sketch) as hash where hash = any($1::integer[])) as s
        where d.sketch && $1::integer[] and d.standing = 'live' and not d.sample
        order by s.shared desc limit $3
     )
     select ${SUMMARY_COLUMNS}, coalesce(sketch, '{}') as sketch, number_key from directives
      where id in (select id from alike) or (number_key = $2 and standing = 'live' and not sample)`,
    [sketch, numberKey, MOST],
  );
  return rows
    .map((row) => ({
      directive: summary(row),
      sameNumber: numberKey !== null && row.number_key === numberKey,
      likeness: likeness(sketch, row.sketch),
    }))
    .filter((one) => one.sameNumber || one.likeness >= LEAST_LIKENESS)
    .sort((a, b) => Number(b.sameNumber) - Number(a.sameNumber) || b.likeness - a.likeness);
}

/** Those stored before sketches were kept get theirs when first somebody compares. */
async function sketchOldDirectives(queryable: Queryable): Promise<void> {
  for (;;) {
    const rows = await queryable.query<{ id: number; body: string }>(
      "select id, body from directives where sketch is null and standing = 'live' order by id limit 20",
    );
    for (const { id, body } of rows) {
      await queryable.query('update directives set sketch = $2 where id = $1', [
        id,
        await gently(sketching(body)),
      ]);
    }
    if (rows.length === 0) return;
  }
}
