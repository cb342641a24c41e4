const on = (is: boolean) => (is ? 'đã bật' : 'chưa bật');

/** What the doctor says of the machine, the configuration and the database. */
export const doctorTexts = {
  ready: 'Máy sẵn sàng chạy Đạt Chuẩn.',
  notReady: 'Còn điều phải sửa trước khi chạy (dấu ✗).',

  nodeTooOld: (least: string) =>
    `Cần Node.js ${least} trở lên; trên Linux x64, \`npm ci\` tự mang theo bản phù hợp.`,

  config: 'Cấu hình',
  configured: (
    port: number,
    channels: { readonly telegram: boolean; readonly bot: boolean; readonly oa: boolean },
  ) =>
    `cổng web ${port}, Telegram ${on(channels.telegram)}, Zalo Bot ${on(channels.bot)}, Zalo OA ${on(channels.oa)}`,

  database: 'Cơ sở dữ liệu',
  server: 'PostgreSQL',
  embedded: (folder: string) => `nhúng, thư mục ${folder}`,
  unlocked: (where: string) => `${where}, khóa đang rảnh`,
  notCreated: (where: string) => `${where}: chưa được tạo`,
  create: 'Chạy `npm start` để tạo.',
  schema: 'Lược đồ dữ liệu',
  schemaNewest: 'mới nhất',
  schemaPending: (steps: number) => `còn ${steps} bước nâng cấp`,
  schemaUpgrade: 'Lần chạy tới sẽ tự nâng cấp; hãy sao lưu trước.',
  records: 'Hồ sơ và yêu cầu',
  recordsStored: (people: number, rules: number, unapproved: number) =>
    `${people} hồ sơ, ${rules} yêu cầu${unapproved > 0 ? ` (${unapproved} chưa duyệt)` : ''}`,
  login: 'Phân quyền theo dòng',
  loginEmbedded: 'mỗi lần đọc hồ sơ chạy dưới vai trò không vượt quyền được',
  loginWeak: 'tài khoản của chương trình không vượt quyền được',
  documents: 'Văn bản',
  stored: (directives: number, passages: number) => `${directives} văn bản, ${passages} đoạn tra cứu`,
  loadSamples: 'Nạp văn bản mẫu: npm run -s cli -- sample',

  meaning: 'Tìm theo nghĩa',
  meaningOff: 'chưa bật – câu hỏi chỉ được tìm theo từ ngữ',
  meaningLost:
    'Không có thì câu hỏi dùng lời thường khác hẳn chữ trong văn bản có thể không tìm thấy. Muốn bật: đặt EMBEDDING_BASE_URL và EMBEDDING_MODEL.',
  meaningOn: (model: string, dimension: number) => `mô hình ${model}, ${dimension} chiều`,
  meaningFails: (sentence: string) => `${sentence} Trong lúc đó chỉ tìm theo từ ngữ.`,
  vectors: 'Vectơ',
  vectorsStored: (vectors: number, passages: number, indexed: boolean) =>
    `${vectors}/${passages} đoạn${indexed ? ', có chỉ mục' : ''}`,
  vectorsMissing:
    'Chạy `npm run -s cli -- embed`, hoặc để `npm start` tính dần. Dưới 90 % thì chỉ tìm theo từ ngữ.',

  tools: {
    pdftotext: {
      use: 'đọc PDF chính xác hơn',
      install:
        'Không có thì vẫn đọc được PDF, kém hơn với phông chữ lạ. Debian/Ubuntu: apt-get install poppler-utils',
    },
    pdftoppm: {
      use: 'vẽ trang PDF quét nhanh và đúng phông',
      install: 'Không có thì vẫn đọc được PDF quét, chậm hơn. Debian/Ubuntu: apt-get install poppler-utils',
    },
    tesseract: {
      use: 'nhận dạng chữ trong bản quét và ảnh chụp',
      install:
        'Không có thì vẫn đọc được bản quét bằng bộ nhận dạng kèm theo (tesseract.js), chậm hơn. Debian/Ubuntu: apt-get install tesseract-ocr (dữ liệu tiếng Việt đã kèm sẵn)',
    },
  },
  toolMissing: (use: string) => `chưa cài – dùng để ${use}`,
  toolFound: (version: string, use: string) => `${version} – ${use}`,

  fonts: 'Phông chữ tiếng Việt',
  fontFamilies: (count: number) => `${count} họ phông`,
  noFonts: 'máy này không có phông nào',
  installFonts:
    'Chỉ cần khi mở trình duyệt ngay trên máy này. Debian/Ubuntu: apt-get install fonts-noto-core',
  fontsUnknown: 'không kiểm tra được (thiếu fc-list)',
} as const;
