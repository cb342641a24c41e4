import { describe, expect, test } from 'vitest';
import type { Condition } from '../../domain/requirement.ts';
import { fileWith } from './ruleFile.testing.ts';
import { type RuleFile, readRuleFile } from './ruleFile.ts';

function fileOf(text: string): RuleFile {
  const read = readRuleFile(text);
  if (read.ok) return read.file;
  throw new Error(read.problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
}

function needsOf(needs: string): Condition | undefined {
  return fileOf(fileWith(needs)).book.requirements[0]?.needs;
}

describe('a rule file', () => {
  test('may be empty', () => {
    const book = { requirements: [], equivalences: [], positions: [], targets: [], classes: [] };
    expect(readRuleFile('# chưa có gì\n')).toEqual({ ok: true, file: { book, examples: [] } });
  });

  test('gives every part of a requirement, what is left out as not said', () => {
    expect(fileOf(fileWith('{ training_days: 5 }')).book.requirements).toEqual([
      {
        id: 'thu.1',
        title: 'Thử',
        status: 'sample',
        from: null,
        until: null,
        appliesTo: null,
        needs: { form: 'training_days', days: 5 },
        exemptions: [],
        gate: false,
        reference: {
          document: '915/2026/QĐ-UBND',
          path: ['Điều 8', 'khoản 2'],
          quote: 'Trình độ trung cấp',
        },
        nextStep: null,
      },
    ]);
  });

  test('takes status and document from its head for rules that name none', () => {
    const text = `status: proposed
document: 12/2026/NĐ-CP
requirements:
  - { id: a, title: A, needs: { party: true }, reference: { path: Điều 1, quote: a } }
  - { id: b, title: B, status: approved, needs: { party: true }, reference: { document: 5/QĐ, path: Điều 2, quote: b } }
`;
    const { requirements } = fileOf(text).book;
    expect(requirements.map(({ status, reference }) => [status, reference.document, reference.path])).toEqual(
      [
        ['proposed', '12/2026/NĐ-CP', ['Điều 1']],
        ['approved', '5/QĐ', ['Điều 2']],
      ],
    );
  });

  test('reads equivalences, positions, targets of both kinds and classes', () => {
    const reference = 'reference: { document: d, path: Điều 1, quote: q }';
    const { book } = fileOf(`
status: sample
equivalences:
  - { id: e, when: { party: true }, counts_as: { kind: it, level: co_ban }, ${reference} }
positions:
  - { name: Trưởng phòng, aliases: [TP Kinh tế], leadership: true, until: 2025-06-30, successors: [Trưởng phòng] }
targets:
  - { id: t1, title: T, percent: 90, group: { sex: female }, condition: { party: true }, unit: LG-NL, ${reference} }
  - { id: t2, title: T, count: 45, noun: lớp, except: tham quan, ${reference} }
classes:
  - { id: c, title: C, group: { party: true }, conditions: { age: { to: 40 } }, gives: { holds: it, level: co_ban }, ${reference} }
`);
    expect(book.equivalences[0]).toMatchObject({ countsAs: { kind: 'it', level: 'co_ban' } });
    expect(book.positions).toEqual([
      {
        name: 'Trưởng phòng',
        aliases: ['TP Kinh tế'],
        tier: null,
        leadership: true,
        until: '2025-06-30',
        successors: ['Trưởng phòng'],
      },
    ]);
    expect(book.targets.map(({ measure }) => measure)).toEqual([
      {
        kind: 'percent',
        percent: 90,
        group: { form: 'sex', is: 'female' },
        condition: { form: 'party', member: true },
      },
      { kind: 'count', count: 45, noun: 'lớp', names: [], except: ['tham quan'] },
    ]);
    expect(book.classes[0]?.conditions).toEqual({ form: 'age', from: null, to: 40 });
  });

  test('keeps a grade code as it is written, and a number that looks like one', () => {
    expect(needsOf('{ grade: [01.003, 0123] }')).toEqual({
      form: 'grade',
      grades: ['01.003', '0123'],
      months: null,
    });
  });

  test('lets a part be named once and used again', () => {
    const text = fileWith(
      '&co_bang { holds: degree, level: dai_hoc }',
      '    applies_to: { party: true }\n',
    ).replace(
      '    reference',
      '    exempt: [{ when: *co_bang, reference: { document: d, path: Điều 1, quote: q } }]\n    reference',
    );
    const [requirement] = fileOf(text).book.requirements;
    expect(requirement?.exemptions[0]?.when).toEqual(requirement?.needs);
  });
});

describe('a condition', () => {
  const holds = {
    form: 'holds',
    kind: 'it',
    level: 'co_ban',
    fields: [],
    names: [],
    issuedFrom: null,
    issuedBefore: null,
  } as const;

  test.each<[string, Condition]>([
    ['{ holds: it, level: co_ban }', holds],
    [
      '{ holds: it, names: Tin học A, fields: [x, y], issued_from: 2010-01-01, issued_before: 2016-08-10 }',
      {
        ...holds,
        level: null,
        names: ['Tin học A'],
        fields: ['x', 'y'],
        issuedFrom: '2010-01-01',
        issuedBefore: '2016-08-10',
      },
    ],
    [
      '{ attended: kỹ năng số, days: 3, programme: Đề án 165 }',
      { form: 'attended', names: ['kỹ năng số'], kind: null, level: null, days: 3, programme: 'Đề án 165' },
    ],
    [
      '{ attended: [], kind: it, level: nang_cao }',
      { form: 'attended', names: [], kind: 'it', level: 'nang_cao', days: null, programme: null },
    ],
    [
      '{ renewed: { holds: it, level: co_ban }, months: 60 }',
      { form: 'renewed', months: 60, of: holds, holdersOnly: false },
    ],
    [
      '{ renewed: { holds: it, level: co_ban }, months: 60, holders_only: true }',
      { form: 'renewed', months: 60, of: holds, holdersOnly: true },
    ],
    [
      '{ within: { holds: it, level: co_ban }, months: 12, after: appointment }',
      { form: 'within', months: 12, after: 'appointment', condition: holds, transition: null },
    ],
    [
      '{ within: { holds: it, level: co_ban }, months: 12, after: grade, transition: { before: 2026-04-01, due: 2027-12-31 } }',
      {
        form: 'within',
        months: 12,
        after: 'grade',
        condition: holds,
        transition: { before: '2026-04-01', due: '2027-12-31' },
      },
    ],
    [
      '{ by: { holds: it, level: co_ban }, day: 2027-12-31 }',
      { form: 'by', day: '2027-12-31', condition: holds },
    ],
    [
      '{ all: [{ party: false }, { any: { sex: male } }] }',
      {
        form: 'all',
        of: [
          { form: 'party', member: false },
          { form: 'any', of: [{ form: 'sex', is: 'male' }] },
        ],
      },
    ],
    ['{ age: { from: 55 } }', { form: 'age', from: 55, to: null }],
    ['{ seniority: { months: 36 } }', { form: 'seniority', months: 36 }],
    ['{ ethnicity: minority }', { form: 'ethnicity', minority: true }],
    ['{ ethnicity: kinh }', { form: 'ethnicity', minority: false }],
    ['{ unit: LG-NL }', { form: 'unit', units: ['LG-NL'] }],
    ['{ unit_tier: [province, commune] }', { form: 'unit_tier', tiers: ['province', 'commune'] }],
    ['{ post: leadership }', { form: 'post', positions: [], leadership: true, months: null }],
    ['{ post: not_leadership }', { form: 'post', positions: [], leadership: false, months: null }],
    [
      '{ post: Trưởng phòng, months: 24 }',
      { form: 'post', positions: ['Trưởng phòng'], leadership: null, months: 24 },
    ],
    ['{ planned: [Giám đốc Sở] }', { form: 'planned', positions: ['Giám đốc Sở'], leadership: null }],
    ['{ group: Diện A }', { form: 'group', groups: ['Diện A'] }],
    ['{ evaluated: good, years: 2 }', { form: 'evaluated', atLeast: 'good', years: 2 }],
    ['{ political_conclusion: passed }', { form: 'political_conclusion' }],
  ])('%s', (written, condition) => {
    expect(needsOf(written)).toEqual(condition);
  });
});

describe('an example', () => {
  test('says only what matters; the rest is not known', () => {
    const [example] = fileOf(
      fileWith(
        '{ party: true }',
        `examples:
  - title: Ví dụ
    as_of: 2026-11-22
    assume: { post: Trưởng phòng }
    person:
      tier: commune
      birth: 1980
      posts: [Phó Trưởng phòng, { position: Trưởng phòng, from: 2025-07 }]
      qualifications: [{ kind: degree, level: dai_hoc }]
      trainings: [{ class: Kỹ năng số, days: 3, completed: false }]
      evaluations: { 2025: good }
    expect: { thu.1: unbound }
`,
      ),
    ).examples;
    expect(example).toMatchObject({
      line: 8,
      title: 'Ví dụ',
      asOf: '2026-11-22',
      assumption: { kind: 'post', name: 'Trưởng phòng' },
      expected: { 'thu.1': null },
      record: {
        birth: '1980',
        sex: null,
        party: null,
        posts: [
          { position: 'Phó Trưởng phòng', from: null },
          { position: 'Trưởng phòng', from: '2025-07' },
        ],
        qualifications: [{ kind: 'degree', level: 'dai_hoc', field: null, issued: null }],
        trainings: [{ className: 'Kỹ năng số', completed: false }],
        evaluations: [{ year: 2025, rating: 'good' }],
        planned: [],
        reviewed: null,
        sample: true,
      },
    });
    expect(example?.units.map(({ code, tier }) => [code, tier])).toEqual([[example?.record.unit, 'commune']]);
  });
});
