import type { ParsedDirective, Passage, Provision } from '../../domain/directive.ts';
import type { Article } from './corpus.ts';

/** The articles of one document as a directive, one passage an article in the same order. */
export function toDirective(articles: readonly Article[]): ParsedDirective {
  const provisions: Provision[] = [];
  const passages: Passage[] = [];
  let text = '';
  for (const { heading, text: body, article } of articles) {
    const start = text.length;
    text += article === null ? `${heading}\n` : `Điều ${article}. ${heading}\n`;
    const bodyStart = text.length;
    text += `${body}\n`;
    const label = article === null ? heading : `Điều ${article}`;
    const end = text.length;
    passages.push({ provision: provisions.length, path: [label], heading, start: bodyStart, end });
    provisions.push({ kind: 'dieu', label, path: [label], heading, start, end, page: null, parent: null });
  }
  const document = articles[0]?.document;
  return {
    format: 'txt',
    kind: 'issued',
    text,
    header: {
      number: document?.number ?? null,
      type: document?.type ?? null,
      title: document?.title ?? null,
      effective: document?.effective ?? null,
      issuer: null,
      issued: null,
      signer: null,
      place: null,
    },
    provisions,
    passages,
    relations: [],
    effects: [],
    requirements: [],
    targets: [],
    warnings: [],
  };
}
