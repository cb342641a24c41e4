import { nameKey } from '../../vietnamese/nameKey.ts';

/**
 * Whether one of the words stands in a text, syllable by syllable, however either is written: “Anh” stands in “tiếng anh” and not
 * in “kinh doanh”. No words at all stand in every text.
 */
export function createWordTest(words: readonly string[]): (text: string) => boolean {
  if (words.length === 0) return () => true;
  const keys = words.map((word) => ` ${nameKey(word)} `);
  return (text) => {
    const key = ` ${nameKey(text)} `;
    return keys.some((word) => key.includes(word));
  };
}
