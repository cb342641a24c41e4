import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckedSentence, checkSentences, createChecker, sumUp } from './checkSentences.ts';
import { FAILURE_KINDS, type FailureKind } from './reasons.ts';
import type { AnswerSource } from './source.ts';
import { checkTexts } from './texts.ts';

const today = '2026-11-22';
const document = {
  number: '977/2026/QĐ-UBND',
  type: 'Quyết định',
  title: 'Quy định về tập huấn và hỗ trợ người làm công tác văn thư',
  issuer: 'Ủy ban nhân dân tỉnh Lam Giang',
  issued: '2026-02-10',
  effective: '2026-03-01',
};
const source = (id: number, article: number, clause: number, text: string): AnswerSource => ({
  id,
  text: `${clause}. ${text}`,
  above: [],
  heading: null,
  path: [`Điều ${article}`, `khoản ${clause}`],
  document,
  validity: 'in_force',
  from: '2026-03-01',
  until: null,
  changedBy: [],
});

const sources: readonly AnswerSource[] = [
  source(
    1,
    3,
    1,
    'Mỗi năm, công chức làm văn thư tham gia tập huấn tối thiểu 04 ngày làm việc; viên chức làm văn thư tham gia tối thiểu 02 ngày làm việc.',
  ),
  source(2, 3, 2, 'Người nghỉ thai sản không phải tham gia tập huấn trong năm đó.'),
  source(
    3,
    4,
    1,
    'Giám đốc Sở Nội vụ gửi danh sách người hoàn thành tập huấn cho Chủ tịch Ủy ban nhân dân tỉnh trước ngày 15 tháng 12 hằng năm.',
  ),
  source(4, 4, 2, 'Cơ quan phải bố trí thời gian cho người được cử đi tập huấn.'),
  {
    ...source(5, 5, 1, 'Văn thư lưu động được hỗ trợ 300.000 đồng mỗi tháng.'),
    validity: 'superseded',
    until: '2026-06-30',
  },
  source(
    6,
    6,
    3,
    'Viên chức bị Tòa án kết án phạt tù mà không được hưởng án treo thì bị buộc thôi việc theo điểm b và điểm c khoản 2 Điều này.',
  ),
  source(
    7,
    6,
    4,
    'Giám đốc Sở giải quyết tố cáo đối với công chức do mình bổ nhiệm; Bộ trưởng giải quyết tố cáo đối với công chức do Bộ trưởng bổ nhiệm, quản lý trực tiếp.',
  ),
];

const check = createChecker(sources, { today });
const kindsOf = (text: string, ...ids: number[]): readonly FailureKind[] => [
  ...new Set(check({ text, sources: ids }).reasons.map(({ kind }) => kind)),
];

