/** What is said of the notices to a person. */
export const texts = {
  command: 'thông báo gửi anh/chị: xem, tắt, bật',
  strangers:
    'Tài khoản này chưa liên kết nên tôi không có thông báo riêng nào. Anh/chị gõ /lienket để liên kết.',
  title: 'Thông báo gửi anh/chị',
  wanted: (kinds: readonly string[]) => `Đang nhận: ${kinds.join('; ')}.`,
  unwanted: (kinds: readonly string[]) => `Đã tắt: ${kinds.join('; ')}.`,
  always: 'Tin về an toàn tài khoản luôn được gửi.',
  quiet: 'Từ 21 giờ đến 7 giờ sáng tôi không tự nhắn; nhiều tin được gộp thành một.',
  none: 'Chưa có thông báo nào gửi anh/chị.',
  recent: 'Gần đây:',
  line: (kind: string, state: string, when: string, where: string | null) =>
    `${kind}: ${state} (${[when, where].filter((part) => part !== null).join(', ')})`,
  muted: 'Đã tắt. Tôi chỉ báo kết quả những việc anh/chị đề nghị, và tin về an toàn tài khoản.',
  mutedAll: 'Đã tắt hết. Tôi chỉ còn báo tin về an toàn tài khoản.',
  mutedOne: (kind: string) => `Đã tắt: ${kind}.`,
  unmuted: 'Đã bật lại: tôi sẽ báo khi có tin cho anh/chị.',
  unmutedOne: (kind: string) => `Đã bật lại: ${kind}.`,
  which: (words: readonly string[]) =>
    `Tôi chưa hiểu loại thông báo này. Anh/chị dùng một trong: ${words.join(', ')}; hoặc gõ /tatthongbao, /batthongbao cho tất cả.`,
  mute: 'Tắt thông báo',
  muteAnswers: 'Tắt cả kết quả đề nghị',
  muteOne: (kind: string) => `Tắt: ${kind}`,
  unmute: 'Bật lại thông báo',
  everything: 'het',
} as const;
