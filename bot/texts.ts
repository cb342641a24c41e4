import type { ChangeKind } from '../domain/validity.ts';

const partVerbs: Readonly<Record<ChangeKind, string>> = {
  replaces: 'được thay một phần bằng',
  repeals: 'bị bãi bỏ một phần theo',
  amends: 'được sửa đổi bởi',
  supplements: 'được bổ sung bởi',
  corrects: 'được đính chính bởi',
};

const verbs: Readonly<Record<ChangeKind, string>> = {
  ...partVerbs,
  replaces: 'được thay bằng',
  repeals: 'bị bãi bỏ theo',
  amends: 'được thay bằng',
};

const from = (since: string | null) => (since === null ? '' : ` từ ngày ${since}`);

/** Everything the core says to a person, whatever the channel. */
export const texts = {
  greeting:
    'Chào anh/chị, tôi là Đạt Chuẩn. Anh/chị hỏi về quy định đào tạo, bồi dưỡng cán bộ, tôi trích đúng điều khoản trong các văn bản đã nạp, kèm căn cứ.',
  help: [
    'Gõ câu hỏi như nói thường ngày, có dấu hay không dấu đều được: “điều kiện đi học sau đại học”, “boi duong chuyen vien chinh may tuan”.',
    'Gọi thẳng văn bản, điều khoản: “khoản 2 điều 5 quy định 15/2026”.',
  ],
  command: (name: string, description: string) => `/${name} – ${description}`,
  /** Also the menu that Telegram shows. */
  commands: { documents: 'các văn bản đã nạp', help: 'cách hỏi và ví dụ' },
  limits: 'Tôi chỉ trả lời bằng lời của văn bản đã nạp; không có căn cứ thì tôi nói là chưa tìm thấy.',
  documents: (count: number, page: number, pages: number) =>
    `Đã nạp ${count} văn bản${pages === 1 ? '' : `, trang ${page}/${pages}`}:`,
  nextPage: 'Xem tiếp',
  noDocuments:
    'Chưa có văn bản nào được nạp. Quản trị gửi tệp văn bản cho tôi để nạp, hoặc chạy `npm run -s cli -- ingest TỆP`.',
  effective: (day: string) => `hiệu lực từ ${day}`,
  searching: 'Đang tra cứu văn bản…',
  corrected: (question: string) => `Tôi đọc câu hỏi là: “${question}”.`,
  askedDay: (day: string) => `Tôi tra theo quy định của ngày ${day}, như câu hỏi nêu.`,
  sureness: {
    exact: 'Đúng điều khoản anh/chị gọi tên.',
    high: 'Độ chắc chắn: cao – lời văn khớp với câu hỏi.',
    likely: 'Độ chắc chắn: vừa – anh/chị đọc kỹ xem có đúng điều cần hỏi không, hoặc hỏi cụ thể hơn.',
  },
  sample: 'Văn bản mẫu – chưa thẩm định, không dùng làm căn cứ thật.',
  press: 'Đây là bài báo, chỉ để tham khảo, không phải căn cứ pháp lý.',
  notInForce: (day: string, asOf: string) =>
    `Lưu ý: đến ngày ${asOf} quy định này chưa có hiệu lực (có hiệu lực từ ${day}).`,
  /** Which of the quoted words hold no longer, and which hold instead; numbers are those of the quotes. */
  validity: {
    replaced: (place: string, since: string | null, by: string) =>
      `${place} đã hết hiệu lực${from(since)}, được thay bằng ${by}.`,
    repealed: (place: string, since: string | null, by: string) =>
      `${place} đã hết hiệu lực${from(since)} theo ${by}.`,
    useInstead: (instead: number, old: number) =>
      `Anh/chị dùng lời đang có hiệu lực ở [${instead}]; lời cũ ở [${old}] chỉ để đối chiếu.`,
    onlyOld: (old: number) => `Lời cũ ở [${old}] chỉ để đối chiếu.`,
    lapsed: (place: string, until: string | null) =>
      `${place} đã hết hiệu lực${until === null ? '' : `, chỉ áp dụng đến hết ngày ${until}`}.`,
    unsure: (place: string, by: string) =>
      `Chưa rõ ${place} còn hiệu lực không: ${by} có bãi bỏ hoặc thay thế mà tôi chưa xác định được từ ngày nào, phần nào. Anh/chị kiểm tra trước khi áp dụng.`,
    coming: (place: string, until: string, since: string, verb: string, by: string) =>
      `Lưu ý: ${place} có hiệu lực đến hết ngày ${until}; từ ngày ${since} ${verb} ${by}.`,
    lastDay: (place: string, until: string) => `Lưu ý: ${place} chỉ áp dụng đến hết ngày ${until}.`,
    changed: (place: string, isComing: boolean | null, since: string | null, verb: string, by: string) =>
      `Lưu ý: ${place}${isComing === null ? '' : isComing ? ' sẽ' : ' đã'} ${verb} ${by}${from(since)}.`,
    /** Wholly … */
    verb: (kind: ChangeKind) => verbs[kind],
    /** … or in part. */
    partVerb: (kind: ChangeKind) => partVerbs[kind],
  },
  amendedBy: (document: string, by: readonly string[]) =>
    `Lưu ý: ${document} có nội dung được sửa đổi, bổ sung hoặc bãi bỏ bởi ${by.join('; ')}.`,
  effectUnknown: 'Lưu ý: văn bản không ghi rõ ngày có hiệu lực, anh/chị kiểm tra trước khi áp dụng.',
  amended: (document: string, day: string | null) =>
    `Lưu ý: ${document}${day === null ? '' : ` (hiệu lực từ ${day})`} có sửa đổi, thay thế hoặc bãi bỏ nội dung của văn bản này. Anh/chị xem thêm văn bản đó trước khi áp dụng.`,
  notFound:
    'Chưa tìm thấy căn cứ trong các văn bản đã nạp. Anh/chị thử hỏi bằng từ ngữ khác, hoặc xem /vanban để biết đã có những văn bản nào.',
  documentMissing: (written: string) =>
    `Chưa tìm thấy căn cứ trong các văn bản đã nạp: chưa có văn bản “${written}”. Anh/chị xem /vanban để biết đã có những văn bản nào, hoặc nhờ quản trị nạp thêm.`,
  provisionMissing: (document: string, written: string) =>
    `Chưa tìm thấy căn cứ trong các văn bản đã nạp: ${document} không có ${written}.`,
  alsoMissing: (document: string, missing: readonly string[]) =>
    `${document} không có ${missing.join(', ')}.`,
  whichProvision:
    'Nhiều văn bản có điều khoản này. Chưa tìm thấy căn cứ để biết anh/chị hỏi văn bản nào – anh/chị chọn giúp:',
  whichDocument:
    'Nhiều văn bản có tên như vậy. Chưa tìm thấy căn cứ để biết anh/chị hỏi văn bản nào – anh/chị chọn giúp:',
  seeAlso: 'Xem thêm:',
  nearBesideMissing: 'Những điều khoản gần với câu hỏi trong các văn bản khác:',
  facts: {
    issuer: 'Cơ quan ban hành',
    issued: 'Ngày ban hành',
    effective: 'Ngày có hiệu lực',
    signer: 'Người ký',
    fileName: 'Tệp',
  },
  outline: 'Các phần của văn bản:',
  outlineOf: (label: string) => `${label} dài, gồm:`,
  more: (count: number) => `… và ${count} mục nữa`,
  replacedDocument: (document: string) =>
    `Đây là bản cũ của ${document}, chỉ để đối chiếu trích dẫn trước đây: đã có bản mới hơn thay.`,
  withdrawnDocument: (document: string) => `${document} đã được gỡ, tôi không trả lời theo văn bản này nữa.`,
  removedDocument: (document: string) =>
    `${document} đã bị xóa khỏi kho nên không mở lại được trích dẫn này.`,
  openNewVersion: 'Mở bản mới hơn',
  unknownChoice: 'Không còn thấy điều khoản này. Có thể văn bản đã được nạp lại; anh/chị hỏi lại giúp nhé.',
  withReference: (sentence: string, reference: string) => `${sentence} (Mã báo quản trị: ${reference}.)`,
  onlyInPrivate:
    'Việc này liên quan đến hồ sơ cá nhân nên tôi không trả lời trong nhóm. Anh/chị nhắn riêng cho tôi nhé.',
  linkEnded:
    'Liên kết hồ sơ ở đây vừa được gỡ nên tôi không gửi câu trả lời. Nếu không phải anh/chị làm, hãy báo ngay cán bộ tổ chức.',
  codeShownToGroup:
    'Mã vừa gửi đã lộ trong nhóm nên tôi hủy mã này. Anh/chị xin cán bộ tổ chức mã mới rồi nhắn riêng cho tôi nhé.',
  onlyForStaff:
    'Việc này dành cho cán bộ tổ chức đã liên kết tài khoản và được giao phụ trách đơn vị. Về hồ sơ của mình, anh/chị gõ “tôi còn thiếu gì”.',
  onlyForOffice:
    'Việc này dành cho cán bộ phụ trách đơn vị và quản trị. Anh/chị cần tra quy định thì cứ gõ câu hỏi.',
  onlyForAdmins: 'Việc này dành cho quản trị. Anh/chị cần tra quy định thì cứ gõ câu hỏi, hoặc xem /vanban.',
  documentsOnlyInPrivate:
    'Việc duyệt văn bản tôi chỉ làm trong cuộc trò chuyện riêng. Anh/chị nhắn riêng cho tôi nhé.',
  failure: (reference: string) =>
    `Xin lỗi, tôi gặp trục trặc khi tra cứu. Anh/chị thử lại sau ít phút; nếu vẫn lỗi, báo quản trị mã ${reference}.`,
} as const;
