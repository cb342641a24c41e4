import type { Citation } from '../../domain/citation.ts';
import type { Block, Choice, FindingBlock, Reply } from '../message.ts';
import type { FileBlock, TableBlock } from '../reply/blockWords.ts';

/** Invented replies for the tests of the channels. */

const citation: Citation = {
  directiveId: 3,
  provisionId: 18,
  document: 'Nghị định 900/2031/NĐ-CP',
  heading: null,
  path: ['Chương II', 'Điều 18', 'khoản 2'],
  quote: 'Người được cử đi bồi dưỡng phải còn đủ tuổi công tác & có "đơn" đề nghị.',
  start: 100,
  end: 172,
  page: 5,
  kind: 'issued',
  sample: false,
  effective: '2031-07-01',
  inForce: true,
  validity: 'in_force',
  until: null,
  supersededBy: null,
  changes: [],
};

export function quoteBlock(changes: Partial<Citation> = {}, index = 1): Block {
  return {
    kind: 'quote',
    index,
    citation: { ...citation, ...changes },
    label: 'khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP (hiệu lực từ 01/7/2031)',
    // Only pages show it: what the other faces make of a quote says nothing of it.
    reason: {
      words: [{ word: 'bồi dưỡng', origin: 'asked', share: 1, places: ['body'] }],
      absent: ['kinh phí'],
      factors: [{ factor: 'focus', value: 0.8, times: 2.6 }],
      score: 12.5,
    },
  };
}

export function textBlock(text: string, tone: 'plain' | 'note' | 'warning' | 'title' = 'plain'): Block {
  return { kind: 'text', text, tone };
}

export function quotedReply(blocks: readonly Block[], choices: readonly Choice[] = []): Reply {
  return { outcome: 'quoted', blocks, choices };
}

export function findingBlock(changes: Partial<FindingBlock> = {}): FindingBlock {
  return {
    kind: 'finding',
    status: 'missing',
    title: 'Trung cấp lý luận chính trị trở lên',
    basis: 'Chức danh đang giữ: Chủ tịch UBND xã',
    reason: 'Hồ sơ chỉ có sơ cấp lý luận chính trị, yêu cầu từ trung cấp.',
    fact: 'Sơ cấp lý luận chính trị, cấp 12/2019',
    due: 'Còn hạn đến 01/3/2032',
    settledBy: [],
    nextStep: 'Đăng ký lớp trung cấp lý luận chính trị.',
    label: 'khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP (hiệu lực từ 01/7/2031)',
    quote: 'Chủ tịch UBND xã có trình độ trung cấp lý luận chính trị & quản lý nhà nước.',
    citation: {
      ...citation,
      quote: 'Chủ tịch UBND xã có trình độ trung cấp lý luận chính trị & quản lý nhà nước.',
    },
    mark: 'mẫu – chưa thẩm định',
    ...changes,
  };
}

export const unknownFinding: FindingBlock = findingBlock({
  status: 'unknown',
  title: 'Bồi dưỡng quốc phòng và an ninh',
  reason: 'Hồ sơ chưa ghi trình độ quốc phòng và an ninh.',
  fact: null,
  due: null,
  settledBy: ['Nếu có chứng nhận đối tượng 3: đạt.', 'Nếu không: thiếu.'],
  nextStep: null,
  citation: null,
  mark: null,
});

export function tableBlock(changes: Partial<TableBlock> = {}): TableBlock {
  return {
    kind: 'table',
    title: 'Theo đơn vị',
    columns: [
      { label: 'Đơn vị', align: 'left' },
      { label: 'Đạt', align: 'right' },
      { label: 'Thiếu', align: 'right' },
    ],
    rows: [
      ['Phường Nam Lam', '12', '3'],
      ['Xã Mỹ Lộc Đông', '8', '10'],
    ],
    ...changes,
  };
}

/** One grey pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

export function pictureBlock(alt = 'Đạt 5 trên 8 yêu cầu. Thiếu 2, chưa đủ dữ liệu 1.', png = PIXEL): Block {
  return { kind: 'picture', png, width: 1, height: 1, alt };
}

export function fileBlock(name = 'hồ sơ của tôi.json'): FileBlock {
  return {
    kind: 'file',
    name,
    mediaType: 'application/json',
    base64: Buffer.from('{"mẫu":true}').toString('base64'),
  };
}

/** Speaks of an invented person's record, in every kind of block. */
export const recordReply: Reply = {
  outcome: 'record',
  blocks: [
    textBlock('Anh/chị đạt 5/8 yêu cầu', 'title'),
    findingBlock(),
    pictureBlock(),
    unknownFinding,
    tableBlock(),
    fileBlock(),
  ],
  choices: [{ label: 'Hồ sơ của tôi', send: '/hoso' }],
  personal: true,
};

export const sampleReply: Reply = quotedReply(
  [
    textBlock('Theo quy định, người được cử đi học cần còn đủ tuổi công tác.'),
    quoteBlock(),
    textBlock('Mức tin cậy: cao.', 'note'),
  ],
  [
    { label: 'khoản 3 Điều 18 Nghị định 900/2031/NĐ-CP', send: '/xem 3.19' },
    { label: 'Điều 19 Nghị định 900/2031/NĐ-CP', send: '/xem 3.20' },
  ],
);

export const documentsReply: Reply = {
  outcome: 'document',
  blocks: [
    textBlock('Tôi đang có 2 văn bản:'),
    {
      kind: 'documents',
      documents: [
        {
          directiveId: 1,
          name: 'Nghị định 900/2031/NĐ-CP',
          title: 'Quy định về bồi dưỡng <ngắn hạn>',
          kind: 'issued',
          sample: true,
          effective: '2031-02-01',
        },
        {
          directiveId: 2,
          name: 'Quận Ví Dụ mở lớp cho cán bộ trẻ',
          title: 'Quận Ví Dụ mở lớp cho cán bộ trẻ',
          kind: 'press',
          sample: false,
          effective: null,
        },
      ],
    },
    { kind: 'list', items: ['Chương I. Quy định chung', 'Chương II. Lớp học'] },
  ],
  choices: [],
};
