import { describe, expect, it } from 'vitest';
import { leaveOut, prerequisites } from '../../testing/prerequisites.ts';
import { FIELD_COUNT, HEADER_KEY } from './headerKey.testing.ts';
import { wrongHeaderFields } from './headerScore.testing.ts';

describe.skipIf(leaveOut('corpora'))('headers of real documents', () => {
  it('are right in 98 of 100 fields, old and new, of state and party', async () => {
    expect(HEADER_KEY.length).toBeGreaterThan(30);
    const wrong = await wrongHeaderFields(prerequisites.corpora ?? '');
    expect(wrong.length / FIELD_COUNT, wrong.join('\n')).toBeLessThanOrEqual(0.02);
  });
});
