import { describe, expect, it } from 'vitest';
import { readIds, writeIds } from './idRanges.ts';
import { recognise } from './recognise.ts';

const open = { kind: 'uploads', part: 'open', page: 1 };
const published = { kind: 'uploads', part: 'published', page: 1 };

describe('a wish about documents', () => {
  it.each([
    'văn bản nào đang chờ duyệt?',
    'van ban nao cho duyet',
    'có văn bản nào chờ duyệt không',
    'còn tài liệu nào chưa duyệt không ạ',
    'cho tôi xem danh sách văn bản chờ duyệt',
    'bao nhiêu tệp đang chờ duyệt',
    '/tailieu',
    '/duyet',
  ])('is what waits: “%s”', (text) => {
    expect(recognise(text)).toEqual(open);
  });

  it.each(['văn bản nào đã công bố', 'các văn bản đã công bố', '/tailieu công bố', '/go'])(
    'is what is published: “%s”',
    (text) => {
      expect(recognise(text)).toEqual(published);
    },
  );

  it.each(['nhật ký văn bản', 'xem nhật ký tải lên', 'ai đã công bố văn bản nào', '/nhatky'])(
    'is who did what: “%s”',
    (text) => {
      expect(recognise(text)).toEqual({ kind: 'document_log', page: 1 });
    },
  );

  it.each([
    ['/tailieu 34', { kind: 'published_document', directive: 34 }],
    ['/tailieu congbo 2', { ...published, page: 2 }],
    ['/duyet 12', { kind: 'review', draft: 12, part: 'card', page: 1, again: false }],
    ['/duyet 12 lời trang 3', { kind: 'review', draft: 12, part: 'words', page: 3, again: false }],
    ['/dexuat 12', { kind: 'proposals', draft: 12, page: 1, decide: null }],
    [
      '/dexuat 12 duyệt 1, 3',
      { kind: 'proposals', draft: 12, page: 1, decide: { decision: 'approved', keys: ['1', '3'] } },
    ],
    [
      '/dexuat 12 trang 2 không tất cả',
      { kind: 'proposals', draft: 12, page: 2, decide: { decision: 'rejected', keys: 'all' } },
    ],
    ['/congbo 12', { kind: 'publish', draft: 12, as: null }],
    ['/congbo 12 đồng ý', { kind: 'publish', draft: 12, as: 'as_shown' }],
    ['/congbo 12 thay số 34', { kind: 'publish', draft: 12, as: 34 }],
    ['/bo 12', { kind: 'discard', drafts: [12], confirmed: false }],
    ['/bo 12-14, 17 đồng ý', { kind: 'discard', drafts: [12, 13, 14, 17], confirmed: true }],
    ['/gop 14 12', { kind: 'join', drafts: [14, 12] }],
    ['/go 34 dongy', { kind: 'unpublish', directive: 34, confirmed: true }],
    ['/dunglai 34', { kind: 'republish', directive: 34, confirmed: false }],
    ['dùng lại văn bản số 34', { kind: 'republish', directive: 34, confirmed: false }],
    ['/tep 5', { kind: 'upload', upload: 5, act: 'show' }],
    ['/tep 5 gốc', { kind: 'upload', upload: 5, act: 'file' }],
    ['/tep 5 bỏ đồng ý', { kind: 'upload', upload: 5, act: 'discard_now' }],
    ['/xoa 34 2', { kind: 'delete_document', directive: 34, step: 2 }],
    ['/sosanh 34 với 40', { kind: 'compare', what: { kind: 'stored', one: 34, other: 40 }, page: 1 }],
    ['/sosanh 34', { kind: 'compare', what: { kind: 'stored', one: 34, other: null }, page: 1 }],
    [
      '/sosanh bản 12 34 trang 2',
      { kind: 'compare', what: { kind: 'draft', draft: 12, other: 34 }, page: 2 },
    ],
  ])('is written as a command: “%s”', (text, intent) => {
    expect(recognise(text)).toEqual(intent);
  });

  it.each([
    ['duyệt bản 12', '/duyet 12'],
    ['Công bố bản 12', '/congbo 12'],
    ['bỏ bản số 12 giúp tôi', '/bo 12'],
    ['xem đề xuất của bản 12', '/dexuat 12'],
    ['gỡ công bố văn bản 34', '/go 34'],
    ['xóa văn bản số 34', '/xoa 34'],
    ['so sánh văn bản 34 với văn bản 40', '/sosanh 34 40'],
  ])('is the same in a sentence: “%s”', (sentence, command) => {
    expect(recognise(sentence)).toEqual(recognise(command));
    expect(recognise(command)).not.toBeNull();
  });

  it.each([
    ['so sánh Thông tư 12/2026/TT-BNV với 55/2025/TT-BNV', '12/2026/TT-BNV', '55/2025/TT-BNV'],
    [
      'so sánh nghị định số 12/2026/nđ-cp và nghị định 171/2025/NĐ-CP giúp tôi',
      '12/2026/NĐ-CP',
      '171/2025/NĐ-CP',
    ],
    ['/sosanh 12/2026/TT-BNV 55/2025/TT-BNV', '12/2026/TT-BNV', '55/2025/TT-BNV'],
    ['so sánh hai bản của Thông tư 55/2025/TT-BNV', '55/2025/TT-BNV', null],
  ])('documents are compared by their numbers: “%s”', (text, one, other) => {
    expect(recognise(text)).toEqual({ kind: 'compare', what: { kind: 'numbered', one, other }, page: 1 });
  });

  it.each([
    'so sánh mức phụ cấp ở 12/2026/TT-BNV với 55/2025/TT-BNV',
    'văn bản nào quy định về bồi dưỡng',
    'thẩm quyền duyệt kế hoạch đào tạo',
    'hồ sơ chờ duyệt gồm những gì',
    'nội dung bồi dưỡng: gồm những gì',
    'số tiết tối thiểu: bao nhiêu',
  ])('is none, but a question: “%s”', (text) => {
    expect(recognise(text)).toBeNull();
  });
});

it.each([[[12]], [[12, 13, 14]], [[14, 12, 13, 20, 21]]])(
  'numbers are written short and read the same: %s',
  (ids) => {
    expect(readIds(writeIds(ids))).toEqual(ids);
  },
);

describe('a correction', () => {
  const written = (text: string) => {
    const intent = recognise(text);
    return intent?.kind === 'correct' ? [intent.draft, intent.written] : null;
  };

  it.each([
    ['/sua 12 số=12/2026/QĐ-UBND', 12, { number: '12/2026/QĐ-UBND' }],
    ['/sua 12 so: 5-NQ/TU, ngay ky = 1/7/2026', 12, { number: '5-NQ/TU', issued: '1/7/2026' }],
    ['/sua 12', 12, {}],
    ['số: 12/2026/QĐ-UBND', null, { number: '12/2026/QĐ-UBND' }],
    [
      'Trích yếu: Quy định đào tạo, bồi dưỡng; hiệu lực từ: 01/4/2026\nngười ký: không có',
      null,
      { title: 'Quy định đào tạo, bồi dưỡng', effective: '01/4/2026', signer: '' },
    ],
    ['là: bài báo', null, { kind: 'bài báo' }],
    [`trích yếu: ${'dài '.repeat(200)}hết`, null, { title: `${'dài '.repeat(200)}hết` }],
  ])('names fields: “%s”', (text, draft, fields) => {
    expect(written(text)).toEqual([draft, fields]);
  });
});
