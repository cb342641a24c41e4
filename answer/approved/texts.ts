/** What is said of sources that cannot found an approved answer. */
export const approvedTexts = {
  sourceGone:
    'Không tìm thấy điều khoản này trong văn bản đang dùng. Anh/chị kiểm tra lại số hiệu, điều, khoản.',
  sourcePress: (document: string) =>
    `“${document}” là bài báo, chỉ để tham khảo, không làm căn cứ cho câu trả lời duyệt được.`,
  sourceNotInForce: (document: string) =>
    `Hôm nay điều khoản này của ${document} không (hoặc chưa rõ có) hiệu lực, nên không làm căn cứ được.`,
  sourceUnclear: (written: string) =>
    `Tôi chưa rõ “${written}” là điều khoản nào. Anh/chị ghi đủ, ví dụ: khoản 1 điều 12 quyết định 915/2026.`,
  givenGone: 'Câu trả lời này đã quá lâu nên không còn lưu. Anh/chị hỏi lại rồi bấm duyệt.',
  givenWithoutSource:
    'Câu trả lời này không có căn cứ nên chưa duyệt được. Anh/chị viết câu trả lời kèm căn cứ.',
  askedGone: (id: number) => `Không còn câu hỏi số ${id} trong danh sách chưa trả lời.`,
  sourcesFirst: (id: number) =>
    `Căn cứ của câu số ${id} đã đổi hoặc không còn hiệu lực. Anh/chị đọc lại căn cứ, sửa lời nếu cần và xác nhận căn cứ rồi hãy duyệt.`,
  expiryFirst: (id: number) => `Câu số ${id} đã hết hạn. Anh/chị đặt ngày hết hạn mới rồi duyệt.`,
} as const;
