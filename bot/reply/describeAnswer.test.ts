import { describe, expect, it } from 'vitest';
import { type Answer, type NotFound, outline } from '../../answer/answer.ts';
import type { Reason } from '../../answer/reason.ts';
import type { Citation } from '../../domain/citation.ts';
import { texts } from '../texts.ts';
import { citation, quoted, said, storedDocument, summary, TODAY } from './answers.testing.ts';
import { describeAnswer } from './describeAnswer.ts';

describe('an answer that quotes', () => {
  it('numbers its sources, labels them, and says how sure it is', () => {
    const second = citation({
      provisionId: 19,
      path: ['Điều 19'],
      validity: 'unknown',
      inForce: null,
      effective: null,
    });
    const { outcome, blocks } = describeAnswer(quoted({ citations: [citation(), second] }), TODAY);
    expect(outcome).toBe('quoted');
    expect(blocks.flatMap((block) => (block.kind === 'quote' ? [[block.index, block.label]] : []))).toEqual([
      [1, 'khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP (hiệu lực từ 01/7/2031)'],
      [2, 'Điều 19 Nghị định 900/2031/NĐ-CP (chưa rõ ngày hiệu lực)'],
    ]);
    expect(said(quoted(), 'note')).toEqual([texts.sureness.high]);
    expect(said(quoted({ sureness: 'exact' }), 'note')).toEqual([texts.sureness.exact]);
  });

  it.each<[string, Partial<Citation>, RegExp | null]>([
    ['nothing of a rule in force', {}, null],
    [
      'that a rule is not in force yet',
      { validity: 'not_yet', inForce: false, effective: '2031-09-01' },
      /02\/7\/2031.*từ 01\/9\/2031/,
    ],
    [
      'that nobody knows since when',
      { validity: 'unknown', inForce: null, effective: null },
      /không ghi rõ ngày/,
    ],
    ['that a press page is no law, and nothing else', { kind: 'press', effective: null }, /bài báo/],
  ])('warns %s', (_what, changes, warning) => {
    // Said once, though two sources give cause.
    const warnings = said(quoted({ citations: [citation(changes), citation(changes)] }), 'warning');
    expect(warnings).toHaveLength(warning === null ? 0 : 1);
    if (warning !== null) expect(warnings[0]).toMatch(warning);
  });

  it('says first how a mistyped question was read, and for which day it looked', () => {
    const answer: Answer = { ...quoted({}), corrected: 'đào tạo mấy ngày', askedDay: '2030-12-31' };
    const [read, day] = describeAnswer(answer, TODAY).blocks;
    expect(read).toMatchObject({ text: 'Tôi đọc câu hỏi là: “đào tạo mấy ngày”.' });
    expect(day).toMatchObject({ text: 'Tôi tra theo quy định của ngày 31/12/2030, như câu hỏi nêu.' });
  });

  it('warns of what was asked for and is not there', () => {
    expect(said(quoted({ missing: ['khoản 9', 'Điều 99'] }), 'warning')).toEqual([
      'Nghị định 900/2031/NĐ-CP không có khoản 9, Điều 99.',
    ]);
  });

  it('warns of what amends it and offers to open that, before what is near', () => {
    const answer = quoted({ amendedBy: [summary()], near: [citation({ provisionId: null })] });
    expect(said(answer, 'warning')).toEqual([
      expect.stringMatching(/Nghị định 901\/2031\/NĐ-CP \(hiệu lực từ 01\/8\/2031\)/),
    ]);
    expect(describeAnswer(answer, TODAY).choices.map(({ send }) => send)).toEqual(['/xem 9', '/xem 3']);
    expect(said(quoted({ amendedBy: [summary({ effective: null })] }), 'warning')[0]).not.toContain(
      'hiệu lực từ',
    );
  });

  it('brings along why each of them was found, where that is known', () => {
    const [cited, near, named] = [citation(), citation({ provisionId: 19 }), citation({ provisionId: 20 })];
    const reason = (score: number): Reason => ({ words: [], absent: [], factors: [], score });
    const reasons = new Map([
      [cited, reason(9)],
      [near, reason(4)],
    ]);
    const { blocks, choices } = describeAnswer(
      quoted({ citations: [cited, named], near: [near, named], reasons }),
      TODAY,
    );
    expect(blocks.flatMap((block) => (block.kind === 'quote' ? [block.reason] : []))).toEqual([
      reason(9),
      undefined,
    ]);
    expect(choices.map((one) => one.reason)).toEqual([reason(4), undefined]);
  });

  it('says that a sample is a sample', () => {
    expect(said(quoted({ citations: [citation({ sample: true })] }), 'note')).toContain(texts.sample);
  });
});

