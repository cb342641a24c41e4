import type { ProposedAlternative } from '../../domain/proposal.ts';
import { certificateOf } from './certificates.ts';
import { degreeOf } from './degrees.ts';
import { type Said, shortened, TRAINING } from './said.ts';
import { stateManagement, subject } from './subjects.ts';

/**
 * What a piece of a clause demands, read by itself: `có bằng đại học trở lên thuộc ngành luật`, `ngoại ngữ bậc 2`. `null`
 * where it speaks of no qualification. `before`: the piece it goes on from, which lends its kind to a bare level
 * ("lý luận chính trị cử nhân hoặc cao cấp").
 */
export function readPiece(
  piece: string,
  post: string | null,
  before: ProposedAlternative | null,
): Said | null {
  const words = piece.trim();
  const driving = DRIVING.exec(words)?.[0] ?? null;
  if (driving !== null) return { kind: 'other', level: null, field: null, name: shortened(driving) };
  const political = politicalTheory(words, before);
  // "Có trình độ lý luận chính trị đáp ứng yêu cầu nhiệm vụ" names nothing that one could show.
  if (political !== null) return political.level === null && !TRAINING.test(words) ? null : political;
  const ofTrade = OF_TRADE.exec(words);
  const degree = degreeOf(ofTrade?.[1] ?? ofTrade?.[2] ?? words);
  const training = TRAINING.exec(words);
  const signs = SIGNS_OF_THE_DEAF.exec(words)?.[0] ?? null;
  if (signs !== null && training === null)
    return { kind: 'other', level: null, field: null, name: shortened(signs) };
  if (degree !== null && ofTrade !== null) return degree.said;
  if (degree !== null && (training === null || degree.at < training.index)) {
    const other = subject(words);
    // "trình độ ngoại ngữ tương đương trình độ đại học": what stands first is what is asked.
    if (other === null || degree.at < other.at) return degree.said;
  }
  if (training !== null) {
    // "Có kiến thức quản lý nhà nước theo chương trình bồi dưỡng …": the programme only says which.
    const topic = subject(words);
    if (topic?.said.kind === 'state_management' && topic.at < training.index) return stateManagement(words);
    const said = certificateOf(words, training, post);
    // "Có chứng chỉ" alone says nothing.
    const saysNothing = /^(?:các )?chứng chỉ (?:này|trên|đó|nêu|trong|(?:khác )?tương đương)(?!\p{L})/iu.test(
      said.name ?? '',
    );
    // "IELTS 5.5 hoặc chứng chỉ tương đương": what stands before says it.
    if (said.kind === 'other' && saysNothing) return subject(words.slice(0, training.index))?.said ?? null;
    return said.kind === 'other' && (said.name ?? '').split(' ').length < 4 ? null : said;
  }
  const about = subject(inheriting(words, before))?.said ?? null;
  // "Có kiến thức quản lý nhà nước và am hiểu pháp luật" is no training.
  return about?.kind === 'state_management' && about.level === null ? null : about;
}

/** "Đã qua bồi dưỡng chuyên môn trình độ sơ cấp": training of a level of the trade stands for the degree. */
const OF_TRADE =
  /(?:đào tạo|bồi dưỡng)[^,;]{0,20}\schuyên môn[^,;]{0,30}?\s\(?(?:tương đương )?(trình độ\s+(?:từ\s+)?(?:sơ cấp|trung cấp|cao đẳng|đại học)[^;]*)$|^(?:(?:phải|đã|được|qua)\s+)+đào tạo\s+((?:trình độ\s+)?(?:từ\s+)?(?:sơ cấp|trung cấp|cao đẳng|đại học)(?!\p{L})[^;]*)$/iu;

const BARE_SKILL =
  /^(?:(?:có|đạt|từ|trình độ|chuẩn|tương đương|mức)\s+)*(?:bậc\s+\d(?:\s*\([^()]*\))?|[ABC][12]|cơ bản|nâng cao)(?:\s+trở lên)?[.;,]?$/iu;

/** "Ngoại ngữ bậc 3; riêng xã đảo đạt bậc 2": the level alone is of what stood before. */
function inheriting(words: string, before: ProposedAlternative | null): string {
  if (before?.kind === 'defence_security' && /^đối tượng\s+\d/iu.test(words))
    return `quốc phòng và an ninh ${words}`;
  if (!BARE_SKILL.test(words)) return words;
  if (before?.kind === 'it') return `tin học ${words}`;
  return before?.kind === 'foreign_language' ? `ngoại ngữ ${words}` : words;
}

/** Ways to speak with people who do not hear or see. */
const SIGNS_OF_THE_DEAF = /(?:sử dụng (?:được )?)?(?:ngôn ngữ ký hiệu|chữ nổi(?: Braille)?)/iu;
const DRIVING = /(?:bằng|giấy phép) (?:lái|điều khiển) (?:xe|tàu|phương tiện|máy)[^,;]*/iu;
const POLITICAL =
  /(?:l[ýí] luận(?: chính trị)?|(?:sơ|trung|cao) cấp(?: về)? chính trị|cử nhân chính trị(?! học)|chính trị\s*[-–]\s*hành chính)/iu;
const POLITICAL_LEVELS: readonly (readonly [RegExp, string])[] = [
  [/cao cấp/iu, 'cao_cap'],
  [/cử nhân/iu, 'cao_cap'],
  [/trung cấp/iu, 'trung_cap'],
  [/sơ cấp/iu, 'so_cap'],
];
const BARE_POLITICAL =
  /^(?:có |bằng |tốt nghiệp |trình độ |hoặc |đạt |từ |phải )*(?:cử nhân|cao cấp|trung cấp|sơ cấp)(?: trở lên)?[.;,]?$/iu;

function politicalTheory(words: string, before: ProposedAlternative | null): Said | null {
  const sign = POLITICAL.exec(words);
  const inherited = before?.kind === 'political_theory' && BARE_POLITICAL.test(words);
  if (sign === null && !inherited) return null;
  const degree = degreeOf(words);
  // "Đại học chuyên ngành lý luận chính trị" is a degree.
  if (
    sign !== null &&
    degree !== null &&
    /^(?:dai_hoc|thac_si|tien_si|cao_dang)$/u.test(degree.said.level ?? '')
  ) {
    if (degree.at < sign.index && !/^cử nhân/iu.test(words.slice(degree.at))) return null;
  }
  const level = POLITICAL_LEVELS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  return { kind: 'political_theory', level, field: null, name: null };
}
