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
  fileSaved: (file: string, path: string) => `${file}: đã lưu vào ${path}`,
  fileNotSaved: (file: string) =>
    `${file}: tôi chưa ghi được vào thư mục này. Anh/chị kiểm tra quyền ghi, chỗ trống trên đĩa rồi hỏi lại, hoặc tải tệp ở trang trò chuyện.`,
  fileElsewhere: (file: string) => `${file}: anh/chị mở trang trò chuyện trên trình duyệt để tải tệp này.`,
  page: (page: number) => `trang ${page}`,
  effective: (day: string) => `hiệu lực từ ${day}`,
  kind: (kind: DirectiveKind) => (kind === 'press' ? 'bài báo' : null),
  sample: 'văn bản mẫu',
} as const;

/** Any of these ends the chat. */
export const farewells: ReadonlySet<string> = new Set(['/thoat', '/thoát', '/exit', '/quit']);