describe('an answer that found nothing', () => {
  const notFound = (reason: NotFound['reason'], near: readonly Citation[] = []): Answer => ({
    kind: 'not_found',
    reason,
    near,
  });

  it.each<[NotFound['reason'], string]>([
    [{ why: 'nothing_fits' }, 'Chưa tìm thấy căn cứ'],
    [{ why: 'no_documents' }, 'Chưa có văn bản nào'],
    [{ why: 'document_missing', written: 'nghị định 7' }, '“nghị định 7”'],
    [
      { why: 'provision_missing', document: summary(), written: 'Điều 99' },
      '901/2031/NĐ-CP không có Điều 99',
    ],
    [{ why: 'which_document', documents: [summary()] }, 'tên như vậy'],
    [{ why: 'which_document', documents: [] }, 'có điều khoản này'],
  ])('says why: %o', (reason, words) => {
    expect(describeAnswer(notFound(reason), TODAY).outcome).toBe('not_found');
    expect(said(notFound(reason), 'plain')).toEqual([expect.stringContaining(words)]);
  });

  it('offers the documents of that name, a few, and what is near', () => {
    const documents = Array.from({ length: 9 }, (_, at) => summary({}, at + 1));
    const { choices } = describeAnswer(notFound({ why: 'which_document', documents }, [citation()]), TODAY);
    expect(choices.map(({ send }) => send)).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((id) => `/xem ${id}`),
      '/xem 3.18',
    ]);
  });

  it('introduces what is near beside a document that is missing', () => {
    const reason = { why: 'document_missing', written: 'x' } as const;
    expect(said(notFound(reason, [citation()]), 'note')).toEqual([texts.nearBesideMissing]);
    expect(said(notFound(reason), 'note')).toEqual([]);
  });
});

describe('an answer that shows a document', () => {
  const lists = (answer: Answer) =>
    describeAnswer(answer, TODAY).blocks.flatMap((block) => (block.kind === 'list' ? [block.items] : []));

  it('tells what is known of it, its outline, and opens its first parts', () => {
    const shown = storedDocument(['Phạm vi', null, 'Kinh phí', 'Thi hành']);
    const answer: Answer = outline(shown, null, TODAY);
    expect(lists(answer)).toEqual([
      ['Ngày có hiệu lực: 01/8/2031', 'Tệp: tep.pdf'],
      ['Điều 1. Phạm vi', 'Điều 2', 'Điều 3. Kinh phí', 'Điều 4. Thi hành'],
    ]);
    expect(describeAnswer(answer, TODAY)).toMatchObject({
      outcome: 'document',
      choices: [
        { label: 'Điều 1. Phạm vi', send: '/xem 9.100' },
        { label: 'Điều 2', send: '/xem 9.101' },
        { label: 'Điều 3. Kinh phí', send: '/xem 9.102' },
      ],
    });
  });

  it('cuts a long outline and says how much is left', () => {
    const long = storedDocument(Array.from({ length: 75 }, () => 'Tên'));
    const [, lines = []] = lists(outline(long, null, TODAY));
    expect(lines).toHaveLength(61);
    expect(lines.at(-1)).toContain('15');
  });

  it('has no outline where the document has no parts, and says that a sample is one', () => {
    const bare = storedDocument([], { sample: true });
    const answer: Answer = outline(bare, null, TODAY);
    expect(lists(answer)).toHaveLength(1);
    expect(said(answer, 'note')).toEqual([texts.sample]);
    expect(said(answer, 'plain')).toEqual([]);
  });

  it('shows of a part only what lies within it', () => {
    const whole = storedDocument(['Một', 'Hai', 'Ba']);
    const [, second] = whole.provisions;
    if (second === undefined) throw new Error('no second');
    const clause = {
      ...second,
      id: 500,
      kind: 'khoan' as const,
      label: 'khoản 1',
      heading: null,
      end: second.end - 2,
    };
    const parted = { ...whole, provisions: [...whole.provisions, clause] };
    const answer = outline(parted, second, TODAY);
    expect(lists(answer)).toEqual([['khoản 1']]);
    expect(said(answer, 'plain')).toEqual(['Điều 2 dài, gồm:']);
  });
});

describe('what can be pressed', () => {
  it('has a label of one line, cut between words', () => {
    const heading = 'Điều kiện, tiêu chuẩn và hồ sơ '.repeat(6).trim();
    const [choice] = describeAnswer(quoted({ near: [citation({ heading })] }), TODAY).choices;
    expect(choice?.label.length).toBeLessThanOrEqual(90);
    expect(choice?.label).toMatch(/^khoản 2 Điều 18 Nghị định 900\/2031\/NĐ-CP: Điều kiện,.*\S…$/);
    const cut = choice?.label.slice(0, -1).split(' ') ?? [];
    expect(`khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP: ${heading}`.split(' ').slice(0, cut.length)).toEqual(
      cut,
    );
  });

  it('names a press page by its headline alone', () => {
    const near = [citation({ kind: 'press', document: 'Quận Ví Dụ mở lớp', path: [], provisionId: null })];
    expect(describeAnswer(quoted({ near }), TODAY).choices).toEqual([
      { label: 'Quận Ví Dụ mở lớp', send: '/xem 3' },
    ]);
  });
});
