/** The words that reports have whatever they tell. */
export const DOCUMENT_TEXTS = {
  creator: 'Đạt Chuẩn',
  state: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  party: 'ĐẢNG CỘNG SẢN VIỆT NAM',
  /** The number is given by the office's registry. */
  stateNumber: 'Số:          /…………',
  partyNumber: 'Số          -…………',
  sources: 'Căn cứ:',
  recipients: 'Nơi nhận:',
  recipientLines: ['- ……………………;', '- ……………………;', '- Lưu: ……………'],
  replyRecipients: ['- Như trên;', '- ……………………;', '- Lưu: VT, ……………'],
  addressee: 'Kính gửi: ……………………………………',
  draft: 'DỰ THẢO',
  signer: 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ',
  signHere: '(Ký, ghi rõ họ tên, đóng dấu)',
  noRows: 'Không có dòng nào.',
  firstSheet: 'Thông tin chung',
  sheet: 'Bảng',
  page: 'Trang',
  placeAndDate: (place: string, [year = '', month = '', day = '']: readonly string[]) =>
    `${place === '' ? '…………' : place}, ngày ${day} tháng ${month} năm ${year}`,
} as const;
