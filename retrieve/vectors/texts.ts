/** What is said of the service that turns texts into vectors. */
export const texts = {
  unreachable: (host: string) =>
    `Không gọi được dịch vụ tính vectơ tại ${host}. Hãy kiểm tra dịch vụ có đang chạy không và EMBEDDING_BASE_URL.`,
  tooSlow: (host: string, seconds: string) =>
    `Dịch vụ tính vectơ tại ${host} không trả lời trong ${seconds} giây. Hãy thử lại, giảm EMBEDDING_BATCH hoặc tăng EMBEDDING_TIMEOUT_SECONDS.`,
  overloaded: (host: string) =>
    `Dịch vụ tính vectơ tại ${host} đang quá tải hoặc đã hết hạn mức. Hãy thử lại sau.`,
  failing: (host: string, status: number) =>
    `Dịch vụ tính vectơ tại ${host} đang lỗi (mã ${status}). Hãy thử lại sau.`,
  keyRefused: (host: string) =>
    `Dịch vụ tính vectơ tại ${host} không nhận khóa. Hãy kiểm tra EMBEDDING_API_KEY.`,
  notThere: (host: string, model: string) =>
    `Dịch vụ tại ${host} không có mô hình “${model}”, hoặc địa chỉ chưa đúng. Hãy kiểm tra EMBEDDING_MODEL và EMBEDDING_BASE_URL (thường kết thúc bằng /v1).`,
  refused: (host: string, status: number, model: string) =>
    `Dịch vụ tính vectơ tại ${host} từ chối yêu cầu (mã ${status}). Hãy kiểm tra mô hình “${model}” có dùng để tính vectơ không.`,
  unreadable: (host: string) =>
    `Dịch vụ tại ${host} không trả lời như một dịch vụ tính vectơ. Hãy kiểm tra EMBEDDING_BASE_URL (thường kết thúc bằng /v1).`,
  wrongCount: (host: string, wanted: number, given: number) =>
    `Dịch vụ tính vectơ tại ${host} trả về ${given} vectơ cho ${wanted} đoạn. Hãy thử giảm EMBEDDING_BATCH hoặc dùng dịch vụ khác.`,
  mixedDimensions: (host: string) =>
    `Dịch vụ tính vectơ tại ${host} trả về các vectơ không cùng số chiều trong một lần. Hãy dùng mô hình hoặc dịch vụ khác.`,
  badNumbers: (host: string) =>
    `Dịch vụ tính vectơ tại ${host} trả về vectơ không dùng được (trống hoặc có giá trị không phải số). Hãy dùng mô hình hoặc dịch vụ khác.`,
  tooManyDimensions: (host: string, dimension: number, most: number) =>
    `Mô hình tại ${host} cho vectơ ${dimension} chiều; nhiều nhất là ${most}. Hãy dùng mô hình khác.`,
} as const;
