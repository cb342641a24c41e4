import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asKeystrokes } from '../bench/retrieval/keystrokes.ts';
import { keystrokesIn, readKeystrokes } from './keystrokes.ts';
import { spellSyllable } from './syllable.ts';

function readText(text: string): string {
  let read = '';
  let done = 0;
  for (const { start, end, read: readings } of keystrokesIn(text)) {
    read += text.slice(done, start) + (readings[0] ?? '');
    done = end;
  }
  return read + text.slice(done);
}

const written = fc
  .tuple(
    fc.constantFrom(...' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ')),
    fc.constantFrom(
      ...'a ai ang ăn ăng âm ât âu e eo ê êch ênh i iêc iêu o oa oai oăn oi ong ô ông ơ ơi u ua uân uê uôn'.split(
        ' ',
      ),
      ...'uy uya uyên ư ưa ưu ươc ươi ương yên'.split(' '),
    ),
    fc.constantFrom('level', 'acute', 'grave', 'hook', 'tilde', 'dot'),
  )
  .map(([onset, rhyme, tone]) => spellSyllable(onset + rhyme, tone))
  .filter((syllable) => syllable !== null);

describe('keystrokes left in a text', () => {
  it.each([
    ['ddaof taoj', 'đào tạo'],
    ['d9ao2 ta5o', 'đào tạo'],
    ['booif duwowxng', 'bồi dưỡng'],
    ['bo6i2 du7o74ng', 'bồi dưỡng'],
    ['nghij ddinhj, quyeets ddinhj', 'nghị định, quyết định'],
    ['quyeest ddijnh', 'quyết định'],
    ['thuwr tujc', 'thử tục'],
    ['duongw truowngf thuowr', 'dương trường thuở'],
    ['coong chuwcs', 'công chức'],
    ['DDAOF TAOJ', 'ĐÀO TẠO'],
    ['Ddieeuf 5', 'Điều 5'],
    ['tasz lieeuj', 'ta liệu'],
    ['d9ie6m3 b khoan3 2', 'điểm b khoản 2'],
  ])('%s is %s', (raw, read) => {
    expect(readText(raw)).toBe(read);
  });

  it('are read beside words that are written well, and in words that are half marked', () => {
    expect(readText('Cán bộ cần ddaof tạo, quyeét dịnh')).toBe('Cán bộ cần đào tạo, quyết dịnh');
  });

  it.each([
    'V.07.01.03 TT38 QD57 tt38/2015',
    'Word Excel IELTS B1 form',
    'test data taxi max tw',
    'khoan2 dieu5 hang3',
    'UBND BTV TW QĐ',
    'nhân2 trí01 covid19',
    'dao tao boi duong can bo',
  ])('are none: %s', (text) => {
    expect(keystrokesIn(text)).toEqual([]);
  });

  it('tell a doubtful word by the words around it', () => {
    expect(readText('max test')).toBe('max test');
    expect(readText('max ngachj vieen chuwcs')).toBe('mã ngạch viên chức');
  });

  it('keep their places in decomposed text', () => {
    const text = 'cán bộ ddaof tạo'.normalize('NFD');
    expect(keystrokesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['ddaof']);
  });

  it('read back every syllable that they wrote', () => {
    fc.assert(
      fc.property(written, fc.constantFrom('telex', 'vni'), (syllable, style) => {
        const keys = asKeystrokes(syllable, style);
        fc.pre(keys !== syllable);
        expect(readKeystrokes(keys)).toContain(syllable);
        expect(readKeystrokes(keys.toUpperCase())).toContain(syllable.toUpperCase());
      }),
      { numRuns: 500 },
    );
  });

  it('never fail, and make only syllables', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(keystrokesIn(text).every(({ read }) => read.length > 0)).toBe(true);
      }),
    );
  });
});
