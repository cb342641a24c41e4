import { describe, expect, it } from 'vitest';
import { type ErrorCode, KnownError } from '../errors.ts';
import type { Database } from '../store/database.ts';
import { createRespond } from './core.ts';
import { collectReply } from './message.ts';

/** Every question fails in the store as `error` says. */
function brokenCore(error: unknown) {
  const fail = () => Promise.reject(error);
  const database: Database = { engine: 'pglite', query: fail, transaction: fail, close: async () => {} };
  const logged: { readonly reference: string; readonly feature: string; readonly error: unknown }[] = [];
  const respond = createRespond({ database, today: () => '2026-07-01' }, (failure) => logged.push(failure));
  const ask = (text: string) =>
    collectReply(respond({ channel: 'web', conversation: 'cuoc-thu', text: text }));
  return { ask, logged };
}

/** The one sentence of a reply that is a refusal. */
async function refusal(asking: ReturnType<ReturnType<typeof brokenCore>['ask']>): Promise<string> {
  const { outcome, blocks } = await asking;
  expect(outcome).toBe('error');
  const [block] = blocks.slice(-1);
  if (block?.kind !== 'text') throw new Error('no sentence');
  expect(block.tone).toBe('warning');
  return block.text;
}

describe('a reply that fails', () => {
  it.each<ErrorCode>(['database_unreachable', 'database_unsuitable', 'disk_full'])(
    'of %s is logged, and the sentence carries the number under which it is',
    async (code) => {
      const error = new KnownError(code, 'Cơ sở dữ liệu nghỉ.');
      const { ask, logged } = brokenCore(error);
      const sentence = await refusal(ask('kinh phí đào tạo'));
      expect(logged).toEqual([{ reference: expect.stringMatching(/^\w{8}$/), feature: 'ask', error }]);
      expect(sentence).toContain('Cơ sở dữ liệu nghỉ.');
      expect(sentence).toContain(logged[0]?.reference);
    },
  );

  it('of another known kind is logged, and says its own sentence alone', async () => {
    const error = new KnownError('not_found', 'Không còn văn bản này.');
    const { ask, logged } = brokenCore(error);
    expect(await refusal(ask('/vanban'))).toBe('Không còn văn bản này.');
    expect(logged).toMatchObject([{ feature: 'documents', error }]);
  });

  it('because of the question itself is not logged: the log holds no questions', async () => {
    const { ask, logged } = brokenCore(new Error('not reached'));
    expect(await refusal(ask('🙂🎓'))).toContain('chữ nào');
    expect(logged).toEqual([]);
  });

  it('for an unknown reason is logged whole and says nothing of it', async () => {
    const error = new Error('relation "directives" does not exist');
    const { ask, logged } = brokenCore(error);
    const sentence = await refusal(ask('kinh phí đào tạo'));
    expect(sentence).not.toContain('directives');
    expect(sentence).toContain(logged[0]?.reference);
    expect(logged).toMatchObject([{ error }]);
  });
});
