import { describe, expect, it } from 'vitest';
import { parseDirective } from '../parseDirective.ts';
import { WARNINGS } from '../texts.ts';

const body = [
  'ỦY BAN NHÂN DÂN',
  'TỈNH LAM GIANG',
  'Số: 12/2031/QĐ-UBND',
  'Lam Giang, ngày 03 tháng 4 năm 2031',
  'QUYẾT ĐỊNH',
  'Ban hành quy chế mẫu',
  'Điều 1. Ban hành quy chế mẫu.',
  'Điều 2. Quyết định này có hiệu lực từ ngày ký.',
  'Nơi nhận:',
  '- Lưu: VT.',
];

const parsed = (foot: readonly string[]) =>
  parseDirective(
    {
      format: 'pdf',
      lines: [...body, ...foot].map((text) => ({ text, page: 1, role: 'line' as const })),
      meta: {},
      warnings: [],
    },
    { fileName: 'mau.pdf' },
  );

describe('a signer who cannot be read', () => {
  it.each([
    ['under a post alone', ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Tân']],
    ['under a deputy’s post', ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', '~ Ngy~n S']],
  ])('is told of, %s', (_, foot) => {
    const { header, warnings } = parsed(foot);
    expect(header.signer).toBeNull();
    expect(warnings).toContain(WARNINGS.noSigner);
  });

  it.each([
    ['where the name was read', ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Trần Văn Mẫu']],
    ['where nobody signs', []],
  ])('is not told of %s', (_, foot) => {
    expect(parsed(foot).warnings).not.toContain(WARNINGS.noSigner);
  });
});
