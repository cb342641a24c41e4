import { rawText } from '../../testing/rawText.ts';
import { parseDirective } from '../parseDirective.ts';

/** The provisions of a text, each as its path and its heading. */
export function tree(text: string, role?: 'paragraph'): string[] {
  const { provisions } = parseDirective(rawText(text, role === undefined ? {} : { role }), {
    fileName: 'x.txt',
  });
  return provisions.map(({ path, heading }) => path.join(' > ') + (heading === null ? '' : ` «${heading}»`));
}

/** The words of the provision at a path; empty where there is none. */
export function words(text: string, path: string): string {
  const parsed = parseDirective(rawText(text), { fileName: 'x.txt' });
  const found = parsed.provisions.find((provision) => provision.path.join(' > ') === path);
  return found === undefined ? '' : parsed.text.slice(found.start, found.end);
}
