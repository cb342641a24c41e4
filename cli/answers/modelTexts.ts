import { writeMoment } from '../../domain/day.ts';
import type { ModelCall, ModelDay } from '../../store/answers/ledger.ts';

const number = (value: number) => value.toLocaleString('vi-VN');
const cost = (dong: number) => (dong === 0 ? '' : `, ${number(Math.round(dong))} đồng`);

/** What the commands about the language model say. */
export const modelTexts = {
  commands: {
    model: 'mô hình ngôn ngữ: thử kết nối, sổ những lần gửi',
    test: 'hỏi thử mô hình một câu về văn bản hư cấu',
    ledger: 'sổ ghi mỗi lần gửi tới mô hình: khi nào, tới đâu, bao nhiêu; không có lời nào của câu hỏi',
  },
  options: { count: ['-n, --count <số>', 'số lần gần nhất'] },
  none: 'Chưa đặt mô hình (MODEL_BASE_URL, MODEL_NAME). Chương trình chỉ trích dẫn, không gửi gì đi.',
  works: (name: string, host: string, seconds: string) =>
    `Mô hình “${name}” tại ${host} trả lời đúng dạng sau ${seconds} giây.`,
  wrongForm: (name: string, host: string) =>
    `Mô hình “${name}” tại ${host} có trả lời nhưng không đúng dạng JSON được yêu cầu: phần lớn câu hỏi sẽ chỉ được trích dẫn. Hãy thử mô hình lớn hơn.`,
  refused: (names: readonly string[]) =>
    `Dịch vụ không nhận: ${names.join(', ')}. Chương trình không gửi các mục này.`,
  noTools: 'Mô hình không gọi được công cụ: chỉ trả lời từ các điều khoản tìm được trước.',
  where: (isLocal: boolean) =>
    isLocal
      ? 'MODEL_IS_LOCAL=true: coi như máy trong cơ quan, câu hỏi gửi đi không che.'
      : 'MODEL_IS_LOCAL=false: tên người, số CCCD, điện thoại, thư điện tử, số văn bằng được che trước khi gửi.',
  empty: 'Sổ còn trống: chưa gửi gì tới mô hình nào.',
  byDay: 'Theo ngày:',
  day: (day: ModelDay) =>
    `${day.day}  ${day.host}  ${day.model}: ${number(day.calls)} lần (${number(day.failed)} hỏng), ${number(day.tokensIn)} token vào, ${number(day.tokensOut)} token ra${cost(day.cost)}, che ${number(day.redactions)} chỗ`,
  latest: 'Gần nhất:',
  call: (call: ModelCall & { readonly at: Date }) =>
    `${writeMoment(call.at)}  ${call.host}  ${call.model}  ${call.purpose}  ${call.outcome}: ${number(call.tokensIn)} vào, ${number(call.tokensOut)} ra${cost(call.cost)}, che ${number(call.redactions)}, ${number(call.durationMs)} ms, chat ${call.chat}`,
} as const;
