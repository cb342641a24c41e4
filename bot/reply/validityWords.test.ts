import { describe, expect, it } from 'vitest';
import { type Answer, outline } from '../../answer/answer.ts';
import type { Citation } from '../../domain/citation.ts';
import type { Change } from '../../domain/validity.ts';
import { citation, quoted, said, storedDocument, TODAY } from './answers.testing.ts';
import { describeAnswer } from './describeAnswer.ts';

describe('an answer whose words hold no longer', () => {
  const by: Change = {
    kind: 'amends',
    scope: 'provision',
    changed: ['Điều 18', 'khoản 2'],
    partial: false,
    since: '2031-07-01',
    directiveId: 9,
    provisionId: 90,
    document: 'Nghị định 901/2031/NĐ-CP',
    path: ['Điều 1', 'khoản 3'],
    start: 50,
    end: 90,
  };
  const old = (change: Partial<Change> = {}, more: Partial<Citation> = {}) =>
    citation({
      validity: 'superseded',
      inForce: false,
      effective: '2030-01-01',
      until: '2031-06-30',
      supersededBy: { ...by, ...change },
      ...more,
    });
  const successor = citation({
    directiveId: 9,
    provisionId: 90,
    start: 50,
    end: 90,
    path: ['Điều 1', 'khoản 3'],
  });
  const firstLine = (answer: Answer) => {
    const [first] = describeAnswer(answer, TODAY).blocks;
    return first?.kind === 'text' && first.tone === 'warning' ? first.text : null;
  };

  it('says so before anything else, and where to read what holds', () => {
    const answer = quoted({ citations: [successor, old()] });
    expect(firstLine(answer)).toBe(
      'khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP đã hết hiệu lực từ ngày 01/7/2031, được thay bằng khoản 3 Điều 1 Nghị định 901/2031/NĐ-CP. Anh/chị dùng lời đang có hiệu lực ở [1]; lời cũ ở [2] chỉ để đối chiếu.',
    );
    expect(said(answer, 'warning')).toHaveLength(1);
    expect(describeAnswer(answer, TODAY).choices).toEqual([]);
  });

  it('offers to open a successor that is not quoted', () => {
    expect(firstLine(quoted({ citations: [old()] }))).toContain('Lời cũ ở [1] chỉ để đối chiếu.');
    expect(describeAnswer(quoted({ citations: [old()] }), TODAY).choices).toEqual([
      { label: 'khoản 3 Điều 1 Nghị định 901/2031/NĐ-CP', send: '/xem 9.90' },
    ]);
  });

  it('tells a repeal, a document replaced whole, a lapse, and what nobody knows apart', () => {
    expect(firstLine(quoted({ citations: [old({ kind: 'repeals' })] }))).toContain('theo khoản 3 Điều 1');
    expect(firstLine(quoted({ citations: [old({ kind: 'replaces', scope: 'whole' })] }))).toContain(
      'được thay bằng Nghị định 901/2031/NĐ-CP.',
    );
    expect(firstLine(quoted({ citations: [old({}, { supersededBy: null })] }))).toContain(
      'đến hết ngày 30/6/2031',
    );
    const unknown = old({ since: null }, { validity: 'unknown', inForce: null, until: null });
    expect(firstLine(quoted({ citations: [unknown] }))).toMatch(/^Chưa rõ/);
  });

  it('says beforehand that words are going to end', () => {
    const ending = citation({ until: '2031-12-31', supersededBy: { ...by, since: '2032-01-01' } });
    expect(said(quoted({ citations: [ending] }), 'warning')).toEqual([
      'Lưu ý: khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP có hiệu lực đến hết ngày 31/12/2031; từ ngày 01/01/2032 được thay bằng khoản 3 Điều 1 Nghị định 901/2031/NĐ-CP.',
    ]);
    expect(said(quoted({ citations: [citation({ until: '2031-12-31' })] }), 'warning')).toEqual([
      'Lưu ý: khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP chỉ áp dụng đến hết ngày 31/12/2031.',
    ]);
  });

  it.each<[Partial<Change>, string]>([
    [
      { changed: ['Điều 18', 'khoản 2', 'điểm a'] },
      'Lưu ý: điểm a khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP đã được thay bằng',
    ],
    [{ kind: 'repeals', changed: ['Điều 18', 'khoản 2', 'điểm a'] }, 'đã bị bãi bỏ theo'],
    [
      { kind: 'supplements', partial: true },
      'Lưu ý: khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP đã được bổ sung bởi',
    ],
    [
      { kind: 'supplements', changed: ['Điều 18', 'khoản 5'] },
      'Lưu ý: khoản 5 Điều 18 Nghị định 900/2031/NĐ-CP đã được bổ sung bởi',
    ],
    [{ partial: true, since: '2032-01-01' }, 'sẽ được sửa đổi bởi'],
    [
      { kind: 'corrects', partial: true, since: null },
      'khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP được đính chính bởi',
    ],
  ])('tells what is changed in a part: %o', (change, words) => {
    const changed = citation({ changes: [{ ...by, ...change }] });
    expect(said(quoted({ citations: [changed] }), 'warning')).toEqual([expect.stringContaining(words)]);
  });

  it('heads the outline of a document too', () => {
    const shown = outline(storedDocument(['Phạm vi']), null, TODAY);
    const gone = { ...shown, citation: old({ kind: 'replaces', scope: 'whole' }, { path: [] }) };
    expect(said(gone, 'warning')).toEqual([
      'Nghị định 900/2031/NĐ-CP đã hết hiệu lực từ ngày 01/7/2031, được thay bằng Nghị định 901/2031/NĐ-CP.',
    ]);
    const amended = {
      ...shown,
      citation: citation({ path: [], changes: [{ ...by, scope: 'whole', partial: true }] }),
    };
    expect(said(amended, 'warning')).toEqual([
      expect.stringContaining('bởi Nghị định 901/2031/NĐ-CP (hiệu lực từ 01/7/2031)'),
    ]);
  });
});
