import type { Header } from '../../domain/directive.ts';

/** A file by its folder and the beginning of its name, and its header as a person reads it. */
export type HeaderFacts = { readonly file: string; readonly fields: readonly (string | null)[] };

const FIELDS = ['number', 'type', 'issuer', 'issued', 'effective', 'title', 'signer', 'place'] as const;

/** File, then the fields in their order; `-` where the document does not say it, `…` leaves words out. */
const KEY = `
decrees-2026/233-2026 | 233/2026/NĐ-CP | Nghị định | Chính phủ | 2026-06-26 | 2026-07-01 | Quy định về đánh giá, xếp loại … và viên chức | Phạm Thị Thanh Trà | Hà Nội
decrees-2026/234-2026 | 234/2026/NĐ-CP | Nghị định | Chính phủ | 2026-06-26 | 2026-07-01 | Quy định về xử lý kỷ luật viên chức | Thủ tướng Chính phủ | Hà Nội
decrees-2026/nghi-dinh-182 | 182/2026/NĐ-CP | Nghị định | Chính phủ | 2026-05-22 | 2026-07-07 | Quy định chế độ phụ cấp … hệ thống giáo dục quốc dân | Thủ tướng Chính phủ | -
decrees-2026/nghi-dinh-232 | 232/2026/NĐ-CP | Nghị định | Chính phủ | 2026-06-26 | 2026-07-01 | Quy định về vị trí việc làm viên chức | Thủ tướng Chính phủ | Hà Nội
decrees-2026/nghi-dinh-88 | 88/2026/NĐ-CP | Nghị định | Chính phủ | 2026-03-28 | 2026-05-15 | Quy định quản lý dữ liệu giáo dục và đào tạo | Lê Thành Long | -
seeds/000 | - | - | - | - | - | Nâng chất đội ngũ cán bộ | - | -
seeds/001 | - | - | - | - | - | Gắn quy hoạch với đào tạo, bồi dưỡng cán bộ | - | -
seeds/002 | - | Chương trình | - | - | - | Nâng cao chất lượng đội ngũ cán bộ | - | -
seeds/003 | - | - | - | - | - | Chú trọng đào tạo đội ngũ … đạt chuẩn | - | -
seeds/004 | - | - | - | - | - | Đào tạo cán bộ phải gắn với nhu cầu của đơn vị | - | -
signed-scans/real_cv_3722_metro.page1.txt | 3722/VPCP-CN | Công văn | Văn phòng Chính phủ | 2026-04-28 | - | Cơ chế đặc thù … Long Thành | Phạm Mạnh Cường | Hà Nội
signed-scans/real_hanoi_kh_173_festival.page1.txt | - | Kế hoạch | Ủy ban nhân dân thành phố Hà Nội | - | - | Tổ chức … năm 2026" | - | Hà Nội
signed-scans/real_hanoi_qd_2280_water.page1.txt | - | Quyết định | Ủy ban nhân dân thành phố Hà Nội | - | - | Phê duyệt Kế hoạch … mùa mưa năm 2026 | Trương Việt Dũng | Hà Nội
signed-scans/real_qd_729_ttg.page1.txt | 729/QĐ-TTg | Quyết định | Thủ tướng Chính phủ | 2026-04-23 | 2026-04-23 | Phê chuẩn kết quả … nhiệm kỳ 2026 - 2031 | Lê Minh Hưng | Hà Nội
signed-scans/real_tt_21_bct_fuel.page1.txt | 21/2026/TT-BCT | Thông tư | Bộ Công Thương | 2026-04-28 | 2026-04-29 | Bãi bỏ một phần … kinh doanh xăng dầu | - | Hà Nội
legacy-vietnamese/truth/2002-0112qd | 12/2001/QĐ-BTC | Quyết định | Bộ Tài chính | 2001-03-13 | - | Về việc ban hành Chế độ … Thể thao | Trần Văn Tá | Hà Nội
legacy-vietnamese/truth/2003-02120 | 120/2002/TT-BTC | Thông tư | Bộ Tài chính | 2002-12-30 | 2002-12-30 | Hướng dẫn thi hành … quản lý hoá đơn | Trương Chí Trung | Hà Nội
legacy-vietnamese/truth/2003-A-15 | 94/1998/NĐ-CP | Nghị định | Chính phủ | 1998-11-17 | 1999-01-01 | Quy định chi tiết thi hành … năm 1998 | - | -
legacy-vietnamese/truth/2003-A04 | 99/1998/TT-BTC | Thông tư | Bộ Tài chính | 1998-07-14 | 1999-01-01 | Hướng dẫn thi hành … thu nhập doanh nghiệp | Phạm Văn Trọng | Hà Nội
legacy-vietnamese/truth/2003-A05 | 13/2001/TT-BTC | Thông tư | Bộ Tài chính | 2001-03-08 | 2001-03-23 | Hướng dẫn thực hiện … tại Việt Nam | Vũ Văn Ninh | Hà Nội
legacy-vietnamese/truth/2003-A16 | 172/1998/TT-BTC | Thông tư | Bộ Tài chính | 1998-12-22 | 1999-01-01 | Hướng dẫn thi hành … thuế nhập khẩu | - | -
legacy-vietnamese/truth/2003-A28 | 40/2000/TT-BTC | Thông tư | Bộ Tài chính | 2000-05-15 | 2000-05-30 | Hướng dẫn thi hành … nguyên vật liệu | Phạm Văn Trọng | Hà Nội
legacy-vietnamese/truth/2003-A30 | 117/2000/TT-BTC | Thông tư | Bộ Tài chính | 2000-12-21 | - | Bổ sung và sửa đổi … nguyên vật liệu | Vũ Văn Ninh | Hà Nội
legacy-vietnamese/truth/2003-TT132001 | 13/2001/TT-BTC | Thông tư | Bộ Tài chính | 2001-03-08 | 2001-03-23 | Hướng dẫn thực hiện … tại Việt Nam | - | -
legacy-vietnamese/truth/2004-0328NDCP | 28/2003/NĐ-CP | Nghị định | Chính phủ | 2003-03-31 | - | Quy định việc phát hành … giáo dục | Phan Văn Khải | Hà Nội
legacy-vietnamese/truth/2004-19Z9A | 18/2003/QH11 | Luật | Quốc hội | 2003-11-26 | 2004-07-01 | Hợp tác xã | Nguyễn Văn An | -
legacy-vietnamese/truth/2004-A3.txt | 26/2001/NĐ-CP | Nghị định | Chính phủ | 2001-06-04 | 2001-06-19 | Sửa đổi, bổ sung … thu nhập doanh nghiệp | Nguyễn Tấn Dũng | Hà Nội
legacy-vietnamese/truth/2004-A40 | - | Luật | Quốc hội | 1998-05-20 | 1999-01-01 | Thuế tiêu thụ đặc biệt | - | -
legacy-vietnamese/truth/2004-NghiDinh114 | 114/2003/NĐ-CP | Nghị định | Chính phủ | 2003-10-10 | - | Về cán bộ, công chức xã, phường, thị trấn | Phan Văn Khải | -
legacy-vietnamese/truth/2004-NghiDinh115 | 115/2003/NĐ-CP | Nghị định | Chính phủ | 2003-10-10 | - | Về chế độ công chức dự bị | Phan Văn Khải | -
legacy-vietnamese/truth/2004-NghiDinh116 | 116/2003/NĐ-CP | Nghị định | Chính phủ | 2003-10-10 | - | Về việc tuyển dụng … của Nhà nước | Phan Văn Khải | -
legacy-vietnamese/truth/2004-NghiDinh29 | 29/1998/NĐ-CP | Nghị định | Chính phủ | 1998-05-11 | 1998-05-26 | Về việc ban hành … dân chủ ở xã | - | -
legacy-vietnamese/truth/2005-QD-256 | 256/2004/QĐ-UB | Quyết định | Ủy ban nhân dân thành phố Cần Thơ | 2004-07-01 | 2004-07-01 | Ban hành Chương trình … 2004 - 2010 | Võ Thanh Tòng | TP.Cần Thơ
legacy-vietnamese/truth/2005-QDINHUUDAI522 | 522/2002/QĐ-UB | Quy định | Ủy ban nhân dân tỉnh An Giang | 2002-03-07 | 2002-03-07 | Chính sách khuyến khích … tỉnh An Giang | Nguyễn Hoàng Việt | Long Xuyên
legacy-vietnamese/truth/2006-16EZE | 01/2006/TT-NHNN | Thông tư | Ngân hàng Nhà nước Việt Nam | 2006-02-20 | - | Hướng dẫn một số nội dung … nhỏ và vừa | Nguyễn Đồng Tiến | Hà Nội
legacy-vietnamese/truth/2006-quydinhkiemtra02 | - | Quy định | Uỷ ban nhân dân tỉnh Cà Mau | - | - | Về chức năng … liên ngành 814 | Trịnh Minh Thành | -
legacy-vietnamese/truth/2008-23 | 991/QĐ-UBND | Quyết định | Ủy ban nhân dân tỉnh Bình Phước | 2008-05-14 | 2008-05-14 | Về việc phê duyệt Kế hoạch … 03 loại rừng | Trương Tấn Thiệu | Đồng Xoài
`;

export const HEADER_KEY: readonly HeaderFacts[] = KEY.trim()
  .split('\n')
  .map((line) => {
    const [file = '', ...cells] = line.split(' | ');
    return { file, fields: cells.map((cell) => (cell === '-' ? null : cell)) };
  });

export const FIELD_COUNT = HEADER_KEY.length * FIELDS.length;

/** The fields of a header that are not as the key says. */
export function wrongFields(header: Header, { fields }: HeaderFacts): readonly string[] {
  return FIELDS.flatMap((field, at) => {
    const expected = fields[at] ?? null;
    const found = header[field];
    if (expected === null || found === null) return expected === found ? [] : [`${field}: ${found}`];
    const [start = '', end] = expected.split('…').map((part) => part.trim());
    const fits = end === undefined ? found === start : found.startsWith(start) && found.endsWith(end);
    return fits ? [] : [`${field}: ${found}`];
  });
}
