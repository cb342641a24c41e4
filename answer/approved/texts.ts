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
} as const;
