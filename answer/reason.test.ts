import { describe, expect, it } from 'vitest';
import { explanation, termExplanation } from '../retrieve/explanation.testing.ts';
import { type ReasonSource, reasonOf, writtenForms } from './reason.ts';

const source: ReasonSource = {
  question: 'bồi dưỡng công chức mấy tiết',
  weights: new Map(
    ['boi', 'duong', 'boi_duong', 'cong', 'chuc', 'cong_chuc', 'tiet'].map((term) => [term, 1]),
  ),
  passage: ['1. Công chức học bồi dưỡng ít nhất 40 tiết, mỗi tiết 45 phút.', 'Thời gian bồi dưỡng'],
};

describe('the reason of a passage', () => {
  it('says its words with their diacritics, heaviest first, and where they stand', () => {
    expect(reasonOf(explanation(), source).words).toEqual([
      { word: 'bồi dưỡng', origin: 'asked', share: 0.469, places: ['heading', 'body'] },
      { word: 'tiết', origin: 'asked', share: 0.277, places: ['body'] },
      { word: 'công chức', origin: 'asked', share: 0.185, places: ['body', 'title'] },
      { word: 'gio', origin: 'synonym', share: 0.069, places: ['body'] },
    ]);
  });

  it('says that the passage defines what was asked', () => {
    const asked = explanation({ terms: [termExplanation('=boi_duong', { body: 1, score: 3 })] });
    expect(reasonOf(asked, source).words).toEqual([
      { word: 'bồi dưỡng', origin: 'asked', share: 1, places: ['definition'] },
    ]);
  });

  it('names the words of the question that are missing, rarest first, and not those that only ask', () => {
    const missing = explanation({
      terms: [
        termExplanation('thoi', { passages: 50 }),
        termExplanation('han', { passages: 60 }),
        termExplanation('thoi_han', { passages: 45 }),
        termExplanation('tiet', { passages: 9 }),
        termExplanation('may', { passages: 2 }),
        termExplanation('gio', { passages: 3, origin: 'synonym' }),
      ],
    });
    const weights = new Map(['thoi', 'han', 'thoi_han', 'tiet', 'gio'].map((term) => [term, 1]));
    const reason = reasonOf(missing, { ...source, question: 'thời hạn mấy tiết', weights });
    expect(reason).toMatchObject({ words: [], absent: ['tiết', 'thời hạn'] });
  });

  it('leaves out the factors that changed nothing', () => {
    expect(reasonOf(explanation(), source).factors.map(({ factor }) => factor)).toEqual(['focus', 'issued']);
  });

  it('stays short however long the question was', () => {
    const terms = Array.from({ length: 2_000 }, (_, at) =>
      termExplanation(`tu${at}`, { score: at % 2, body: at % 2 }),
    );
    const weights = new Map(terms.map(({ term }) => [term, 1]));
    const reason = reasonOf(explanation({ terms }), { ...source, weights });
    expect(reason.words).toHaveLength(12);
    expect(reason.absent).toHaveLength(6);
    expect(JSON.stringify(reason).length).toBeLessThan(2_000);
  });

  it('is empty where no term stands in the passage', () => {
    expect(reasonOf(explanation({ terms: [], factors: [], score: 0 }), source)).toEqual({
      words: [],
      absent: [],
      factors: [],
      score: 0,
    });
  });
});

describe('how a term is written', () => {
  const passage = ['Bản mẫu do cơ quan ban hành.', 'Bản chính'];

  it('is as the question has it where that was typed with diacritics', () => {
    const written = writtenForms('ban hành quy định', passage);
    expect(['ban', 'ban_hanh', 'qui_dinh'].map(written)).toEqual(['ban', 'ban hành', 'quy định']);
  });

  it('is as the passage mostly has it where the question has no diacritics', () => {
    const written = writtenForms('ban hanh quy dinh', passage);
    expect(['ban', 'ban_hanh', 'co_quan', 'qui_dinh'].map(written)).toEqual([
      'bản',
      'ban hành',
      'cơ quan',
      'quy dinh',
    ]);
  });

  it('is what it defines where it is a definition', () => {
    const said = ['Vị trí việc làm là công việc gắn với chức danh. Việc tuyển dụng; việc này.'];
    expect(writtenForms('vi tri viec lam la gi', said)('=vi_tri_viec_lam')).toBe('vị trí việc làm');
    expect(writtenForms('Vị trí việc làm là gì', [])('=vi_tri_viec_lam')).toBe('vị trí việc làm');
    expect(writtenForms('tiết', [])('=nha_giao')).toBe('nha giao');
  });

  it('is plain where neither has it', () => {
    expect(writtenForms('tiết', passage)('nha_giao')).toBe('nha giao');
  });
});
