import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { terms } from '../../vietnamese/terms.ts';
import { correctQuestion, type LookUp, looksMistyped } from './correctQuestion.ts';

/** An invented corpus: each sentence stands in so many passages. */
const SENTENCES: readonly (readonly [string, number])[] = [
  ['Đào tạo, bồi dưỡng cán bộ, công chức, viên chức của cơ quan', 400],
  ['Cán bộ được cử đi đào tạo phải có cam kết phục vụ', 200],
  ['Công tác bồi dưỡng cán bộ và đào tạo cán bộ quy hoạch', 200],
  ['Kinh phí đào tạo do ngân sách nhà nước bảo đảm', 150],
  ['Tiêu chuẩn chức danh nghề nghiệp và trình độ lý luận chính trị', 150],
  ['Nghị định quy định về nâng lương trước thời hạn', 100],
  ['Học tập kinh nghiệm, tập trung, tập thể', 300],
  ['Y tế cơ sở và trung tâm học tập cộng đồng', 80],
  ['Các trường hợp trong hồ sơ của người học', 1000],
];
const frequencies = new Map<string, number>();
for (const [sentence, passages] of SENTENCES) {
  for (const term of new Set(terms(sentence))) frequencies.set(term, (frequencies.get(term) ?? 0) + passages);
}
const PASSAGES = SENTENCES.reduce((sum, [, passages]) => sum + passages, 0);

function counted(): { readonly lookUp: LookUp; readonly asked: number[] } {
  const asked: number[] = [];
  const lookUp: LookUp = async (wanted) => {
    asked.push(wanted.length);
    return new Map(
      wanted.flatMap((term) => {
        const passages = frequencies.get(term);
        return passages === undefined ? [] : [[term, passages] as const];
      }),
    );
  };
  return { lookUp, asked };
}

async function corrected(question: string): Promise<string | null> {
  return (await correctQuestion(question, counted().lookUp))?.text ?? null;
}

function doubted(question: string): boolean {
  return looksMistyped(question, { of: (term) => frequencies.get(term) ?? 0, passages: PASSAGES });
}

describe('a mistyped question', () => {
  it.each([
    ['cử cán bộ đi đào tạp cán bộ', 'cử cán bộ đi đào tạo cán bộ', 'a slip that is a word'],
    ['kinh phi dao tap can bo', 'kinh phi dao tao can bo', 'the same without marks'],
    ['Kinh phis ddaof taoj', 'Kinh phí đào tạo', 'Telex'],
    ['kinh phi1 d9ao2 ta5o', 'kinh phí đào tạo', 'VNI'],
    ['KINH PHIS DDAOF TAOJ', 'KINH PHÍ ĐÀO TẠO', 'Telex in capitals'],
    ['trình độ lý luna chính trị', 'trình độ lý luan chính trị', 'two letters swapped'],
    ['bồi dưỡngg cán bộ', 'bồi dưỡng cán bộ', 'a doubled letter'],
    ['nâng lươgn trước thời hạn', 'nâng lương trước thời hạn', 'swapped letters with marks'],
    ['kinh phí đàotạo cánbộ', 'kinh phí đào tạo cán bộ', 'joined syllables'],
    ['Daotao cán bộ', 'Dao tao cán bộ', 'joined at the beginning'],
    ['kinh phí đà o tạo', 'kinh phí đào tạo', 'a split syllable'],
    ['bồi dư ỡng cán bộ', 'bồi dưỡng cán bộ', 'a split syllable with a torn end'],
    ['tiêu chuẩn chứcd anh nghề nghiệp', 'tiêu chuẩn chức danh nghề nghiệp', 'a space a letter too late'],
    ['tiêu chuẩn trức danh nghề nghiệp', 'tiêu chuẩn chức danh nghề nghiệp', 'a word written by ear'],
  ])('%s is read as %s: %s', async (typed, meant) => {
    expect(await corrected(typed)).toBe(meant);
    expect(await corrected(typed.normalize('NFD'))).toBe(meant);
    expect(doubted(typed)).toBe(true);
  });

  it('says what was read otherwise, in order', async () => {
    const correction = await correctQuestion('Đàoo tạo cánbộ, booif dưỡng', counted().lookUp);
    expect(correction?.changes).toEqual([
      { written: 'Đàoo', read: 'Đào' },
      { written: 'cánbộ', read: 'cán bộ' },
      { written: 'booif', read: 'bồi' },
    ]);
  });
});

describe('a question that is not altered', () => {
  it.each([
    'Đào tạo, bồi dưỡng cán bộ do ai chi?',
    'dao tao boi duong can bo bao nhieu ngay',
    'nâng lương trước thời hạn được quy định ra sao',
    'cán bộ học tập ở đâu',
    'V.07.01.03 cần chứng chỉ gì, TT38 hay QD57 TW',
    'nghị định 171/2025/NĐ-CP, tt 38/2015',
    'Word, Excel, IELTS B1, form đăng ký online',
    'ông Nguyễn Văn Tạp và bà Trần Thị Đàu học lớp nào',
    'nguyen van tap da hoc lop nao',
    'hỏi qua email tap@lamgiang.gov.vn',
    'abc xyz',
    'hjkl',
    '?!',
    '',
  ])('%s', async (question) => {
    expect(await corrected(question)).toBeNull();
  });

  it('is asked of the corpus once where nothing is doubted, and not at all where nothing is asked', async () => {
    const plain = counted();
    await correctQuestion('đào tạo cán bộ', plain.lookUp);
    expect(plain.asked).toHaveLength(1);
    expect(doubted('đào tạo cán bộ')).toBe(false);
    const empty = counted();
    await correctQuestion(' … ', empty.lookUp);
    expect(empty.asked).toEqual([]);
  });

  it('is one of two thousand syllables', async () => {
    const { lookUp, asked } = counted();
    expect(await correctQuestion('ddaof taoj '.repeat(1_000), lookUp)).toBeNull();
    expect(asked).toEqual([]);
  });
});

describe('any text', () => {
  it('never fails, and takes two look-ups of bounded size at most', async () => {
    const word = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('đào', 'tap', 'ddaof', 'cánbộ', 'V.07.01.03', 'UBND', 'qđ', '5'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 25 }), async (words) => {
        const { lookUp, asked } = counted();
        const correction = await correctQuestion(words.join(' '), lookUp);
        expect(asked.length).toBeLessThanOrEqual(2);
        expect(Math.max(0, ...asked)).toBeLessThanOrEqual(3_000);
        expect(correction?.changes.length ?? 1).toBeGreaterThan(0);
        expect(correction?.changes.every(({ written, read }) => written !== read) ?? true).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('holds no word of an empty corpus', async () => {
    const nothing: LookUp = async () => new Map();
    expect(await correctQuestion('đào tạp cánbộ bồii dưỡng', nothing)).toBeNull();
  });
});
