/**
 * Where the machine-made transcripts of scanned pages differ from what the pages print, read by eye on the enlarged
 * pictures: invented passages, words of the same sense, letters and stops. Only the words that differ, with as many
 * beside them as find the place. What stands on the page and in no transcript is no erratum where it is not the
 * document's own print: stamps of a receiving office, "HỎA TỐC", clerks' marks by hand.
 */

/** `[what the transcript says, what the page prints]`, in the order of the page, white space as one space. */
export type Erratum = readonly [says: string, prints: string];

export const SCAN_ERRATA: Readonly<Record<string, readonly Erratum[]>> = {
  'real_cv_3722_metro.page1': [
    ['áp dụng cơ chế đặc thù đối với', 'xây dựng công trình khẩn cấp đối với'],
    ['đối với cơ chế', 'đối với các cơ chế'],
    // Printed without the first i.
    ['giải quyết các vấn', 'gải quyết và các vấn'],
    ['ý kiến của', 'ý kiến gửi'],
    ['để báo cáo', 'để nghiên cứu, tiếp thu, báo cáo'],
    ['Cường, các Vụ: TH, PL, TGĐ Cổng TTĐT;', 'Cường, Trợ lý TTg, TGĐ Cổng TTĐT, các Vụ: TH, PL, KTTH, NN;'],
    // Behind it stands a figure by hand.
    ['CN, Cm.', 'CN. pvc'],
  ],
  'real_hanoi_kh_173_festival.page1': [
    ['CỘNG HOÀ', 'CỘNG HÒA'],
    ['Thành ủy Hà Nội thực', 'Thành uỷ Hà Nội thực'],
    ['Thành ủy Hà Nội thực', 'Thành uỷ Hà Nội thực'],
    ['2026", cụ', '2026, cụ'],
    ['thực hoá', 'thực hóa'],
    ['tiêu xây dựng', 'tiêu của'],
    [
      'hoá Việt Nam, UBND thành phố Hà Nội ban hành Kế hoạch tổ chức "Festival Thăng Long - Hà Nội, lần thứ II năm 2026. -',
      'hóa Việt Nam, Nghị quyết số 02-NQ/TW ngày 17/3/2026 của Bộ Chính trị về Xây dựng và phát triển Thủ đô Hà Nội trong kỷ nguyên mới. -',
    ],
    ['giáo dục truyền thống yêu', 'giao lưu văn hoá trong'],
    ['sáng tạo, tổ chức nhiều hoạt động văn hoá - nghệ thuật; thúc đẩy hợp tác, sáng tạo,', 'sáng tạo,'],
    ['trị, phong phú', 'trị, góp phần'],
    ['về Lễ', 'và lễ'],
  ],
  'real_hanoi_qd_2280_water.page1': [
    ['CỘNG HOÀ', 'CỘNG HÒA'],
    ['này. Nơi', 'này./. Nơi'],
    ['UBĐT:', 'UBTP:'],
    ['KT, Trung', 'KT; Trung'],
    ['ĐL vs', 'DL vs'],
    ['ĐT (M).', 'ĐTDG'],
  ],
  'real_qd_729_ttg.page1': [
    [
      'quy trình giới thiệu, bầu cử và phê chuẩn các chức danh thuộc Hội đồng nhân dân, Ủy ban nhân dân; điều',
      'trình tự, thủ tục đề nghị phê chuẩn kết quả Hội đồng nhân dân bầu, miễn nhiệm, bãi nhiệm Chủ tịch, Phó Chủ tịch Ủy ban nhân dân; trình tự thủ tục điều',
    ],
    ['thành phố Đà Nẵng tại', 'Thành phố Đà Nẵng tại'],
    ['TCĐ chính Trung ương; - Văn phòng Trung ương;', 'Tổ chức Trung ương; - Thành ủy Đà Nẵng;'],
    ['VPDCCP', 'VPĐUCP'],
    // Behind it stands a figure by hand.
    ['(3) Cương', '(2)Q.Cường'],
    ['KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG', 'THỦ TƯỚNG'],
  ],
  // The month in its date is by hand and under a stamp; it is left as the transcript has it.
  'real_tt_21_bct_fuel.page1': [
    ['khắc phục các hạn chế trong định', 'bảo đảm nguồn cung, ổn định'],
    ['dấu hỏa', 'dầu hỏa'],
  ],
};

/** The transcript with its errata put right, white space as one space. Throws where an erratum's words do not stand in it. */
export function corrected(transcript: string, errata: readonly Erratum[]): string {
  return errata.reduce((text, [says, prints]) => {
    if (!text.includes(says)) throw new Error(`No such words in the transcript: ${says}`);
    return text.replace(says, () => prints);
  }, transcript.normalize('NFC').replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim());
}
