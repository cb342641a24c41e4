import type { AccessPurpose } from '../domain/account.ts';
import type { Citation } from '../domain/citation.ts';
import type { IsoDate } from '../domain/day.ts';
import type { CadreRecord, Unit } from '../domain/record.ts';
import type { Position } from '../domain/requirement.ts';
import type { Finding } from '../requirements/finding.ts';
import { prepareRules } from '../requirements/gaps.ts';
import { createCatalogue } from '../requirements/judge/catalogue.ts';
import { type Assumption, assume } from '../requirements/whatIf.ts';
import type { Identity } from '../store/access/identity.ts';
import type { Database } from '../store/database.ts';
import { readCadre, readUnits } from '../store/records/cadres.ts';
import { readRuleBook } from '../store/rules/rules.ts';
import { createProvisionFinder } from './provisions.ts';

/** A finding with a pointer into the stored document; `null` where that document or its words are not stored. */
export type CitedFinding = Finding & { readonly citation: Citation | null };

/** Where one person stands on a date. */
export type Standing = {
  readonly record: CadreRecord;
  readonly unit: Unit | null;
  readonly asOf: IsoDate;
  readonly assumption: Assumption | null;
  /** Whether the catalogue or a rule knows the supposed position or grade. */
  readonly assumptionKnown: boolean;
  readonly findings: readonly CitedFinding[];
  /** What is doubtful in the record itself. Vietnamese sentences. */
  readonly notes: readonly string[];
  /** `false` while a gate is not met: no personnel step is considered. */
  readonly gatesMet: boolean;
};

/**
 * Judges one person's record, if the identity may see it (`null` otherwise). The look is logged with `purpose`. No model is
 * anywhere on this path.
 */
export async function readStanding(
  database: Database,
  identity: Identity,
  code: string,
  asked: {
    readonly asOf: IsoDate;
    readonly assumption: Assumption | null;
    readonly purpose: AccessPurpose;
  },
): Promise<Standing | null> {
  const { asOf, assumption, purpose } = asked;
  const real = await readCadre(database, identity, code, purpose);
  if (real === null) return null;
  const [units, book] = [await readUnits(database), await readRuleBook(database)];
  const rules = prepareRules(book, units, asOf);
  const supposed = assumption === null ? null : asCatalogued(assumption, book.positions);
  const record = supposed === null ? real : assume(real, supposed, asOf);
  const cite = createProvisionFinder(database, asOf);
  const findings: CitedFinding[] = [];
  for (const finding of rules.findGaps(record)) {
    const reference = finding.exemptedBy ?? finding.requirement.reference;
    findings.push({ ...finding, citation: await cite(reference) });
  }
  return {
    record,
    unit: units.find(({ code: unit }) => unit === record.unit) ?? null,
    asOf,
    assumption: supposed,
    assumptionKnown: supposed === null || isKnown(supposed, findings, book.positions),
    findings,
    notes: rules.notes(real),
    gatesMet: findings.every(({ requirement, status }) => !requirement.gate || status === 'met'),
  };
}

/** A grade is known by the rules that ask for it; rules for any position say nothing of one that nobody has heard of. */
function isKnown(
  { kind, name }: Assumption,
  findings: readonly Finding[],
  positions: readonly Position[],
): boolean {
  if (kind !== 'grade') return createCatalogue(positions).find(name).entry !== null;
  return findings.some(({ basis }) => basis.kind === 'grade' && basis.name === name);
}

/** The position as the catalogue writes it, where it knows it. */
function asCatalogued(assumption: Assumption, positions: readonly Position[]): Assumption {
  if (assumption.kind === 'grade') return assumption;
  const name = createCatalogue(positions).find(assumption.name).entry?.name;
  return name === undefined ? assumption : { ...assumption, name };
}
