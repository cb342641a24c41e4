import { describe, expect, it } from 'vitest';
import { progressLines } from './progressLines.ts';

function heard(...chunks: readonly string[]) {
  const progress: (readonly [number, number])[] = [];
  const take = progressLines(({ done, all }) => progress.push([done, all]));
  const answer = chunks.map((chunk) => take(Buffer.from(chunk)).toString('utf8')).join('');
  return { progress, answer };
}

describe('progress before an answer', () => {
  it('is heard and taken off, however it is cut into pieces', () => {
    const lines = '{"progress":{"done":0,"all":2}}\n{"progress":{"done":1,"all":2}}\n{"status":"parsed"}';
    const wanted = {
      progress: [
        [0, 2],
        [1, 2],
      ],
      answer: '{"status":"parsed"}',
    };
    expect(heard(lines)).toEqual(wanted);
    expect(heard(...lines)).toEqual(wanted);
  });

  it('counts only when it goes on and makes sense', () => {
    const nonsense = [
      '{"progress":{"done":5,"all":2}}',
      '{"progress":1e',
      '{"progress":{"done":-1,"all":2}}',
    ];
    const repeated = Array.from({ length: 3 }, () => '{"progress":{"done":1,"all":2}}');
    expect(heard(`${[...nonsense, ...repeated].join('\n')}\n{}`)).toEqual({
      progress: [[1, 2]],
      answer: '{}',
    });
  });
});
