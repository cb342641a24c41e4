import { createHash } from 'node:crypto';
import type { Header, ParsedDirective, Passage, Provision } from '../domain/directive.ts';
import { indexPassages } from '../ingest/passageIndex.ts';
import { relationsOf } from '../ingest/relations/relationsOf.ts';
import type { NewDirective } from '../store/directives.ts';

/** An article of an invented directive: heading and khoản. */
export type SampleArticle = { readonly heading: string; readonly clauses: readonly string[] };

/** Builds an invented directive with articles and khoản, one passage a khoản, ready to be stored. */
export function sampleDirective(
  header: Partial<Header>,
  articles: readonly SampleArticle[],
  kind: ParsedDirective['kind'] = 'issued',
): NewDirective {
  let text = '';
  const provisions: Provision[] = [];
  const passages: Passage[] = [];
  for (const [at, { heading, clauses }] of articles.entries()) {
    const article = provisions.length;
    const start = text.length;
    const label = `Điều ${at + 1}`;
    text += `${label}. ${heading}\n`;
    const own: Provision[] = clauses.map((clause, index) => {
      const from = text.length;
      text += `${index + 1}. ${clause}\n`;
      const own = `khoản ${index + 1}`;
      const place = { label: own, path: [label, own], start: from, end: text.length };
      return { kind: 'khoan', heading: null, page: null, parent: article, ...place };
    });
    provisions.push(
      { kind: 'dieu', label, path: [label], heading, start, end: text.length, page: null, parent: null },
      ...own,
    );
    for (const [index, clause] of own.entries()) {
      const { path, start: from, end } = clause;
      passages.push({ provision: article + 1 + index, path, heading, start: from, end });
    }
  }
  const full: Header = {
    number: null,
    type: null,
    issuer: null,
    issued: null,
    effective: null,
    title: null,
    signer: null,
    place: null,
    ...header,
  };
  const parsed: ParsedDirective = {
    format: 'txt',
    kind,
    text,
    header: full,
    provisions,
    passages,
    ...relationsOf({ kind, text, header: full, provisions }),
    requirements: [],
    targets: [],
    warnings: [],
  };
  const fileName = `${full.number ?? full.title ?? 'van-ban'}.txt`;
  return {
    hash: createHash('sha256').update(JSON.stringify(parsed)).digest('hex'),
    fileName,
    original: new TextEncoder().encode(text),
    sample: true,
    parsed,
    index: indexPassages(parsed, fileName),
  };
}
