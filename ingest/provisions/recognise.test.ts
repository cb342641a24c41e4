import { describe, expect, it } from 'vitest';
import { rawText } from '../../testing/rawText.ts';
import { parseDirective } from '../parseDirective.ts';
import { tree, words } from './tree.testing.ts';

describe('state form', () => {
  it('has every rung from Phần down to gạch đầu dòng', () => {
    const text = `
Phần thứ nhất
NHỮNG VẤN ĐỀ CHUNG
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Quy chế này áp dụng cho mọi lớp.
Chương II. MỞ LỚP
Mục 1
CHUẨN BỊ
Tiểu mục 1. HỒ SƠ
Điều 2. Hồ sơ
1. Hồ sơ gồm:
a) Đơn, kèm:
- Ảnh;
- Bản sao văn bằng;
b) Phiếu.
2. Nộp một bộ.
Phần thứ hai
TỔ CHỨC THỰC HIỆN
Điều 3. Hiệu lực
Quy chế này có hiệu lực từ ngày ký.`;
    expect(tree(text)).toEqual([
      'Phần thứ nhất «NHỮNG VẤN ĐỀ CHUNG»',
      'Phần thứ nhất > Chương I «QUY ĐỊNH CHUNG»',
      'Phần thứ nhất > Chương I > Điều 1 «Phạm vi»',
      'Phần thứ nhất > Chương II «MỞ LỚP»',
      'Phần thứ nhất > Chương II > Mục 1 «CHUẨN BỊ»',
      'Phần thứ nhất > Chương II > Mục 1 > Tiểu mục 1 «HỒ SƠ»',
      'Phần thứ nhất > Chương II > Mục 1 > Tiểu mục 1 > Điều 2 «Hồ sơ»',
      'Phần thứ nhất > Chương II > Mục 1 > Tiểu mục 1 > Điều 2 > khoản 1',
      'Phần thứ nhất > Chương II > Mục 1 > Tiểu mục 1 > Điều 2 > khoản 1 > điểm a',
      'Phần thứ nhất > Chương II > Mục 1 > Tiểu mục 1 > Điều 2 > khoản 1 > điểm a > gạch đầu dòng 1',
      'Phần thứ nhất > Chương II > Mục 1 > Tiểu mục 1 > Điều 2 > khoản 1 > điểm a > gạch đầu dòng 2',
      'Phần thứ nhất > Chương II > Mục 1 > Tiểu mục 1 > Điều 2 > khoản 1 > điểm b',
      'Phần thứ nhất > Chương II > Mục 1 > Tiểu mục 1 > Điều 2 > khoản 2',
      'Phần thứ hai «TỔ CHỨC THỰC HIỆN»',
      'Phần thứ hai > Điều 3 «Hiệu lực»',
    ]);
  });

  it('has its labels where scanning lost the space in them', () => {
    const text =
      'Chương1\nQUY ĐỊNH CHUNG\nMục1\nPHẠM VI\nĐiều1. Phạm vi\n1. Lớp học.\n2. Người học.\nĐiều2. Hiệu lực\nCó hiệu lực từ ngày ký.';
    expect(tree(text)).toEqual([
      'Chương 1 «QUY ĐỊNH CHUNG»',
      'Chương 1 > Mục 1 «PHẠM VI»',
      'Chương 1 > Mục 1 > Điều 1 «Phạm vi»',
      'Chương 1 > Mục 1 > Điều 1 > khoản 1',
      'Chương 1 > Mục 1 > Điều 1 > khoản 2',
      'Chương 1 > Mục 1 > Điều 2 «Hiệu lực»',
    ]);
  });

  it('takes the heading of an Điều from the next line, and none from a rule on its own line', () => {
    const text = `
Điều 1.
Phạm vi điều chỉnh
Văn bản này quy định việc mở lớp.

Điều 2. Giao Phòng Nội vụ tổ chức thực hiện Quyết định này.

Điều 3. Trách nhiệm của thủ trưởng
đơn vị sử dụng
Cử đúng người.`;
    expect(tree(text)).toEqual([
      'Điều 1 «Phạm vi điều chỉnh»',
      'Điều 2',
      'Điều 3 «Trách nhiệm của thủ trưởng đơn vị sử dụng»',
    ]);
  });

  it('does not take a wrapped citation for a heading', () => {
    const text = `
Điều 1. Điều kiện
1. Người học đáp ứng điều kiện quy định tại khoản 2
Điều 9. Trường hợp chưa đáp ứng thì bổ sung, trong đó áp dụng khoản
2. Riêng người đã có chứng chỉ thì thực hiện theo quy định tại
Điều 2. Việc bổ sung xong trong 30 ngày.
2. Người học nộp hồ sơ theo Điều này và
Điều 3 Quyết định này.
Điều 2. Hồ sơ
Gồm một bộ.
Điều 3. Thời hạn
Mười ngày.`;
    expect(tree(text)).toEqual([
      'Điều 1 «Điều kiện»',
      'Điều 1 > khoản 1',
      'Điều 1 > khoản 2',
      'Điều 2 «Hồ sơ»',
      'Điều 3 «Thời hạn»',
    ]);
  });

  it('leaves a citation at the start of a whole paragraph alone', () => {
    const text =
      'Điều 1. Căn cứ\nĐiều 5 Nghị định này quy định khác.\nĐiều 12. Luật này thì khác.\nĐiều 2. Hồ sơ\nMột bộ.';
    expect(tree(text, 'paragraph')).toEqual(['Điều 1 «Căn cứ»', 'Điều 2 «Hồ sơ»']);
  });

  it('does not take a quoted Điều of an amendment for its own', () => {
    const text = `
Điều 1. Sửa đổi, bổ sung một số điều
1. Sửa đổi Điều 2 như sau:
“Điều 2. Hồ sơ
1. Đơn.
2. Phiếu, gọi là “phiếu học”.”.
2. Bổ sung Điều 2a như sau: “Điều 2a. Gia hạn
1. Một lần.”
3. Bãi bỏ khoản 4 Điều 7.
Điều 2. Hiệu lực
Từ ngày ký.`;
    expect(tree(text)).toEqual([
      'Điều 1 «Sửa đổi, bổ sung một số điều»',
      'Điều 1 > khoản 1',
      'Điều 1 > khoản 2',
      'Điều 1 > khoản 3',
      'Điều 2 «Hiệu lực»',
    ]);
  });

  it('reads misprinted letters and numbers by their place', () => {
    const text = `
Điều 1. Danh mục
l. Gồm:
a) Một;
b) Hai;
e) Ba;
đ) Bốn;
đ) Năm;
2, Khoản sau dấu phẩy.
3. Gồm:
a) Sáu;
c) Bảy, mất mục trước;
d) Tám.
. Khoản mất số.
5. Khoản năm.`;
    expect(tree(text)).toEqual([
      'Điều 1 «Danh mục»',
      'Điều 1 > khoản 1',
      ...['a', 'b', 'c', 'd', 'đ'].map((letter) => `Điều 1 > khoản 1 > điểm ${letter}`),
      'Điều 1 > khoản 2',
      'Điều 1 > khoản 3',
      ...['a', 'c', 'd'].map((letter) => `Điều 1 > khoản 3 > điểm ${letter}`),
      'Điều 1 > khoản 4',
      'Điều 1 > khoản 5',
    ]);
  });

  it('knows all letters of điểm in their order', () => {
    const letters = [...'abcdđeghiklmnopqrstuvxy'];
    const text = `Điều 1. Danh mục\n1. Gồm:\n${letters.map((letter) => `${letter}) Mục này;`).join('\n')}\nĐiều 2. Hết\nXong.`;
    expect(tree(text)).toEqual([
      'Điều 1 «Danh mục»',
      'Điều 1 > khoản 1',
      ...letters.map((letter) => `Điều 1 > khoản 1 > điểm ${letter}`),
      'Điều 2 «Hết»',
    ]);
  });

  it('puts misread chapter numerals right by their place', () => {
    const chapters = ['I', 'H', 'IH', 'IV'].map(
      (numeral, index) =>
        `# Chương ${numeral}\nNỘI DUNG ${index + 1}\nĐiều ${index + 1}. Tên\nNội dung của điều.`,
    );
    const labels = tree(chapters.join('\n\n')).filter((path) => !path.includes('>'));
    expect(labels).toEqual([
      'Chương I «NỘI DUNG 1»',
      'Chương II «NỘI DUNG 2»',
      'Chương III «NỘI DUNG 3»',
      'Chương IV «NỘI DUNG 4»',
    ]);
  });

  it('keeps recipients and signatures out of the last Điều, also when they are glued to it', () => {
    const text = `
Điều 1. Mở lớp.
Điều 2. Trưởng phòng chịu trách nhiệm thi hành./. Nơi nhận: TM. ỦY BAN NHÂN DÂN
- Như Điều 2;
- Lưu: VT. CHỦ TỊCH
Trần Văn Mẫu`;
    expect(words(text, 'Điều 2')).toBe('Điều 2. Trưởng phòng chịu trách nhiệm thi hành./.');
  });

  it('restarts the numbering in an attached regulation and in annexes', () => {
    const text = `
QUYẾT ĐỊNH
Ban hành Quy chế học tập
Điều 1. Ban hành kèm theo Quyết định này Quy chế học tập.
Điều 2. Quyết định này có hiệu lực từ ngày ký.
Nơi nhận:
- Như Điều 1;
CHỦ TỊCH
Trần Văn Mẫu
QUY CHẾ
Học tập của cán bộ
(Ban hành kèm theo Quyết định số 77/QĐ-UBND ngày 02/3/2026)
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Quy chế này áp dụng cho lớp học.
Điều 2. Hồ sơ theo mẫu tại Phụ lục I
Một bộ.
PHỤ LỤC I
DANH MỤC HỒ SƠ
(Kèm theo Quy chế học tập)
1. Đơn xin học
2. Văn bằng
a) Bản chính;
b) Bản sao.
Phụ lục II
MẪU ĐƠN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
1. Họ tên: ..........
2. Ngày sinh: ..........`;
    expect(tree(text)).toEqual([
      'Điều 1',
      'Điều 2',
      'Quy chế «Học tập của cán bộ»',
      'Quy chế > Chương I «QUY ĐỊNH CHUNG»',
      'Quy chế > Chương I > Điều 1 «Phạm vi»',
      'Quy chế > Chương I > Điều 2 «Hồ sơ theo mẫu tại Phụ lục I»',
      'Phụ lục I «DANH MỤC HỒ SƠ»',
      'Phụ lục I > mục 1 «Đơn xin học»',
      'Phụ lục I > mục 2 «Văn bằng»',
      'Phụ lục I > mục 2 > điểm a',
      'Phụ lục I > mục 2 > điểm b',
      'Phụ lục II «MẪU ĐƠN»',
    ]);
  });

  it('says which Điều are missing and which heading was doubtful', () => {
    const text =
      'Điều 1. Một\nNội dung.\n\nĐiều 2. Hai\nNội dung.\n\nĐiều 4. Bốn\nNội dung.\n\nĐiều 2. Lạc chỗ\nNội dung.';
    const { warnings } = parseDirective(rawText(text), { fileName: 'x.txt' });
    expect(warnings.join('\n')).toContain('Không thấy Điều 3');
    expect(warnings.join('\n')).toContain('“Điều 2.” không theo thứ tự');
  });
});
