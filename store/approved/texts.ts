/** What is said of approved answers and of votes that cannot be stored. */
export const approvedTexts = {
  onlyOffice: 'Việc này dành cho cán bộ phụ trách đơn vị và quản trị.',
  unknown: (id: number) => `Không có câu trả lời số ${id}, hoặc anh/chị không được xem.`,
  badQuestions: 'Cần ít nhất một câu hỏi, mỗi câu không quá 500 ký tự.',
  tooManyQuestions: 'Mỗi câu trả lời có tối đa 20 cách hỏi.',
  badWords: 'Câu trả lời không được để trống và không quá 4.000 ký tự.',
  noSources:
    'Câu trả lời duyệt phải có ít nhất một căn cứ. Anh/chị thêm căn cứ, ví dụ: điều 12 quyết định 915/2026.',
  badExpiry: 'Ngày hết hạn chưa đúng, ví dụ: 31/12/2027.',
} as const;
