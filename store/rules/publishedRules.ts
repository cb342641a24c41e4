import type { RuleBook } from '../../domain/requirement.ts';
import { KnownError } from '../../errors.ts';
import { documentNumberKey } from '../../vietnamese/documentNumber.ts';
import type { Queryable } from '../database.ts';
import { requireReferences } from './ruleReferences.ts';

/** An approved rule and the provision that it rests on. */
export type QuotingRule = {
  readonly id: string;
  /** `documentNumberKey` of the document. */
  readonly numberKey: string;
  readonly path: readonly string[];
  /** As stored, in JSON. */
  readonly definition: string;
};

/** Approved rules, by id, that quote one of the documents with these keys of their numbers. */
export async function listQuotingRules(
  tx: Queryable,
  numberKeys: ReadonlySet<string>,
): Promise<readonly QuotingRule[]> {
  const rows = await tx.query<{ id: string; definition: string }>(
    `select id, definition::text as definition from rules where status = 'approved' and kind <> 'position' order by id`,
  );
  return rows
    .map(({ id, definition }) => {
      const quoting: {
        readonly reference?: { readonly document?: string; readonly path?: readonly string[] };
      } = JSON.parse(definition);
      const { document = '', path = [] } = quoting.reference ?? {};
      return { id, numberKey: documentNumberKey(document), path, definition };
    })
    .filter(({ numberKey }) => numberKeys.has(numberKey));
}

/** Rules of which the words no longer stand where they say, by id: of those that quote the document with this number. */
export async function listRulesInDoubt(tx: Queryable, number: string): Promise<readonly string[]> {
  const doubtful: string[] = [];
  for (const { id, definition } of await listQuotingRules(tx, new Set([documentNumberKey(number)]))) {
    if ((await faultOf(tx, definition)) !== null) doubtful.push(id);
  }
  return doubtful;
}

/** Why a rule may not be approved (a Vietnamese sentence), or `null` where its words stand in a stored document. */
export async function whyNotApproved(
  tx: Queryable,
  rule: RuleBook['requirements'][number] | RuleBook['targets'][number],
): Promise<string | null> {
  return faultOf(tx, JSON.stringify(rule));
}

async function faultOf(tx: Queryable, definition: string): Promise<string | null> {
  try {
    await requireReferences(tx, definition);
    return null;
  } catch (error) {
    if (error instanceof KnownError) return error.sentence;
    throw error;
  }
}

/** Retires the rules with this beginning of their ids that quote the document with this number; tells how many. */
export async function retireRules(tx: Queryable, prefix: string, number: string): Promise<number> {
  const rows = await tx.query<{ id: string; document: string | null }>(
    `select id, definition -> 'reference' ->> 'document' as document from rules
      where starts_with(id, $1) and status <> 'retired' and kind <> 'position'`,
    [prefix],
  );
  const key = documentNumberKey(number);
  const ids = rows.filter(({ document }) => documentNumberKey(document ?? '') === key).map(({ id }) => id);
  if (ids.length > 0) {
    await tx.query(
      "update rules set status = 'retired', updated_at = now() where id = any($1::text[]) and kind <> 'position'",
      [ids],
    );
  }
  return ids.length;
}
