import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';

const file = path.resolve(import.meta.dirname, '..', '.env.example');
let text: string;

beforeAll(async () => {
  text = await readFile(file, 'utf8');
});

/** The names that `readConfig` looks for: those it asks of an environment that notes every question. */
function namesRead(): readonly string[] {
  const asked = new Set<string>();
  const note = (key: string | symbol) => {
    if (typeof key === 'string' && /^[A-Z_]+$/.test(key)) asked.add(key);
  };
  const watched = new Proxy<Record<string, string>>(
    {},
    {
      get: (_, key) => {
        note(key);
        return undefined;
      },
      has: (_, key) => {
        note(key);
        return false;
      },
    },
  );
  readConfig(watched);
  return [...asked];
}

describe('.env.example', () => {
  it('names the variables that the configuration reads, all of them, in the same order', () => {
    expect(namesRead().length).toBeGreaterThan(5);
    // parseEnv sorts its keys: the order is read off the lines.
    const named = [...text.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named).toEqual(namesRead());
    expect(Object.keys(parseEnv(text)).sort()).toEqual(named.sort());
  });

  it('gives the defaults when it is copied as it is', () => {
    expect(readConfig({ ...parseEnv(text) })).toEqual(readConfig({}));
  });

  it('explains each variable in Vietnamese and in English', () => {
    const blocks = text.split('\n\n').filter((block) => /^[A-Z_]+=/m.test(block));
    expect(blocks).toHaveLength(namesRead().length);
    for (const block of blocks) {
      const comments = block.split('\n').filter((line) => line.startsWith('# '));
      expect(comments.length, block).toBeGreaterThanOrEqual(2);
      expect(comments[0], block).toMatch(
        /[ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡéèẻẹẽêếềệểễúùụủũưựữửừứíìịỉĩýỳỷỵỹđ]/i,
      );
      expect(comments.at(-1), block).toMatch(/^# [\x20-\x7e]+$/);
    }
  });
});
