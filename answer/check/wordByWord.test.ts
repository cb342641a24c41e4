import { describe, expect, it } from 'vitest';
import { createChecker } from './checkSentences.ts';
import type { AnswerSource } from './source.ts';
import { alignWords, lineOf } from './wordAlignment.ts';
import { wordsOf } from './words.ts';

const source = (id: number, text: string): AnswerSource => ({
  id,
  text: `${id}. ${text}`,
  above: [],
  heading: null,
  path: ['Điều 8', `khoản ${id}`],
  document: {
    number: '977/2026/QĐ-UBND',
    type: 'Quyết định',
    title: 'Quy định về lớp nghiệp vụ kho quỹ',
    issuer: 'Ủy ban nhân dân tỉnh Lam Giang',
    issued: '2026-02-10',
    effective: '2026-03-01',
  },
  validity: 'in_force',
  from: '2026-03-01',
  until: null,
  changedBy: [],
});

const sources = [
  source(1, 'Kết quả kiểm kê kho hằng năm phải thông báo cho người giữ kho.'),
  source(2, 'Được miễn lớp kho quỹ: thủ quỹ đã có chứng chỉ kế toán; người giữ kho từ đủ 10 năm trở lên.'),
  source(
    3,
    'Không cử học lớp kho quỹ lần thứ hai, trừ trường hợp được điều động sang kho lưu trữ chuyên ngành.',
  ),
  source(
    4,
    'Sở Tài chính mở lớp kho quỹ. Đơn xin học lại lớp kho quỹ gửi Trường Chính trị tỉnh; kết quả trả trong 30 ngày.',
  ),
  source(5, 'Thủ quỹ bị kỷ luật thì đưa ra khỏi danh sách dự nguồn.'),
  source(6, 'Người trúng tuyển hạng IV, hạng III đã làm thủ quỹ từ đủ 12 tháng thì được miễn tập sự.'),
  source(7, 'Đến hết năm 2026 có trên 70%, hết năm 2030 có trên 90% thủ quỹ học xong lớp kho quỹ.'),
  source(
    8,
    'Thủ quỹ còn thiếu chứng chỉ thì nộp trước ngày 30 tháng 6 năm 2028; quá hạn mà chưa nộp thì bố trí việc khác.',
  ),
  source(9, 'Thủ kho chuyển đi hoặc không còn giữ chìa khóa thì bàn giao sổ kho.'),
  source(
    10,
    'Quyết định này không áp dụng đối với thủ thư; việc bồi dưỡng thủ thư thực hiện theo pháp luật về thư viện.',
  ),
  source(
    11,
    'Loại khá: điểm xếp loại đạt từ 7 điểm đến dưới 9 điểm (không có điểm dưới 6); loại giỏi: điểm xếp loại đạt từ 9 điểm đến 10 điểm (không có điểm dưới 7).',
  ),
  source(
    12,
    'Điều kiện để cơ sở giáo dục mở lớp kho quỹ:\na) Giảng viên cơ hữu và giảng viên thỉnh giảng phải đạt chuẩn; có tối thiểu 70% giảng viên cơ hữu tham gia giảng dạy một lớp kho quỹ.',
  ),
  source(
    13,
    'Nếu thủ quỹ đã được bố trí thời gian nghỉ bù nhưng tự nguyện không nghỉ bù thì không được chi trả tiền cho những ngày chưa nghỉ bù.',
  ),
  source(
    14,
    'Thủ quỹ mới tuyển có những quyền sau đây:\na) Được thông tin đầy đủ về lớp học;\nb) Được cấp tài liệu, miễn học phí và hưởng các chế độ ưu tiên khác trong thời gian học.',
  ),
  source(
    15,
    'Người học lớp kho quỹ phải đền bù chi phí khi thuộc một trong các trường hợp sau đây:\na) Tự ý bỏ học;\nb) Không được cấp chứng chỉ vì lý do chủ quan.',
  ),
  source(16, 'Học viên không được nghỉ quá 20% một môn; nghỉ quá mức đó phải học lại môn ấy.'),
  source(17, 'Thủ quỹ còn thiếu chứng chỉ thì vẫn được xem xét bổ nhiệm để bảo đảm nhiệm vụ.'),
  source(18, 'Thủ quỹ được cấp chứng chỉ kế toán được hỗ trợ một lần 4 triệu đồng.'),
  source(19, 'Chỉ cử học lớp ngoại ngữ đối với thủ quỹ mà vị trí việc làm có yêu cầu.'),
  source(20, 'Không cử một thủ quỹ tham gia hai lớp có nội dung trùng nhau trong thời gian hai năm.'),
];
const check = createChecker(sources, { today: '2026-11-22' });

