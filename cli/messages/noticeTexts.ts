/** What `notices` says. */
export const noticeTexts = {
  command: 'tình trạng các thông báo gửi cho mọi người, không kèm nội dung',
  most: ['--most <số>', 'nhiều nhất bấy nhiêu tin, mới nhất trước'],
  none: 'Chưa có thông báo nào.',
  count: (state: string, notices: number) => `${state}: ${notices}`,
  line: (at: string, who: string, kind: string, state: string, via: string | null) =>
    `${at}  ${who}  ${kind}: ${state}${via === null ? '' : ` (${via})`}`,
  nobody: '–',
  purpose: 'xem tình trạng thông báo',
} as const;
