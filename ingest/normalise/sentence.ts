/** Whether a line ends a sentence or an item, stray specks of a scan behind the full stop not counted. */
export function endsSentence(text: string): boolean {
  return /[.;:!?…][^\p{L}\p{N}]*(?:\s\S{1,2})?$/u.test(text);
}

/** Words behind which a number or a letter must follow; not as the end of another word (tài khoản, kiểm điểm). */
const OPEN_LABEL =
  /(?<![\p{L}])(?<!tài |điều |một số |kiểm |thời |địa |quan |đặc |ưu |nhược |khuyết |trọng |cho |chấm |thang |danh |hạng |chuyên |thành |cổ |học |một |chỉ |dân |biến |đa |thiểu |hệ )(?:khoản|điểm|điều|chương|mục|phần|phụ lục|bảng|số)$/iu;
const OPEN_WORD =
  /(?<![\p{L}])(?:và|hoặc|hay|tại|của|theo|các|những|với|về|từ|đến|bởi|ngày|tháng|giữa|trong)$/iu;
const OPEN_LIST = /(?:khoản|điểm|điều|chương|mục)\s+[\p{L}\d]{1,4}\s*,$/iu;

/** Whether a line stops where no sentence can stop ("… quy định tại khoản"), so that the next one must go on with it. */
export function isUnfinished(text: string): boolean {
  return OPEN_WORD.test(text) || OPEN_LABEL.test(text) || OPEN_LIST.test(text);
}

/** Whether a line is set in capitals: nearly all its letters, so that a misread one does not matter. */
export function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length < 2) return false;
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase()).length;
  return capitals >= letters.length * 0.75;
}

/** Whether the first letter of a line is a small one: it goes on with a sentence. */
export function startsSmall(text: string): boolean {
  return /^[^\p{L}\p{N}]{0,3}\p{Ll}/u.test(text);
}

/** The words of a blank form: rows of dots to write on. */
export function hasDottedBlank(text: string): boolean {
  return /\.{5,}|…{2,}|_{5,}/u.test(text);
}

/** The words with which a preamble begins; never a line that goes on with a title. */
export function startsPreamble(text: string): boolean {
  return /^(?:[-–+]\s*)?(?:Căn cứ|Theo đề nghị|Xét|Thực hiện|Kính gửi|Thi hành|Để |Nhằm |Trên cơ sở)/u.test(
    text,
  );
}

/** Whether a line stops inside a name, which goes on with a capital: "… của Bộ", "… thành phố". */
export function stopsInName(text: string): boolean {
  return /(?<!\p{L})(?:Bộ|[ỦU]y ban|Uỷ ban|Hội đồng|Đảng|Đảng bộ|Sở|Ban|Phòng|Trường|Luật|Bộ luật|Mặt trận|Tổ quốc|Cộng sản|Hồ|Hồ Chí|Hà|Việt|thành phố|tỉnh|quận|huyện|phường|đồng chí|ông|bà)$/u.test(
    text,
  );
}
