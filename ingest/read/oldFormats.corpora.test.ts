import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { share, sumOf } from '../../bench/documents/accuracy.ts';
import { type LegacyFile, measureLegacyFiles } from '../../bench/documents/legacyFiles.ts';
import { leaveOut, need } from '../../testing/prerequisites.ts';

describe.skipIf(leaveOut('corpora'))('files of offices from before Unicode', () => {
  let files: readonly LegacyFile[] = [];
  const diacritics = (some: readonly LegacyFile[]) =>
    share(sumOf(some.map((file) => file.accuracy.diacritics)));

  beforeAll(async () => {
    files = await measureLegacyFiles(path.join(need('corpora'), 'legacy-vietnamese'));
  }, 120_000);

  it('are all read', () => {
    expect(files.length).toBeGreaterThanOrEqual(65);
    expect(files.filter((file) => file.text === null).map((file) => file.name)).toEqual([]);
  });

  it('come out with their diacritics, VNI as well as TCVN3', () => {
    expect(diacritics(files)).toBeGreaterThanOrEqual(0.998);
    expect(diacritics(files.filter((file) => file.encoding === 'vni'))).toBeGreaterThanOrEqual(0.998);
    const bad = files.filter((file) => diacritics([file]) < 0.97);
    expect(bad.map((file) => file.name)).toEqual([]);
  });

  it('hold no letter that is none', () => {
    for (const { name, text } of files)
      expect(text?.match(/\p{L}[¤¦§¨©®±µ¶¸¹]\p{L}/gu)?.length ?? 0, name).toBe(0);
  });
});
