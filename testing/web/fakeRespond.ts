import { setTimeout as wait } from 'node:timers/promises';
import type { Reason } from '../../answer/reason.ts';
import type { Block, Choice, Outcome, ReplyPart, Respond } from '../../bot/message.ts';
import { validityFields } from '../../domain/citation.ts';
import type { StoredDirective } from '../../domain/directive.ts';
import type { Change, ValidityStatus } from '../../domain/validity.ts';
import { hoursReason, nearReason } from './fakeReasons.ts';
import { gapBlocks, hostileBlocks, reportBlocks } from './fakeRecord.ts';
import { decree, longDirective, pressPage } from './inventedDirective.ts';

function quote(
  index: number,
  directive: StoredDirective,
  words: string,
  where: {
    readonly label: string;
    readonly path: readonly string[];
    readonly validity: ValidityStatus;
    readonly supersededBy?: Change;
    readonly reason?: Reason;
  },
): Block {
  const start = directive.text.indexOf(words);
  if (start < 0) throw new Error(`the invented directive does not say: ${words}`);
  const provision = directive.provisions.findLast((one) => one.start <= start && start < one.end);
  return {
    kind: 'quote',
    index,
    label: where.label,
    ...(where.reason === undefined ? {} : { reason: where.reason }),
    citation: {
      directiveId: directive.id,
      provisionId: provision?.id ?? null,
      document: directive.header.number ?? directive.header.title ?? '',
      path: where.path,
      heading: provision?.heading ?? null,
      quote: words,
      start,
      end: start + words.length,
      page: provision?.page ?? null,
      kind: directive.kind,
      sample: directive.sample,
      ...validityFields({
        status: where.validity,
        from: directive.header.effective,
        until: where.supersededBy?.since ?? null,
        by: where.supersededBy ?? null,
        changes: [],
      }),
    },
  };
}

export const hoursWords = `1. Công chức, viên chức tham gia bồi dưỡng kiến thức, kỹ năng ít nhất 40 tiết trong một năm, trong đó:
a) Ít nhất 16 tiết về chuyên môn, nghiệp vụ của vị trí việc làm;
b) Ít nhất 8 tiết về kỹ năng số và an toàn thông tin.`;

const text = (words: string, tone: 'plain' | 'note' | 'warning' = 'plain'): Block => ({
  kind: 'text',
  text: words,
  tone,
});

type Script = {
  readonly blocks: readonly Block[];
  readonly outcome: Outcome;
  readonly choices: readonly Choice[];
  readonly personal?: boolean;
};

const hours: Script = {
  outcome: 'quoted',
  blocks: [
    text('Về thời gian bồi dưỡng tối thiểu mỗi năm, văn bản quy định:'),
    quote(1, decree, hoursWords, {
      label: 'khoản 1 Điều 4 Quyết định 41/2026/QĐ-UBND (hiệu lực từ 01/7/2026)',
      path: ['Chương II', 'Điều 4', 'khoản 1'],
      validity: 'in_force',
      reason: hoursReason,
    }),
    text('Khá chắc chắn: câu hỏi khớp với nội dung của điều khoản này.', 'note'),
  ],
  choices: [
    {
      label: 'Lãnh đạo cấp phòng học thêm bao nhiêu tiết?',
      send: 'khoản 2 Điều 4 41/2026/QĐ-UBND',
      reason: nearReason,
    },
    { label: 'Học trực tuyến có được tính không?', send: 'khoản 3 Điều 4 41/2026/QĐ-UBND' },
    { label: 'Điều 5. Kinh phí', send: 'Điều 5 41/2026/QĐ-UBND' },
  ],
};

const digital: Script = {
  outcome: 'quoted',
  blocks: [
    text('Nội dung này có trong một văn bản chưa có hiệu lực và một bài báo:'),
    quote(1, longDirective, 'Điều 80. Nội dung bồi dưỡng số 80', {
      label: 'Điều 80 Thông tư 07/2098/TT-ĐTBD (hiệu lực từ 01/01/2099)',
      path: ['Chương IV', 'Điều 80'],
      validity: 'not_yet',
    }),
    quote(2, pressPage, 'lớp học gồm 24 tiết, học vào các buổi chiều thứ Sáu', {
      label: 'theo Báo Sông Trăng, ngày 20/8/2026',
      path: [],
      validity: 'unknown',
    }),
    text('Thông tư trên chưa có hiệu lực. Bài báo chỉ để tham khảo, không phải căn cứ pháp lý.', 'warning'),
  ],
  choices: [],
};

