import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ParsedDirective } from '../../domain/directive.ts';
import type { Condition, Reference } from '../../domain/requirement.ts';
import { parseDirective } from '../../ingest/parseDirective.ts';
import { readDocument } from '../../ingest/read/readDocument.ts';
import { prepareRules } from '../../requirements/gaps.ts';
import { checkExamples } from '../../requirements/ruleFile/ruleFileCheck.ts';
import { nameKey } from '../../vietnamese/nameKey.ts';
import { readSampleRoster } from '../roster/readSampleRoster.ts';
import { mergeBooks, readSampleRuleFiles, referencesOf, rulesOf } from './sampleRules.testing.ts';

const FILES = readSampleRuleFiles();
const BOOK = mergeBooks(FILES);

async function parseSamples(): Promise<ReadonlyMap<string | null, ParsedDirective>> {
  const folder = join(import.meta.dirname, '..', 'directives');
  const parsed = new Map<string | null, ParsedDirective>();
  for (const name of readdirSync(folder)) {
    const raw = await readDocument(readFileSync(join(folder, name)), name);
    const directive = parseDirective(raw, { fileName: name });
    parsed.set(directive.header.number, directive);
  }
  return parsed;
}

/** What is wrong with a reference, `null` where the words stand in the one provision that it names. */
function faultOf(
  { document, path, quote }: Reference,
  directives: ReadonlyMap<string | null, ParsedDirective>,
): string | null {
  const directive = directives.get(document);
  if (directive === undefined) return 'no such document';
  if (directive.kind !== 'issued') return 'not an issued document';
  const found = directive.provisions.filter((provision) =>
    path.every((label, index) => provision.path.at(index - path.length) === label),
  );
  const [provision] = found;
  if (provision === undefined || found.length > 1) return `${found.length} provisions`;
  return directive.text.slice(provision.start, provision.end).includes(quote) ? null : 'other words';
}

function positionsIn(condition: Condition): readonly string[] {
  switch (condition.form) {
    case 'post':
    case 'planned':
      return condition.positions;
    case 'all':
    case 'any':
      return condition.of.flatMap(positionsIn);
    case 'within':
    case 'by':
      return positionsIn(condition.condition);
    default:
      return [];
  }
}

describe('every sample rule', async () => {
  const directives = await parseSamples();

  test.each(referencesOf(BOOK))(
    '$id quotes a provision of a sample directive word for word',
    ({ reference }) => {
      expect(faultOf(reference, directives), reference.path.join(', ')).toBeNull();
    },
  );

  test('has an id of its own that says it is a sample, and the status of one', () => {
    const ids = rulesOf(BOOK).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, status } of rulesOf(BOOK)) expect([id.slice(0, 4), status]).toEqual(['mau.', 'sample']);
  });

  test('holds from a day on, and tells what to do next where something must be had', () => {
    for (const { id, from } of rulesOf(BOOK)) expect(from, id).not.toBeNull();
    for (const { id, nextStep } of BOOK.requirements) expect(nextStep, id).not.toBeNull();
  });
});

test.each(FILES)('$name says in its first line that it is a sample', ({ text }) => {
  expect(text.split('\n')[0]).toBe('# mẫu – chưa thẩm định');
});

test.each(FILES.filter(({ name }) => name !== 'chuc-danh.yaml'))(
  '$name: its examples come true, by itself and among all sample rules',
  ({ examples, book }) => {
    expect(examples.length).toBeGreaterThan(0);
    expect(checkExamples(examples, book)).toEqual([]);
    const { equivalences, positions } = BOOK;
    expect(checkExamples(examples, { ...book, equivalences, positions })).toEqual([]);
  },
);

test('the samples cover posts, grades, ranks of public employees, targets and classes', () => {
  expect(BOOK.requirements.length).toBeGreaterThanOrEqual(30);
  expect(BOOK.targets.map(({ measure }) => measure.kind).sort()).toEqual([
    'count',
    'count',
    'percent',
    'percent',
    'percent',
  ]);
  expect(BOOK.classes.length).toBeGreaterThanOrEqual(8);
  expect(BOOK.equivalences.length).toBe(4);
});

test('the vice chair of the sample ward, appointed before the decision, has until the end of 2027', async () => {
  const { units, cadres } = await readSampleRoster();
  const vice = cadres.find(({ code }) => code === 'MAU-017');
  if (vice === undefined) throw new Error('MAU-017 is gone from the sample roster');
  const findings = prepareRules(BOOK, units, '2026-11-22').findGaps(vice);
  const course = findings.find(({ requirement }) => requirement.id === 'mau.915.11-2.lanh-dao-cap-xa');
  expect(course).toMatchObject({ status: 'missing', due: '2027-12-31', overdue: false });
});

test('five days a year end on the eve of seven', () => {
  const days = (id: string) => BOOK.requirements.find((requirement) => requirement.id === id);
  expect(days('mau.915.12-1.so-ngay-nam-2026')?.until).toBe('2026-12-31');
  expect(days('mau.958.1-2.so-ngay-hang-nam')?.from).toBe('2027-01-01');
});

describe('the catalogue of positions', () => {
  const names = BOOK.positions.flatMap(({ name, aliases }) => [name, ...aliases]);

  test('has no two positions that are written alike', () => {
    const keys = names.map(nameKey);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('has every position that a rule or a successor names', () => {
    const known = new Set(BOOK.positions.map(({ name }) => name));
    const conditions = [
      ...BOOK.requirements.flatMap(({ appliesTo, needs, exemptions }) => [
        ...(appliesTo === null ? [] : [appliesTo]),
        needs,
        ...exemptions.map(({ when }) => when),
      ]),
      ...BOOK.classes.flatMap(({ group, conditions: asked }) => [group, asked]),
      ...BOOK.targets.flatMap(({ measure }) => (measure.kind === 'percent' ? [measure.group] : [])),
    ];
    const used = [
      ...conditions.flatMap(positionsIn),
      ...BOOK.positions.flatMap(({ successors }) => successors),
    ];
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });

  test('ends the positions of the districts with the districts', () => {
    const former = BOOK.positions.filter(({ until }) => until !== null);
    expect(former.length).toBeGreaterThanOrEqual(8);
    for (const { name, until } of former) {
      if (/Huyện|cấp huyện/.test(name)) expect(until, name).toBe('2025-06-30');
    }
  });
});
