import { expect, it } from 'vitest';
import { type Shareable, withoutRepeats } from './shareable.ts';

const clause = (title: string, description: string): Shareable => ({ title, description, blocks: [] });

it('a clause that was found twice is offered once, in the place of its better hit', () => {
  const [whole, other] = [clause('mục 1 Phần III', 'Xét theo thứ tự: …'), clause('mục 2', 'Được xem xét.')];
  const part = clause('mục 1 Phần III', 'Người trong quy hoạch.');
  expect(withoutRepeats([whole, other, { ...whole }, part])).toEqual([whole, other, part]);
});
