/** The words of reports that are handed in. */
export const texts = {
  mark: 'MẪU – CHƯA THẨM ĐỊNH',
  sampleRecords: 'HỒ SƠ MẪU – NGƯỜI VÀ ĐƠN VỊ HƯ CẤU',
  kinds: { list: 'DANH SÁCH', report: 'BÁO CÁO' },
  lackingTitle: (topic: string | null) =>
    topic === null
      ? 'Cán bộ, công chức, viên chức còn thiếu tiêu chuẩn'
      : `Cán bộ, công chức, viên chức còn thiếu ${topic}`,
  lackingIntro: (day: string, people: number, lacking: number) =>
    `Tính đến ngày ${day}, trong ${people} người thuộc phạm vi phụ trách có ${lacking} người còn thiếu hoặc chưa đủ dữ liệu.`,
  lackingTable: 'Danh sách',
  lackingColumns: ['TT', 'Mã', 'Họ và tên', 'Đơn vị', 'Thiếu', 'Chưa đủ dữ liệu'],
  targetsTitle: 'Kết quả thực hiện các chỉ tiêu đào tạo, bồi dưỡng',
  targetsIntro: (day: string, people: number) =>
    `Số liệu tính đến ngày ${day}, trên ${people} hồ sơ thuộc phạm vi phụ trách. Người chưa đủ dữ liệu được tính là chưa đạt.`,
  targetsTable: 'Bảng chỉ tiêu',
  targetColumns: ['TT', 'Chỉ tiêu', 'Đạt', 'Tổng', 'Tỷ lệ (%)', 'Mục tiêu', 'Kết quả'],
  missingTable: (at: number) => `Còn thiếu – chỉ tiêu ${at}`,
  missingColumns: ['TT', 'Mã', 'Họ và tên', 'Đơn vị', 'Tình trạng'],
  missing: 'thiếu',
  unknown: 'chưa đủ dữ liệu',
  reached: 'đạt',
  notReached: 'chưa đạt',
  nobody: 'chưa có ai trong nhóm',
  goalPercent: (percent: number) => `từ ${percent}%`,
  goalCount: (count: number, noun: string) => `từ ${count} ${noun}`,
  statisticsTitle: 'Thống kê đội ngũ cán bộ, công chức, viên chức',
  statisticsIntro: (day: string, people: number) => `Số liệu tính đến ngày ${day}, trên ${people} hồ sơ.`,
  statisticsColumns: ['Nhóm', 'Số người', 'Tỷ lệ (%)', 'Trong đó nữ'],
  total: 'Tổng',
} as const;
