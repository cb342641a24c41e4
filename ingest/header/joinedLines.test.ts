import { describe, expect, it } from 'vitest';
import type { Header } from '../../domain/directive.ts';
import { rawText } from '../../testing/rawText.ts';
import { parseDirective } from '../parseDirective.ts';

function header(text: string, meta: Readonly<Record<string, string>> = {}): Header {
  return parseDirective(rawText(text, { meta }), { fileName: 'x.txt' }).header;
}

describe('a head or foot whose lines were joined', () => {
  it('gives type and title from one paragraph, and no sentence for an issuer', () => {
    const read = header(
      `CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Số: 990/2026/NĐ-CP Hà Nội, ngày 26 tháng 6 năm 2026

NGHỊ ĐỊNH Quy định về lớp học mẫu Căn cứ Luật Mẫu số 99/2025/QH15;

Chính phủ ban hành Nghị định quy định về lớp học mẫu.

Điều 1. Phạm vi

Nghị định này quy định về lớp học.`,
      { title: 'Microsoft Word - ND 990.doc' },
    );
    expect(read).toMatchObject({ type: 'Nghị định', title: 'Quy định về lớp học mẫu', issuer: 'Chính phủ' });
  });

  it('gives the signer who stands beside the last recipient', () => {
    const read = header(`TỈNH ỦY MẪU ĐẢNG CỘNG SẢN VIỆT NAM
*
Số 12-HD/TU Nam Lam, ngày 05 tháng 5 năm 2026

HƯỚNG DẪN
mở lớp học mẫu

I. MỤC TIÊU
1. Mở lớp.

Nơi nhận: T/M BAN THƯỜNG VỤ
- Các chi bộ, PHÓ BÍ THƯ
- Lưu Văn phòng.      Trần Thị Thí Dụ`);
    expect(read.signer).toBe('Trần Thị Thí Dụ');
  });
});

it('takes the effect of a resolution from the sentence that tells of its adoption', () => {
  const read = header(`HỘI ĐỒNG NHÂN DÂN TỈNH MẪU CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Số: 90/2026/NQ-HĐND Nam Lam, ngày 10 tháng 7 năm 2026

NGHỊ QUYẾT
Về hỗ trợ lớp học mẫu

Điều 1. Mức hỗ trợ
Mỗi lớp được hỗ trợ.

Điều 2. Thi hành
Nghị quyết này đã được Hội đồng nhân dân tỉnh Mẫu khóa I, kỳ họp thứ 2 thông qua ngày 10 tháng 7 năm 2026 và có hiệu lực từ ngày 20 tháng 7 năm 2026.`);
  expect(read.effective).toBe('2026-07-20');
});
