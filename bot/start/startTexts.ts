import type { DatabaseLocation } from '../../config.ts';

/** What `npm start` says to the person who runs it. */
export const startTexts = {
  opening: (location: DatabaseLocation) =>
    location.engine === 'postgres'
      ? 'Đạt Chuẩn đang mở PostgreSQL (DATABASE_URL)…'
      : `Đạt Chuẩn đang mở cơ sở dữ liệu nhúng trong ${location.folder} …`,
  samplesTitle: 'Nạp văn bản mẫu',
  sampleFailed: (file: string, why: string) => `✗ ${file}: ${why}`,
  loaded: (count: number) => `Đã nạp ${count} văn bản.`,
  withModel: (name: string, isLocal: boolean) =>
    `  Soạn câu trả lời bằng mô hình ${name} (${isLocal ? 'trong máy, trong cơ quan' : 'ở ngoài; tên người và số giấy tờ được che trước khi gửi'}); từng câu được đối chiếu với văn bản.`,
  byMeaning: (model: string) =>
    `Tìm theo từ ngữ và theo nghĩa (mô hình ${model}); vectơ còn thiếu được tính dần.`,
  watching: (folder: string) => `Theo dõi thư mục ${folder}: tệp đặt vào đây được nhận và chờ duyệt.`,
  reindexing: (count: number) =>
    `Chương trình có bản mới: đang lập lại chỉ mục của ${count} văn bản. Vẫn hỏi được như thường.`,
  reindexed: (count: number) => `Đã lập lại chỉ mục của ${count} văn bản.`,
  rosterLoaded: (count: number) => `Đã nạp ${count} hồ sơ mẫu và các yêu cầu mẫu – chưa thẩm định.`,
  cadre: 'cán bộ',
  communeStaff: 'cán bộ tổ chức cấp phường',
  provinceStaff: 'cán bộ tổ chức cấp tỉnh',
  adminName: 'Quản trị viên mẫu',
  admin: 'quản trị văn bản',
  tourTitle:
    '  Dùng thử với người mẫu (hư cấu): bấm “Liên kết hồ sơ” trên trang, hoặc nhắn /lienket MÃ. Mỗi mã dùng một lần, trong 24 giờ;\n  mã in ra ở lần chạy trước mà chưa dùng thì không còn dùng được:',
  tourCode: (code: string, name: string, role: string) => `    ${code}  ${name} – ${role}`,
  ready: (url: string) => `\n✓ Mở trình duyệt tại ${url} để hỏi.`,
  workerReady: (url: string) =>
    `\n✓ Tiến trình trả lời (ROLE=worker) đã chạy; tình trạng xem tại ${url}/readyz.`,
  withoutTelegram:
    '  Telegram: chưa bật. Đặt TELEGRAM_BOT_TOKEN trong tệp .env (xin mã ở @BotFather) rồi chạy lại.',
  withoutZalo:
    '  Zalo: chưa bật. Đặt ZALO_BOT_TOKEN (tạo bot ở OA “Zalo Bot Manager”) hoặc ZALO_OA_APP_ID trong tệp .env rồi chạy lại.',
  next: ({ engine }: DatabaseLocation) =>
    [
      '  Nạp văn bản của mình: quản trị văn bản bấm vào tên mình trên trang, chọn “Quản lý văn bản”.',
      // The embedded database is open to one program at a time.
      `  Hoặc dùng lệnh${engine === 'pglite' ? ' (dừng chương trình trước, bằng Ctrl-C)' : ''}: npm run -s cli -- ingest TỆP`,
      '  Kiểm tra máy và cấu hình: npm run -s cli -- doctor',
      '  Dừng: Ctrl-C',
    ].join('\n'),
  stopping: '\nĐang dừng…',
  stopFailed: (error: unknown) =>
    `Có phần dừng chưa sạch: ${error instanceof Error ? error.message : String(error)}`,
  failed: (error: unknown) =>
    `Không khởi động được: ${error instanceof Error ? error.message : String(error)}. Chạy \`npm run -s cli -- doctor\` để kiểm tra.`,
} as const;
