import { describe, expect, it } from 'vitest';
import type { Intent } from './intent.ts';
import { recognise } from './recognise.ts';

const summary = (words: string): Intent => ({ kind: 'summary', what: { words } });
const contrast = (one: string, other: string | null, topic: string | null = null): Intent => ({
  kind: 'contrast',
  what: { one, other },
  topic,
  output: 'chat',
});

describe('a task', () => {
  it.each<[string, Intent]>([
    ['Tóm tắt Quyết định 915/2026/QĐ-UBND giúp tôi', summary('Quyết định 915/2026/QĐ-UBND')],
    ['tom tat quyet dinh 915', summary('quyet dinh 915')],
    ['hãy tóm tắt giúp em nội dung chính của NĐ 171/2025 với ạ', summary('NĐ 171/2025')],
    ['tóm lược kế hoạch bồi dưỡng năm 2027', summary('kế hoạch bồi dưỡng năm 2027')],
    ['/tomtat 57-QĐ/TW', summary('57-QĐ/TW')],
    ['so sánh quyết định 915 với 958', contrast('quyết định 915', '958')],
    [
      'so sanh quyet dinh 915 va quyet dinh 958 ve so ngay boi duong',
      contrast('quyet dinh 915', 'quyet dinh 958', 'so ngay boi duong'),
    ],
    [
      'So sánh NĐ 101/2017/NĐ-CP với NĐ 171/2025/NĐ-CP về đền bù chi phí?',
      contrast('NĐ 101/2017/NĐ-CP', 'NĐ 171/2025/NĐ-CP', 'đền bù chi phí'),
    ],
    ['so sánh hai phiên bản của quyết định 915', contrast('quyết định 915', null)],
    ['/doichieu 915 và 958 về học trực tuyến', contrast('915', '958', 'học trực tuyến')],
    [
      'giải thích dễ hiểu khoản 2 Điều 5 Quyết định 915',
      { kind: 'explain', what: { words: 'khoản 2 Điều 5 Quyết định 915' } },
    ],
    [
      'soạn công văn trả lời về thời gian bồi dưỡng hằng năm',
      { kind: 'draft_reply', question: 'thời gian bồi dưỡng hằng năm' },
    ],
    ['/duthao', { kind: 'draft_reply', question: null }],
  ])('is recognised: “%s”', (text, intent) => {
    expect(recognise(text)).toEqual(intent);
  });

  it.each([
    'tóm tắt điều 5 nghị định 233',
    'tóm tắt giúp tôi các yêu cầu của quyết định 915',
    'tóm tắt quyết định 915 về kinh phí',
    'bản tóm tắt lý lịch gồm những gì',
    'so sánh công chức với viên chức',
    'so sánh mức hỗ trợ ở quyết định 915 với 958',
    'giải thích từ ngữ bồi dưỡng là gì',
    'ai soạn công văn cử đi học',
  ])('is none, but a question: “%s”', (text) => {
    expect(recognise(text)).toBeNull();
  });
});
