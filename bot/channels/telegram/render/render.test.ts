import { describe, expect, it } from 'vitest';
import { parseTelegramHtml } from '../../../../testing/fakes/telegram/html.ts';
import {
  documentsReply,
  fileBlock,
  findingBlock,
  pictureBlock,
  quoteBlock,
  quotedReply,
  recordReply,
  sampleReply,
  tableBlock,
  textBlock,
  unknownFinding,
} from '../../fixtures.testing.ts';
import { type OutgoingMessage, type OutgoingText, type OutgoingUpload, renderSentence } from './outgoing.ts';
import { renderReply } from './render.ts';

const textsOf = (messages: readonly OutgoingMessage[]): readonly OutgoingText[] =>
  messages.filter((message) => message.kind === 'text');
const uploadsOf = (messages: readonly OutgoingMessage[]): readonly OutgoingUpload[] =>
  messages.filter((message) => message.kind !== 'text');
const only = (messages: readonly OutgoingMessage[]) => {
  expect(messages).toHaveLength(1);
  return textsOf(messages)[0]?.html ?? '';
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
          quoteBlock({ validity: 'not_yet', inForce: false }, 2),
          quoteBlock({ validity: 'superseded', inForce: false }, 3),
        ]),
      ),
    );
    expect(html).toContain('khoản 2 · trang 5 · đã hết hiệu lực');
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
    const messages = textsOf(
      renderReply(
        quotedReply(
          [textBlock('Có.'), quoteBlock({ quote: sentence.repeat(130) })],
          [{ label: 'Xem', send: '/xem 1' }],
        ),
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
    expect(messages.map(({ markup }) => markup !== null)).toEqual([
      ...messages.slice(1).map(() => false),
      true,
    ]);
  });

  it('never leaves a citation at the foot of one message and its quote in the next', () => {
    for (let length = 3900; length < 4100; length += 7) {
      const messages = textsOf(renderReply(quotedReply([textBlock('a'.repeat(length)), quoteBlock()])));
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
    expect(message?.markup).toEqual({
      inline_keyboard: [
        [{ text: 'Điều 1', callback_data: '/xem 1' }],
        [{ text: 'vừa đủ', callback_data: 'x'.repeat(64) }],
      ],
    });
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

describe('a record on Telegram', () => {
  it('shows a finding with status, reason, fact, deadline, next step, provision, folded quote and mark', () => {
    expect(only(renderReply(quotedReply([findingBlock()])))).toBe(
      [
        '❌ Thiếu: <b>Trung cấp lý luận chính trị trở lên</b>',
        'Chức danh đang giữ: Chủ tịch UBND xã',
        'Hồ sơ chỉ có sơ cấp lý luận chính trị, yêu cầu từ trung cấp.',
        'Trong hồ sơ: Sơ cấp lý luận chính trị, cấp 12/2019',
        'Còn hạn đến 01/3/2032',
        'Việc nên làm: Đăng ký lớp trung cấp lý luận chính trị.',
        '📖 khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP (hiệu lực từ 01/7/2031), trang 5',
        '<blockquote expandable>Chủ tịch UBND xã có trình độ trung cấp lý luận chính trị &amp; quản lý nhà nước.</blockquote>',
        '<i>(mẫu – chưa thẩm định)</i>',
      ].join('\n'),
    );
  });

  it('says of an unknown finding what would settle it, and marks a met one', () => {
    expect(only(renderReply(quotedReply([unknownFinding])))).toContain(
      [
        'Hồ sơ chưa ghi trình độ quốc phòng và an ninh.',
        'Để biết chắc:',
        '• Nếu có chứng nhận đối tượng 3: đạt.',
        '• Nếu không: thiếu.',
        '📖 khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP (hiệu lực từ 01/7/2031)\n',
      ].join('\n'),
    );
    expect(only(renderReply(quotedReply([unknownFinding])))).toMatch(/^❔ Chưa đủ dữ liệu: <b>/);
    const met = findingBlock({ status: 'met', settledBy: ['Xem bằng.'] });
    expect(only(renderReply(quotedReply([met])))).toMatch(/^✅ Đạt: <b>[\s\S]*Để biết chắc: Xem bằng\./);
  });

  it('never leaves a title or the head of a finding at the foot of one message', () => {
    for (let length = 3700; length < 4100; length += 11) {
      const blocks = [textBlock('a'.repeat(length)), textBlock('Còn thiếu', 'title'), findingBlock()];
      const messages = textsOf(renderReply(quotedReply(blocks)));
      const titled = messages.find(({ plain }) => plain.includes('Còn thiếu'));
      expect(titled?.plain).toContain('Còn thiếu\n\n❌');
      const headed = messages.find(({ plain }) => plain.includes('❌'));
      expect(headed?.plain).toContain('trở lên\nChức danh');
      const cited = messages.find(({ plain }) => plain.includes('📖'));
      expect(cited?.plain).toContain('trang 5\nChủ tịch');
    }
  });

  it('aligns a table that fits a phone and tells a wider one row by row', () => {
    expect(only(renderReply(quotedReply([tableBlock()])))).toBe(
      [
        '<b>Theo đơn vị</b>',
        '<pre>Đơn vị          Đạt  Thiếu',
        '──────────────────────────',
        'Phường Nam Lam   12      3',
        'Xã Mỹ Lộc Đông    8     10</pre>',
      ].join('\n'),
    );
    const wide = tableBlock({
      rows: [
        ['Ban Quản lý các khu công nghiệp <mẫu>', '12', ''],
        ['Phường Nam Lam', '8', '10'],
      ],
    });
    expect(only(renderReply(quotedReply([wide])))).toBe(
      [
        '<b>Theo đơn vị</b>',
        '<b>Đơn vị: Ban Quản lý các khu công nghiệp &lt;mẫu&gt;</b>',
        'Đạt: 12',
        '',
        '<b>Đơn vị: Phường Nam Lam</b>',
        'Đạt: 8',
        'Thiếu: 10',
      ].join('\n'),
    );
    expect(only(renderReply(quotedReply([tableBlock({ rows: [] })])))).toContain('Chưa có dòng nào.');
  });

  it('keeps the columns of a long table aligned in every message', () => {
    const rows = Array.from({ length: 400 }, (_, index) => [String(index + 1), `Cán bộ mẫu ${index + 1}`]);
    const columns = [
      { label: 'STT', align: 'right' },
      { label: 'Tên', align: 'left' },
    ] as const;
    const messages = textsOf(renderReply(quotedReply([tableBlock({ title: null, columns, rows })])));
    expect(messages.length).toBeGreaterThan(1);
    for (const { html, plain } of messages) {
      expect(html).toMatch(/^<pre>[\s\S]*<\/pre>$/);
      for (const line of plain.split('\n').filter((one) => one.includes('mẫu')))
        expect(line).toMatch(/^[ \d]{3} {2}Cán bộ mẫu \d+$/);
    }
  });

  it('sends pictures and files in their places, words between them as messages of their own', () => {
    const messages = renderReply(recordReply);
    expect(messages.map(({ kind }) => kind)).toEqual(['text', 'photo', 'text', 'document']);
    expect(messages.map(({ markup }) => markup !== null)).toEqual([false, false, false, true]);
    const [photo, file] = uploadsOf(messages);
    expect(photo).toMatchObject({ name: 'hinh.png', caption: 'Đạt 5 trên 8 yêu cầu.' });
    expect(photo?.bytes.subarray(1, 4)).toEqual(Buffer.from('PNG'));
    expect(photo?.instead.map(({ plain }) => plain)).toEqual([
      'Hình: Đạt 5 trên 8 yêu cầu. Thiếu 2, chưa đủ dữ liệu 1.',
    ]);
    expect(file).toMatchObject({ name: 'hồ_sơ_của_tôi.json', caption: null });
    expect(file?.instead[0]?.plain).toContain('hồ_sơ_của_tôi.json');
    const [first] = textsOf(messages);
    expect(first?.html).toMatch(/^<b>Anh\/chị đạt 5\/8 yêu cầu<\/b>\n\n❌/);
  });

  it('cuts an endless caption at a word, and gives names that an upload can carry', () => {
    const [long] = uploadsOf(renderReply(quotedReply([pictureBlock('nhiều chữ '.repeat(300))])));
    expect(long?.caption?.length).toBeLessThanOrEqual(1024);
    expect(long?.caption).toMatch(/chữ…$/);
    const names = ['../../etc/passwd', 'a"; x=\r\n1.docx', '', `${'d'.repeat(300)}.xlsx`].map(
      (name) => uploadsOf(renderReply(quotedReply([fileBlock(name)])))[0]?.name,
    );
    expect(names).toEqual(['etc_passwd', 'a_x_1.docx', 'tep', `${'d'.repeat(100)}.xlsx`]);
    const [mute] = uploadsOf(renderReply(quotedReply([pictureBlock('')])));
    expect(mute?.caption).toBeNull();
    expect(mute?.instead[0]?.plain).toContain('chưa gửi được hình');
  });

  describe('the button for the phone number', () => {
    const asks = { ...quotedReply([textBlock('Mời anh/chị')]), asksForPhone: true };
    const place = { isPrivate: true, sharedPhone: false };
    const markups = (messages: readonly OutgoingMessage[]) =>
      messages.map(({ markup }) => Object.keys(markup ?? {})[0]);

    it('stands below the reply, or below a message of its own where the reply has buttons', () => {
      expect(markups(renderReply(asks, place))).toEqual(['keyboard']);
      expect(renderReply(asks, place)[0]?.markup).toMatchObject({
        keyboard: [[{ request_contact: true }]],
        one_time_keyboard: true,
        resize_keyboard: true,
      });
      const both = { ...asks, choices: [{ label: 'Điều 1', send: '/xem 1' }] };
      const messages = renderReply(both, place);
      expect(markups(messages)).toEqual(['inline_keyboard', 'keyboard']);
      expect(textsOf(messages)[1]?.plain).toContain('bấm nút');
    });

    it('is never shown in a group', () => {
      expect(markups(renderReply(asks))).toEqual([undefined]);
    });

    it('goes away once it was used, unless it is asked for again', () => {
      const shared = { isPrivate: true, sharedPhone: true };
      expect(markups(renderReply(quotedReply([textBlock('Xong')]), shared))).toEqual(['remove_keyboard']);
      const chosen = quotedReply([textBlock('Xong')], [{ label: 'Điều 1', send: '/xem 1' }]);
      expect(markups(renderReply(chosen, shared))).toEqual(['remove_keyboard', 'inline_keyboard']);
      expect(markups(renderReply({ ...recordReply }, shared))).toEqual([
        undefined,
        undefined,
        'remove_keyboard',
        'inline_keyboard',
      ]);
      expect(markups(renderReply(asks, shared))).toEqual(['keyboard']);
    });

    it('goes away with the words that the link stands, however it was made', () => {
      const linked = {
        ...quotedReply([textBlock('Đã liên kết')], [{ label: 'Tôi còn thiếu gì', send: '/thieu' }]),
        linked: true,
      };
      const messages = renderReply(linked, place);
      expect(markups(messages)).toEqual(['remove_keyboard', 'inline_keyboard']);
      expect(textsOf(messages)[0]?.plain).toBe('Đã liên kết');
      expect(markups(renderReply(linked))).toEqual(['inline_keyboard']);
    });
  });
});
