import type { AnswerView } from '../../bot/channels/web/approved/views.ts';
import type { VoteReason } from '../../store/approved/asked.ts';

/** Everything that the pages of approved answers say to people. */
export const texts = {
  title: 'Câu trả lời duyệt',
  newTitle: 'Soạn câu trả lời',
  answerTitle: (id: number) => `Câu trả lời số ${id}`,
  back: 'Câu trả lời duyệt',
  compose: 'Soạn câu mới',
  failed: 'Chưa nối được với máy chủ. Anh/chị thử lại sau ít phút nhé.',

  how: 'Câu hỏi trùng ý được trả lời bằng lời đã duyệt trước khi tra cứu. Căn cứ bị sửa, hết hiệu lực là câu trả lời tự ngừng để xem lại.',
  none: 'Chưa có câu trả lời duyệt nào.',
  filter: 'Lọc theo trạng thái',
  all: 'Tất cả',
  states: {
    in_force: 'Đang dùng',
    proposed: 'Chờ duyệt',
    review: 'Cần xem lại',
    expired: 'Hết hạn',
    withdrawn: 'Đã rút',
  } satisfies Readonly<Record<AnswerView['state'], string>>,
  approvedBy: (by: string, title: string | null, day: string) =>
    `${by}${title === null ? '' : ` (${title})`} duyệt ngày ${day}`,
  proposedBy: (by: string) => `${by} soạn`,
  until: (day: string) => `dùng đến hết ${day}`,

  askedTitle: 'Câu hỏi chưa trả lời được hoặc bị chê',
  askedHow:
    'Trong 180 ngày, nhiều nhất trước. Câu hỏi đã bỏ dấu, bỏ tên người và số giấy tờ; không lưu ai hỏi.',
  askedNone: 'Không có câu hỏi nào.',
  counts: (asked: number, notFound: number, unsure: number, good: number, bad: number) =>
    [
      `${asked} lượt hỏi`,
      ...(notFound > 0 ? [`${notFound} không thấy căn cứ`] : []),
      ...(unsure > 0 ? [`${unsure} chưa chắc`] : []),
      ...(good > 0 ? [`👍 ${good}`] : []),
      ...(bad > 0 ? [`👎 ${bad}`] : []),
    ].join(' · '),
  last: (day: string) => `gần nhất ${day}`,
  reasons: {
    wrong_source: 'sai căn cứ',
    off_topic: 'không đúng câu hỏi',
    outdated: 'hết hiệu lực',
    unclear: 'khó hiểu',
    other: 'ý khác',
  } satisfies Readonly<Record<VoteReason, string>>,
  write: 'Viết câu trả lời',
  writeTo: (question: string) => `Viết câu trả lời cho “${question}”`,
  close: 'Bỏ qua',
  closeOf: (question: string) => `Bỏ qua “${question}”`,

  questions: 'Các cách hỏi, mỗi dòng một câu',
  questionsHow:
    'Có dấu hay không dấu, viết tắt đều hiểu. Số, năm, cấp, đối tượng khác là câu hỏi khác. Dòng đầu là tên của câu trả lời.',
  words: 'Lời trả lời',
  sources: 'Căn cứ',
  noSource: 'Cần ít nhất một căn cứ.',
  remove: 'Bỏ',
  removeOf: (label: string) => `Bỏ căn cứ ${label}`,
  search: 'Tìm căn cứ',
  searchHow: 'Gõ tên điều khoản (khoản 1 điều 12 quyết định 915/2026) hoặc điều cần tìm.',
  searchGo: 'Tìm',
  searching: 'Đang tìm…',
  searchNone: 'Không thấy điều khoản nào đang có hiệu lực.',
  add: 'Thêm',
  addOf: (label: string) => `Thêm căn cứ ${label}`,
  expires: 'Dùng đến hết ngày',
  save: 'Lưu',
  saved: 'Đã lưu. Sửa xong phải duyệt lại.',
  approve: 'Duyệt',
  approverTitle: 'Chức danh người duyệt (hiện dưới câu trả lời)',
  approved: 'Đã duyệt: từ giờ câu hỏi trùng ý được trả lời bằng lời này.',
  withdraw: 'Rút, không dùng nữa',
  withdrawn: 'Đã rút.',
  recite: 'Đã đọc lại căn cứ',
  recited: 'Đã lấy lời căn cứ như hôm nay. Anh/chị duyệt lại để dùng.',
} as const;
