import { describe, expect, it } from 'vitest';
import { parseText } from '../relations/relations.testing.ts';
import { requirementProposals } from './requirementProposals.ts';
import { writtenRequirements } from './score.testing.ts';

/** An invented standard with these points. */
function standardOf(points: string, heading = 'Chuyên viên mẫu (hạng III) - Mã số: V.99.01.03') {
  return requirementProposals(
    parseText(
      `THÔNG TƯ\nQuy định tiêu chuẩn mẫu\nĐiều 3. ${heading}\n1. Nhiệm vụ:\na) Làm việc được giao;\nb) Viết báo cáo.\n2. Tiêu chuẩn về trình độ đào tạo, bồi dưỡng:\n${points}\n3. Tiêu chuẩn về năng lực chuyên môn, nghiệp vụ:\na) Có kỹ năng sử dụng công nghệ thông tin cơ bản và sử dụng được ngoại ngữ.\nĐiều 4. Điều khoản thi hành\nThông tư này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2026.`,
    ),
  );
}

const read = (points: string) => writtenRequirements(standardOf(points));

describe('a proposal', () => {
  it('says whose it is, from when, and in which words of which provision', () => {
    const words =
      'a) Có bằng tốt nghiệp đại học trở lên thuộc ngành luật, hành chính;\nb) Có chứng chỉ bồi dưỡng tiêu chuẩn chức danh nghề nghiệp chuyên viên mẫu.';
    const [standard, ...more] = standardOf(words);
    expect(more).toEqual([]);
    expect(standard).toMatchObject({
      status: 'proposed',
      title: 'Chuyên viên mẫu',
      grade: 'hạng III',
      code: 'V.99.01.03',
      clause: '2',
      effective: '2026-07-01',
    });
    expect(standard?.requirements[0]).toMatchObject({
      point: 'a',
      words: 'Có bằng tốt nghiệp đại học trở lên thuộc ngành luật, hành chính;',
      anyOf: [{ kind: 'degree', level: 'dai_hoc', field: 'luật, hành chính', when: null }],
    });
    expect(standard?.requirements[1]?.anyOf[0]?.name).toBe('chuyên viên mẫu');
  });

  it('says whose it is below a heading that announces more than the standard', () => {
    const heading = 'Tiêu chuẩn, nhiệm vụ và quyền hạn của biên tập viên mẫu';
    expect(standardOf('a) Có bằng đại học trở lên.', heading)[0]?.title).toBe('Biên tập viên mẫu');
  });

  it('names a field without the bound that stands behind it', () => {
    const [standard] = standardOf(
      'a) Có trình độ đại học chuyên ngành xây dựng trở lên phù hợp với nhiệm vụ.',
    );
    expect(standard?.requirements[0]?.anyOf[0]?.field).toBe('xây dựng phù hợp');
  });

  it('is not made of what a post must be able to do', () => {
    expect(read('a) Có bằng cao đẳng trở lên.')).toEqual(['degree:cao_dang']);
  });
});

