import { beforeAll, describe, expect, it } from 'vitest';
import { search } from '../../retrieve/search.ts';
import type { Database } from '../../store/database.ts';
import { saveDirective } from '../../store/directives.ts';
import { pgliteForTests } from '../../store/testing.ts';
import { sampleDirective } from '../../testing/sampleDirective.ts';
import { commands } from '../core.ts';
import { collectReply } from '../message.ts';
import { documents } from './documents.ts';

describe('the list of documents', () => {
  const engine = pgliteForTests();
  let database: Database;
  const ask = (text: string) =>
    collectReply(
      documents.reply(
        { channel: 'web', conversation: 'cuoc-thu', sender: null, isPrivate: true, text },
        {
          database,
          search,
          today: () => '2026-07-01',
          now: () => new Date(),
          tell: async () => undefined,
          commands,
          account: null,
        },
      ),
    );
  const names = async (text: string) =>
    (await ask(text)).blocks.flatMap((block) =>
      block.kind === 'documents' ? block.documents.map(({ directiveId }) => directiveId) : [],
    );

  beforeAll(async () => {
    database = await engine.open();
  });

  it('says how to get documents where there are none', async () => {
    expect(await ask('/vanban')).toEqual({
      outcome: 'document',
      blocks: [{ kind: 'text', text: expect.stringContaining('ingest'), tone: 'plain' }],
      choices: [],
    });
  });

  it('is one page without a number while it fits', async () => {
    await store(20);
    const { blocks, choices } = await ask('/vanban');
    expect(blocks[0]).toMatchObject({ text: 'Đã nạp 20 văn bản:' });
    expect(await names('/vanban')).toHaveLength(20);
    expect(choices).toEqual([]);
  });

  it('goes on page by page, each document on one page', async () => {
    await store(25);
    const first = await ask('/vanban');
    expect(first.blocks[0]).toMatchObject({ text: 'Đã nạp 45 văn bản, trang 1/3:' });
    expect(first.choices).toEqual([{ label: 'Xem tiếp', send: '/vanban 2' }]);
    const pages = [await names('/vanban'), await names('/vanban 2'), await names('/vanban 3')];
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 5]);
    expect(new Set(pages.flat()).size).toBe(45);
    expect((await ask('/vanban 3')).choices).toEqual([]);
  });

  it.each([
    ['/vanban 99', 3],
    ['/vanban 999999999999', 1],
    ['/vanban 0', 1],
    ['/vanban hai', 1],
    ['/vanban -2', 1],
  ])('takes %s for page %d', async (text, page) => {
    expect(await names(text)).toEqual(await names(`/vanban ${page}`));
  });

  let stored = 0;
  async function store(count: number): Promise<void> {
    for (const last = stored + count; stored < last; stored += 1) {
      const articles = [{ heading: 'Phạm vi', clauses: ['Áp dụng cho cán bộ.'] }];
      await saveDirective(database, sampleDirective({ number: `${stored + 1}/2031/QĐ-UBND` }, articles));
    }
  }
});
