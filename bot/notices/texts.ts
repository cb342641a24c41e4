import type { MutableKind, NoticeFailure, NoticeKind, NoticeState } from '../../store/notices/notice.ts';

/** What notices are called and how they are put. */
export const texts = {
  digest: (count: number) => `Tôi có ${count} tin cho anh/chị:`,
  item: (number: number, words: string) => `${number}. ${words}`,
  more: (count: number) => `… và ${count} tin khác. Anh/chị nhắn cho tôi một câu bất kỳ để xem tiếp.`,
  optOut: 'Không muốn nhận những tin này, anh/chị gõ /tatthongbao.',
  kinds: {
    security: 'an toàn tài khoản',
    answer: 'kết quả đề nghị của anh/chị',
    approval: 'việc chờ anh/chị duyệt',
    reminder: 'nhắc hạn, nhắc lớp',
    rule: 'quy định liên quan thay đổi',
    news: 'tin khác',
  } satisfies Record<NoticeKind, string>,
  /** As one types them behind a command. */
  kindWords: {
    answer: 'traloi',
    approval: 'duyet',
    reminder: 'nhac',
    rule: 'quydinh',
    news: 'tinkhac',
  } satisfies Record<MutableKind, string>,
  states: {
    waiting: 'đang chờ',
    queued: 'đang gửi',
    sent: 'đã gửi',
    told: 'đã báo khi người nhận nhắn tới',
    failed: 'không gửi được',
    muted: 'người nhận đã tắt',
    expired: 'quá 14 ngày, đã bỏ',
    unlinked: 'người nhận chưa liên kết',
  } satisfies Record<NoticeState, string>,
  failures: {
    gone: 'người nhận chặn hoặc đã xóa cuộc trò chuyện',
    refused: 'kênh từ chối',
    unsure: 'chưa chắc đã tới',
    lost: 'không còn thấy tin gửi',
  } satisfies Record<NoticeFailure, string>,
  channels: {
    telegram: 'Telegram',
    'zalo-bot': 'Zalo Bot',
    'zalo-oa': 'Zalo OA',
    web: 'trang web',
    terminal: 'máy lệnh',
  } as Readonly<Record<string, string>>,
} as const;

/** `không gửi được: người nhận chặn …`. */
export function writeState(state: NoticeState, failure: NoticeFailure | null): string {
  return failure === null ? texts.states[state] : `${texts.states[state]}: ${texts.failures[failure]}`;
}

export function channelName(channel: string): string {
  return texts.channels[channel] ?? channel;
}