describe('a sentence about its provision', () => {
  it.each([
    [
      'Theo khoản 1 Điều 3 Quyết định 977/2026/QĐ-UBND, công chức văn thư phải tập huấn ít nhất 4 ngày làm việc mỗi năm.',
      1,
    ],
    ['Viên chức làm văn thư thì chỉ cần tối thiểu hai ngày làm việc.', 1],
    ['Ai nghỉ thai sản thì năm đó khỏi phải tham gia tập huấn.', 2],
    [
      'Danh sách người hoàn thành tập huấn được Giám đốc Sở Nội vụ gửi cho Chủ tịch UBND tỉnh trước 15/12 hằng năm.',
      3,
    ],
    ['Cơ quan có trách nhiệm “bố trí thời gian cho người được cử đi tập huấn”.', 4],
    ['Trước đây văn thư lưu động được hỗ trợ 300 nghìn đồng mỗi tháng, nay quy định này đã hết hiệu lực.', 5],
    ['Quyết định 977/2026/QĐ-UBND ngày 10/02/2026 có hiệu lực từ 01/3/2026.', 1],
    [
      'Viên chức bị phạt tù không được hưởng án treo thì bị buộc thôi việc theo điểm b, điểm c khoản 2 Điều 6.',
      6,
    ],
    ['Giám đốc Sở giải quyết tố cáo đối với công chức do mình bổ nhiệm, quản lý trực tiếp.', 7],
  ])('passes in other words: %s', (text, id) => {
    expect(check({ text, sources: [id] })).toMatchObject({ verdict: 'checked', reasons: [] });
  });

  it.each<[FailureKind, string, number]>([
    ['wrong_number', 'Công chức làm văn thư tham gia tập huấn tối thiểu 02 ngày làm việc mỗi năm.', 1],
    ['wrong_unit', 'Mỗi năm công chức làm văn thư tập huấn tối thiểu 04 tháng.', 1],
    ['wrong_limit', 'Mỗi năm công chức làm văn thư tập huấn tối đa 04 ngày làm việc.', 1],
    [
      'wrong_date',
      'Giám đốc Sở Nội vụ gửi danh sách người hoàn thành tập huấn từ ngày 15 tháng 12 hằng năm.',
      3,
    ],
    [
      'wrong_document',
      'Theo Quyết định 978/2026/QĐ-UBND, người nghỉ thai sản không phải tham gia tập huấn.',
      2,
    ],
    ['wrong_provision', 'Theo khoản 3 Điều 3, người nghỉ thai sản không phải tham gia tập huấn.', 2],
    ['wrong_quote', 'Người nghỉ thai sản “được miễn mọi khóa tập huấn”.', 2],
    ['negation', 'Người nghỉ thai sản vẫn phải tham gia tập huấn trong năm đó.', 2],
    ['modality', 'Cơ quan có thể bố trí thời gian cho người được cử đi tập huấn.', 4],
    [
      'swapped_subject',
      'Chủ tịch Ủy ban nhân dân tỉnh gửi danh sách người hoàn thành tập huấn cho Giám đốc Sở Nội vụ.',
      3,
    ],
    [
      'opposite',
      'Danh sách được Giám đốc Sở Nội vụ gửi hằng tháng cho Chủ tịch Ủy ban nhân dân tỉnh trước ngày 15 tháng 12.',
      3,
    ],
    ['wrong_provision', 'Viên chức bị phạt tù thì bị buộc thôi việc theo điểm b, điểm c khoản 1 Điều 6.', 6],
    ['swapped_subject', 'Viên chức kết án phạt tù thì Tòa án bị buộc thôi việc.', 6],
    ['uncovered', 'Người tố giác tham nhũng được thưởng huân chương và nâng bậc.', 2],
    ['validity', 'Văn thư lưu động được hỗ trợ 300.000 đồng mỗi tháng.', 5],
    ['unknown_source', 'Người nghỉ thai sản không phải tham gia tập huấn.', 9],
  ])('fails for %s', (kind, text, id) => {
    expect(kindsOf(text, id)).toContain(kind);
  });

  it('fails without a source, unless it is one of the forms that claim nothing', () => {
    expect(kindsOf('Người nghỉ thai sản không phải tham gia tập huấn.')).toEqual(['no_source']);
    expect(check({ text: 'Dưới đây là các quy định liên quan:', sources: [] }).verdict).toBe('plain');
    expect(check({ text: 'Tóm lại, ai cũng được miễn.', sources: [] }).verdict).toBe('failed');
  });

  it('has words for every reason', () => {
    expect(Object.keys(checkTexts.reasons).sort()).toEqual([...FAILURE_KINDS].sort());
  });
});

