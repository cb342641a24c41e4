import type { CadreRecord } from '../../domain/record.ts';
import type { ClassOffer, RuleBook } from '../../domain/requirement.ts';
import type { Status } from '../finding.ts';
import { prepareRules, type Rules } from '../gaps.ts';
import { isInForce } from '../judge/validity.ts';
import { both } from '../judge/verdict.ts';
import { assume } from '../whatIf.ts';
import type { RuleExample } from './ruleExample.ts';
import { UNBOUND } from './ruleExamples.ts';
import { ruleFileTexts as texts } from './ruleFileTexts.ts';
import type { RuleProblem } from './ruleProblem.ts';

/**
 * Judges the people of examples by a rule book. A problem for every expectation that does not come true, and for every
 * requirement that binds a person of whom the example does not say so. Pure.
 */
export function checkExamples(examples: readonly RuleExample[], book: RuleBook): readonly RuleProblem[] {
  return examples.flatMap((example) => {
    const found = judgeExample(example, book);
    const ids = new Set([...Object.keys(example.expected), ...found.requirements.keys()]);
    return [...ids].flatMap((id): readonly RuleProblem[] => {
      const expected = example.expected[id];
      const got = found.statusOf(id);
      if (expected === got) return [];
      const message =
        expected === undefined
          ? texts.unexpected(id, nameOf(got))
          : texts.difference(id, nameOf(expected), nameOf(got));
      return [{ line: example.line, column: 1, message }];
    });
  });
}

/** As an example writes it. */
function nameOf(status: Status | null): string {
  return status ?? UNBOUND;
}

type Judged = {
  readonly requirements: ReadonlyMap<string, Status>;
  /** `null` for what does not bind the person, or is not in force. */
  readonly statusOf: (id: string) => Status | null;
};

function judgeExample({ record, units, asOf, assumption }: RuleExample, book: RuleBook): Judged {
  const rules = prepareRules(book, units, asOf);
  const judged = assumption === null ? record : assume(record, assumption, asOf);
  const requirements = rules.judge(judged);
  const offers = offersOf(book).filter((offer) => isInForce(offer, asOf));
  return {
    requirements,
    statusOf: (id) => {
      const offer = offers.find((each) => each.id === id);
      return requirements.get(id) ?? (offer === undefined ? null : judgeOffer(offer, rules, judged));
    },
  };
}

type Offer = Pick<ClassOffer, 'id' | 'from' | 'until' | 'group' | 'conditions'>;

/** Classes and percentage targets: both ask something of the people of a group. */
function offersOf({ classes, targets }: RuleBook): readonly Offer[] {
  const percentages = targets.flatMap(({ measure, ...target }) =>
    measure.kind === 'percent' ? [{ ...target, group: measure.group, conditions: measure.condition }] : [],
  );
  return [...classes, ...percentages];
}

function judgeOffer({ group, conditions }: Offer, rules: Rules, record: CadreRecord): Status | null {
  const belongs = rules.condition(group)(record);
  return belongs === 'missing' ? null : both(belongs, rules.condition(conditions)(record));
}