describe('the wording of standards', () => {
  it.each<[string, readonly string[]]>([
    [
      'a) Có trình độ ngoại ngữ tương đương bậc 2 khung năng lực ngoại ngữ Việt Nam theo quy định tại Thông tư số 01/2014/TT-BGDĐT hoặc có chứng chỉ tiếng dân tộc thiểu số đối với công chức đang làm việc ở vùng dân tộc thiểu số;',
      ['ethnic_language:su_dung_duoc|foreign_language:bac_2'],
    ],
    [
      'a) Có chứng chỉ tin học với trình độ đạt chuẩn kỹ năng sử dụng công nghệ thông tin cơ bản theo quy định tại Thông tư số 03/2014/TT-BTTTT hoặc chứng chỉ tin học ứng dụng tương đương.',
      ['it:co_ban'],
    ],
    ['a) Có chứng chỉ ứng dụng công nghệ thông tin cơ bản.', ['it:co_ban']],
    [
      'a) Biết một ngoại ngữ thông dụng ở trình độ B trở lên;\nb) Sử dụng thành thạo tin học văn phòng.',
      ['foreign_language:su_dung_duoc', 'it:su_dung_duoc'],
    ],
    [
      'a) Sử dụng được ngoại ngữ hoặc sử dụng được tiếng dân tộc thiểu số.',
      ['ethnic_language:su_dung_duoc|foreign_language:su_dung_duoc'],
    ],
    [
      'a) Có kỹ năng sử dụng công nghệ thông tin cơ bản và sử dụng được ngoại ngữ ở trình độ tương đương bậc 3.',
      ['it:co_ban', 'foreign_language:bac_3'],
    ],
    [
      'a) Có chứng chỉ bồi dưỡng kiến thức, kỹ năng quản lý nhà nước đối với công chức ngạch chuyên viên chính và tương đương.',
      ['state_management:chuyen_vien_chinh'],
    ],
    [
      'a) Có chứng chỉ bồi dưỡng kiến thức, kỹ năng quản lý nhà nước đối với công chức ngạch chuyên viên cao cấp và tương đương hoặc có bằng cao cấp lý luận chính trị - hành chính.',
      ['political_theory:cao_cap|state_management:chuyen_vien_cao_cap'],
    ],
    [
      'a) Trình độ chuyên môn: tốt nghiệp đại học trở lên;\nb) Lý luận chính trị: cử nhân hoặc cao cấp;\nc) Quản lý nhà nước: ngạch chuyên viên chính và tương đương trở lên;\nd) Ngoại ngữ: trình độ phù hợp.',
      [
        'degree:dai_hoc',
        'political_theory:cao_cap|political_theory:cao_cap',
        'state_management:chuyen_vien_chinh',
        'foreign_language:su_dung_duoc',
      ],
    ],
    ['a) Đã được bồi dưỡng kiến thức quốc phòng và an ninh đối tượng 3.', ['defence_security:doi_tuong_3']],
    [
      'a) Tốt nghiệp bác sĩ hoặc bác sĩ y học dự phòng;\nb) Có chứng chỉ hành nghề khám bệnh, chữa bệnh.',
      ['degree:dai_hoc|degree:dai_hoc', 'practising_licence'],
    ],
    ['a) Tốt nghiệp bác sĩ chuyên khoa cấp II hoặc tiến sĩ y học.', ['degree:tien_si|degree:tien_si']],
    [
      'a) Có bằng tốt nghiệp đại học trở lên chuyên ngành ngoại ngữ, tin học hoặc công nghệ thông tin.',
      ['degree:dai_hoc'],
    ],
    [
      'a) Có bằng tốt nghiệp trung cấp trở lên. Trường hợp tốt nghiệp cao đẳng chuyên ngành khác thì phải có chứng chỉ bồi dưỡng nghiệp vụ lưu trữ.',
      ['degree:cao_dang|degree:trung_cap', 'other'],
    ],
    [
      'a) Tốt nghiệp đại học sư phạm trở lên hoặc tốt nghiệp đại học các chuyên ngành phù hợp và có chứng chỉ bồi dưỡng nghiệp vụ sư phạm.',
      ['degree:dai_hoc|degree:dai_hoc', 'other'],
    ],
    [
      'a) Có bằng đại học; trường hợp công tác ở vùng cao không yêu cầu chứng chỉ ngoại ngữ.',
      ['degree:dai_hoc'],
    ],
    ['a) Hoàn thành khóa bồi dưỡng kỹ năng số cơ bản do Trường Chính trị tỉnh tổ chức.', ['other']],
    ['a) Đã được đào tạo, bồi dưỡng nghiệp vụ kiểm lâm.', ['other']],
    ['a) Đã hoàn thành chương trình bồi dưỡng lãnh đạo, quản lý cấp sở.', ['leadership:cap_so']],
    [
      'a) Có kiến thức quản lý nhà nước theo chương trình bồi dưỡng đối với ngạch chuyên viên.',
      ['state_management:chuyen_vien'],
    ],
    [
      'a) Sử dụng được ngoại ngữ hoặc tiếng dân tộc thiểu số đối với viên chức ở vùng dân tộc thiểu số.',
      ['ethnic_language:su_dung_duoc|foreign_language:su_dung_duoc'],
    ],
    [
      'a) Là công dân Việt Nam, tốt nghiệp đại học luật, có chứng chỉ đào tạo nghề luật sư.',
      ['degree:dai_hoc', 'other'],
    ],
    ['a) Yêu cầu về trình độ: Tốt nghiệp thạc sỹ trở lên.', ['degree:thac_si']],
    [
      'a) Có chứng chỉ chương trình bồi dưỡng đối với ngạch kế toán viên chính.',
      ['professional_certificate'],
    ],
    [
      'a) Có bằng đại học. Trường hợp từ cơ quan khác chuyển đến thì phải có ít nhất 05 năm công tác.',
      ['degree:dai_hoc'],
    ],
    [
      'a) Có chứng chỉ bồi dưỡng theo tiêu chuẩn chức danh nghề nghiệp. Đối với viên chức mới thì phải có chứng chỉ trong thời gian 36 tháng.',
      ['professional_certificate'],
    ],
    ['a) Có chứng chỉ IELTS 5.5 trở lên.', ['foreign_language:su_dung_duoc']],
    [
      'a) Có một trong các chứng chỉ sau: chứng chỉ nghiệp vụ lưu trữ; chứng chỉ nghiệp vụ văn thư.',
      ['other|other'],
    ],
    [
      'a) Có bằng thạc sĩ ngành thư viện. Trường hợp có bằng thạc sĩ ngành khác phải có bằng đại học ngành thư viện.',
      ['degree:thac_si|degree:thac_si', 'degree:dai_hoc'],
    ],
    ['a) Tốt nghiệp trung cấp luật, hoặc cử nhân ngành khác.', ['degree:dai_hoc|degree:trung_cap']],
    ['a) Có bằng đại học trở lên, có kiến thức quản lý nhà nước và am hiểu pháp luật.', ['degree:dai_hoc']],
    ['a) Có trình độ chuyên môn, lý luận chính trị đáp ứng yêu cầu nhiệm vụ.', []],
    [
      'a) Có chứng chỉ nghiệp vụ lưu trữ. Trường hợp chưa có thì trong thời hạn 12 tháng phải hoàn thành khóa bồi dưỡng nghiệp vụ lưu trữ.',
      ['other'],
    ],
    [
      'a) Biết ít nhất một thứ tiếng dân tộc thiểu số.\nb) Có bằng lái xe hạng B.',
      ['ethnic_language:su_dung_duoc', 'other'],
    ],
  ])('is understood: %s', (points, expected) => {
    expect(read(points)).toEqual(expected);
  });

  it.each([
    [
      'Có bằng đại học trở lên, trừ trường hợp công tác tại xã đảo thì có bằng trung cấp trở lên.',
      [
        ['dai_hoc', 'trừ trường hợp công tác tại xã đảo'],
        ['trung_cap', 'trường hợp công tác tại xã đảo'],
      ],
    ],
    [
      'Đến hết năm 2027, có bằng tốt nghiệp cao đẳng trở lên; từ năm 2028, có bằng tốt nghiệp đại học trở lên.',
      [
        ['cao_dang', 'Đến hết năm 2027'],
        ['dai_hoc', 'từ năm 2028'],
      ],
    ],
    [
      'Đối với viên chức quản trị mạng phải có bằng đại học ngành công nghệ thông tin.',
      [['dai_hoc', 'Đối với viên chức quản trị mạng']],
    ],
    [
      'Có bằng cao đẳng trở lên; riêng xã đảo chỉ cần trung cấp; trưởng trạm phải có bằng đại học.',
      [
        ['cao_dang', null],
        ['trung_cap', 'riêng xã đảo'],
        ['dai_hoc', 'trưởng trạm'],
      ],
    ],
    [
      'Có trình độ ngoại ngữ bậc 2 (không áp dụng đối với người trên 50 tuổi).',
      [['bac_2', 'không áp dụng đối với người trên 50 tuổi']],
    ],
    [
      'Có trình độ ngoại ngữ bậc 2. Quy định này không áp dụng đối với người dân tộc thiểu số.',
      [['bac_2', 'không áp dụng đối với người dân tộc thiểu số']],
    ],
    [
      'Có chứng chỉ tin học cơ bản. Người có bằng đại học công nghệ thông tin được miễn chứng chỉ tin học.',
      [['co_ban', 'Người có bằng đại học công nghệ thông tin được miễn chứng chỉ tin học']],
    ],
  ])('is never taken for everyone’s where it is some people’s: %s', (words, expected) => {
    const [standard] = standardOf(`a) ${words}`);
    const found = standard?.requirements.flatMap(({ anyOf }) =>
      anyOf.map(({ level, when }) => [level, when]),
    );
    expect(found).toEqual(expected);
  });

  it('keeps the words of a condition beside what it binds', () => {
    const [standard] = standardOf(
      'a) Có chứng chỉ bồi dưỡng nghiệp vụ sư phạm (đối với người không tốt nghiệp sư phạm hoặc giáo dục).',
    );
    expect(standard?.requirements.map(({ anyOf }) => anyOf)).toEqual([
      [
        {
          kind: 'other',
          level: null,
          field: null,
          name: 'chứng chỉ bồi dưỡng nghiệp vụ sư phạm',
          when: 'đối với người không tốt nghiệp sư phạm hoặc giáo dục',
        },
      ],
    ]);
  });
});

