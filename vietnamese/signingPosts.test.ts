import { describe, expect, it } from 'vitest';
import { signingName, signingPost } from './signingPosts.ts';

describe('a post in a signature that a stamp spoilt', () => {
  it.each([
    ['PHỦ TƯỚNG', null, 'THỦ TƯỚNG'],
    ['KT. BỘ TRƯƠNG, CHỦ NHIỆM', null, 'KT. BỘ TRƯỞNG, CHỦ NHIỆM'],
    [': Z4SPHĐX.HỦ NHIỆM', 'KT. BỘ TRƯỞNG, CHỦ NHIỆM', 'PHÓ CHỦ NHIỆM'],
    ['( ỨỨ TRƯỞNG', 'KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG'],
    ['STHỮSỊRƯỚNG I', 'KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG'],
    ['KT. BỘ TRƯỞNG...', null, 'KT. BỘ TRƯỞNG'],
    ['GPHO GIÁM ĐỐC', 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
  ])('is put right: %s under %s', (read, above, post) => {
    expect(signingPost(read, above)).toBe(post);
  });

  it.each([
    ['2z S NAM', null],
    ['KT. BỘ TR', null],
    ['Ủ NHIỆM', null],
    ['TÀI CHÍNH', 'KT. BỘ TRƯỞNG'],
  ])('is not made up: %s under %s', (read, above) => {
    expect(signingPost(read, above)).toBeNull();
  });
});

describe('a name in a signature that a stamp spoilt', () => {
  const recipients = 'Lãnh đạo: Trần Văn Mẫu, Phạm Thị Sao; Lưu: VT';

  it('is the line’s own, or the one of the page that ends alike', () => {
    expect(signingName('? Trần Văn Mẫu', '')).toBe('Trần Văn Mẫu');
    expect(signingName('1ê Văn Mẫu', '')).toBe('Lê Văn Mẫu');
    expect(signingName('©w=b2n#Thị Sao', recipients)).toBe('Phạm Thị Sao');
  });

  it('is none where the page has no such name, two of them, or no surname', () => {
    expect(signingName('#Thị Sáu', recipients)).toBeNull();
    expect(signingName('#Thị Sao', `${recipients}; Lê Thị Sao`)).toBeNull();
    expect(signingName('Zz Thị Sao', '')).toBeNull();
  });
});
