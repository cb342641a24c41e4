import { messengerTexts } from '../texts.ts';

/** Everything that the Zalo bot itself says to people. Answers come from the core. */
export const texts = {
  ...messengerTexts,
  sourcesTitle: 'Nguồn:',
  chooseNext: 'Anh/chị chọn tiếp:',
  answerWith: (count: number) => `Trả lời ${numbers(count)} (trong 15 phút).`,
  noSuchChoice: (count: number) =>
    `Tôi không có lựa chọn đó. Anh/chị trả lời ${numbers(count)} giúp tôi nhé.`,
  choicesExpired: 'Các lựa chọn trước đã quá 15 phút nên tôi không giữ nữa. Anh/chị hỏi lại giúp tôi nhé.',
  /** Zalo gives voices out as AAC. */
  voiceName: 'tin-thoai.aac',
  notTextOrVoice:
    'Cảm ơn anh/chị. Trên Zalo tôi đọc được tin nhắn chữ và nghe được tin thoại, chưa xem được ảnh, tệp, nhãn dán. ' +
    'Anh/chị gõ câu hỏi về quy định đào tạo, bồi dưỡng cán bộ giúp tôi nhé; gõ /trogiup để xem cách hỏi.',
  notText:
    'Cảm ơn anh/chị. Trên Zalo tôi mới đọc được tin nhắn chữ, chưa xem được ảnh, tệp, nhãn dán và chưa nghe được tin thoại. ' +
    'Anh/chị gõ câu hỏi về quy định đào tạo, bồi dưỡng cán bộ giúp tôi nhé; gõ /trogiup để xem cách hỏi.',
  privateOnly:
    'Hồ sơ cá nhân tôi chỉ trả lời trong cuộc trò chuyện riêng, không trả lời trong nhóm. Anh/chị nhắn riêng cho tôi nhé.',
  fileLink: (file: string, url: string, time: string) => `${file}, tải trong ${time} tại:\n${url}`,
  restLink: (url: string, time: string) =>
    `Câu trả lời còn dài. Anh/chị đọc trọn vẹn trong ${time} tại:\n${url}`,
  restLeftOut:
    'Câu trả lời còn dài, tôi chưa gửi hết ở đây. Anh/chị mở trang trò chuyện trên web để đọc trọn vẹn, hoặc hỏi cụ thể hơn giúp tôi nhé.',
  leftOut: (what: readonly string[]) =>
    `Tôi chưa gửi được ${what.join(', ')} qua Zalo. Anh/chị mở trang trò chuyện trên web, hỏi lại câu này để xem và tải nhé.`,
  aPicture: 'hình minh họa',
  aFile: (name: string) => `tệp ${name}`,
  /** How long a link is good for. */
  minutes: (count: number) => (count % 60 === 0 ? `${count / 60} giờ` : `${count} phút`),
  fullTextName: 'tra-loi.txt',
  linkGone: 'Liên kết này không đúng hoặc đã hết hạn. Anh/chị hỏi lại trên Zalo để nhận liên kết mới nhé.',
} as const;

/** `1`, `1 hoặc 2`, `1, 2 hoặc 3`, `một số từ 1 đến 9`. */
function numbers(count: number): string {
  if (count > 5) return `một số từ 1 đến ${count}`;
  const all = Array.from({ length: count }, (_, index) => String(index + 1));
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} hoặc ${all.at(-1)}`;
}

/** What the person who runs the product is told. None of it holds the token or the secret. */
export const operatorTexts = {
  ready: (name: string, byWebhook: boolean) =>
    `Zalo: bot ${name} đã sẵn sàng (nhận tin ${byWebhook ? 'qua webhook' : 'bằng cách hỏi máy chủ Zalo'}).`,
  offline: (reason: string) =>
    `Zalo: chưa kết nối được máy chủ Zalo Bot (${reason}). Các kênh khác vẫn chạy; tôi tự thử lại cho đến khi được.`,
  backOnline: 'Zalo: đã kết nối lại.',
  badToken:
    'Zalo: ZALO_BOT_TOKEN không đúng hoặc đã được đặt lại nên kênh này tạm nghỉ; các kênh khác vẫn chạy. ' +
    'Hãy lấy mã mới trong Zalo Bot Creator (mở từ OA “Zalo Bot Manager”), sửa trong tệp .env rồi khởi động lại; ' +
    'nếu mã cũ dùng lại được thì ít phút sau kênh tự chạy tiếp.',
  webhookRefused: (description: string) =>
    `Zalo: máy chủ Zalo không nhận địa chỉ webhook (${description}) nên kênh này tạm nghỉ, ít phút sau tôi thử lại. PUBLIC_URL phải là địa chỉ https mở được từ ` +
    'Internet; nếu chưa có, hãy để trống ZALO_BOT_WEBHOOK_SECRET để nhận tin không cần webhook.',
  quota:
    'Zalo: bot đã hết hạn mức tin nhắn nên có câu trả lời chưa gửi được. Hãy xem gói dịch vụ trong Zalo Bot Creator.',
} as const;
