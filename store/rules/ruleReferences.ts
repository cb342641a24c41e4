import type { Reference } from '../../domain/requirement.ts';
import { documentNumberKey } from '../../vietnamese/documentNumber.ts';
import type { Queryable } from '../database.ts';
import {
  documentNotStored,
  documentUnfit,
  provisionNotFound,
  wordsNotFound,
} from '../records/recordTexts.ts';

/**
 * Looks that every reference of a rule (given as the JSON of its definition) stands in a stored, issued directive that is no
 * sample: the document, the provision, and the words in it. Throws `bad_input` that says which part is missing.
 */
export async function requireReferences(tx: Queryable, definition: string): Promise<void> {
  for (const reference of referencesOf(definition)) await requireReference(tx, reference);
}

/** The rule's own reference, and those of its exemptions. */
function referencesOf(definition: string): readonly Reference[] {
  const rule: { reference: Reference; exemptions?: readonly { readonly reference: Reference }[] } =
    JSON.parse(definition);
  return [rule.reference, ...(rule.exemptions ?? []).map(({ reference }) => reference)];
}

/** How many rules that are not retired quote the document with this number. */
export async function countRulesQuoting(queryable: Queryable, number: string): Promise<number> {
  const rows = await queryable.query<{ documents: string[] }>(
    `select array(select jsonb_path_query(definition::jsonb, 'lax $.**.document') #>> '{}') as documents
       from rules where status is distinct from 'retired'`,
  );
  const key = documentNumberKey(number);
  return rows.filter(({ documents }) => documents.some((quoted) => documentNumberKey(quoted) === key)).length;
}

async function requireReference(tx: Queryable, reference: Reference): Promise<void> {
  const documents = await tx.query<{ id: number; fit: boolean }>(
    "select id, kind = 'issued' and not sample as fit from directives where number_key = $1 and standing = 'live'",
    [documentNumberKey(reference.document)],
  );
  if (documents.length === 0) throw documentNotStored(reference);
  const fit = documents.filter((document) => document.fit).map(({ id }) => id);
  if (fit.length === 0) throw documentUnfit(reference);
  // A path may be repeated, in an appendix for instance: one of them has to hold the words.
  const provisions = await tx.query<{ directive_id: number; start_at: number; end_at: number }>(
    `select directive_id, start_at, end_at from provisions
      where directive_id = any ($1::integer[])
        and path[cardinality(path) - cardinality($2::text[]) + 1 : cardinality(path)] = $2::text[]`,
    [fit, reference.path],
  );
  if (provisions.length === 0) throw provisionNotFound(reference);
  const bodies = await tx.query<{ id: number; body: string }>(
    'select id, body from directives where id = any ($1::integer[])',
    [provisions.map(({ directive_id }) => directive_id)],
  );
  const quote = oneLine(reference.quote);
  const stands = provisions.some(({ directive_id, start_at, end_at }) => {
    const body = bodies.find(({ id }) => id === directive_id)?.body ?? '';
    return oneLine(body.slice(start_at, end_at)).includes(quote);
  });
  if (quote === '' || !stands) throw wordsNotFound(reference);
}

/** Line breaks of the stored text may fall anywhere in the quoted words. */
function oneLine(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
}
