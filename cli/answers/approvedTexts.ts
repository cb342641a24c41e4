/** What the commands about approved answers and unanswered questions say to people. */
export const approvedTexts = {
  commands: {
    approved:
      'liệt kê các câu trả lời duyệt; kèm số: xem, sửa, duyệt hoặc rút một câu; --question: soạn câu mới',
    unanswered: 'liệt kê câu hỏi chưa trả lời được hoặc bị chê (không có tên người hỏi)',
  },
  arguments: { id: '[số]' },
  options: {
    question: ['--question <câu hỏi...>', 'câu hỏi; với một câu đã có: thêm cách hỏi'],
    words: ['--words <lời>', 'lời của câu trả lời'],
    source: ['--source <điều khoản...>', 'căn cứ, ví dụ: "khoản 1 điều 12 quyết định 915/2026"'],
    expires: ['--expires <ngày>', 'ngày cuối cùng còn dùng, ví dụ 31/12/2027; mặc định một năm'],
    recite: 'lấy lại lời căn cứ như hôm nay (khi đã đọc lại căn cứ đổi)',
    approve: ['--approve [chức danh]', 'duyệt, kèm chức danh người duyệt'],
    withdraw: 'rút, không dùng nữa',
    newest: 'mới nhất trước (mặc định: nhiều nhất trước)',
    close: ['--close <số>', 'bỏ một câu hỏi khỏi danh sách'],
  },
  notAnId: (written: string) => `“${written}” không phải là số của một câu trả lời.`,
  bothWays: 'Chỉ duyệt hoặc rút, không làm cả hai.',
  needed: 'Soạn câu mới cần đủ --question, --words và --source.',
  badDate: (written: string) => `“${written}” không phải là ngày. Ví dụ: 31/12/2027.`,
  none: 'Chưa có câu trả lời duyệt nào.',
  notThere: (id: string) => `Không có câu hỏi số ${id}.`,
  sourceLine: (label: string) => `  căn cứ: ${label}`,
  sourceLost: (label: string) => `  căn cứ: ${label} (không còn)`,
  questionLine: (question: string) => `  hỏi: ${question}`,
  wordsLine: (words: string) => `  đáp: ${words}`,
} as const;
