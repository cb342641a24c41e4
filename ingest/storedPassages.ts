import type { Passage, StoredDirective } from '../domain/directive.ts';
import type { Paragraph } from './normalise/paragraphs.ts';
import type { Unit } from './normalise/units.ts';
import { cutPassages } from './passages.ts';
import { recognise } from './provisions/recognise.ts';

/**
 * The passages of a directive of which text and provisions are stored and passages are not: an older version has none. Which of its
 * lines are foot or a publisher's notes is told anew.
 */
export function passagesOf({
  kind,
  text,
  provisions,
}: Pick<StoredDirective, 'kind' | 'text' | 'provisions'>): Passage[] {
  const lines = text.split('\n');
  const units = lines.map((line): Unit => {
    return { text: line, page: null, role: line.includes(' | ') ? 'table' : 'paragraph', gap: false };
  });
  const { zones } = recognise(units);
  let at = 0;
  const paragraphs = units.map(({ text: line, role }, index): Paragraph => {
    const start = at;
    at += line.length + 1;
    const zone = kind === 'press' ? 'body' : (zones[index] ?? 'body');
    return { start, end: start + line.length, zone, mark: null, role, title: false };
  });
  return cutPassages(text, paragraphs, provisions);
}
