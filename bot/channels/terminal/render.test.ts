import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { columns } from '../columns.ts';
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
} from '../fixtures.testing.ts';
import { renderForTerminal } from './render.ts';
import { wrapWords } from './wrap.ts';

describe('a reply in the terminal', () => {
  it('shows answer, citation, quote behind a bar, note and numbered choices, wrapped at words', () => {
    expect(renderForTerminal(sampleReply, { width: 50, colour: false })).toBe(
      [
        'Theo quy định, người được cử đi học cần còn đủ',
        'tuổi công tác.',
        '',
        '[1] khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP (hiệu',
        '    lực từ 01/7/2031), trang 5',
        '  │ Người được cử đi bồi dưỡng phải còn đủ tuổi',
        '  │ công tác & có "đơn" đề nghị.',
        '',
        'Mức tin cậy: cao.',
        '',
        'Gõ số để xem:',
        '  1. khoản 3 Điều 18 Nghị định 900/2031/NĐ-CP',
        '  2. Điều 19 Nghị định 900/2031/NĐ-CP',
      ].join('\n'),
    );
  });

  it('colours nothing unless asked to, and then changes no word', () => {
    const plain = renderForTerminal(sampleReply, { width: 60, colour: false });
    const coloured = renderForTerminal(sampleReply, { width: 60, colour: true });
    expect(stripVTControlCharacters(plain)).toBe(plain);
    expect(coloured).not.toBe(plain);
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  it('lists documents and marks warnings', () => {
    expect(renderForTerminal(documentsReply, { width: 80, colour: false })).toBe(
      [
        'Tôi đang có 2 văn bản:',
        '',
        '• Nghị định 900/2031/NĐ-CP',
        '  Quy định về bồi dưỡng <ngắn hạn>',
        '  hiệu lực từ 01/02/2031 · văn bản mẫu',
        '• Quận Ví Dụ mở lớp cho cán bộ trẻ',
        '  bài báo',
        '',
        '• Chương I. Quy định chung',
        '• Chương II. Lớp học',
      ].join('\n'),
    );
    const warned = quotedReply([textBlock('Chưa có hiệu lực.', 'warning')]);
    expect(renderForTerminal(warned, { width: 80, colour: false })).toBe('⚠ Chưa có hiệu lực.');
  });

  it('lets no text move the cursor or change colours', () => {
    const hostile = quotedReply([
      textBlock('\u001b[2Ja\u0007'),
      quoteBlock({ quote: '\u001b]0;x\u0007b\u009b31m' }),
    ]);
    expect(renderForTerminal(hostile, { width: 80, colour: false })).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it('keeps every line within the terminal, however narrow or wide', () => {
    const long = quotedReply([quoteBlock({ quote: `${'bồi dưỡng '.repeat(60)}${'x'.repeat(300)}` })]);
    for (const width of [20, 33, 80, 100]) {
      for (const line of renderForTerminal(long, { width, colour: false }).split('\n')) {
        expect(columns(line)).toBeLessThanOrEqual(width);
      }
    }
    const widest = Math.max(
      ...renderForTerminal(long, { width: 400, colour: false }).split('\n').map(columns),
    );
    expect(widest).toBeLessThanOrEqual(100);
  });
});

describe('a record in the terminal', () => {
  const render = (blocks: Parameters<typeof quotedReply>[0], width = 80) =>
    renderForTerminal(quotedReply(blocks), { width, colour: false });

  it('shows a finding with its provision behind a bar and its mark', () => {
    expect(render([textBlock('Đạt 5/8', 'title'), findingBlock()], 60)).toBe(
      [
        'Đạt 5/8',
        '',
        '✗ Thiếu: Trung cấp lý luận chính trị trở lên',
        '  Chức danh đang giữ: Chủ tịch UBND xã',
        '  Hồ sơ chỉ có sơ cấp lý luận chính trị, yêu cầu từ trung',
        '  cấp.',
        '  Trong hồ sơ: Sơ cấp lý luận chính trị, cấp 12/2019',
        '  Còn hạn đến 01/3/2032',
        '  Việc nên làm: Đăng ký lớp trung cấp lý luận chính trị.',
        '  khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP (hiệu lực từ',
        '  01/7/2031), trang 5',
        '  │ Chủ tịch UBND xã có trình độ trung cấp lý luận chính trị',
        '  │ & quản lý nhà nước.',
        '  (mẫu – chưa thẩm định)',
      ].join('\n'),
    );
    expect(render([unknownFinding])).toContain('? Chưa đủ dữ liệu: Bồi dưỡng quốc phòng và an ninh\n');
    expect(render([findingBlock({ status: 'met', quote: '' })])).toMatch(/^✓ Đạt: [^│]*$/);
  });

  it('aligns a table, wraps its long cells, and stacks what is too narrow for that', () => {
    expect(render([tableBlock()])).toBe(
      [
        'Theo đơn vị',
        'Đơn vị          Đạt  Thiếu',
        '──────────────────────────',
        'Phường Nam Lam   12      3',
        'Xã Mỹ Lộc Đông    8     10',
      ].join('\n'),
    );
    const long = tableBlock({
      title: null,
      rows: [['Ban Quản lý các khu công nghiệp tỉnh Lam Giang', '12', '3']],
    });
    expect(render([long], 32)).toBe(
      [
        'Đơn vị                Đạt  Thiếu',
        '────────────────────────────────',
        'Ban Quản lý các khu    12      3',
        'công nghiệp tỉnh Lam',
        'Giang',
      ].join('\n'),
    );
    const label = (name: string) => ({ label: name, align: 'left' }) as const;
    const many = tableBlock({
      title: null,
      columns: [label('Đơn vị hành chính'), label('Trình độ chuyên môn'), label('Lý luận chính trị')],
      rows: [
        ['Phường Nam Lam', 'Thạc sĩ Luật', ''],
        ['Xã Mỹ Lộc Đông', 'Đại học', 'Trung cấp'],
      ],
    });
    expect(render([many], 24)).toBe(
      [
        'Đơn vị hành chính:',
        'Phường Nam Lam',
        'Trình độ chuyên môn:',
        'Thạc sĩ Luật',
        '',
        'Đơn vị hành chính: Xã Mỹ',
        'Lộc Đông',
        'Trình độ chuyên môn: Đại',
        'học',
        'Lý luận chính trị: Trung',
        'cấp',
      ].join('\n'),
    );
    expect(render([tableBlock({ rows: [] })])).toBe('Theo đơn vị\nChưa có dòng nào.');
  });

  it('says a picture in words and where a file is to be had', () => {
    expect(render([pictureBlock('Ba phần.')])).toBe('Hình: Ba phần.');
    expect(render([fileBlock()])).toContain('Tệp hồ sơ của tôi.json (14 byte): anh/chị mở trang trò chuyện');
  });

  it('keeps every line within the terminal and lets no cell move the cursor', () => {
    const hostile = tableBlock({ rows: [['\u001b[2Ja\nb', '1', 'x'.repeat(200)]] });
    for (const width of [20, 33, 80]) {
      const shown = renderForTerminal(
        { ...recordReply, blocks: [...recordReply.blocks, hostile] },
        { width, colour: false },
      );
      expect(shown).not.toMatch(/[^\P{Cc}\n]/u);
      for (const line of shown.split('\n')) expect(columns(line)).toBeLessThanOrEqual(width);
    }
  });
});

describe('wrapping', () => {
  it('counts what is seen: one column for a letter with its marks, two for an emoji', () => {
    expect(columns('ệ'.normalize('NFD'))).toBe(1);
    expect(columns('😀')).toBe(2);
    expect(wrapWords('aa bb cc', 5)).toEqual(['aa bb', 'cc']);
    expect(wrapWords('aa\nbb', 5)).toEqual(['aa', 'bb']);
    expect(wrapWords('abcdefg hi', 3)).toEqual(['abc', 'def', 'g', 'hi']);
  });
});
