import { describe, expect, it } from 'vitest';
import { parseTelegramHtml } from '../../../testing/fakes/telegram/html.ts';
import { documentsReply, quoteBlock, quotedReply, sampleReply, textBlock } from '../fixtures.testing.ts';
import { renderReply, renderSentence, shortenLabel } from './render.ts';

const only = (messages: ReturnType<typeof renderReply>) => {
  expect(messages).toHaveLength(1);
  return messages[0]?.html ?? '';
};

describe('a reply on Telegram', () => {
  it('shows answer, quote, note and folded sources, every character escaped', () => {
    expect(only(renderReply(sampleReply))).toBe(
      [
        'Theo quy định, người được cử đi học cần còn đủ tuổi công tác.',
        '',
        '<b>[1] </b>khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP (hiệu lực từ 01/7/2031)',
        '<blockquote>Người được cử đi bồi dưỡng phải còn đủ tuổi công tác &amp; có &quot;đơn&quot; đề nghị.</blockquote>',
        '',
        '<i>Mức tin cậy: cao.</i>',
        '',
        '<blockquote expandable><b>Nguồn</b>',
        '[1] Nghị định 900/2031/NĐ-CP › Chương II › Điều 18 › khoản 2 · trang 5</blockquote>',
      ].join('\n'),
    );
  });

  it('marks warnings, press pages and provisions that are not in force', () => {
    const html = only(
      renderReply(
        quotedReply([
          textBlock('Chỉ tìm thấy trên báo.', 'warning'),
          quoteBlock({ kind: 'press', page: null, inForce: null }),
          quoteBlock({ inForce: false }, 2),
        ]),
      ),
    );
    expect(html).toContain('⚠️ <b>Chỉ tìm thấy trên báo.</b>');
    expect(html).toContain('khoản 2 · bài báo, không phải văn bản ban hành\n');
    expect(html).toContain(
      '[2] Nghị định 900/2031/NĐ-CP › Chương II › Điều 18 › khoản 2 · trang 5 · chưa có hiệu lực',
    );
  });

  it('lists documents with their dates, samples and newspaper pages told apart', () => {
    expect(only(renderReply(documentsReply))).toBe(
      [
        'Tôi đang có 2 văn bản:',
        '',
        '<b>Nghị định 900/2031/NĐ-CP</b>',
        'Quy định về bồi dưỡng &lt;ngắn hạn&gt;',
        '<i>hiệu lực từ 01/02/2031 · văn bản mẫu</i>',
        '',
        '<b>Quận Ví Dụ mở lớp cho cán bộ trẻ</b>',
        '<i>bài báo, không phải văn bản ban hành</i>',
        '',
        '• Chương I. Quy định chung',
        '• Chương II. Lớp học',
      ].join('\n'),
    );
  });

  it('folds a long quote and splits what one message cannot hold, the buttons under the last', () => {
    const sentence = 'Cơ quan cử người đi học chịu trách nhiệm bố trí thời gian <hợp lý> & kinh phí. ';
    const messages = renderReply(
      quotedReply(
        [textBlock('Có.'), quoteBlock({ quote: sentence.repeat(130) })],
        [{ label: 'Xem', send: '/xem 1' }],
      ),
    );
    expect(messages.length).toBeGreaterThan(2);
    const parsed = messages.map(({ html }) => parseTelegramHtml(html));
    for (const one of parsed) expect(one.ok && one.text.length <= 4096).toBe(true);
    const quoted = parsed.map((one) => (one.ok ? one.entities.map(({ type }) => type) : []));
    expect(quoted.slice(0, -1).every((types) => types.includes('expandable_blockquote'))).toBe(true);
    const said = parsed
      .map((one) => (one.ok ? one.text : ''))
      .join(' ')
      .replace(/\s+/g, ' ');
    expect(said).toContain(sentence.repeat(130).trim());
    for (const message of parsed.slice(0, -1)) expect(message.ok && message.text.endsWith('.')).toBe(true);
    expect(messages.map(({ keyboard }) => keyboard.length)).toEqual([...messages.slice(1).map(() => 0), 1]);
  });

  it('never leaves a citation at the foot of one message and its quote in the next', () => {
    for (let length = 3900; length < 4100; length += 7) {
      const messages = renderReply(quotedReply([textBlock('a'.repeat(length)), quoteBlock()]));
      const withLabel = messages.find(({ plain }) => plain.includes('(hiệu lực từ 01/7/2031)'));
      expect(withLabel?.plain).toContain('(hiệu lực từ 01/7/2031)\nNgười được cử đi');
    }
  });

  it('puts each choice on a row of its own and leaves out one that Telegram would refuse', () => {
    const [message] = renderReply(
      quotedReply(
        [textBlock('Chọn')],
        [
          { label: 'Điều 1', send: '/xem 1' },
          { label: 'quá dài', send: 'ề'.repeat(22) },
          { label: 'rỗng', send: '' },
          { label: 'vừa đủ', send: 'x'.repeat(64) },
        ],
      ),
    );
    expect(message?.keyboard).toEqual([
      [{ text: 'Điều 1', callback_data: '/xem 1' }],
      [{ text: 'vừa đủ', callback_data: 'x'.repeat(64) }],
    ]);
  });

  it('shortens a label at a word', () => {
    expect(shortenLabel('Điều 1')).toBe('Điều 1');
    expect(shortenLabel('điểm a khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP, về bồi dưỡng ngắn hạn')).toBe(
      'điểm a khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP, về bồi…',
    );
    expect(shortenLabel('x'.repeat(80))).toHaveLength(60);
  });

  it('always has something to say', () => {
    expect(only(renderReply(quotedReply([])))).toContain('chưa có nội dung');
    expect(only(renderReply(quotedReply([], [{ label: 'Điều 1', send: '/xem 1' }])))).toContain(
      'chọn một mục',
    );
    expect(only(renderReply(quotedReply([textBlock('\u0000 \n')])))).toContain('chưa có nội dung');
    expect(only(renderReply(quotedReply([textBlock('a\ud83d\u0000b')])))).toBe('a\ufffdb');
    expect(only(renderSentence('1 < 2'))).toBe('1 &lt; 2');
  });
});
