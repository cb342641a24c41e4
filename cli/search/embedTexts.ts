/** What the commands say of vectors. */
export const embedTexts = {
  off: 'Chưa bật tìm theo nghĩa. Hãy đặt EMBEDDING_BASE_URL và EMBEDDING_MODEL trong tệp .env (xem .env.example) rồi chạy lại.',
  progress: 'Tính vectơ',
  waiting: 'Một chương trình khác đang tính vectơ; chờ đến lượt…',
  wordsAlone: (sentence: string) => `! ${sentence} Tạm thời chỉ tìm theo từ ngữ.`,
  nothingStored: 'Chưa có đoạn văn bản nào để tính.',
  done: (embedded: number, indexed: boolean) =>
    `✓ Đã tính vectơ cho ${embedded} đoạn${indexed ? '; chỉ mục đã sẵn sàng' : ''}.`,
  nothingMissing: '✓ Mọi đoạn đều đã có vectơ.',
  status: (model: string, vectors: number, passages: number) =>
    `Mô hình ${model}: ${vectors}/${passages} đoạn đã có vectơ.`,
  dimension: (dimension: number) => `Số chiều: ${dimension}.`,
  indexed: (indexed: boolean) => (indexed ? 'Có chỉ mục.' : 'Không có chỉ mục (chưa cần, hoặc chưa dựng).'),
} as const;
