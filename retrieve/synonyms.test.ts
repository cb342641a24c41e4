import { describe, expect, it } from 'vitest';
import { indexedSyllables } from '../vietnamese/terms.ts';
import { fold } from '../vietnamese/text.ts';
import { synonymsOf } from './synonyms.ts';

const found = (question: string) => synonymsOf(indexedSyllables(question));
const phrases = (question: string) => found(question).map(({ phrase }) => phrase);
const alternatives = (question: string) =>
  found(question).flatMap((one) => one.alternatives.map(({ phrase }) => phrase));

describe('synonyms of a question', () => {
  it.each([
    ['giáo viên bị đuổi việc khi nào', ['nhà giáo', 'buộc thôi việc', 'sa thải']],
    ['dùng bằng giả bị phạt bao nhiêu', ['văn bằng, chứng chỉ không hợp pháp', 'phạt tiền']],
    ['xe máy có phải nhường đường không', ['xe mô tô']],
    ['làm sổ đỏ mất bao lâu', ['giấy chứng nhận quyền sử dụng đất', 'thời hạn']],
    ['nghỉ đẻ được mấy tháng', ['thai sản']],
    ['học chính trị ở đâu', ['lý luận chính trị']],
    ['từng đi tù có được làm thành viên không', ['phạt tù']],
    ['nhà giáo được nghỉ hè', ['giáo viên']],
  ])('are the words of the law for %s', (question, words) => {
    expect(alternatives(question)).toEqual(expect.arrayContaining(words));
  });

  it('have their places among the syllables and the terms to look for', () => {
    const [first] = found('sếp có quyền gì');
    expect(first).toMatchObject({ from: 0, to: 1, phrase: 'sếp' });
    expect(first?.alternatives.find(({ phrase }) => phrase === 'người đứng đầu')?.terms).toEqual([
      'nguoi',
      'dung',
      'nguoi_dung',
      'dau',
      'dung_dau',
    ]);
  });

  it('are found in a question without diacritics, NFD, capitals, and with the tone put elsewhere', () => {
    const question = 'thủ tục làm sổ đỏ ra sao';
    expect(phrases(question)).toContain('sổ đỏ');
    expect(phrases(question.normalize('NFD'))).toEqual(phrases(question));
    expect(phrases(question.toUpperCase())).toEqual(phrases(question));
    expect(phrases('hoá đơn đỏ')).toEqual(phrases('hóa đơn đỏ'));
    expect(phrases(fold('giáo viên bị đuổi việc'))).toEqual(phrases('giáo viên bị đuổi việc'));
  });

  it('are not taken for words that only look alike', () => {
    expect(phrases('số lượng người')).toEqual([]);
    expect(alternatives(fold('thuê đất của xã'))).not.toContain('thuế sử dụng đất');
    expect(alternatives(fold('đi từ xã lên tỉnh'))).not.toContain('phạt tù');
    expect(alternatives('khám bệnh, chữa bệnh nhân đạo')).not.toContain('người bệnh');
    expect(alternatives('khoa học và công nghệ')).toEqual([]);
  });

  it('go by the longest phrase, and no syllable stands in two', () => {
    expect(phrases('nghỉ hưu sớm được không')).toEqual(['nghỉ hưu sớm']);
    for (const question of ['công an phường giữ xe máy', 'trường cấp 2 dạy thêm bị phạt thế nào']) {
      let end = 0;
      for (const { from, to } of found(question)) {
        expect(from).toBeGreaterThanOrEqual(end);
        end = to;
      }
    }
  });

  it('do not only narrow: what holds the phrase whole is no alternative', () => {
    for (const { phrase, alternatives: others } of found(
      'trẻ mồ côi ở trại cai nghiện có được đi học không',
    )) {
      for (const other of others) expect(other.phrase).not.toContain(phrase);
    }
  });

  it('are none for nothing', () => {
    expect(synonymsOf([])).toEqual([]);
    expect(found('?!')).toEqual([]);
  });
});
