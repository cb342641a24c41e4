/** What is said to a question that cannot be asked of the documents. */
export const questionTexts = {
  empty: 'Anh/chị chưa nhập câu hỏi. Hãy gõ điều cần tra cứu rồi gửi lại.',
  tooLong: (length: number, most: number) =>
    `Câu hỏi dài ${length} ký tự, quá ${most} ký tự. Anh/chị rút ngắn, hỏi từng ý một giúp nhé.`,
  noWords: 'Tôi chưa thấy chữ nào trong câu hỏi. Anh/chị gõ câu hỏi bằng lời giúp nhé.',
} as const;
