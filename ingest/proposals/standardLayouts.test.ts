import { describe, expect, it } from 'vitest';
import { parseText } from '../relations/relations.testing.ts';
import { readItem } from './readItem.ts';
import { requirementProposals } from './requirementProposals.ts';
import { writtenRequirements } from './score.testing.ts';

/** What is read of an invented article, or of an annex behind it: whose, in which clause, and what is demanded. */
function readAs(article: string): readonly (readonly [string | null, string | null, string, ...string[]])[] {
  return requirementProposals(
    parseText(
      `THÔNG TƯ\nQuy định mẫu\n${article}\nĐiều 9. Hiệu lực\n1. Từ ngày ký.\n2. Các đơn vị thi hành.`,
    ),
  ).map((standard) => [standard.title, standard.code, standard.clause, ...writtenRequirements([standard])]);
}

describe('an article that tells of several posts', () => {
  it('is read post by post, each with its own grade and code', () => {
    expect(
      readAs(
        'Điều 3. Chức danh Quan trắc viên hồ chứa\n1. Quan trắc viên hồ chứa hạng II - Mã số: V.99.02.02\na) Có bằng đại học trở lên;\nb) Có trình độ ngoại ngữ bậc 3.\n2. Quan trắc viên hồ chứa hạng III, mã số V.99.02.03: tốt nghiệp cao đẳng, đại học ngành khí tượng; tin học đạt chuẩn cơ bản.\n3. Các hạng phải trung thực.',
      ),
    ).toEqual([
      ['Quan trắc viên hồ chứa', 'V.99.02.02', '1', 'degree:dai_hoc', 'foreign_language:bac_3'],
      ['Quan trắc viên hồ chứa', 'V.99.02.03', '2', 'degree:cao_dang', 'it:co_ban'],
    ]);
  });

  it('holds what one of them takes over from another, in the words of that one', () => {
    const article =
      'Điều 3. Tiêu chuẩn lãnh đạo trường nội trú\n1. Hiệu trưởng trường nội trú phải đạt các tiêu chuẩn sau đây:\na) Có bằng đại học sư phạm trở lên;\nb) Có trình độ trung cấp lý luận chính trị trở lên;\nc) Khỏe mạnh.\n2. Phó Hiệu trưởng trường nội trú đáp ứng các tiêu chuẩn quy định tại điểm a khoản 1 Điều này.\n3. Hiệu trưởng không đáp ứng tiêu chuẩn quy định tại khoản 1 Điều này thì được bố trí việc khác.';
    expect(readAs(article)).toEqual([
      ['Hiệu trưởng trường nội trú', null, '1', 'degree:dai_hoc', 'political_theory:trung_cap'],
      ['Phó Hiệu trưởng trường nội trú', null, '2', 'degree:dai_hoc'],
    ]);
  });

  it('keeps what everyone must have apart from what somebody must have', () => {
    expect(
      readAs(
        'Điều 3. Tiêu chuẩn công chức phường Nam Lam\n1. Tốt nghiệp đại học trở lên.\n2. Công chức hộ tịch tại phường Nam Lam phải được bồi dưỡng nghiệp vụ hộ tịch.',
      ),
    ).toEqual([
      ['Công chức phường Nam Lam', null, '', 'degree:dai_hoc'],
      ['Công chức hộ tịch tại phường Nam Lam', null, '2', 'other'],
    ]);
  });
});

describe('an article whose clauses the tree does not hold', () => {
  it.each<[string, string, ReturnType<typeof readAs>]>([
    [
      'quoted in part',
      'Điều 3. Ngạch thanh quyết toán viên - Mã số 99.001\n4. Tiêu chuẩn về trình độ đào tạo, bồi dưỡng:\na) Có bằng đại học trở lên;\nb) Có chứng chỉ tin học cơ bản.\n5. Được xét nâng ngạch khi có bằng khen.',
      [['Thanh quyết toán viên', '99.001', '4', 'degree:dai_hoc', 'it:co_ban']],
    ],
    [
      'in dashes, with a stricter demand in brackets',
      'Điều 3. Trưởng ban, Phó Trưởng ban Dân vận\n- Về phẩm chất: gương mẫu.\n- Về trình độ: tốt nghiệp đại học trở lên; trung cấp lý luận chính trị trở lên (trưởng ban phải tốt nghiệp cao cấp lý luận chính trị).\n- Về năng lực: quyết đoán.',
      [
        [
          'Trưởng ban, Phó Trưởng ban Dân vận',
          null,
          '',
          'degree:dai_hoc',
          'political_theory:trung_cap',
          'political_theory:cao_cap',
        ],
      ],
    ],
  ])('is read by its lines: %s', (_, article, expected) => {
    expect(readAs(article)).toEqual(expected);
  });

  it('demands nothing where it tells who may learn, buy or apply', () => {
    expect(
      readAs(
        'Điều 3. Đối tượng cử đi đào tạo\n1. Công chức có bằng đại học loại khá.\n2. Có chứng chỉ ngoại ngữ bậc 3.\nĐiều 4. Điều kiện đối với tổ chức, cá nhân mua bán hàng mẫu\n1. Người phụ trách phải có bằng trung cấp trở lên.\n2. Có kho.',
      ),
    ).toEqual([]);
  });
});

