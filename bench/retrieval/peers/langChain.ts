import { BM25Retriever } from '@langchain/community/retrievers/bm25';
import { Document } from '@langchain/core/documents';
import type { SearchSystem } from '../searchSystem.ts';
import { peerFields } from './peerText.ts';

/** LangChain's BM25 retriever with its defaults: it has no index and reads every text for every question. */
export async function openLangChain(): Promise<SearchSystem> {
  const documents: Document[] = [];
  return {
    async index(groups) {
      for (const articles of groups) {
        for (const article of articles) {
          const { heading, text } = peerFields(article);
          documents.push(new Document({ id: article.id, pageContent: `${heading}\n${text}` }));
        }
      }
      return documents.length;
    },
    async search(question, k) {
      const found = await BM25Retriever.fromDocuments(documents, { k }).invoke(question);
      return found.map(({ id }) => id ?? '');
    },
    size: async () => null,
    close: async () => {
      documents.length = 0;
    },
  };
}
