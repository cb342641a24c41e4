import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSampleRuleFiles } from '../../data/requirements/sampleRules.testing.ts';
import { fileWith } from './ruleFile.testing.ts';
import { readRuleFile } from './ruleFile.ts';

function problemsOf(text: string): readonly string[] {
  const read = readRuleFile(text);
  return read.ok ? [] : read.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('a fault', () => {
  test.each<[string, string, RegExp]>([
    ['an unknown key', fileWith('{ holds: it, levle: co_ban }'), /^5:25 .*“levle”; có phải “level” không\?/],
    ['an unknown kind', fileWith('{ holds: politcal_theory }'), /^5:21 .*có phải “political_theory” không\?/],
    [
      'a level in Vietnamese',
      fileWith('{ holds: political_theory, level: Trung cấp }'),
      /^5:46 .*có phải “trung_cap” không\? các mức từ thấp đến cao: so_cap, trung_cap, cao_cap\.$/,
    ],
    [
      'a level of a kind without',
      fileWith('{ holds: other, level: co_ban }'),
      /^5:35 Loại other không chia mức/,
    ],
    ['no form', fileWith('{ hold: it }'), /^5:12 Không thấy dạng điều kiện nào; có phải “holds” không\?/],
    ['two forms at once', fileWith('{ party: true, sex: male }'), /^5:12 .*hãy gộp bằng all/],
    ['a text for a condition', fileWith('đại học'), /^5:12 Một điều kiện viết như/],
    ['no alternatives', fileWith('{ any: [] }'), /^5:19 Danh sách này phải có ít nhất một mục/],
    [
      'a renewal of what cannot be',
      fileWith('{ renewed: { party: true }, months: 6 }'),
      /chỉ nhận một điều kiện holds/,
    ],
    ['an age without ends', fileWith('{ age: {} }'), /^5:19 Điều kiện tuổi/],
    ['ages turned round', fileWith('{ age: { from: 60, to: 55 } }'), /^5:27 Tuổi “from” lớn hơn/],
    ['a number in words', fileWith('{ training_days: năm }'), /^5:29 “năm” không phải là số/],
    ['a flag in Vietnamese', fileWith('{ party: có }'), /^5:21 Không hiểu “có”.*true, false/],
    ['a class without a name', fileWith('{ attended: [] }'), /^5:12 Hãy nêu tên lớp/],
    [
      'a day that no calendar has',
      fileWith('{ party: true }', '    from: 2026-02-30\n'),
      /^7:11 Lịch không có ngày “2026-02-30”/,
    ],
    [
      'a day written the Vietnamese way',
      fileWith('{ party: true }', '    from: 1/4/2026\n'),
      /^7:11 “1\/4\/2026”.*hãy viết như 2026-04-01\.$/,
    ],
    [
      'a period turned round',
      fileWith('{ party: true }', '    from: 2027-01-01\n    until: 2026-01-01\n'),
      /^8:12 “2027-01-01” đứng sau “2026-01-01”/,
    ],
    [
      'what somebody has in applies_to',
      fileWith('{ party: true }', '    applies_to: { all: [{ holds: it }] }\n'),
      /^7:27 “applies_to” chỉ nói người đó là ai, không dùng “holds”/,
    ],
    [
      'a reference without its parts',
      'requirements:\n  - { id: a, title: A, status: sample, needs: { party: true }, reference: { path: [] } }\n',
      /Thiếu mục “document”/,
    ],
    [
      'a label in the wrong case',
      fileWith('{ party: true }').replace('khoản 2', 'Khoản 2'),
      /^6:61 Nhãn “Khoản 2” viết không đúng kiểu; hãy viết “khoản 2”/,
    ],
    [
      'an id given twice',
      `${fileWith('{ party: true }')}${fileWith('{ party: true }').replace('requirements:\n', '')}`,
      /^7:9 Mã “thu\.1” đã dùng ở dòng 2/,
    ],
    [
      'an example of an unknown rule',
      fileWith(
        '{ party: true }',
        'examples:\n  - { person: {}, as_of: 2026-01-01, expect: { thu.2: met } }\n',
      ),
      /^8:48 Tệp không có quy tắc nào mã “thu\.2”; có phải “thu\.1” không\?/,
    ],
    [
      'a position that the own catalogue lacks',
      fileWith('{ post: [Trưởng phong] }', 'positions: [{ name: Trưởng phòng Kinh tế }]\n'),
      /^5:21 Danh mục chức danh của tệp không có “Trưởng phong”/,
    ],
    [
      'a percentage over a hundred',
      'targets: [{ id: t, title: T, status: sample, percent: 150, group: { party: true }, condition: { party: true }, reference: { document: d, path: Điều 1, quote: q } }]',
      /^1:55 Tỷ lệ phải từ 1 đến 100/,
    ],
    ['a key given twice', fileWith('{ party: true }', '    title: Hai\n'), /^7:5 Mục này đã có ở trên/],
    ['a tag', fileWith('!!js/function { party: true }'), /^5:12 Không dùng dấu “!”/],
    ['a bracket left open', fileWith('{ party: true'), /^6:5 .*dấu ngoặc mở ở trên chưa đóng/],
    ['an alias of nothing', fileWith('*gi_do'), /^5:12 Chỗ dùng lại \(\*\) gọi một tên chưa đặt/],
    [
      'an alias inside itself',
      fileWith('&a { all: [*a] }'),
      /^5:23 Chỗ dùng lại \(\*\) nằm trong chính phần/,
    ],
    [
      'conditions within conditions without end',
      fileWith(`${'{ all: ['.repeat(40)}${'] }'.repeat(40)}`),
      /tầng/,
    ],
    ['a list in the place of the file', '- a\n- b\n', /^1:1 Chỗ này phải là các dòng/],
  ])('%s is told with its place and remedy', (_, text, message) => {
    expect(problemsOf(text)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });

  test('comes with all the others, in the order of the lines', () => {
    const text = `status: mẫu
requirements:
  - id: a
    title: A
    needs: { holds: degree, level: cu_nhan, fieds: [Luật] }
    applies_to: { training_days: 5 }
    from: 2026-13-01
    reference: { document: d, quote: q }
  - id: a
    needs: { sex: nam }
targets: { }
examples:
  - { person: { birth: 31/12/1980, luong: 5 }, as_of: hôm nay, expect: { a: dat, b: met } }
`;
    const problems = problemsOf(text);
    const lines = problems.map((problem) => Number(problem.split(':')[0]));
    expect(lines).toEqual(lines.toSorted((one, other) => one - other));
    expect(problems.map((problem) => problem.replace(/^(\d+):\d+ (.{0,33}).*/, '$1 $2'))).toEqual([
      '1 Không hiểu “mẫu”; các giá trị dùn',
      '5 “cu_nhan” không phải là mức của d',
      '5 Không có mục “fieds”; có phải “fi',
      '6 “applies_to” chỉ nói người đó là ',
      '7 Lịch không có ngày “2026-13-01”; ',
      '8 Thiếu mục “path”; hãy ghi thêm.',
      '9 Thiếu mục “title”; hãy ghi thêm.',
      '9 Thiếu mục “reference”; hãy ghi th',
      '9 Mã “a” đã dùng ở dòng 3; mỗi quy ',
      '10 Không hiểu “nam”; các giá trị dùn',
      '11 Chỗ này phải là danh sách: mỗi dò',
      '13 “31/12/1980” không phải là một th',
      '13 Không có mục “luong”; các mục dùn',
      '13 “hôm nay” không phải là một ngày ',
      '13 Không hiểu “dat”; các giá trị dùn',
      '13 Tệp không có quy tắc nào mã “b”; ',
    ]);
  });

  test('of a file that is too long is one problem, not a long wait', () => {
    expect(problemsOf('a'.repeat(1_000_001))).toEqual([expect.stringMatching(/^1:1 Tệp dài hơn/)]);
  });

  test('is told of aliases without number', () => {
    const text = `x: &a [b]\nrequirements: [${'*a,'.repeat(2000)}]\n`;
    expect(problemsOf(text)).toEqual([expect.stringMatching(/^1:1 Tệp dùng lại \(\*\) quá nhiều lần/)]);
  });
});

describe('whatever the file says', () => {
  const places = (text: string): boolean => {
    const lines = text.split(/\r\n|\r|\n/).length;
    const read = readRuleFile(text);
    return read.ok || read.problems.every(({ line, column }) => line >= 1 && line <= lines && column >= 1);
  };

  test('it is read or its problems are told, at places that the file has', () => {
    const piece = fc.constantFrom(
      ...[
        'requirements:',
        '- ',
        '  ',
        '\n',
        ': ',
        '{',
        '}',
        '[',
        ']',
        ',',
        '&a ',
        '*a',
        '!!',
        '"',
        '#',
        '|',
        '? ',
      ],
      ...[
        'id',
        'needs',
        'holds',
        'degree',
        'level',
        'reference',
        'examples',
        'person',
        '2026-02-30',
        '\t',
        'ơ',
      ],
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => places(pieces.join(''))));
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), places));
  });

  test('a sample file with a stretch cut out is read or its problems are told', () => {
    const [text = ''] = readSampleRuleFiles()
      .filter(({ name }) => name.startsWith('918'))
      .map((file) => file.text);
    const stretch = fc.tuple(fc.nat(text.length), fc.integer({ min: 1, max: 300 }));
    fc.assert(
      fc.property(stretch, ([start, length]) => places(text.slice(0, start) + text.slice(start + length))),
    );
  });
});
