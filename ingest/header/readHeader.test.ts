import { describe, expect, it } from 'vitest';
import type { Header } from '../../domain/directive.ts';
import { rawText } from '../../testing/rawText.ts';
import { parseDirective } from '../parseDirective.ts';

function parse(text: string, meta: Readonly<Record<string, string>> = {}) {
  return parseDirective(rawText(text, { meta }), { fileName: 'x.txt' });
}

function header(text: string, meta: Readonly<Record<string, string>> = {}): Header {
  return parse(text, meta).header;
}

const decree = `
CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 990/2026/NĐ-CP Hà Nội, ngày 26 tháng 6 năm 2026

NGHỊ ĐỊNH
Quy định về lớp học mẫu đối với
người học giả định
Căn cứ Luật Mẫu số 99/2025/QH15;
Chính phủ ban hành Nghị định quy định về lớp học mẫu.

Điều 1. Phạm vi
Nghị định này quy định về lớp học.

Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 8 năm 2026.

Nơi nhận: TM. CHÍNH PHỦ
- Như Điều 2; KT. THỦ TƯỚNG
PHÓ THỦ TƯỚNG

Phạm Thị Thí Dụ`;

describe('a day of issue of which a stamp leaves the day of the month', () => {
  const stamped = decree.replace('ngày 26 tháng 6 năm 2026', 'ngày 26');
  const signed = (day: string, text = stamped) => parse(text, { 'signature-time': day });

  it('is the last such day before the file was signed, which is said to be inferred', () => {
    const { header: read, warnings } = signed('2026-06-29');
    expect(read).toMatchObject({ issued: '2026-06-26', place: 'Hà Nội', number: '990/2026/NĐ-CP' });
    expect(warnings.join(' ')).toContain('26/6/2026 là suy ra từ ngày ký số 29/6/2026');
  });

  it.each([
    ['in the month before where the day is still to come', '2026-07-03', '2026-06-26'],
    ['not after it comes into force', '2026-08-27', '2026-07-26'],
    ['none where that lies in another year than its number', '2025-12-31', null],
  ])('is %s', (_, day, issued) => {
    expect(signed(day).header.issued).toBe(issued);
  });

  it('is found where the month alone is missing', () => {
    const monthless = decree.replace('ngày 26 tháng 6 năm', 'ngày 26 tháng … năm');
    expect(signed('2026-06-29', monthless).header.issued).toBe('2026-06-26');
  });

  it('is not guessed without a signature, nor where the day is read whole', () => {
    const { header: read, warnings } = parse(stamped);
    expect(read.issued).toBeNull();
    expect(warnings.join(' ')).toContain('Không đọc được ngày ban hành');
    expect(signed('2026-07-20', decree).header.issued).toBe('2026-06-26');
  });
});

