import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LADDERS } from '../domain/ladders.ts';
import type { CadreRecord, Qualification } from '../domain/record.ts';
import type { Condition } from '../domain/requirement.ts';
import { AS_OF, book, qualification, record, units } from './arbitrary.testing.ts';
import type { Status } from './finding.ts';
import { prepareRules } from './gaps.ts';
import { either } from './judge/verdict.ts';

const RUNS = { numRuns: 1_000 };
const WORTH: Readonly<Record<Status, number>> = { missing: 0, unknown: 1, met: 2 };

/** Pairs of what was and what is, for every requirement that binds before or after. */
function changes(
  before: ReadonlyMap<string, Status>,
  after: ReadonlyMap<string, Status>,
): readonly (readonly [Status | null, Status | null])[] {
  return [...new Set([...before.keys(), ...after.keys()])].map((id) => [
    before.get(id) ?? null,
    after.get(id) ?? null,
  ]);
}

describe('for any person and any rules', () => {
  it('the judgement with words and the one without them agree, gates first', () => {
    fc.assert(
      fc.property(book, record, (rules, person) => {
        const prepared = prepareRules(rules, units, AS_OF);
        const findings = prepared.findGaps(person);
        expect(findings.map((finding) => [finding.requirement.id, finding.status])).toEqual([
          ...prepared.judge(person),
        ]);
        const gates = findings.map((finding) => finding.requirement.gate);
        expect(gates).toEqual(gates.toSorted((one, other) => Number(other) - Number(one)));
      }),
      RUNS,
    );
  });

  it('a requirement is judged by its conditions, whether or not it was looked up by a name', () => {
    fc.assert(
      fc.property(book, record, (rules, person) => {
        const prepared = prepareRules(rules, units, AS_OF);
        const judged = prepared.judge(person);
        for (const { id, appliesTo, needs, exemptions } of rules.requirements) {
          const applies = appliesTo === null ? 'met' : prepared.condition(appliesTo)(person);
          const exempt = exemptions
            .map(({ when }) => prepared.condition(when)(person))
            .reduce(either, 'missing');
          // Where only holders are bound, the record decides whether it binds.
          if (bindsHolders(needs)) continue;
          const has = either(prepared.condition(needs)(person), exempt);
          const bound = has === 'met' || applies === 'met' ? has : 'unknown';
          expect(judged.get(id) ?? null).toBe(applies === 'missing' ? null : bound);
        }
      }),
      RUNS,
    );
  });

  it('every finding has one sentence, a day only where it says so, and what would settle the unknown', () => {
    fc.assert(
      fc.property(book, record, (rules, person) => {
        for (const finding of prepareRules(rules, units, AS_OF).findGaps(person)) {
          expect(finding.reason).toMatch(/^\p{Lu}?.*[^.]\.$/u);
          expect(finding.reason).not.toContain(person.name);
          expect(finding.reason).not.toMatch(/null|undefined|NaN|Infinity/);
          if (finding.overdue) expect([finding.status, finding.due !== null]).toEqual(['missing', true]);
          if (finding.status === 'unknown') expect(finding.due).toBeNull();
          const claims = finding.settledBy.map(({ claim }) => claim);
          expect(claims.filter((claim) => !/^\p{Ll}.*[^.]$/u.test(claim))).toEqual([]);
          expect(new Set(claims).size).toBe(claims.length);
          expect(claims.length > 0).toBe(finding.status === 'unknown');
          if (finding.status !== 'met')
            expect([finding.exemptedBy, finding.equalledBy]).toEqual([null, null]);
        }
      }),
      RUNS,
    );
  });

  it('one more qualification never turns met into missing, nor into unknown', () => {
    fc.assert(
      fc.property(book, record, qualification, (rules, person, more) => {
        const { judge } = prepareRules(rules, units, AS_OF);
        const richer = { ...person, qualifications: [...person.qualifications, more] };
        const [before, after] = [judge(person), judge(richer)];
        for (const { id, needs } of rules.requirements) {
          const was = before.get(id) ?? null;
          const is = after.get(id) ?? null;
          // A certificate may bring the duty to renew it, and a lower one tells that there was none to be renewed.
          if (bindsHolders(needs)) {
            if (was === 'met') expect(['met', null]).toContain(is);
            continue;
          }
          if (was === 'met') expect(is).toBe('met');
          expect(is === null).toBe(was === null);
        }
      }),
      RUNS,
    );
  });

  it('a higher level never does worse', () => {
    fc.assert(
      fc.property(book, record, fc.nat(), (rules, person, at) => {
        const { judge } = prepareRules(rules, units, AS_OF);
        const raised = {
          ...person,
          qualifications: person.qualifications.map((each, place) =>
            place === at % person.qualifications.length ? raise(each) : each,
          ),
        };
        for (const [before, after] of changes(judge(person), judge(raised))) {
          expect(WORTH[after ?? 'missing']).toBeGreaterThanOrEqual(WORTH[before ?? 'missing']);
        }
      }),
      RUNS,
    );
  });

  it('knowing less of the person only makes unknown what was known', () => {
    const facts = [
      'birth',
      'sex',
      'party',
      'ethnicity',
      'recruited',
    ] as const satisfies readonly (keyof CadreRecord)[];
    fc.assert(
      fc.property(book, record, fc.subarray([...facts], { minLength: 1 }), (rules, person, forgotten) => {
        const { judge } = prepareRules(rules, units, AS_OF);
        const less = { ...person, ...Object.fromEntries(forgotten.map((fact) => [fact, null])) };
        for (const [before, after] of changes(judge(person), judge(less))) {
          if (before === null) expect(after).not.toBe('missing');
          else expect([before, 'unknown']).toContain(after);
        }
      }),
      RUNS,
    );
  });
});

function bindsHolders(condition: Condition): boolean {
  switch (condition.form) {
    case 'renewed':
      return condition.holdersOnly;
    case 'all':
    case 'any':
      return condition.of.some(bindsHolders);
    case 'within':
    case 'by':
      return bindsHolders(condition.condition);
    default:
      return false;
  }
}

function raise(held: Qualification): Qualification {
  const ladder: readonly string[] = LADDERS[held.kind];
  const at = held.level === null ? -1 : ladder.indexOf(held.level);
  return at === -1 ? held : { ...held, level: ladder[at + 1] ?? held.level };
}
