import { describe, expect, it } from 'vitest';
import type { CadreRecord } from '../domain/record.ts';
import type { Condition, Reference, Requirement } from '../domain/requirement.ts';
import { certificate, holding, person, rulesOn, unit } from './records.testing.ts';
import { exemption, onlyFinding, post, requirement } from './rules.testing.ts';

const AS_OF = '2026-11-22';
const FREED: Reference = { document: '915/2026/QĐ-UBND', path: ['Điều 20'], quote: 'được miễn' };
const theory = holding('political_theory', 'trung_cap');
const lowTheory = { qualifications: [certificate('political_theory', 'so_cap')] };
const since = (from: string | null, until: string | null = null) => ({ from, until, unit: null });
const chair = { position: 'Chủ tịch UBND xã', ...since('2026-01-15') };

function judged(
  known: Partial<CadreRecord>,
  needs: Condition,
  rule: Partial<Requirement> = {},
  asOf = AS_OF,
) {
  return onlyFinding(
    rulesOn(asOf, { requirements: [requirement('R', needs, rule)] }),
    person('MAU-1', known),
  );
}

function bound(known: Partial<CadreRecord>, rule: Partial<Requirement>, asOf = AS_OF): number {
  const rules = rulesOn(asOf, { requirements: [requirement('R', theory, rule)] });
  return rules.findGaps(person('MAU-1', known)).length;
}

describe('whom a requirement binds', () => {
  it('leaves out those to whom it surely does not apply', () => {
    expect(bound({ posts: [chair] }, { appliesTo: post('Trưởng phòng') })).toBe(0);
    expect(bound({ posts: [chair] }, { appliesTo: post('Chủ tịch Ủy ban nhân dân xã') })).toBe(1);
  });

  it('may bind where it is not known, and says what decides it', () => {
    const finding = judged(lowTheory, theory, { appliesTo: { form: 'age', from: null, to: 45 } });
    expect(finding).toMatchObject({
      status: 'unknown',
      basis: { kind: 'everyone', name: null },
      reason:
        'Chưa rõ yêu cầu này có áp dụng không (hồ sơ chưa ghi ngày sinh); hồ sơ chỉ có sơ cấp lý luận chính trị, yêu cầu từ trung cấp.',
      settledBy: [{ fact: 'ngày sinh', claim: 'không quá 45 tuổi', ifSo: 'missing', ifNot: 'unbound' }],
    });
  });

  it('rests on everyone only where nothing of the career may decide', () => {
    const grade: Condition = { form: 'grade', grades: ['Chuyên viên'], months: null };
    const basis = (appliesTo: Condition, known: Partial<CadreRecord> = {}) =>
      judged(known, theory, { appliesTo }).basis;
    expect(basis(post('Trưởng phòng'))).toEqual({ kind: 'post', name: null });
    expect(basis({ form: 'any', of: [post('Trưởng phòng'), grade] }, { posts: [chair] })).toEqual({
      kind: 'grade',
      name: null,
    });
    const groups = [{ name: 'Diện A', ...since(null) }];
    const both: Condition = { form: 'all', of: [grade, { form: 'group', groups: ['Diện A'] }] };
    expect(basis(both, { groups })).toEqual({ kind: 'group', name: 'Diện A' });
  });

  it('is met by whoever has what it needs, whether or not it binds them', () => {
    const known = { qualifications: [certificate('political_theory', 'cao_cap')] };
    expect(judged(known, theory, { appliesTo: post('Trưởng phòng') }).status).toBe('met');
  });

  it.each([
    ['a post', post('Chủ tịch UBND xã'), { kind: 'post', name: 'chủ tịch ubnd xã' }],
    [
      'a planned post',
      { form: 'planned', positions: ['Trưởng phòng'], leadership: null },
      { kind: 'planned', name: 'Trưởng phòng' },
    ],
    ['a grade', { form: 'grade', grades: ['01.003'], months: null }, { kind: 'grade', name: 'Chuyên viên' }],
    ['a group', { form: 'group', groups: ['diện BTV'] }, { kind: 'group', name: 'Diện Ban Thường vụ' }],
    ['who someone is', { form: 'sex', is: 'female' }, { kind: 'everyone', name: null }],
    [
      'the post before the grade',
      {
        form: 'any',
        of: [{ form: 'grade', grades: ['Chuyên viên'], months: null }, post('Chủ tịch UBND xã')],
      },
      { kind: 'post', name: 'chủ tịch ubnd xã' },
    ],
    [
      'what applies and not what does not',
      { form: 'any', of: [post('Trưởng phòng'), { form: 'grade', grades: ['Chuyên viên'], months: null }] },
      { kind: 'grade', name: 'Chuyên viên' },
    ],
  ] as const)('rests on %s', (_name, appliesTo, basis) => {
    const known: Partial<CadreRecord> = {
      sex: 'female',
      posts: [
        { position: 'Văn thư', ...since('2020') },
        { ...chair, position: 'chủ tịch ubnd xã' },
      ],
      planned: [{ position: 'Trưởng phòng', ...since('2026'), term: null }],
      grades: [{ name: 'Chuyên viên', code: '01.003', ...since('2015') }],
      groups: [{ name: 'Diện Ban Thường vụ', ...since(null) }],
    };
    expect(judged(known, theory, { appliesTo: appliesTo as Condition }).basis).toEqual(basis);
  });
});

