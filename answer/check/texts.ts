import type { FailureKind } from './reasons.ts';

/** What is said to staff of a sentence that was not shown. */
export const checkTexts = {
  reasons: {
    no_source: 'không nêu căn cứ',
    unknown_source: 'dẫn căn cứ không có trong kết quả tra cứu',
    validity: 'không nói đúng hiệu lực của văn bản',
    wrong_number: 'con số không khớp với điều khoản',
    wrong_unit: 'đơn vị tính không khớp với điều khoản',
    wrong_limit: 'mức tối thiểu, tối đa không khớp với điều khoản',
    wrong_date: 'ngày tháng không khớp với điều khoản',
    wrong_document: 'số hiệu văn bản không khớp với căn cứ',
    wrong_provision: 'điều, khoản không khớp với căn cứ',
    wrong_quote: 'câu trích không có trong điều khoản',
    negation: 'nói ngược điều khoản (có thành không hoặc không thành có)',
    modality: 'đổi bắt buộc thành được phép hoặc ngược lại',
    swapped_subject: 'nhầm đối tượng, cơ quan hoặc cấp',
    opposite: 'dùng từ trái nghĩa với điều khoản',
    uncovered: 'có ý không thấy trong điều khoản',
  } satisfies Record<FailureKind, string>,
} as const;
