import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../domain/requirement.ts';
import { holding, person, rulesOn } from '../../../requirements/records.testing.ts';
import { onlyFinding, requirement } from '../../../requirements/rules.testing.ts';
import { describeFinding } from './describeFinding.ts';
import { texts } from './texts.ts';

const theory = holding('political_theory', 'trung_cap');

/** The block about a person of whom nothing is known, bound by one requirement. */
function blockOf(appliesTo: Condition | null) {
  const rules = rulesOn('2026-11-22', { requirements: [requirement('R', theory, { appliesTo })] });
  return describeFinding({ ...onlyFinding(rules, person('MAU-1')), citation: null });
}

it('the day under a picture ends in no full stop, with or without a mark after it', () => {
  expect(texts.pictureAsOf('23/11/2026', null)).toBe('Tính đến 23/11/2026');
  expect(texts.pictureAsOf('23/11/2026', texts.marks.sample)).toBe(
    'Tính đến 23/11/2026 · mẫu – chưa thẩm định',
  );
});

describe('a finding in words', () => {
  it('says what each answer would make of the unknown', () => {
    expect(blockOf({ form: 'age', from: 55, to: null }).settledBy).toEqual([
      'Nếu đã đủ 55 tuổi thì chưa đủ dữ liệu, nếu không thì không áp dụng.',
      'Nếu có trung cấp lý luận chính trị trở lên thì đạt, nếu không thì chưa đủ dữ liệu.',
    ]);
  });

  it('says that it applies to all only where nothing of the career may decide', () => {
    expect(blockOf(null).basis).toBe('Áp dụng chung');
    expect(blockOf({ form: 'grade', grades: ['Chuyên viên'], months: null }).basis).toBe(
      'Có thể áp dụng: hồ sơ chưa ghi ngạch, hạng',
    );
  });
});