describe('a renewal that only holders owe', () => {
  const of = holding('defence_security', 'doi_tuong_4');
  const needs: Condition = { form: 'renewed', months: 60, of, holdersOnly: true };
  const rules = rulesOn(AS_OF, { requirements: [requirement('R', needs)] });
  const dated = (issued: string, expires: string | null = null) => ({
    qualifications: [certificate('defence_security', 'doi_tuong_3', { issued, expires })],
  });
  it.each([
    ['does not bind who never had it', { reviewed: '2026-06-01' }, null],
    ['nor who is known to lack it', { lacks: ['defence_security'] }, null],
    ['stays open where nothing is recorded', {}, 'unknown'],
    ['binds who has it', dated('2024'), 'met'],
    ['and who had it', dated('2015'), 'missing'],
    ['and whose has expired', dated('2024', '2025'), 'missing'],
  ] as const)('%s', (_name, known, status) => {
    expect(rules.judge(person('MAU-1', known)).get('R') ?? null).toBe(status);
    expect(rules.findGaps(person('MAU-1', known))[0]?.status ?? null).toBe(status);
  });
});

describe('when a requirement is in force', () => {
  it.each([
    ['before its first day', { from: '2026-04-01' }, '2026-03-31', 0],
    ['on its first day', { from: '2026-04-01' }, '2026-04-01', 1],
    ['on its last day', { until: '2026-12-31' }, '2026-12-31', 1],
    ['after it', { until: '2026-12-31' }, '2027-01-01', 0],
    ['when it is retired', { status: 'retired' }, AS_OF, 0],
    ['when it is only proposed', { status: 'proposed' }, AS_OF, 1],
  ] as const)('%s', (_name, rule, asOf, count) => {
    expect(bound({}, rule, asOf)).toBe(count);
  });

  it('judges facts on the same day', () => {
    const known = {
      qualifications: [certificate('political_theory', 'trung_cap', { issued: '2026-05-10' })],
    };
    expect(judged(known, theory, {}, '2026-05-09').status).toBe('unknown');
    expect(judged(known, theory, {}, '2026-05-10').status).toBe('met');
  });
});

