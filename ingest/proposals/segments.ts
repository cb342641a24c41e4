/** Under which rule something is meant: no demand of its own, and full of words that look like one. */
const RULE =
  /\s*,?\s*(?:(?:theo|được)\s+)?(?:quy|qui)\s+(?:định|đinh)\s+(?:tại|của|theo|trong|ở)\s+[^;\n]*?(?=\s+hoặc\s+(?:có|chứng|được|đạt|tương|giấy|sử dụng|biết)(?!\p{L})|\s+(?:trở lên|và có)(?!\p{L})|;|\.\s|\.?\s*$|\n)/giu;
const FRAME =
  /\s*(?:theo\s+)?(?:của\s+)?khung năng lực ngoại ngữ\s+(?:6|sáu|06)\s+bậc(?:\s+(?:dùng cho\s+)?Việt Nam)?/giu;
const TOLD_BY_RULE = /\s*ban hành kèm theo[^;\n]*?(?=\s+hoặc\s|;|\.\s|\.?\s*$|\n)/giu;

/** "Ngoại ngữ: chứng chỉ B": the label says of what. */
const OLD_CERTIFICATE = /(ngoại ngữ|tin học)\s*:\s*(?:có\s+)?chứng chỉ\s+([ABC])(?![\p{L}\d])/giu;
/** "Tốt nghiệp đại học như quy định đối với … tại khoản 1 Điều này". */
const AS_ABOVE =
  /\s+như\s+(?:quy định\s+)?(?:đối với|của)\s[^;,\n]{3,120}?\s(?:tại|ở)\s+(?:điểm|khoản)\s[^;,\n]{1,30}?(?:Điều|khoản) này/giu;

/** Words in brackets hold together: what would part a clause is written with signs that part nothing. */
function guarded(words: string): string {
  return words
    .replace(/\s(hoặc|và|nếu)\s/giu, ' $1\u2060 ')
    .replace(/,/gu, '\uFE50')
    .replace(/;/gu, '\uFE54');
}

/** As it was before `plainItem` held it together. */
export function unguarded(words: string): string {
  return words
    .replace(/\u2060/gu, '')
    .replace(/\uFE50/gu, ',')
    .replace(/\uFE54/gu, ';');
}

/** A điểm's words without rules that they cite and without brackets that only explain. */
export function plainItem(words: string): string {
  return (
    words
      .replace(/[^\S\n]+/gu, ' ')
      .replace(/\((?:hoặc|hay)\s([^()]*)\)/giu, ' hoặc $1')
      // "Trung cấp trở lên (trưởng phòng phải có trình độ cao cấp)": what some people must have is a demand of its own.
      .replace(
        /\s*\((?!\s*phải)([^()]{4,160}?\sphải\s(?:có|đạt|qua|được|là|tốt nghiệp)\s[^()]*)\)(?:\s*;)?/giu,
        '; $1; ',
      )
      // "(đối với miền núi tốt nghiệp trung học cơ sở)": what some must have in its place.
      .replace(
        /\s*\(((?:riêng\s+)?(?:đối với|ở)\s+(?:(?:các|những)\s+)?(?:xã|phường|huyện|tỉnh|vùng|miền|địa bàn|khu vực|nơi|biên giới|hải đảo|đồng bằng|cấp)(?!\p{L})(?:(?!\s(?:không|chưa|đã|có)\s)[^()]){0,120}?,?\s(?:tốt nghiệp|có (?:bằng|trình độ|chứng chỉ)|đạt (?:bậc|trình độ|chuẩn)|trình độ|chỉ cần)\s[^()]*)\)(?:\s*;)?/giu,
        '; $1; ',
      )
      .replace(
        /\s*\(((?:(?:áp dụng )?(?:đối với|nếu|trường hợp)|(?:ngoại )?trừ|không (?:áp dụng|yêu cầu|bắt buộc)(?: đối)? với)\s[^()]*)\)/giu,
        (_, inside: string) => ` ${guarded(inside)}`,
      )
      // "(phường, thị trấn: đại học trở lên)": the same for some places.
      .replace(
        /\s*\((?:riêng\s+)?([^():;]{3,80}):\s*((?:từ\s+)?(?:trình độ\s+)?(?:sơ cấp|trung cấp|cao đẳng|đại học|cao cấp|bậc \d)[^():]*)\)(?:\s*;)?/giu,
        '; riêng $1: $2; ',
      )
      // "Được bồi dưỡng chuyên môn (tương đương trình độ sơ cấp)": the level of it.
      .replace(/\((tương đương trình độ\s[^()]*)\)/giu, '$1')
      .replace(/\((?!\s*(?:hạng|[ABC][12]?\)|bậc))[^()]*\)/giu, ' ')
      .replace(OLD_CERTIFICATE, '$1: có chứng chỉ $1 trình độ $2')
      .replace(AS_ABOVE, '')
      .replace(RULE, '')
      .replace(FRAME, '')
      .replace(TOLD_BY_RULE, '')
      .replace(/[^\S\n]+/gu, ' ')
  );
}

