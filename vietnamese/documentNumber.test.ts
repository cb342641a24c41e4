import { describe, expect, it } from 'vitest';
import {
  documentNumberKey,
  documentType,
  findDocumentNumbers,
  parseDocumentNumber,
} from './documentNumber.ts';

describe('numbers of documents', () => {
  it.each([
    ['171/2025/NĐ-CP', '171', 2025, 'NĐ', 'CP', 'Nghị định'],
    ['52/2019/QH14', '52', 2019, null, 'QH14', null],
    ['03/2023/TT-BNV', '03', 2023, 'TT', 'BNV', 'Thông tư'],
    ['38/2015/TTLT-BNNPTNT-BNV', '38', 2015, 'TTLT', 'BNNPTNT-BNV', 'Thông tư liên tịch'],
    ['1374/QĐ-TTg', '1374', null, 'QĐ', 'TTg', 'Quyết định'],
    ['57-QĐ/TW', '57', null, 'QĐ', 'TW', null],
    ['06-CTr/QU', '06', null, 'CTr', 'QU', 'Chương trình'],
    ['45-HD/BTCTW', '45', null, 'HD', 'BTCTW', 'Hướng dẫn'],
    ['173/KH-UBND', '173', null, 'KH', 'UBND', 'Kế hoạch'],
    ['3722/VPCP-CN', '3722', null, null, 'VPCP-CN', null],
    ['54/CP', '54', null, null, 'CP', null],
    ['10/2021/UBTVQH15', '10', 2021, null, 'UBTVQH15', null],
  ])('%s is read whole', (written, serial, year, type, issuer, words) => {
    const number = parseDocumentNumber(written);
    expect(number).toEqual({ written, serial, year, type, issuer, party: /^\d+-/.test(written) });
    expect(number && documentType(number)).toBe(words);
  });

  it.each([
    ['233/2026/nd-cp', '233/2026/NĐ-CP'],
    ['233/2026/NÐ-CP', '233/2026/NĐ-CP'],
    ['233 / 2026 / NĐ – CP', '233/2026/NĐ-CP'],
    ['1374/qđ-ttg', '1374/QĐ-TTg'],
    ['06 - CTr/QU', '06-CTr/QU'],
    ['57-qd/tw', '57-QĐ/TW'],
    ['172/1998/TT/BTC', '172/1998/TT-BTC'],
    ['522/2002/QĐ.UB', '522/2002/QĐ-UB'],
  ])('%s is spelled %s', (loose, written) => {
    expect(parseDocumentNumber(loose)?.written).toBe(written);
    expect(documentNumberKey(loose)).toBe(documentNumberKey(written));
  });

  it('have different keys when they differ', () => {
    const numbers = ['233/2026/NĐ-CP', '234/2026/NĐ-CP', '233/2025/NĐ-CP', '233/2026/TT-CP', '233/NĐ-CP'];
    expect(new Set(numbers.map(documentNumberKey)).size).toBe(numbers.length);
    expect(documentNumberKey('Số: 06-CTr/QU')).toBe(documentNumberKey('6-ctr/qu'));
  });

  it.each([
    '26/6/2026',
    '12 m/s',
    '5/10',
    '/KH-UBND',
    'Số:',
    '2020-2025',
    'và/hoặc',
    '24/7',
    '70/km',
    '5/TT. BAN',
    '',
  ])('%s is none', (text) => {
    expect(findDocumentNumbers(text)).toEqual([]);
  });

  it('are found where a scan lost the space before the day', () => {
    const found = findDocumentNumbers('Thông tư số 38/2010/TT-BGDĐTngày 20 tháng 12 và 5/NĐ-CPX');
    expect(found.map(({ number }) => number.written)).toEqual(['38/2010/TT-BGDĐT', '5/NĐ-CPX']);
  });

  it('are found in a sentence, without what follows them', () => {
    const text =
      'Căn cứ Nghị định 40/2025/NĐ-CP ngày 26/02/2025, Nghị quyết số 80-NQ/TW, Tờ trình số 92/TTr-UBND và Luật số 63/2025/QH15; 233/2026/NĐ-CP - Quy định';
    expect(findDocumentNumbers(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '40/2025/NĐ-CP',
      '80-NQ/TW',
      '92/TTr-UBND',
      '63/2025/QH15',
      '233/2026/NĐ-CP',
    ]);
  });
});
