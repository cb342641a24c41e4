import { type QualificationKind, rung } from '../../domain/ladders.ts';
import type { CadreRecord, Qualification, Training } from '../../domain/record.ts';
import type { Holds } from '../../domain/requirement.ts';
import type { Status } from '../finding.ts';
import { type Day, dayOf, notAfter, notBefore } from './dates.ts';
import { both, opposite } from './verdict.ts';
import { createWordTest } from './words.ts';

/** Kinds that only a diploma proves: having sat in a class does not. */
const DIPLOMA_ONLY: ReadonlySet<QualificationKind> = new Set(['degree', 'political_theory']);

/** What of a qualification is compared with what is asked. */
export const ASPECTS = ['level', 'field', 'name', 'issued', 'expires'] as const;
export type Aspect = (typeof ASPECTS)[number];

export type QualificationFit = {
  readonly kind: QualificationKind;
  /** Rung that is asked, -1 where any level will do. */
  readonly asked: number;
  readonly aspect: (qualification: Qualification, aspect: Aspect) => Status;
  readonly whole: (qualification: Qualification) => Status;
  /**
   * Calls `visit` with how well each thing of the record that is of the kind fits, completed classes included, until it returns
   * true.
   */
  readonly some: (record: CadreRecord, visit: Visit) => boolean;
};

/** `training` is the class that counts as the qualification, `null` for one that the record holds as such. */
type Visit = (fit: Status, qualification: Qualification, training: Training | null) => boolean;

/** When a class ended, as far as the record tells. */
export function finished(training: Training): string | null {
  return training.until ?? training.from;
}

/** `compared`: what of a qualification must fit, all of it unless said otherwise. */
export function createQualificationFit(
  ask: Holds,
  asOf: Day,
  compared: readonly Aspect[] = ASPECTS,
): QualificationFit {
  const asked = ask.level === null ? -1 : rung(ask.kind, ask.level);
  const fieldFits = createWordTest(ask.fields);
  const nameFits = createWordTest(ask.names);
  const from = ask.issuedFrom === null ? null : dayOf(ask.issuedFrom);
  const before = ask.issuedBefore === null ? null : dayOf(ask.issuedBefore);
  const countsClasses = !DIPLOMA_ONLY.has(ask.kind);

  function level(held: string | null): Status {
    if (asked === -1) return 'met';
    const at = held === null ? -1 : rung(ask.kind, held);
    if (at === -1) return 'unknown';
    return at >= asked ? 'met' : 'missing';
  }

  function words(any: boolean, text: string | null, fits: (text: string) => boolean): Status {
    if (any) return 'met';
    if (text === null) return 'unknown';
    return fits(text) ? 'met' : 'missing';
  }

  function issued(date: string | null): Status {
    if (date === null) return from === null && before === null ? 'met' : 'unknown';
    let status = notAfter(date, asOf);
    if (from !== null) status = both(status, notBefore(date, from));
    if (before !== null) status = both(status, opposite(notBefore(date, before)));
    return status;
  }

  function aspect(qualification: Qualification, which: Aspect): Status {
    switch (which) {
      case 'level':
        return level(qualification.level);
      case 'field':
        return words(ask.fields.length === 0, qualification.field, fieldFits);
      case 'name':
        return words(ask.names.length === 0, qualification.name, nameFits);
      case 'issued':
        return issued(qualification.issued);
      case 'expires':
        return qualification.expires === null ? 'met' : notBefore(qualification.expires, asOf);
    }
  }

  function whole(qualification: Qualification): Status {
    let status: Status = 'met';
    for (const which of compared) {
      status = both(status, aspect(qualification, which));
      if (status === 'missing') return status;
    }
    return status;
  }

  function some(record: CadreRecord, visit: Visit): boolean {
    for (const qualification of record.qualifications) {
      if (qualification.kind === ask.kind && visit(whole(qualification), qualification, null)) return true;
    }
    if (!countsClasses) return false;
    for (const training of record.trainings) {
      if (training.kind !== ask.kind || training.completed === false) continue;
      const held = asQualification(training, ask.fields.length > 0 && fieldFits(training.className));
      // A class without any date, of which nobody says that it was completed, may still be going on.
      const over = finished(training) === null && training.completed === null ? 'unknown' : 'met';
      if (visit(both(whole(held), over), held, training)) return true;
    }
    return false;
  }

  return { kind: ask.kind, asked, aspect, whole, some };
}

/** A completed class as the certificate that it gives. Its name tells the field only by naming the one that is asked for. */
function asQualification(training: Training, namesField: boolean): Qualification {
  return {
    kind: training.kind ?? 'other',
    level: training.level,
    field: namesField ? training.className : null,
    name: training.className,
    number: null,
    issuer: null,
    issued: finished(training),
    expires: null,
    evidence: null,
  };
}
