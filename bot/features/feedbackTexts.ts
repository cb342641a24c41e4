import type { VoteReason } from '../../store/approved/asked.ts';

/** What is said of approved answers and of votes on answers. */
export const feedbackTexts = {
  approved: (day: string, by: string, title: string | null) =>
    `Đã được cán bộ duyệt ngày ${day}, người duyệt: ${by}${title === null ? '' : ` (${title})`}.`,
  sample: 'Văn bản mẫu – chưa thẩm định, không dùng làm căn cứ thật.',
  good: '👍',
  bad: '👎',
  approveThis: 'Soạn câu trả lời duyệt',
  thanks: 'Cảm ơn anh/chị đã góp ý.',
  whyBad: 'Cảm ơn anh/chị. Câu trả lời chưa ổn ở chỗ nào?',
  reasons: {
    wrong_source: 'Sai căn cứ',
    off_topic: 'Không đúng câu hỏi',
    outdated: 'Hết hiệu lực',
    unclear: 'Khó hiểu',
    other: 'Ý khác',
  } satisfies Readonly<Record<VoteReason, string>>,
  ownWords:
    'Anh/chị viết góp ý trong tin nhắn tiếp theo nhé. Tôi không lưu tên, số điện thoại hay số giấy tờ.',
  noted: 'Tôi đã ghi góp ý và chuyển cho cán bộ phụ trách văn bản.',
  forgotten: 'Câu trả lời này đã quá lâu nên không góp ý được nữa. Anh/chị hỏi lại giúp nhé.',
  unnamed: 'Ở đây tôi không nhận góp ý được. Anh/chị nhắn riêng cho tôi nhé.',
} as const;
