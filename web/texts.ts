/** Everything the page says to people. */
export const texts = {
  name: 'Đạt Chuẩn',
  tagline: 'Tra quy định đào tạo, bồi dưỡng',
  skipToComposer: 'Đến ô nhập câu hỏi',
  chat: 'Hỏi đáp',
  thread: 'Câu hỏi và câu trả lời',
  log: 'Các lượt hỏi đáp',

  documentsButton: 'Văn bản',
  documentsTitle: 'Văn bản đã nạp',
  documentsEmpty:
    'Chưa có văn bản nào. Người quản trị có thể nạp văn bản bằng lệnh “npm run -s cli -- ingest TỆP”.',
  documentsCount: (count: number) => `${count} văn bản`,

  themes: {
    auto: 'Giao diện theo hệ thống. Bấm để chuyển sang sáng.',
    light: 'Giao diện sáng. Bấm để chuyển sang tối.',
    dark: 'Giao diện tối. Bấm để theo hệ thống.',
  },

  /** The middle part stands under the marker, as quoted words do. */
  welcomeTitle: ['Anh/chị cần tra ', 'quy định nào', '?'],
  welcomeText:
    'Cứ hỏi như nói thường ngày. Tôi trích nguyên văn điều, khoản liên quan để anh/chị mở ra đối chiếu ngay trong văn bản.',
  samplesTitle: 'Bắt đầu với một câu hỏi',
  startFailed: 'Chưa nối được với máy chủ. Anh/chị vẫn có thể gõ câu hỏi rồi gửi lại sau.',

  question: 'Câu hỏi:',
  composerLabel: 'Câu hỏi của anh/chị',
  composerPlaceholder: 'Nhập câu hỏi',
  composerHint: 'Enter để gửi, Shift + Enter để xuống dòng',
  composerCaution: 'Hãy đối chiếu bản gốc trước khi áp dụng.',
  send: 'Gửi câu hỏi',
  stop: 'Dừng trả lời',
  lengthLeft: (length: string, most: string) => `${length}/${most} ký tự`,
  tooLong: (length: string, most: string) =>
    `Câu hỏi dài ${length} ký tự, tối đa là ${most}. Anh/chị rút gọn giúp nhé.`,

  working: 'Đang tìm trong các văn bản…',
  source: (index: number) => `Nguồn ${index}`,
  sample: 'Mẫu',
  sampleMeaning: 'Văn bản ví dụ đi kèm sản phẩm, không có giá trị pháp lý',
  press: 'Báo chí',
  pressMeaning: 'Bài báo, chỉ để tham khảo',
  notInForce: 'Chưa có hiệu lực',
  openCitation: 'Mở trong văn bản:',
  copy: 'Chép',
  copyMeaning: (index: number) => `Chép nguồn ${index} cùng trích dẫn`,
  copied: 'Đã chép',
  copyFailed: 'Chưa chép được',
  showAll: 'Xem hết đoạn trích',
  showLess: 'Thu gọn',
  choices: 'Có thể anh/chị cũng quan tâm',
  effectiveFrom: (day: string) => `hiệu lực từ ${day}`,

  unreachable:
    'Chưa gửi được câu hỏi: không nối được với máy chủ. Câu hỏi vẫn còn ở trên, anh/chị bấm “Thử lại” nhé.',
  refused: 'Máy chủ chưa trả lời được lúc này. Câu hỏi vẫn còn ở trên, anh/chị bấm “Thử lại” nhé.',
  interrupted:
    'Câu trả lời bị ngắt giữa chừng nên có thể còn thiếu. Anh/chị bấm “Thử lại” để hỏi lại từ đầu nhé.',
  stopped: 'Đã dừng câu trả lời này.',
  retry: 'Thử lại',

  reader: 'Văn bản',
  readerLoading: 'Đang mở văn bản…',
  readerFailed: 'Chưa mở được văn bản này.',
  close: 'Đóng văn bản',
  closeShort: 'Đóng',
  allDocuments: 'Tất cả văn bản',
  toQuote: 'Đến đoạn trích',
  outline: 'Mục lục',
  readingNotes: 'Lưu ý khi đọc tệp này',
  quoted: 'Đoạn được trích',
  facts: {
    number: 'Số, ký hiệu',
    type: 'Loại',
    issuer: 'Cơ quan ban hành',
    issued: 'Ngày ban hành',
    effective: 'Có hiệu lực từ',
    signer: 'Người ký',
    place: 'Nơi ban hành',
  },
  pressFacts: { issuer: 'Nguồn', issued: 'Ngày đăng' },
} as const;
