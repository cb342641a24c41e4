import type { CadreRecord, Qualification, Training, Unit } from '../domain/record.ts';
import type { Condition, Holds, Reference, RuleBook } from '../domain/requirement.ts';
import { blankCadre, blankQualification } from '../testing/blankRecords.ts';
import { prepareRules, type Rules } from './gaps.ts';

/** An invented person of whom nothing is known but what a test says. */
export function person(code: string, known: Partial<CadreRecord> = {}): CadreRecord {
  return blankCadre({ code, name: 'Nguyễn Thị Mẫu', unit: 'LG-NL', ...known });
}

export function certificate(
  kind: Qualification['kind'],
  level: string | null,
  known: Partial<Qualification> = {},
): Qualification {
  return blankQualification({ kind, level, ...known });
}

export function attendance(className: string, known: Partial<Training> = {}): Training {
  return {
    className,
    kind: null,
    level: null,
    from: null,
    until: null,
    days: null,
    place: null,
    abroad: null,
    mode: null,
    programme: null,
    completed: null,
    ...known,
  };
}

export function unit(code: string, known: Partial<Unit> = {}): Unit {
  return {
    code,
    name: code,
    tier: 'commune',
    parent: null,
    from: null,
    until: null,
    successors: [],
    sample: true,
    ...known,
  };
}

export function holding(kind: Holds['kind'], level: string | null): Holds {
  return { form: 'holds', kind, level, fields: [], names: [], issuedFrom: null, issuedBefore: null };
}

export const FEMALE: Condition = { form: 'sex', is: 'female' };

export const reference: Reference = { document: '915/2026/QĐ-UBND', path: ['Điều 12'], quote: 'mẫu' };

export function emptyBook(known: Partial<RuleBook> = {}): RuleBook {
  return { requirements: [], equivalences: [], positions: [], targets: [], classes: [], ...known };
}

export function rulesOn(asOf: string, known: Partial<RuleBook> = {}, units: readonly Unit[] = []): Rules {
  return prepareRules(emptyBook(known), units, asOf);
}
