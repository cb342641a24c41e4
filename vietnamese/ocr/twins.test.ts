import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { syllablePairs } from '../syllablePairs.ts';
import { repairTwins } from './twins.ts';

const pairs = syllablePairs(readFileSync(new URL('../../data/syllablePairs.txt', import.meta.url), 'utf8'));
const often =
  'Bán xăng dầu.\nMua xăng dầu.\nCất xăng dầu.\nPhát triển nhanh.\nPhát triển mạnh.\nPhát triển đều.\n';

describe('words that a document elsewhere has right', () => {
  it.each([
    ['kinh doanh xăng dâu\nĐiều 2.', 'kinh doanh xăng dầu\nĐiều 2.', 'dâu', 'dầu'],
    ['Phát triên nhanh', 'Phát triển nhanh', 'triên', 'triển'],
    ['Phát rriển nhanh', 'Phát triển nhanh', 'rriển', 'triển'],
  ])('are put right: %s', (read, meant, from, to) => {
    expect(repairTwins(often + read, pairs)).toEqual({
      text: often + meant,
      repairs: [{ from, to, times: 1 }],
    });
  });

  it.each([
    'trồng dâu nuôi tằm',
    'xăng dâu một lần, xăng dâu hai lần',
    'ông Phát Triên đến họp',
    'biến số Rtriển và Trien (i) bằng nhau',
    'phát triệt để',
    'cây ởdầu mua xăng',
  ])('are not seen in other words: %s', (rest) => {
    expect(repairTwins(often + rest, pairs)).toEqual({ text: often + rest, repairs: [] });
  });
});
