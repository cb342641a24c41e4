import { Document, type DocumentInterface } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import { writeCitation } from '../domain/citation.ts';
import { cite } from '../domain/cite.ts';
import type { IsoDate } from '../domain/day.ts';
import type { StoredDirective } from '../domain/directive.ts';
import type { Queryable } from '../store/database.ts';
import { readDirective } from '../store/directives.ts';
import { markValidity } from '../store/validity.ts';
import type { Searcher } from './searcher.ts';

/** Where the words of a document stand, and what they are worth on the day asked for. */
export type PassageMetadata = {
  /** In words: `khoản 2 Điều 18 Nghị định 233/2026/NĐ-CP (hiệu lực từ 01/7/2026)`. */
  readonly citation: string;
  /** Short name of the directive. */
  readonly document: string;
  readonly path: readonly string[];
  readonly heading: string | null;
  readonly page: number | null;
  /** `directive.text.slice(start, end)` is the document's content. */
  readonly start: number;
  readonly end: number;
  readonly directiveId: number;
  readonly effective: IsoDate | null;
  /** `null`: not known. */
  readonly inForce: boolean | null;
  /** Came with the product as an example; it is no law. */
  readonly sample: boolean;
  /** Comparable only within one answer. */
  readonly score: number;
};

export type DirectiveRetrieverInput = BaseRetrieverInput & {
  readonly queryable: Queryable;
  readonly search: Searcher;
  /** The day on which provisions have to be in force to stand first. */
  readonly today: () => IsoDate;
  /** How many documents at most; 10 when absent. */
  readonly limit?: number;
  /** Only within these directives; all when absent. */
  readonly directiveIds?: readonly number[];
};

/** The product's search as a retriever of LangChain: the exact words of passages, best first, with where they stand. */
export class DirectiveRetriever extends BaseRetriever<PassageMetadata> {
  static override lc_name(): string {
    return 'DirectiveRetriever';
  }

  override lc_namespace = ['dat_chuan', 'retrievers'];
  readonly #input: DirectiveRetrieverInput;

  constructor(input: DirectiveRetrieverInput) {
    super(input);
    this.#input = input;
  }

  override async _getRelevantDocuments(question: string): Promise<DocumentInterface<PassageMetadata>[]> {
    const { queryable, search, today, limit = 10, directiveIds = null } = this.#input;
    const asOf = today();
    const { hits } = await search(queryable, question, { limit, asOf, directiveIds });
    const directives = new Map<number, StoredDirective | null>();
    for (const { directiveId } of hits) {
      if (!directives.has(directiveId))
        directives.set(directiveId, await readDirective(queryable, directiveId));
    }
    const found = hits.flatMap((hit) => {
      const directive = directives.get(hit.directiveId) ?? null;
      // Deleted since it was found.
      if (directive === null) return [];
      const provision = directive.provisions.find(({ id }) => id === hit.provisionId) ?? null;
      return [{ hit, citation: cite(directive, { ...hit, provision }, asOf) }];
    });
    const citations = await markValidity(
      queryable,
      found.map(({ citation }) => citation),
      asOf,
    );
    return citations.map((citation, at) => {
      const { quote, document, path, heading, page, start, end, directiveId, effective, inForce, sample } =
        citation;
      return new Document({
        pageContent: quote,
        metadata: {
          citation: writeCitation(citation),
          ...{ document, path, heading, page, start, end, directiveId, effective, inForce, sample },
          score: found[at]?.hit.score ?? 0,
        },
      });
    });
  }
}