describe('an amended standard', () => {
  it('is read from the words that the amending document quotes', () => {
    const proposals = requirementProposals(
      parseText(
        'THÔNG TƯ\nSửa đổi, bổ sung một số điều của Thông tư số 903/2026/TT-BCVM\nĐiều 1. Sửa đổi, bổ sung một số điều của Thông tư số 903/2026/TT-BCVM\n1. Sửa đổi Điều 5 như sau:\n“Điều 5. Chuyên viên mẫu (hạng III) - Mã số: V.99.01.03\n1. Nhiệm vụ:\na) Làm việc.\n2. Tiêu chuẩn về trình độ đào tạo, bồi dưỡng:\na) Có bằng đại học trở lên;\nb) Có trình độ ngoại ngữ bậc 2.\n3. Tiêu chuẩn về năng lực chuyên môn:\na) Có bằng khen.”.\n2. Bãi bỏ Điều 7.\nĐiều 2. Hiệu lực\nThông tư này có hiệu lực từ ngày 01 tháng 7 năm 2026.',
      ),
    );
    expect(proposals.map(({ title, grade, clause }) => [title, grade, clause])).toEqual([
      ['Chuyên viên mẫu', 'hạng III', '2'],
    ]);
    expect(writtenRequirements(proposals)).toEqual(['degree:dai_hoc', 'foreign_language:bac_2']);
  });

  it.each<[string, string, readonly (string | null)[]]>([
    [
      'its own words',
      '1. Sửa đổi khoản 2 Điều 5 như sau: “2. Tiêu chuẩn về trình độ đào tạo, bồi dưỡng của chuyên viên mẫu (mã số V.99.01.03): a) Có bằng đại học trở lên; b) Có trình độ ngoại ngữ bậc 2.”',
      ['Chuyên viên mẫu', null, 'V.99.01.03'],
    ],
    [
      'the words that lead to it',
      '1. Sửa đổi khoản 2 Điều 5 (Chuyên viên mẫu, hạng III) như sau:\n"2. Tiêu chuẩn về trình độ đào tạo, bồi dưỡng:\na) Có bằng đại học trở lên;\nb) Có trình độ ngoại ngữ bậc 2.".\nViệc chuyển xếp có bằng đại học thì theo quy định khác.',
      ['Chuyên viên mẫu', 'hạng III', null],
    ],
    [
      'the words above those',
      '1. Sửa đổi, bổ sung Điều 5. Chuyên viên mẫu (hạng III) như sau:\na) Sửa đổi khoản 2 như sau:\n“2. Tiêu chuẩn về trình độ đào tạo, bồi dưỡng:\na) Có bằng đại học trở lên;\nb) Có trình độ ngoại ngữ bậc 2.”;\nb) Bãi bỏ khoản 4.',
      ['Chuyên viên mẫu', 'hạng III', null],
    ],
    [
      'nothing, where all of them leave it open',
      '1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Tiêu chuẩn về trình độ đào tạo, bồi dưỡng theo yêu cầu của vị trí việc làm:\na) Có bằng đại học trở lên;\nb) Có trình độ ngoại ngữ bậc 2.”.',
      [null, null, null],
    ],
  ])('without a heading is told apart by %s, up to the closing mark', (_, clause, whose) => {
    const [standard] = requirementProposals(
      parseText(
        `THÔNG TƯ\nSửa đổi, bổ sung một số điều của Thông tư số 903/2026/TT-BCVM\nĐiều 1. Sửa đổi, bổ sung một số điều của Thông tư số 903/2026/TT-BCVM\n${clause}\n2. Bãi bỏ Điều 7.\nĐiều 2. Hiệu lực\nThông tư này có hiệu lực từ ngày 01 tháng 7 năm 2026.`,
      ),
    );
    expect([standard?.title, standard?.grade, standard?.code]).toEqual(whose);
    expect(standard?.requirements.map(({ point, words }) => [point, words])).toEqual([
      ['a', 'Có bằng đại học trở lên;'],
      ['b', 'Có trình độ ngoại ngữ bậc 2.'],
    ]);
  });
});