describe('the header', () => {
  it('is read whole from head and foot, also where two columns stand on one line', () => {
    expect(header(decree)).toEqual({
      number: '990/2026/NĐ-CP',
      type: 'Nghị định',
      issuer: 'Chính phủ',
      issued: '2026-06-26',
      effective: '2026-08-01',
      title: 'Quy định về lớp học mẫu đối với người học giả định',
      signer: 'Phạm Thị Thí Dụ',
      place: 'Hà Nội',
    });
  });

  it('takes from meta what the document does not say', () => {
    const text = 'Điều 1. Phạm vi\nÁp dụng cho lớp học.\nĐiều 2. Tổ chức\nGiao các sở.';
    const meta = {
      so_hieu: '990/2026/nđ-cp',
      loai_van_ban: 'nghi-dinh',
      cquanbanhanh: 'Chính phủ',
      ngaybanhanh: '26/06/2026',
      ngay_hieu_luc: '2026-08-01',
      nguoiky: 'Thủ tướng Chính phủ',
      trichyeu: 'Quy định về lớp học mẫu',
      noi_ban_hanh: 'Hà Nội',
    };
    expect(header(text, meta)).toEqual({
      number: '990/2026/NĐ-CP',
      type: 'Nghị định',
      issuer: 'Chính phủ',
      issued: '2026-06-26',
      effective: '2026-08-01',
      title: 'Quy định về lớp học mẫu',
      signer: 'Thủ tướng Chính phủ',
      place: 'Hà Nội',
    });
  });

  it('takes from an information table what neither says', () => {
    const text = `
Số ký hiệu: 12/2026/TT-BNV
Ngày ban hành: 01 tháng 3 năm 2026
Ngày có hiệu lực: 15/4/2026
Người ký: Bộ trưởng (thay mặt Bộ)
Điều 1. Phạm vi
Áp dụng cho lớp học.`;
    expect(header(text)).toMatchObject({
      number: '12/2026/TT-BNV',
      type: 'Thông tư',
      issued: '2026-03-01',
      effective: '2026-04-15',
      signer: 'Bộ trưởng',
    });
  });

  it('lets the document win over what is declared about it, and says so', () => {
    const { header: read, warnings } = parse(decree, {
      so_hieu: '991/2026/NĐ-CP',
      ngay_hieu_luc: '2026-09-01',
    });
    expect(read).toMatchObject({ number: '990/2026/NĐ-CP', effective: '2026-08-01' });
    expect(warnings.join('\n')).toContain('991/2026/NĐ-CP');
    expect(warnings.join('\n')).toContain('Ngày hiệu lực');
  });

  it.each([
    ['Quyết định này có hiệu lực kể từ ngày ký ban hành.', '2026-03-05'],
    ['Quyết định này có hiệu lực thi hành từ ngày ký./.', '2026-03-05'],
    ['Quyết định này có hiệu lực thi hành sau 45 ngày, kể từ ngày ký.', '2026-04-19'],
    [
      'Quyết định này có hiệu lực thi hành kể từ ngày 07 tháng 7 năm 2026. Các mức được áp dụng từ 01/01/2026.',
      '2026-07-07',
    ],
    ['Quyết định này có hiệu lực từ ngày 01/7/2026, trừ khoản 2 Điều 1.', '2026-07-01'],
    ['Quyết định này có hiệu lực sau 15 ngày kể từ ngày đăng Công báo.', null],
    ['Quyết định số 5/QĐ-UBND có hiệu lực từ ngày 01/01/2020.', null],
    [
      'Quyết định này thay thế Quyết định số 5/QĐ-UBND, ngày 07/10/2017 và có hiệu lực kể từ ngày ký.',
      '2026-03-05',
    ],
    ['Quyết định này thay thế Quyết định số 5/QĐ-UBND đã có hiệu lực từ ngày 01/01/2020.', null],
  ])('counts the effective date from “%s”', (clause, effective) => {
    const text = `
ỦY BAN NHÂN DÂN
TỈNH LAM GIANG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 77/QĐ-UBND
Lam Giang, ngày 05 tháng 3 năm 2026
QUYẾT ĐỊNH
Về việc mở lớp
Điều 1. Mở lớp.
Điều 2. ${clause}`;
    expect(header(text)).toMatchObject({
      number: '77/QĐ-UBND',
      type: 'Quyết định',
      issuer: 'Ủy ban nhân dân tỉnh Lam Giang',
      title: 'Về việc mở lớp',
      issued: '2026-03-05',
      effective,
    });
  });

  it("takes the document's own clause of entry into force, not one of what it encloses", () => {
    const text = `
QUYẾT ĐỊNH
Ban hành Quy chế mẫu
Điều 1. Ban hành kèm theo Quyết định này Quy chế mẫu. Quy chế này có hiệu lực từ ngày 01/01/2030.
Điều 2. Quyết định này có hiệu lực từ ngày 01/5/2026.`;
    expect(header(text).effective).toBe('2026-05-01');
  });

  it('asks for an effective date only of documents that have one', () => {
    const plan = 'KẾ HOẠCH\nMở lớp\nI. MỤC ĐÍCH\n1. Một.\n2. Hai.\nII. KINH PHÍ\n1. Ba.';
    expect(parse(plan).warnings.join()).not.toContain('ngày có hiệu lực');
    expect(parse('QUYẾT ĐỊNH\nMở lớp\nĐiều 1. Một.\nĐiều 2. Hai.').warnings.join()).toContain(
      'ngày có hiệu lực',
    );
  });

  it('is read from a party head', () => {
    const text = `
ĐẢNG BỘ THÀNH PHỐ MẪU
QUẬN ỦY QUẬN 10
*
Số 06-CTr/QU
ĐẢNG CỘNG SẢN VIỆT NAM
Quận 10, ngày 05 tháng 01 năm 2016
CHƯƠNG TRÌNH
xây dựng đội ngũ cán bộ
-----
I. MỤC TIÊU
1. Một.
2. Hai.
II. GIẢI PHÁP
1. Ba.
T/M QUẬN ỦY
BÍ THƯ
Trần Thị Mẫu`;
    expect(header(text)).toEqual({
      number: '06-CTr/QU',
      type: 'Chương trình',
      issuer: 'Quận ủy Quận 10',
      issued: '2016-01-05',
      effective: null,
      title: 'Xây dựng đội ngũ cán bộ',
      signer: 'Trần Thị Mẫu',
      place: 'Quận 10',
    });
  });

  it('is read from a joint circular', () => {
    const text = `
BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN - BỘ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 98/2015/TTLT-BNNPTNT-BNV
Hà Nội, ngày 20 tháng 10 năm 2015
THÔNG TƯ LIÊN TỊCH
Quy định mã số và tiêu chuẩn chức danh mẫu
Căn cứ Luật Mẫu;
Điều 1. Phạm vi
Áp dụng chung.
KT. BỘ TRƯỞNG BỘ NỘI VỤ
THỨ TRƯỞNG
Trần Văn Mẫu
KT. BỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN
THỨ TRƯỞNG
Lê Văn Thử`;
    expect(header(text)).toMatchObject({
      number: '98/2015/TTLT-BNNPTNT-BNV',
      type: 'Thông tư liên tịch',
      issuer: 'Bộ Nông nghiệp và Phát triển nông thôn - Bộ Nội vụ',
      title: 'Quy định mã số và tiêu chuẩn chức danh mẫu',
      signer: 'Trần Văn Mẫu; Lê Văn Thử',
    });
  });

  it('is read from the one sentence of a gazette', () => {
    const text = `
Nghị định
của Chính phủ số 990/1998/NĐ-CP ngày 11 tháng 5 năm 1998
về việc ban hành Quy chế mẫu

Chính phủ
Căn cứ Luật Mẫu;
Điều 1. Ban hành kèm theo Nghị định này Quy chế mẫu.
Điều 2. Nghị định này có hiệu lực sau 15 ngày kể từ ngày ký.`;
    expect(header(text)).toMatchObject({
      number: '990/1998/NĐ-CP',
      type: 'Nghị định',
      issuer: 'Chính phủ',
      issued: '1998-05-11',
      effective: '1998-05-26',
      title: 'Về việc ban hành Quy chế mẫu',
    });
  });

  it('never guesses: a number, a date or a name that is not there is null', () => {
    const text = `
ỦY BAN NHÂN DÂN
XÃ MẪU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: /KH-UBND
Xã Mẫu, ngày tháng năm 2026
KẾ HOẠCH
Mở lớp năm 2026
Thực hiện Nghị quyết
số 80-NQ/TW ngày 07/01/2026, xã mở lớp như sau:
I. MỤC ĐÍCH
1. Một.
2. Hai.
II. KINH PHÍ
1. Ba.`;
    expect(header(text)).toEqual({
      number: null,
      type: 'Kế hoạch',
      issuer: 'Ủy ban nhân dân xã Mẫu',
      issued: null,
      effective: null,
      title: 'Mở lớp năm 2026',
      signer: null,
      place: 'Xã Mẫu',
    });
  });
});