describe('an exemption', () => {
  const old = exemption({ form: 'age', from: 55, to: null }, { reference: FREED });

  it('frees whoever lacks what is asked, and says by which provision', () => {
    expect(judged({ ...lowTheory, birth: '1970-03-02' }, theory, { exemptions: [old] })).toMatchObject({
      status: 'met',
      reason: 'Được miễn: 56 tuổi (tính đến ngày 22/11/2026).',
      fact: 'Sinh ngày 02/03/1970',
      exemptedBy: FREED,
      due: null,
    });
  });

  it('is not named where nothing is lacking', () => {
    const known = { birth: '1970', qualifications: [certificate('political_theory', 'cao_cap')] };
    expect(judged(known, theory, { exemptions: [old] })).toMatchObject({ status: 'met', exemptedBy: null });
  });

  it('that may hold leaves open what is missing', () => {
    expect(judged(lowTheory, theory, { exemptions: [old] })).toMatchObject({
      status: 'unknown',
      exemptedBy: null,
      settledBy: [{ fact: 'ngày sinh', ifSo: 'met', ifNot: 'missing' }],
    });
  });

  it('that does not hold changes nothing', () => {
    expect(judged({ ...lowTheory, birth: '1980' }, theory, { exemptions: [old] }).status).toBe('missing');
  });

  it.each([
    [{ from: '2026-11-23' }, 'missing'],
    [{ from: '2026-11-22' }, 'met'],
    [{ until: '2026-11-21' }, 'missing'],
  ] as const)('holds within its days: %o', (dated, status) => {
    const known = { ...lowTheory, birth: '1970' };
    expect(judged(known, theory, { exemptions: [{ ...old, ...dated }] }).status).toBe(status);
  });

  it('frees also where it is not known whether the requirement binds', () => {
    const rule = { exemptions: [old], appliesTo: post('Trưởng phòng') };
    expect(judged({ ...lowTheory, birth: '1970' }, theory, rule).status).toBe('met');
  });
});

describe('the rules of a date', () => {
  it('tell gates first and the rest in the order of the book', () => {
    const requirements = [
      requirement('A', theory),
      requirement('B', { form: 'political_conclusion' }, { gate: true }),
      requirement('C', theory),
      requirement('D', { form: 'political_conclusion' }, { gate: true }),
    ];
    const rules = rulesOn(AS_OF, { requirements });
    expect(rules.findGaps(person('MAU-1')).map((finding) => finding.requirement.id)).toEqual([
      'B',
      'D',
      'A',
      'C',
    ]);
    expect([...rules.judge(person('MAU-1')).keys()]).toEqual(['B', 'D', 'A', 'C']);
  });

  it('note posts and units that no longer exist, and what took over from them', () => {
    const ended = { aliases: [], tier: null, leadership: true, until: '2025-06-30' } as const;
    const positions = [{ ...ended, name: 'Chủ tịch UBND huyện', successors: ['Chủ tịch UBND xã'] }];
    const units = [
      unit('H', { name: 'Huyện Mỹ Lộc', until: '2025-06-30', successors: ['X'] }),
      unit('X', { name: 'Xã Mỹ Lộc Đông' }),
    ];
    const rules = rulesOn(AS_OF, { positions }, units);
    const held = { position: 'chủ tịch ủy ban nhân dân huyện', ...since('2020') };
    expect(rules.notes(person('MAU-1', { unit: 'H', posts: [held] }))).toEqual([
      'Chức danh “chủ tịch ủy ban nhân dân huyện” chỉ còn đến ngày 30/06/2025. Nay là: Chủ tịch UBND xã. Anh/chị kiểm tra lại hồ sơ giúp tôi.',
      'Đơn vị “Huyện Mỹ Lộc” đã kết thúc hoạt động ngày 30/06/2025. Nay là: Xã Mỹ Lộc Đông. Anh/chị kiểm tra lại đơn vị trong hồ sơ giúp tôi.',
    ]);
    expect(rules.notes(person('MAU-1', { unit: 'X', posts: [{ ...held, until: '2025-06-30' }] }))).toEqual(
      [],
    );
    const then = rulesOn('2025-06-30', { positions }, units);
    expect(then.notes(person('MAU-1', { unit: 'H', posts: [held] }))).toEqual([]);
    expect(rules.notes(person('MAU-1', { unit: 'X', planned: [{ ...held, term: null }] }))).toHaveLength(1);
  });
});
