/** What is said to whoever runs the product when a model fails. */
export const failureTexts = {
  tooSlow: (host: string, seconds: string) =>
    `Mô hình tại ${host} không trả lời trong ${seconds} giây. Hãy xem máy chủ có quá tải không, hoặc tăng MODEL_TIMEOUT_SECONDS.`,
  unreachable: (host: string) =>
    `Không nối được tới mô hình tại ${host}. Hãy xem MODEL_BASE_URL có đúng không và máy chủ có đang chạy không.`,
  keyRefused: (host: string) => `Mô hình tại ${host} không nhận khóa. Hãy xem lại MODEL_API_KEY.`,
  notThere: (host: string, model: string) =>
    `Tại ${host} không có mô hình “${model}” hoặc không có đường dẫn này. Hãy xem MODEL_NAME và MODEL_BASE_URL (kể cả /v1).`,
  overloaded: (host: string) => `Mô hình tại ${host} đang quá tải hoặc đã hết hạn mức. Hãy thử lại sau.`,
  failing: (host: string, status: number) =>
    `Mô hình tại ${host} gặp lỗi (HTTP ${status}). Hãy thử lại sau hoặc báo nơi cung cấp.`,
  refused: (host: string, status: number, model: string) =>
    `Mô hình “${model}” tại ${host} từ chối yêu cầu (HTTP ${status}). Hãy xem dịch vụ có nhận chat completions không.`,
  unreadable: (host: string) =>
    `Câu trả lời của ${host} không đọc được. Hãy xem MODEL_BASE_URL có phải địa chỉ API (kể cả /v1) không.`,
} as const;
