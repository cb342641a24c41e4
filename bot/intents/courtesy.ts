import { indexedSyllables } from '../../vietnamese/terms.ts';
import { cleanText } from '../../vietnamese/text.ts';
import { type Said, type SaidWord, saidOf, say } from './said.ts';

/** How chats shorten words: what is written → the word. Only where no other word of such a sentence is written so. */
const SHORT: readonly (readonly [string, string])[] = [
  ['j', 'gì'],
  ['dc', 'được'],
  ['đc', 'được'],
  ['đk', 'điều kiện'],
  ['dk', 'điều kiện'],
  ['ko', 'không'],
  ['k', 'không'],
  ['kg', 'không'],
  ['hok', 'không'],
  ['hông', 'không'],
  ['hong', 'không'],
  ['mk', 'mình'],
  ['coi', 'xem'],
  ['ds', 'danh sách'],
  ['qh', 'quy hoạch'],
  ['kt', 'kiểm tra'],
  ['nv', 'nguyễn văn'],
  ['thíu', 'thiếu'],
  ['thiu', 'thiếu'],
];
const shortForms = new Map(SHORT.map(([short, word]) => [short, say(word)]));

const SELF = '(?:em|toi|minh|tui|chung toi|chung em|chau)';
const CALLED =
  '(?:ad|admin|ban|anh|chi|anh chi|em|bot|may|moi nguoi|cac ban|cac anh|cac anh chi|cac bac|ca nha|tro li|he thong|dat chuan|sep|thay|co)';

/** What opens a request without being part of it; longer wordings before those they begin with. Folded. */
const OPENINGS: readonly RegExp[] = [
  'datchuan bot',
  '(?:lam on|xin vui long|vui long)',
  '(?:da|vang|thua|alo|hello|hi|hey|u|um|oi)(?: vang| thua)?',
  '(?:xin )?(?:kinh )?chao(?: ca)?(?: (?:CALLED|dat chuan))?(?: a)?',
  'CALLED oi',
  'CALLED(?= cho (?:SELF )?(?:hoi|xem|biet|xin)\\b)',
  '(?:phien|xin)(?= (?:cho|hay|xem|hoi|giup|kiem|tra|mo|huy|bo|xoa|liet|thong|tai|xuat|cap|lap|SELF)\b)',
  '(?:nho|phien|mong)(?: (?:CALLED))?(?= (?:xem|kiem tra|cho|mo|tra|tai|xuat|xoa|lap|liet ke|thong ke|cap|sua|huy|bo|giup)\\b)',
  '(?:CALLED )?co the(?= (?:cho|giup|xem)\\b)',
  '(?:SELF )?(?:xin |muon |can )+(?:phep )?hoi(?: (?:chut|ti|xiu|them|la|rang|xem|voi|ve viec))*',
  '(?:SELF )?(?:muon|can) biet(?: la| rang| xem)?',
  '(?:SELF )?(?:muon|can)(?: duoc)?(?= (?:xem|hoi|kiem tra|tra cuu)\\b)',
  'xin hoi(?: (?:la|chut|ti|xiu))?',
  'cho(?: SELF)? (?:xin )?(?:hoi|biet|xin)(?: (?:chut|ti|xiu|la|rang|them|xem|voi))*',
  'cho SELF',
  'cho(?= (?:xem|tai|xuat)\\b)',
  'hoi(?: (?:chut|ti|xiu|la|xem))*',
  'giup(?: SELF)?(?: voi)?',
  'kiem tra(?: ho)?(?: la)? xem',
].map((source) => new RegExp(`^(?:${source.replaceAll('CALLED', CALLED).replaceAll('SELF', SELF)})(?: |$)`));

/** What closes a sentence, as written with its diacritics; without them it counts as well. */
const CLOSINGS: readonly string[] = [
  'ạ',
  'à',
  'hả',
  'ha',
  'hen',
  'nhé',
  'nhá',
  'nha',
  'nhen',
  'nhỉ',
  'với',
  'vậy',
  'thế',
  'giùm',
  'dùm',
  'giúp',
  'hộ',
  'đi',
  'ơi',
  'vậy ta',
  'cảm ơn',
  'cám ơn',
  'thank',
  'thanks',
  'tks',
  'please',
  'xin cảm ơn',
  'được không',
  'được không ạ',
  'ad ơi',
  'admin ơi',
  'bot ơi',
  'bạn ơi',
  'anh ơi',
  'chị ơi',
  'em ơi',
  'mọi người ơi',
  'cảm ơn bạn',
  'cảm ơn anh',
  'cảm ơn chị',
  'cảm ơn ad',
  'cảm ơn nhiều',
];
/** The longest first: "ad ơi" before "ơi". */
const closings = CLOSINGS.map((closing) => ({
  written: closing.split(' '),
  folded: say(closing).folded.split(' '),
})).sort((a, b) => b.written.length - a.written.length);

