import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LADDERS, QUALIFICATION_KINDS, type QualificationKind } from '../domain/ladders.ts';
import { writeLevel } from '../domain/levelNames.ts';
import { namesEquivalence, readLevel, writeOut } from './levels.ts';
import { fold } from './text.ts';

type Row = readonly [written: string, kind: QualificationKind, level: string | null, field?: string];

const ALONE: readonly Row[] = [
  ['TC LLCT', 'political_theory', 'trung_cap'],
  ['tcllct', 'political_theory', 'trung_cap'],
  ['Trung cấp lý luận chính trị', 'political_theory', 'trung_cap'],
  ['Trung cấp lí luận chính trị', 'political_theory', 'trung_cap'],
  ['Trung cấp chính trị - hành chính', 'political_theory', 'trung_cap'],
  ['Giấy xác nhận tương đương trung cấp LLCT', 'other', null],
  ['Trung cấp LLCT-HC (hệ không tập trung)', 'political_theory', 'trung_cap'],
  ['Đại học Hàng không', 'degree', 'dai_hoc', 'Hàng không'],
  ['Đại học Phòng cháy chữa cháy', 'degree', 'dai_hoc', 'Phòng cháy chữa cháy'],
  ['Đại học Xây dựng Đảng', 'degree', 'dai_hoc', 'Xây dựng Đảng'],
  ['Đại học Hành chính (không chính quy)', 'degree', 'dai_hoc', 'Hành chính'],
  ['Kỹ sư đo đạc', 'degree', 'dai_hoc', 'đo đạc'],
  ['Đại học Đo đạc', 'degree', 'dai_hoc', 'Đo đạc'],
  ['Chứng chỉ hoàn thành chương trình bồi dưỡng ngạch CVC', 'state_management', 'chuyen_vien_chinh'],
  ['B1 tiếng Anh (tương đương bậc 3)', 'foreign_language', 'bac_3', 'Anh'],
  ['CCLLCT', 'political_theory', 'cao_cap'],
  ['CC LLCT', 'political_theory', 'cao_cap'],
  ['Cao cấp LLCT-HC', 'political_theory', 'cao_cap'],
  ['Cử nhân chính trị', 'political_theory', 'cao_cap'],
  ['Cao cấp', 'political_theory', 'cao_cap'],
  ['LLCT', 'political_theory', null],
  ['ĐH', 'degree', 'dai_hoc'],
  ['Đại học Luật', 'degree', 'dai_hoc', 'Luật'],
  ['Cử nhân Kinh tế', 'degree', 'dai_hoc', 'Kinh tế'],
  ['CN Luật', 'degree', 'dai_hoc', 'Luật'],
  ['Cử nhân chính trị học', 'degree', 'dai_hoc', 'chính trị học'],
  ['Kỹ sư xây dựng', 'degree', 'dai_hoc', 'xây dựng'],
  ['Kỹ sư CNTT', 'degree', 'dai_hoc', 'công nghệ thông tin'],
  ['Đại học Hệ thống thông tin', 'degree', 'dai_hoc', 'Hệ thống thông tin'],
  ['Đại học Ngôn ngữ Anh', 'degree', 'dai_hoc', 'Ngôn ngữ Anh'],
  ['Đại học Tài chính - Ngân hàng (chính quy)', 'degree', 'dai_hoc', 'Tài chính - Ngân hàng'],
  ['Bác sĩ', 'degree', 'dai_hoc'],
  ['CKI', 'degree', 'thac_si'],
  ['BSCKI Nội', 'degree', 'thac_si', 'Nội'],
  ['CKII', 'degree', 'tien_si'],
  ['Thạc sỹ', 'degree', 'thac_si'],
  ['Ths QLNN', 'degree', 'thac_si', 'quản lý nhà nước'],
  ['Th.S Quản lý công', 'degree', 'thac_si', 'Quản lý công'],
  ['Đại học Luật, Thạc sĩ Quản lý công', 'degree', 'thac_si', 'Quản lý công'],
  ['PGS.TS Luật học', 'degree', 'tien_si', 'Luật học'],
  ['Cao đẳng', 'degree', 'cao_dang'],
  ['Trung cấp kế toán', 'degree', 'trung_cap', 'kế toán'],
  ['Trung cấp quân sự cơ sở', 'degree', 'trung_cap', 'quân sự cơ sở'],
  ['Sau đại học', 'degree', null],
  ['CV', 'state_management', 'chuyen_vien'],
  ['CVC', 'state_management', 'chuyen_vien_chinh'],
  ['CVCC', 'state_management', 'chuyen_vien_cao_cap'],
  ['QLNN ngạch CVC', 'state_management', 'chuyen_vien_chinh'],
  ['Bồi dưỡng ngạch chuyên viên chính', 'state_management', 'chuyen_vien_chinh'],
  ['Bồi dưỡng ngạch cán sự', 'state_management', 'can_su'],
  ['lãnh đạo cấp phòng', 'leadership', 'cap_phong'],
  ['LĐQL cấp sở', 'leadership', 'cap_so'],
  ['Lãnh đạo xã, phường', 'leadership', 'cap_xa'],
  ['Lãnh đạo cấp cơ sở', 'leadership', null],
  ['QPAN ĐT 4', 'defence_security', 'doi_tuong_4'],
  ['QP-AN đối tượng 3', 'defence_security', 'doi_tuong_3'],
  ['đối tượng 3', 'defence_security', 'doi_tuong_3'],
  ['ĐT2', 'defence_security', 'doi_tuong_2'],
  ['B1 tiếng Anh', 'foreign_language', 'bac_3', 'Anh'],
  ['Tiếng Pháp A2', 'foreign_language', 'bac_2', 'Pháp'],
  ['Bậc 3/6', 'foreign_language', 'bac_3'],
  ['C1', 'foreign_language', 'bac_5'],
  ['Anh B', 'foreign_language', null, 'Anh'],
  ['IELTS 6.0', 'foreign_language', null, 'Anh'],
  ['Tiếng Khmer', 'ethnic_language', null, 'Khmer'],
  ['tiếng dân tộc Mông', 'ethnic_language', null, 'Mông'],
  ['Tin học B', 'it', null],
  ['CNTT cơ bản', 'it', 'co_ban'],
  ['ƯDCNTTCB', 'it', 'co_ban'],
  ['Ứng dụng CNTT nâng cao', 'it', 'nang_cao'],
  ['CDNN giáo viên hạng II', 'professional_certificate', null, 'giáo viên hạng II'],
  ['Chứng chỉ hành nghề luật sư', 'practising_licence', null, 'luật sư'],
  ['Cập nhật kiến thức QPAN', 'knowledge_update', null, 'quốc phòng an ninh'],
];

