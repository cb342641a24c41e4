/** What staff and admins are told of the notices to others. */
export const texts = {
  titleOfUnits: 'Thông báo tới người thuộc đơn vị anh/chị phụ trách (90 ngày)',
  titleOfAll: 'Thông báo tới mọi người (90 ngày)',
  columns: ['Tình trạng', 'Số tin'],
  none: 'Chưa có thông báo nào gửi tới những người này.',
  newest: 'Mới nhất:',
  line: (who: string, kind: string, state: string, when: string, words: string | null) =>
    `${who} – ${kind}: ${state} (${when})${words === null ? '' : `: “${words}”`}`,
  who: (name: string, cadre: string | null) => (cadre === null ? name : `${name} (${cadre})`),
  nobody: 'người chưa liên kết',
  wordsHidden:
    'Nội dung chỉ hiện với tin do chính anh/chị gây ra và chưa gửi; lời nhắn riêng của người khác được giữ kín.',
  purpose: 'xem tình trạng thông báo',
} as const;