/** Courteous syllables that are other words with other diacritics: "hội", "đã", "ban". */
const EXACT: ReadonlyMap<string, string> = new Map(
  ['hỏi', 'dạ', 'thưa', 'bạn', 'ơi', 'giúp', 'phiền', 'mong', 'ừ'].map((word) => [say(word).folded, word]),
);

/** Courtesy between the words: "xóa giúp em dữ liệu", "mở hồ sơ giùm tôi". */
const WITHIN = new RegExp(`(?<= |^)(?:giup|gium|dum)(?: (?:cho )?${SELF}\\b| voi\\b)`);

/**
 * What is said, without the words of courtesy around it and with the short forms of chats written out, so that no such word
 * ends up in a name. What was nothing but courtesy becomes empty. Pure.
 */
export function withoutCourtesy(text: string): Said {
  // "Chào anh Minh, …": whom the greeting names is nobody that is asked about.
  const spoken = cleanText(text).replace(
    /^\s*(?:xin\s+)?(?:kính\s+)?ch(?:à|a)o(?:\s[^,.!?:\n]{0,30})?[,.!:\n]/iu,
    ' ',
  );
  const asked = spoken.replace(
    /[,.;!?\n]\s*(?:em|tôi|mình|toi|minh)?\s*(?:xin\s+)?c(?:ả|á|a)m\s+(?:ơ|o)n[^,.;!?\n]{0,30}[.!\s]*$/iu,
    '',
  );
  return saidOf(cutOpenings(cutClosings(cutWithin(writtenOut(asked)))));
}

function writtenOut(text: string): SaidWord[] {
  const words = indexedSyllables(text);
  return words.flatMap((word, at): SaidWord[] => {
    const next = words[at + 1];
    if (word.written === 'đ' && next?.written === 'c') return wordsIn('đồng chí');
    if (word.written === 'c' && words[at - 1]?.written === 'đ') return [];
    if (word.written === 'a' && next?.written === 'c' && next.joined) return wordsIn('anh chị');
    if (word.written === 'c' && words[at - 1]?.written === 'a' && word.joined) return [];
    // "e còn thiếu gì", "hồ sơ của e"; elsewhere e is a letter.
    if (
      word.written === 'e' &&
      (at === 0 || /^(?:cua|cho|hoi|da|giup|neu|nao|thi)$/.test(words[at - 1]?.folded ?? ''))
    ) {
      return wordsIn('em');
    }
    // "Đc Nam" is đồng chí; nobody begins with "được".
    if (at === 0 && /^[dđ]c$/.test(word.written)) return wordsIn('đồng chí');
    const long = shortForms.get(word.written);
    return long === undefined ? [word] : wordsIn(long.written.join(' '));
  });
}

function wordsIn(text: string): SaidWord[] {
  return indexedSyllables(text).map(({ written, folded }) => ({ written, folded }));
}

function cutOpenings(words: readonly SaidWord[]): readonly SaidWord[] {
  let rest = words;
  for (let cut = true; cut; ) {
    const folded = rest.map(comparedCourteously).join(' ');
    const count =
      OPENINGS.map((opening) => syllableCount(opening.exec(folded)?.[0] ?? '')).find((n) => n > 0) ?? 0;
    cut = count > 0;
    rest = rest.slice(count);
  }
  return rest;
}

/** A syllable, or a mark where its diacritics make it another word than the courteous one. */
function comparedCourteously({ written, folded }: SaidWord): string {
  const exact = EXACT.get(folded);
  return exact === undefined || written === exact || written === folded ? folded : '_';
}

function cutClosings(words: readonly SaidWord[]): readonly SaidWord[] {
  let rest = words;
  for (let cut = true; cut; ) {
    const found = closings.find(
      ({ written, folded }) =>
        rest.length >= written.length &&
        written.every((word, at) => {
          const said = rest[rest.length - written.length + at];
          return said?.written === word || said?.written === folded[at];
        }),
    );
    cut = found !== undefined;
    if (found !== undefined) rest = rest.slice(0, rest.length - found.written.length);
  }
  return rest;
}

function cutWithin(words: readonly SaidWord[]): readonly SaidWord[] {
  const { folded } = saidOf(words);
  const match = WITHIN.exec(folded);
  if (match === null) return words;
  const first = syllableCount(folded.slice(0, match.index));
  return cutWithin(words.filter((_, at) => at < first || at >= first + syllableCount(match[0])));
}

/** Without "xem" in front: what somebody wants to see is what they want. */
export function withoutLook({ folded, written }: Said): Said {
  const [first, ...others] = folded.split(' ');
  return first === 'xem' ? { folded: others.join(' '), written: written.slice(1) } : { folded, written };
}

function syllableCount(text: string): number {
  return text.split(' ').filter((word) => word !== '').length;
}