describe('a level that stands alone', () => {
  for (const [written, kind, level, field] of ALONE) {
    test(`${written} is read`, () => {
      expect(readLevel(written, null)).toEqual({ kind, level, field: field ?? null });
    });

    test(`${written} is read decomposed, without diacritics and in capitals`, () => {
      expect(readLevel(written.normalize('NFD'), null)).toMatchObject({ kind, level });
      expect(readLevel(fold(written), null)).toMatchObject({ kind, level });
      expect(readLevel(`  ${written.toUpperCase()} `, null)).toMatchObject({ kind, level });
    });
  }

  test.each(['12/12', 'abc', '', 'Luật', 'Trung cấp', 'Sơ cấp', 'chưa có', 'không', 'ĐH Luật; TC LLCT'])(
    '%j says nothing of one kind',
    (written) => {
      expect(readLevel(written, null)).toBeNull();
    },
  );
});

const UNHELD: readonly (readonly [written: string, kind: QualificationKind])[] = [
  ['Chưa có TC LLCT', 'political_theory'],
  ['chưa qua trung cấp', 'political_theory'],
  ['chưa học TC', 'political_theory'],
  ['Chưa TC LLCT', 'political_theory'],
  ['Không có bằng đại học', 'degree'],
  ['Không đại học', 'degree'],
  ['Học dở đại học', 'degree'],
  ['Đại học (dở dang)', 'degree'],
  ['Đang học CC LLCT', 'political_theory'],
  ['CC LLCT đang theo học', 'political_theory'],
  ['Đại học (đang học)', 'degree'],
  ['Sắp tốt nghiệp thạc sĩ', 'degree'],
  ['Đại học Luật, chưa tốt nghiệp', 'degree'],
  ['Hoàn thành CC LLCT, chưa cấp bằng', 'political_theory'],
  ['Hoàn thành chương trình trung cấp LLCT', 'political_theory'],
  ['Sinh viên đại học năm 4', 'degree'],
  ['NCS tiến sĩ', 'degree'],
  ['Tiếng Anh B1 chưa thi', 'foreign_language'],
  ['ko có chuyên viên', 'state_management'],
];

