import { describe, expect, it } from 'vitest';
import type { Intent } from './intent.ts';
import { recognise } from './recognise.ts';

const self = { who: 'self' } as const;
const gaps = (more: Partial<Extract<Intent, { kind: 'gaps' }>> = {}): Intent => ({
  kind: 'gaps',
  whom: self,
  assumption: null,
  topic: null,
  asOf: null,
  ...more,
});

/** Ways of saying one thing, and what each must be recognised as. */
describe('many ways to say a wish', () => {
  it.each<[string, Partial<Intent>, readonly string[]]>([
    [
      'what one lacks',
      { kind: 'gaps', whom: self, assumption: null },
      [
        'hiện tại em thiếu gì ạ',
        'theo quy định thì mình còn thiếu chứng chỉ nào',
        'bản thân em còn nợ bằng gì',
        'hồ sơ em còn thiếu gì',
        'em phải bổ sung thêm những gì',
        'tôi có đạt tiêu chuẩn không',
        'em chưa có chứng chỉ gì',
        'e thiu j',
      ],
    ],
    [
      'the own record',
      { kind: 'record', whom: self, part: 'all' },
      ['hồ sơ của em thế nào', 'mở lý lịch của tôi', 'xem thông tin cá nhân', 'hồ sơ mình đang ghi gì'],
    ],
    [
      'the own qualifications',
      { kind: 'record', whom: self, part: 'qualifications' },
      ['em đang có những chứng chỉ nào', 'tôi đã học những lớp gì', 'trình độ của mình', 'xem bằng cấp'],
    ],
    [
      'when to learn again',
      { kind: 'renewal' },
      [
        'em phải học lại quốc phòng lúc nào',
        'giấy chứng nhận QPAN của mình còn hạn không',
        'chứng chỉ nào của em sắp hết hạn',
        'khi nào tôi phải đi học QPAN',
        'bao lâu nữa tôi phải cập nhật kiến thức',
      ],
    ],
    [
      'who saw the record',
      { kind: 'who_saw' },
      ['có ai mở hồ sơ của em không', 'nhật ký truy cập hồ sơ của tôi', 'hồ sơ của tôi ai đã đọc'],
    ],
    ['the own data', { kind: 'my_data' }, ['xuất dữ liệu của mình', 'hệ thống đang lưu gì về em']],
    ['to be forgotten', { kind: 'erase' }, ['xóa sạch dữ liệu của em', 'tôi yêu cầu xoá hồ sơ của tôi']],
    ['to unlink', { kind: 'unlink' }, ['gỡ liên kết Telegram', 'tôi muốn ngắt kết nối', 'thoát tài khoản']],
    [
      'to link',
      { kind: 'link' },
      ['làm sao để liên kết tài khoản', 'em muốn đăng nhập', 'mã của tôi là P4RX-7KQA'],
    ],
    [
      'that something is wrong',
      { kind: 'wrong' },
      [
        'ngày vào đảng của tôi ghi sai',
        'bằng thạc sĩ của tôi ghi sai năm, đúng là 2019',
        'tôi tốt nghiệp năm 2011 chứ không phải 2012',
        'em có chứng chỉ tin học rồi mà',
        'sửa giúp em năm sinh',
      ],
    ],
    [
      'who lacks something',
      { kind: 'who_lacks' },
      [
        'phòng tôi còn ai thiếu QPAN',
        'bao nhiêu công chức chưa có cao cấp LLCT',
        'loc danh sach can bo chua qua boi duong qpan',
        'cơ quan em thiếu ai',
      ],
    ],
    [
      'the targets',
      { kind: 'targets' },
      ['tiến độ các chỉ tiêu của đơn vị tôi', 'chỉ tiêu nào chưa hoàn thành', 'báo cáo chỉ tiêu năm nay'],
    ],
    [
      'statistics',
      { kind: 'statistics' },
      ['cơ cấu theo dân tộc', 'đơn vị tôi có bao nhiêu đảng viên', 'thống kê trình độ chuyên môn và độ tuổi'],
    ],
    [
      'whom to send',
      { kind: 'eligible' },
      ['nên cử ai đi học trung cấp LLCT', 'ai có thể học lớp QPAN đợt này'],
    ],
    [
      'successors',
      { kind: 'readiness' },
      ['ds quy hoạch bí thư đảng ủy', 'ai kế cận trưởng phòng', 'đội ngũ kế cận'],
    ],
    ['gaps of the unit', { kind: 'coverage' }, ['còn lĩnh vực nào yếu', 'đơn vị tôi thiếu mảng nào']],
    [
      'turns of training',
      { kind: 'trainings' },
      ['năm 2025 có bao nhiêu người đi học', 'kết quả đào tạo năm nay'],
    ],
    [
      'shares to check',
      { kind: 'percentages' },
      [
        'soát lại các tỷ lệ trong báo cáo',
        '12/48 đạt 25% phải không',
        '30 trong tổng số 40 chiếm 75% đúng chưa',
      ],
    ],
    [
      'a code for somebody',
      { kind: 'issue_code' },
      ['cấp mã liên kết cho bà Lê Thị Mai', 'tạo mã cho MAU-008'],
    ],
    [
      'wishes to correct',
      { kind: 'corrections' },
      ['các đề nghị sửa hồ sơ', 'có yêu cầu đính chính nào mới không'],
    ],
  ])('%s', (_name, intent, sentences) => {
    for (const sentence of sentences) expect(recognise(sentence), sentence).toMatchObject(intent);
  });

  it.each([
    ['em muốn thi thăng hạng II thì còn thiếu gì', { kind: 'grade', name: 'hạng ii' }],
    ['tôi còn thiếu gì để được xét lên CVC ạ', { kind: 'grade', name: 'chuyên viên chính' }],
    ['muốn làm kế toán trưởng thì tôi phải có thêm gì', { kind: 'post', name: 'kế toán trưởng' }],
    ['nếu bổ nhiệm em làm phó trưởng phòng thì sao ạ', { kind: 'post', name: 'phó trưởng phòng' }],
    ['nếu em được đưa vào quy hoạch bí thư thì thiếu gì', { kind: 'planned', name: 'bí thư' }],
    ['/neu quy hoạch phó giám đốc sở', { kind: 'planned', name: 'phó giám đốc sở' }],
    ['/neu tổ viên tổ chuyển đổi số', { kind: 'post', name: 'tổ viên tổ chuyển đổi số' }],
  ] as const)('supposes a step: “%s”', (text, assumption) => {
    expect(recognise(text)).toEqual(gaps({ assumption }));
  });

  it.each([
    ['đến hết năm 2028 em còn thiếu gì', '2028-12-31'],
    ['năm 2027 tôi còn thiếu gì', '2027-12-31'],
    ['tính đến ngày 30 tháng 6 năm 2027 tôi còn thiếu gì', '2027-06-30'],
  ])('says on which day: “%s”', (text, asOf) => {
    expect(recognise(text)).toEqual(gaps({ asOf }));
  });

  it.each([
    ['chị Lan Phương còn thiếu gì ạ', 'lan phương'],
    ['đ/c Bình thiếu chứng chỉ gì', 'bình'],
    ['anh Tuấn phòng nội vụ còn thiếu gì', 'tuấn'],
    ['le van tam con thieu gi', 'le van tam'],
    ['Hồ Kpă Xuyên đủ chuẩn chưa', 'hồ kpă xuyên'],
  ])('names the person and nothing else: “%s”', (text, name) => {
    expect(recognise(text)).toMatchObject({ kind: 'gaps', whom: { who: 'named', name } });
  });

  it('asks for a file', () => {
    expect(recognise('xuất bảng chỉ tiêu ra excel')).toMatchObject({ kind: 'targets', output: 'xlsx' });
    expect(recognise('danh sách người thiếu QPAN ra word')).toMatchObject({
      kind: 'who_lacks',
      output: 'docx',
    });
  });
});

