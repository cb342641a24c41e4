import type { QualificationKind } from '../../domain/ladders.ts';
import type { Condition, Holds, Reference, Requirement, RuleBook } from '../../domain/requirement.ts';

const REFERENCE: Reference = { document: '915/2026/QĐ-UBND', path: ['Điều 12'], quote: 'mẫu để đo' };

function holds(kind: QualificationKind, level: string | null, fields: readonly string[] = []): Holds {
  return { form: 'holds', kind, level, fields, names: [], issuedFrom: null, issuedBefore: null };
}

function post(...positions: string[]): Condition {
  return { form: 'post', positions, leadership: null, months: null };
}

function planned(...positions: string[]): Condition {
  return { form: 'planned', positions, leadership: null };
}

function grade(name: string): Condition {
  return { form: 'grade', grades: [name], months: null };
}

const LEADERSHIP: Condition = { form: 'post', positions: [], leadership: true, months: null };
const CHAIR = 'Chủ tịch Ủy ban nhân dân xã';
const VICE_CHAIR = 'Phó Chủ tịch UBND xã';
const LEADING = [CHAIR, VICE_CHAIR, 'Chủ tịch HĐND xã', 'Bí thư Đảng ủy xã', 'Trưởng phòng', 'Giám đốc sở'];
const OLD: Condition = { form: 'age', from: 55, to: null };

const DUTIES: readonly (readonly [Condition | null, Condition, Condition?])[] = [
  [
    {
      form: 'any',
      of: [
        { form: 'unit', units: ['DD-X1', 'DD-S2'] },
        { form: 'unit', units: ['DD'] },
      ],
    },
    { form: 'political_conclusion' },
  ],
  [null, { form: 'training_days', days: 5 }, OLD],
  [null, { form: 'evaluated', atLeast: 'completed', years: 3 }],
  [null, holds('it', 'co_ban'), { form: 'all', of: [OLD, { form: 'seniority', months: 240 }] }],
  [null, { form: 'renewed', months: 60, of: holds('defence_security', 'doi_tuong_4'), holdersOnly: true }],
  [post(CHAIR, VICE_CHAIR), holds('political_theory', 'trung_cap')],
  [post(CHAIR), holds('degree', 'dai_hoc', ['Luật', 'Hành chính', 'Kinh tế'])],
  [
    post(CHAIR),
    {
      form: 'within',
      months: 12,
      after: 'appointment',
      condition: holds('leadership', 'cap_xa'),
      transition: { before: '2026-04-01', due: '2027-12-31' },
    },
  ],
  [post('Chủ tịch HĐND xã', 'Bí thư Đảng ủy xã'), holds('political_theory', 'cao_cap'), OLD],
  [post('Trưởng phòng', 'Phó Trưởng phòng'), holds('leadership', 'cap_phong')],
  [
    post('Giám đốc sở'),
    { form: 'all', of: [holds('political_theory', 'cao_cap'), holds('degree', 'dai_hoc')] },
  ],
  [
    post('Phó Giám đốc sở'),
    { form: 'any', of: [holds('political_theory', 'cao_cap'), holds('degree', 'tien_si')] },
  ],
  [
    { form: 'all', of: [LEADERSHIP, { form: 'unit', units: ['DD-S1', 'DD-X1', 'DD-X2', 'DD-X3'] }] },
    { form: 'by', day: '2027-12-31', condition: holds('defence_security', 'doi_tuong_3') },
  ],
  [planned(CHAIR, VICE_CHAIR), holds('political_theory', 'trung_cap')],
  [planned('Giám đốc sở', 'Phó Giám đốc sở'), holds('political_theory', 'cao_cap')],
  [grade('Chuyên viên'), holds('state_management', 'chuyen_vien')],
  [grade('CVC'), holds('state_management', 'chuyen_vien_chinh')],
  [
    { form: 'any', of: [grade('01.002'), grade('01.001')] },
    holds('foreign_language', 'bac_3'),
    { form: 'ethnicity', minority: true },
  ],
  [{ form: 'group', groups: ['Diện Ban Thường vụ Tỉnh ủy quản lý'] }, holds('knowledge_update', null)],
  [
    {
      form: 'all',
      of: [LEADERSHIP, { form: 'unit_tier', tiers: ['commune'] }, { form: 'party', member: true }],
    },
    holds('political_theory', 'so_cap'),
  ],
];

/** 20 requirements of every kind that occurs, one equivalence and a small catalogue. Invented: they only serve to measure. */
export function createGapRules(): RuleBook {
  return {
    requirements: DUTIES.map(([appliesTo, needs, exemptWhen], at): Requirement => {
      const exemption = exemptWhen && { from: null, until: null, when: exemptWhen, reference: REFERENCE };
      return {
        id: `do.${at + 1}`,
        title: `Yêu cầu ${at + 1}`,
        status: 'sample',
        from: null,
        until: null,
        appliesTo,
        needs,
        exemptions: exemption === undefined ? [] : [exemption],
        gate: at === 0,
        reference: REFERENCE,
        nextStep: null,
      };
    }),
    equivalences: [
      {
        id: 'do.tuong-duong',
        status: 'sample',
        from: null,
        until: null,
        when: holds('degree', 'dai_hoc', ['Chính trị học', 'Hành chính']),
        countsAs: { kind: 'political_theory', level: 'trung_cap' },
        reference: REFERENCE,
      },
    ],
    positions: LEADING.map((name) => ({
      name,
      aliases: [],
      tier: null,
      leadership: true,
      until: null,
      successors: [],
    })),
    targets: [],
    classes: [],
  };
}