describe('an outline', () => {
  it('is read division by division, whoever each is about', () => {
    const proposals = requirementProposals(
      parseText(
        'HƯỚNG DẪN\nTiêu chuẩn chức danh cơ quan Lam Giang\nI. MỤC ĐÍCH\n1. Bố trí người có bằng đại học.\n2. Thống nhất.\nII. TIÊU CHUẨN CỤ THỂ\n1. Trưởng ban\n- Trình độ chuyên môn: đại học trở lên.\n- Lý luận chính trị: cao cấp hoặc cử nhân.\n2. Chuyên viên giúp việc\na) Có bằng cao đẳng; trường hợp luật có quy định khác với quy định này thì thực hiện theo luật.\nb) Nhiệt tình.\nIII. TỔ CHỨC THỰC HIỆN\n1. Rà soát văn bằng.\n2. Báo cáo.',
      ),
    );
    expect(proposals.map((one) => [one.title, ...writtenRequirements([one])])).toEqual([
      ['Trưởng ban', 'degree:dai_hoc', 'political_theory:cao_cap|political_theory:cao_cap'],
      ['Chuyên viên giúp việc', 'degree:cao_dang'],
    ]);
    expect(
      proposals
        .flatMap(({ requirements }) => requirements.flatMap(({ anyOf }) => anyOf))
        .map(({ when }) => when),
    ).toEqual([null, null, null, null]);
  });
});

describe('a table', () => {
  const annex = (heading: string, rows: string) =>
    readAs(`Điều 3. Phụ lục\n1. Kèm theo.\n2. Thi hành.\nPHỤ LỤC I\n${heading}\n${rows}`);

  it('tells the standards of its rows', () => {
    expect(
      annex(
        'TIÊU CHUẨN CHỨC DANH MẪU',
        'TT | Chức danh | Mã số | Trình độ chuyên môn | Lý luận chính trị | Ngoại ngữ, tin học\n1 | Kiểm đếm viên (hạng III) | V.99.03.03 | Đại học trở lên | Trung cấp | Ngoại ngữ bậc 2 hoặc tiếng dân tộc thiểu số; chuẩn CNTT cơ bản\n2 | Nhân viên lái xe | | Trung học phổ thông | - | Không',
      ),
    ).toEqual([
      [
        'Kiểm đếm viên',
        'V.99.03.03',
        '',
        'degree:dai_hoc',
        'political_theory:trung_cap',
        'ethnic_language:su_dung_duoc|foreign_language:bac_2',
        'it:co_ban',
      ],
      ['Nhân viên lái xe', null, '', 'other'],
    ]);
  });

  it('tells the standard of the one post that it describes', () => {
    expect(
      annex(
        'BẢN MÔ TẢ VỊ TRÍ VIỆC LÀM',
        'Tên vị trí việc làm: Chuyên viên về tổng hợp mẫu\nNhóm yêu cầu | Yêu cầu cụ thể\nTrình độ đào tạo | - Tốt nghiệp đại học trở lên\nBồi dưỡng, chứng chỉ | - Có chứng chỉ bồi dưỡng quản lý nhà nước ngạch chuyên viên\nKinh nghiệm | Có bằng khen',
      ),
    ).toEqual([['Chuyên viên về tổng hợp mẫu', null, '', 'degree:dai_hoc', 'state_management:chuyen_vien']]);
  });

  it('of people tells no standard', () => {
    expect(
      annex(
        'DANH SÁCH CÁN BỘ ĐẠT TIÊU CHUẨN',
        'TT | Chức danh | Họ và tên | Trình độ chuyên môn\n1 | Chủ tịch | Nguyễn Văn Mẫu | Đại học\n2 | Phó Chủ tịch | Trần Thị Mẫu | Thạc sĩ',
      ),
    ).toEqual([]);
  });
});

