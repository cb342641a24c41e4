import { describe, expect, it } from 'vitest';
import { refusalOf } from '../refusal.testing.ts';
import { readRtf } from './readRtf.ts';

const head =
  '{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Times New Roman;}{\\f1 .VnTime;}{\\f2 .VnTimeH;}{\\f3\\fcharset163 Arial;}{\\f4\\fcharset2 Symbol;}}';
const file = (body: string) => Buffer.from(`${head}${body}}`, 'latin1');
const read = (body: string) => readRtf(file(body), 'cũ.rtf');
const linesOf = (body: string) => read(body).lines.map(({ role, text }) => `${role}: ${text}`);

describe('an RTF file', () => {
  it('gives Unicode whatever its letters stand in, with the capitals of capital fonts', () => {
    const body =
      "{\\f2 Quy\\'d5t \\'ae\\'denh}\\par {\\f1 c\\'f1a B\\'e9 tr\\'ad\\'ebng v\\'d2 vi\\'d6c \\'ae\\'b5o t\\'b9o}\\par" +
      "{\\f0 \\u272?i\\u7873?u 1 \\ldblquote m\\rdblquote}\\par {\\f3 c\\'f4ng ch\\'fd\\'ecc}\\par";
    expect(linesOf(body)).toEqual([
      'paragraph: QUYẾT ĐỊNH',
      'paragraph: của Bộ trưởng về việc đào tạo',
      'paragraph: Điều 1 “m”',
      'paragraph: công chức',
    ]);
  });

  it('reads ư where a program wrote an optional hyphen', () => {
    const body = "\\f1 C\\'ac quan nh\\'b5 n\\-\\'edc, ng\\-\\'eai \\'ae\\-\\'eec b\\'e6 nhi\\'d6m\\par";
    expect(linesOf(body)).toEqual(['paragraph: Cơ quan nhà nước, người được bổ nhiệm']);
  });

  it('gives rows of tables, headings, notes and text boxes', () => {
    const body =
      '\\pard\\outlinelevel0 Chuong I\\par\\pard\\intbl A\\cell B\\par b\\cell\\row\\pard Sau{\\footnote Ghi chu.} bang\\par' +
      '{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt Trong khung\\par}}{\\shprslt Trong khung\\par}}';
    expect(linesOf(body)).toEqual([
      'heading: Chuong I',
      'table: A | B b',
      'paragraph: Sau[1] bang',
      'paragraph: Trong khung',
      'paragraph: [1] Ghi chu.',
    ]);
  });

  it('gives notes behind what calls them, with the marks that Word shows', () => {
    const note = (words: string, more = '') =>
      `{\\super \\chftn{\\*\\footnote${more} \\chftn\\pard\\plain ${words}\\par}}`;
    const body =
      `QUYET DINH${note('Xem them.', '\\ftnalt')}\\par Chuong\\par Dieu{\\v giau${note('An.')}}\\par ` +
      `1. Trong 15 ngay${note('Sua doi.\\par Muc hai.')} lam viec {\\super *{\\footnote * Dau rieng.}}.\\par` +
      `\\pard\\intbl Muc${note('Trong o.')}\\cell So\\cell\\row\\pard 2. Sau.\\par`;
    expect(linesOf(body)).toEqual([
      'paragraph: QUYET DINH[i]',
      'paragraph: Chuong',
      'paragraph: Dieu',
      'paragraph: [i] Xem them.',
      'paragraph: 1. Trong 15 ngay[1] lam viec[*].',
      'paragraph: [1] Sua doi. Muc hai.',
      'paragraph: [*] Dau rieng.',
      'table: Muc[2] | So',
      'paragraph: [2] Trong o.',
      'paragraph: 2. Sau.',
    ]);
  });

  it('gives the notes of a decree from before Unicode in the articles that call them', () => {
    const body =
      "{\\f1 \\'a7i\\'d2u 1. Ph\\'b9m vi}{\\super \\chftn{\\footnote \\chftn {\\f1 Ghi ch\\'f3 c\\'f1a C\\'ac quan.}}}\\par" +
      "{\\f1 \\'a7i\\'d2u 2. Hi\\'d6u l\\'f9c}\\par";
    expect(linesOf(body)).toEqual([
      'paragraph: Điều 1. Phạm vi[1]',
      'paragraph: [1] Ghi chú của Cơ quan.',
      'paragraph: Điều 2. Hiệu lực',
    ]);
  });

  it('leaves out what does not show, and tells', () => {
    const raw = read(
      'Hien{\\v an}{\\deleted xoa}{\\fs2 be ti} ro{\\*\\annotation loi binh}{\\header dau trang}{\\*\\la khac}{\\pict 00ff}\\par',
    );
    expect(raw.lines.map((line) => line.text)).toEqual(['Hien ro']);
    expect(raw.warnings).toHaveLength(3);
    expect(raw.warnings.join(' ')).toMatch(/2 đoạn chữ ẩn.*1 chỗ sửa.*bình luận/);
  });

  it.each([
    ['nested without end', `${'{'.repeat(100_000)}x${'}'.repeat(100_000)}`, 'lồng quá nhiều lớp'],
    ['with binary data that is longer than the file', '\\bin2000000000 x', 'bị hỏng'],
  ])('is refused %s', async (_, body, reason) => {
    expect((await refusalOf(() => read(body))).sentence).toContain(reason);
  });

  it('is refused where it breaks off', async () => {
    const cut = file('{\\b Dieu 1}\\par Dieu 2\\par').subarray(0, -12);
    expect((await refusalOf(() => readRtf(cut, 'a.rtf'))).sentence).toContain('cắt cụt');
  });
});
