import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BYTE_TABLES } from './byteTables.ts';
import { convertRuns, convertTexts } from './convert.ts';
import { decode } from './decode.ts';
import type { LegacyEncoding } from './encoding.ts';
import { fontHint, NO_HINT } from './fontHint.ts';

const unicode = [
  'Quyết định của Bộ trưởng Bộ Nội vụ về việc đào tạo, bồi dưỡng cán bộ, công chức',
  'Điều 1. Đối tượng áp dụng là những người được hưởng lương từ ngân sách nhà nước',
  'Ủy ban nhân dân tỉnh chỉ đạo thủ trưởng các đơn vị thực hiện kỹ, đầy đủ và đúng hạn',
];
const tcvn3 = [
  'QuyÕt ®Þnh cña Bé tr­ëng Bé Néi vô vÒ viÖc ®µo t¹o, båi d­ìng c¸n bé, c«ng chøc',
  '§iÒu 1. §èi t­îng ¸p dông lµ nh÷ng ng­êi ®­îc h­ëng l­¬ng tõ ng©n s¸ch nhµ n­íc',
];
const vni = [
  'Quyeát ñònh cuûa Boä tröôûng Boä Noäi vuï veà vieäc ñaøo taïo, boài döôõng caùn boä, coâng chöùc',
  'Ñieàu 1. Ñoái töôïng aùp duïng laø nhöõng ngöôøi ñöôïc höôûng löông töø ngaân saùch nhaø nöôùc',
];

/** Text in an encoding of one byte a letter, as windows-1252 would show it. */
function written(text: string, encoding: keyof typeof BYTE_TABLES): string {
  const bytes = new Map([...BYTE_TABLES[encoding]].map(([byte, letter]) => [letter, byte]));
  const western = new TextDecoder('windows-1252');
  const letters = [...text].map((letter) => {
    const byte = bytes.get(letter) ?? bytes.get(letter.toLowerCase());
    return byte === undefined ? letter : western.decode(Uint8Array.of(byte));
  });
  return letters.join('');
}

/** Windows-1258 keeps the shape of a letter and writes the tone behind it. */
function writtenIn1258(text: string): string {
  const shaped = text.replace(/\p{L}/gu, (letter) => {
    const marks = letter.normalize('NFD');
    const tone = marks.match(/[\u0300\u0301\u0303\u0309\u0323]/)?.[0] ?? '';
    return marks.replace(tone, '').normalize('NFC') + tone;
  });
  return written(shaped, 'windows-1258');
}

describe('text from before Unicode', () => {
  it.each([
    ['tcvn3', tcvn3],
    ['vni', vni],
  ] as const)('in %s becomes Unicode', (encoding, texts) => {
    expect(convertTexts(texts)).toMatchObject({ texts: unicode.slice(0, 2), encodings: [encoding] });
  });

  it.each(['vps', 'viscii'] as const)('in %s becomes Unicode', (encoding) => {
    const converted = convertTexts(unicode.map((text) => written(text, encoding)));
    expect(converted).toMatchObject({ texts: unicode, encodings: [encoding] });
  });

  it.each(['tcvn3', 'vps'] as const)(
    'in %s has its capitals back where they were small letters',
    (encoding) => {
      const titles = [
        'CHỈ TIÊU GIAO CHO CÁC ĐƠN VỊ TRỰC THUỘC ĐƠN VỊ',
        'NỘI DUNG VÀ MỤC TIÊU Ở CƠ SỞ',
        'Thành phố Hà Nội và xã Vị Thủy',
      ];
      const converted = convertTexts([...unicode, ...titles].map((text) => written(text, encoding)));
      expect(converted.texts.slice(-3)).toEqual(titles);
    },
  );

  it('in windows-1258 becomes Unicode', () => {
    expect(convertTexts(unicode.map(writtenIn1258))).toMatchObject({
      texts: unicode,
      encodings: ['windows-1258'],
    });
  });

  it.each(['windows-1252', 'latin1'] as const)('that is UTF-8 read as %s becomes Unicode', (encoding) => {
    const misread = unicode.map((text) =>
      encoding === 'latin1'
        ? Buffer.from(text).toString('latin1')
        : new TextDecoder(encoding).decode(Buffer.from(text)),
    );
    expect(convertTexts(misread)).toMatchObject({ texts: unicode, encodings: ['utf-8'] });
  });

  it('is told in the private area of symbol fonts, and where a PDF shows ư as a minus', () => {
    const symbols = tcvn3.map((text) =>
      text.replace(/[\u00A1-\u00FF]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xf000)),
    );
    expect(convertTexts(symbols).texts).toEqual(unicode.slice(0, 2));
    const printed = tcvn3.map((text) => text.replaceAll('\u00AD', '−'));
    expect(convertTexts([...printed, '3 − 2 = 1']).texts).toEqual([...unicode.slice(0, 2), '3 − 2 = 1']);
  });

  it('may stand in several encodings in one document, beside good text', () => {
    const all = [unicode[2] ?? '', ...tcvn3, unicode[2] ?? '', ...vni, unicode[2] ?? ''];
    const expected = [unicode[2], ...unicode.slice(0, 2), unicode[2], ...unicode.slice(0, 2), unicode[2]];
    expect(convertTexts(all).texts).toEqual(expected);
  });

  it('reads marks of VNI that were typed one by one', () => {
    expect(decode('VEÀ VEÂØ veâø ñiïnh', 'vni')).toBe('VỀ VỀ về định');
  });

  it('keeps signs that are no letters', () => {
    const converted = convertTexts([...tcvn3, '3 × 4 ÷ 2 · 35°C “lµ” – 100 m²']);
    expect(converted.texts[2]).toBe('3 × 4 ÷ 2 · 35°C “là” – 100 m²');
  });
});

