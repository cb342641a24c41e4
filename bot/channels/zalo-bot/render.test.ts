import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  documentsReply,
  fileBlock,
  findingBlock,
  pictureBlock,
  quoteBlock,
  quotedReply,
  tableBlock,
  textBlock,
  unknownFinding,
} from '../fixtures.testing.ts';
import { MESSAGE_LIMIT, type OutgoingMessage, renderReply, type ShareFile } from './render.ts';

const noLinks: ShareFile = () => null;
const words = (messages: readonly OutgoingMessage[]) =>
  messages.map((message) => (message.kind === 'text' ? message.text : message.caption));

describe('a reply on Zalo', () => {
  it('says every kind of block in words without markup', () => {
    const reply = quotedReply([
      textBlock('Điều kiện', 'title'),
      quoteBlock({ page: null, sample: true }),
      textBlock('Văn bản đã hết hiệu lực.', 'warning'),
      findingBlock(),
      unknownFinding,
      tableBlock({
        columns: [
          { label: 'Đơn vị', align: 'left' },
          { label: 'Đạt', align: 'right' },
        ],
        rows: [['Nam Lam', '12']],
      }),
      tableBlock({ title: 'Trống', rows: [] }),
    ]);
    const text = words(renderReply(reply, noLinks)).join('\n---\n');
    for (const expected of [
      'Điều kiện\n\n[1] khoản 2 Điều 18',
      '& có "đơn" đề nghị.”',
      '⚠️ Văn bản đã hết hiệu lực.',
      '❌ Thiếu: Trung cấp lý luận chính trị trở lên\nChức danh đang giữ',
      '📖 khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP (hiệu lực từ 01/7/2031), trang 5\n“Chủ tịch',
      '(mẫu – chưa thẩm định)',
      '❔ Chưa đủ dữ liệu: Bồi dưỡng quốc phòng và an ninh',
      '• Nếu có chứng nhận đối tượng 3: đạt.',
      'Theo đơn vị\n• Nam Lam: 12',
      'Trống\nChưa có dòng nào.',
      'Nguồn:\n[1] Nghị định 900/2031/NĐ-CP › Chương II › Điều 18 › khoản 2 · văn bản mẫu',
    ])
      expect(text).toContain(expected);
    expect(text).not.toMatch(/<\/?[a-z]+>|\*\*|&amp;/);
    expect(words(renderReply(documentsReply, noLinks)).join('')).toContain(
      '• Nghị định 900/2031/NĐ-CP\nQuy định về bồi dưỡng <ngắn hạn>\nhiệu lực từ 01/02/2031 · văn bản mẫu',
    );
  });

  it('is never empty', () => {
    expect(words(renderReply(quotedReply([]), noLinks))).toEqual([
      expect.stringContaining('chưa có nội dung'),
    ]);
    const choose = renderReply(quotedReply([], [{ label: 'Một', send: '/mot' }]), noLinks);
    expect(words(choose)).toEqual(['Anh/chị chọn tiếp:\n1. Một\nTrả lời 1 (trong 15 phút).']);
  });

  it('keeps the order of words, pictures and files', () => {
    const share: ShareFile = ({ name }) => ({ url: `https://vi.du/${name}`, minutes: 15 });
    const reply = quotedReply([textBlock('trước'), pictureBlock(), fileBlock('a.xlsx'), textBlock('sau')]);
    expect(renderReply(reply, share)).toMatchObject([
      { kind: 'text', text: 'trước' },
      { kind: 'photo', url: 'https://vi.du/hinh.png' },
      { kind: 'text', text: expect.stringMatching(/^Tệp a\.xlsx .*\nhttps:\/\/vi\.du\/a\.xlsx\n\nsau$/s) },
    ]);
  });

  it('fits into messages of 2,000 characters, broken between words, with nothing lost', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'ệ', 'đ', '𠮷', '😀', 'e\u0302\u0323'),
      minLength: 1,
      maxLength: 12,
    });
    const space = fc.constantFrom(' ', ' ', ' ', '. ', '\n', '\n\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, space), { minLength: 1, maxLength: 1500 }), (pairs) => {
        const text = pairs.flat().join('');
        const choices = [{ label: 'Một', send: '/mot' }];
        const pages = words(renderReply(quotedReply([textBlock(text)], choices), noLinks));
        for (const page of pages) {
          expect(page.length).toBeLessThanOrEqual(MESSAGE_LIMIT);
          expect(page.isWellFormed()).toBe(true);
        }
        const whole = pages.join(' ').split('Anh/chị chọn tiếp:')[0] ?? '';
        const tokens = (one: string) =>
          one
            .normalize('NFC')
            .split(/\s+/)
            .filter((token) => token !== '');
        expect(tokens(whole)).toEqual(tokens(text));
      }),
      { numRuns: 40 },
    );
  });
});
