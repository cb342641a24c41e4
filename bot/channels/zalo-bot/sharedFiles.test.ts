import { describe, expect, it } from 'vitest';
import { createSharedFiles } from './sharedFiles.ts';

const MEGABYTE = 1024 * 1024;
const file = (bytes = 3) => ({ name: 'a.xlsx', mediaType: 'application/x', bytes: new Uint8Array(bytes) });
const token = (url: string | undefined) => url?.split('/').at(-1) ?? '';

describe('files by link', () => {
  it('are open for a day, personal ones for 15 minutes', () => {
    let now = 1_790_000_000_000;
    const files = createSharedFiles('https://vi.du/zalo/tep', () => now);
    const usual = files.share(file(), false);
    const personal = files.share(file(), true);
    expect(usual?.url).toMatch(/^https:\/\/vi\.du\/zalo\/tep\/[\w.-]{46,}$/);
    expect(usual?.minutes).toBe(24 * 60);
    expect(files.open(token(personal?.url))).toEqual(file());
    now += 15 * 60_000;
    expect(files.open(token(personal?.url))).toBeNull();
    expect(files.open(token(usual?.url))).toEqual(file());
    now += 24 * 3_600_000;
    expect(files.open(token(usual?.url))).toBeNull();
  });

  it('are opened by no link that was made elsewhere or changed', () => {
    const files = createSharedFiles('', Date.now);
    const others = createSharedFiles('', Date.now);
    const right = token(files.share(file(), false)?.url);
    expect(others.open(right)).toBeNull();
    for (const [at, letter] of [...right].entries()) {
      const changed = `${right.slice(0, at)}${letter === 'A' ? 'B' : 'A'}${right.slice(at + 1)}`;
      expect(files.open(changed), changed).toBeNull();
    }
    for (const other of ['', '..', right.slice(1), `${right}A`]) expect(files.open(other)).toBeNull();
  });

  it('give way, the oldest first, before they fill the memory', () => {
    const files = createSharedFiles('', Date.now);
    expect(files.share(file(17 * MEGABYTE), false)).toBeNull();
    const links = Array.from({ length: 7 }, () => token(files.share(file(16 * MEGABYTE), false)?.url));
    expect(links.map((link) => files.open(link) !== null)).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
      true,
    ]);
  });
});
