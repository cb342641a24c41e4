import type { ClassOffer, Condition, CountTarget, PercentTarget, Target } from '../../domain/requirement.ts';
import { measureCoverage } from '../../requirements/counting/coverage.ts';
import { findEligible } from '../../requirements/counting/eligibility.ts';
import { FACETS } from '../../requirements/counting/facet.ts';
import { measureReadiness } from '../../requirements/counting/readiness.ts';
import { countPeople } from '../../requirements/counting/statistics.ts';
import { measureTargets } from '../../requirements/counting/targets.ts';
import { countTrainings } from '../../requirements/counting/trainingCounts.ts';
import { measureTargetTrends } from '../../requirements/counting/trend.ts';
import { prepareRules } from '../../requirements/gaps.ts';
import { createGapRules } from './gapRules.ts';
import { CAPITAL, generatePeople, generateUnits } from './people.ts';

const AS_OF = '2026-11-22';
const BEFORE = '2024-12-31';
const SIZES = [1_000, 10_000, CAPITAL];

const theory = (level: string): Condition => ({
  form: 'holds',
  kind: 'political_theory',
  level,
  fields: [],
  names: [],
  issuedFrom: null,
  issuedBefore: null,
});
const LEADERS: Condition = { form: 'post', positions: [], leadership: true, months: null };
const PLANNED: Condition = { form: 'planned', positions: [], leadership: true };
const WOMEN: Condition = { form: 'sex', is: 'female' };
const REFERENCE = { document: '05-CTr/ĐU', path: ['Phần I'], quote: 'mẫu để đo' };

const MEASURES: readonly (PercentTarget | CountTarget)[] = [
  { kind: 'percent', percent: 100, group: LEADERS, condition: theory('trung_cap') },
  { kind: 'percent', percent: 90, group: PLANNED, condition: theory('trung_cap') },
  {
    kind: 'percent',
    percent: 90,
    group: { form: 'all', of: [PLANNED, WOMEN] },
    condition: { form: 'any', of: [theory('cao_cap'), { form: 'age', from: 55, to: null }] },
  },
  { kind: 'percent', percent: 80, group: WOMEN, condition: { form: 'training_days', days: 5 } },
  { kind: 'count', count: 45, noun: 'lớp', names: ['bồi dưỡng', 'kỹ năng'], except: ['tham quan'] },
];
const TARGETS = MEASURES.map(
  (measure, at): Target => ({
    id: `do.chi-tieu-${at + 1}`,
    title: 'Chỉ tiêu để đo',
    status: 'sample',
    unit: at === 1 ? 'DD' : null,
    reference: REFERENCE,
    from: '2022-01-01',
    until: null,
    measure,
  }),
);
const OFFER: ClassOffer = {
  id: 'do.lop',
  title: 'Lớp để đo',
  status: 'sample',
  group: LEADERS,
  conditions: { form: 'all', of: [{ form: 'party', member: true }, theory('trung_cap')] },
  gives: theory('cao_cap'),
  reference: REFERENCE,
  from: null,
  until: null,
};

type TargetFigures = {
  readonly people: number;
  /** Seconds on one core, each a single run over everyone. */
  readonly targets: number;
  readonly facets: number;
  readonly trend: number;
  readonly readiness: number;
  readonly coverage: number;
  readonly eligibility: number;
  readonly trainings: number;
};

/** How fast staff's questions about all their people are counted: five targets, all facets, and each of the others once. */
export function measureTargetsAndStatistics(say: (line: string) => void): readonly TargetFigures[] {
  const book = createGapRules();
  const units = generateUnits();
  const now = { asOf: AS_OF, rules: prepareRules(book, units, AS_OF) };
  const then = { asOf: BEFORE, rules: prepareRules(book, units, BEFORE) };
  // The first, small run warms up what the others are measured with.
  return [SIZES[0] ?? 0, ...SIZES]
    .map((size): TargetFigures => {
      say(`${size} people are being made up and counted …`);
      const people = [...generatePeople(size)];
      return {
        people: size,
        targets: seconds(() => measureTargets(TARGETS, people, units, now.rules, AS_OF)),
        facets: seconds(() => countPeople(people, units, FACETS, AS_OF, book.positions)),
        trend: seconds(() => measureTargetTrends(TARGETS, people, units, then, now)),
        readiness: seconds(() => measureReadiness(people, book, now.rules, AS_OF)),
        coverage: seconds(() => measureCoverage(people, now.rules, AS_OF, 12)),
        eligibility: seconds(() => findEligible(OFFER, people, now.rules)),
        trainings: seconds(() => countTrainings(people, { from: '2026-01-01', until: AS_OF })),
      };
    })
    .slice(1);
}

function seconds(work: () => unknown): number {
  const begin = performance.now();
  work();
  return Math.round(performance.now() - begin) / 1_000;
}
