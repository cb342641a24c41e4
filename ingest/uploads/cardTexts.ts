/** What a card says, in one place. */
export const cardTexts = {
  press: 'bài báo, chỉ để tham khảo',
  effectiveUnknown: 'chưa rõ ngày có hiệu lực',
  effectiveFrom: (day: string) => `hiệu lực từ ${day}`,
  relations: {
    replaces: 'Thay thế',
    repeals: 'Bãi bỏ',
    amends: 'Sửa đổi',
    supplements: 'Bổ sung',
    corrects: 'Đính chính',
    guides: 'Hướng dẫn',
    basis: 'Căn cứ',
  },
  partly: 'một phần',
  unnamed: 'một văn bản không rõ số',
  since: (day: string) => `từ ${day}`,
  whole: 'Cả văn bản',
  effect: (place: string, bound: 'from' | 'until', day: string | null) =>
    bound === 'from'
      ? `${place}: hiệu lực từ ${day ?? 'ngày chưa rõ'}`
      : `${place}: đến hết ${day ?? 'ngày chưa rõ'}`,

  fields: {
    number: 'Số',
    type: 'Loại',
    issuer: 'Cơ quan ban hành',
    issued: 'Ngày ban hành',
    title: 'Trích yếu',
    signer: 'Người ký',
  },
  unseen: 'chưa thấy',
  corrected: ' (đã sửa)',
  contents: (articles: number, provisions: number) =>
    articles === 0 ? `${provisions} điều khoản` : `${articles} Điều, ${provisions} điều khoản`,
  holds: 'Gồm',
  relationsTitle: 'Quan hệ với văn bản khác:',
  effectsTitle: 'Hiệu lực riêng:',
  more: (count: number) => `… và ${count} mục nữa`,
  proposalsTitle: (open: number, all: number) => `Đề xuất yêu cầu, chỉ tiêu (${all}, chưa duyệt ${open}):`,
  proposal: (key: string, whose: string | null, words: string, place: string) =>
    `[${key}] ${whose === null ? '' : `${whose}: `}“${words}”${place === '' ? '' : ` (${place})`}`,
  decisions: { approved: ' – đã duyệt', rejected: ' – không duyệt' },
  kept: (why: string) => ` – giữ làm đề xuất: ${why}`,
  former: (id: number) =>
    `Đúng tệp này đã công bố trước đây (số ${id}), rồi được bản khác thay hoặc bị gỡ; có thể đây là bản cũ.`,
  warningsTitle: 'Cần xem lại:',
  newerVersion: (document: string, id: number) =>
    `Giống văn bản đã có: ${document} (số ${id}) – bản mới hơn? Công bố thì bản này thay bản đó.`,
  alike: (document: string, id: number, percent: number) => `Giống ${percent}% với ${document} (số ${id}).`,
  sameNumber: (document: string, id: number) =>
    `Trùng số hiệu với ${document} (số ${id}), nhưng ngày hoặc cơ quan ban hành khác.`,
} as const;
