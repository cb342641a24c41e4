/** What the web server says to people when a request cannot be served. */
export const webTexts = {
  foreignPage:
    'Yêu cầu này đến từ một trang khác nên đã bị từ chối. Anh/chị hãy mở trang Đạt Chuẩn và hỏi trực tiếp tại đó.',
  foreignHost:
    'Trang này đang chỉ phục vụ máy của chính nó, nên không nhận địa chỉ anh/chị vừa dùng. Để mở cho máy khác, hãy đặt HOST=0.0.0.0 rồi khởi động lại.',
  bodyTooLarge: 'Câu hỏi gửi lên quá lớn (tối đa 64 kB). Anh/chị hãy rút gọn rồi gửi lại.',
  bodyUnreadable: 'Không đọc được nội dung gửi lên. Anh/chị hãy tải lại trang rồi thử lại.',
  noQuestionFile:
    'Tệp này không phải ảnh chụp hay đoạn ghi âm câu hỏi. Anh/chị chọn ảnh (jpg, png), đoạn ghi âm (m4a, mp3), hoặc gõ câu hỏi giúp tôi nhé.',
  badDirectiveId: 'Mã văn bản không hợp lệ. Anh/chị hãy mở văn bản từ danh sách.',
  noSuchDirective:
    'Không có văn bản này trong kho. Có thể văn bản đã được gỡ; anh/chị hãy xem lại danh sách.',
  removed: (document: string) =>
    `${document} đã bị xóa khỏi kho, nên không mở được trích dẫn này nữa. Anh/chị hỏi lại để nhận văn bản đang dùng.`,
  tooManySessions: 'Đang có quá nhiều lượt đăng nhập cùng lúc. Anh/chị chờ khoảng một phút rồi thử lại nhé.',
  noSuchPage: 'Không có trang này. Anh/chị hãy quay về trang chính.',
  failed: 'Máy chủ gặp lỗi khi xử lý yêu cầu này. Anh/chị thử lại sau ít phút nhé.',
  answerFailed: 'Rất tiếc, câu trả lời bị lỗi giữa chừng. Anh/chị thử hỏi lại nhé.',
  portInUse: (port: number) =>
    `Cổng ${port} đang có chương trình khác dùng nên chưa mở được trang web. Hãy tắt chương trình đó, hoặc chọn cổng khác, ví dụ: PORT=${port === 65_535 ? 3001 : port + 1} npm start`,
  portForbidden: (port: number) =>
    `Hệ điều hành không cho dùng cổng ${port}. Hãy chọn một cổng từ 1024 trở lên, ví dụ: PORT=3000 npm start`,
  hostUnknown: (host: string) =>
    `Không mở được trang web tại địa chỉ HOST=${host} vì máy này không có địa chỉ đó. Hãy dùng HOST=localhost (chỉ máy này) hoặc HOST=0.0.0.0 (mọi địa chỉ).`,
} as const;
