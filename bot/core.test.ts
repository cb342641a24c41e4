import { describe, expect, it } from 'vitest';
import { type ErrorCode, KnownError } from '../errors.ts';
import { search } from '../retrieve/search.ts';
import type { Database } from '../store/database.ts';
import { commands, createRespond } from './core.ts';
import { throwPassing } from './delivery/throwPassing.ts';
import { parts } from './feature.ts';
import { collectReply } from './message.ts';

/** Every question fails in the store as `error` says. */
function brokenCore(error: unknown) {
  const fail = () => Promise.reject(error);
  const database: Database = { engine: 'pglite', query: fail, transaction: fail, close: async () => {} };
  const logged: { readonly reference: string; readonly feature: string; readonly error: unknown }[] = [];
  const respond = createRespond(
    {
      database,
      search,
      today: () => '2026-07-01',
      now: () => new Date(),
      tell: async () => undefined,
    },
    (failure) => logged.push(failure),
  );
  const ask = (text: string) =>
    collectReply(
      respond({ channel: 'web', conversation: 'cuoc-thu', sender: null, isPrivate: true, text: text }),
    );
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

  it('for a slip of who writes is told to them alone, and logged nowhere', async () => {
    const { ask, logged } = brokenCore(new KnownError('not_found', 'Không có mục này.'));
    expect(await refusal(ask('/vanban'))).toBe('Không có mục này.');
    expect(logged).toEqual([]);
  });

  it('of another known kind is logged, and says its own sentence alone', async () => {
    const error = new KnownError('file_unreadable', 'Không đọc được văn bản này.');
    const { ask, logged } = brokenCore(error);
    expect(await refusal(ask('/vanban'))).toBe('Không đọc được văn bản này.');
    expect(logged).toMatchObject([{ feature: 'documents', error }]);
  });

  it('that may be over at another try is told to whoever can try again', async () => {
    const away = brokenCore(new KnownError('database_unreachable', 'Cơ sở dữ liệu đang bận.'));
    expect(await away.ask('/vanban')).toMatchObject({ outcome: 'error', isPassing: true });
    const { ask } = brokenCore(new KnownError('file_unreadable', 'Không đọc được văn bản này.'));
    expect(await ask('/vanban')).not.toHaveProperty('isPassing');
    const again = collectReply(
      throwPassing(async function* () {
        yield* parts({ outcome: 'error', blocks: [], choices: [], isPassing: true });
      })({ channel: 'telegram', conversation: '1', sender: null, isPrivate: true, text: '/vanban' }),
    );
    await expect(again).rejects.toThrow('database was away');
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

describe('commands', () => {
  const { ask, logged } = brokenCore(new Error('the store is not asked'));

  it('are told by the help, those that people are to know of', async () => {
    const { outcome, blocks } = await ask('/trogiup');
    expect(outcome).toBe('help');
    const lines = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
    for (const { name, description } of commands) {
      const told = lines.filter((line) => line.startsWith(`/${name} `));
      expect(told, name).toEqual(description === null ? [] : [`/${name} – ${description}`]);
    }
    expect(commands.filter(({ description }) => description !== null)).toHaveLength(15);
  });

  it.each(['/start', ' /HELP ', '/khong_co gì cả', '/start abc'])('help whoever writes %s', async (text) => {
    expect((await ask(text)).outcome).toBe('help');
    expect(logged).toEqual([]);
  });

  it('are single, and fit for the menu of Telegram', () => {
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
    for (const { name } of commands) expect(name).toMatch(/^[a-z_]{1,32}$/);
  });

  it('go to their feature, in capitals too, with what follows them', async () => {
    expect((await ask('/XEM 1x')).blocks).toEqual([
      { kind: 'text', text: expect.stringContaining('Không còn thấy'), tone: 'plain' },
    ]);
    await ask('/VanBan');
    expect(logged.at(-1)?.feature).toBe('documents');
  });
});
