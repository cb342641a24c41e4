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
      'amends Điều 5 partly',
      'amends Điều 5 > khoản 2',
      'repeals Điều 5 > khoản 3 > điểm c',
    ]);
  });
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
      ['supplements Điều 15 partly', 'supplements Điều 16 partly'],
    ],
    [
      'Sửa đổi khoản 3 Điều 5 đã được bổ sung tại khoản 2 Điều 1 Nghị định số 14/2022/NĐ-CP như sau: “Ba”',
      ['amends Điều 5 > khoản 3'],
    ],
    ['Thay thế Phụ lục II bằng Phụ lục I ban hành kèm theo Nghị định này.', ['replaces Phụ lục II']],
    ['Điều 9 được thay thế bằng Điều 9 mới như sau: “Chín”', ['replaces Điều 9']],
    ['Người học bỏ khoản tiền tại Điều 5 thì nộp lại.', []],
  ])('"%s"', (line, expected) => {
    expect(said(line)).toEqual(expected);
  });
});
