import { describe, expect, it } from 'vitest';
import { parseText, writeRelation } from './relations.testing.ts';

/** What an invented decree says that amends 12/2020/NĐ-CP by these lines, each with the provision that says so. */
function amended(...lines: readonly string[]): readonly string[] {
  const head = 'Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 12/2020/NĐ-CP';
  const foot = 'Điều 2. Hiệu lực thi hành\nNghị định này có hiệu lực từ ngày 01/01/2032.';
  const parsed = parseText([head, ...lines, foot].join('\n'), {
    number: '900/2031/NĐ-CP',
    type: 'Nghị định',
    title: null,
  });
  return parsed.relations
    .filter(({ scope }) => scope === 'provision')
    .map((relation) => {
      const source = parsed.provisions[relation.source ?? -1]?.path.slice(1).join(' ');
      return `${source}: ${writeRelation(relation).replace(' 12/2020/NĐ-CP', '')}`;
    });
}

/** What a single khoản says, without where it stands. */
const said = (line: string) => amended(`1. ${line}`).map((relation) => relation.replace(/^.*?: /u, ''));

describe('an amendment within an amendment', () => {
  it.each<[string, readonly string[]]>([
    ['one that is announced', ['1. Sửa đổi, bổ sung Điều 5 như sau:']],
    ['one that is only named', ['1. Tại Điều 5:']],
    ['one that is announced without a colon', ['1. Sửa đổi Điều 5.']],
    [
      'one of which its title is changed too',
      ['1. Sửa đổi, bổ sung tên Điều 5, khoản 2 và khoản 3 Điều 5 như sau:'],
    ],
  ])('works in the Điều above it: %s', (_, announced) => {
    const relations = amended(
      ...announced,
      'a) Sửa đổi, bổ sung khoản 2: "2. Mỗi năm 48 tiết."',
      'b) Bãi bỏ điểm c khoản 3;',
      'c) Khoản 4 sửa đổi như sau:',
      '"4. Mở lớp:',
      'a) Bãi bỏ Điều 9;"',
      'd) Bổ sung cụm từ “xã” vào sau cụm từ “tỉnh” tại khoản 6.',
    );
    expect(relations).toEqual(
      expect.arrayContaining([
        'khoản 1 điểm b: repeals Điều 5 > khoản 3 > điểm c',
        'khoản 1 điểm c: amends Điều 5 > khoản 4',
        'khoản 1 điểm d: amends Điều 5 > khoản 6 partly',
      ]),
    );
    expect(relations.join('\n')).toMatch(/: amends Điều 5 > khoản 2$/mu);
    expect(relations.join('\n')).not.toMatch(/Điều 9|: \S+ (?:khoản|điểm)/u);
  });

  it('is told apart also where its items stand in one line', () => {
    expect(said('Sửa đổi Điều 5 như sau: a) Sửa đổi khoản 2: “Hai.” b) Bãi bỏ điểm c khoản 3.')).toEqual([
      'amends Điều 5 > khoản 2',
      'repeals Điều 5 > khoản 3 > điểm c',
    ]);
  });
});

describe('a clause that ends parts of a document', () => {
  it.each<[string, readonly string[]]>([
    [
      'Nghị định số 12/2020/NĐ-CP hết hiệu lực một phần: Điều 6, Điều 7 hết hiệu lực kể từ ngày Nghị định này có hiệu lực.',
      ['repeals Điều 6', 'repeals Điều 7'],
    ],
    [
      'Nghị định số 12/2020/NĐ-CP hết hiệu lực một phần kể từ ngày Nghị định này có hiệu lực.',
      ['repeals ? partly'],
    ],
    [
      'Bãi bỏ các quy định sau của Nghị định số 12/2020/NĐ-CP:\na) Điều 5;\nb) Cụm từ “A” tại Điều 7.',
      ['repeals Điều 5', 'amends Điều 7 partly'],
    ],
    [
      'Thay cụm từ “A” bằng cụm từ “B” tại các điều, khoản sau:\na) Điều 5;\nb) Khoản 1 Điều 7.',
      ['amends Điều 5 partly', 'amends Điều 7 > khoản 1 partly'],
    ],
  ])('never ends the whole: "%s"', (line, expected) => {
    expect(said(line)).toEqual(expected);
  });
});

