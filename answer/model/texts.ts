import type { FailureKind } from '../check/reasons.ts';

/** What is said to a model, besides the prompts. */
export const modelTexts = {
  tools: {
    search:
      'Tìm điều khoản trong các văn bản đã nạp. question: câu hỏi đủ ý; as_of: ngày YYYY-MM-DD nếu hỏi quy định của ngày khác.',
    read: 'Đọc một điều khoản theo tên: “khoản 2 Điều 18 Nghị định 233/2026/NĐ-CP”.',
    compare: 'Đọc 2–4 điều khoản để so sánh.',
    list: 'Danh sách văn bản đã nạp.',
    mine: 'Hiển thị cho người hỏi họ còn thiếu gì so với tiêu chuẩn.',
    whatIf: 'Như my_requirements, nhưng giả sử người hỏi giữ chức danh này.',
  },
  nothing: 'Không tìm thấy.',
  moreDocuments: (count: number) => `… và ${count} văn bản nữa.`,
  shown: 'Đã hiển thị cho người hỏi.',
  notShown: 'Không hiển thị được hồ sơ.',
  gap: (lines: readonly string[]) => `Đã hiển thị cho người hỏi. Kết quả:\n${lines.join('\n')}`,
  history: (questions: readonly string[]) =>
    `Các câu hỏi trước, chỉ để hiểu câu hỏi này:\n${questions.map((question) => `- ${question}`).join('\n')}\n\n`,
  noSources: 'Chưa có nguồn nào; hãy tra bằng công cụ.',
  problem: (at: number, text: string, reasons: readonly string[], sources: readonly number[]) =>
    `${at}. “${text}” (nguồn ${sources.join(', ') || 'không có'}): ${reasons.join('; ')}`,
  reason: (kind: FailureKind, found: string, instead: string | undefined) =>
    `${reasons[kind]}: “${found}”${instead === undefined ? '' : `, nguồn ghi “${instead}”`}`,
} as const;

const reasons: Readonly<Record<FailureKind, string>> = {
  no_source: 'không nêu nguồn',
  unknown_source: 'nêu nguồn không có',
  validity: 'nói sai hoặc không nói về hiệu lực',
  wrong_number: 'sai con số',
  wrong_unit: 'sai đơn vị tính',
  wrong_limit: 'sai mức tối thiểu hoặc tối đa',
  wrong_date: 'sai ngày',
  wrong_document: 'sai văn bản',
  wrong_provision: 'sai điều khoản',
  wrong_quote: 'trích sai lời',
  negation: 'sai ý khẳng định hoặc phủ định',
  modality: 'sai ý phải hoặc được',
  swapped_subject: 'sai chủ thể',
  opposite: 'dùng từ trái nghĩa',
  uncovered: 'nguồn không nói điều này',
};
