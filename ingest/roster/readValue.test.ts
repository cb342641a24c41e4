import { describe, expect, it, test } from 'vitest';
import type { QualificationKind } from '../../domain/ladders.ts';
import { readStatedLevel } from './readQualification.ts';
import { readRosterBytes } from './readRosterBytes.ts';
import {
  type Reading,
  readDate,
  readNumber,
  readPhone,
  readYesNo,
  saysLacking,
  textOf,
} from './readValue.ts';
import {
  bytesOf,
  lineOf,
  person,
  problemsOf,
  rosterOf,
  someUnit,
  today,
  workbookOf,
} from './roster.testing.ts';

const got = <T>(reading: Reading<T>) => (reading.ok ? reading.value : null);

describe('dates', () => {
  test.each([
    ['05/12/2019', '2019-12-05'],
    ['5-12-2019', '2019-12-05'],
    ['5.12.2019', '2019-12-05'],
    ['5 / 12 / 2019', '2019-12-05'],
    ['ngày 05 tháng 12 năm 2019', '2019-12-05'],
    ['Ngày 5 tháng 12, năm 2019', '2019-12-05'],
    ['2019-12-05', '2019-12-05'],
    ['2019-12-05T08:30:00', '2019-12-05'],
    ['12/2019', '2019-12'],
    ['12-2019', '2019-12'],
    ['tháng 12/2019', '2019-12'],
    ['Tháng 12 năm 2019', '2019-12'],
    ['T12/2019', '2019-12'],
    ['2019-12', '2019-12'],
    ['00/12/2019', '2019-12'],
    ['2019', '2019'],
    ['năm 2019', '2019'],
    ['00/00/2019', '2019'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is %s', (written, date) => {
    expect(got(readDate(written))).toBe(date);
    expect(got(readDate(written.normalize('NFD')))).toBe(date);
  });

  test.each([
    '29/02/2023',
    '12/25/2019',
    '13/2019',
    '05/00/2019',
    '1/1/19',
    '20191205',
    '43804',
    'chưa rõ',
    '1203',
    '2019/12',
  ])('%s is none', (written) => {
    expect(readDate(written).ok).toBe(false);
  });
});

describe('other values', () => {
  test.each([
    ['x', true],
    ['Có', true],
    ['CÓ', true],
    ['✓', true],
    ['không', false],
    ['Ko', false],
    ['chưa', false],
    ['có lẽ', null],
  ])('%s as yes or no is %s', (written, value) => {
    expect(got(readYesNo(written, { yes: [], no: [] }))).toBe(value);
  });

  test.each([
    ['0900 000 001', '0900000001'],
    ['0900.000.001', '0900000001'],
    ['+84900000001', '0900000001'],
    ['84900000001', '0900000001'],
    ['02543 000 001', '02543000001'],
    ['900000001', null],
    ['0900000001/0900000002', null],
  ])('%s as a telephone number is %s', (text, phone) => {
    expect(got(readPhone({ kind: 'text', text }))).toBe(phone);
  });

  it('are given back the zero that Excel drops from a telephone number', () => {
    expect(got(readPhone({ kind: 'number', value: 900_000_001 }))).toBe('0900000001');
  });

  test.each([
    ['2,5', 2.5],
    ['3 ngày', 3],
    ['-1', null],
    ['1e3', null],
    ['400', null],
  ])('%s as a number of days is %s', (text, value) => {
    expect(got(readNumber({ kind: 'text', text }, 0.5, 366))).toBe(value);
  });

  test.each(['10 buổi', '40 tiết', '2 tuần', '1 tháng', '3 ngày (6 buổi)', '16 giờ', '40 TIẾT'])(
    '%s is no number of days, and what to write is said',
    (text) => {
      const found = readNumber({ kind: 'text', text }, 0.5, 366);
      expect(found).toMatchObject({ ok: false, fault: { message: `“${text}” không phải số ngày.` } });
      expect(found.ok || found.fault.remedy).toContain('8 tiết là 1 ngày');
    },
  );

  test.each(['0,5', '0.5', '0,5 ngày'])('%s is half a day', (text) => {
    expect(got(readNumber({ kind: 'text', text }, 0.5, 366))).toBe(0.5);
  });

  test.each(['Chưa có', 'chưa', 'KHÔNG', 'Không có', 'chua qua'])('%s says that there is none', (written) => {
    expect(saysLacking(written)).toBe(true);
  });

  it('are the words that a cell shows', () => {
    expect(textOf({ kind: 'date', day: '2019-12-01', shown: 'month' })).toBe('12/2019');
    expect(textOf({ kind: 'date', day: '2019-12-01', shown: 'day' })).toBe('01/12/2019');
    expect(textOf({ kind: 'text', text: '  a\u00a0\n b ' })).toBe('a b');
  });
});

describe('a kind and a level in their two cells', () => {
  const holds = { says: 'holds', field: null, name: null };

  test.each([
    [null, 'TC LLCT', { ...holds, kind: 'political_theory', level: 'trung_cap' }],
    ['political_theory', 'Trung cấp', { ...holds, kind: 'political_theory', level: 'trung_cap' }],
    ['degree', 'Đại học Luật', { ...holds, kind: 'degree', level: 'dai_hoc', field: 'Luật' }],
    ['foreign_language', null, { ...holds, kind: 'foreign_language', level: null }],
    [
      'foreign_language',
      'Anh B',
      { ...holds, kind: 'foreign_language', level: null, field: 'Anh', name: 'Anh B' },
    ],
    [null, 'Tin học A', { ...holds, kind: 'it', level: null, name: 'Tin học A' }],
    [
      null,
      'Giấy xác nhận tương đương TC LLCT',
      { ...holds, kind: 'other', level: null, name: 'Giấy xác nhận tương đương trung cấp lý luận chính trị' },
    ],
    [
      'political_theory',
      'Trung cấp (giấy xác nhận tương đương)',
      { ...holds, kind: 'other', level: null, name: 'Trung cấp (giấy xác nhận tương đương)' },
    ],
    [
      'political_theory',
      'Tương đương TC',
      { ...holds, kind: 'other', level: null, name: 'Tương đương trung cấp lý luận chính trị' },
    ],
    [null, 'Chưa có trình độ LLCT', { says: 'lacks', kind: 'political_theory' }],
    [null, 'Không có LLCT', { says: 'lacks', kind: 'political_theory' }],
    ['political_theory', 'chua co trinh do ly luan chinh tri', { says: 'lacks', kind: 'political_theory' }],
    ['foreign_language', 'Chưa có chứng chỉ ngoại ngữ', { says: 'lacks', kind: 'foreign_language' }],
    ['degree', 'Chưa qua đào tạo', { says: 'lacks', kind: 'degree' }],
    ['state_management', 'Chưa có chứng chỉ', { says: 'lacks', kind: 'state_management' }],
    ['it', 'Chưa có', { says: 'lacks', kind: 'it' }],
    [null, null, { says: 'nothing' }],
  ] as const)('%s, %s', (kind, written, stated) => {
    expect(readStatedLevel(kind, written)).toEqual(stated);
  });

  it('are wrong where neither tells the kind, or the level is of another', () => {
    expect(readStatedLevel(null, 'Chưa có')).toMatchObject({ says: 'wrong', column: 'kind' });
    expect(readStatedLevel(null, 'Trung cấp')).toMatchObject({ says: 'wrong', column: 'kind' });
    expect(readStatedLevel('it', 'TC LLCT')).toMatchObject({ says: 'wrong', column: 'level' });
  });
});

it('takes nobody on probation for a member of the Party, and says so', async () => {
  const rows = ['dự bị', 'Đảng viên dự bị', 'đảng viên', 'không'].map((party, index) => [
    `CB-${index}`,
    'Nguyễn Thử',
    null,
    null,
    'DV-1',
    null,
    null,
    party,
    party === 'không' ? null : '12/2025',
  ]);
  const book = workbookOf({ 'Đơn vị': [[someUnit.code, someUnit.name, 'Xã']], 'Cán bộ': rows });
  const found = await readRosterBytes(await bytesOf(book), 'a.xlsx', today);
  expect(rosterOf(found).cadres.map(({ party }) => party)).toEqual([null, null, true, false]);
  expect(found.ok && found.warnings.map(lineOf)).toEqual([
    'Cán bộ!2 Đảng viên: “dự bị”: đảng viên dự bị chưa được tính là đảng viên; hồ sơ để là chưa rõ.',
    'Cán bộ!3 Đảng viên: “Đảng viên dự bị”: đảng viên dự bị chưa được tính là đảng viên; hồ sơ để là chưa rõ.',
  ]);
});

describe('what is not held, or not yet', () => {
  test.each<readonly [QualificationKind | null, string]>([
    [null, 'Chưa có TC LLCT'],
    ['political_theory', 'chưa qua trung cấp'],
    ['political_theory', 'chưa học TC'],
    ['degree', 'Không có bằng đại học'],
    [null, 'Không có bằng đại học'],
    ['degree', 'Học dở đại học'],
    [null, 'Đang học CC LLCT'],
    ['political_theory', 'đang học'],
    ['degree', 'Đại học (đang học)'],
    [null, 'Hoàn thành CC LLCT, chưa cấp bằng'],
    ['foreign_language', 'Chưa có chứng chỉ tiếng Anh'],
    ['it', 'Chưa có trình độ LLCT'],
    ['practising_licence', 'Đang chờ cấp'],
  ])('%s, %s is told with what to write', (kind, written) => {
    expect(readStatedLevel(kind, written)).toMatchObject({
      says: 'wrong',
      column: 'level',
      fault: { remedy: expect.stringContaining('trình độ cao nhất đang có') },
    });
  });

  it('is told beside a level as well, and a lack named in words stands against a paper of the kind', async () => {
    const found = await readRosterBytes(
      await bytesOf(
        workbookOf({
          'Đơn vị': [[someUnit.code, someUnit.name, 'Xã']],
          'Cán bộ': [['CB-1', 'Nguyễn Thử', null, null, 'DV-1']],
          'Văn bằng, chứng chỉ': [
            ['CB-1', null, 'chuyên môn', 'Đại học', 'Luật (đang học)'],
            ['CB-1', null, null, 'CVC', null, 'chưa cấp chứng chỉ'],
            ['CB-1', null, null, 'TC LLCT'],
            ['CB-1', null, null, 'Chưa có trình độ LLCT'],
          ],
        }),
      ),
      'a.xlsx',
      today,
    );
    expect(problemsOf(found).map(lineOf)).toEqual([
      'Văn bằng, chứng chỉ!2 Ngành, chuyên ngành, ngôn ngữ: “Luật (đang học)” nói điều chưa có hoặc chưa xong, trong khi dòng này được hiểu là đang có.',
      'Văn bằng, chứng chỉ!3 Tên văn bằng, chứng chỉ: “chưa cấp chứng chỉ” nói điều chưa có hoặc chưa xong, trong khi dòng này được hiểu là đang có.',
      'Văn bằng, chứng chỉ!5 Trình độ: Vừa ghi “chưa có” vừa ghi có văn bằng, chứng chỉ loại “lý luận chính trị”.',
    ]);
  });

  it('is no matter of the level that a named paper of equivalence counts for', async () => {
    const book = workbookOf({
      'Đơn vị': [[someUnit.code, someUnit.name, 'Xã']],
      'Cán bộ': [['CB-1', 'Nguyễn Thử', null, null, 'DV-1']],
      'Văn bằng, chứng chỉ': [
        ['CB-1', null, 'lý luận chính trị', 'Trung cấp', null, 'Giấy xác nhận tương đương TC LLCT'],
        ['CB-1', null, 'lý luận chính trị', 'Chưa có'],
      ],
    });
    const [cadre] = rosterOf(await readRosterBytes(await bytesOf(book), 'a.xlsx', today)).cadres;
    expect(cadre?.lacks).toEqual(['political_theory']);
    expect(cadre?.qualifications).toMatchObject([
      { kind: 'other', level: null, name: 'Giấy xác nhận tương đương trung cấp lý luận chính trị' },
    ]);
  });
});

it('a whole person is read as an office would write them down', async () => {
  const book = workbookOf({
    'Đơn vị': [[someUnit.code, someUnit.name, 'Xã']],
    'Cán bộ': [
      ['cb-1', 'Nguyễn Thử', new Date(Date.UTC(1985, 7, 15)), 'nữ', 'DV-1', null, null, null, '12/2010'],
    ],
    'Ngạch, hạng': [['CB-1', null, 'Chuyên viên (01.003)']],
    'Văn bằng, chứng chỉ': [
      ['CB-1', 'nguyen thu', null, 'Ths QLNN', null, null, null, null, 2015],
      ['CB-1', null, 'tin học', 'Chưa có'],
    ],
    'Đào tạo, bồi dưỡng': [['CB-1', null, 'Lớp thử', null, 'QPAN đối tượng 4', '04/2026', null, '4 ngày']],
    'Đánh giá': [['CB-1', null, '2025', 'HTTNV']],
  });
  const birth = book.getWorksheet('Cán bộ')?.getCell('C2');
  if (birth !== undefined) birth.numFmt = 'dd/mm/yyyy';
  const roster = rosterOf(await readRosterBytes(await bytesOf(book), 'a.xlsx', today));
  const nothing = { number: null, issuer: null, expires: null, evidence: null, name: null };
  expect(roster.cadres).toEqual([
    person({
      code: 'cb-1',
      birth: '1985-08-15',
      sex: 'female',
      party: true,
      partyJoined: '2010-12',
      grades: [{ name: 'Chuyên viên', code: '01.003', from: null, until: null }],
      qualifications: [
        { ...nothing, kind: 'degree', level: 'thac_si', field: 'quản lý nhà nước', issued: '2015' },
      ],
      lacks: ['it'],
      trainings: [
        {
          className: 'Lớp thử',
          kind: 'defence_security',
          level: 'doi_tuong_4',
          from: '2026-04',
          until: null,
          days: 4,
          place: null,
          abroad: null,
          mode: null,
          programme: null,
          completed: null,
        },
      ],
      evaluations: [{ year: 2025, rating: 'good' }],
    }),
  ]);
});
