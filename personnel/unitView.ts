import type { IsoDate } from '../domain/day.ts';
import type { CadreRecord, Unit } from '../domain/record.ts';
import type { RuleBook } from '../domain/requirement.ts';
import { prepareRules, type Rules } from '../requirements/gaps.ts';
import type { Identity } from '../store/access/identity.ts';
import type { Database } from '../store/database.ts';
import { readCadres, readUnits } from '../store/records/cadres.ts';
import { readRuleBook } from '../store/rules/rules.ts';

/** The people whom staff look after, with everything they are judged by on a date. */
export type UnitView = {
  readonly asOf: IsoDate;
  readonly cadres: readonly CadreRecord[];
  readonly units: readonly Unit[];
  readonly book: RuleBook;
  readonly rules: Rules;
};

/**
 * Reads what the identity may see: of one unit and those below it, or of all its units. Counting is no look at a record; whoever
 * shows names from it logs them (`logShown`).
 */
export async function readUnitView(
  database: Database,
  identity: Identity,
  asked: { readonly asOf: IsoDate; readonly unit: string | null },
): Promise<UnitView> {
  const cadres = await readCadres(database, identity, asked.unit);
  const units = await readUnits(database);
  const book = await readRuleBook(database);
  return { asOf: asked.asOf, cadres, units, book, rules: prepareRules(book, units, asked.asOf) };
}