const successor = '2. Người giữ chức vụ lãnh đạo cấp phòng trở lên học thêm 12 tiết về kỹ năng quản lý.';
const successorStart = decree.text.indexOf(successor);

/** An answer whose words hold no longer. */
const superseded: Script = {
  outcome: 'quoted',
  blocks: [
    text('Điều 81 Thông tư 07/2098/TT-ĐTBD đã hết hiệu lực từ ngày 01/7/2026.', 'warning'),
    quote(1, longDirective, 'Điều 81. Nội dung bồi dưỡng số 81', {
      label: 'Điều 81 Thông tư 07/2098/TT-ĐTBD (hết hiệu lực từ 01/7/2026)',
      path: ['Chương IV', 'Điều 81'],
      validity: 'superseded',
      supersededBy: {
        kind: 'amends',
        scope: 'provision',
        changed: ['Điều 81'],
        partial: false,
        since: '2026-07-01',
        directiveId: decree.id,
        provisionId: null,
        document: 'Quyết định 41/2026/QĐ-UBND',
        path: ['Chương II', 'Điều 4', 'khoản 2'],
        start: successorStart,
        end: successorStart + successor.length,
      },
    }),
  ],
  choices: [],
};

const documents: Script = {
  outcome: 'document',
  blocks: [
    text('Các văn bản đã nạp:'),
    {
      kind: 'documents',
      documents: [decree, pressPage, longDirective].map((one) => ({
        directiveId: one.id,
        name:
          one.header.number === null ? (one.header.title ?? '') : `${one.header.type} ${one.header.number}`,
        title: one.header.number === null ? null : one.header.title,
        kind: one.kind,
        sample: one.sample,
        effective: one.header.effective,
      })),
    },
    {
      kind: 'list',
      items: ['Chương I. Quy định chung', 'Chương II. Chế độ bồi dưỡng', 'Chương III. Tổ chức thực hiện'],
    },
  ],
  choices: [{ label: 'Điều 4', send: 'Điều 4 41/2026/QĐ-UBND' }],
};

const nothing: Script = {
  outcome: 'not_found',
  blocks: [text('Mình chưa tìm thấy căn cứ trong các văn bản đã nạp. Bạn thử hỏi bằng từ khác xem sao.')],
  choices: [],
};

const record = (blocks: readonly Block[], choices: readonly Choice[] = []): Script => ({
  outcome: 'record',
  personal: true,
  blocks,
  choices,
});

/** Ask these for an answer about a record, for a report, and for words that would break a careless page. */
export const gapQuestion = 'Tôi còn thiếu gì?';
export const reportQuestion = 'báo cáo của đơn vị';
export const supersededQuestion = 'quy định cũ về số 81';
export const successorWords = successor;
export const hostileQuestion = 'phá trang này xem';

async function scriptFor(question: string): Promise<Script> {
  if (question === gapQuestion) {
    return record(await gapBlocks(), [{ label: 'Khi nào tôi phải học lại?', send: '/hoclai' }]);
  }
  if (question === reportQuestion) return record(reportBlocks);
  if (question === hostileQuestion) return record(hostileBlocks);
  if (/tiết|Điều 4/.test(question)) return hours;
  if (question === supersededQuestion) return superseded;
  if (/kỹ năng số/.test(question)) return digital;
  if (/văn bản/.test(question)) return documents;
  return nothing;
}

/** Ask this to get an answer that breaks off, as when the server dies. */
export const brokenQuestion = 'hỏi cho hỏng';
/** Ask this to get an answer that takes `slowAnswerMs` to begin. */
export const slowQuestion = 'hỏi thật chậm: bao nhiêu tiết?';
const slowAnswerMs = 1500;

/** A stand-in for the core with invented answers; `pace` is the pause between parts, in ms. */
export function fakeRespond(pace = 0): Respond {
  return async function* respond({ text: question }): AsyncGenerator<ReplyPart> {
    yield { kind: 'progress', text: 'Đang tìm trong các văn bản đã nạp…' };
    await wait(question === slowQuestion ? slowAnswerMs : pace);
    const script = await scriptFor(question);
    for (const block of script.blocks) {
      if (question === brokenQuestion) throw new Error('broken on purpose');
      yield { kind: 'block', block };
      await wait(pace);
    }
    const { outcome, choices, personal = false } = script;
    yield { kind: 'done', outcome, choices, personal };
  };
}

export const sampleQuestions: readonly string[] = [
  'Mỗi năm công chức phải học bồi dưỡng bao nhiêu tiết?',
  'Bỏ học giữa chừng có phải đền bù kinh phí không?',
  'Lớp kỹ năng số cho cán bộ xã học khi nào?',
  'Hiện có những văn bản nào?',
];
