import type { DirectiveKind } from '../../domain/directive.ts';

/** What every messenger says to people in the same words. */
export const messengerTexts = {
  warningMark: '⚠️',
  statusMarks: { met: '✅', missing: '❌', unknown: '❔' },
  provisionMark: '📖',
  nothingToShow: 'Tôi chưa có nội dung để trả lời. Anh/chị thử hỏi lại bằng câu khác nhé.',
  trouble:
    'Tôi gặp trục trặc nên chưa trả lời trọn vẹn được. Anh/chị gửi lại câu hỏi sau ít phút giúp tôi nhé.',
  pictureName: 'hinh.png',
  page: (page: number) => `trang ${page}`,
  force: (hasEnded: boolean) => (hasEnded ? 'đã hết hiệu lực' : 'chưa có hiệu lực'),
  kind: (kind: DirectiveKind) => (kind === 'press' ? 'bài báo, không phải văn bản ban hành' : null),
  sample: 'văn bản mẫu',
  effective: (day: string) => `hiệu lực từ ${day}`,
} as const;

/** Why a server was not reached, inside a sentence to the person who runs the product. */
export const networkReasons = {
  status: (code: number) => `mã ${code}`,
  silent: 'không trả lời',
  malformed: 'trả lời không đúng dạng',
  network: 'lỗi mạng',
} as const;
