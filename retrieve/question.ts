import { askedDefinitions } from '../vietnamese/definitions.ts';
import { type IndexedSyllable, indexedSyllables, isPair } from '../vietnamese/terms.ts';
import { cleanText } from '../vietnamese/text.ts';
import { synonymsOf } from './synonyms.ts';

/** `single`: a syllable, `pair`: two neighbours, `definition`: the words that a definition is asked of. */
export type TermKind = 'single' | 'pair' | 'definition';

/** A term of a question. */
export type QuestionTerm = {
  readonly term: string;
  readonly kind: TermKind;
  /** Says what is asked about; the rest ("là gì", "bao nhiêu") only asks. */
  readonly content: boolean;
  /** How much of what was asked it stands for, 0–1: less than 1 for a part of the words whose definition is asked. */
  readonly part: number;
  /** Stood in the question, or is another word for one that did. */
  readonly origin: 'asked' | 'synonym';
};

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
    'nhi vay xin giup biet ve cac nhung mot cai nay neu nhu bi vi can muon o trong theo rang thua ad admin'
  ).split(' '),
);

/** Pairs that ask or bind whatever stands around them; each of their syllables alone may say something. */
const ASKING_PAIRS = new Set([
  'truong_hop',
  'nhu_the',
  'the_nao',
  'sau_day',
  'dung_hay',
  'hay_sai',
  'hay_khong',
  'bao_gom',
  'thuoc_doi',
]);

/** Whether the word at this place stands in a pair that only asks. */
function inAskingPair(words: readonly IndexedSyllable[], at: number): boolean {
  const pair = (first: number) => `${words[first]?.folded}_${words[first + 1]?.folded}`;
  return ASKING_PAIRS.has(pair(at)) || ASKING_PAIRS.has(pair(at - 1));
}

/** The terms of a question, each once, in order; last those under which a definition may stand. */
export function questionTerms(question: string): readonly QuestionTerm[] {
  const words = indexedSyllables(question);
  const accented = /[^\p{ASCII}\p{P}\p{S}\s]/u.test(cleanText(question));
  const asking = words.map(
    (word, at) =>
      (accented ? ASKING.has(word.written) : ASKING_FOLDED.has(word.folded)) || inAskingPair(words, at),
  );
  const found = new Map<string, QuestionTerm>();
  const add = (term: string, content: boolean, kind: TermKind = isPair(term) ? 'pair' : 'single') => {
    const known = found.get(term);
    if (known === undefined || (content && !known.content)) {
      found.set(term, { term, kind, content, part: 1, origin: 'asked' });
    }
  };
  for (const [index, word] of words.entries()) {
    // A code says as much as a whole word.
    if (word.code !== undefined) add(word.code, true, 'pair');
    add(word.folded, asking[index] !== true);
    const previous = words[index - 1];
    if (previous !== undefined && word.joined) {
      add(`${previous.folded}_${word.folded}`, asking[index] !== true && asking[index - 1] !== true);
    }
  }
  for (const { term, share } of askedDefinitions(question)) {
    found.set(term, { term, kind: 'definition', content: false, part: share, origin: 'asked' });
  }
  for (const { alternatives } of synonymsOf(words)) {
    for (const term of alternatives.flatMap((alternative) => alternative.terms)) {
      if (found.has(term)) continue;
      const kind = isPair(term) ? 'pair' : 'single';
      found.set(term, { term, kind, content: false, part: 1, origin: 'synonym' });
    }
  }
  return [...found.values()];
}
