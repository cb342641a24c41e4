import { describe, expect, it } from 'vitest';
import { parseText } from '../relations/relations.testing.ts';
import { type Proposal, proposalsOf } from './proposals.ts';
import { type ProposedRule, ruleOf } from './proposedRules.ts';

function rulesOf(text: string, type: string, title: string): readonly ProposedRule[] {
  const header = { type, title, number: '913/2026/QĐ-UBND', issued: '2026-03-01', effective: '2026-07-01' };
  const parsed = parseText(text, header);
  return proposalsOf(parsed).map((proposal: Proposal) => ruleOf(proposal, parsed.header));
}

const ofPost = (points: string) =>
  rulesOf(
    `QUY ĐỊNH\nTiêu chuẩn chức danh mẫu\nĐiều 5. Tiêu chuẩn chức danh Trưởng phòng\n${points}\nĐiều 6. Điều khoản thi hành\n1. Có hiệu lực từ ngày ký.\n2. Các cơ quan thi hành.`,
    'Quy định',
    'Tiêu chuẩn chức danh mẫu',
  );
const ofProgramme = (line: string) =>
  rulesOf(
    `CHƯƠNG TRÌNH\nNâng cao chất lượng cán bộ giai đoạn 2026 - 2030\nI. CHỈ TIÊU\n1. ${line}\n2. Giao các đơn vị.\nII. TỔ CHỨC THỰC HIỆN\n1. Theo dõi.\n2. Báo cáo.`,
    'Chương trình',
    'Nâng cao chất lượng cán bộ giai đoạn 2026 - 2030',
  );

describe('a proposal about a leading post', () => {
  it('binds who holds the post or is planned for it', () => {
    expect(ofPost('1. Có trình độ đại học trở lên.\n2. Có phẩm chất tốt.')).toMatchObject([
      {
        kind: 'requirement',
        rule: {
          appliesTo: {
            form: 'any',
            of: [
              { form: 'post', positions: ['Trưởng phòng'] },
              { form: 'planned', positions: ['Trưởng phòng'] },
            ],
          },
          needs: { form: 'holds', kind: 'degree', level: 'dai_hoc' },
        },
      },
    ]);
  });

  it('counts service where the record tells it, and keeps other time served as words', () => {
    expect(ofPost('1. Có ít nhất 03 năm công tác.\n2. Có phẩm chất tốt.')).toMatchObject([
      { kind: 'requirement', rule: { needs: { form: 'seniority', months: 36 } } },
    ]);
    expect(
      ofPost('1. Đang giữ chức vụ Phó Trưởng phòng từ 02 năm trở lên.\n2. Có phẩm chất tốt.'),
    ).toMatchObject([
      {
        rule: {
          appliesTo: { form: 'planned', positions: ['Trưởng phòng'] },
          needs: { form: 'post', positions: ['Phó Trưởng phòng'], months: 24 },
        },
      },
    ]);
    const kept = [
      'Có ít nhất 03 năm công tác trong lĩnh vực tài chính.',
      'Có thời gian giữ chức danh Phó Trưởng phòng từ 02 năm trở lên.',
      'Có thời gian công tác từ 03 năm trở lên (không kể thời gian tập sự).',
      'Đối với người từ nơi khác đến, phải có ít nhất 03 năm công tác.',
    ];
    for (const words of kept) {
      expect(ofPost(`1. ${words}\n2. Có phẩm chất tốt.`)).toMatchObject([{ kind: 'kept' }]);
    }
  });

  it('is met by a class of the name where it asks for a course', () => {
    const [rule] = ofPost(
      '1. Đã qua lớp bồi dưỡng nghiệp vụ kiểm tra từ 05 ngày trở lên.\n2. Có phẩm chất tốt.',
    );
    expect(rule).toMatchObject({
      kind: 'requirement',
      rule: { needs: { form: 'attended', names: ['nghiệp vụ kiểm tra'], days: 5 } },
    });
  });

  it('runs from the appointment where the words give time for it', () => {
    const words = 'Có chứng chỉ quản lý nhà nước ngạch chuyên viên';
    const within = `1. ${words}; người mới được hoàn thiện trong 12 tháng kể từ ngày được bổ nhiệm.`;
    expect(ofPost(`${within}\n2. Có phẩm chất tốt.`)).toMatchObject([
      { rule: { needs: { form: 'within', months: 12, after: 'appointment', condition: { form: 'holds' } } } },
    ]);
    const vague = `1. ${words}; người mới được hoàn thiện theo lộ trình.`;
    expect(ofPost(`${vague}\n2. Có phẩm chất tốt.`)).toMatchObject([{ kind: 'kept' }]);
  });

  it('opens another way for some only to whoever is confirmed to be one of them', () => {
    const [rule] = ofPost(
      '1. Có chứng chỉ ngoại ngữ bậc 2 hoặc chứng chỉ tiếng dân tộc thiểu số đối với người làm ở vùng dân tộc.\n2. Có phẩm chất tốt.',
    );
    expect(rule).toMatchObject({
      rule: {
        needs: {
          form: 'any',
          of: [
            { kind: 'foreign_language', level: 'bac_2' },
            {
              form: 'all',
              of: [
                { kind: 'ethnic_language' },
                { kind: 'other', names: ['xác nhận đối với người làm ở vùng dân tộc'] },
              ],
            },
          ],
        },
      },
    });
  });
});

describe('a target', () => {
  it('becomes a percentage of people whom the record knows', () => {
    expect(
      ofProgramme('Đến năm 2030, 90% cán bộ, công chức, viên chức cấp xã có trình độ đại học trở lên.'),
    ).toMatchObject([
      {
        kind: 'target',
        rule: {
          from: '2026-07-01',
          until: '2030-12-31',
          measure: {
            kind: 'percent',
            percent: 90,
            group: { form: 'unit_tier', tiers: ['commune'] },
            condition: { form: 'holds', kind: 'degree', level: 'dai_hoc' },
          },
        },
      },
    ]);
    expect(
      ofProgramme(
        '100% cán bộ giữ chức vụ lãnh đạo, quản lý thuộc diện Ban Thường vụ Đảng ủy quản lý có bằng đại học và có trình độ trung cấp lý luận chính trị.',
      ),
    ).toMatchObject([
      {
        rule: {
          measure: {
            group: {
              form: 'all',
              of: [
                { form: 'group', groups: ['Diện Ban Thường vụ Đảng ủy quản lý'] },
                { form: 'post', leadership: true },
              ],
            },
            condition: { form: 'all', of: [{ kind: 'degree' }, { kind: 'political_theory' }] },
          },
        },
      },
    ]);
  });

  it.each([
    '90% cán bộ, công chức, viên chức có trình độ đại học, trừ người sắp nghỉ hưu.',
    '90% công chức cấp xã có trình độ đại học.',
    '2/3 số cán bộ, công chức, viên chức có trình độ đại học.',
    '90% cán bộ, công chức, viên chức được bồi dưỡng hằng năm.',
    'Mỗi năm tổ chức 10 lớp.',
  ])('stays words where it would be measured wrongly: %s', (line) => {
    expect(ofProgramme(line)).toMatchObject([{ kind: 'kept' }]);
  });

  it('counts classes over the whole period of its programme', () => {
    expect(ofProgramme('Cả giai đoạn 2026 - 2030 tổ chức 45 lớp.')).toMatchObject([
      { rule: { from: '2026-01-01', until: '2030-12-31', measure: { kind: 'count', count: 45 } } },
    ]);
  });
});
