import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../store/database.ts';
import { pgliteForTests } from '../../../store/testing.ts';
import { createSharedFiles } from './sharedFiles.ts';

const MEGABYTE = 1024 * 1024;
const file = (bytes = 3) => ({ name: 'a.xlsx', mediaType: 'application/x', bytes: new Uint8Array(bytes) });
const token = (url: string | undefined) => url?.split('/').at(-1) ?? '';

describe('files by link', () => {
  const engine = pgliteForTests();
  let database: Database;
  beforeAll(async () => {
    database = await engine.open();
  });

  it('are open for a day, personal ones for 15 minutes, also from another process', async () => {
    let now = Date.now();
    const clock = () => now;
    const files = createSharedFiles('https://vi.du/zalo/tep', database, clock);
    const other = createSharedFiles('https://vi.du/zalo/tep', database, clock);
    const usual = files.share(file(), false);
    const personal = files.share(file(), true);
    await files.stored();
    expect(usual?.url).toMatch(/^https:\/\/vi\.du\/zalo\/tep\/[\w.-]{46,}$/);
    expect(usual?.minutes).toBe(24 * 60);
    expect(await other.open(token(personal?.url))).toEqual(file());
    now += 15 * 60_000;
    expect(await files.open(token(personal?.url))).toBeNull();
    expect(await files.open(token(usual?.url))).toEqual(file());
    now += 24 * 3_600_000;
    expect(await files.open(token(usual?.url))).toBeNull();
    const kept = await database.query<{ token_hash: string }>('select token_hash from shared_files');
    expect(kept.map(({ token_hash }) => token_hash)).not.toContain(token(usual?.url));
  });

  it('are opened by no link that was made elsewhere or changed', async () => {
    const files = createSharedFiles('', database, Date.now);
    const right = token(files.share(file(), false)?.url);
    await files.stored();
    for (const [at, letter] of [...right].entries()) {
      const changed = `${right.slice(0, at)}${letter === 'A' ? 'B' : 'A'}${right.slice(at + 1)}`;
      expect(await files.open(changed), changed).toBeNull();
    }
    for (const other of ['', '..', right.slice(1), `${right}A`]) expect(await files.open(other)).toBeNull();
  });

  it('are refused where they are too large to be kept, and told of where they could not be', async () => {
    const files = createSharedFiles('', database, Date.now);
    expect(files.share(file(17 * MEGABYTE), false)).toBeNull();
    const broken = { ...database, query: () => Promise.reject(new Error('away')) };
    const elsewhere = createSharedFiles('', broken, Date.now);
    elsewhere.share(file(), false);
    await expect(elsewhere.stored()).rejects.toThrow('away');
  });
});
