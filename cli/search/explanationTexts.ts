/** What `search --explain` says. */
export const explanationTexts = {
  named: 'Câu hỏi gọi đúng tên điều khoản này nên đứng đầu, không phải xếp hạng.',
  term: 'Từ',
  heading: 'Đề mục',
  body: 'Nội dung',
  title: 'Tên văn bản',
  /** In how many passages of all documents the term stands. */
  passages: 'Số đoạn',
  weight: 'Trọng số',
  points: 'Điểm',
  inTitle: 'có',
  sum: 'Cộng các từ',
  moreTerms: (count: number) => `… và ${count} từ nữa`,
  origins: { asked: '', synonym: ' (đồng nghĩa)', corrected: ' (sửa lỗi gõ)' },
  definition: (words: string) => `định nghĩa “${words}”`,
  absent: (terms: string) => `Không có trong đoạn: ${terms}`,
  factor: 'Yếu tố',
  measured: 'Đo được',
  times: 'Nhân với',
  /** By the key of a factor; a key that is not here is shown as it is. */
  factors: new Map([
    ['focus', 'một dòng giữ phần lớn câu hỏi'],
    ['expected', 'dòng có con số, ngày hoặc định nghĩa được hỏi'],
    ['diacritics', 'khớp dấu'],
    ['in_force', 'hiệu lực vào ngày hỏi'],
    ['issued', 'văn bản ban hành (so với bài báo)'],
    ['provision', 'nằm trong điều khoản (so với phần đầu văn bản)'],
    ['heading_fit', 'đề mục nói đúng điều được hỏi'],
    ['definition', 'định nghĩa điều được hỏi'],
    ['document', 'văn bản còn đoạn khác cũng khớp'],
    ['vector', 'gần nghĩa'],
  ]),
  score: (score: string, lexical: string, vector: string) =>
    `Điểm xếp hạng: ${score}   Hạng theo từ: ${lexical}   Hạng theo nghĩa: ${vector}`,
  unranked: 'không có',
} as const;
