import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPercentages } from './percentages.ts';

function only(text: string, writtenOn: string | null = null) {
  const found = checkPercentages(text, writtenOn);
  expect(found).toHaveLength(1);
  const [first] = found;
  if (first === undefined) throw new Error(`nothing found in: ${text}`);
  return first;
}

describe('a share whose whole stands beside it', () => {
  it('is recomputed, and a wrong one is told with the sum', () => {
    const text = 'Đến nay, phường có 37/150 cán bộ thuộc diện quy hoạch có trình độ thạc sĩ (tỷ lệ 25,67%).';
    expect(only(text)).toEqual({
      kind: 'share',
      words: '37/150 cán bộ thuộc diện quy hoạch có trình độ thạc sĩ (tỷ lệ 25,67%',
      start: text.indexOf('37/150'),
      end: text.indexOf(')'),
      numerator: 37,
      denominator: 150,
      inferred: false,
      stated: 25.67,
      computed: 24.67,
      right: false,
      note: '37/150 = 24,67%: văn bản ghi 25,67% là chưa đúng.',
    });
  });

  it.each([
    ['Có 61 đồng chí trong tổng số 180 cán bộ có trình độ thạc sĩ, đạt 33,9%.', 61, 180, true],
    ['Có 61 trên tổng số 180 cán bộ đạt chuẩn, đạt 34,9%.', 61, 180, false],
    ['Trong tổng số 180 cán bộ, có 61 đồng chí có trình độ thạc sĩ, chiếm 34,9%.', 61, 180, false],
    ['Tỷ lệ đạt chuẩn 89,9% (161/180 cán bộ).', 161, 180, false],
    ['ty le dat chuan 89,4% (161/180 can bo)', 161, 180, true],
    ['Đã mở 11/12 lớp, đạt 91,67%.', 11, 12, true],
    ['Giải ngân 1.234,5/2.000 triệu đồng, đạt 61,7%.', 1234.5, 2000, true],
    ['Có 161/180 cán bộ đạt chuẩn, chiếm gần 90%.', 161, 180, true],
    ['Có 161/180 cán bộ đạt chuẩn, chiếm trên 90%.', 161, 180, false],
    ['161/180 cán bộ, lãnh đạo đạt chuẩn, chiếm 89.4%', 161, 180, true],
    ['Phường có 150 cán bộ, trong đó 37 người có trình độ thạc sĩ, chiếm 25,67%.', 37, 150, false],
    ['Phường có 150 cán bộ, trong đó có 37 người có trình độ thạc sĩ (24,67%).', 37, 150, true],
    ['Có 1 250 trên 2 500 cán bộ đạt chuẩn (49%).', 1250, 2500, false],
    ['1 250 trên 2 500 (50%)', 1250, 2500, true],
    ['Có 2/3 thành viên đồng ý, tức 67,66%.', 2, 3, false],
    ['Có 2/3 số phiếu thuận, tức 66,67%.', 2, 3, true],
    ['Đã mở 9/8 lớp, đạt 110%.', 9, 8, false],
    ['Đã mở 9/8 lớp, đạt 112,5%.', 9, 8, true],
  ])('is read in many forms: %s', (text, numerator, denominator, right) => {
    expect(only(text)).toMatchObject({ numerator, denominator, right, inferred: false });
  });

  it('counts as right when it is cut off, and says so', () => {
    const found = only('Có 77/201 cán bộ là nữ, chiếm 38,30%.');
    expect(found).toMatchObject({ right: true, computed: 38.31 });
    expect(found.note).toContain('bỏ phần lẻ');
  });
});

describe('a list on one whole', () => {
  const list =
    'Xã có 240 người hoạt động không chuyên trách: về chuyên môn 90 người có trình độ đại học, cao đẳng, chiếm 37,5%; ' +
    '60 người có trình độ trung cấp, chiếm 35,42% (tăng 3,1%); về lý luận chính trị 100 người có trình độ sơ cấp, chiếm 41,67%.';

  it('finds the whole that the other shares agree with, and what the wrong share would be right for', () => {
    const found = checkPercentages(list);
    expect(found.map(({ numerator, right }) => [numerator, right])).toEqual([
      [90, true],
      [60, false],
      [100, true],
    ]);
    expect(found.every(({ denominator, inferred }) => denominator === 240 && inferred)).toBe(true);
    expect(found[1]?.note).toContain('60/240 = 25,00%');
    expect(found[1]?.note).toContain('35,42% ứng với 85/240');
  });

  it('reads a list of lines', () => {
    const lines =
      'Tổng số: 240 người\n- Đại học: 90 người (37,50%)\n- Trung cấp: 60 (35,42%)\n- Sơ cấp: 75 (31,25%)';
    expect(checkPercentages(lines).map(({ numerator, right }) => [numerator, right])).toEqual([
      [90, true],
      [60, false],
      [75, true],
    ]);
  });

  it('reads each item behind “trong đó”, men not taken for a year', () => {
    const text = 'Lớp có 50 cán bộ, trong đó nữ 20 (40%), nam 30 (65%).';
    expect(
      checkPercentages(text).map(({ numerator, denominator, right }) => [numerator, denominator, right]),
    ).toEqual([
      [20, 50, true],
      [30, 50, false],
    ]);
  });

  it('does not look for the whole in another paragraph', () => {
    const apart = list.replace('chuyên trách: về', 'chuyên trách.\nVề');
    expect(checkPercentages(apart)).toEqual([]);
  });

  it('says nothing where no other share agrees', () => {
    expect(checkPercentages('Có 109 người dự lớp. Cơ quan có 33 đồng chí là thạc sĩ (đạt 16%).')).toEqual([]);
    expect(checkPercentages('Xã có 240 người, 60 người có trình độ trung cấp, chiếm 35,42%.')).toEqual([]);
  });

  it('says nothing of a share that fits a part of the list as its whole', () => {
    const nested = `${list} Trong 90 người có trình độ đại học có 45 nữ, chiếm 50%.`;
    expect(checkPercentages(nested).filter(({ right }) => !right)).toHaveLength(1);
  });
});

