import { describe, expect, it } from 'vitest';
import { ownerOf, withOwner } from './owner.ts';

describe('whose record a waiting message speaks of', () => {
  it.each(['0d2f6c1e-5f0a-4f57-9a43-0c6f0f9f8a11', '00000000-0000-0000-0000-0000000000a1'])(
    'is read as it was written, also by an id of no version: %s',
    (account) => {
      const owner = { account, key: 'k1' };
      expect(withOwner([{ text: 'lời' }], owner).map(ownerOf)).toEqual([owner]);
    },
  );

  it('is nobody where none is named, and never taken for nobody where it cannot be read', () => {
    expect(withOwner([{ text: 'lời' }, 'lời'], null).map(ownerOf)).toEqual([null, null]);
    expect(() => ownerOf({ text: 'lời', owner: { account: 'qt', key: 'k1' } })).toThrow();
    expect(() => withOwner(['lời'], { account: '0d2f6c1e-5f0a-4f57-9a43-0c6f0f9f8a11', key: 'k1' })).toThrow(
      'no room',
    );
  });
});
