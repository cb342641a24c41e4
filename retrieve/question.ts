import { indexedSyllables, isPair } from '../vietnamese/terms.ts';
import { cleanText } from '../vietnamese/text.ts';

/** A term of a question and how much it counts beside its rarity. */
export type QuestionTerm = {
  readonly term: string;
  /** Weight by kind: a single syllable counts less than a pair. */
  readonly weight: number;
  /** Says what is asked about; the rest ("là gì", "bao nhiêu") only asks. */
  readonly content: boolean;
};

/** A single syllable is mostly half a word, so it counts less than a pair (measured: 0.6). */
const SINGLE_WEIGHT = 0.6;

/** Words that ask or bind, with their diacritics, one syllable each. */
const ASKING = new Set(
  (
    'là gì sao thế nào bao nhiêu lâu mấy ai đâu khi không có được phải thì mà và hay hoặc của cho với ' +
    'tôi em mình anh chị bạn cháu chúng ta ạ à ơi nhé nhỉ vậy hả hỏi xin giúp biết về các những một cái này kia ' +
    'đó ấy nếu như bị do bởi tại vì nên cần muốn ra vào lên xuống ở trong ngoài theo rằng thưa ad admin ơn cảm'
  ).split(' '),
);

/** The same without diacritics, less those that then read as another word (thi, bảo, hội, độ, tài, nên → nền …). */
const ASKING_FOLDED = new Set(
  (
    'la gi sao the nao bao nhieu lau may ai khong co duoc phai ma va hay hoac cua cho voi toi em minh a oi nhe ' +
    'nhi vay xin giup biet ve cac nhung mot cai nay neu nhu bi boi vi can muon o trong theo rang thua ad admin'
  ).split(' '),
);

/** The terms of a question, each once, in order. */
export function questionTerms(question: string): readonly QuestionTerm[] {
  const words = indexedSyllables(question);
  const accented = /[^\p{ASCII}\p{P}\p{S}\s]/u.test(cleanText(question));
  const asking = words.map((word) => (accented ? ASKING.has(word.written) : ASKING_FOLDED.has(word.folded)));
  const found = new Map<string, QuestionTerm>();
  const add = (term: string, content: boolean) => {
    const known = found.get(term);
    if (known === undefined || (content && !known.content)) {
      found.set(term, { term, weight: isPair(term) ? 1 : SINGLE_WEIGHT, content });
    }
  };
  for (const [index, word] of words.entries()) {
    add(word.folded, asking[index] !== true);
    const previous = words[index - 1];
    if (previous !== undefined && word.joined) {
      add(`${previous.folded}_${word.folded}`, asking[index] !== true && asking[index - 1] !== true);
    }
  }
  return [...found.values()];
}
