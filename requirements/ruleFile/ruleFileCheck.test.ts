import { expect, test } from 'vitest';
import { fileWith } from './ruleFile.testing.ts';
import { readRuleFile } from './ruleFile.ts';
import { checkExamples } from './ruleFileCheck.ts';

/** What is wrong with examples of a file that asks of party members to hold a bachelor's degree. */
function faultsOf(examples: string): readonly string[] {
  const rule = fileWith(
    '{ holds: degree, level: dai_hoc }',
    '    applies_to: { party: true }\n    from: 2026-04-01\n',
  );
  const offers = `targets:
  - { id: thu.2, title: T, status: sample, percent: 90, group: { party: true }, condition: { sex: female }, reference: { document: d, path: Điều 1, quote: q } }
classes:
  - { id: thu.3, title: C, status: sample, until: 2026-12-31, group: { party: true }, conditions: { grade: CVC }, gives: { party: true }, reference: { document: d, path: Điều 1, quote: q } }
`;
  const read = readRuleFile(`${rule}${offers}examples:\n${examples}`);
  if (!read.ok) throw new Error(read.problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return checkExamples(read.file.examples, read.file.book).map(({ line, message }) => `${line} ${message}`);
}

test('an example that comes true has no fault', () => {
  const person = 'person: { party: true, lacks: [degree] }';
  expect(faultsOf(`  - { ${person}, as_of: 2026-11-22, expect: { thu.1: missing } }\n`)).toEqual([]);
});

test('one that does not is told with its line, what it expects and what comes out', () => {
  const person = 'person: { party: true }';
  expect(faultsOf(`  - { ${person}, as_of: 2026-11-22, expect: { thu.1: met } }\n`)).toEqual([
    '14 Ví dụ không đúng: “thu.1” phải là met, nhưng tính ra unknown. Hãy xem lại quy tắc hoặc ví dụ.',
  ]);
});

test('a requirement that binds the person and is not expected is told', () => {
  expect(faultsOf('  - { person: {}, as_of: 2026-11-22, expect: {} }\n')).toEqual([
    expect.stringMatching(/^14 Ví dụ thiếu “thu\.1”.*tính ra unknown/),
  ]);
});

test('a rule that is not in force binds nobody', () => {
  const person = 'person: { party: true }';
  expect(faultsOf(`  - { ${person}, as_of: 2026-03-31, expect: { thu.1: unbound } }\n`)).toEqual([]);
  expect(
    faultsOf(`  - { ${person}, as_of: 2027-01-01, expect: { thu.1: unknown, thu.3: unbound } }\n`),
  ).toEqual([]);
});

test('classes and percentage targets ask for the group and its conditions', () => {
  const person = 'person: { party: true, sex: female, grades: [Chuyên viên], lacks: [degree] }';
  const others = '{ party: false }';
  expect(
    faultsOf(
      `  - { ${person}, as_of: 2026-11-22, expect: { thu.1: missing, thu.2: met, thu.3: missing } }
  - { person: ${others}, as_of: 2026-11-22, expect: { thu.2: unbound, thu.3: unbound } }
  - { ${person}, as_of: 2026-11-22, assume: { grade: Chuyên viên chính }, expect: { thu.1: missing, thu.3: met } }
`,
    ),
  ).toEqual([]);
});
