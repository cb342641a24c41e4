import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { syllablePairs } from '../syllablePairs.ts';
import { repairFormulas } from './formulaRepair.ts';

const pairs = syllablePairs(readFileSync(new URL('../../data/syllablePairs.txt', import.meta.url), 'utf8'));
const repaired = (text: string) => repairFormulas(text, pairs).text;

describe('words misread in what directives say alike everywhere', () => {
  it.each([
    ['Điều 7. Điều khuến #hi hành.', 'Điều 7. Điều khoản thi hành.'],
    ['Điều 7. Đối tưọng ấp dụng', 'Điều 7. Đối tượng áp dụng'],
    ['Điều 7. Trách nhiệm thì hành', 'Điều 7. Trách nhiệm thi hành'],
    ['Đột lập - Tự do - Hạnh phúc', 'Độc lập - Tự do - Hạnh phúc'],
    ['MỤC ĐÍCH, YÊU CÂU', 'MỤC ĐÍCH, YÊU CẦU'],
    ['ỦY BAN NHÂN DÂN\nTHÀNH PHÓ HÀ NỘI', 'ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI'],
    [
      'Căn cứ Luật Ban hành văn cà quy phạm pháp luật số',
      'Căn cứ Luật Ban hành văn bản quy phạm pháp luật số',
    ],
    ['Căn cứ Luật Ban hành văn quy phạm pháp luật số', 'Căn cứ Luật Ban hành văn bản quy phạm pháp luật số'],
    [
      'quy định chức năng, nhiệm vụ,\nquyền hạn li sấu chức của Bộ Nội vụ;',
      'quy định chức năng, nhiệm vụ,\nquyền hạn và cơ cấu tổ chức của Bộ Nội vụ;',
    ],
    ['Theo đề nghị của Bộ trưởng Độ Nội vụ;', 'Theo đề nghị của Bộ trưởng Bộ Nội vụ;'],
    ['- UBND các tinh, thành phố trực thuộc TW;', '- UBND các tỉnh, thành phố trực thuộc TW;'],
    ['(Ban hành kốm theo Quyết định này)', '(Ban hành kèm theo Quyết định này)'],
    ['chịu trách nhiệm\nthì hành Quyết định này./.', 'chịu trách nhiệm\nthi hành Quyết định này./.'],
  ])('are put right: %s', (read, meant) => {
    expect(repaired(read)).toBe(meant);
    expect(repairFormulas(read, pairs).repairs.length).toBeGreaterThan(0);
  });

  it.each([
    'Điều 7. Quy định chi tiết\nChính phủ quy định chi tiết',
    'Điều 7. Đối tượng bồi dưỡng',
    'Điều 7. Trách nhiệm của thí sinh\nĐiều 8. Nguyên tắc chính',
    'các chức vụ: Bộ trưởng, Thứ trưởng, Tổng tham mưu trưởng',
    'TỈNH LAM GIANG\nTHÀNH PHỐ NAM LAM\nTHỦ TRƯỞNG ĐƠN VỊ\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nPHÓ CHỦ NHIỆM',
    '- Văn phòng Thành ủy;\n- Sở Công Thương các tỉnh, thành phố trực thuộc TW;\n- Cổng Thông tin điện tử Bộ Mẫu;',
    'Căn cứ Luật Tổ chức Kiểm ngư nhân dân; Căn cứ Luật Cán bộ, viên chức',
    'Căn cứ Luật Tổ chức chính quyền địa phương số 12/2031/QH16',
    'Ủy ban nhân dân các quận/huyện và các sở, ban, ngành có liên quan',
    'Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội',
    'sửa đổi, bãi bỏ một số điều của Thông tư số 12/2031/TT-BMS',
  ])('are not seen in other words: %s', (text) => {
    expect(repairFormulas(text, pairs)).toEqual({ text, repairs: [] });
  });
});
