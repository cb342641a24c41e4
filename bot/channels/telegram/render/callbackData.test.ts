import { describe, expect, it } from 'vitest';
import { quoteBlock, quotedReply, textBlock } from '../../fixtures.testing.ts';
import { createCallbackSeal } from './callbackData.ts';
import { copiedNumber } from './copiedNumber.ts';

describe('what a button says', () => {
  const seal = createCallbackSeal('1:token');

  it('is read again in its own chat and by its own bot alone, whatever is changed of it', () => {
    const { data } = seal.sign('55', '/gopy 12 tot');
    expect(seal.read('55', data)).toEqual({ kind: 'words', words: '/gopy 12 tot' });
    expect(seal.read('56', data)).toEqual({ kind: 'unknown' });
    expect(createCallbackSeal('1:other').read('55', data)).toEqual({ kind: 'unknown' });
    for (const made of [
      data.replace('12', '13'),
      data.slice(1),
      `${data}x`,
      data.replace('~', '^'),
      '/gopy 12 tot',
      '',
      '~',
    ])
      expect(seal.read('55', made)).toEqual({ kind: 'unknown' });
  });

  it('fits into 64 bytes, its words under a name where they do not', () => {
    const fits = seal.sign('-100123', 'ử'.repeat(18));
    expect(fits.keepAs).toBeNull();
    const long = seal.sign('-100123', `${'ử'.repeat(18)}xx`);
    expect(long.keepAs).toHaveLength(11);
    expect(seal.read('-100123', long.data)).toEqual({ kind: 'named', id: long.keepAs });
    for (const { data } of [fits, long]) expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
  });

  it('needs no signature where it only opens a document', () => {
    for (const words of ['/xem 3.19', '/vanban', '/trogiup'])
      expect(seal.read('55', words)).toEqual({ kind: 'words', words });
    for (const words of ['/xem 3.19 x', '/hoso', '/dongy ABCD2345', 'hồ sơ của tôi'])
      expect(seal.read('55', words)).toEqual({ kind: 'unknown' });
  });
});

describe('the number to copy', () => {
  const documents = (...names: readonly string[]) =>
    copiedNumber(quotedReply(names.map((document) => quoteBlock({ document }))));

  it('is that of the one document that is quoted', () => {
    expect(documents('Nghị định 900/2031/NĐ-CP', 'Nghị định 900/2031/NĐ-CP')).toBe('900/2031/NĐ-CP');
    expect(documents('Nghị quyết 26-NQ/TW')).toBe('26-NQ/TW');
    expect(documents('Quyết định 915/2026/QĐ-UBND', 'Nghị quyết 26-NQ/TW')).toBeNull();
    expect(documents('Sổ tay đào tạo 2026')).toBeNull();
    expect(copiedNumber({ ...quotedReply([quoteBlock()]), personal: true })).toBeNull();
    expect(copiedNumber(quotedReply([textBlock('915/2026/QĐ-UBND')]))).toBeNull();
  });
});
