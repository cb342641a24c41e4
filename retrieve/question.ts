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

/** Pairs in which a syllable of `ASKING_FOLDED` is part of another word: đơn vị, bảo vệ, cơ quan, bị can. */
const SAYING_FOLDED = new Set(
  (
    'don_vi vi_tri vi_pham hanh_vi pham_vi vi_thanh ve_sinh bao_ve tu_ve nghia_ve can_bo can_cu bi_can can_ho nhu_cau ' +
    'nhu_yeu co_quan co_so co_cau co_hoi co_yeu co_gioi dong_co nguy_co cua_hang cua_khau mot_cua toi_pham toi_danh ' +
    'toi_thieu toi_da pham_toi tre_em chung_minh xac_minh minh_bach thuyet_minh van_minh thong_minh cho_phep cho_thue ' +
    'cho_vay vay_von vay_no khoan_vay tin_cho cho_o nha_o o_to trong_cay trong_trot cay_trong quan_trong nghiem_trong ' +
    'trong_luong trong_tai ton_trong bi_cao bi_don thiet_bi chuan_bi trang_bi bi_mat sao_y sao_chep ban_sao sao_luc ' +
    'the_thao the_chat the_che cu_the tap_the chu_the thay_the hop_the may_moc may_tinh may_bay xe_may ma_so ma_ngach ' +
    'ma_hoa ma_tuy ma_vach khong_gian khong_khi hang_khong khong_quan xin_phep theo_doi cai_tao cai_cach cai_thien ' +
    'bao_gom bao_cao bao_hiem bao_dam bao_luu thong_bao phai_sinh giup_do'
  ).split(' '),
);

/** Whether the word at this place, without diacritics, is part of a word that says something. */
function inSayingPair(words: readonly IndexedSyllable[], at: number): boolean {
  const pair = (first: number) => `${words[first]?.folded}_${words[first + 1]?.folded}`;
  return SAYING_FOLDED.has(pair(at)) || SAYING_FOLDED.has(pair(at - 1));
}

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
      (accented ? ASKING.has(word.written) : ASKING_FOLDED.has(word.folded) && !inSayingPair(words, at)) ||
      inAskingPair(words, at),
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
