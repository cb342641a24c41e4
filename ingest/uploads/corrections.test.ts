import { expect, it } from 'vitest';
import { rawText } from '../../testing/rawText.ts';
import { parseDirective } from '../parseDirective.ts';
import { WARNINGS } from '../texts.ts';
import { applyCorrections, readCorrections } from './corrections.ts';
import { decision } from './uploads.testing.ts';

it('a correction keeps letters only, whatever was pasted', () => {
  const pasted = { title: ' Về\tviệc\0học \ud83d\u202ethêm\u200b\n', signer: '\0' };
  expect(readCorrections(pasted)).toEqual({ title: 'Về việc học thêm', signer: null });
});

it('what an admin filled in is no more told to be missing', () => {
  const text = new TextDecoder().decode(decision({ number: '', articles: ['Một\nMột điều không số.'] }));
  const parsed = parseDirective(rawText(text), { fileName: 'khong-so.txt' });
  expect(parsed.warnings).toEqual(expect.arrayContaining([WARNINGS.noNumber, WARNINGS.noEffectiveDay]));
  expect(applyCorrections(parsed, { number: '705/2026/QĐ-UBND' }).warnings).toEqual(
    parsed.warnings.filter((warning) => warning !== WARNINGS.noNumber),
  );
  expect(applyCorrections(parsed, { effective: '2026-04-01' }).warnings).toEqual(
    parsed.warnings.filter((warning) => warning !== WARNINGS.noEffectiveDay),
  );
  const undated = {
    ...parsed,
    header: { ...parsed.header, issued: null, signer: null },
    warnings: [WARNINGS.noIssueDay, WARNINGS.noSigner],
  };
  expect(applyCorrections(undated, { title: 'Về việc học', signer: 'Trần Văn Mẫu' }).warnings).toEqual([
    WARNINGS.noIssueDay,
  ]);
  expect(applyCorrections(undated, { issued: '2026-05-09' }).warnings).toEqual([WARNINGS.noSigner]);
});

it('what notes say is nobody’s rule, before and after a correction', () => {
  const text =
    'ỦY BAN NHÂN DÂN\nPHƯỜNG NAM LAM\nSố: 27/KH-UBND\nKẾ HOẠCH\nBồi dưỡng năm 2027\nI. CHỈ TIÊU\n1. Phấn đấu 90% công chức phường[1] có trình độ đại học trở lên[2].\n[1] Phấn đấu 95% công chức phường có trình độ thạc sĩ trở lên.\n[2] Theo báo cáo năm 2026.\n2. Tổ chức thực hiện.';
  const parsed = parseDirective(rawText(text), { fileName: 'ke-hoach.txt' });
  expect(parsed.targets).toMatchObject([
    {
      percent: 90,
      group: 'công chức phường',
      conditions: [{ words: 'có trình độ đại học trở lên', anyOf: [{ kind: 'degree', level: 'dai_hoc' }] }],
      words: 'Phấn đấu 90% công chức phường[1] có trình độ đại học trở lên[2].',
    },
  ]);
  expect(applyCorrections(parsed, { number: '28/KH-UBND' }).targets).toEqual(parsed.targets);
});
