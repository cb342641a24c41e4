import { expect, it } from 'vitest';
import { indexVersion } from '../../ingest/passageIndex.ts';
import { saveDirective } from '../../store/directives.ts';
import { countStale } from '../../store/passages/replaceIndex.ts';
import { forEachEngine } from '../../store/testing.ts';
import { manyDirectives } from '../../testing/manyDirectives.ts';
import { startReindexing } from './reindexAtStart.ts';

const rethrow = (error: unknown): never => {
  throw error;
};

forEachEngine((engine) => {
  const stored = async (version: string) => {
    const database = await engine.open();
    for (const directive of manyDirectives(3)) {
      await saveDirective(database, { ...directive, index: { ...directive.index, version } });
    }
    return database;
  };

  it('makes what an earlier version left anew beside the program, and says so', async () => {
    const database = await stored('before');
    const said: string[] = [];
    const { finished } = startReindexing(database, (text) => said.push(text), rethrow);
    await finished;
    expect(said).toEqual([expect.stringContaining('3 văn bản'), 'Đã lập lại chỉ mục của 3 văn bản.']);
    expect(await countStale(database, indexVersion())).toBe(0);
  });

  it('says and does nothing where all is of this version', async () => {
    const database = await stored(indexVersion());
    const said: string[] = [];
    await startReindexing(database, (text) => said.push(text), rethrow).finished;
    expect(said).toEqual([]);
  });

  it('stops behind the directive that is under way, and leaves the rest for the next start', async () => {
    const database = await stored('before');
    const { stop } = startReindexing(database, () => undefined, rethrow);
    await stop();
    expect(await countStale(database, indexVersion())).toBe(3);
    await startReindexing(database, () => undefined, rethrow).finished;
    expect(await countStale(database, indexVersion())).toBe(0);
  });

  it('hands over what kept it from going on, and fails nobody else', async () => {
    const database = await stored('before');
    const errors: unknown[] = [];
    const broken = { ...database, query: () => Promise.reject(new Error('the server is gone')) };
    await startReindexing(
      broken,
      () => undefined,
      (error) => errors.push(error),
    ).finished;
    expect(errors).toEqual([new Error('the server is gone')]);
  });
});
