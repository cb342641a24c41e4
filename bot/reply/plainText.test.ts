import { describe, expect, it } from 'vitest';
import {
  documentsReply,
  fileBlock,
  findingBlock,
  pictureBlock,
  quotedReply,
  sampleReply,
  tableBlock,
  unknownFinding,
} from '../channels/fixtures.testing.ts';
import { replyText } from './plainText.ts';

describe('a reply as plain text', () => {
  it('names the sources, and what can be asked next when that is wanted', () => {
    expect(replyText(sampleReply)).toContain('đề nghị.”\n— [1] khoản 2 Điều 18');
    expect(replyText(sampleReply)).not.toContain('- Điều 19');
    expect(replyText(sampleReply, { choices: true })).toContain('- Điều 19');
    expect(replyText(documentsReply)).toContain('- Nghị định 900/2031/NĐ-CP: Quy định về bồi dưỡng');
  });

  it('says all of a finding', () => {
    expect(replyText(quotedReply([findingBlock()]))).toBe(
      [
        'Thiếu: Trung cấp lý luận chính trị trở lên',
        'Chức danh đang giữ: Chủ tịch UBND xã',
        'Hồ sơ chỉ có sơ cấp lý luận chính trị, yêu cầu từ trung cấp.',
        'Trong hồ sơ: Sơ cấp lý luận chính trị, cấp 12/2019',
        'Còn hạn đến 01/3/2032',
        'Việc nên làm: Đăng ký lớp trung cấp lý luận chính trị.',
        '“Chủ tịch UBND xã có trình độ trung cấp lý luận chính trị & quản lý nhà nước.”',
        '— khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP (hiệu lực từ 01/7/2031), trang 5',
        '(mẫu – chưa thẩm định)',
      ].join('\n'),
    );
    const unknown = replyText(quotedReply([unknownFinding]));
    expect(unknown).toMatch(/^Chưa đủ dữ liệu: /);
    expect(unknown).toContain('Để biết chắc:\n• Nếu có chứng nhận đối tượng 3: đạt.\n• Nếu không: thiếu.');
    expect(replyText(quotedReply([findingBlock({ status: 'met', quote: '' })]))).not.toContain('“”');
  });

  it('tells a table row by row, a picture in its words, a file by name and size', () => {
    expect(replyText(quotedReply([tableBlock({ rows: [['Phường Nam Lam', '12', '']] })]))).toBe(
      'Theo đơn vị\n- Đơn vị: Phường Nam Lam; Đạt: 12',
    );
    expect(replyText(quotedReply([tableBlock({ title: null, rows: [] })]))).toBe('Chưa có dòng nào.');
    expect(replyText(quotedReply([pictureBlock('Ba phần.')]))).toBe('Hình: Ba phần.');
    const big = { ...fileBlock('a.xlsx'), base64: Buffer.alloc(1_500_000).toString('base64') };
    expect(replyText(quotedReply([big]))).toBe('Tệp a.xlsx (1,4 MB)');
    expect(replyText(quotedReply([{ ...big, base64: Buffer.alloc(12_288).toString('base64') }]))).toBe(
      'Tệp a.xlsx (12 KB)',
    );
  });
});
