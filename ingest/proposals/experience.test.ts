import { describe, expect, it } from 'vitest';
import type { StandardProposal } from '../../domain/proposal.ts';
import { parseText } from '../relations/relations.testing.ts';
import { requirementProposals } from './requirementProposals.ts';

function standardOf(points: string, heading = 'Kiểm định viên mẫu (hạng II) - Mã số: V.99.07.02') {
  return requirementProposals(
    parseText(
      `THÔNG TƯ\nQuy định tiêu chuẩn mẫu\nĐiều 7. ${heading}\n1. Nhiệm vụ: làm việc được giao.\n2. Tiêu chuẩn về trình độ đào tạo, bồi dưỡng:\na) Có bằng tốt nghiệp đại học trở lên.\n3. Tiêu chuẩn về năng lực chuyên môn, nghiệp vụ:\n${points}\nĐiều 8. Hiệu lực\nThông tư này có hiệu lực từ ngày 01 tháng 7 năm 2026.`,
    ),
  );
}

function written([standard]: readonly StandardProposal[]): readonly string[] {
  return (standard?.experience ?? []).map(({ anyOf }) =>
    anyOf
      .map(({ form, months, comparison, of, orEquivalent, counted, when }) =>
        [
          form,
          `${comparison === 'more_than' ? '>' : ''}${months}`,
          of ?? '*',
          orEquivalent ? '~' : '',
          counted === null ? '' : `(${counted})`,
          when === null ? '' : `[${when}]`,
        ]
          .filter((part) => part !== '')
          .join(' '),
      )
      .join(' | '),
  );
}

