import { plain } from './richText.ts';
import { splitRichText } from './split.ts';

/** One line of at most `limit` UTF-16 units, cut at a word, with an ellipsis. */
export function shortenLine(text: string, limit: number): string {
  const line = plain(text).text.replace(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  const [first] = splitRichText(plain(line), limit - 1);
  return `${(first?.text ?? '').replace(/[\s,;:.–-]+$/u, '')}…`;
}

/** The first sentence of a text as `shortenLine` makes it: a caption says that of a picture, the words around it the rest. */
export function firstSentence(text: string, limit: number): string {
  const [line = ''] = plain(text).text.trim().split('\n');
  // As in the splitting of messages, a full stop after a digit or a capital ends no sentence.
  const [sentence = ''] = line.split(/(?<=(?<![\d\p{Lu}])[.!?…]["”»)\]]*)\s+/u);
  return shortenLine(sentence, limit);
}