it.each([
  'Nghị định số 915/2015/NĐ-CP, Thông tư số 916/2016/TT-BM hết hiệu lực khi Nghị định này có hiệu lực thi hành.',
  'Nghị định này có hiệu lực từ ngày 21 tháng 7 năm 2031 thay thế Nghị định số 915/2015/NĐ-CP, Thông tư số 916/2016/TT-BM.',
])('a clause of effect without the usual joints is understood: "%s"', (line) => {
  const { relations } = parseText(`Điều 1. A\nMột.\nĐiều 2. Hiệu lực\n${line}`, { title: null });
  expect(relations.map(({ target, scope, partial }) => [target.number, scope, partial])).toEqual([
    ['915/2015/NĐ-CP', 'whole', false],
    ['916/2016/TT-BM', 'whole', false],
  ]);
});

describe('an amending clause', () => {
  it.each<[string, readonly string[]]>([
    [
      'Thay thế cụm từ “A” bằng cụm từ “B” tại khoản 1, khoản 3 Điều 4, Điều 7 và Phụ lục II.',
      [
        'amends Điều 4 > khoản 1 partly',
        'amends Điều 4 > khoản 3 partly',
        'amends Điều 7 partly',
        'amends Phụ lục II partly',
      ],
    ],
    ['Bỏ cụm từ “A” tại điểm a khoản 2 Điều 9.', ['amends Điều 9 > khoản 2 > điểm a partly']],
    ['Cụm từ “A” tại khoản 2 Điều 6 được thay bằng cụm từ “B”.', ['amends Điều 6 > khoản 2 partly']],
    [
      'Tại điểm b khoản 2 Điều 8, thay cụm từ “A” bằng cụm từ “B”.',
      ['amends Điều 8 > khoản 2 > điểm b partly'],
    ],
    ['Sửa đổi tên Chương II như sau: “Chương II. LỚP”.', ['amends Chương II partly']],
    ['Đổi tên Điều 21 thành “Mở lớp”.', ['amends Điều 21 partly']],
    [
      'Bỏ khoản 4 Điều 18 và bỏ các cụm từ “A”, “B” tại khoản 5 Điều 18.',
      ['repeals Điều 18 > khoản 4', 'amends Điều 18 > khoản 5 partly'],
    ],
    [
      'Bãi bỏ các khoản 2, 3 và 5 Điều 8; các mẫu số 01, 02 tại Phụ lục III.',
      [
        'repeals Điều 8 > khoản 2',
        'repeals Điều 8 > khoản 3',
        'repeals Điều 8 > khoản 5',
        'repeals Phụ lục III partly',
      ],
    ],
    [
      'Sửa đổi đoạn mở đầu và điểm a khoản 1 Điều 30 như sau: “Một”',
      ['amends Điều 30 > khoản 1 partly', 'amends Điều 30 > khoản 1 > điểm a'],
    ],
    [
      'Bổ sung khoản 4a vào sau khoản 4 Điều 15 và khoản 6 vào Điều 16 như sau: “Bốn”',
      ['supplements Điều 15 > khoản 4a', 'supplements Điều 16 > khoản 6'],
    ],
    [
      'Bổ sung các điểm d và đ vào sau điểm c khoản 2 Điều 15 như sau: “d) A; đ) B”',
      ['supplements Điều 15 > khoản 2 > điểm d', 'supplements Điều 15 > khoản 2 > điểm đ'],
    ],
    [
      'Sửa đổi khoản 3 Điều 5 đã được bổ sung tại khoản 2 Điều 1 Nghị định số 14/2022/NĐ-CP như sau: “Ba”',
      ['amends Điều 5 > khoản 3'],
    ],
    ['Thay thế Phụ lục II bằng Phụ lục I ban hành kèm theo Nghị định này.', ['replaces Phụ lục II']],
    ['Điều 9 được thay thế bằng Điều 9 mới như sau: “Chín”', ['replaces Điều 9']],
    [
      'Thay cụm từ “A" bằng cụm từ “B" tại các điều sau:\na) Điều 5;\nb) Điều 7.',
      ['amends Điều 5 partly', 'amends Điều 7 partly'],
    ],
    ['Sửa đổi khoản 1 Điều 2 như sau: “1. Từ "lớp" là “khóa”. Bãi bỏ Điều 9.”', ['amends Điều 2 > khoản 1']],
    ['Sửa đổi khoản 1 Điều 2 như sau: ”1. Bãi bỏ Điều 9.”', ['amends Điều 2 > khoản 1']],
    ['Điều chỉnh khoản 1 Điều 2 thành: “1. Một”.', ['amends Điều 2 > khoản 1']],
    [
      'Bãi bỏ Chương IV “Nuôi con” gồm các điều từ Điều 35 đến Điều 36.',
      ['repeals Chương IV', 'repeals Điều 35', 'repeals Điều 36'],
    ],
    [
      'Bãi bỏkhoản 3 Điều 50 Nghị định số 12/2020/NĐ-CPngày 31 tháng 7 năm 2020.',
      ['repeals Điều 50 > khoản 3'],
    ],
    ['Điều chỉnh mức thưởng theo Điều 5.', []],
    ['Người học bỏ khoản tiền tại Điều 5 thì nộp lại.', []],
  ])('"%s"', (line, expected) => {
    expect(said(line)).toEqual(expected);
  });
});