/** "Có một trong các chứng chỉ sau: A; B": what follows the colon are alternatives, to the end of the sentence. */
const ONE_OF =
  /(?<!\p{L})(?:đáp ứng\s+|đạt\s+)?(?:ít nhất\s+)?một trong (?:(?:các|những|hai|ba|số|loại)\s+)+(?:văn bằng|bằng|chứng chỉ|giấy|điều kiện|tiêu chuẩn|yêu cầu|trường hợp|trình độ)[^:;.\n]{0,50}:\s*((?:(?!\.\s+\p{Lu})[\s\S])*)/iu;

/** The words with the members of such a list joined by "hoặc", as other alternatives are. */
export function listedAsAlternatives(words: string): string {
  return words.replace(ONE_OF, (_, list: string) =>
    list
      .split(/;\s*|\n+/u)
      .map((one) => one.replace(/^[\s\-–+•*]+|\s+$/gu, ''))
      .filter((one) => one !== '')
      .map((one) => one.replace(/^(?:hoặc|và)\s+/iu, ''))
      .join(' hoặc '),
  );
}

/** Clauses that stand beside each other: by line, semicolon and sentence, and before a condition behind a comma. */
export function segmentsOf(words: string): readonly string[] {
  return words
    .split(
      /\n+|;|(?<=\S)\.\s+(?=\p{Lu})|,\s*(?=đối với\s[^,;]{3,150}?\s(?:có thể|được)\s+(?:được\s+)?thay(?:\s+thế)?\s+bằng\s)|,\s*(?=(?:nếu|trường hợp|riêng|(?:các|những) (?:vị trí|trường hợp|đối tượng|chức danh|người|nơi) (?:còn lại|khác))\s)/u,
    )
    .map((segment) => segment.replace(/^[\s\-–+•*]+(?:và\s+)?|^và\s+|[\s.,:]+$/giu, ''))
    .filter((segment) => segment !== '');
}

const CONDITION =
  /^(?:riêng\s+)?(?:(?:trong\s+)?trường hợp|nếu|đối với|với|khi|giai đoạn|(?:kể\s+)?từ\s+(?:ngày\s+|năm\s+)?\d|đến\s+(?:hết\s+)?(?:năm|ngày|tháng)\s+\d|trước ngày|viên chức|công chức|cán bộ|người(?! nước)|nhân viên|giảng viên|giáo viên|nhà giáo|(?:các|những)\s+(?:vị trí|trường hợp|đối tượng|chức danh|người|nơi)\s+(?:còn lại|khác)|(?:ở|tại)\s+(?:các\s+|những\s+)?(?:cấp|xã|phường|thị trấn|huyện|thôn|vùng|địa bàn|nơi|khu vực|miền|đồng bằng|trung du|đô thị|thành phố|nông thôn|biên giới|hải đảo|đơn vị|cơ quan|vị trí))(?!\p{L})/iu;
/** "Trưởng phòng phải có …" among what is asked of a deputy too. */
const SOMEBODY =
  /^(?:(?:các|những|mỗi)\s+)?(?:(?:phó\s+)?(?:trưởng|(?:tổng )?giám đốc|hiệu trưởng|chủ tịch|bí thư|chánh|vụ trưởng|cục trưởng|chỉ huy trưởng|đội trưởng)|cấp (?:trưởng|phó)|thủ trưởng|bác sĩ|kế toán trưởng|chuyên viên|\p{L}+ viên)(?!\p{L})[^;:.]{0,120}?\sphải\s/iu;
/** "…, riêng xã miền núi chỉ cần …": less is asked of those. */
const EASED = /^(?:chỉ (?:cần|yêu cầu|phải)|có thể)\s+(?:là\s+)?(?!được)/iu;
const INSTEAD = /\s(?:có thể|được)\s+(?:được\s+)?thay(?: thế)? bằng\s+/iu;
const MUST =
  /,?\s*(?:\sthì(?:\s+(?:phải|cần))?|(?<!không)\s(?:phải|cần phải|bắt buộc phải)|(?=\schỉ (?:cần|yêu cầu)\s))\s+/iu;
const COLON =
  /\s*:\s*(?=(?:có|tốt nghiệp|đạt|trình độ|sử dụng|chứng chỉ|(?:từ\s+)?(?:sơ cấp|trung cấp|cao cấp|cao đẳng|đại học|thạc s[ĩỹ]|tiến s[ĩỹ]|bậc \d|đối tượng \d))(?!\p{L}))/iu;