describe('a change between two percentages', () => {
  it('is told in points and as relative change', () => {
    const found = only('Tỷ lệ đạt chuẩn tăng từ 80% lên 88% (tăng 8%).');
    expect(found).toMatchObject({ kind: 'growth', right: true, numerator: 88, denominator: 80, computed: 8 });
    expect(found.note).toContain('tăng 8 điểm phần trăm');
    expect(found.note).toContain('tăng 10%');
  });

  it.each([
    ['Tỷ lệ đạt chuẩn tăng từ 80% lên 88% (tăng 10%).', true],
    ['Tỷ lệ đạt chuẩn tăng từ 80% lên 88%, tăng 15%.', false],
    ['Tỷ lệ chưa đạt giảm từ 12,5% xuống 10% (giảm 2,5 điểm phần trăm).', true],
    ['Tỷ lệ chưa đạt giảm từ 12,5% xuống 10% (giảm 20 điểm phần trăm).', false],
    ['Số học viên tăng từ 120 lên 150 người (tăng 25%).', true],
    ['Số học viên tăng từ 120 lên 150 người (tăng 30%).', false],
  ])('is judged: %s', (text, right) => {
    expect(only(text).right).toBe(right);
  });

  it('is wrong when the base year lies further back than the time it claims', () => {
    const claim = 'So với năm 2019, tỷ lệ đạt chuẩn tăng từ 80% lên 88% (tăng 8% trong 01 năm).';
    const found = only(claim, '2026-05-04');
    expect(found.right).toBe(false);
    expect(found.note).toContain('lấy năm 2019 làm mốc');
    expect(only(`(Cập nhật 04/5/2026)\n${claim}`).right).toBe(false);
    expect(only(claim.replace('tỷ lệ', 'năm 2025 tỷ lệ')).right).toBe(false);
  });

  it('is left alone when the time cannot be told, or may fit', () => {
    const claim = 'So với năm 2024, tỷ lệ đạt chuẩn tăng từ 80% lên 88% (tăng 8% trong 01 năm).';
    expect(only(claim).right).toBe(true);
    expect(only(claim, '2026-05-04').right).toBe(true);
  });
});

describe('what is no claim about a share', () => {
  it.each([
    '100% trưởng, phó phòng có trình độ đại học; gần 90% cán bộ đạt chuẩn.',
    'Có 61/180 cán bộ có bằng thạc sĩ, phấn đấu năm 2030 đạt 50%.',
    'Có 61/180 cán bộ được cử đi học, trong đó nữ chiếm 40%.',
    'Có 61/180 cán bộ được cử đi học, nữ chiếm 40%.',
    'Có 61/180 cán bộ được cử đi học, đạt 86% kế hoạch.',
    'Đến 6/2025 đạt 92%. Ngày 5/6 đạt 10%. Quyết định số 57/2019 bảo đảm 20% kinh phí.',
    'Ít nhất 2/3 số thành viên dự họp và trên 50% tán thành.',
    'Có 12 người vi phạm, 30 người đạt, chiếm 50%.',
    'Có 298 cán bộ, trong đó 104 người dự thi, đạt 86%.',
    'Có 298 cán bộ, trong đó 104 người được cử đi học, chiếm 90% kế hoạch.',
    'Có 61/180 cán bộ được cử đi học, trong đó 20 nữ, chiếm 32,79%.',
    'Mở lớp cho 298 cán bộ của 150 xã, trong đó 104 nữ (34,9%).',
    'Xã có 240 người, trong đó có 60 nữ; 30 người đi học, chiếm 50%.',
    'Lớp có 50 cán bộ, trong đó năm 3 (65%).',
    'Sáng 2/3 mưa lớn, độ ẩm đạt 67,66%. Phiên 5/6, đạt 20,5%.',
    'Mở hơn 180 lớp cho 300 học viên, đạt 60%.',
    'Tỷ lệ tổn thương cơ thể từ 11% đến 30%.',
    'Bình quân mỗi năm tăng từ 2% đến 3%, tăng 5% mỗi năm.',
  ])('%s', (text) => {
    expect(checkPercentages(text)).toEqual([]);
  });
});

it('finds every rounded or cut share right, and any other wrong', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 13, max: 200_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 2 }),
      fc.constantFrom('round', 'floor', 'off'),
      (whole, part, decimals, way) => {
        const numerator = Math.floor(whole * part);
        const scale = 10 ** decimals;
        const exact = (100 * numerator * scale) / whole;
        const digits = way === 'floor' ? Math.floor(exact) : Math.round(exact) + (way === 'off' ? 2 : 0);
        const stated = (digits / scale).toFixed(decimals).replace('.', ',');
        const written = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, '.');
        const found = only(`Có ${written(numerator)}/${written(whole)} cán bộ đạt chuẩn, chiếm ${stated}%.`);
        expect(found).toMatchObject({ numerator, denominator: whole, right: way !== 'off' });
      },
    ),
  );
});

it('gives words that stand in the text at their offsets', () => {
  const decomposed = 'Ở xã có 37/150 cán bộ đạt chuẩn, chiếm 24,67%'.normalize('NFD');
  const found = only(decomposed);
  expect(decomposed.normalize('NFC').slice(found.start, found.end)).toBe(found.words);
});
