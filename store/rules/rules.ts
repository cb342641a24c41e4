import type {
  ClassOffer,
  Equivalence,
  Position,
  Requirement,
  RuleBook,
  RuleStatus,
  Target,
} from '../../domain/requirement.ts';
import { requireAdmin } from '../access/accounts.ts';
import { asAccount, type Identity } from '../access/identity.ts';
import type { Database, Queryable } from '../database.ts';
import { codesTwice, noSuchRule, ruleIdTaken } from '../records/recordTexts.ts';
import { repeatedCodes } from '../records/units.ts';
import { requireReferences } from './ruleReferences.ts';

/** The whole rule book, retired rules included. Rules are public. */
export async function readRuleBook(database: Database): Promise<RuleBook> {
  const rows = await database.query<{ kind: Kind; status: RuleStatus | null; definition: object }>(
    'select kind, status, definition from rules order by ordinal',
  );
  // What was stored as a rule of a kind is read as one.
  const ofKind = <T>(wanted: Kind): readonly T[] =>
    rows
      .filter(({ kind }) => kind === wanted)
      .map(({ status, definition }) => (status === null ? definition : { ...definition, status }) as T);
  return {
    requirements: ofKind<Requirement>('requirement'),
    equivalences: ofKind<Equivalence>('equivalence'),
    positions: ofKind<Position>('position'),
    targets: ofKind<Target>('target'),
    classes: ofKind<ClassOffer>('class'),
  };
}

/**
 * Adds the rules of a file and replaces those with the same ids; all or nothing. Only admins and the operator may. A rule that
 * was approved or retired here stays so when the same words come again as `sample` or `proposed`; with other words it takes the
 * status of the file. One that comes as `approved` is checked as `setRuleStatus` does. `bad_input` for ids that stand twice.
 */
export async function saveRules(
  database: Database,
  identity: Identity,
  book: RuleBook,
): Promise<{ readonly added: number; readonly changed: number; readonly unchanged: number }> {
  return asAccount(database, identity, async (tx) => {
    await requireAdmin(tx);
    return storeRules(tx, book);
  });
}

/** As `saveRules`, in a transaction of an admin that stores more than this. */
export async function storeRules(
  tx: Queryable,
  book: RuleBook,
): Promise<{ readonly added: number; readonly changed: number; readonly unchanged: number }> {
  const rules = listRules(book);
  const repeated = repeatedCodes(rules.map(({ kind, id }) => ({ code: `${kind === 'position'} ${id}` })));
  if (repeated.length > 0) throw codesTwice(repeated.map((key) => key.slice(key.indexOf(' ') + 1)));
  await tx.query("select pg_advisory_xact_lock(hashtext('dat-chuan: rules'))");
  const stored = new Map((await readStored(tx)).map((rule) => [rule.id, rule]));
  const taken = rules.find(({ kind, id }) => kind !== 'position' && (stored.get(id)?.kind ?? kind) !== kind);
  if (taken !== undefined) throw ruleIdTaken(taken.id);

  const positions = new Map((await readStored(tx, 'position')).map((rule) => [rule.id, rule]));
  const before = ({ kind, id }: Rule) => (kind === 'position' ? positions : stored).get(id);
  const added = rules.filter((rule) => before(rule) === undefined);
  const changed = rules.filter((rule) => {
    const old = before(rule);
    return old !== undefined && (old.text !== rule.text || !staysAs(old.status, rule.status));
  });
  for (const rule of [...added, ...changed]) {
    if (rule.status === 'approved') await requireReferences(tx, rule.text);
  }
  await insertRules(tx, added);
  await updateRules(tx, changed);
  return {
    added: added.length,
    changed: changed.length,
    unchanged: rules.length - added.length - changed.length,
  };
}

/**
 * Approves a requirement, target, equivalence or class, or retires it. Approving needs its words in the provision of a stored,
 * issued directive that is no sample; otherwise `bad_input` says which part is missing. Only admins and the operator may;
 * `not_found` for an id that no rule has.
 */
export async function setRuleStatus(
  database: Database,
  identity: Identity,
  id: string,
  status: 'approved' | 'retired',
): Promise<void> {
  await asAccount(database, identity, async (tx) => {
    await requireAdmin(tx);
    const [rule] = await tx.query<{ definition: string }>(
      "select definition::text as definition from rules where id = $1 and kind <> 'position'",
      [id],
    );
    if (rule === undefined) throw noSuchRule(id);
    if (status === 'approved') await requireReferences(tx, rule.definition);
    await tx.query("update rules set status = $2, updated_at = now() where id = $1 and kind <> 'position'", [
      id,
      status,
    ]);
  });
}

type Kind = 'requirement' | 'equivalence' | 'position' | 'target' | 'class';

type Rule = {
  readonly kind: Kind;
  readonly id: string;
  /** `null` for positions. */
  readonly status: RuleStatus | null;
  /** Everything but the status, as JSON. */
  readonly text: string;
};

function listRules(book: RuleBook): readonly Rule[] {
  const withStatus = (kind: Kind, rules: readonly { readonly id: string; readonly status: RuleStatus }[]) =>
    rules.map(
      ({ status, ...definition }): Rule => ({
        kind,
        id: definition.id,
        status,
        text: JSON.stringify(definition),
      }),
    );
  return [
    ...withStatus('requirement', book.requirements),
    ...withStatus('equivalence', book.equivalences),
    ...book.positions.map(
      (position): Rule => ({
        kind: 'position',
        id: position.name,
        status: null,
        text: JSON.stringify(position),
      }),
    ),
    ...withStatus('target', book.targets),
    ...withStatus('class', book.classes),
  ];
}

/** Whether a stored status is left when the same words come with the status of a file. */
function staysAs(stored: RuleStatus | null, given: RuleStatus | null): boolean {
  const decidedHere = stored === 'approved' || stored === 'retired';
  return stored === given || (decidedHere && (given === 'sample' || given === 'proposed'));
}

/** The stored positions, or all other rules. */
function readStored(tx: Queryable, which: 'position' | 'others' = 'others'): Promise<readonly Rule[]> {
  return tx.query<Rule>(
    `select kind, id, status, definition::text as text from rules where (kind = 'position') = $1`,
    [which === 'position'],
  );
}

async function insertRules(tx: Queryable, rules: readonly Rule[]): Promise<void> {
  await tx.query(
    `insert into rules (kind, id, status, definition)
     select n.kind, n.id, n.status, n.definition
       from unnest($1::text[], $2::text[], $3::text[], $4::json[])
         with ordinality as n (kind, id, status, definition, at)
      order by n.at`,
    columns(rules),
  );
}

async function updateRules(tx: Queryable, rules: readonly Rule[]): Promise<void> {
  await tx.query(
    `update rules r set status = n.status, definition = n.definition, updated_at = now()
       from unnest($1::text[], $2::text[], $3::text[], $4::json[]) as n (kind, id, status, definition)
      where r.kind = n.kind and r.id = n.id`,
    columns(rules),
  );
}

function columns(rules: readonly Rule[]): readonly (readonly unknown[])[] {
  return [
    rules.map(({ kind }) => kind),
    rules.map(({ id }) => id),
    rules.map(({ status }) => status),
    rules.map(({ text }) => text),
  ];
}
