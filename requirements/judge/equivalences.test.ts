import { describe, expect, it } from 'vitest';
import type { CadreRecord } from '../../domain/record.ts';
import type { Condition, Equivalence, Holds, Reference } from '../../domain/requirement.ts';
import { certificate, holding, person, rulesOn } from '../records.testing.ts';
import { onlyFinding, requirement } from '../rules.testing.ts';

const AS_OF = '2026-11-22';
const BY: Reference = { document: '918-HD/BTCTU', path: ['III', '2'], quote: 'được tính tương đương' };

function equivalence(id: string, when: Condition, known: Partial<Equivalence> = {}): Equivalence {
  return {
    id,
    status: 'sample',
    from: null,
    until: null,
    when,
    countsAs: { kind: 'political_theory', level: 'cao_cap' },
    reference: BY,
    ...known,
  };
}

const politics: Holds = { ...holding('degree', 'dai_hoc'), fields: ['Chính trị học'] };
const letter: Holds = { ...holding('other', null), names: ['giấy xác nhận tương đương cao cấp'] };
const confirmation = certificate('other', null, { name: 'Giấy xác nhận tương đương cao cấp LLCT' });
const bachelor = certificate('degree', 'dai_hoc', { field: 'Chính trị học', issued: '2010' });
const lowTheory = certificate('political_theory', 'so_cap');

function finding(
  known: Partial<CadreRecord>,
  equivalences: readonly Equivalence[],
  needs: Condition = holding('political_theory', 'trung_cap'),
  asOf = AS_OF,
) {
  const rules = rulesOn(asOf, { requirements: [requirement('R', needs)], equivalences });
  return onlyFinding(rules, person('MAU-1', known));
}

describe('an equivalence', () => {
  it('makes another qualification count, and says by which provision', () => {
    expect(finding({ qualifications: [bachelor] }, [equivalence('E', politics)])).toMatchObject({
      status: 'met',
      reason: 'Hồ sơ có bằng đại học Chính trị học, được tính tương đương trung cấp lý luận chính trị.',
      fact: 'Đại học Chính trị học, cấp năm 2010',
      equalledBy: BY,
    });
  });

  it('is not named where the person’s own qualification is enough', () => {
    const qualifications = [bachelor, certificate('political_theory', 'trung_cap')];
    expect(finding({ qualifications }, [equivalence('E', politics)])).toMatchObject({
      status: 'met',
      fact: 'Trung cấp lý luận chính trị',
      equalledBy: null,
    });
  });

  it.each([
    ['does not reach a higher level', { countsAs: { kind: 'political_theory', level: 'so_cap' } }, 'unknown'],
    ['of another kind does not count', { countsAs: { kind: 'leadership', level: 'cap_so' } }, 'unknown'],
    ['that is retired does not count', { status: 'retired' }, 'unknown'],
    ['does not count before its first day', { from: '2026-11-23' }, 'unknown'],
    ['counts on its first day', { from: '2026-11-22' }, 'met'],
    ['counts on its last day', { until: '2026-11-22' }, 'met'],
    ['does not count after it', { until: '2026-11-21' }, 'unknown'],
  ] as const)('%s', (_name, known, status) => {
    expect(finding({ qualifications: [bachelor] }, [equivalence('E', politics, known)]).status).toBe(status);
  });

  it('does not stand for a field or a day of issue that is asked for', () => {
    const needs: Holds = { ...holding('political_theory', 'trung_cap'), issuedFrom: '2000-01-01' };
    expect(finding({ qualifications: [bachelor] }, [equivalence('E', politics)], needs).status).toBe(
      'unknown',
    );
  });

  it('of which the record is silent does not unsettle what is known to be missing', () => {
    expect(finding({ qualifications: [lowTheory] }, [equivalence('E', letter)]).status).toBe('missing');
    expect(finding({ lacks: ['political_theory'] }, [equivalence('E', letter)]).status).toBe('missing');
  });

  it('that is in doubt leaves open what is missing, and is what would settle it', () => {
    const degree = certificate('degree', 'dai_hoc');
    expect(finding({ qualifications: [lowTheory, degree] }, [equivalence('E', politics)])).toMatchObject({
      status: 'unknown',
      reason:
        'Hồ sơ chỉ có sơ cấp lý luận chính trị, yêu cầu từ trung cấp; chưa rõ có được tính tương đương không (hồ sơ có bằng đại học nhưng chưa ghi rõ ngành).',
      settledBy: [{ fact: 'trình độ chuyên môn ngành Chính trị học', ifSo: 'met', ifNot: 'missing' }],
    });
  });

  it('may rest on another one', () => {
    const chain = [
      equivalence('A', holding('leadership', 'cap_so')),
      equivalence('B', letter, { countsAs: { kind: 'leadership', level: 'cap_so' } }),
    ];
    for (const equivalences of [chain, chain.toReversed()]) {
      expect(finding({ qualifications: [confirmation] }, equivalences)).toMatchObject({
        status: 'met',
        fact: 'Giấy xác nhận tương đương cao cấp LLCT',
        equalledBy: BY,
      });
    }
  });

  it('never rests on itself, however they rest on each other', () => {
    const circle = [
      equivalence('A', { form: 'any', of: [holding('leadership', 'cap_so'), letter] }),
      equivalence('B', holding('political_theory', 'cao_cap'), {
        countsAs: { kind: 'leadership', level: 'cap_so' },
      }),
      equivalence('C', holding('political_theory', 'so_cap')),
    ];
    expect(finding({ reviewed: '2026-06-30' }, circle)).toMatchObject({
      status: 'missing',
      equalledBy: null,
    });
    expect(finding({}, circle).status).toBe('unknown');
    expect(finding({ qualifications: [confirmation] }, circle)).toMatchObject({
      status: 'met',
      equalledBy: BY,
    });
    const leader = finding({ qualifications: [confirmation] }, circle, holding('leadership', 'cap_phong'));
    expect(leader).toMatchObject({ status: 'met', equalledBy: BY });
  });

  it('may ask who someone is', () => {
    const veteran = equivalence('E', { form: 'age', from: 50, to: null });
    expect(finding({ birth: '1970-03', qualifications: [lowTheory] }, [veteran])).toMatchObject({
      status: 'met',
      reason: '56 tuổi (tính đến ngày 22/11/2026), được tính tương đương trung cấp lý luận chính trị.',
    });
    expect(finding({ qualifications: [lowTheory] }, [veteran]).settledBy).toEqual([
      { fact: 'ngày sinh', claim: 'đã đủ 50 tuổi', ifSo: 'met', ifNot: 'missing' },
    ]);
  });
});
