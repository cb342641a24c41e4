import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureBuilt } from './build.ts';

describe('building the page', () => {
  it('builds once and finds the same build again', async () => {
    const folder = await ensureBuilt();
    const built = (await stat(join(folder, 'index.html'))).mtimeMs;
    expect(await ensureBuilt()).toBe(folder);
    expect((await stat(join(folder, 'index.html'))).mtimeMs).toBe(built);
    expect(basename(folder)).toMatch(/^[0-9a-f]{16}$/);
  });

  it('gives all who ask at once the same whole build', async () => {
    const folders = await Promise.all([ensureBuilt(), ensureBuilt(), ensureBuilt()]);
    expect(new Set(folders).size).toBe(1);
  });

  it('refers to nothing outside its own folder, and to no inline script', async () => {
    const folder = await ensureBuilt();
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    const references = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(references.length).toBeGreaterThanOrEqual(4);
    for (const reference of references) {
      expect(reference).toMatch(/^\//);
      expect(existsSync(join(folder, reference))).toBe(true);
    }
    expect(page).not.toMatch(/<script>|<style|\sstyle=|\son\w+=/);
  });
});
