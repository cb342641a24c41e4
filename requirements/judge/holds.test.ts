import { describe, expect, it } from 'vitest';
import type { CadreRecord } from '../../domain/record.ts';
import type { Holds } from '../../domain/requirement.ts';
import { attendance, certificate, holding, person, rulesOn } from '../records.testing.ts';
import { onlyFinding, requirement } from '../rules.testing.ts';

const AS_OF = '2026-11-22';

function judged(ask: Holds, known: Partial<CadreRecord>) {
  const rules = rulesOn(AS_OF, { requirements: [requirement('R', ask)] });
  const { status, reason, fact, due } = onlyFinding(rules, person('MAU-1', known));
  return { status, reason, fact, due };
}

const law: Holds = { ...holding('degree', 'dai_hoc'), fields: ['luật', 'hành chính'] };
const theory = holding('political_theory', 'trung_cap');

describe('holding a level', () => {
  it.each([
    [
      'a higher level satisfies a lower one',
      law,
      { qualifications: [certificate('degree', 'thac_si', { field: 'Luật', issued: '2019-12' })] },
      ['met', 'Hồ sơ có bằng thạc sĩ Luật, cao hơn mức yêu cầu đại học.', 'Thạc sĩ Luật, cấp 12/2019'],
    ],
    [
      'the level itself, without a date',
      theory,
      { qualifications: [certificate('political_theory', 'trung_cap')] },
      ['met', 'Hồ sơ có trung cấp lý luận chính trị.', 'Trung cấp lý luận chính trị'],
    ],
    [
      'a lower one tells that there is no higher one',
      theory,
      { qualifications: [certificate('political_theory', 'so_cap')] },
      ['missing', 'Hồ sơ chỉ có sơ cấp lý luận chính trị, yêu cầu từ trung cấp.', 'Sơ cấp lý luận chính trị'],
    ],
    ['silence is not lack', theory, {}, ['unknown', 'Hồ sơ chưa ghi trình độ lý luận chính trị.', null]],
    [
      'another kind tells nothing',
      theory,
      { qualifications: [certificate('degree', 'tien_si')] },
      ['unknown', 'Hồ sơ chưa ghi trình độ lý luận chính trị.', null],
    ],
    [
      'a recorded lack is one',
      theory,
      { lacks: ['political_theory'] },
      ['missing', 'Hồ sơ ghi chưa có trình độ lý luận chính trị.', 'Chưa có trình độ lý luận chính trị'],
    ],
    [
      'in a reviewed record silence is lack',
      theory,
      { reviewed: '2026-06-30' },
      [
        'missing',
        'Hồ sơ đã rà soát và không có trung cấp lý luận chính trị trở lên.',
        'Hồ sơ đã rà soát ngày 30/06/2026',
      ],
    ],
    [
      'a level that is not recorded',
      theory,
      { qualifications: [certificate('political_theory', null)], reviewed: '2026-06-30' },
      ['unknown', 'Hồ sơ có lý luận chính trị nhưng chưa ghi rõ trình độ.', 'Lý luận chính trị'],
    ],
    [
      'another field',
      law,
      { qualifications: [certificate('degree', 'dai_hoc', { field: 'Sư phạm' })] },
      [
        'missing',
        'Hồ sơ có bằng đại học Sư phạm, chưa đúng yêu cầu ngành luật hoặc hành chính.',
        'Đại học Sư phạm',
      ],
    ],
    [
      'a field that is not recorded',
      law,
      { qualifications: [certificate('degree', 'dai_hoc')] },
      ['unknown', 'Hồ sơ có bằng đại học nhưng chưa ghi rõ ngành.', 'Đại học'],
    ],
    [
      'a field is found by whole syllables',
      { ...holding('foreign_language', 'bac_2'), fields: ['Anh'] },
      { qualifications: [certificate('foreign_language', 'bac_3', { field: 'kinh doanh' })] },
      [
        'missing',
        'Hồ sơ có chứng chỉ ngoại ngữ bậc 3 (kinh doanh), chưa đúng yêu cầu (Anh).',
        'Ngoại ngữ bậc 3 (kinh doanh)',
      ],
    ],
    [
      'a certificate that has expired',
      holding('foreign_language', 'bac_2'),
      { qualifications: [certificate('foreign_language', 'bac_3', { expires: '2025-05' })] },
      ['missing', 'Chứng chỉ ngoại ngữ bậc 3 đã hết hạn 05/2025.', 'Ngoại ngữ bậc 3, có giá trị đến 05/2025'],
    ],
    [
      'one that may have expired',
      holding('foreign_language', 'bac_2'),
      { qualifications: [certificate('foreign_language', 'bac_3', { expires: '2026' })] },
      [
        'unknown',
        'Hồ sơ có chứng chỉ ngoại ngữ bậc 3 nhưng chưa ghi rõ ngày hết hạn.',
        'Ngoại ngữ bậc 3, có giá trị đến năm 2026',
      ],
    ],
    [
      'one that is issued later proves nothing yet',
      theory,
      { qualifications: [certificate('political_theory', 'so_cap', { issued: '2027' })] },
      ['unknown', 'Hồ sơ chưa ghi trình độ lý luận chính trị.', null],
    ],
    [
      'one that may be issued later',
      theory,
      { qualifications: [certificate('political_theory', 'cao_cap', { issued: '2026-11' })] },
      [
        'unknown',
        'Hồ sơ có cao cấp lý luận chính trị nhưng chưa ghi rõ ngày cấp.',
        'Cao cấp lý luận chính trị, cấp 11/2026',
      ],
    ],
    [
      'an issue within the bounds that is asked for needs its date',
      { ...theory, issuedFrom: '2020-01-01' },
      { qualifications: [certificate('political_theory', 'cao_cap')] },
      [
        'unknown',
        'Hồ sơ có cao cấp lý luận chính trị nhưng chưa ghi rõ ngày cấp.',
        'Cao cấp lý luận chính trị',
      ],
    ],
    [
      'the first day of the bounds is within them, the day before which is not',
      { ...theory, issuedFrom: '2020-01-01', issuedBefore: '2021-01-01' },
      { qualifications: [certificate('political_theory', 'trung_cap', { issued: '2020' })] },
      ['met', 'Hồ sơ có trung cấp lý luận chính trị.', 'Trung cấp lý luận chính trị, cấp năm 2020'],
    ],
    [
      'outside the bounds',
      { ...theory, issuedBefore: '2020-01-01' },
      { qualifications: [certificate('political_theory', 'trung_cap', { issued: '2020-01-01' })] },
      [
        'missing',
        'Hồ sơ có trung cấp lý luận chính trị nhưng ngày cấp không thuộc thời gian được tính.',
        'Trung cấp lý luận chính trị, cấp ngày 01/01/2020',
      ],
    ],
    [
      'a class of higher people keeps its value for lower ones',
      holding('defence_security', 'doi_tuong_4'),
      { qualifications: [certificate('defence_security', 'doi_tuong_2')] },
      [
        'met',
        'Hồ sơ có chứng chỉ quốc phòng và an ninh đối tượng 2, cao hơn mức yêu cầu đối tượng 4.',
        'Quốc phòng và an ninh đối tượng 2',
      ],
    ],
    [
      'and not the other way round',
      holding('defence_security', 'doi_tuong_2'),
      { qualifications: [certificate('defence_security', 'doi_tuong_4')] },
      [
        'missing',
        'Hồ sơ chỉ có chứng chỉ quốc phòng và an ninh đối tượng 4, yêu cầu từ đối tượng 2.',
        'Quốc phòng và an ninh đối tượng 4',
      ],
    ],
    [
      'another certificate of a kind without levels proves nothing',
      { ...holding('practising_licence', null), names: ['luật sư'] },
      { qualifications: [certificate('practising_licence', null, { name: 'Chứng chỉ hành nghề kế toán' })] },
      ['unknown', 'Hồ sơ chưa ghi chứng chỉ hành nghề “luật sư”.', null],
    ],
    [
      'unless the record is reviewed',
      { ...holding('practising_licence', null), names: ['luật sư'] },
      {
        qualifications: [certificate('practising_licence', null, { name: 'Chứng chỉ hành nghề kế toán' })],
        reviewed: '2026-06',
      },
      ['missing', 'Hồ sơ đã rà soát và không có chứng chỉ hành nghề “luật sư”.', 'Hồ sơ đã rà soát 06/2026'],
    ],
    [
      'the named one of a kind without levels, abbreviated',
      { ...holding('other', null), names: ['lý luận chính trị'] },
      { qualifications: [certificate('other', null, { name: 'Giấy xác nhận LLCT' })] },
      ['met', 'Hồ sơ có “Giấy xác nhận LLCT”.', 'Giấy xác nhận LLCT'],
    ],
  ] as const)('%s', (_name, ask, known, [status, reason, fact]) => {
    expect(judged(ask, known)).toEqual({ status, reason, fact, due: null });
  });

  it('tells until when a certificate that expires is valid, and prefers the one that lasts', () => {
    const short = certificate('foreign_language', 'bac_5', { expires: '2027-03' });
    const long = certificate('foreign_language', 'bac_3', { expires: '2028-03-31' });
    const ask = holding('foreign_language', 'bac_2');
    expect(judged(ask, { qualifications: [short] }).due).toBe('2027-03-01');
    expect(judged(ask, { qualifications: [short, long] }).due).toBe('2028-03-31');
    expect(judged(ask, { qualifications: [short, certificate('foreign_language', 'bac_2')] }).due).toBeNull();
  });
});

