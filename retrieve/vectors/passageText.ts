import type { PassageWords } from '../../store/passages/vectors.ts';

/**
 * A passage as it is written for a model: its place before its words, since a khoản rarely repeats what its article is
 * about. Whoever changes this raises `RECIPE_VERSION` (embedder.ts).
 */
export function passageText({ title, path, heading, body }: PassageWords): string {
  return [title, [...path, heading].join(' ').trim(), body].filter((part) => part !== '').join('\n');
}
