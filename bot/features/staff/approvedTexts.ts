import type { Doubt } from '../../../answer/approved/standing.ts';

/** What staff are told of unanswered questions and approved answers. */
export const approvedTexts = {
  commands: {
    unanswered: 'câu hỏi chưa trả lời được, bị chê (cán bộ tổ chức, quản trị)',
    approved: 'câu trả lời duyệt: soạn, sửa, duyệt (cán bộ tổ chức, quản trị)',
  },
  noneUnanswered: 'Trong 180 ngày qua không có câu hỏi nào chưa trả lời được hoặc bị chê.',
  unansweredTitle: (newest: boolean) =>
    newest ? 'Câu hỏi chưa trả lời được, mới nhất trước' : 'Câu hỏi chưa trả lời được, nhiều nhất trước',
  unansweredNote:
    'Câu hỏi đã bỏ dấu và bỏ tên người, số giấy tờ; không lưu ai hỏi. Viết câu trả lời: /duyetcauhoi cau SỐ CĂN CỨ: LỜI.',
  unansweredLine: (id: number, key: string, counts: string, last: string) =>
    `Số ${id} – “${key}” (${counts}; gần nhất ${last})`,
  counts: (asked: number, notFound: number, unsure: number, bad: number, good: number) =>
    [
      `${asked} lượt hỏi`,
      ...(notFound > 0 ? [`${notFound} không thấy`] : []),
      ...(unsure > 0 ? [`${unsure} chưa chắc`] : []),
      ...(bad > 0 ? [`👎 ${bad}`] : []),
      ...(good > 0 ? [`👍 ${good}`] : []),
    ].join(', '),
  reasonsLine: (reasons: string) => `Lý do: ${reasons}`,
  wordsLine: (words: string) => `Góp ý: “${words}”`,
  writeAnswer: (id: number) => `Số ${id}: viết câu trả lời`,
  closeQuestion: (id: number) => `Số ${id}: bỏ qua`,
  closed: (id: number) =>
    `Đã bỏ câu hỏi số ${id} khỏi danh sách; hỏi lại mà vẫn chưa trả lời được thì hiện lại.`,
  notClosed: 'Chỉ quản trị bỏ câu hỏi khỏi danh sách được.',
  newestFirst: 'Mới nhất trước',
  mostFirst: 'Nhiều nhất trước',
  howToWrite: (id: number) =>
    `Anh/chị gõ căn cứ rồi câu trả lời, cách nhau bằng dấu hai chấm, ví dụ: /duyetcauhoi cau ${id} khoản 1 điều 12 quyết định 915/2026: Mỗi năm tối thiểu 05 ngày.`,
  noneApproved:
    'Chưa có câu trả lời duyệt nào. Quản trị bấm “Soạn câu trả lời duyệt” dưới một câu trả lời, hoặc gõ /chuatraloi.',
  listTitle: 'Câu trả lời duyệt',
  line: (id: number, state: string, question: string) => `Số ${id} (${state}): ${question}`,
  states: {
    proposed: 'chờ duyệt',
    in_force: 'đang dùng',
    expired: 'hết hạn',
    review: 'cần xem lại',
    withdrawn: 'đã rút',
  },
  doubts: {
    gone: 'văn bản đã bị gỡ hoặc thay, hoặc không còn điều khoản này',
    changed: 'lời văn đã đổi',
    not_in_force: 'không còn (hoặc chưa rõ còn) hiệu lực',
    amended: 'đã được sửa đổi, bổ sung sau khi duyệt',
  } satisfies Readonly<Record<Doubt, string>>,
  doubt: (source: string, why: string) => `Đã tự ngừng, chờ xem lại. ${source}: ${why}.`,
  cardTitle: (id: number, state: string) => `Câu trả lời số ${id} – ${state}`,
  questions: 'Các cách hỏi:',
  approvedBy: (by: string, title: string | null, day: string) =>
    `Duyệt ngày ${day}, người duyệt: ${by}${title === null ? '' : ` (${title})`}.`,
  proposedBy: (by: string) => `Người soạn: ${by}.`,
  expires: (day: string) => `Dùng đến hết ngày ${day}.`,
  expiredOn: (day: string) => `Đã hết hạn từ sau ngày ${day}.`,
  howToEdit: (id: number) => [
    `Sửa lời: /duyetcauhoi ${id} loi LỜI MỚI`,
    `Thêm cách hỏi: /duyetcauhoi ${id} hoi CÂU HỎI`,
    `Đặt lại căn cứ: /duyetcauhoi ${id} cancu khoản 1 điều 12 quyết định 915/2026`,
    `Đặt hạn: /duyetcauhoi ${id} han 31/12/2027`,
    `Duyệt kèm chức danh: /duyetcauhoi ${id} duyet Trưởng phòng Tổ chức`,
  ],
  approve: 'Duyệt',
  withdraw: 'Rút',
  recite: 'Đã đọc lại căn cứ',
  openCard: (id: number) => `Xem số ${id}`,
  back: 'Danh sách',
  onlyAdminsDecide: 'Anh/chị soạn được, còn sửa và duyệt là việc của quản trị.',
  badDate: 'Tôi chưa đọc được ngày. Ví dụ: 31/12/2027.',
} as const;
