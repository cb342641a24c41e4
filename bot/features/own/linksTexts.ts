/** What is said of the channels that an account is linked from. */
export const texts = {
  title: (name: string) => `Các kênh đang liên kết với ${name}:`,
  link: (place: string, day: string, here: boolean) =>
    `${place} – từ ngày ${day}${here ? ' (đang dùng)' : ''}`,
  place: (channel: string, end: string) => `${channel} …${end}`,
  addHow:
    'Muốn dùng thêm kênh khác (Zalo, Telegram, trang web): gõ /lienket moi để lấy mã, rồi gõ mã đó ở kênh kia. Bỏ liên kết ở đây: /huylienket.',
  remove: (place: string) => `Gỡ ${place}`,
  removeOthers: 'Gỡ tất cả nơi khác',
  add: 'Liên kết thêm kênh',
  askRemove: (place: string) => `Gỡ ${place}? Từ đó sẽ không mở được hồ sơ nữa.`,
  askRemoveOthers: (count: number) => `Gỡ ${count} nơi khác? Chỉ còn kênh đang dùng này mở được hồ sơ.`,
  sure: 'Gỡ đi',
  keep: 'Thôi, giữ lại',
  kept: 'Vâng, tôi giữ nguyên.',
  removed: (places: readonly string[]) =>
    `Đã gỡ: ${places.join(', ')}. Nếu anh/chị thấy kênh nào lạ, xin báo ngay cán bộ tổ chức.`,
  isHere: 'Đây là kênh anh/chị đang dùng. Muốn bỏ liên kết ở đây, anh/chị gõ /huylienket.',
  noSuch: 'Liên kết này không còn. Anh/chị gõ /lienket để xem các kênh đang liên kết.',
  noOthers: 'Anh/chị không liên kết ở nơi nào khác.',
  /** Said where the link was. */
  removedHere: (day: string) =>
    `Liên kết hồ sơ ở đây vừa được gỡ từ một kênh khác của anh/chị (${day}). Nếu không phải anh/chị làm, hãy báo ngay cán bộ tổ chức.`,
  newCode: (code: string, until: string) =>
    `Mã liên kết của anh/chị: ${code}. Ở kênh muốn dùng thêm, anh/chị mở chat riêng với tôi và gõ: /lienket ${code}. Mã dùng một lần, đến ${until}.`,
  newCodeWarning:
    'Ai có mã này sẽ mở được hồ sơ của anh/chị: xin đừng gửi cho người khác, kể cả người tự xưng là hỗ trợ. Liên kết xong, tôi báo tới các kênh còn lại.',
} as const;
