import { describe, expect, it } from 'vitest';
import { explanation, termExplanation } from '../../retrieve/explanation.testing.ts';
import { explanationText } from './explanation.ts';
import { explanationTexts as texts } from './explanationTexts.ts';

const forms = new Map([
  ['boi_duong', 'bồi dưỡng'],
  ['cong_chuc', 'công chức'],
  ['tiet', 'tiết'],
  ['gio', 'giờ'],
]);
const written = (term: string) => forms.get(term) ?? term;

describe('the explanation of a hit in the command line', () => {
  it('shows terms, heaviest first, then what is missing, the factors and the score', () => {
    const text = explanationText(explanation(), written);
    expect(text.split('\n').map((line) => line.replace(/ {2,}/g, ' | ').trim())).toEqual([
      '| Từ | Đề mục | Nội dung | Tên văn bản | Số đoạn | Trọng số | Điểm',
      expect.stringMatching(/^\| ─+$/),
      '| tiết | – | 3 | – | 9 | 2,30 | 3,60',
      '| bồi dưỡng | 1 | 1 | – | 40 | 2,10 | 3,20',
      '| công chức | – | 1 | có | 60 | 1,40 | 1,60',
      '| boi | 1 | 1 | – | 41 | 1,20 | 1,50',
      '| duong | 1 | 1 | – | 44 | 1,10 | 1,40',
      '| giờ (đồng nghĩa) | – | 1 | – | 15 | 1,10 | 0,90',
      '| chuc | – | 1 | – | 70 | 0,60 | 0,50',
      '| cong | – | 1 | – | 90 | 0,40 | 0,30',
      '| Cộng các từ | 13,00',
      '',
      '| Không có trong đoạn: duong_cong, may, chuyen_mon',
      '',
      '| Yếu tố | Đo được | Nhân với',
      expect.stringMatching(/^\| ─+$/),
      '| một dòng giữ phần lớn câu hỏi | 0,82 | × 2,65',
      '| hiệu lực vào ngày hỏi | 1,00 | × 1,00',
      '| văn bản ban hành (so với bài báo) | 0,00 | × 0,85',
      '',
      '| Điểm xếp hạng: 29,26 | Hạng theo từ: 1 | Hạng theo nghĩa: không có',
    ]);
  });

  it('marks a corrected term and a definition, and calls a factor without a name by its key', () => {
    const text = explanationText(
      explanation({
        terms: [
          termExplanation('tiet', { origin: 'corrected', score: 1 }),
          termExplanation('=tiet', { score: 2 }),
        ],
        factors: [{ factor: 'chua_dat_ten', value: 3, times: 1.1 }],
        lexicalRank: null,
        vectorRank: 7,
      }),
      written,
    );
    expect(text).toContain('tiết (sửa lỗi gõ)');
    expect(text).toContain('định nghĩa “=tiet”');
    expect(text).toMatch(/chua_dat_ten +3,00 +× 1,10/);
    expect(text).toContain('Hạng theo từ: không có   Hạng theo nghĩa: 7');
  });

  it('has a name for every factor that the search knows', () => {
    const keys =
      'focus expected diacritics in_force issued provision heading_fit definition document vector'.split(' ');
    expect([...texts.factors.keys()].sort()).toEqual(keys.sort());
  });

  it('stays within 100 columns and short, however long the question and its syllables were', () => {
    const terms = Array.from({ length: 2_000 }, (_, at) =>
      termExplanation(`tu${at}${'x'.repeat(300)}`, {
        origin: at % 3 === 0 ? 'corrected' : 'asked',
        passages: 264_000,
        heading: 12,
        body: 345,
        title: true,
        weight: 12.345,
        score: at % 2 === 0 ? 0 : 1234.5 + at,
      }),
    );
    const lines = explanationText(explanation({ terms }), (term) => term).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(lines.length).toBeLessThan(100);
    expect(lines.join('\n')).toContain(texts.moreTerms(960));
  });

  it('says at least the score where nothing else is known', () => {
    const bare = explanation({ terms: [], factors: [], lexicalRank: null, vectorRank: 3, score: 0.5 });
    expect(explanationText(bare, written)).toBe(
      '   Điểm xếp hạng: 0,50   Hạng theo từ: không có   Hạng theo nghĩa: 3',
    );
  });
});