const VERB =
  /,?\s+(?=(?:có (?:bằng|trình độ|chứng chỉ|chứng nhận|giấy)|tốt nghiệp|đạt (?:trình độ|chuẩn|bậc))(?!\p{L}))/iu;

/** "Riêng xã đảo trung cấp trở lên" needs no verb. */
const LEVEL =
  /,?\s+(?=(?:từ\s+|đạt\s+)?(?:trình độ\s+)?(?:sơ cấp|trung cấp|cao cấp|cao đẳng|đại học|bậc \d))/iu;

/**
 * "Trường hợp …, phải …" into its condition and what it demands; `instead`: what may stand in the place of what was
 * demanded before; `eased`: less is asked. A condition alone has an empty demand. `null` where the words are no condition.
 */
export function splitCondition(
  segment: string,
  post: string | null = null,
): {
  readonly when: string;
  readonly demand: string;
  readonly instead: boolean;
  readonly eased: boolean;
} | null {
  const isOfSome = /^riêng\s/iu.test(segment);
  // "Giáo vụ trường dành cho người khuyết tật phải …" among what is asked of a giáo vụ.
  const isOfPost =
    post !== null &&
    post.length > 3 &&
    segment.toLowerCase().startsWith(post.toLowerCase()) &&
    /\sphải\s/u.test(segment);
  if (!isOfSome && !isOfPost && !CONDITION.test(segment) && !SOMEBODY.test(segment)) return null;
  const instead = INSTEAD.exec(segment);
  const isBound = /^(?:riêng|trong|trường hợp|nếu|đối với|giai đoạn|từ|kể từ|đến)/iu.test(segment);
  const cut =
    instead ??
    MUST.exec(segment) ??
    COLON.exec(segment) ??
    (/^nếu|^trường hợp/iu.test(segment) ? null : VERB.exec(segment)) ??
    (isOfSome ? LEVEL.exec(segment) : null);
  if (cut === null) return isBound ? { when: segment, demand: '', instead: false, eased: false } : null;
  const demand = segment
    .slice(cut.index + cut[0].length)
    .replace(
      /^là (?:cán bộ|công chức|viên chức|người|công dân|đảng viên)(?!\p{L})[^;:]{0,120}?(?:\s+và|,)\s+(?=(?:có (?:trình độ|bằng)|tốt nghiệp)\s)/iu,
      '',
    )
    // "Trung cấp và đang học cao cấp": what one has.
    .replace(/\s+và\s+(?:phải\s+)?đang\s+(?:theo\s+)?học\s.*$/isu, '')
    .replace(/^chuẩn h[oó][áa] (?:để )?/iu, '')
    .replace(/^(?:yêu cầu\s+)?(?:phải\s+)?(?:có\s+)?thêm\s+/iu, 'có ')
    .replace(/^(?:sau khi|trong (?:thời hạn|vòng))\s[^,;]{0,60}?\sphải\s+/iu, '')
    .trim();
  const bare = demand.replace(EASED, '');
  return {
    when: segment
      .slice(0, cut.index)
      .replace(/[\s,:]+$/u, '')
      .replace(/,?\s+(?:thì|đều|cũng)$/iu, ''),
    demand: bare,
    instead: instead !== null,
    eased: bare !== demand,
  };
}

const EXCEPT =
  /(?:,\s*(?=(?:ngoại\s+)?trừ\s+(?!(?:các\s+|những\s+)?(?:(?:nhóm|khối|chuyên)\s+)?ngành|lĩnh vực|điểm|khoản|môn))|[\s,]+(?=(?:(?:ngoại\s+)?trừ\s+(?:các\s+|những\s+)?(?:trường hợp|đối với|đối tượng|người|vị trí|chức danh|viên chức|công chức|cán bộ|nhân viên|giảng viên|giáo viên|nhà giáo)|không\s+(?:áp dụng|yêu cầu|bắt buộc)(?:\s+đối)?\s+với|hoặc\s+(?:đã\s+)?(?:thuộc\s+(?:trường hợp|đối tượng)\s+)?(?:được\s+)?miễn)(?!\p{L})))(.*)$/isu;

/**
 * "…, trừ trường hợp công tác ở xã đảo thì có bằng trung cấp" into what is demanded, whom that does not bind, and what such
 * people must have instead (empty where nothing is said).
 */
export function splitException(segment: string): {
  readonly demand: string;
  readonly except: string | null;
  readonly instead: string;
} {
  const match = EXCEPT.exec(segment);
  if (match === null || match.index < 3) return { demand: segment, except: null, instead: '' };
  const words = match[1] ?? '';
  const then = /,?\s+thì(?:\s+(?:phải|cần))?\s+/iu.exec(words);
  return {
    demand: segment.slice(0, match.index),
    except: words.slice(0, then?.index).replace(/[\s,.;:]+$/u, ''),
    instead: then === null ? '' : words.slice(then.index + then[0].length),
  };
}
