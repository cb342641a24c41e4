import { texts as zaloTexts } from '../zalo-bot/texts.ts';

/** Everything that the Zalo OA itself says to people. Answers come from the core. */
export const texts = {
  ...zaloTexts,
  notText:
    'Cảm ơn anh/chị. Ở đây tôi đọc được tin nhắn chữ, ảnh và tệp văn bản; tôi chưa xem được nhãn dán, ảnh động, phim, vị trí, danh thiếp ' +
    'và chưa nghe được tin thoại. Anh/chị gõ câu hỏi về quy định đào tạo, bồi dưỡng cán bộ giúp tôi nhé; gõ /trogiup để xem cách hỏi.',
  notTextOrVoice:
    'Cảm ơn anh/chị. Ở đây tôi đọc được tin nhắn chữ, ảnh, tệp văn bản và nghe được tin thoại; tôi chưa xem được nhãn dán, ảnh động, phim, ' +
    'vị trí, danh thiếp. Anh/chị gõ câu hỏi về quy định đào tạo, bồi dưỡng cán bộ giúp tôi nhé; gõ /trogiup để xem cách hỏi.',
  fileTaken: (name: string) =>
    `Tôi đã nhận tệp ${name} và đang đọc. Đọc xong tôi báo anh/chị; gõ /tailieu để xem các tệp đang chờ.`,
  personalFile: (name: string) =>
    `Tệp ${name} là dữ liệu cá nhân, Zalo không nhận loại tệp này và tôi không gửi bằng liên kết. Anh/chị mở trang trò chuyện trên web, hỏi lại câu này để tải nhé.`,
  personalRest:
    'Câu trả lời còn dài, tôi chưa gửi hết ở đây. Anh/chị mở trang trò chuyện trên web, hỏi lại câu này để đọc trọn vẹn nhé.',
  phoneNotOwn:
    'Cảm ơn anh/chị đã chia sẻ thông tin. Để an toàn, tôi không dùng số điện thoại gửi theo cách này để mở hồ sơ. Anh/chị gõ /lienket rồi nhập mã do đơn vị cấp giúp tôi nhé.',
  photoName: 'anh.jpg',
  fileName: 'tep',
  notFetched: (name: string) =>
    `Tôi chưa lấy được tệp ${name} từ Zalo. Anh/chị gửi lại sau ít phút, hoặc tải lên trang web giúp tôi nhé.`,
} as const;

const renewSteps =
  'Cách làm: vào developers.zalo.me → Công cụ → API Explorer, chọn ứng dụng và “OA Access Token”, cho phép, chép Refresh Token mới vào ' +
  'ZALO_OA_REFRESH_TOKEN trong tệp .env rồi khởi động lại. Tin nhắn đến và câu trả lời vẫn được giữ, sẽ gửi tiếp khi có mã mới.';

/** What the person who runs the product is told. None of it holds a token or a secret. */
export const operatorTexts = {
  ready: (name: string) => `Zalo OA: ${name} đã sẵn sàng (nhận tin qua webhook).`,
  noWebhookSecret:
    'Zalo OA: chưa có ZALO_OA_WEBHOOK_SECRET nên chưa nhận tin nào. Hãy đặt địa chỉ webhook (PUBLIC_URL/zalo-oa/webhook) trong ' +
    'developers.zalo.me → ứng dụng → Webhook, chép OA Secret Key hiện ra sau đó vào tệp .env rồi khởi động lại.',
  offline: (reason: string) =>
    `Zalo OA: chưa kết nối được máy chủ Zalo (${reason}). Các kênh khác vẫn chạy; tôi tự thử lại cho đến khi được.`,
  noAccess:
    'Zalo OA: chưa có mã truy cập nên chưa gửi được tin. Các kênh khác vẫn chạy; tôi tự thử lại cho đến khi được.',
  backOnline: 'Zalo OA: đã kết nối lại.',
  refreshFailed: (reason: string) =>
    `Zalo OA: Zalo không nhận refresh token (${reason}). Có thể mã đã được dùng ở nơi khác, đã quá 3 tháng, hoặc chương trình bị tắt đột ngột ` +
    `đúng lúc đang đổi mã; cũng hãy kiểm tra ZALO_OA_APP_ID và ZALO_OA_APP_SECRET. ${renewSteps}`,
  pairLost: `Zalo OA: đã đổi được mã mới nhưng không lưu được vào cơ sở dữ liệu nên mã đó bị mất. ${renewSteps}`,
  refreshOld: `Zalo OA: refresh token đã hơn 80 ngày chưa đổi được, quá 3 tháng sẽ hết hiệu lực. ${renewSteps}`,
  tokenRefused:
    'Zalo OA: Zalo từ chối cả access token vừa đổi. Hãy kiểm tra ứng dụng còn được OA cấp quyền không (developers.zalo.me → ứng dụng → Official Account).',
  otherSecret: 'không mở được mã đã lưu: ZALO_OA_APP_SECRET đã đổi',
  alarms: {
    quota:
      'Zalo OA: đã hết hạn mức tin tư vấn nên câu trả lời phải chờ. Hãy xem gói dịch vụ trong oa.zalo.me; tôi thử gửi lại mỗi giờ.',
    money:
      'Zalo OA: tài khoản Zalo Cloud chưa nối hoặc hết tiền nên tin nhắn phải chờ. Hãy nạp tiền, kiểm tra liên kết tại zalo.cloud; tôi thử gửi lại mỗi giờ.',
    account:
      'Zalo OA: Zalo chưa cho ứng dụng gửi tin. Hãy kiểm tra: ứng dụng đã kích hoạt, đã đăng ký Official Account API, OA đã cấp quyền, đã xác thực và gói dịch vụ còn hạn. Tôi thử lại mỗi 15 phút.',
    template:
      'Zalo OA: Zalo không nhận mẫu tin trong ZALO_OA_NOTICE_TEMPLATE_ID nên một thông báo chưa gửi được. Hãy kiểm tra mẫu đã được duyệt, cho gửi qua UID và có đúng tham số.',
    platform: 'Zalo OA: Zalo cho rằng một tin nhắn trái quy định nền tảng nên không gửi. Hãy xem oa.zalo.me.',
  },
  quotaLow: (left: number, total: number) =>
    `Zalo OA: hạn mức tin tư vấn của gói chỉ còn ${left}/${total}. Hãy mua thêm hoặc nâng gói trong oa.zalo.me.`,
} as const;