it('changes words of every document in a row', () => {
  const parsed = parseText(
    'Điều 1. Sửa đổi các luật có liên quan\n1. Thay thế cụm từ “A” bằng cụm từ “B” tại khoản 1 Điều 5 Luật Việc mẫu số 938/2013/QH13; Điều 10 Luật Nghề mẫu số 974/2014/QH13.\n2. Bãi bỏ Điều 3 Luật Tuổi mẫu số 957/2020/QH14.',
    { title: null },
  );
  expect(parsed.relations.map(writeRelation)).toEqual([
    'amends 938/2013/QH13 Điều 5 > khoản 1 partly',
    'amends 974/2014/QH13 Điều 10 partly',
    'repeals 957/2020/QH14 Điều 3',
  ]);
});

it('amends from the heading of a part, as party documents do', () => {
  const parsed = parseText(
    'I- Sửa đổi, bổ sung Quy định số 909-QĐ/TU, ngày 15/3/2022 như sau:\n1. Sửa đổi khoản 2, Điều 5 như sau: “2. Hai”.\n2. Bãi bỏ điểm 2.3, khoản 2, mục III.\nII- Quyết định này có hiệu lực kể từ ngày ký.\n1. Thi hành.\n2. Theo dõi.',
    { title: null, type: 'Quyết định' },
  );
  expect(parsed.relations.map(writeRelation)).toEqual([
    'amends 909-QĐ/TU',
    'amends 909-QĐ/TU Điều 5 > khoản 2',
    'repeals 909-QĐ/TU Mục III > khoản 2 > điểm 2.3',
  ]);
});

describe('what only tells', () => {
  it('is no change: the heading of an article about names or members', () => {
    for (const heading of ['Đổi tên hội', 'Bổ sung thành viên']) {
      const { relations } = parseText(
        `Điều 1. ${heading}\n1. Hồ sơ gửi đến cơ quan nêu ở Điều 14 Nghị định số 945/2010/NĐ-CP.\n2. Đơn.`,
        { title: null },
      );
      expect(relations).toEqual([]);
    }
  });

  it('is no change: a task of a plan, a citation below a correction', () => {
    const plan = parseText(
      'I. MỤC ĐÍCH\n1. Một.\n2. Hai.\nII. NỘI DUNG\n1. Sửa đổi, bổ sung Quy định số 09-QĐ/TU ngày 15/3/2022\n2. Kế hoạch này thay thế Kế hoạch số 08-KH/TU.',
      { type: 'Kế hoạch', title: 'Thực hiện Quy định số 12-QĐ/TW' },
    );
    expect(plan.relations.map(writeRelation)).toEqual(['replaces 08-KH/TU']);
    const letter = parseText(
      'SỞ NỘI VỤ\nSố: 615/SNV-TCCC\nKính gửi: Các sở.\nSở Nội vụ xin đính chính như sau:\n1. Tại điểm a khoản 2 Mục III\n- Đã viết: “31/11”\n- Nay đính chính là: “30/11”\n2. Tại khoản 1 Mục IV\n- Đã viết: “A”\nViệc đánh giá thực hiện theo Điều 12 Nghị định số 335/2025/NĐ-CP.',
      { type: 'Công văn', title: 'Đính chính Hướng dẫn số 12/HD-SNV ngày 22/4/2026' },
    );
    expect(letter.relations.map(writeRelation)).toEqual([
      'corrects 12/HD-SNV Mục III > khoản 2 > điểm a partly',
      'corrects 12/HD-SNV Mục IV > khoản 1 partly',
      'corrects 12/HD-SNV partly',
    ]);
  });
});
