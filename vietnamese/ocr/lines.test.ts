import { describe, expect, it } from 'vitest';
import { withoutStrayLines } from './lines.ts';

const head = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Số: 12/2031/QĐ-UBND', 'QUYẾT ĐỊNH'];

describe('lines that nobody printed', () => {
  it.each(['-—©777”', 'W——©O;r m=rẲs', 'yg', '(¬'])('are left out of a head: %s', (scrawl) => {
    expect(withoutStrayLines(['BỘ MẪU SỐ', scrawl, ...head])).toEqual(['BỘ MẪU SỐ', '', ...head]);
  });

  it('do not leave recipients without their dash', () => {
    const list = [
      'Nơi nhận:',
      '- Như trên;',
      'Kiểm toán Mẫu;',
      '- VP: CVP,',
      'Các phòng: TH;',
      'Trung tâm Mẫu;',
    ];
    expect(withoutStrayLines([...list, '- Lưu: VT.'])).toEqual([
      ...['Nơi nhận:', '- Như trên;', '- Kiểm toán Mẫu;', '- VP: CVP,', 'Các phòng: TH;', 'Trung tâm Mẫu;'],
      '- Lưu: VT.',
    ]);
  });

  it('stay where they might be a name, a number or the text', () => {
    const lines = ['BỘ MẪU SỐ', 'UBND', 'SỞ', 'Vụ 1', '12', ...head, 'yg', 'kg'];
    expect(withoutStrayLines(lines)).toEqual(lines);
  });

  it.each([
    [
      ['KT. CHỦ TỊCH', 'TẤN', 'PHO CHỦ TỊCH', 'Trần Văn Mẫu'],
      ['KT. CHỦ TỊCH', '', 'PHÓ CHỦ TỊCH', 'Trần Văn Mẫu'],
    ],
    [
      ['KT. BỘ TRƯỞNG, CHỦ NHIỆM', 'NHIỆM', 'Mẫu'],
      ['KT. BỘ TRƯỞNG, CHỦ NHIỆM', 'PHÓ CHỦ NHIỆM', 'Mẫu'],
    ],
    [
      ['KT. BỘ TRƯỞNG', '', 'THỨ TRƯỚNG'],
      ['KT. BỘ TRƯỞNG', '', 'THỨ TRƯỞNG'],
    ],
    [
      ['KT. GIÁM ĐỐC', 'Trần Văn Mẫu'],
      ['KT. GIÁM ĐỐC', 'Trần Văn Mẫu'],
    ],
    [
      ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Mẫu'],
      ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Mẫu'],
    ],
  ])('are left out between the posts over a signature: %j', (read, meant) => {
    expect(withoutStrayLines(read)).toEqual(meant);
  });
});
