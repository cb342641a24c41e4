import { describe, expect, it } from 'vitest';
import { fold } from '../vietnamese/text.ts';
import { expectationOf } from './expectation.ts';

const shows = (question: string, line: string) => expectationOf(question)?.shownBy(fold(line)) ?? null;

describe('what a question expects of a line that answers it', () => {
  it.each([
    ['đạt bao nhiêu phần trăm', 'Phấn đấu 90% cán bộ đạt chuẩn', 'Phấn đấu nâng cao tỷ lệ đạt chuẩn'],
    ['hoc may tuan', 'Thời gian học 06 tuần', 'Thời gian học theo chương trình'],
    ['được hỗ trợ bao nhiêu tiền', 'Hỗ trợ 40.000.000 đồng', 'Hỗ trợ theo quy định'],
    ['học bao lâu', 'Khóa học 10 ngày', 'Khai giảng tháng 5 năm 2027'],
    ['khi nào có hiệu lực', 'Có hiệu lực từ ngày 01 tháng 7 năm 2026', 'Có hiệu lực thi hành'],
    ['mã số chức danh', 'Hạng II, mã số M.98.01.02', 'Hạng II, mã số theo quy định'],
  ])('%s', (question, answering, silent) => {
    expect(shows(question, answering)).toBe(true);
    expect(shows(question, silent)).toBe(false);
  });

  it.each([
    ['đào tạo là gì', '1. Đào tạo là việc học có hệ thống'],
    ['co so du lieu giao duc la gi', '3. Cơ sở dữ liệu giáo dục và đào tạo là tập hợp dữ liệu'],
    ['thế nào là bồi dưỡng', 'Bồi dưỡng là hoạt động trang bị kiến thức'],
  ])('a definition settles "%s"', (question, line) => {
    expect(expectationOf(question)).toMatchObject({ settles: true });
    expect(shows(question, line)).toBe(true);
    expect(
      shows(question, 'Việc này do cơ quan đào tạo, bồi dưỡng, quản lý dữ liệu giáo dục thực hiện'),
    ).toBe(false);
  });

  it('is nothing special for a plain question', () => {
    expect(expectationOf('điều kiện cử đi học')).toBeNull();
  });
});

describe('a count', () => {
  it('is shown with the very word that was counted', () => {
    expect(shows('có mấy hình thức kỷ luật', 'Có 04 hình thức kỷ luật')).toBe(true);
    expect(shows('có mấy hình thức kỷ luật', 'Hình thức kỷ luật do người đứng đầu quyết định')).toBe(false);
  });

  it('of days left is shown by a deadline', () => {
    expect(shows('hạn chót nộp hồ sơ', 'Nộp chậm nhất 15 ngày trước khai giảng')).toBe(true);
  });
});
