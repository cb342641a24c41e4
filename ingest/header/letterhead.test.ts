import { describe, expect, it } from 'vitest';
import type { Header } from '../../domain/directive.ts';
import { rawText } from '../../testing/rawText.ts';
import { parseDirective } from '../parseDirective.ts';

function header(text: string): Header {
  return parseDirective(rawText(text), { fileName: 'x.txt' }).header;
}

describe('a letterhead of several lines', () => {
  it.each<[string, string, string]>([
    [
      'the place of a party committee',
      'BAN CHẤP HÀNH ĐẢNG BỘ\nTỈNH LAM GIANG\n*\nSố 11-NQ/TU\nĐẢNG CỘNG SẢN VIỆT NAM',
      'Ban chấp hành đảng bộ tỉnh Lam Giang',
    ],
    [
      'the subject of a letter',
      'ỦY BAN NHÂN DÂN\nTỈNH LAM GIANG\nSỞ NỘI VỤ\nSố: 23/SNV-CCVC\nV/v cử công chức học\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Sở Nội vụ',
    ],
    [
      'a name that is shortened',
      'UBND PHƯỜNG NAM LAM\n-------\nSố: 27/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Ủy ban nhân dân phường Nam Lam',
    ],
    [
      'the day that stands beside a name',
      'ĐẢNG BỘ TỈNH LAM GIANG ĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ỦY XÃ MỸ LỘC ĐÔNG Mỹ Lộc Đông, ngày 30 tháng 9 năm 2026\nSố 03-CTr/ĐU',
      'Đảng ủy xã Mỹ Lộc Đông',
    ],
  ])('gives the agency whole: %s', (_, lines, issuer) => {
    const text = `${lines}\nKẾ HOẠCH\nbồi dưỡng cán bộ\nSở Nội vụ đề nghị như sau:\n1. Đối tượng: cán bộ.\n2. Thời gian: tháng 6.`;
    expect(header(text).issuer).toBe(issuer);
  });

  it('gives the standing committee of the parliament, whose name stands on two lines', () => {
    const text =
      'ỦY BAN THƯỜNG VỤ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nQUỐC HỘI\tĐộc lập - Tự do - Hạnh phúc\nNghị quyết số: 947/2026/UBTVQH16\tHà Nội, ngày 28/9/2026\nNGHỊ QUYẾT\nVề lớp mẫu\nCăn cứ Hiến pháp;\nĐiều 1. Mở lớp.\nĐiều 2. Nghị quyết này có hiệu lực từ ngày ký.';
    expect(header(text)).toMatchObject({
      issuer: 'Ủy ban Thường vụ Quốc hội',
      issued: '2026-09-28',
      place: 'Hà Nội',
      effective: '2026-09-28',
    });
  });

  it('gives of a consolidated text the title below both its types', () => {
    const text =
      'BỘ NỘI VỤ\nSố: 905/VBHN-BNV\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Nội, ngày 27 tháng 8 năm 2026\nVĂN BẢN HỢP NHẤT\nTHÔNG TƯ\nHướng dẫn về lớp mẫu\nThông tư số 912/2022/TT-BNV được sửa đổi bởi Thông tư số 911/2024/TT-BNV.\nĐiều 1. Phạm vi\nMột.';
    expect(header(text)).toMatchObject({ type: 'Văn bản hợp nhất', title: 'Hướng dẫn về lớp mẫu' });
  });

  it('gives the names in a title in capitals their capitals back, where the text always writes them so', () => {
    const text =
      'BỘ MẪU\nSố: 13/2031/TT-BM\nTHÔNG TƯ\nHƯỚNG DẪN TẬP HUẤN CÁN BỘ MỚI CỦA VIỆT NAM TẠI LAM GIANG\nCăn cứ Luật Mẫu của Việt Nam;\nĐiều 1. Phạm vi\nThông tư này hướng dẫn học tại Lam Giang cho cán bộ mới theo Đề án Cán Bộ Mới.';
    expect(header(text).title).toBe('Hướng dẫn tập huấn cán bộ mới của Việt Nam tại Lam Giang');
  });

  it('writes a title in capitals as the preamble does', () => {
    const text =
      'QUỐC HỘI\nLuật số: 99/2026/QH16\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLUẬT\nSỬA ĐỔI MỘT SỐ ĐIỀU CỦA LUẬT LỚP MẪU\nCăn cứ Hiến pháp;\nQuốc hội ban hành Luật sửa đổi một số điều của Luật Lớp mẫu số 98/2019/QH14.\nĐiều 1. Sửa đổi\nBãi bỏ Điều 3.';
    expect(header(text).title).toBe('Sửa đổi một số điều của Luật Lớp mẫu');
  });

  it('gives number, agency and day out of a title in capitals that names other documents', () => {
    const text =
      'THÔNG TƯ\nCỦA BỘ TÀI CHÍNH SỐ 918/1998/TT/BTC NGÀY 22 THÁNG 12 NĂM 1998 HƯỚNG DẪN NGHỊ ĐỊNH SỐ 91/CP NGÀY 28/08/1993 VỀ HỌC PHÍ THEO LUẬT\nSỐ 99/1998/QH10 NGÀY 20 THÁNG 5 NĂM 1998\nCăn cứ Luật Lớp mẫu;\nBộ Tài chính hướng dẫn như sau:\nI. PHẠM VI\n1. Một.\n2. Hai.';
    expect(header(text)).toMatchObject({
      number: '918/1998/TT-BTC',
      type: 'Thông tư',
      issuer: 'Bộ Tài chính',
      issued: '1998-12-22',
      title:
        'Hướng dẫn Nghị định số 91/CP ngày 28/08/1993 về học phí theo Luật số 99/1998/QH10 ngày 20 tháng 5 năm 1998',
    });
  });

  it('gives number and day of a line of their own between the type and what it is about', () => {
    const text =
      'NGHỊ ĐỊNH\nCỦA CHÍNH PHỦ SỐ 929/1998/NĐ-CP NGÀY 11 THÁNG 5 NĂM 1998\n\nVỀ VIỆC MỞ LỚP MẪU\n\nCHÍNH PHỦ\nCăn cứ Luật Lớp mẫu;\nĐiều 1. Mở lớp.\nĐiều 2. Thi hành.';
    expect(header(text)).toMatchObject({
      number: '929/1998/NĐ-CP',
      issuer: 'Chính phủ',
      issued: '1998-05-11',
      title: 'Về việc mở lớp mẫu',
    });
  });

  it('leaves out of the title who decided', () => {
    const text =
      'TỈNH ỦY LAM GIANG\n*\nSố 77-KL/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nLam Giang, ngày 02 tháng 7 năm 2026\nKẾT LUẬN\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề công tác bồi dưỡng cán bộ\nBan Thường vụ kết luận như sau:\n1. Thống nhất báo cáo.\n2. Giao Văn phòng theo dõi.';
    expect(header(text)).toMatchObject({ type: 'Kết luận', title: 'Về công tác bồi dưỡng cán bộ' });
  });
});