describe('fonts', () => {
  it('write capitals only where the letters are legacy', () => {
    const capital = fontHint('.VnTimeH');
    const runs = [
      [{ text: 'Céng hoµ x· héi', hint: capital }],
      [{ text: 'ban', hint: capital }],
      ...tcvn3.map((text) => [{ text, hint: fontHint('.VnTime') }]),
      [{ text: 'Điều chỉnh đối tượng', hint: capital }],
    ];
    expect(convertRuns(runs).texts.filter((_, index) => index !== 2 && index !== 3)).toEqual([
      'CỘNG HOÀ XÃ HỘI',
      'BAN',
      'Điều chỉnh đối tượng',
    ]);
  });

  it('are only a hint: good text stays in a legacy font, legacy text is found in any', () => {
    const good = unicode.map((text) => [{ text, hint: fontHint('.VnTime') }]);
    expect(convertRuns(good)).toMatchObject({ texts: unicode, encodings: [] });
    const named = vni.map((text) => [{ text, hint: fontHint('.VnTime') }]);
    expect(convertRuns(named).texts).toEqual(unicode.slice(0, 2));
    expect(fontHint('Times New Roman')).toEqual(NO_HINT);
  });
});

describe('good text', () => {
  it.each([
    ['Vietnamese', unicode.join('\n')],
    ['decomposed Vietnamese', unicode.join('\n').normalize('NFD')],
    ['Vietnamese without diacritics', 'Co quan quan ly cu vien chuc di dao tao, boi duong hang nam'],
    ['English', 'The agency trains its staff; temperatures above 35°C, 10 µm, § 5, Café naïve © 2026 ®'],
    [
      'French',
      'Le régime français prévoit l’année d’études à l’étranger, où l’élève, né dû, a été reçu à Orléans',
    ],
    [
      'German',
      'Die Behörde führt für ihre Beschäftigten jährlich Übungen gemäß Beschluss durch, Größe: 3 m²',
    ],
    ['Portuguese', 'A organização não-governamental de São Paulo fará a avaliação das ações até março'],
    ['Czech', 'Příliš žluťoučký kůň úpěl ďábelské ódy'],
    ['one foreign word', `${unicode.join('\n')} theo mô hình Größe của Đức; ông José Muñoz; hãng Citroën`],
    ['abbreviations', 'QĐ-UBND, NĐ-CP, BGDĐT, HĐND, ĐT: 024.3; số 12/2024/NQ-HĐND; HĐQT'],
  ])('in %s is never changed', (_, text) => {
    expect(convertTexts(text.split('\n'))).toMatchObject({ texts: text.split('\n'), encodings: [] });
  });

  it('is never changed, in whatever order its words come', () => {
    const words = unicode.join(' ').split(' ');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), (some) => {
        const text = some.join(' ');
        expect(convertTexts([text]).texts).toEqual([text]);
      }),
    );
  });

  it('comes back from every encoding that can hold it', () => {
    const words = unicode
      .join(' ')
      .toLowerCase()
      .split(/[^\p{L}]+/u);
    const encodings: readonly Exclude<LegacyEncoding, 'vni' | 'utf-8' | 'windows-1258'>[] = [
      'tcvn3',
      'vps',
      'viscii',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { maxLength: 30 }),
        fc.constantFrom(...encodings),
        (some, encoding) => {
          const text = some.join(' ');
          expect(decode(written(text, encoding), encoding)).toBe(text);
        },
      ),
    );
  });
});
