import { shownName } from '../../../ingest/texts.ts';
import { messengerTexts } from '../texts.ts';

const sharePhoneButton = '📱 Chia sẻ số điện thoại của tôi';

/** Everything that the Telegram channel itself says to people. Answers come from the core. */
export const texts = {
  ...messengerTexts,
  sourcesTitle: 'Nguồn',
  copy: (number: string) => `📋 ${number}`,
  stopped: 'Tôi đã dừng câu trả lời đang soạn.',
  nothingToStop: 'Hiện không có câu trả lời nào đang soạn để dừng.',
  joined: (username: string) =>
    'Chào cả nhóm, tôi là Đạt Chuẩn, tra quy định đào tạo, bồi dưỡng cán bộ và trích đúng điều khoản. Trong nhóm tôi chỉ trả lời khi được gọi: ' +
    `viết @${username} và câu hỏi, trả lời tin của tôi, hoặc gõ /vanban@${username}. Hồ sơ cá nhân tôi chỉ trả lời riêng: https://t.me/${username}`,
  stopDescription: 'dừng câu trả lời đang soạn',
  askInPrivate: 'Hỏi riêng Đạt Chuẩn',
  cutHere: '(Lời văn còn tiếp; anh/chị mở trò chuyện riêng với tôi để xem đủ.)',
  oldButton:
    'Nút này không còn dùng được. Anh/chị gõ lại câu hỏi, hoặc gõ /trogiup để xem cách hỏi giúp tôi nhé.',
  chooseBelow: 'Anh/chị chọn một mục dưới đây:',
  notText:
    'Tôi mới đọc được tin nhắn chữ và tệp văn bản, chưa nghe, xem được ghi âm, phim hay nhãn dán. ' +
    'Anh/chị gõ câu hỏi về quy định đào tạo, bồi dưỡng cán bộ giúp tôi nhé; ' +
    'gõ /vanban để xem các văn bản tôi đang có, /trogiup để xem cách hỏi.',
  notOwnPhone:
    `Tôi chỉ nhận số điện thoại của chính anh/chị, gửi bằng nút “${sharePhoneButton}” mà tôi đưa ra khi ` +
    'anh/chị liên kết hồ sơ. Số của người khác hay danh thiếp chuyển tiếp tôi không dùng và không lưu.',
  sharePhoneButton,
  sharePhone: 'Anh/chị bấm nút dưới ô nhập tin để chia sẻ số điện thoại của chính mình.',
  phoneReceived: 'Tôi đã nhận số điện thoại của anh/chị.',
  privateOnly: (username: string) =>
    'Hồ sơ cá nhân tôi chỉ trả lời trong cuộc trò chuyện riêng, không trả lời trong nhóm. ' +
    `Anh/chị mở https://t.me/${username} rồi hỏi lại giúp tôi nhé.`,
  pictureNotSent: 'Tôi chưa gửi được hình qua Telegram. Anh/chị mở trang trò chuyện trên web để xem nhé.',
  fileName: 'tep',
  voiceName: 'ghi-am',
  photoName: 'anh',
  tooLargeForTelegram: (name: string) =>
    `Tệp “${shownName(name)}” lớn hơn 20 MB nên Telegram không cho tôi tải. Anh/chị tải tệp lên ở trang web, hoặc chia nhỏ (nén ZIP, ` +
    'tách phụ lục, quét với độ phân giải thấp hơn) rồi gửi lại.',
  notFetched: (name: string) =>
    `Tôi chưa tải được tệp “${shownName(name)}” từ Telegram nên chưa lưu gì. Anh/chị gửi lại sau ít phút, hoặc tải lên ở trang web giúp tôi.`,
  fileNotSent: (name: string) =>
    `Tôi chưa gửi được tệp ${name} qua Telegram. Anh/chị mở trang trò chuyện trên web để tải tệp này nhé.`,
} as const;

/** What Telegram shows of the bot before anybody has written to it: 512 and 120 characters at most. */
export const profile = {
  vi: {
    description:
      'Đạt Chuẩn trả lời câu hỏi về quy định đào tạo, bồi dưỡng cán bộ, công chức bằng đúng lời điều khoản, kèm căn cứ và hiệu lực. ' +
      'Liên kết hồ sơ để biết mình còn thiếu gì; hồ sơ chỉ trả lời riêng cho chính người đó. Bấm Bắt đầu rồi gõ câu hỏi như nói thường ngày.',
    short: 'Hỏi quy định đào tạo, bồi dưỡng cán bộ: trích đúng điều khoản, kèm căn cứ và hiệu lực.',
  },
  en: {
    description:
      'Đạt Chuẩn answers questions about training rules for Vietnamese civil servants in the words of the provisions, with source and validity. ' +
      'Link your record to see what you still lack; records are shown to their owner alone. Ask in Vietnamese, with or without accents.',
    short: 'Training rules for Vietnamese civil servants, quoted with source and validity. In Vietnamese.',
  },
} as const;

/** What the person who runs the product is told. None of it holds the token. */
export const operatorTexts = {
  ready: (username: string, byWebhook: boolean) =>
    `Telegram: bot @${username} đã sẵn sàng${byWebhook ? ' (nhận tin qua webhook)' : ''}, mở https://t.me/${username} để hỏi; ` +
    'quản trị văn bản gửi tệp vào đó để nạp văn bản.',
  inlineIsOff: (username: string) =>
    `Telegram: muốn trích điều khoản ngay trong mọi cuộc trò chuyện (gõ @${username} và câu hỏi), hãy gửi /setinline cho @BotFather rồi khởi động lại.`,
  offline: (reason: string) =>
    `Telegram: chưa kết nối được máy chủ Telegram (${reason}). Các kênh khác vẫn chạy; tôi tự thử lại cho đến khi được. ` +
    'Hãy kiểm tra mạng, hoặc đặt TELEGRAM_API_ROOT nếu mạng này chặn Telegram.',
  backOnline: 'Telegram: đã kết nối lại.',
  badToken:
    'Telegram: TELEGRAM_BOT_TOKEN không đúng hoặc đã bị thu hồi nên kênh này tạm nghỉ; các kênh khác vẫn chạy. ' +
    'Hãy lấy mã mới từ @BotFather, sửa trong tệp .env rồi khởi động lại; nếu mã cũ dùng lại được thì ít phút sau kênh tự chạy tiếp.',
  webhookRefused: (description: string) =>
    `Telegram: máy chủ Telegram không nhận địa chỉ webhook (${description}) nên kênh này tạm nghỉ, ít phút sau tôi thử lại. PUBLIC_URL phải là địa chỉ https mở được ` +
    'từ Internet ở cổng 443, 80, 88 hoặc 8443; nếu chưa có, hãy để trống TELEGRAM_WEBHOOK_SECRET để nhận tin không cần webhook.',
  conflict:
    'Telegram: có một tiến trình khác (hoặc một webhook) đang nhận tin của cùng bot này, nên tin có thể không đến đây. ' +
    'Hãy tắt tiến trình kia, hoặc dùng bot khác; tôi vẫn thử lại, các kênh khác vẫn chạy.',
} as const;