describe('what some clauses say of others', () => {
  it('takes over only what is named, and frees of it whom it frees', () => {
    expect(
      readAs(
        'Điều 3. Người đứng đầu, cấp phó của người đứng đầu đơn vị thủy nông\n1. Người đứng đầu:\na) Học vấn: có trình độ tốt nghiệp trung học phổ thông;\nb) Tốt nghiệp đại học trở lên; nếu là viện nghiên cứu thì phải có học vị tiến sĩ;\nc) Lý luận chính trị: trung cấp trở lên.\n2. Cấp phó: bảo đảm tiêu chuẩn như quy định tại khoản 1 Điều này, trừ điểm c; không yêu cầu học vị tiến sĩ đối với cấp phó của viện nghiên cứu.\n3. Trưởng trạm: đạt tiêu chuẩn về học vấn và lý luận chính trị như quy định tại khoản 1 Điều này.',
      ),
    ).toEqual([
      [
        'Người đứng đầu đơn vị thủy nông',
        null,
        '1',
        'other',
        'degree:dai_hoc',
        'degree:tien_si',
        'political_theory:trung_cap',
      ],
      ['Cấp phó của người đứng đầu đơn vị thủy nông', null, '2', 'other', 'degree:dai_hoc'],
      ['Trưởng trạm', null, '3', 'other', 'political_theory:trung_cap'],
    ]);
  });

  it('keeps whom an exemption of another clause or sentence frees, and what will do instead', () => {
    const [standard] = requirementProposals(
      parseText(
        'THÔNG TƯ\nQuy định mẫu\nĐiều 3. Trưởng phòng Thủy nông\n1. Tiêu chuẩn về trình độ đào tạo:\na) Có bằng cử nhân thủy lợi;\nb) Có chứng chỉ ngoại ngữ bậc 2. Người từ đủ 50 tuổi không bắt buộc có chứng chỉ này;\nc) Có trình độ tin học cơ bản.\nNgười được tuyển dụng trước năm 2020 mà có bằng tốt nghiệp cao đẳng nông nghiệp và chứng chỉ quản lý hồ đập thì được coi là đáp ứng quy định tại điểm a khoản này.\n2. Không áp dụng tiêu chuẩn về tin học đối với người bổ nhiệm lại.\n3. Theo dõi.',
      ),
    );
    expect(
      standard?.requirements.map(({ anyOf }) => anyOf.map(({ level, name, when }) => [level ?? name, when])),
    ).toEqual([
      [
        ['dai_hoc', null],
        ['cao_dang', 'Người được tuyển dụng trước năm 2020'],
      ],
      [
        [
          'chứng chỉ quản lý hồ đập',
          'Người được tuyển dụng trước năm 2020 mà có bằng tốt nghiệp cao đẳng nông nghiệp',
        ],
      ],
      [['bac_2', 'Người từ đủ 50 tuổi không bắt buộc có chứng chỉ này']],
      [['co_ban', 'Không áp dụng tiêu chuẩn về tin học đối với người bổ nhiệm lại']],
    ]);
  });

  it('keeps apart those whom the heading lists, and whom a clause of theirs frees', () => {
    const article =
      'Điều 3. Tiêu chuẩn Trợ lý, Thư ký\n1. Trợ lý: tốt nghiệp đại học trở lên, trừ trợ lý kiêm nhiệm.\n2. Thư ký: tốt nghiệp trung cấp trở lên; quốc phòng, an ninh đối tượng 4; người từ đủ 55 tuổi được miễn.\n3. Theo dõi.';
    const found = requirementProposals(parseText(`THÔNG TƯ\nQuy định mẫu\n${article}`));
    expect(
      found.map(({ title, requirements }) => [
        title,
        ...requirements.flatMap(({ anyOf }) => anyOf.map(({ level, when }) => `${level} ${when}`)),
      ]),
    ).toEqual([
      ['Trợ lý', 'dai_hoc trừ trợ lý kiêm nhiệm'],
      ['Thư ký', 'trung_cap null', 'doi_tuong_4 người từ đủ 55 tuổi được miễn'],
    ]);
  });

  it('names a title by what its clause appoints to, and by the point that an amendment quotes', () => {
    expect(
      readAs(
        'Điều 3. Tiêu chuẩn bổ nhiệm thủy nông viên\n1. Công dân Việt Nam trung thực, có trình độ cử nhân thủy lợi trở lên thì có thể được bổ nhiệm làm Thủy nông viên.\n2. Người có đủ tiêu chuẩn quy định tại khoản 1 Điều này và có đủ các điều kiện sau thì được bổ nhiệm làm Thủy nông viên trung cấp:\na) Có trình độ trung cấp lý luận chính trị trở lên;\nb) Trúng tuyển.\nĐiều 4. Sửa đổi, bổ sung Thông tư số 3/2099/TT-BNV quy định tiêu chuẩn thủy nông viên\n1. Sửa đổi điểm a khoản 2 Điều 5 như sau:\n“a) Chức danh thủy nông viên chính (hạng II) - Mã số: V.99.04.09: Tốt nghiệp thạc sĩ trở lên;”.\n2. Bãi bỏ Điều 6.',
      ),
    ).toEqual([
      ['Thủy nông viên', null, '1', 'degree:dai_hoc'],
      ['Thủy nông viên trung cấp', null, '2', 'degree:dai_hoc', 'political_theory:trung_cap'],
      ['Thủy nông viên chính', 'V.99.04.09', '2', 'degree:thac_si'],
    ]);
  });
});

