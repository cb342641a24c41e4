import type { MessageLine, MessageState } from '../../store/messages/overview.ts';

/** Reasons that the product itself writes down; those of servers and of the network stay as they are. */
const reasons: Readonly<Record<string, string>> = {
  'the chat takes no messages': 'người nhận đã chặn, hoặc bot không còn trong nhóm',
  unlinked: 'liên kết đã gỡ trước khi gửi, nội dung đã xóa',
  'asked to wait': 'nền tảng bảo chờ',
  'begun too often without an end': 'làm dở nhiều lần, lần nào chương trình cũng dừng giữa chừng',
  'it waited when the backup was made': 'còn chờ lúc sao lưu, có thể đã gửi sau đó',
  'the person has left the account': 'người nhận đã bỏ quan tâm',
  'the person has not written in 7 days': 'quá 7 ngày người nhận chưa nhắn',
  'the person has not written in 48 hours, and paid messages are switched off':
    'quá 48 giờ người nhận chưa nhắn, và tin tính phí đang tắt',
};

/** What the command about messages says to people. */
export const outboxTexts = {
  command: 'xem tin nhắn đang chờ hoặc chưa gửi được trên Telegram, Zalo; cho gửi hoặc trả lời lại',
  show: 'liệt kê (mặc định những tin chưa đến nơi)',
  replay: 'gửi lại tin, hoặc trả lời lại câu hỏi, chưa đến nơi; mã lấy ở danh sách',
  argument: '[mã]',
  state: ['--state <trạng thái...>', 'chỉ những trạng thái này'],
  all: 'mọi tin còn gửi lại được',

  states: {
    waiting: 'đang chờ',
    sending: 'đang gửi',
    sent: 'đã gửi',
    done: 'đã trả lời',
    parked: 'không trả lời được',
    unsure: 'không chắc đã đến',
    refused: 'bị từ chối',
    gone: 'không gửi tới đó được nữa',
  } satisfies Readonly<Record<MessageState, string>>,
  wrongState: (given: string, known: readonly string[]) =>
    `Không có trạng thái “${given}”. Các trạng thái: ${known.join(', ')}.`,
  line: (
    { channel, chatEnd, attempts, failure, again }: MessageLine,
    id: string,
    state: string,
    when: string,
  ) =>
    [
      `${id}  ${channel} …${chatEnd}: ${state}, ${when}`,
      attempts > 1 ? `${attempts} lần` : null,
      again ? 'đã gửi lại' : null,
      failure === null ? null : (reasons[failure] ?? failure),
    ]
      .filter((part) => part !== null)
      .join(' – '),
  more: (shown: number) =>
    `… và những tin cũ hơn; ở đây chỉ có ${shown} tin mới nhất. Xem riêng từng loại bằng --state.`,
  nothing: 'Không có tin nhắn nào như vậy.',
  replayHint: 'Gửi lại: npm run -s cli -- outbox replay MÃ (hoặc --all).',
  which: 'Hãy ghi mã của tin (xem bằng lệnh outbox), hoặc --all để gửi lại mọi tin còn gửi lại được.',
  badId: (given: string) =>
    `“${given}” không phải mã của tin. Mã có dạng in-12 hoặc out-34, xem bằng lệnh outbox.`,
  notReplayed: (id: string) =>
    `${id}: không gửi lại được – không có tin này, tin đã đến nơi, hoặc nội dung đã được xóa sau 7 ngày.`,
  refusedName: 'Tin không nhận được',
  refusedCount: (count: number) => `${count} tin từ Telegram, Zalo mà hộp thư không nhận`,
  refusedTodo: (file: string) =>
    `Các tin này chưa ai trả lời, giữ 7 ngày trong ${file}. Hãy xem nhật ký chạy quanh lúc đó để tìm lý do.`,
  replayed: (count: number) => `Đã xếp lại ${count} tin vào hàng chờ; chương trình gửi ngay khi đang chạy.`,
} as const;
