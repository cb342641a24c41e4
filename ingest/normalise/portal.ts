import type { Unit } from './units.ts';

/** Single lines of a web page's frame. */
const FRAME: readonly RegExp[] = [
  /^(?:Trang chủ|Đăng nhập|Đăng ký|Liên hệ|Sơ đồ (?:site|cổng)|Tìm kiếm|Chia sẻ|In trang|In bài|Gửi email|Facebook|Twitter|Zalo|Quay lại|Về trang trước|Lên đầu trang|Bình luận|Gửi bình luận|Theo dõi|Từ khóa|RSS|English)$/iu,
  /^In Đánh dấu và chia sẻ$/iu,
  /^Thông tin chỉ đạo, điều hành$/iu,
  /^Chuyên mục\s*:.*(?:Người đăng|Ngày đăng)/iu,
  /^(?:Người đăng|Số lần xem|Lượt xem|Ngày đăng)\s*:/iu,
  /^(?:Họ tên|Số điện thoại|Địa chỉ|Email|Tiêu đề|Nội dung|Mã xác nhận)\s*:\s*\(\*\)$/iu,
  /^Số điện thoại\s*:$/iu,
  /^Mã xác nhận\s*:/iu,
  /^Bài viết Xem$/iu,
  /^Viết bình luận$/iu,
  /^(?:Cỡ chữ|Đọc bài viết|Nghe bài viết|Tăng cỡ chữ)\b.{0,20}$/iu,
  /^\d{1,2} Tháng \p{L}+(?: \p{L}+)? \d{4}$/u,
  /^["'“”]?\s*\/>$/u,
];
/** From such a line on, a page shows other pages. */
const OTHER_PAGES =
  /^(?:Các tin(?: bài|, bài viết)? khác|Các bài (?:mới|đã) đăng\s*:?|Tin cùng chuyên mục|Bài cùng chuyên mục|Tin liên quan|Bài viết liên quan|Tin(?: bài)? khác|Đọc nhiều nhất|Xem nhiều nhất|Có thể bạn quan tâm)\s*:?$/iu;
const LEGAL_LABEL = /^(?:Điều\s+\d+\s*\.|Chương\s+[IVX]+|[IVX]+\.\s+\p{Lu}{3})/u;

/** Takes the frame of a web page away: menus, forms for comments, lists of other pages. */
export function withoutPortal(units: readonly Unit[]): Unit[] {
  const cut = units.findIndex(
    ({ text }, index) =>
      OTHER_PAGES.test(text) &&
      index > 2 &&
      !units.slice(index + 1).some((after) => LEGAL_LABEL.test(after.text)),
  );
  const shown = cut === -1 ? units : units.slice(0, cut);
  const kept: Unit[] = [];
  let gap = false;
  for (const unit of shown) {
    if (unit.role !== 'table' && FRAME.some((pattern) => pattern.test(unit.text))) {
      gap = true;
      continue;
    }
    kept.push(gap && !unit.gap ? { ...unit, gap: true } : unit);
    gap = false;
  }
  return kept;
}
