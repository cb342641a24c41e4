import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LADDERS, QUALIFICATION_KINDS, RATINGS } from '../../domain/ladders.ts';
import { type CadreRecord, TRAINING_MODES } from '../../domain/record.ts';
import { createRecordReader, readRecordText, writeRecordText } from './recordText.ts';

const date = fc.constantFrom('2019', '2019-12', '2019-12-05');
const words = fc.string({ unit: 'binary' });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const kind = fc.constantFrom(...QUALIFICATION_KINDS);
const level = fc.constantFrom(...Object.values(LADDERS).flat());
const period = { from: maybe(date), until: maybe(date) };
const post = { ...period, position: words, unit: maybe(words) };

/** Records in which every field takes every kind of value, `null` included; without phone. */
const records: fc.Arbitrary<CadreRecord> = fc.record({
  code: words,
  name: words,
  birth: maybe(date),
  sex: maybe(fc.constantFrom('male', 'female')),
  unit: words,
  phone: fc.constant(null),
  ethnicity: maybe(words),
  party: maybe(fc.boolean()),
  partyJoined: maybe(date),
  recruited: maybe(date),
  posts: fc.array(fc.record(post)),
  planned: fc.array(fc.record({ ...post, term: maybe(words) })),
  grades: fc.array(fc.record({ ...period, name: words, code: maybe(words) })),
  groups: fc.array(fc.record({ ...period, name: words })),
  qualifications: fc.array(
    fc.record({
      kind,
      level: maybe(level),
      field: maybe(words),
      name: maybe(words),
      number: maybe(words),
      issuer: maybe(words),
      issued: maybe(date),
      expires: maybe(date),
      evidence: maybe(words),
    }),
  ),
  lacks: fc.array(kind),
  trainings: fc.array(
    fc.record({
      className: words,
      kind: maybe(kind),
      level: maybe(level),
      ...period,
      days: maybe(fc.nat()),
      place: maybe(words),
      abroad: maybe(fc.boolean()),
      mode: maybe(fc.constantFrom(...TRAINING_MODES)),
      programme: maybe(words),
      completed: maybe(fc.boolean()),
    }),
  ),
  evaluations: fc.array(fc.record({ year: fc.nat(), rating: fc.constantFrom(...RATINGS) })),
  conclusions: fc.array(fc.record({ date: maybe(date), passed: fc.boolean(), issuer: maybe(words) })),
  reviewed: maybe(fc.constant('2026-01-31')),
  sample: fc.boolean(),
});

describe('the stored text of a record', () => {
  it('gives the record back, whatever is in it', () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(readRecordText(writeRecordText(record))).toEqual(record);
      }),
    );
  });

  it('is read by one reader for many records as by one for each', () => {
    const read = createRecordReader();
    fc.assert(
      fc.property(records, (record) => {
        expect(read(writeRecordText(record))).toEqual(record);
      }),
    );
  });

  it('is the same for equal records and holds no phone number', () => {
    fc.assert(
      fc.property(records, (record) => {
        const copy: CadreRecord = { ...structuredClone(record), phone: '0900000001' };
        expect(writeRecordText(copy)).toBe(writeRecordText(record));
      }),
    );
  });

  it('of a newer version is refused instead of read in part', () => {
    expect(() => readRecordText('["MAU-1","A","LG"]\nz[1]')).toThrow('newer version');
  });
});
