import type { IsoDate } from '../domain/day.ts';
import type { CadreRecord, Unit } from '../domain/record.ts';
import type { Condition, RuleBook } from '../domain/requirement.ts';
import type { Finding, Status } from './finding.ts';
import { createAnchors } from './judge/anchors.ts';
import { createCatalogue } from './judge/catalogue.ts';
import { subjectOf } from './judge/check.ts';
import { createCheck, type Setting } from './judge/conditions.ts';
import { dayOf } from './judge/dates.ts';
import { createEquivalences } from './judge/equivalences.ts';
import { createNotes } from './judge/notes.ts';
import { createRequirementCheck, judgeRequirement } from './judge/requirementCheck.ts';
import { findRequirement } from './judge/requirementFinding.ts';
import { sentence } from './judge/texts.ts';
import { isInForce } from './judge/validity.ts';

/** A rule book made ready for one date: retired and not yet or no longer valid rules left out, conditions compiled. */
export type Rules = {
  /** Every requirement that binds the person or may bind them, in the order of the rule book; gates first. */
  readonly findGaps: (record: CadreRecord) => readonly Finding[];
  /** The same judgement without words, for many people: requirement id → status. */
  readonly judge: (record: CadreRecord) => ReadonlyMap<string, Status>;
  /** A condition made ready to be asked of many people: of a target, a class, a statistic. */
  readonly condition: (condition: Condition) => (record: CadreRecord) => Status;
  /** A condition with the reason for its status, in one Vietnamese sentence. */
  readonly explain: (
    condition: Condition,
  ) => (record: CadreRecord) => { readonly status: Status; readonly reason: string };
  /** What is doubtful in a record itself: a post that no longer exists, a former unit. Vietnamese sentences. */
  readonly notes: (record: CadreRecord) => readonly string[];
};

/** Prepares a rule book for a date. `units` are those that records name. Pure. */
export function prepareRules(book: RuleBook, units: readonly Unit[], asOf: IsoDate): Rules {
  const day = dayOf(asOf);
  const catalogue = createCatalogue(book.positions);
  const unitOf = new Map(units.map((unit) => [unit.code, unit]));
  const equivalences = createEquivalences(
    book.equivalences.filter((rule) => rule.status !== 'retired' && isInForce(rule, asOf)),
    ({ when }, all) => createCheck(when, { asOf: day, units: unitOf, catalogue, equivalences: all }, true),
  );
  const setting: Setting = { asOf: day, units: unitOf, catalogue, equivalences };
  const inForce = book.requirements.filter((rule) => rule.status !== 'retired' && isInForce(rule, asOf));
  const checks = [...inForce.filter(({ gate }) => gate), ...inForce.filter(({ gate }) => !gate)].map(
    (requirement) => createRequirementCheck(requirement, setting),
  );
  const anchors = createAnchors(
    checks.map(({ requirement }) => requirement.appliesTo),
    catalogue,
  );
  // One list for all people: nothing here waits, so none is asked while another's marks stand.
  const marks = new Uint8Array(checks.length);

  return {
    findGaps: (record) => {
      const subject = subjectOf(record);
      anchors.mark(record, marks);
      return checks
        .filter((_, at) => marks[at] === 1)
        .map((check) => findRequirement(check, subject))
        .filter((finding) => finding !== null);
    },
    judge: (record) => {
      const subject = subjectOf(record);
      const statuses = new Map<string, Status>();
      anchors.mark(record, marks);
      for (let at = 0; at < checks.length; at += 1) {
        const check = checks[at];
        if (check === undefined || marks[at] !== 1) continue;
        const status = judgeRequirement(check, subject);
        if (status !== null) statuses.set(check.requirement.id, status);
      }
      return statuses;
    },
    condition: (condition) => {
      const check = createCheck(condition, setting, false);
      return (record) => check.judge(subjectOf(record));
    },
    explain: (condition) => {
      const check = createCheck(condition, setting, false);
      return (record) => {
        const subject = subjectOf(record);
        const status = check.judge(subject);
        return { status, reason: sentence(check.explain(subject, null).clauses, status) };
      };
    },
    notes: createNotes(unitOf, catalogue, day),
  };
}