describe('leaders’ standards below the heading of their chapter', () => {
  it('are read post by post', () => {
    const proposals = requirementProposals(
      parseText(
        'QUYẾT ĐỊNH\nBan hành Quy định tiêu chuẩn chức danh lãnh đạo\nChương II\nTIÊU CHUẨN CHỨC DANH\nĐiều 6. Trưởng phòng và Phó Trưởng phòng\n1. Có phẩm chất tốt.\n2. Quản lý nhà nước: chuyên viên trở lên.\n3. Có trung cấp lý luận chính trị trở lên.\n4. Đã qua lớp bồi dưỡng nghiệp vụ kiểm tra.\nĐiều 7. Tổ chức thực hiện\n1. Sở Nội vụ theo dõi văn bằng.\n2. Các cơ quan thi hành.',
      ),
    );
    expect(proposals.map(({ title }) => title)).toEqual(['Trưởng phòng và Phó Trưởng phòng']);
    expect(writtenRequirements(proposals)).toEqual([
      'state_management:chuyen_vien',
      'political_theory:trung_cap',
      'other',
    ]);
  });
});

describe('a leader’s standard without a heading of its own', () => {
  it('is read from the article that lists it', () => {
    const proposals = requirementProposals(
      parseText(
        'QUY ĐỊNH\nTiêu chuẩn chức danh mẫu\nĐiều 5. Tiêu chuẩn chức danh Trưởng phòng\n1. Có phẩm chất đạo đức tốt, lối sống lành mạnh.\n2. Có trình độ đại học trở lên phù hợp với vị trí việc làm.\n3. Có trình độ trung cấp lý luận chính trị trở lên.\nĐiều 6. Hồ sơ bổ nhiệm\n1. Bản sao văn bằng, chứng chỉ.\n2. Có bằng tốt nghiệp kèm theo.',
      ),
    );
    expect(proposals.map(({ title, requirements }) => [title, requirements.length])).toEqual([
      ['Trưởng phòng', 2],
    ]);
    expect(writtenRequirements(proposals)).toEqual(['degree:dai_hoc', 'political_theory:trung_cap']);
  });
});
