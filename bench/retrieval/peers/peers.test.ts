import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseLocation } from '../../../config.ts';
import { forEachEngine } from '../../../store/testing.ts';
import { ARTICLES } from '../corpus.testing.ts';
import { documentsOf } from '../corpus.ts';
import { openSystem, PEERS, SYSTEMS, type SystemName } from '../systems.ts';

const names = ['product', ...PEERS] as const;
const inDatabase = names.filter((name) => SYSTEMS[name].keptIn === 'database');
const others = names.filter((name) => SYSTEMS[name].keptIn !== 'database');

async function findsArticles(name: SystemName, at: string): Promise<void> {
  const system = await openSystem(name, at);
  try {
    expect(await system.index(documentsOf(ARTICLES))).toBe(ARTICLES.length);
    expect((await system.search('kế toán trưởng hưởng phụ cấp gì?', 3))[0]).toBe('b1');
    expect(await system.search('phụ cấp trách nhiệm', 1)).toEqual(['b1']);
    expect(await system.search(`"ngày" (làm việc): * | & ' \\ - ^ ~ bồi dưỡng`, 3)).toContain('a2');
    await expect(system.search('?!', 3)).resolves.toBeInstanceOf(Array);
    const size = await system.size();
    if (SYSTEMS[name].keptIn === 'memory') expect(size).toBeNull();
    else expect(size).toBeGreaterThan(0);
  } finally {
    await system.close();
  }
}

describe('systems with an index of their own find articles by their words, whatever signs the question has', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-bench-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(others)('%s', async (name) => {
    await findsArticles(name, path.join(folder, name));
  });
});

describe('systems in a database find articles by their words, whatever signs the question has', () => {
  forEachEngine((engine) => {
    it.each(inDatabase)('%s', async (name) => {
      await findsArticles(name, placeOf(await engine.untouched()));
    });
  });
});

function placeOf(location: DatabaseLocation): string {
  return location.engine === 'postgres' ? location.url : location.folder;
}
