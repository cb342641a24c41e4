import { describe, expect, it } from 'vitest';
import type { ProvisionPath } from './provisionPath.ts';
import { type Change, type ValidityFacts, validityOfDay, validityOn } from './validity.ts';

type Known = ValidityFacts['changes'][number];

const by = (changes: Partial<Known> = {}): Known => ({
  kind: 'replaces',
  scope: 'whole',
  changed: [],
  partial: false,
  except: [],
  since: '2027-01-01',
  directiveId: 9,
  provisionId: 90,
  document: 'Nghị định 901/2031/NĐ-CP',
  path: ['Điều 1'],
  start: 0,
  end: 10,
  ...changes,
});

const facts = (changes: readonly Known[], rest: Partial<ValidityFacts> = {}): ValidityFacts => ({
  effective: '2026-07-01',
  effects: [],
  changes,
  ...rest,
});

const CLAUSE: ProvisionPath = ['Chương I', 'Điều 5', 'khoản 2'];
const on = (day: string, known: ValidityFacts, path: ProvisionPath = CLAUSE) => {
  const { status, until, by: change } = validityOn(day, path, known);
  return [status, until, change?.since ?? null];
};

describe('a provision that nobody changes', () => {
  it('begins with its document', () => {
    expect(on('2026-06-30', facts([]))).toEqual(['not_yet', null, null]);
    expect(on('2026-07-01', facts([]))).toEqual(['in_force', null, null]);
    expect(validityOfDay(null, '2026-07-01').status).toBe('unknown');
  });

  it('begins or ends on its own day, or with what holds it', () => {
    const own = facts([], {
      effects: [
        { path: ['Chương I', 'Điều 5'], bound: 'from', day: '2027-01-01' },
        { path: ['Chương I', 'Điều 5', 'khoản 2'], bound: 'until', day: '2027-12-31' },
      ],
    });
    expect(on('2026-12-31', own)).toEqual(['not_yet', '2027-12-31', null]);
    expect(on('2027-12-31', own)).toEqual(['in_force', '2027-12-31', null]);
    expect(on('2028-01-01', own)).toEqual(['superseded', '2027-12-31', null]);
    expect(on('2026-12-31', own, ['Chương I', 'Điều 6'])).toEqual(['in_force', null, null]);
    const someDay = facts([], { effects: [{ path: ['Chương I', 'Điều 5'], bound: 'from', day: null }] });
    expect(on('2030-01-01', someDay)).toEqual(['unknown', null, null]);
  });

  it('ends with its document', () => {
    const known = facts([], { effects: [{ path: [], bound: 'until', day: '2027-12-31' }] });
    expect(on('2028-01-01', known)).toEqual(['superseded', '2027-12-31', null]);
  });
});

describe('a provision that is replaced or repealed', () => {
  it('is in force up to the day before, and says what is coming', () => {
    expect(on('2026-12-31', facts([by()]))).toEqual(['in_force', '2026-12-31', '2027-01-01']);
    expect(on('2027-01-01', facts([by()]))).toEqual(['superseded', '2026-12-31', '2027-01-01']);
  });

  it('goes with what holds it, annexes and all where the document goes', () => {
    const article = facts([by({ scope: 'provision', changed: ['Điều 5'], kind: 'repeals' })]);
    expect(on('2027-01-01', article)[0]).toBe('superseded');
    expect(on('2027-01-01', article, ['Chương I', 'Điều 55'])[0]).toBe('in_force');
    expect(on('2027-01-01', article, ['Phụ lục I', 'Điều 5'])[0]).toBe('in_force');
    expect(on('2027-01-01', facts([by()]), ['Phụ lục I', 'Điều 5'])[0]).toBe('superseded');
    expect(on('2027-01-01', facts([by()]), [])[0]).toBe('superseded');
  });

  it('stays where the clause leaves it in force, as long as it does', () => {
    const known = facts([by({ except: [{ path: ['Điều 5'], until: '2027-06-30' }] })]);
    expect(on('2027-06-30', known)[0]).toBe('in_force');
    expect(on('2027-07-01', known)[0]).toBe('superseded');
  });

  it('is unknown where nobody knows since when, or what is left of the document', () => {
    expect(on('2030-01-01', facts([by({ since: null })]))[0]).toBe('unknown');
    expect(on('2030-01-01', facts([by({ partial: true })]))[0]).toBe('unknown');
  });

  it('is superseded by the last of several', () => {
    const first = by({ kind: 'amends', scope: 'provision', changed: ['Điều 5', 'khoản 2'] });
    const second = by({ kind: 'amends', scope: 'provision', changed: ['Điều 5'], since: '2028-01-01' });
    expect(on('2027-06-01', facts([second, first]))).toEqual(['superseded', '2026-12-31', '2027-01-01']);
    expect(on('2028-06-01', facts([second, first]))).toEqual(['superseded', '2026-12-31', '2028-01-01']);
  });
});

