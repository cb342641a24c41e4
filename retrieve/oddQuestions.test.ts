import { expect, it } from 'vitest';
import type { Database } from '../store/database.ts';
import { type NewDirective, saveDirective } from '../store/directives.ts';
import { forEachEngine } from '../store/testing.ts';
import { sampleDirective } from '../testing/sampleDirective.ts';
import { search } from './search.ts';

const AS_OF = '2026-11-22';

const training = sampleDirective(
  {
    number: '915/2026/QĐ-MAU',
    type: 'Quyết định',
    title: 'Quy định về bồi dưỡng viên chức',
    issued: '2026-03-10',
    effective: '2026-04-01',
  },
  [
    {
      heading: 'Thời gian bồi dưỡng',
      clauses: [
        'Mỗi năm viên chức học ít nhất 40 tiết.',
        'Người mới được tuyển dụng học thêm lớp tiền công vụ.',
      ],
    },
    {
      heading: 'Chức danh',
      clauses: [
        'Giảng viên chính, mã số V.07.01.02, học chương trình Training of Trainers (ToT) của dự án.',
        'Chuyên viên, mã số 01.003, học lớp quản lý nhà nước.',
      ],
    },
    { heading: 'Kinh phí', clauses: ['Kinh phí do ngân sách tỉnh Lam Giang bảo đảm.'] },
  ],
);
const sameNumber = ['2024', '2025'].map((year) =>
  sampleDirective(
    {
      number: `31/${year}/QĐ-MAU`,
      type: 'Quyết định',
      title: `Mở lớp bồi dưỡng năm ${year}`,
      issued: `${year}-01-10`,
      effective: `${year}-01-10`,
    },
    [{ heading: 'Học phí', clauses: ['Học phí lớp ngoại ngữ do cơ quan chi trả.'] }],
  ),
);
const twins = [1, 2, 3].map((at) =>
  sampleDirective({ number: `${at}-KH/MAU`, type: 'Kế hoạch', title: 'Kế hoạch năm' }, [
    { heading: 'Tổ chức', clauses: ['Hội thao công đoàn tổ chức vào quý III.'] },
  ]),
);

forEachEngine((engine) => {
  const stored = async (...directives: readonly NewDirective[]): Promise<Database> => {
    const database = await engine.open();
    for (const directive of directives) await saveDirective(database, directive);
    return database;
  };
  const ask = async (database: Database, question: string) =>
    (await search(database, question, { limit: 20, asOf: AS_OF, directiveIds: null })).hits;

  it('finds nothing in an empty corpus, whatever is asked', async () => {
    const database = await engine.open();
    for (const question of ['thời gian bồi dưỡng', 'là gì', '40', 'V.07.01.02', '']) {
      expect(await ask(database, question)).toEqual([]);
    }
  });

  it('takes questions of one syllable, of words that only ask, of a number, of a code, and in English', async () => {
    const database = await stored(training);
    const best = async (question: string) => (await ask(database, question))[0]?.text;
    expect(await best('tuyển')).toContain('tiền công vụ');
    expect(await best('tuyen')).toContain('tiền công vụ');
    expect(await best('40')).toContain('40 tiết');
    expect(await best('V.07.01.02')).toContain('Giảng viên chính');
    expect(await best('v070102')).toContain('Giảng viên chính');
    expect(await best('01.003')).toContain('Chuyên viên');
    expect(await best('course training of trainers cho viên chức')).toContain('Training of Trainers');
    expect(await best('TOT')).toContain('ToT');
    // Words that only ask may stand in any passage, and tell nothing of it.
    for (const question of ['là gì', 'thế nào ạ', 'bao nhiêu vậy', 'có không', '?', '…', '🙂']) {
      for (const { focus } of await ask(database, question)) expect(focus.share).toBe(0);
    }
  });

  it('takes a question of 2,000 syllables, and finds what it is about', async () => {
    const database = await stored(training, ...twins);
    const long = `${'tôi xin hỏi cơ quan về việc này ạ '.repeat(250)}kinh phí do ngân sách nào bảo đảm`;
    expect(long.split(' ').length).toBeGreaterThan(2000);
    expect((await ask(database, long))[0]?.text).toContain('ngân sách tỉnh Lam Giang');
  });

  it('gives equal passages in the order in which they were stored, every time', async () => {
    const database = await stored(...twins);
    const first = await ask(database, 'hội thao công đoàn');
    expect(first).toHaveLength(twins.length);
    const [score] = first.map((hit) => hit.score);
    expect(first.map((hit) => hit.score)).toEqual(first.map(() => score));
    const ids = first.map(({ passageId }) => passageId);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    for (let turn = 0; turn < 5; turn += 1) {
      expect((await ask(database, 'hội thao công đoàn')).map(({ passageId }) => passageId)).toEqual(ids);
    }
  });

  it('tells two documents of one number by the year that is asked', async () => {
    const database = await stored(...sameNumber, training);
    for (const [at, year] of ['2024', '2025'].entries()) {
      const [hit] = await ask(database, `học phí lớp ngoại ngữ theo quyết định 31/${year}/QĐ-MAU`);
      expect(hit?.title).toContain(sameNumber[at]?.parsed.header.number ?? '?');
    }
  });

  it('answers decomposed Unicode exactly as composed', async () => {
    const database = await stored(training, ...twins);
    for (const question of ['thời gian bồi dưỡng của viên chức', 'Kinh phí', 'hội thao quý III']) {
      const composed = await ask(database, question.normalize('NFC'));
      expect(composed.length).toBeGreaterThan(0);
      expect(await ask(database, question.normalize('NFD'))).toEqual(composed);
    }
  });
});
