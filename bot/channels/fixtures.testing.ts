import type { Citation } from '../../domain/citation.ts';
import type { Block, Choice, Reply } from '../message.ts';

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
};

export function quoteBlock(changes: Partial<Citation> = {}, index = 1): Block {
  return {
    kind: 'quote',
    index,
    citation: { ...citation, ...changes },
    label: 'khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP (hiệu lực từ 01/7/2031)',
  };
}

export function textBlock(text: string, tone: 'plain' | 'note' | 'warning' = 'plain'): Block {
  return { kind: 'text', text, tone };
}

export function quotedReply(blocks: readonly Block[], choices: readonly Choice[] = []): Reply {
  return { outcome: 'quoted', blocks, choices };
}

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