describe('a provision of which only a part is changed', () => {
  const changes = (
    change: Partial<Known>,
    path: ProvisionPath = ['Chương I', 'Điều 5'],
  ): readonly Change[] => {
    const validity = validityOn('2027-02-01', path, facts([by({ scope: 'provision', ...change })]));
    expect(validity.status).toBe('in_force');
    return validity.changes;
  };

  it('stays in force and tells what is changed', () => {
    expect(changes({ kind: 'amends', changed: ['Điều 5', 'khoản 1'] })).toMatchObject([
      { changed: ['Điều 5', 'khoản 1'] },
    ]);
    expect(changes({ kind: 'supplements', changed: ['Điều 5'], partial: true })).toHaveLength(1);
    expect(changes({ kind: 'supplements', changed: ['Điều 5', 'khoản 9'] }, CLAUSE)).toHaveLength(1);
    expect(changes({ kind: 'supplements', changed: ['Điều 5a'] }, CLAUSE)).toEqual([]);
    expect(changes({ kind: 'amends', changed: ['Điều 5'], partial: true })).toHaveLength(1);
    expect(changes({ kind: 'corrects', changed: ['Điều 5'], partial: true })).toHaveLength(1);
    expect(changes({ kind: 'amends', changed: ['Điều 5', 'khoản 1'] }, CLAUSE)).toEqual([]);
    expect(changes({ kind: 'repeals', changed: ['Chương I', 'Mục 2'] })).toEqual([]);
  });

  it('is not told apart where the document is amended as a whole', () => {
    expect(changes({ scope: 'whole', kind: 'amends', partial: true })).toEqual([]);
    expect(validityOn('2027-02-01', [], facts([by({ kind: 'amends', partial: true })])).changes).toHaveLength(
      1,
    );
  });
});

it('finds provisions of party documents and attached regulations by their full names only', () => {
  const gone = (changed: ProvisionPath, path: ProvisionPath) =>
    on('2027-02-01', facts([by({ kind: 'repeals', scope: 'provision', changed })]), path)[0];
  expect(gone(['Phần I', 'mục 2'], ['Phần I', 'mục 2', 'tiểu mục 2.1'])).toBe('superseded');
  expect(gone(['mục 2'], ['Phần I', 'mục 2'])).toBe('in_force');
  expect(gone(['Quy chế', 'Điều 5'], ['Quy chế', 'Chương I', 'Điều 5'])).toBe('superseded');
  expect(gone(['Quy chế'], ['Quy chế', 'Chương I', 'Điều 5'])).toBe('superseded');
  expect(gone(['Quy chế', 'Điều 5'], ['Điều 5'])).toBe('in_force');
  expect(gone(['Phụ lục'], ['Phụ lục II', 'mục 1'])).toBe('superseded');
  expect(gone(['Chương IV'], ['Phần thứ hai', 'Chương IV', 'Điều 40'])).toBe('superseded');
});
