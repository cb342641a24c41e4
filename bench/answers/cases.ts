import type { AnswerSentence } from '../../answer/check/checkSentences.ts';
import type { AnswerSource } from '../../answer/check/source.ts';
import { wordsOf } from '../../answer/check/words.ts';
import { writePath } from '../../domain/citation.ts';
import type { FaultKind, KeyGroup } from './keys.ts';
import { type Library, sourceAt, sourceOfProvision } from './provisions.ts';

/** A sentence to be checked, and what is known of it. `fault`: `null` where it is true. */
export type Case = {
  readonly sentence: AnswerSentence;
  readonly sources: readonly AnswerSource[];
  readonly fault: FaultKind | null;
  /** Those made of one true sentence stay in one half. */
  readonly group: number;
};

/** No source that a group names, and none that is invented, has this id. */
const BESIDE = 20;
const OTHER_DOCUMENTS = ['917/2026/QĐ-UBND', '171/2025/NĐ-CP', '905/2025/TT-BNV', '52/2019/QH14'];

/** Hand-written sentences, and what rules make of the true ones: named with their place, and with faults of every mechanical kind. */
export function casesOf(groups: readonly KeyGroup[], library: Library, asOf: string): readonly Case[] {
  return groups.flatMap(({ places, sentences, faults }, group) => {
    const own = places.map((place, at) => sourceAt(library, place, at + 1, asOf));
    const ids = own.map(({ id }) => id);
    // As to a model, the provision that comes nearest is offered besides.
    const beside = siblingOf(library, places[0] ?? [], sentences[0] ?? faults[0]?.text ?? '', asOf, BESIDE);
    const sources = [...own, ...(beside === null ? [] : [beside])];
    const make = (text: string, fault: FaultKind | null, more: Partial<Case> = {}): Case => ({
      sentence: { text, sources: ids },
      sources,
      fault,
      group,
      ...more,
    });
    const [first] = sentences;
    const [source] = sources;
    const made = [
      ...sentences.map((text) => make(text, null)),
      ...faults.map(({ kind, text }) => make(text, kind)),
    ];
    if (first === undefined || source === undefined) return made;
    return [...made, ...mechanical(first, source, group, make, beside)];
  });
}

function mechanical(
  sentence: string,
  source: AnswerSource,
  group: number,
  make: (text: string, fault: FaultKind | null, more?: Partial<Case>) => Case,
  beside: AnswerSource | null,
): readonly Case[] {
  const made: Case[] = [];
  const name = `${source.document.type} ${source.document.number}`;
  const where = writePath(source.path);
  const within = (text: string) =>
    /^(?:Theo|Quyết định|Thông tư|Điều|\p{Lu}\S*\s\p{Lu})/u.test(text)
      ? text
      : text.charAt(0).toLowerCase() + text.slice(1);
  const isNamed = /Điều \d|\d\/\d{4}\/|Quyết định \d|Thông tư \d/u.test(sentence);
  if (group % 2 === 0 && !isNamed) made.push(make(`Theo ${where} ${name}, ${within(sentence)}`, null));
  if (group % 3 === 0) {
    made.push(
      make(sentence, 'invented_citation', { sentence: { text: sentence, sources: [7 + (group % 5)] } }),
    );
  }
  if (group % 3 === 1 && !isNamed) {
    const other = OTHER_DOCUMENTS[group % OTHER_DOCUMENTS.length] ?? '';
    made.push(make(`Theo ${where} văn bản ${other}, ${within(sentence)}`, 'wrong_document'));
    made.push(
      make(
        `Theo ${where} ${name.replace(/\d/, (digit) => String((Number(digit) + 1) % 10))}, ${within(sentence)}`,
        'wrong_document',
      ),
    );
  }
  if (group % 3 !== 0 && !isNamed) {
    const moved = where.replace(/\d+/g, (value, offset: number) =>
      offset < 8 || !where.slice(8).match(/\d/) ? String(Number(value) + 1 + (group % 2)) : value,
    );
    if (moved !== where) made.push(make(`Theo ${moved} ${name}, ${within(sentence)}`, 'wrong_article'));
  }
  if (beside !== null && group % 2 === 1)
    made.push(make(sentence, 'says_otherwise', { sentence: { text: sentence, sources: [beside.id] } }));
  return made;
}

/** The provision beside the right one that holds most of the sentence's words. */
function siblingOf(
  library: Library,
  [name = '', ...labels]: readonly string[],
  sentence: string,
  asOf: string,
  id: number,
): AnswerSource | null {
  const directive = library.get(name);
  if (directive === undefined) return null;
  const tail = (path: readonly string[]) => path.slice(Math.max(0, path.indexOf(labels[0] ?? '')));
  const own = directive.provisions.find(({ path }) => tail(path).join('|') === labels.join('|'));
  const wanted = new Set(
    wordsOf(sentence)
      .filter(({ weight }) => weight > 0)
      .map(({ key }) => key),
  );
  let best: { readonly at: number; readonly held: number } | null = null;
  for (const [at, { start, end, path }] of directive.provisions.entries()) {
    if (own === undefined || (start < own.end && end > own.start) || path.length !== own.path.length)
      continue;
    const held = new Set(
      wordsOf(directive.text.slice(start, end))
        .map(({ key }) => key)
        .filter((key) => wanted.has(key)),
    ).size;
    if (best === null || held > best.held) best = { at, held };
  }
  return best === null ? null : sourceOfProvision(directive, best.at, id, asOf);
}
