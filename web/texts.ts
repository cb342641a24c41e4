/** `share`: how much of the question, in words: `82%`. */
type Sentence = (share: string) => string;

/** Everything the page says to people. */
export const texts = {
  name: 'Đạt Chuẩn',
  tagline: 'Tra quy định đào tạo, bồi dưỡng',
  skipToComposer: 'Đến ô nhập câu hỏi',
  skipToPage: 'Đến nội dung trang',
  chat: 'Hỏi đáp',
  thread: 'Câu hỏi và câu trả lời',
  log: 'Các lượt hỏi đáp',

  documentsButton: 'Văn bản',
  documentsTitle: 'Văn bản đã nạp',
  documentsEmpty:
    'Chưa có văn bản nào. Người quản trị có thể nạp văn bản bằng lệnh “npm run -s cli -- ingest TỆP”.',
  documentsCount: (count: number) => `${count} văn bản`,

  account: {
    link: 'Liên kết hồ sơ',
    linkHow:
      'Để hỏi về hồ sơ của mình, anh/chị xin cán bộ tổ chức của đơn vị một mã liên kết gồm 8 ký tự, dùng một lần, trong 24 giờ. Nhập mã xong, tôi cho anh/chị xem mã mở hồ sơ nào và hỏi lại trước khi liên kết. Khi chạy thử, mã của người mẫu in ở cửa sổ dòng lệnh.',
    code: 'Mã liên kết',
    codeExample: 'Ví dụ: ABCD-2345. Viết hoa, viết thường hay thiếu gạch nối đều được.',
    codeWrong: 'Chưa đúng dạng mã: mã gồm đúng 8 chữ cái và chữ số, ví dụ ABCD-2345.',
    go: 'Tiếp tục',
    cancel: 'Thôi',
    failed: 'Chưa nối được với máy chủ. Anh/chị thử lại sau ít phút nhé.',
    menu: (name: string) => `Đang dùng hồ sơ của ${name}. Mở danh mục.`,
    signedIn: 'Đã liên kết với hồ sơ của',
    own: [
      { label: 'Tôi còn thiếu gì', send: 'tôi còn thiếu gì' },
      { label: 'Hồ sơ của tôi', send: 'hồ sơ của tôi' },
      { label: 'Khi nào phải học lại', send: '/hoclai' },
      { label: 'Ai đã xem hồ sơ', send: 'ai đã xem hồ sơ của tôi' },
      { label: 'Dữ liệu của tôi', send: 'dữ liệu của tôi' },
    ],
    staffTitle: 'Đơn vị phụ trách',
    staff: [
      { label: 'Bảng chỉ tiêu', send: '/chitieu' },
      { label: 'Ai còn thiếu gì', send: '/aithieu' },
      { label: 'Thống kê', send: '/thongke' },
    ],
    manage: 'Quản lý văn bản',
    signOut: 'Đăng xuất',
    signOutFailed: 'Chưa đăng xuất được vì không nối được với máy chủ. Anh/chị thử lại nhé.',
    signedOut: 'Đã đăng xuất. Các câu hỏi và câu trả lời trên trang này đã được xóa.',
  },

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
  attachPhoto: 'Gửi ảnh chụp câu hỏi',
  attachVoice: 'Gửi ảnh chụp hoặc đoạn ghi âm câu hỏi',
  sentFile: (name: string) => `Câu hỏi trong tệp ${name}`,
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
  /** What is said of a provision that is not in force, and nothing where it is or where nobody knows. */
  force: { in_force: null, unknown: null, not_yet: 'Chưa có hiệu lực', superseded: 'Đã hết hiệu lực' },
  succession: {
    replaced: 'Lời đang có hiệu lực:',
    repealed: 'Bãi bỏ theo:',
    coming: (day: string) => `Từ ngày ${day} được thay bằng:`,
    comingRepeal: (day: string) => `Từ ngày ${day} bị bãi bỏ theo:`,
  },
  openCitation: 'Mở trong văn bản:',
  copy: 'Chép',
  copyMeaning: (index: number) => `Chép nguồn ${index} cùng trích dẫn`,
  copied: 'Đã chép',
  copyFailed: 'Chưa chép được',
  showAll: 'Xem hết đoạn trích',
  showLess: 'Thu gọn',
  personal: 'Chỉ anh/chị thấy câu trả lời này.',
  finding: {
    status: { met: 'Đạt', missing: 'Thiếu', unknown: 'Chưa đủ dữ liệu' },
    fact: 'Trong hồ sơ',
    due: 'Thời hạn',
    settledBy: 'Để biết chắc',
    nextStep: 'Việc nên làm',
    provision: 'Căn cứ:',
    open: 'Mở điều khoản',
    copyMeaning: (label: string) => `Chép điều khoản cùng trích dẫn: ${label}`,
  },
  table: { name: 'Bảng', noRows: 'Chưa có dòng nào.' },
  picture: {
    inWords: 'Xem bằng chữ',
    moreBelow: 'Chi tiết ở mục “Xem bằng chữ” dưới hình.',
    save: 'Tải hình',
    fileName: (day: string) => `dat-chuan-${day}.png`,
  },
  file: {
    save: 'Tải về',
    kind: 'Tệp',
    kindOf: (ending: string) => `Tệp ${ending}`,
    kinds: {
      xlsx: 'Bảng tính Excel',
      docx: 'Văn bản Word',
      pdf: 'Văn bản PDF',
      csv: 'Bảng CSV',
      json: 'Dữ liệu JSON',
      png: 'Hình PNG',
    },
  },
  choices: 'Có thể anh/chị cũng quan tâm',
  reasons: {
    open: 'Vì sao có kết quả này?',
    words: 'Từ khớp với câu hỏi, kèm phần góp vào điểm',
    share: (percent: number) => (percent < 1 ? '<1%' : `${percent}%`),
    places: { heading: 'đề mục', body: 'nội dung', title: 'tên văn bản', definition: 'được định nghĩa' },
    origins: { synonym: 'đồng nghĩa', corrected: 'sửa lỗi gõ' },
    absent: (words: string) => `Không thấy trong đoạn: ${words}.`,
    factors: 'Điều nâng hoặc hạ thứ hạng',
    raises: 'Nâng hạng:',
    lowers: 'Hạ hạng:',
    near: 'Các đoạn xếp sau',
    beside: (percent: number) => `bằng ${percent}% điểm của nguồn 1`,
    nearWords: 'Từ khớp',
    /** By the key of a factor: what it says when it raised a passage, and when it lowered it. */
    factorSentences: new Map<string, { readonly raises: Sentence; readonly lowers: Sentence }>([
      [
        'focus',
        {
          raises: (share) => `Một dòng của đoạn giữ ${share} câu hỏi.`,
          lowers: () => 'Câu hỏi nằm rải rác qua nhiều dòng.',
        },
      ],
      [
        'expected',
        {
          raises: () => 'Có con số, ngày hoặc định nghĩa mà câu hỏi cần.',
          lowers: () => 'Không thấy con số, ngày hoặc định nghĩa mà câu hỏi cần.',
        },
      ],
      ['diacritics', { raises: () => 'Khớp dấu với câu hỏi.', lowers: () => 'Khác dấu với câu hỏi.' }],
      [
        'in_force',
        {
          raises: () => 'Có hiệu lực vào ngày hỏi.',
          lowers: () => 'Không có hiệu lực vào ngày hỏi.',
        },
      ],
      [
        'issued',
        { raises: () => 'Là văn bản ban hành.', lowers: () => 'Là bài báo, không phải văn bản ban hành.' },
      ],
      [
        'provision',
        {
          raises: () => 'Nằm trong một điều khoản.',
          lowers: () => 'Nằm ở phần đầu văn bản, không thuộc điều khoản nào.',
        },
      ],
      [
        'heading_fit',
        {
          raises: (share) => `Đề mục nói đúng điều được hỏi (${share}).`,
          lowers: () => 'Đề mục nói điều khác.',
        },
      ],
      [
        'definition',
        {
          raises: () => 'Định nghĩa đúng điều được hỏi.',
          lowers: () => 'Không định nghĩa điều được hỏi.',
        },
      ],
      [
        'document',
        {
          raises: () => 'Văn bản này còn đoạn khác cũng khớp với câu hỏi.',
          lowers: () => 'Trong văn bản này không còn đoạn nào khác khớp với câu hỏi.',
        },
      ],
      [
        'vector',
        { raises: () => 'Gần nghĩa với câu hỏi.', lowers: () => 'Xa nghĩa với câu hỏi dù trùng từ.' },
      ],
    ]),
    /** Instead of a percentage, where none was measured. */
    somePart: 'một phần',
  },
  effectiveFrom: (day: string) => `hiệu lực từ ${day}`,

  unreachable:
    'Chưa gửi được câu hỏi: không nối được với máy chủ. Câu hỏi vẫn còn ở trên, anh/chị bấm “Thử lại” nhé.',
  refused: 'Máy chủ chưa trả lời được lúc này. Câu hỏi vẫn còn ở trên, anh/chị bấm “Thử lại” nhé.',
  interrupted:
    'Câu trả lời bị ngắt giữa chừng nên có thể còn thiếu. Anh/chị bấm “Thử lại” để hỏi lại từ đầu nhé.',
  stopped: 'Đã dừng câu trả lời này.',
  retry: 'Thử lại',

  standing: {
    replaced: 'Đây là bản cũ, đã có bản mới thay thế.',
    withdrawn: 'Văn bản này đã được gỡ, không còn dùng để trả lời.',
    open: 'Mở bản mới',
  },
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
