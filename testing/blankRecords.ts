import type { CadreRecord, Qualification } from '../domain/record.ts';

/** An invented person of whom nothing is recorded but what is given. */
export function blankCadre(
  known: Partial<CadreRecord> & Pick<CadreRecord, 'code' | 'name' | 'unit'>,
): CadreRecord {
  return {
    birth: null,
    sex: null,
    phone: null,
    ethnicity: null,
    party: null,
    partyJoined: null,
    recruited: null,
    posts: [],
    planned: [],
    grades: [],
    groups: [],
    qualifications: [],
    lacks: [],
    trainings: [],
    evaluations: [],
    conclusions: [],
    reviewed: null,
    sample: true,
    ...known,
  };
}

/** A certificate of which nothing is recorded but what is given. */
export function blankQualification(
  known: Partial<Qualification> & Pick<Qualification, 'kind'>,
): Qualification {
  return {
    level: null,
    field: null,
    name: null,
    number: null,
    issuer: null,
    issued: null,
    expires: null,
    evidence: null,
    ...known,
  };
}
