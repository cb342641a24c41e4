/** What the server says to people about documents when a request cannot be served. */
export const documentTexts = {
  onlyAdmins:
    'Trang này dành cho quản trị văn bản. Anh/chị hãy liên kết tài khoản quản trị, hoặc nhờ người quản trị của cơ quan.',
  noFileName: 'Tệp gửi lên không có tên. Anh/chị hãy tải lại trang rồi chọn lại tệp.',
  fileTooLarge: (megabytes: number) =>
    `Tệp lớn hơn ${megabytes} MB nên tôi không nhận. Anh/chị hãy tách nhỏ tệp, hoặc nhờ người vận hành tăng giới hạn INGEST_FILE_MB.`,
  brokenOff: 'Tệp chưa gửi xong thì đường truyền bị ngắt. Anh/chị gửi lại giúp tôi.',
  badId: 'Mã trong địa chỉ không hợp lệ. Anh/chị hãy mở lại từ danh sách văn bản.',
  fieldsWrong: 'Có mục chưa đúng. Anh/chị xem lời nhắc cạnh từng mục rồi lưu lại.',
  noFile: 'Tệp gốc của văn bản này không còn được giữ.',
} as const;
