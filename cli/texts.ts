/** Everything the command line says to people. Answers come from the core, refusals of files from `ingest`. */
export const texts = {
  product: 'Đạt Chuẩn – hỏi đáp quy định đào tạo, bồi dưỡng cán bộ, trích đúng điều khoản',
  helpAfterError: '(thêm --help để xem cách dùng)',
  commands: {
    sample: 'nạp các văn bản mẫu đi kèm sản phẩm',
    ingest: 'đọc và nạp văn bản ngay, không qua duyệt; mọi định dạng đọc được, cả ZIP và thư',
    documents: 'liệt kê các văn bản đã nạp',
    read: 'chỉ đọc một tệp và cho xem kết quả, không lưu gì',
    search: 'tìm những đoạn văn bản khớp với câu hỏi, xếp từ khớp nhất',
    ask: 'trả lời câu hỏi bằng trích dẫn, kèm căn cứ',
    embed: 'tính vectơ cho những đoạn văn bản chưa có, để tìm cả theo nghĩa',
    chat: 'hỏi đáp trong cửa sổ dòng lệnh',
    doctor: 'kiểm tra máy, cấu hình, cơ sở dữ liệu và nói cần làm gì',
  },
  /** What stands in the place of an argument in the help. */
  arguments: {
    files: '<tệp...>',
    filesMeaning: 'tệp hoặc thư mục',
    file: '<tệp>',
    question: '[câu hỏi]',
  },
  options: {
    json: 'in một giá trị JSON ra đầu ra chuẩn',
    db: ['--db <nơi>', 'thư mục cơ sở dữ liệu nhúng, hoặc postgres://…'],
    count: ['-k <số>', 'số kết quả'],
    explain: 'nói vì sao mỗi đoạn đứng ở thứ hạng ấy: từ, trọng số, yếu tố',
    batch: [
      '--batch <tệp>',
      'mỗi dòng một câu hỏi, hoặc JSON mỗi dòng với trường question; - là đầu vào chuẩn',
    ],
    asOf: ['--as-of <ngày>', 'xét hiệu lực tại ngày này (2026-07-01 hoặc 01/7/2026), mặc định là hôm nay'],
    status: 'chỉ xem đã tính đến đâu, không tính gì',
    notPositive: 'phải là số nguyên dương.',
  },

  failed: (sentence: string) => `✗ ${sentence}`,
  questionMissing: 'Thiếu câu hỏi. Hãy ghi câu hỏi trong ngoặc kép, hoặc dùng --batch TỆP.',
  dayWrong: (written: string) => `Ngày “${written}” chưa đúng. Hãy ghi dạng 2026-07-01 hoặc 01/7/2026.`,
  batchUnreadable: (path: string) => `Không đọc được tệp câu hỏi “${path}”. Hãy kiểm tra lại đường dẫn.`,
  batchNotJson: (path: string, line: number) =>
    `Tệp câu hỏi “${path}”, dòng ${line}: không phải JSON hợp lệ.`,
  batchNoQuestion: (path: string, line: number) =>
    `Tệp câu hỏi “${path}”, dòng ${line}: thiếu trường "question" kiểu chuỗi.`,
  nothingToIngest: (folder: string) =>
    `Thư mục “${folder}” không có tệp nào đọc được (PDF, DOCX, HTML, TXT, Markdown).`,
  pathMissing: (path: string) => `Không thấy tệp hoặc thư mục “${path}”. Hãy kiểm tra lại đường dẫn.`,
  fileUnreadable: (path: string) => `Không đọc được tệp “${path}”. Hãy kiểm tra đường dẫn và quyền đọc.`,

  noDocuments:
    'Chưa có văn bản nào. Chạy lệnh `sample` để nạp văn bản mẫu, hoặc `ingest TỆP` để nạp văn bản của mình.',
  nothingFits: 'Không có đoạn nào khớp.',
  readAs: (question: string) => `Tôi đọc câu hỏi là: “${question}”.`,

  ingesting: 'Đang nạp văn bản',
  ingestFailed: (file: string, why: string) => `✗ ${file}: ${why}`,
  ingested: (file: string, document: string, what: string) => `✓ ${file}: ${document} – ${what}`,
  knownBefore: 'đã nạp từ trước',
  storedNow: (provisions: number) => `đã nạp, ${provisions} điều khoản`,

  read: {
    format: 'Định dạng',
    kind: 'Là',
    kinds: { press: 'bài báo, trang tin', issued: 'văn bản ban hành' },
    number: 'Số/ký hiệu',
    type: 'Loại',
    issuer: 'Cơ quan ban hành',
    issued: 'Ngày ban hành',
    effective: 'Ngày hiệu lực',
    title: 'Trích yếu',
    signer: 'Người ký',
    place: 'Nơi ban hành',
    unseen: '(không thấy)',
    relations: {
      replaces: 'Thay thế',
      repeals: 'Bãi bỏ',
      amends: 'Sửa đổi',
      supplements: 'Bổ sung',
      corrects: 'Đính chính',
      guides: 'Hướng dẫn, quy định chi tiết',
      basis: 'Căn cứ',
    },
    requirementsOf: (whose: string) => `Đề xuất tiêu chuẩn – ${whose}:`,
    noTitle: 'chưa rõ chức danh',
    targets: 'Đề xuất chỉ tiêu:',
    partly: 'một phần',
    byTitle: 'theo trích yếu',
    byPreamble: 'phần căn cứ',
    whole: 'Cả văn bản',
    bounds: { from: 'hiệu lực từ', until: 'đến hết' },
    counts: (provisions: number, passages: number) => `Điều khoản: ${provisions}, đoạn tra cứu: ${passages}`,
  },
} as const;
