import { expect, it } from 'vitest';
import { QUALIFICATION_KINDS } from '../../domain/ladders.ts';
import { attendance, certificate, person, rulesOn } from '../records.testing.ts';
import { measureCoverage } from './coverage.ts';

const asOf = '2026-11-22';
const rules = rulesOn(asOf);

it('counts for every kind who holds, lacks or is not known to hold anything of it, the rarest first', () => {
  const coverage = measureCoverage(
    [
      person('A', { qualifications: [certificate('degree', 'thac_si'), certificate('it', null)] }),
      person('B', { qualifications: [certificate('degree', null)], lacks: ['it'] }),
      person('C', { lacks: ['degree'] }),
    ],
    rules,
    asOf,
    12,
  );
  expect([...coverage.map(({ kind }) => kind)].sort()).toEqual([...QUALIFICATION_KINDS].sort());
  expect(coverage.at(-1)?.kind).toBe('other');
  expect(coverage.slice(-3, -1)).toEqual([
    { kind: 'it', people: 3, holding: 1, lacking: 1, unknown: 1, attended: 0, perhapsAttended: 0 },
    { kind: 'degree', people: 3, holding: 2, lacking: 1, unknown: 0, attended: 0, perhapsAttended: 0 },
  ]);
  expect(
    coverage.every(({ people, holding, lacking, unknown }) => holding + lacking + unknown === people),
  ).toBe(true);
});

it('counts the people who lately completed a class of a kind, those apart of whom that is not sure', () => {
  const attended = (code: string, until: string | null, completed: boolean | null = null) =>
    person(code, { trainings: [attendance('Lớp', { kind: 'it', until, completed })] });
  const coverage = measureCoverage(
    [
      attended('ngày đầu', '2025-11-23'),
      attended('đúng một năm trước', '2025-11-22'),
      attended('sau này', '2026-11-23'),
      attended('bỏ dở', '2026-05-01', false),
      attended('có thể', '2025'),
      attended('không ngày', null, true),
      person('hai lớp', {
        trainings: [
          attendance('Lớp', { kind: 'it', until: '2025' }),
          attendance('Lớp', { kind: 'it', until: '2026-02' }),
          attendance('Lớp', { kind: 'it', until: '2026-03' }),
          attendance('Lớp không rõ loại', { until: '2026-03' }),
        ],
      }),
    ],
    rules,
    asOf,
    12,
  );
  expect(coverage.find(({ kind }) => kind === 'it')).toMatchObject({ attended: 2, perhapsAttended: 2 });
});
