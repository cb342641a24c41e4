import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Condition } from '../../domain/requirement.ts';
import { readRuleFile } from '../../requirements/ruleFile/ruleFile.ts';
import { checkExamples } from '../../requirements/ruleFile/ruleFileCheck.ts';
import { mergeBooks, readSampleRuleFiles, rulesOf } from '../requirements/sampleRules.testing.ts';

const BOOK = mergeBooks(readSampleRuleFiles());
const read = readRuleFile(
  readFileSync(join(import.meta.dirname, 'personas.yaml'), 'utf8'),
  rulesOf(BOOK).map(({ id }) => id),
);
if (!read.ok) throw new Error(read.problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
const PERSONAS = read.file.examples;

/** Every form of condition that decides for the person of an example, however deep it stands. */
function formsOf(condition: Condition): readonly Condition['form'][] {
  switch (condition.form) {
    case 'all':
    case 'any':
      return [condition.form, ...condition.of.flatMap(formsOf)];
    case 'within':
    case 'by':
      return [condition.form, ...formsOf(condition.condition)];
    case 'renewed':
      return ['renewed', ...formsOf(condition.of)];
    default:
      return [condition.form];
  }
}

describe('personas', () => {
  test.each(PERSONAS)('$title', (persona) => {
    expect(checkExamples([persona], BOOK)).toEqual([]);
  });

  test('are forty or more, each with a title of its own', () => {
    const titles = PERSONAS.map(({ title }) => title);
    expect(titles).not.toContain(null);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.length).toBeGreaterThanOrEqual(40);
  });

  test('say of every requirement what they expect, with every status', () => {
    const expected = new Map<string, Set<string>>();
    for (const persona of PERSONAS) {
      for (const [id, status] of Object.entries(persona.expected)) {
        expected.set(id, (expected.get(id) ?? new Set()).add(status ?? 'unbound'));
      }
    }
    for (const { id } of BOOK.requirements) expect([...(expected.get(id) ?? [])], id).not.toEqual([]);
    const all = new Set([...expected.values()].flatMap((statuses) => [...statuses]));
    expect([...all].sort()).toEqual(['met', 'missing', 'unbound', 'unknown']);
  });

  test('meet every form of condition', () => {
    const asked = new Set(PERSONAS.flatMap(({ expected }) => Object.keys(expected)));
    const forms = new Set([
      ...BOOK.requirements
        .filter(({ id }) => asked.has(id))
        .flatMap(({ appliesTo, needs, exemptions }) => [
          ...(appliesTo === null ? [] : formsOf(appliesTo)),
          ...formsOf(needs),
          ...exemptions.flatMap(({ when }) => formsOf(when)),
        ]),
      ...BOOK.classes
        .filter(({ id }) => asked.has(id))
        .flatMap(({ group, conditions }) => [...formsOf(group), ...formsOf(conditions)]),
    ]);
    expect([...forms].sort()).toEqual([
      'age',
      'all',
      'any',
      'attended',
      'by',
      'ethnicity',
      'evaluated',
      'grade',
      'group',
      'holds',
      'party',
      'planned',
      'political_conclusion',
      'post',
      'renewed',
      'seniority',
      'sex',
      'training_days',
      'unit',
      'unit_tier',
      'within',
    ]);
  });
});
