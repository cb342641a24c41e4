import { expect, it } from 'vitest';
import { parseText } from '../relations/relations.testing.ts';
import { buildCard } from './card.ts';
import { cardLines } from './cardLines.ts';

it('a card says what ends in part only, and gives quoted demands without the heading they stand under', () => {
  const read = parseText(
    'THÔNG TƯ\nSửa đổi một số điều của Thông tư số 903/2026/TT-BCVM\nĐiều 1. Sửa đổi, bổ sung một số điều của Thông tư số 903/2026/TT-BCVM\n1. Bãi bỏ một phần khoản 2 Điều 7.\n2. Sửa đổi, bổ sung khoản 4 Điều 5 như sau:\n“4. Có bằng đại học trở lên.”.',
  );
  const degree = { kind: 'degree', level: 'dai_hoc', field: null, name: null, when: null } as const;
  const words = '“4. Có bằng đại học trở lên.”.';
  const requirement = { point: '', provision: 2, words, anyOf: [degree] };
  const heading = {
    title: 'Sửa đổi, bổ sung một số điều của Thông tư',
    grade: null,
    code: null,
    clause: '',
  };
  const standard = { status: 'proposed', ...heading, effective: null, provision: 0 } as const;
  const parsed = { ...read, requirements: [{ ...standard, requirements: [requirement], experience: [] }] };
  const card = buildCard(
    {
      ...{ id: 1, uploadId: 1, part: 0, fileName: 'a.txt', state: 'draft', hash: '', directiveId: null },
      ...{ header: null, kind: null, reason: null, parsed, corrections: {}, decisions: {} },
    },
    [],
  );
  expect(card.relations).toContain('Bãi bỏ một phần khoản 2 Điều 7 903/2026/TT-BCVM (khoản 1 Điều 1)');
  expect(card.proposals.map(({ whose }) => whose)).toEqual([null]);
  expect(cardLines(card).join('\n')).toMatch(/\[1\] “4\. Có bằng đại học trở lên\.” \(khoản 2 Điều 1\)/u);
});
