import type { RelationKind } from '../../domain/validity.ts';

const relations: Readonly<Record<RelationKind, string>> = {
  replaces: 'Thay thế',
  repeals: 'Bãi bỏ',
  amends: 'Sửa đổi',
  supplements: 'Bổ sung',
  corrects: 'Đính chính',
  guides: 'Quy định chi tiết, hướng dẫn',
  basis: 'Căn cứ',
};

/** Words that tasks write beside those of the documents. */
export const taskTexts = {
  relations,
  unnamed: 'văn bản khác',
  limitPerson: 'Hôm nay anh/chị đã dùng hết lượt nhờ mô hình nghe, đọc. Anh/chị gõ câu hỏi giúp tôi nhé.',
  limitAll: 'Hôm nay mô hình đã dùng hết định mức. Anh/chị gõ câu hỏi giúp tôi nhé.',
  document: 'Văn bản',
  subject: (topic: string | null) =>
    topic === null ? 'V/v trả lời nội dung ……………' : `V/v trả lời về “${topic}”`,
  opening: (asked: string) =>
    `………… (tên cơ quan) nhận được nội dung đề nghị trả lời: “${asked}”. Sau khi nghiên cứu, ………… trả lời như sau:`,
  wordsOfRules: 'Nguyên văn các quy định nêu trên:',
  quoted: (at: number, place: string, words: string) => `${at}. Theo ${place}: “${words}”`,
  toNote: (warnings: string) => `Lưu ý về hiệu lực: ${warnings}`,
  closing: 'Trên đây là ý kiến của ………… về nội dung đề nghị./.',
  ground: (
    type: string,
    number: string | null,
    issued: string | null,
    issuer: string | null,
    title: string | null,
  ) =>
    [
      `Căn cứ ${type}`,
      ...(number === null ? [] : [`số ${number}`]),
      ...(issued === null ? [] : [`ngày ${issued}`]),
      ...(issuer === null ? [] : [`của ${issuer}`]),
      ...(title === null ? [] : [`“${title}”`]),
    ].join(' '),
} as const;
