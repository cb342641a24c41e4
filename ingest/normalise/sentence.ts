/** Whether a line ends a sentence or an item, stray specks of a scan behind the full stop not counted. */
export function endsSentence(text: string): boolean {
  return /[.;:!?…][^\p{L}\p{N}]*(?:\s\S{1,2})?$/u.test(text);
}

/** Words behind which a number or a letter must follow; not as the end of another word (tài khoản, kiểm điểm). */
const LABEL_WORD =
  /(?<![\p{L}])(?<!(?:tài|điều|một số|kiểm|thời|địa|quan|đặc|ưu|nhược|khuyết|trọng|cho|chấm|thang|tính|thí|cao|du lịch tại|danh|hạng|chuyên|đề|thành|cổ|học|từng|theo|một|chỉ|dân|biến|đa|thiểu|hệ|tần|ký|viện|liệu|chân|kỹ thuật|chuyển đổi|niệm|huân|huy|hiến|mẫu|kỹ năng|công nghệ|năng lực|nền tảng|kinh tế|xã hội|chính quyền|hạ tầng|môi trường|lưu trữ|công dân|thư viện|tài nguyên|nội dung|không gian|học liệu) )(?:khoản|điểm|điều|chương|mục|phần|phụ lục|bảng|số)$/iu;
const LABEL_AND = /(?:khoản|điểm|điều|chương|mục)\s+[\p{L}\d]{1,4}\s*(?:,|\s(?:và|hoặc|đến))$/iu;
const LABEL = /(?:khoản|điểm)\s+[\p{L}\d]{1,3}$/iu;
/** Words at which no sentence and no heading stops. */
const OPEN_WORD =
  /(?<![\p{L}])(?:và|hoặc|hay|tại|của|(?<!(?:kèm|tiếp|sau) )theo|các|những|với|(?<!trở )về|từ|(?<!(?:chuyển|bản|dẫn chiếu) )đến|bởi|giữa|trong)$/iu;

/** Whether a line stops where no sentence can stop ("… theo quy định của"), so that the next one goes on with it. */
export function isUnfinished(text: string): boolean {
  return OPEN_WORD.test(text) || stopsBeforeItem(text);
}

/** Whether a sentence stops where a khoản or điểm is named ("… quy định tại khoản"): the number behind it is no label. */
export function stopsBeforeItem(text: string): boolean {
  return LABEL_WORD.test(text) || LABEL_AND.test(text);
}

/** Whether a sentence stops where an Điều is named ("… quy định tại khoản 2"). */
export function stopsBeforeArticle(text: string): boolean {
  return isUnfinished(text) || LABEL.test(text);
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
  // A speck of dust on a scan reads as a stroke or a stop.
  return /^(?:[-–+'`´‘’.,ˆ]\s*)?(?:Căn cứ|Theo đề nghị|Xét|Thực hiện|Kính gửi|Thi hành|Để |Nhằm |Trên cơ sở)/u.test(
    text,
  );
}

/** Whether a line stops inside a name, which goes on with a capital: "… của Bộ", "… thành phố". */
export function stopsInName(text: string): boolean {
  return /(?<!\p{L})(?:Bộ|[ỦU]y ban|Uỷ ban|Hội đồng|Đảng|Đảng bộ|Sở|Ban|Phòng|Trường|Luật|Bộ luật|Mặt trận|Tổ quốc|Cộng sản|Hồ|Hồ Chí|Hà|Việt|thành phố|tỉnh|quận|huyện|phường|đồng chí|ông|bà)$/u.test(
    text,
  );
}
