import { describe, expect, it } from 'vitest';
import { readAsOf } from './asOf.ts';

const TODAY = '2026-11-22';

describe('readAsOf', () => {
  it.each([
    [
      'năm 2024 thì mỗi năm phải bồi dưỡng bao nhiêu ngày',
      '2024-12-31',
      'mỗi năm phải bồi dưỡng bao nhiêu ngày',
    ],
    ['nam 2024 thi hoc may ngay', '2024-12-31', 'hoc may ngay'],
    ['hồi năm 2023 ai được miễn học quốc phòng', '2023-12-31', 'ai được miễn học quốc phòng'],
    ['năm 2026 thì học mấy ngày', '2026-11-22', 'học mấy ngày'],
    ['tại thời điểm 01/7/2025 hồ sơ gồm những gì', '2025-07-01', 'hồ sơ gồm những gì'],
    ['Trước ngày 1/7/2025, ai cấp chứng chỉ?', '2025-06-30', 'ai cấp chứng chỉ?'],
    ['ngày 15/1/2027 mỗi năm học mấy ngày', '2027-01-15', 'mỗi năm học mấy ngày'],
    ['từ ngày 1/1/2027 học mấy ngày', '2027-01-01', 'học mấy ngày'],
    ['tháng 12/2026 thì hồ sơ cử đi học thế nào', '2026-12-31', 'hồ sơ cử đi học thế nào'],
    ['năm 2027 cán bộ học mấy ngày', '2027-12-31', 'cán bộ học mấy ngày'],
    ['sang năm thì học mấy ngày', '2027-12-31', 'học mấy ngày'],
    ['năm ngoái thì học mấy ngày', '2025-12-31', 'học mấy ngày'],
    ['mỗi năm học mấy ngày, tính đến 30-6-2024', '2024-06-30', 'mỗi năm học mấy ngày,'],
    ['tại thời điểm ngày 1 tháng 7 năm 2025 hồ sơ gồm những gì', '2025-07-01', 'hồ sơ gồm những gì'],
    ['vào ngày 01/7/2025 thì ai ký quyết định', '2025-07-01', 'ai ký quyết định'],
    ['vào năm 2024 thì học mấy ngày', '2024-12-31', 'học mấy ngày'],
    ['hồi 2023 ai được miễn học', '2023-12-31', 'ai được miễn học'],
  ])('reads the day of %j', (question, day, rest) => {
    expect(readAsOf(question, TODAY)).toMatchObject({ day, rest });
  });

  it.each([
    'kế hoạch năm 2027 thì mở mấy lớp',
    'từ năm 2027 mỗi năm học mấy ngày',
    'Luật 2019 quy định gì',
    'nghị định 171/2025 nói gì về bồi dưỡng',
    'giai đoạn 2021-2025 đào tạo bao nhiêu người',
    'năm học 2024-2025 bắt đầu khi nào',
    'hồ sơ phải nộp trước ngày 15/3/2026 đúng không',
    'hiện nay mỗi năm học mấy ngày',
    'người sinh ngày 01/7/1985 có được cử đi học không',
    'người sinh vào ngày 01/7/1985 có được cử đi học không',
    'nộp hồ sơ vào 15/3/2026 có muộn không',
    'thông tư liên tịch hồi 2023/2024 nói gì',
    'tại thời điểm 31/02/2025 thì sao',
    'năm 2024 thì',
    '',
  ])('leaves %j alone', (question) => {
    expect(readAsOf(question, TODAY)).toBeNull();
  });

  it('reads NFD as NFC', () => {
    const question = 'năm 2024 thì mỗi năm phải bồi dưỡng bao nhiêu ngày';
    expect(readAsOf(question.normalize('NFD'), TODAY)).toEqual(readAsOf(question, TODAY));
  });
});