describe('time served that a standard demands', () => {
  it.each<[string, readonly string[]]>([
    ['a) Có ít nhất 3 năm công tác.', ['worked 36 *']],
    ['a) Có thời gian công tác từ đủ 05 năm trở lên.', ['worked 60 *']],
    [
      'a) Có thời gian giữ chức danh Phó Trưởng phòng từ 05 năm trở lên.',
      ['held 60 chức danh Phó Trưởng phòng'],
    ],
    [
      'a) Đã có thời gian giữ ngạch chuyên viên hoặc tương đương tối thiểu 03 năm (đủ 36 tháng).',
      ['held 36 ngạch chuyên viên ~'],
    ],
    ['a) Có tối thiểu 01 năm (đủ 12 tháng) làm công tác thanh tra.', ['worked 12 thanh tra']],
    [
      'a) Có trên 05 năm kinh nghiệm trong lĩnh vực tài chính, ngân hàng.',
      ['worked >60 trong lĩnh vực tài chính, ngân hàng'],
    ],
    [
      'a) Viên chức thăng hạng lên kiểm định viên mẫu hạng II phải có thời gian giữ chức danh kiểm định viên mẫu hạng III hoặc tương đương từ đủ 09 năm trở lên (không kể thời gian tập sự, thử việc), trong đó có ít nhất 01 năm (đủ 12 tháng) gần nhất giữ chức danh kiểm định viên mẫu hạng III.',
      [
        'held 108 chức danh kiểm định viên mẫu hạng III ~ (không kể thời gian tập sự, thử việc) [Viên chức thăng hạng lên kiểm định viên mẫu hạng II]',
        'held 12 chức danh kiểm định viên mẫu hạng III (gần nhất) [Viên chức thăng hạng lên kiểm định viên mẫu hạng II]',
      ],
    ],
    [
      'a) Có thời gian giữ chức danh kiểm định viên mẫu hạng IV từ đủ 02 năm trở lên đối với trình độ cao đẳng hoặc từ đủ 03 năm trở lên đối với trình độ trung cấp.',
      [
        'held 24 chức danh kiểm định viên mẫu hạng IV [đối với trình độ cao đẳng] | held 36 chức danh kiểm định viên mẫu hạng IV [đối với trình độ trung cấp]',
      ],
    ],
    [
      'a) Đang giữ ngạch chuyên viên và tương đương, có thời gian làm công tác pháp luật từ 03 năm trở lên.',
      ['worked 36 pháp luật'],
    ],
    [
      'a) Trường hợp khi tuyển dụng lần đầu có trình độ cao đẳng, phải có thời gian giữ chức danh hạng IV tối thiểu đủ 02 (hai) năm;\nb) Trường hợp có thời gian tương đương thì có thể được xem xét khi có 10 năm công tác.',
      ['held 24 chức danh hạng IV [Trường hợp khi tuyển dụng lần đầu có trình độ cao đẳng]'],
    ],
    [
      'a) Có ít nhất 05 năm công tác và 01 năm làm công tác thanh tra.',
      ['worked 60 *', 'worked 12 thanh tra'],
    ],
    [
      'a) Có ít nhất 05 năm công tác hoặc ít nhất 02 năm giữ chức vụ Trưởng phòng.',
      ['worked 60 * | held 24 chức vụ Trưởng phòng'],
    ],
    [
      'a) Đang giữ một trong các chức vụ Vụ trưởng, Giám đốc sở và tương đương từ đủ 05 năm trở lên.',
      ['held 60 chức vụ Vụ trưởng, Giám đốc sở ~'],
    ],
    ['a) Kinh nghiệm: Có thời gian công tác từ 05 năm trở lên trong ngành.', ['worked 60 trong ngành']],
  ])('is read: %s', (points, expected) => {
    expect(written(standardOf(points))).toEqual(expected);
  });

  it.each([
    'a) Được đánh giá hoàn thành tốt nhiệm vụ trở lên trong 03 năm công tác liền kề.',
    'a) Tuổi bổ nhiệm phải còn đủ 05 năm công tác.',
    'a) Không yêu cầu có 03 năm kinh nghiệm.',
    'a) Người nghỉ hưu trong năm 2027 được xem xét.',
    'a) Có kinh nghiệm tổng kết, rút kinh nghiệm 05 đợt trong năm.',
    'a) Thời gian học tập được tính vào 03 năm công tác.',
  ])('is not made of other measures of time: %s', (points) => {
    expect(written(standardOf(points))).toEqual([]);
  });

  it('stands beside the qualifications of its article, with the words and the provision that say so', () => {
    const words = 'Có thời gian công tác từ đủ 05 năm trở lên;';
    const [standard, ...more] = standardOf(`a) Nắm vững nghiệp vụ;\nb) ${words}`);
    expect(more).toEqual([]);
    expect(standard?.requirements).toHaveLength(1);
    expect(standard?.experience).toMatchObject([{ point: 'b', words }]);
  });

  it('binds only those whom the clause above it names', () => {
    const lines = [
      'a) Nắm vững nghiệp vụ.',
      '4. Đối với viên chức dự xét thăng hạng thì ngoài các tiêu chuẩn tại khoản 3 Điều này còn phải đáp ứng các yêu cầu sau đây:',
      'a) Có thời gian giữ hạng III từ đủ 09 năm trở lên.',
      '5. Yêu cầu đối với viên chức dự thi:',
      'Có thời gian giữ hạng III từ đủ 06 năm trở lên.',
    ];
    expect(written(standardOf(lines.join('\n')))).toEqual([
      'held 108 hạng III [Đối với viên chức dự xét thăng hạng]',
      'held 72 hạng III [đối với viên chức dự thi]',
    ]);
  });

  it('is read from a line that names its post', () => {
    const proposals = requirementProposals(
      parseText(
        'QUY ĐỊNH\nVề tiêu chuẩn chức danh\nI. TIÊU CHUẨN CHỨC DANH\n1. Bí thư cấp ủy cấp xã: Có trình độ đại học trở lên; có ít nhất 03 năm công tác.\n2. Phó Bí thư cấp ủy cấp xã: Có trình độ đại học.\nII. HIỆU LỰC\n1. Có hiệu lực từ ngày ký.\n2. Các cơ quan thi hành.',
      ),
    );
    expect(proposals.map(({ title, requirements }) => [title, requirements.length])).toEqual([
      ['Bí thư cấp ủy cấp xã', 1],
      ['Phó Bí thư cấp ủy cấp xã', 1],
    ]);
    expect(written(proposals)).toEqual(['worked 36 *']);
  });

  it('makes a standard of its own where an article asks for nothing else', () => {
    const [standard] = requirementProposals(
      parseText(
        'QUY ĐỊNH\nTiêu chuẩn chức danh mẫu\nĐiều 5. Tiêu chuẩn chức danh Trưởng phòng\n1. Có phẩm chất tốt.\n2. Có ít nhất 03 năm công tác.\nĐiều 6. Điều khoản thi hành\n1. Quy định có hiệu lực từ ngày ký.\n2. Các cơ quan thi hành.',
      ),
    );
    expect(standard).toMatchObject({ title: 'Trưởng phòng', requirements: [] });
    expect(standard?.experience).toMatchObject([{ anyOf: [{ form: 'worked', months: 36, of: null }] }]);
  });
});