describe('a demand of some', () => {
  it.each<[string, string, readonly (readonly string[])[]]>([
    [
      'may be given by a label and a place each',
      'Chuyên môn: ở đồng bằng có trình độ trung cấp trở lên; ở miền núi phải được bồi dưỡng chuyên môn (tương đương trình độ sơ cấp trở lên)',
      [['degree:trung_cap ở đồng bằng'], ['degree:so_cap ở miền núi']],
    ],
    [
      'is no second demand where it only gives time',
      'Có chứng chỉ hành nghề thủy nông (đối với người mới tuyển dụng thì phải có chứng chỉ hành nghề thủy nông trong thời gian 36 tháng)',
      [['practising_licence: ']],
    ],
    [
      'stands in the place of what it replaces',
      'Ngoại ngữ bậc 2, đối với người làm việc ở vùng dân tộc thiểu số có thể thay thế bằng chứng chỉ tiếng dân tộc',
      [
        [
          'foreign_language:bac_2 ',
          'ethnic_language:su_dung_duoc đối với người làm việc ở vùng dân tộc thiểu số',
        ],
      ],
    ],
    [
      'may be given by a place and a level alone',
      'Chuyên môn: từ trung cấp trở lên; đối với xã đảo: sơ cấp trở lên; biết tiếng dân tộc là một lợi thế',
      [['degree:trung_cap ', 'degree:so_cap đối với xã đảo']],
    ],
    [
      'is of the level behind who somebody is',
      'Giám đốc phải là bác sĩ có trình độ chuyên khoa cấp II; Phó Giám đốc nếu phụ trách chuyên môn phải là bác sĩ có trình độ từ thạc sĩ trở lên, nếu phụ trách tài chính phải tốt nghiệp đại học',
      [
        ['degree:tien_si Giám đốc'],
        ['degree:thac_si Phó Giám đốc nếu phụ trách chuyên môn'],
        ['degree:dai_hoc nếu phụ trách tài chính'],
      ],
    ],
    [
      'may stand in brackets with the place it is of, and none that it lacks',
      'Tốt nghiệp trung học phổ thông (đối với miền núi, hải đảo tốt nghiệp trung học cơ sở); có chứng chỉ nghiệp vụ sư phạm (đối với giáo viên không tốt nghiệp đại học sư phạm)',
      [
        ['other: ', 'other: đối với miền núi, hải đảo'],
        ['other: đối với giáo viên không tốt nghiệp đại học sư phạm'],
      ],
    ],
    [
      'is of another skill than the one before',
      'Sử dụng được công nghệ thông tin cơ bản và một ngoại ngữ hoặc tiếng dân tộc ở vùng đồng bào dân tộc',
      [
        ['it:co_ban '],
        ['foreign_language:su_dung_duoc ', 'ethnic_language:su_dung_duoc ở vùng đồng bào dân tộc'],
      ],
    ],
    [
      'goes on with the kind that was named',
      'Quốc phòng: đối tượng 2 đối với cấp trưởng; đối tượng 3 đối với cấp phó',
      [['defence_security:doi_tuong_2 đối với cấp trưởng'], ['defence_security:doi_tuong_3 đối với cấp phó']],
    ],
    [
      'is no demand of the branch that stands for itself',
      'Tốt nghiệp đại học hệ chính quy hoặc có bằng đại học và bằng thạc sĩ; chuyên môn: trung cấp (phường: đại học trở lên)',
      [['degree:dai_hoc ', 'degree:thac_si '], ['degree:trung_cap '], ['degree:dai_hoc riêng phường']],
    ],
  ])('%s', (_, words, expected) => {
    expect(
      readItem(words, null).map((anyOf) =>
        anyOf.map(({ kind, level, when }) => `${kind}:${level ?? ''} ${when ?? ''}`),
      ),
    ).toEqual(expected);
  });
});
