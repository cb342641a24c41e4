import MiniSearch from 'minisearch';
import type { SearchSystem } from '../searchSystem.ts';
import { peerFields } from './peerText.ts';

/** MiniSearch with its defaults: an index in memory, ranked by BM25+. */
export async function openMiniSearch(): Promise<SearchSystem> {
  const miniSearch = new MiniSearch({ fields: ['heading', 'text'] });
  return {
    async index(documents) {
      for (const articles of documents) {
        miniSearch.addAll(articles.map((article) => ({ id: article.id, ...peerFields(article) })));
      }
      return miniSearch.documentCount;
    },
    async search(question, k) {
      return miniSearch
        .search(question)
        .slice(0, k)
        .map(({ id }) => String(id));
    },
    size: async () => null,
    close: async () => miniSearch.removeAll(),
  };
}