describe('a completed class', () => {
  const management = holding('state_management', 'chuyen_vien');
  const known = { kind: 'state_management', level: 'chuyen_vien', until: '2025-10' } as const;

  it.each([
    ['counts as its level', known, 'met'],
    ['does not when it was given up', { ...known, completed: false }, 'unknown'],
    ['does not before it ends', { ...known, until: '2027' }, 'unknown'],
    ['may count when it ends in a month that is not over', { ...known, until: '2026-11' }, 'unknown'],
    [
      'counts by its first day where the last is not recorded',
      { ...known, from: '2025-09', until: null },
      'met',
    ],
    [
      'without any date counts when it is called completed',
      { ...known, until: null, completed: true },
      'met',
    ],
    ['without any date may be going on', { ...known, until: null }, 'unknown'],
    ['of a lower level tells that there is no higher', { ...known, level: 'can_su' }, 'missing'],
  ] as const)('%s', (_name, training, status) => {
    expect(judged(management, { trainings: [attendance('Bồi dưỡng', training)] }).status).toBe(status);
  });

  it('is named as the class that it is', () => {
    const trainings = [attendance('Bồi dưỡng ngạch chuyên viên', { ...known, days: 20 })];
    expect(judged(management, { trainings })).toMatchObject({
      reason: 'Hồ sơ có lớp “Bồi dưỡng ngạch chuyên viên”.',
      fact: 'Lớp “Bồi dưỡng ngạch chuyên viên”, xong 10/2025, 20 ngày',
    });
  });

  it.each([
    ['degree', 'dai_hoc'],
    ['political_theory', 'trung_cap'],
  ] as const)('does not count for %s, which needs the diploma', (kind, level) => {
    const trainings = [attendance('Lớp', { kind, level, until: '2020', completed: true })];
    expect(judged(holding(kind, level), { trainings }).status).toBe('unknown');
  });
});
