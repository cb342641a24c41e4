import { describe, expect, it } from 'vitest';
import type { CadreRecord } from '../../domain/record.ts';
import { testCadre, testQualification } from './records.testing.ts';
import { recordLines } from './rosterChange.ts';

const person = (changes: Partial<CadreRecord> = {}): CadreRecord =>
  testCadre({ code: 'MAU-001', unit: 'LG', name: 'Nguyễn Văn Mẫu', ...changes });
const law = testQualification({ kind: 'degree', level: 'thac_si', field: 'Luật', issued: '2019' });

describe('the lines of a changed record', () => {
  it('are none for equal records', () => {
    const { kind, ...rest } = law;
    const otherOrder = person({ qualifications: [{ ...rest, kind }], phone: '0900000001' });
    expect(recordLines(person({ qualifications: [law] }), otherOrder)).toEqual([]);
  });

  it('say what a field was and is, in Vietnamese', () => {
    expect(
      recordLines(
        person({ birth: '1980', party: null, ethnicity: 'Tày' }),
        person({ birth: '1980-05', party: false, ethnicity: null, sex: 'female' }),
      ),
    ).toEqual([
      'Ngày sinh: “1980” → “05/1980”',
      'Giới tính: thêm “nữ”',
      'Dân tộc: bỏ “Tày”',
      'Đảng viên: thêm “không”',
    ]);
  });

  it('say what was added and taken away, one line each', () => {
    expect(
      recordLines(
        person({ lacks: ['it'], evaluations: [{ year: 2024, rating: 'good' }] }),
        person({ qualifications: [law], evaluations: [{ year: 2024, rating: 'excellent' }] }),
      ),
    ).toEqual([
      'Bằng cấp, chứng chỉ: thêm “Thạc sĩ Luật”',
      'Ghi là chưa có: bỏ “tin học”',
      'Xếp loại: bỏ “2024: hoàn thành tốt nhiệm vụ”',
      'Xếp loại: thêm “2024: hoàn thành xuất sắc nhiệm vụ”',
    ]);
  });

  it('name the details of an entry that was mended', () => {
    expect(
      recordLines(
        person({ qualifications: [law] }),
        person({ qualifications: [{ ...law, issued: '2019-12', number: 'A1' }] }),
      ),
    ).toEqual(['Bằng cấp, chứng chỉ: sửa “Thạc sĩ Luật” (số hiệu, ngày cấp)']);
  });

  it('count the same entry as often as it stands there', () => {
    expect(recordLines(person({ qualifications: [law] }), person({ qualifications: [law, law] }))).toEqual([
      'Bằng cấp, chứng chỉ: thêm “Thạc sĩ Luật”',
    ]);
  });

  it('say so where only the order is another', () => {
    const other = testQualification({ kind: 'it', level: 'co_ban' });
    expect(
      recordLines(person({ qualifications: [law, other] }), person({ qualifications: [other, law] })),
    ).toEqual(['Thứ tự các dòng trong hồ sơ: thay đổi']);
  });
});