describe('an answer', () => {
  const right = { text: 'Người nghỉ thai sản không phải tham gia tập huấn.', sources: [2] };
  const wrong = { text: 'Người nghỉ thai sản phải tham gia tập huấn.', sources: [2] };
  const greeting = { text: 'Xin chào anh/chị.', sources: [] };

  it('keeps what is right, in order, and drops the rest', () => {
    const { kept, dropped, tooLittle } = checkSentences([greeting, right, wrong], sources, { today });
    expect([kept.map(({ text }) => text), dropped.map(({ text }) => text), tooLittle]).toEqual([
      [greeting.text, right.text],
      [wrong.text],
      false,
    ]);
  });

  it('is too little when nothing that claims is left, or less than half of it', () => {
    const sum = (...verdicts: CheckedSentence['verdict'][]) =>
      sumUp(verdicts.map((verdict) => ({ ...right, verdict, reasons: [] }))).tooLittle;
    expect([sum('plain'), sum('checked', 'failed', 'failed'), sum('checked', 'failed')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('for any provision', () => {
  const who = fc.constantFrom('Công chức', 'Viên chức', 'Giám đốc Sở Nội vụ', 'Người học', 'Hiệu trưởng');
  const does = fc.constantFrom(
    'nộp báo cáo thu hoạch',
    'tham gia tập huấn nghiệp vụ',
    'hoàn trả kinh phí',
    'lập danh sách đề nghị',
  );
  const how = fc.constantFrom('trong', 'tối thiểu', 'không quá', 'ít nhất', 'trước khai giảng');
  const unit = fc.constantFrom('ngày', 'ngày làm việc', 'tháng', 'tuần', 'năm');
  const made = fc.record({
    who,
    does,
    how,
    value: fc.integer({ min: 2, max: 98 }),
    unit,
    denied: fc.boolean(),
  });
  const words = ({
    who,
    does,
    how,
    value,
    unit,
    denied,
  }: typeof made extends fc.Arbitrary<infer T> ? T : never): string =>
    `${who} ${denied ? 'không phải' : 'phải'} ${does} ${how} ${value} ${unit} theo kế hoạch.`;

  it('its own words pass', () => {
    fc.assert(
      fc.property(made, (parts) => {
        const text = words(parts);
        const [checked] = checkSentences([{ text, sources: [1] }], [source(1, 7, 1, text)], {
          today,
        }).sentences;
        expect(checked?.reasons).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('any other number fails', () => {
    fc.assert(
      fc.property(made, fc.integer({ min: 1, max: 60 }), (parts, more) => {
        const text = words({ ...parts, value: parts.value + more });
        const [checked] = checkSentences([{ text, sources: [1] }], [source(1, 7, 1, words(parts))], {
          today,
        }).sentences;
        expect(checked?.verdict).toBe('failed');
      }),
      { numRuns: 25 },
    );
  });
});

describe('a provision of a kind', () => {
  const told = (text: string, one: Partial<AnswerSource> & { readonly text: string }) =>
    checkSentences([{ text, sources: [9] }], [{ ...source(9, 7, 1, ''), ...one }], { today }).sentences[0];

  it('that forbids what it lists is told as forbidding, not as allowing', () => {
    const text =
      'Điều 7. Các hành vi sau bị cấm\nNghiêm cấm các hành vi sau:\n1. Cho mượn con dấu ngoài trụ sở cơ quan.\n2. Tiêu hủy hồ sơ còn thời hạn bảo quản.';
    const one = { text, path: ['Điều 7'] };
    expect(told('Không được cho mượn con dấu ngoài trụ sở cơ quan.', one)?.verdict).toBe('checked');
    expect(told('Được cho mượn con dấu ngoài trụ sở cơ quan.', one)?.verdict).toBe('failed');
  });

  it('that says two things in two places is not told as one', () => {
    const text =
      'Điều 7. Hỗ trợ\n1. Văn thư lưu động được hỗ trợ tiền xăng xe.\n2. Thủ kho lưu trữ được trang bị quần áo bảo hộ.';
    const one = { text, path: ['Điều 7'] };
    expect(told('Thủ kho lưu trữ được trang bị quần áo bảo hộ.', one)?.verdict).toBe('checked');
    expect(told('Văn thư lưu động được trang bị quần áo bảo hộ.', one)?.verdict).toBe('failed');
  });

  it('that is offered and says it much more closely has to be cited', () => {
    const [first, second] = [
      source(1, 5, 1, 'Người làm lưu trữ được khám sức khỏe định kỳ hằng năm tại bệnh viện tỉnh.'),
      source(2, 6, 1, 'Người làm văn thư được khám sức khỏe khi mới tuyển dụng.'),
    ];
    const text = 'Người làm lưu trữ được khám sức khỏe định kỳ mỗi năm tại bệnh viện tỉnh.';
    const cited = (id: number) =>
      checkSentences([{ text, sources: [id] }], [first, second], { today }).sentences[0]?.verdict;
    expect([cited(1), cited(2)]).toEqual(['checked', 'failed']);
  });
});
