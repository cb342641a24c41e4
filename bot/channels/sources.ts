import { type Citation, writeDate } from '../../domain/citation.ts';
import type { DocumentLine } from '../../domain/documentLine.ts';
import type { Block } from '../message.ts';
import { plain, type RichText, wrap } from './richText.ts';
import { messengerTexts as texts } from './texts.ts';

/** Where each quote stands in its document, a line a quote; none where nothing is quoted. */
export function sourceLines(blocks: readonly Block[]): readonly RichText[] {
  return blocks
    .filter((block) => block.kind === 'quote')
    .map(({ index, citation }) => wrap('keep', plain(`[${index}] ${describeSource(citation)}`)));
}

/** When a listed document is in force from, and what kind it is of; empty where there is nothing to say. */
export function documentFacts({ effective, kind, sample }: DocumentLine): string {
  return facts([
    effective === null ? null : texts.effective(writeDate(effective)),
    texts.kind(kind),
    sample ? texts.sample : null,
  ]);
}

function describeSource(citation: Citation): string {
  // That nothing stored ends it is no proof that it still holds. Only the contrary is said.
  const force = citation.inForce === false ? texts.force(citation.validity === 'superseded') : null;
  return facts([
    [citation.document, ...citation.path].join(' › '),
    citation.page === null ? null : texts.page(citation.page),
    texts.kind(citation.kind) ?? force,
    citation.sample ? texts.sample : null,
  ]);
}

function facts(all: readonly (string | null)[]): string {
  return all.filter((fact) => fact !== null).join(' · ');
}