describe('the kind', () => {
  it('of a newspaper page is press, with its headline and no provisions', () => {
    const text = `
Nâng chất cán bộ cơ sở (16:28 08/06/2026)

BLG - Theo Quyết định số 77/QĐ-UBND, xã đã mở 3 lớp. Đồng chí Trần Văn Mẫu, Bí thư, cho biết lớp sẽ kéo dài.

1. Lớp thứ nhất.

2. Lớp thứ hai. Ảnh: MẪU`;
    const parsed = parse(text);
    expect(parsed.kind).toBe('press');
    expect(parsed.provisions).toEqual([]);
    expect(parsed.header).toMatchObject({ number: null, type: null, title: 'Nâng chất cán bộ cơ sở' });
    expect(parsed.passages.length).toBeGreaterThan(0);
  });

  it('of a programme on a portal page without a number is issued', () => {
    const parsed = parse(
      'Chương trình Nâng chất cán bộ\n\nBan Chấp hành xây dựng Chương trình như sau:\n\nI. MỤC TIÊU\n\n1. Một.\n\n2. Hai.\n\nII. GIẢI PHÁP\n\n1. Ba.',
    );
    expect(parsed.kind).toBe('issued');
    expect(parsed.header).toMatchObject({ number: null, type: 'Chương trình', title: 'Nâng chất cán bộ' });
  });

  it('of a single article is issued, though its words are those of a newspaper', () => {
    const parsed = parse(
      'Điều 5. Phóng viên hạng I\n1. Nhiệm vụ: tham gia hội đồng xét thăng hạng cho phóng viên hạng dưới.\n2. Tiêu chuẩn: có bằng đại học.',
    );
    expect(parsed.kind).toBe('issued');
    expect(parsed.provisions.map(({ path }) => path.at(-1))).toEqual(['Điều 5', 'khoản 1', 'khoản 2']);
  });
});