describe('a sentence laid along its provision', () => {
  it.each([
    [
      'a denial put in',
      'Kết quả kiểm kê kho hằng năm không phải thông báo cho người giữ kho.',
      1,
      'negation',
    ],
    ['a release denied', 'Người giữ kho từ đủ 10 năm trở lên không được miễn lớp kho quỹ.', 2, 'negation'],
    [
      'what is excepted denied too',
      'Người được điều động sang kho lưu trữ chuyên ngành cũng không được cử học lớp kho quỹ lần thứ hai.',
      3,
      'negation',
    ],
    ['someone else in the place', 'Đơn xin học lại lớp kho quỹ gửi Sở Tài chính.', 4, 'swapped_subject'],
    ['what goes on all the same', 'Thủ quỹ bị kỷ luật vẫn được giữ trong danh sách dự nguồn.', 5, 'opposite'],
    [
      'a figure of another year',
      'Đến hết năm 2026, phải có trên 90% thủ quỹ học xong lớp kho quỹ.',
      7,
      'wrong_number',
    ],
    [
      'one release of several denied',
      'Thủ quỹ mới tuyển không được miễn học phí trong thời gian học.',
      14,
      'negation',
    ],
    [
      'a duty let off',
      'Người không được cấp chứng chỉ vì lý do chủ quan được miễn đền bù chi phí.',
      15,
      'negation',
    ],
    [
      'the whole for a part',
      'Học viên nghỉ quá 20% một môn thì phải học lại toàn bộ lớp kho quỹ.',
      16,
      'opposite',
    ],
    [
      'what is allowed only later',
      'Thủ quỹ còn thiếu chứng chỉ phải học xong rồi mới được xem xét bổ nhiệm.',
      17,
      'opposite',
    ],
    [
      'every year for once',
      'Thủ quỹ được cấp chứng chỉ kế toán được hỗ trợ mỗi năm 4 triệu đồng.',
      18,
      'opposite',
    ],
    ['anyone for a few', 'Mọi thủ quỹ đều được cử học lớp ngoại ngữ.', 19, 'opposite'],
    [
      'what is denied allowed',
      'Trong hai năm, một thủ quỹ được cử học hai lớp có nội dung trùng nhau.',
      20,
      'negation',
    ],
  ])('is refused for %s', (_what, text, id, kind) => {
    expect(check({ text, sources: [id] }).reasons.map((reason) => reason.kind)).toContain(kind);
  });

  it.each([
    [
      'a list in another order',
      'Người trúng tuyển hạng III, hạng IV đã làm thủ quỹ từ đủ 12 tháng thì được miễn tập sự.',
      6,
    ],
    ['a denial behind hay', 'Thủ kho chuyển đi hay không còn giữ chìa khóa thì bàn giao sổ kho.', 9],
    [
      'what else would follow',
      'Thủ quỹ còn thiếu chứng chỉ phải nộp trước ngày 30 tháng 6 năm 2028, nếu không sẽ bị bố trí việc khác.',
      8,
    ],
    [
      'what follows from a term missed',
      'Thủ quỹ còn thiếu chứng chỉ phải nộp trước ngày 30 tháng 6 năm 2028, quá hạn thì được bố trí việc khác.',
      8,
    ],
    [
      'a document that is not followed',
      'Việc bồi dưỡng thủ thư không theo Quyết định này mà thực hiện theo pháp luật về thư viện.',
      10,
    ],
    [
      'a range of what is counted',
      'Học viên đạt điểm xếp loại từ 9 đến 10 và không có điểm nào dưới 7 thì được xếp loại giỏi.',
      11,
    ],
    [
      'whoever has others do it',
      'Cơ sở giáo dục phải có ít nhất 70% giảng viên cơ hữu tham gia giảng dạy một lớp kho quỹ.',
      12,
    ],
    [
      'a denied deed named before',
      'Thủ quỹ đã được bố trí thời gian nghỉ bù mà tự nguyện không nghỉ thì không được chi trả tiền cho những ngày chưa nghỉ.',
      13,
    ],
    [
      'the exception told',
      'Người được điều động sang kho lưu trữ chuyên ngành thì vẫn được cử học lớp kho quỹ lần thứ hai.',
      3,
    ],
    ['once for one time', 'Thủ quỹ được cấp chứng chỉ kế toán được hỗ trợ 4 triệu đồng, một lần.', 18],
    [
      'what is denied told later',
      'Trong hai năm, một thủ quỹ không được cử học hai lớp có nội dung trùng nhau.',
      20,
    ],
  ])('passes with %s', (_what, text, id) => {
    expect(check({ text, sources: [id] }).reasons).toEqual([]);
  });
});

describe('words laid along a line', () => {
  const line = lineOf(['nộp đơn cho Sở Nội vụ trước ngày họp và nộp đơn cho Sở Tài chính sau ngày họp']);
  const placesOf = (text: string) => alignWords(wordsOf(text), line).places;

  it('stay together where the same words stand twice', () => {
    expect(placesOf('nộp đơn cho Sở Tài chính')).toEqual([10, 11, 12, 13, 14, 15]);
  });

  it('are told nowhere where the line has none of them', () => {
    expect(placesOf('kỷ luật thủ quỹ')).toEqual([-1, -1, -1, -1]);
  });
});

describe('a text without a word', () => {
  it.each(['', '…', '[1]', '👍'])('claims nothing, and counts as nothing checked: “%s”', (text) => {
    expect(check({ text, sources: [1] }).verdict).toBe('plain');
  });
});
