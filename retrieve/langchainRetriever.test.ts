import { ChatPromptTemplate } from '@langchain/core/prompts';
import { RunnablePassthrough, RunnableSequence } from '@langchain/core/runnables';
import { FakeListChatModel } from '@langchain/core/utils/testing';
import { describe, expect, it } from 'vitest';
import { readDirective, saveDirective } from '../store/directives.ts';
import { forEachEngine } from '../store/testing.ts';
import { sampleDirective } from '../testing/sampleDirective.ts';
import { DirectiveRetriever } from './langchainRetriever.ts';
import { search } from './search.ts';

forEachEngine((engine) => {
  describe('the retriever for LangChain', () => {
    async function retriever() {
      const database = await engine.open();
      const { id } = await saveDirective(
        database,
        sampleDirective(
          {
            number: '915/2026/QĐ-UBND',
            type: 'Quyết định',
            title: 'Quy định bồi dưỡng',
            effective: '2026-04-01',
          },
          [
            { heading: 'Thời gian', clauses: ['Mỗi năm học ít nhất 40 tiết.', 'Người ốm được hoãn.'] },
            { heading: 'Kinh phí', clauses: ['Kinh phí bồi dưỡng do ngân sách tỉnh bảo đảm.'] },
          ],
        ),
      );
      const today = () => '2026-11-22';
      return {
        database,
        id,
        retriever: new DirectiveRetriever({ queryable: database, search, today, limit: 2 }),
      };
    }

    it('gives the exact words of passages with where they stand', async () => {
      const { database, id, retriever: made } = await retriever();
      const documents = await made.invoke('kinh phí bồi dưỡng');
      expect(documents.length).toBeLessThanOrEqual(2);
      const [first] = documents;
      expect(first?.metadata).toMatchObject({
        document: 'Quyết định 915/2026/QĐ-UBND',
        path: ['Điều 2', 'khoản 1'],
        directiveId: id,
        effective: '2026-04-01',
        inForce: true,
        score: expect.any(Number),
        citation: expect.stringContaining('khoản 1 Điều 2 Quyết định 915/2026/QĐ-UBND'),
      });
      const stored = await readDirective(database, id);
      expect(first?.pageContent).toBe(stored?.text.slice(first?.metadata.start, first?.metadata.end));
      expect(first?.pageContent).toContain('ngân sách tỉnh');
    });

    it('stands in a chain', async () => {
      const { retriever: made } = await retriever();
      const model = new FakeListChatModel({ responses: ['Ngân sách tỉnh.'] });
      const seen: string[] = [];
      const chain = RunnableSequence.from([
        {
          context: made.pipe((documents) =>
            documents.map(({ pageContent, metadata }) => `${metadata.citation}: ${pageContent}`).join('\n'),
          ),
          question: new RunnablePassthrough<string>(),
        },
        ChatPromptTemplate.fromTemplate('Chỉ dựa vào:\n{context}\n\nCâu hỏi: {question}'),
        (prompt) => {
          seen.push(prompt.toString());
          return prompt;
        },
        model,
      ]);
      const answer = await chain.invoke('ai trả kinh phí bồi dưỡng?');
      expect(answer.content).toBe('Ngân sách tỉnh.');
      expect(seen[0]).toContain('ngân sách tỉnh bảo đảm');
      expect(seen[0]).toContain('ai trả kinh phí bồi dưỡng?');
    });

    it('finds nothing in an empty store', async () => {
      const made = new DirectiveRetriever({
        queryable: await engine.open(),
        search,
        today: () => '2026-11-22',
      });
      expect(await made.invoke('kinh phí')).toEqual([]);
    });
  });
});
