import type { DirectiveKind } from '../../../domain/directive.ts';

/** What the terminal itself says to people. Answers come from the core. */
export const texts = {
  greeting:
    'Đạt Chuẩn – hỏi đáp quy định đào tạo, bồi dưỡng cán bộ, trích dẫn đúng điều khoản.\n' +
    'Gõ câu hỏi rồi Enter; gõ số để mở mục được gợi ý; /vanban xem văn bản, /trogiup xem cách hỏi, /thoat để ra.',
  prompt: '› ',
  goodbye: 'Chào anh/chị.',
  choices: 'Gõ số để xem:',
  warningMark: '⚠',
  trouble: 'Tôi gặp trục trặc nên chưa trả lời được. Anh/chị hỏi lại giúp tôi nhé.',
  noChoice: (most: number) => `Chỉ có các mục từ 1 đến ${most}. Anh/chị gõ lại số, hoặc gõ câu hỏi.`,
  page: (page: number) => `trang ${page}`,
  effective: (day: string) => `hiệu lực từ ${day}`,
  kind: (kind: DirectiveKind) => (kind === 'press' ? 'bài báo' : null),
  sample: 'văn bản mẫu',
} as const;

/** Any of these ends the chat. */
export const farewells: ReadonlySet<string> = new Set(['/thoat', '/thoát', '/exit', '/quit']);