describe('a level that is not held, or not yet', () => {
  test.each(['Học viên cao học', 'Đại học năm 3', 'Đại học Luật năm thứ 2'])('%s is none yet', (written) => {
    expect(readLevel(written, 'degree')).toBeNull();
  });

  test.each(UNHELD)('%s is no level', (written, kind) => {
    for (const text of [written, written.normalize('NFD'), written.toUpperCase(), fold(written)])
      for (const expected of [kind, null]) expect(readLevel(text, expected)).toBeNull();
  });

  it('is none wherever a negation stands beside a level, and no field ever holds one', () => {
    const parts = ['Đại học', 'Luật', 'TC LLCT', 'B1 tiếng Anh', 'CVC', 'QPAN đối tượng 4', 'Thạc sĩ', ','];
    const says = ['chưa', 'không có', 'dở', 'đang học', 'sắp', 'chưa tốt nghiệp', 'chưa cấp bằng'];
    const some = fc.array(fc.constantFrom(...parts), { maxLength: 4 });
    fc.assert(
      fc.property(
        some,
        fc.constantFrom(...says),
        some,
        fc.option(fc.constantFrom(...QUALIFICATION_KINDS)),
        (before, not, after, kind) => {
          expect(readLevel([...before, not, ...after].join(' '), kind)).toBeNull();
        },
      ),
    );
  });
});

describe('a paper of equivalence', () => {
  it('is not read as the level in the column of its kind', () => {
    expect(readLevel('Giấy xác nhận tương đương TC LLCT', 'political_theory')).toBeNull();
    expect(namesEquivalence('TC LLCT (tương đương)')).toBe(true);
    expect(namesEquivalence('Tiếng Anh B1 tương đương bậc 3')).toBe(false);
  });

  it('is written out as rules name it', () => {
    expect(writeOut('Giấy xác nhận tương đương TC LLCT')).toBe(
      'Giấy xác nhận tương đương trung cấp lý luận chính trị',
    );
  });
});

describe('a level in the column of a kind', () => {
  test.each<readonly [QualificationKind, string, string | null]>([
    ['degree', 'Trung cấp', 'trung_cap'],
    ['political_theory', 'Trung cấp', 'trung_cap'],
    ['political_theory', 'cử nhân', 'cao_cap'],
    ['leadership', 'cấp phòng', 'cap_phong'],
    ['defence_security', 'ĐT 4', 'doi_tuong_4'],
    ['foreign_language', 'B2', 'bac_4'],
    ['foreign_language', 'B', null],
    ['it', 'A', null],
    ['state_management', 'Chuyên viên chính', 'chuyen_vien_chinh'],
    ['degree', 'ĐH Luật; TC LLCT', 'dai_hoc'],
    ['political_theory', 'ĐH Luật; TC LLCT', 'trung_cap'],
  ])('%s: %s', (kind, written, level) => {
    expect(readLevel(written, kind)).toMatchObject({ kind, level });
  });

  test.each<readonly [QualificationKind, string]>([
    ['degree', 'TC LLCT'],
    ['degree', '12/12'],
    ['degree', 'Luật'],
    ['political_theory', 'Tiến sĩ'],
    ['political_theory', 'chuyên viên'],
    ['it', 'B1 tiếng Anh'],
    ['defence_security', 'đối tượng 7'],
  ])('%s: %s is refused', (kind, written) => {
    expect(readLevel(written, kind)).toBeNull();
  });
});

const EVERY_LEVEL = QUALIFICATION_KINDS.flatMap((kind) =>
  LADDERS[kind].map((level) => [kind, level] as const),
);

test.each(EVERY_LEVEL)('%s %s is read as it is written out', (kind, level) => {
  expect(readLevel(writeLevel(kind, level), kind)).toEqual({ kind, level, field: null });
});

it('answers for any text', () => {
  const words = fc.constantFrom(
    'TC',
    'LLCT',
    'Đại học',
    'B1',
    ';',
    '(',
    'bậc',
    '3/6',
    'QPAN',
    'ĐT',
    '4',
    'và',
    'ﬁ',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(words, { maxLength: 8 }).map((parts) => parts.join(' ')),
  );
  fc.assert(
    fc.property(texts, fc.option(fc.constantFrom(...QUALIFICATION_KINDS)), (text, expected) => {
      const read = readLevel(text, expected);
      if (read === null) return;
      if (expected !== null) expect(read.kind).toBe(expected);
      if (read.level !== null) expect(LADDERS[read.kind] as readonly string[]).toContain(read.level);
      expect(read.field).not.toBe('');
    }),
  );
});
