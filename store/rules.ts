import type { RuleBook } from '../domain/requirement.ts';
import type { Database } from './database.ts';
import type { Identity } from './identity.ts';

/** The whole rule book, retired rules included. Rules are public. */
export async function readRuleBook(_database: Database): Promise<RuleBook> {
  throw new Error('not written yet');
}

/** Adds the rules of a file and replaces those with the same ids; all or nothing. Only admins and the operator may. */
export async function saveRules(
  _database: Database,
  _identity: Identity,
  _book: RuleBook,
): Promise<{ readonly added: number; readonly changed: number; readonly unchanged: number }> {
  throw new Error('not written yet');
}

/**
 * Approves a requirement, target, equivalence or class, or retires it. Approving needs its words in the provision of a stored,
 * issued directive that is no sample; otherwise `bad_input` says which part is missing. Only admins and the operator may.
 */
export async function setRuleStatus(
  _database: Database,
  _identity: Identity,
  _id: string,
  _status: 'approved' | 'retired',
): Promise<void> {
  throw new Error('not written yet');
}
