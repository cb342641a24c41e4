import type { IsoDate } from '../domain/directive.ts';
import type { CadreRecord, Unit } from '../domain/record.ts';
import type { Condition, RuleBook } from '../domain/requirement.ts';
import type { Finding, Status } from './finding.ts';

/** A rule book made ready for one date: retired and not yet or no longer valid rules left out, conditions compiled. */
export type Rules = {
  /** Every requirement that binds the person or may bind them, in the order of the rule book; gates first. */
  readonly findGaps: (record: CadreRecord) => readonly Finding[];
  /** The same judgement without words, for many people: requirement id → status. */
  readonly judge: (record: CadreRecord) => ReadonlyMap<string, Status>;
  /** A condition made ready to be asked of many people: of a target, a class, a statistic. */
  readonly condition: (condition: Condition) => (record: CadreRecord) => Status;
  /** What is doubtful in a record itself: a post that no longer exists, a former unit. Vietnamese sentences. */
  readonly notes: (record: CadreRecord) => readonly string[];
};

/** Prepares a rule book for a date. `units` are those that records name. Pure. */
export function prepareRules(_book: RuleBook, _units: readonly Unit[], _asOf: IsoDate): Rules {
  throw new Error('not written yet');
}
