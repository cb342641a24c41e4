import { readFileSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from './journal.ts';
import type { ReceivedUpdate } from './messenger.ts';
import { countRefused, forgetRefused, setAside } from './refused.ts';

const update = (key: string): ReceivedUpdate => ({ key, chat: 'lan', update: { text: `câu ${key}\n` } });

describe('a file before the inbox', () => {
  let folder: string;
  let file: string;
  let stored: string[];
  const errors: unknown[] = [];
  const open = () =>
    openJournal({
      file,
      onError: (error) => errors.push(error),
      async store(channel, updates) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (updates.some(({ key }) => key === 'xấu')) throw new Error('refused');
        stored.push(...updates.map(({ key }) => `${channel} ${key}`));
      },
    });

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-journal-'));
    file = path.join(folder, 'inbox.jsonl');
    stored = [];
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('keeps updates in their order until the inbox has them, and is empty then', async () => {
    const journal = open();
    journal.add('telegram', [update('1'), update('2')]);
    journal.add('zalo-oa', [update('3')]);
    journal.add('telegram', [update('4')]);
    expect(stored).toEqual([]);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(5);
    await journal.settled();
    expect(stored).toEqual(['telegram 1', 'telegram 2', 'zalo-oa 3', 'telegram 4']);
    expect((await stat(file)).size).toBe(0);
    journal.add('telegram', [update('5')]);
    await journal.settled();
    expect(stored.at(-1)).toBe('telegram 5');
    expect((await stat(file)).mode & 0o077).toBe(0);
    await journal.stop();
  });

  it('gives the next process what this one could not take in, without what was cut off', async () => {
    const killed = open();
    killed.add('telegram', [update('1'), update('2')]);
    // Once what is under way is done, nothing more is begun.
    await killed.stop();
    await appendFile(
      file,
      `${JSON.stringify({ channel: 'telegram', ...update('3') })}\n{"channel":"telegram","key":"4","cha`,
    );
    stored = [];
    const next = open();
    next.add('telegram', [update('5')]);
    expect(readFileSync(file, 'utf8').split('\n').slice(-2)).toEqual([expect.stringContaining('câu 5'), '']);
    await next.settled();
    expect(stored).toEqual(['telegram 3', 'telegram 5']);
    await next.stop();
    expect(() => next.add('telegram', [update('6')])).toThrow('closed');
  });

  it('sets aside what the inbox refuses for ever, for a week, and goes on with the others', async () => {
    const journal = open();
    journal.add('telegram', [update('1'), update('xấu'), update('2')]);
    await journal.settled();
    expect(stored).toEqual(['telegram 1', 'telegram 2']);
    expect(errors).toHaveLength(1);
    expect(readFileSync(`${file}.refused`, 'utf8')).toContain('câu xấu');
    expect((await stat(`${file}.refused`)).mode & 0o077).toBe(0);
    expect(countRefused(file)).toBe(1);
    const day = 24 * 3_600_000;
    forgetRefused(file, new Date(Date.now() + 6 * day));
    expect(countRefused(file)).toBe(1);
    setAside(file, { channel: 'telegram', ...update('sau') }, new Date(Date.now() + 3 * day));
    forgetRefused(file, new Date(Date.now() + 8 * day));
    expect(countRefused(file)).toBe(1);
    expect(readFileSync(`${file}.refused`, 'utf8')).toContain('câu sau');
    expect((await stat(`${file}.refused`)).mode & 0o077).toBe(0);
    forgetRefused(file, new Date(Date.now() + 11 * day));
    expect(countRefused(file)).toBe(0);
    await journal.stop();
  });

  it('keeps what the inbox refuses while it cannot be set aside, and what came after it', async () => {
    await mkdir(`${file}.refused`);
    const journal = open();
    journal.add('telegram', [update('xấu'), update('1')]);
    await journal.settled();
    expect(stored).toEqual([]);
    expect(readFileSync(file, 'utf8')).toContain('câu xấu');
    await rm(`${file}.refused`, { recursive: true });
    journal.add('telegram', [update('2')]);
    await journal.settled();
    expect(stored).toEqual(['telegram 1', 'telegram 2']);
    expect(countRefused(file)).toBe(1);
    await journal.stop();
  });
});
