import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { leaveOut, need } from '../../testing/prerequisites.ts';
import { convertTexts } from './convert.ts';

describe.skipIf(leaveOut('corpora'))('real documents in Unicode', () => {
  const at = (...names: string[]) => path.join(need('corpora'), ...names);
  const untouched = (text: string) => {
    const lines = text.split('\n');
    expect(convertTexts(lines)).toMatchObject({ texts: lines, encodings: [] });
  };

  it('are never changed, with what was broken when they were scanned', () => {
    for (const name of readdirSync(at('decrees-2026')))
      untouched(readFileSync(at('decrees-2026', name), 'utf8'));
  });

  it('are never changed, article by article', () => {
    const packed = readFileSync(at('phap-dien', 'articles.jsonl.gz'));
    const articles = gunzipSync(packed).toString('utf8').trim().split('\n');
    for (const line of articles.filter((_, index) => index % 10 === 0)) {
      const { text }: { readonly text: string } = JSON.parse(line);
      untouched(text);
    }
  });
});