describe('a question to the documents', () => {
  it.each<[string, readonly string[]]>([
    [
      'of what is wrong with something else',
      [
        'thông tin sai trong hồ sơ dự tuyển bị xử lý ra sao',
        'quyết định kỷ luật của em sai thì khiếu nại ở đâu',
        'chứng chỉ của tôi có được thay thế không',
        'hồ sơ của tôi không đúng hạn thì sao',
      ],
    ],
    [
      'of other days than those to learn again',
      ['khi nào tôi phải bồi thường học phí', 'bao giờ em phải nộp hồ sơ', 'khi nào tôi phải đi học nghề'],
    ],
    [
      'of a step to no position',
      [
        'nếu tôi làm mất chứng chỉ thì sao',
        'nếu em làm đơn thôi học thì thế nào',
        'tôi muốn đi học tiến sĩ thì cần gì',
        'nếu tôi không đạt thì sao',
      ],
    ],
    [
      'of what anybody needs for a step',
      [
        'để được bổ nhiệm phó giám đốc sở thì cần gì',
        'làm trưởng phòng phải có bằng gì',
        'trưởng phòng còn thiếu gì',
      ],
    ],
    [
      'with words that begin like names',
      [
        'hồ sơ lý luận',
        'hồ sơ lưu trữ',
        'thông tin cao đẳng nghề',
        'chứng chỉ anh ngữ',
        'hồ sơ bác sĩ',
        'hồ sơ chủ đầu tư',
        'thong tin chi tiet',
        'ho so co so',
        'ho so dao tao',
        'đào tạo còn thiếu gì',
        'ND 171 còn thiếu gì',
      ],
    ],
    [
      'of staff and rules',
      [
        'ai được xem hồ sơ cán bộ',
        'ai chưa học QPAN thì có bị kỷ luật không',
        'danh sách cán bộ có thành tích',
        'danh sách cán bộ đã học cao cấp',
        'thống kê theo mẫu nào',
        'cơ cấu tổ chức',
        'nguồn quy hoạch là gì',
        'ai đủ điều kiện học cao cấp LLCT theo hướng dẫn 918',
        'rà soát số liệu do ai làm',
        'kết quả bồi dưỡng',
      ],
    ],
    [
      'with figures that are no shares',
      [
        'Nghị định 171/2025/NĐ-CP hỗ trợ 100% có đúng không',
        'Nghị định 171/2025 hỗ trợ 100% học phí có đúng không',
        'từ 2020/2025 đạt 90% có đúng không',
        'ngày 15/7/2026 đạt 30% có đúng không',
        'khoản 2/3 được 50% có đúng không',
      ],
    ],
    ['or no wish at all', ['chào bạn', 'cảm ơn', 'xóa thông tin', 'kết nối', 'mã A01.003', 'kế thừa']],
  ])('%s', (_name, sentences) => {
    for (const sentence of sentences) expect(recognise(sentence), sentence).toBeNull();
  });

  it.each([
    'điều kiện đi học sau đại học',
    'cán bộ còn thiếu chứng chỉ thì sao',
    'tôi phải bồi dưỡng bao nhiêu ngày một năm',
    'ai chưa có bằng đại học thì có được bổ nhiệm không',
    'hồ sơ của người dự tuyển gồm gì',
    'chỉ tiêu 2.1 là gì',
    'thống kê là gì',
    'khoản 2 điều 5 quyết định 915',
    'giáo dục',
    '',
  ])('is no wish about records: “%s”', (text) => {
    expect(recognise(text)).toBeNull();
  });
});
