import { SURNAMES } from '../../vietnamese/surnames.ts';
import { say } from './said.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Words for persons before a name, as written. */
export const HONORIFICS: ReadonlySet<string> = new Set(
  'anh,chị,ông,bà,cô,chú,bác,đồng chí,thầy,em,cháu'.split(','),
);

/** Middle and given names, as written. Behind a family name without capitals only these make a name. */
const GIVEN = words(
  'an anh ái ân bá bách bảo bằng bích bình bính ca cảnh cẩm chánh chi chí chiến chinh chính chung chương công cúc cường cương dân diễm diệp diệu dung dũng duy duyên dương đại đạo đạt đăng điền điệp định đình đoan đông đồng đức gia giang giáp hà hải hân hạnh hạ hào hảo hậu hiền hiển hiếu hiệp hiệu hoa hòa hoà hoài hoan hoàn hoàng hoạt hồng hợp huân huấn huệ hùng huy huyền hương hường hưng hữu khang khánh khải khanh khoa khôi khương khiêm kiên kiệt kim kiều lam lan lâm lành lân lệ liên linh liễu loan long lộc lợi luân luyến lực lương ly mạnh mai minh mỹ mười my năm nam nga ngà ngân nghi nghĩa nghiêm ngọc nguyên nguyệt nhàn nhã nhân nhật nhi nhiên nhung như ninh nụ oanh phát phi phong phú phúc phụng phước phương phượng quân quang quế quốc quý quyên quyền quyết quỳnh sa sang sáng sen sinh sơn sương tài tám tâm tân tấn tánh thạch thái thanh thành thạnh thao thảo thắm thắng thế thi thị thiên thiện thiết thịnh thoa thoại thọ thơ thông thu thuận thục thuần thúy thuý thùy thuỳ thủy thuỷ thư thương thy tiên tiến tình tính tín tịnh toàn toản tố trà trang trâm trân trí triết triều trinh trọng trúc trung truyền trường trực tú tuân tuấn tuệ tùng tuyên tuyền tuyết tư tường tứ tý uyên út văn vân vi viên việt vinh vĩnh vui vượng vy xuân xuyến yên yến ý bắc cẩn chuyên diễn doanh đảm độ giao hiên hoè hòe khuê kha khuyên kỳ lai lập lễ liêm lĩnh lữ mận mẫn miên mừng nết ngoan nhuận ninh phấn quảng quyến sáu sâm soạn thăng thêm thứ tiếp tuyển tươi ước vang viễn vững bảy tư chín văn',
);
const folded = (some: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...some].map((word) => say(word).folded));
const FOLDED_GIVEN = folded(GIVEN);
const FOLDED_SURNAMES = folded(SURNAMES);

/** Whether the syllables behind a family name are such as people are called, with their diacritics or (`bare`) without any. */
export function areGivenNames(syllables: readonly string[], bare: boolean): boolean {
  const [given, surnames] = bare ? [FOLDED_GIVEN, FOLDED_SURNAMES] : [GIVEN, SURNAMES];
  return syllables.every((syllable) => {
    const word = bare ? say(syllable).folded : syllable;
    return given.has(word) || surnames.has(word);
  });
}

/** Alternatives for a pattern on folded syllables. */
export function foldedAlternatives(some: ReadonlySet<string>): string {
  return `(?:${[...folded(some)].join('|')})`;
}
