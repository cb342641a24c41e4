import { syllables } from '../../vietnamese/text.ts';
import { type Frequencies, pairOf } from './lattice.ts';

/**
 * How people ask. A corpus of rules hardly knows these words ("bao lâu", "mấy năm"), and would take them for slips of
 * its own.
 */
const PHRASES = [
  'như thế nào vậy, thế nào là, là như thế nào, được hiểu thế nào, quy định như thế nào, quy định ra sao, quy định gì, ra sao vậy',
  'là gì, là gì ạ, gồm những gì, cần những gì, cần gì, làm gì, phải làm gì, có gì, nói gì, về gì, nghĩa là gì, giấy tờ gì, điều kiện gì, gì khác, gì không, gì để, bằng gì, do gì',
  'khi nào, khi nào thì, lúc nào, ngày nào, năm nào, nơi nào, chỗ nào, cái nào, người nào, ai nào, cơ quan nào, đơn vị nào, trường hợp nào, văn bản nào, điều nào, tỉnh nào, xã nào, bước nào, nào thì, nào cần, nào phải, nào được, nào là, nào về, nào để, nào của, nào có, trình tự nào, theo cách nào, cách nào',
  'bao lâu, bao lâu thì, bao lâu một lần, trong bao lâu, là bao lâu, mất bao lâu, bao lâu phải, bao lâu kể từ, lâu nhất, lâu chưa, bao giờ, đến bao giờ, bao giờ thì, bao nhiêu, là bao nhiêu, bao nhiêu là, nhiêu phần trăm, bao nhiêu tiền, bao nhiêu năm, bao nhiêu ngày, bao nhiêu tháng, bao nhiêu tuổi, bao nhiêu người, bao nhiêu lần, bao nhiêu lớp, bao nhiêu giờ, bao nhiêu tiết, bao nhiêu thì, bao xa',
  'mấy năm, mấy ngày, mấy tháng, mấy tuần, mấy người, mấy lần, mấy lớp, mấy loại, mấy cấp, mấy giờ, mấy tuổi, mấy buổi, mấy trang, mấy ai, có mấy, gồm mấy, mở mấy, tối đa mấy, là mấy',
  'ai là, do ai, là ai, ai có, ai được, ai phải, ai cấp, ai ký, ai không, ai quyết định, có ai, những ai, của ai, cho ai, với ai, ai cũng, ai làm, ai sẽ, ai đã, ai có quyền, gồm ai, bởi ai',
  'ở đâu, đi đâu, tại đâu, từ đâu, đâu là, ở phường, ở xã, ở tỉnh, ở trường, ở nước ngoài, ở đây, ở chỗ',
  'có được không, được không ạ, có phải không, phải không, có không, có cần không, có bị không, hay không, có nên, có thể không, hay chưa, được chưa, chưa được, đã có chưa, đúng hay sai, đúng không, sai không, hay là, không ạ, không vậy, không nhỉ, không thế',
  'vì sao, tại sao, làm sao, sao không, sao lại, thì sao, nếu không thì sao, có sao không, làm thế nào, phải làm sao',
  'cho hỏi, cho tôi hỏi, cho em hỏi, xin hỏi, xin cho biết, cho biết, giúp tôi, giúp em, hỏi về, muốn hỏi, em muốn, tôi muốn, anh chị, anh chị ơi, chị ơi, anh ơi, bạn ơi, ad ơi, cảm ơn, xin cảm ơn, dạ, vâng, chào anh, chào chị, thưa anh, mình cần, mình có, em có, tôi có, em được, tôi được, của em, của tôi, của mình, của anh, em là, tôi là, chúng tôi, chúng ta, nhà tôi',
  'cái này, cái đó, cái gì, việc này, việc đó, lấy được, chưa lấy, lấy ở đâu, tới đâu, tới khi, luôn được, luôn phải, luôn là, mà không, mà chưa, mà còn, mà vẫn, thì phải, thì có, thì được, thì cần, thì ai, hôm nay, hôm qua, ngày mai, bây giờ, hiện nay, đã học, đã qua, đã có, đã được, đã là, năm nay, năm ngoái, sang năm, tháng này, tháng trước, tuần này, vẫn còn, vẫn được, vẫn phải, đã từng, rồi có, rồi thì, rồi phải, xong rồi, nhé, nhỉ, hả, ko, alo',
];

/** Words of everyday asking, by the pairs and syllables that they are indexed as. */
const everyday = new Set(
  PHRASES.flatMap((line) => line.split(',')).flatMap((phrase) => {
    const folded = syllables(phrase).map((syllable) => syllable.folded);
    return folded.flatMap((syllable, at) => {
      const before = folded[at - 1];
      return before === undefined ? [syllable] : [syllable, pairOf(before, syllable)];
    });
  }),
);

/** How often an everyday word is taken to be followed as in these phrases, at least. */
const FOLLOWED = 0.1;
/** The share of passages that hold an everyday syllable, at least, and the fewest. */
const SHARE = 0.01;
const FEWEST = 20;

/** The frequencies of a corpus as they would be if people also asked in it. */
export function withEveryday({ of, passages }: Frequencies): Frequencies {
  const least = Math.max(FEWEST, passages * SHARE);
  const single = (term: string) => (everyday.has(term) ? Math.max(of(term), least) : of(term));
  return {
    passages,
    of: (term) => {
      const [first, second] = term.split('_');
      if (first === undefined || second === undefined) return single(term);
      return everyday.has(term) ? Math.max(of(term), single(first) * FOLLOWED) : of(term);
    },
  };
}
