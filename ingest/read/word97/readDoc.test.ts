import { describe, expect, it } from 'vitest';
import { refusalOf } from '../refusal.testing.ts';
import { makeDoc, makeWord95 } from './doc.testing.ts';
import { readDoc } from './readDoc.ts';

const linesOf = (bytes: Uint8Array) =>
  readDoc(bytes, 'cũ.doc').lines.map(({ role, text }) => `${role}: ${text}`);

describe('a Word 97 document', () => {
  it('gives paragraphs, rows of tables and Unicode', () => {
    const bytes = makeDoc(
      'QuyÕt ®Þnh cña Bé tr­ëng\rHä tªn\u0007Chøc vô\u0007\u0007NguyÔn A\u0007C¸n bé\u0007\u0007§iÒu 1\r',
    );
    expect(linesOf(bytes)).toEqual([
      'paragraph: Quyết định của Bộ trưởng',
      'table: Họ tên | Chức vụ',
      'table: Nguyễn A | Cán bộ',
      'paragraph: Điều 1',
    ]);
    expect(readDoc(bytes, 'cũ.doc').warnings).toEqual([expect.stringContaining('TCVN3')]);
  });

  it('leaves out field codes and comments', () => {
    const bytes = makeDoc('Trang \u0013PAGE \u00142\u0015 het\rloi binh\r', { comments: 9 });
    expect(linesOf(bytes)).toEqual(['paragraph: Trang 2 het']);
    expect(readDoc(bytes, 'cũ.doc').warnings).toEqual([expect.stringContaining('bình luận')]);
  });

  it('gives notes behind what calls them, or behind all of it where the file does not say what does', () => {
    const text = '1. Trong 15 ngay\u0002 lam viec*.\rMuc\u0002\u0007So\u0007\u00072. Sau.\r';
    const notes = [
      { at: 16, words: '\u0002 Sua doi.\rMuc hai.\r' },
      { at: 26, words: '* Dau rieng.\r', sign: true },
      { at: 32, words: '\u0002 Trong o.\r' },
    ];
    expect(linesOf(makeDoc(text, { notes }))).toEqual([
      'paragraph: 1. Trong 15 ngay[1] lam viec[*].',
      'paragraph: [1] Sua doi. Muc hai.',
      'paragraph: [*] Dau rieng.',
      'table: Muc[2] | So',
      'paragraph: [2] Trong o.',
      'paragraph: 2. Sau.',
    ]);
    const wrong = notes.map((note) => ({ ...note, at: 9999 }));
    expect(linesOf(makeDoc(text, { notes: wrong })).slice(-3)).toEqual([
      'paragraph: Muc hai.',
      'paragraph: * Dau rieng.',
      'paragraph: Trong o.',
    ]);
    // A file from before Unicode: behind all of it, under their marks.
    const old = makeDoc('QuyÕt ®Þnh\u0002 cña Bé tr­ëng\r2. §iÒu kho¶n sau\r', {
      notes: [{ at: 10, words: '\u0002 Ghi chó cña C¬ quan.\r' }],
    });
    expect(linesOf(old)).toEqual([
      'paragraph: Quyết định[1] của Bộ trưởng',
      'paragraph: 2. Điều khoản sau',
      'paragraph: [1] Ghi chú của Cơ quan.',
    ]);
  });

  it('may be one of Word 95', () => {
    expect(linesOf(makeWord95('QuyÕt ®Þnh cña Bé tr­ëng\rA\u0007B\u0007\u0007'))).toEqual([
      'paragraph: Quyết định của Bộ trưởng',
      'table: A | B',
    ]);
  });

  it('gives the notes of a decree in the article that calls them, also from before Unicode and from Word 95', () => {
    const text = '§iÒu 1. Ph¹m vi\u0002\r§iÒu 2. HiÖu lùc\u0002\r';
    const notes = [
      { at: 15, words: '\u0002 Ghi chó cña C¬ quan.\r' },
      { at: 33, words: '\u0002 §­îc söa ®æi.\r' },
    ];
    const expected = [
      'paragraph: Điều 1. Phạm vi[1]',
      'paragraph: [1] Ghi chú của Cơ quan.',
      'paragraph: Điều 2. Hiệu lực[2]',
      'paragraph: [2] Được sửa đổi.',
    ];
    expect(linesOf(makeDoc(text, { notes }))).toEqual(expected);
    expect(linesOf(makeWord95(text, notes))).toEqual(expected);
  });

  it('is refused where it is locked, cut or endless', async () => {
    const sentence = async (bytes: Uint8Array) => (await refusalOf(() => readDoc(bytes, 'cũ.doc'))).sentence;
    expect(await sentence(makeDoc('abc\r', { encrypted: true }))).toContain('mật khẩu');
    const whole = makeDoc('abc\r'.repeat(9000));
    expect(await sentence(whole.subarray(0, 9000))).toContain('cắt cụt');
    expect(await sentence(makeDoc('abc\r'.repeat(900), { pieces: 5000 }))).toContain('bị hỏng');
    expect(linesOf(makeDoc('abc\r', { pieceLength: 0x7fffffff }))).toEqual(['paragraph: abc']);
  });

  it('is refused where its sectors run in a ring', async () => {
    const bytes = makeDoc('abc\r'.repeat(9000));
    const table = (bytes.readUInt32LE(0x4c) + 1) * 512;
    for (let index = 0; index < 128; index += 1)
      if (bytes.readUInt32LE(table + index * 4) < 0xfffffff0) bytes.writeUInt32LE(2, table + index * 4);
    expect((await refusalOf(() => readDoc(bytes, 'cũ.doc'))).sentence).toContain('bị hỏng');
  });
});
