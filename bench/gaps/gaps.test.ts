import { describe, expect, it } from 'vitest';
import { prepareRules } from '../../requirements/gaps.ts';
import { createGapRules } from './gapRules.ts';
import { judgeNaively } from './naiveRules.ts';
import { generatePeople, generateUnits } from './people.ts';

const AS_OF = '2026-11-22';
const book = createGapRules();
const units = generateUnits();
const unitOf = new Map(units.map((unit) => [unit.code, unit]));
const people = [...generatePeople(1_500, 7)];

describe('the people that figures are measured on', () => {
  it('are the same each time', () => {
    expect([...generatePeople(20, 7)]).toEqual(people.slice(0, 20));
    expect([...generatePeople(20, 8)]).not.toEqual(people.slice(0, 20));
  });

  it('meet every requirement, miss it, and leave it open', () => {
    const rules = prepareRules(book, units, AS_OF);
    const seen = new Set(people.flatMap((person) => [...rules.judge(person)].map((pair) => pair.join(' '))));
    const expected = book.requirements.flatMap(({ id }) => [`${id} met`, `${id} missing`, `${id} unknown`]);
    expect([...seen].sort()).toEqual(expected.sort());
  });
});

describe('the engine and the plain evaluator beside it', () => {
  it.each(['2026-11-22', '2026-12-31', '2024-02-29', '2019-06-15'])('judge alike on %s', (asOf) => {
    const rules = prepareRules(book, units, asOf);
    for (const person of people) {
      expect(Object.fromEntries(rules.judge(person))).toEqual(
        Object.fromEntries(judgeNaively(book, unitOf, asOf, person)),
      );
    }
  });
});
