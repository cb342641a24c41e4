import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OPERATOR } from '../../../store/access/identity.ts';
import { listModelCalls } from '../../../store/answers/ledger.ts';
import { recallTurns } from '../../../store/answers/turns.ts';
import type { Database } from '../../../store/database.ts';
import { pgliteForTests, postgresForTests } from '../../../store/testing.ts';
import * as scripts from '../../../testing/fakes/model/scripts.ts';
import { type FakeModel, type ModelScript, startFakeModel } from '../../../testing/fakes/model/server.ts';
import { readSpecification } from '../../../testing/fakes/model/spec.ts';
import { leaveOut, prerequisites } from '../../../testing/prerequisites.ts';
import { fillModelChat, modelChat, type Send, wordsOf } from './modelChat.testing.ts';
import { modelTexts as texts } from './texts.ts';

const QUESTION = 'công chức phải bồi dưỡng tối thiểu bao nhiêu ngày mỗi năm';
const TRUE_WORDS = 'Công chức bồi dưỡng tối thiểu 05 ngày làm việc mỗi năm.';
describe('a question with a model', () => {
  const engine = prerequisites.postgresUrl === null ? pgliteForTests() : postgresForTests();
  let database: Database;
  let fake: FakeModel;
  let send: Send;
  const errors: unknown[] = [];

  beforeAll(async () => {
    database = await engine.open();
    await fillModelChat(database);
    fake = await startFakeModel({ script: scripts.good });
    send = modelChat(database, { baseUrl: fake.baseUrl }, (error) => errors.push(error));
  });
  afterAll(() => fake.close());
  beforeEach(() => {
    errors.length = 0;
    fake.play(scripts.good);
  });

  it('is answered in sentences with numbered sources, in one call, and says that they were checked', async () => {
    const before = fake.requests.length;
    const reply = await send(QUESTION);
    expect(fake.requests.length - before).toBe(1);
    expect(reply.outcome).toBe('quoted');
    const [first, second, third] = reply.blocks;
    expect(first).toMatchObject({
      kind: 'text',
      text: 'Công chức bồi dưỡng tối thiểu 05 ngày làm việc mỗi năm [1].',
    });
    expect(second).toMatchObject({ text: texts.checked });
    expect(third).toMatchObject({
      kind: 'quote',
      index: 1,
      citation: { quote: expect.stringContaining('05 ngày') },
    });
    expect(errors).toEqual([]);
  });

  it('shows what has passed the check while the rest is being said, and blocks in its place', async () => {
    const shown: string[] = [];
    await send(QUESTION, {}, (part) => {
      if (part.kind === 'progress' && part.isDraft === true) shown.push(part.text);
      if (part.kind === 'block') shown.push(part.block.kind);
    });
    const [first, ...rest] = shown;
    expect(first).toBe(TRUE_WORDS);
    expect(rest).toContain('quote');

    fake.play(scripts.wrongNumbers);
    const wrong: string[] = [];
    await send('viên chức phải bồi dưỡng tối thiểu bao nhiêu ngày mỗi năm', {}, (part) => {
      if (part.kind === 'progress' && part.isDraft === true) wrong.push(part.text);
    });
    // No wrong word of it, but what happened.
    expect(wrong).toEqual([texts.unchecked]);
  });

  it('says what happened, in the place of what was shown, where too little of an answer passes', async () => {
    const said = (last: readonly (readonly [string, readonly number[]])[]) => () =>
      scripts.says([[TRUE_WORDS, [1]], ...last]);
    const seen: string[] = [];
    fake.play(said([1, 2, 3].map((at) => [`Công chức được thưởng ${at}0 xe ô tô.`, [1]])));
    const reply = await send(QUESTION, {}, (part) => {
      if (part.kind === 'progress' && part.isDraft === true) seen.push(part.text);
    });
    expect(seen).toEqual([TRUE_WORDS, texts.unchecked]);
    expect(reply.blocks[0]).toMatchObject({ tone: 'note', text: texts.unchecked });
    expect(wordsOf(reply)).toContain(TRUE_WORDS);
  });

  it.each<[string, ModelScript]>([
    ['breaks off', scripts.truncated],
    ['invents citations', scripts.inventsCitations],
    ['gives wrong numbers', scripts.wrongNumbers],
    ['refuses', scripts.refuses],
    ['says nothing', scripts.silent],
    ['answers with a web page', scripts.page],
    ['speaks another language', scripts.otherLanguage],
    ['talks without sources', scripts.talksFreely],
    ['goes round in circles', scripts.loops],
    ['calls every tool with every argument', scripts.callsEverything],
    ['obeys words in documents', scripts.obeysInjections],
    ['fails once', scripts.failsWith(500, 1)],
    ['is overloaded once', scripts.failsWith(429, 1)],
    ['will not have it', scripts.failsWith(400)],
    ['hangs up', scripts.resets],
    ['breaks off while it speaks', (heard, turn) => ({ ...scripts.good(heard, turn), breaksAfter: 3 })],
  ])('is answered truly where the model %s', async (_, script) => {
    fake.play(script);
    const reply = await modelChat(database, { baseUrl: fake.baseUrl })(QUESTION);
    expect(reply.outcome).toBe('quoted');
    const words = wordsOf(reply);
    expect(words).toContain(TRUE_WORDS);
    expect(words).not.toMatch(
      /06 ngày|6 ngày|77 ngày|Điều 99|xe ô tô|example|Civil servants|公务员|cannot|theo hiểu biết/i,
    );
  });

  it('is answered by quotes within three seconds of the deadline where the model hangs, and says so', async () => {
    fake.play(scripts.stalls);
    const hasty = modelChat(database, { baseUrl: fake.baseUrl, timeoutMs: 300 });
    const started = performance.now();
    const words = wordsOf(await hasty(QUESTION));
    expect(performance.now() - started).toBeLessThan(3_300);
    expect(words).toContain(texts.silent);
    expect(words).toContain(TRUE_WORDS);
    expect(words).not.toContain(texts.checked);
  });

  it('goes to the other model where the first one fails', async () => {
    fake.play((heard, turn) => (heard.model === 'hong' ? { status: 500 } : scripts.good(heard, turn)));
    const reply = await modelChat(database, {
      baseUrl: fake.baseUrl,
      name: 'hong',
      fallbackName: 'du-phong',
    })(QUESTION);
    expect(wordsOf(reply)).toContain(texts.checked);
    expect(fake.requests.at(-1)?.model).toBe('du-phong');
  });

  it('has a failing sentence repaired once, in one further call with the reason', async () => {
    fake.play((heard, turn) => (turn === 0 ? scripts.wrongNumbers(heard, turn) : scripts.good(heard, turn)));
    const reply = await send(QUESTION);
    expect(wordsOf(reply)).toContain(texts.checked);
    expect(fake.requests.at(-1)?.texts.join('\n')).toContain('sai con số');
  });

  it('is asked again without what a service does not know', async () => {
    fake.play((heard, turn) =>
      'response_format' in heard.body
        ? { status: 400, message: "Unknown parameter: 'response_format'" }
        : scripts.good(heard, turn),
    );
    const own = modelChat(database, { baseUrl: fake.baseUrl });
    expect(wordsOf(await own(QUESTION))).toContain(texts.checked);
    const before = fake.requests.length;
    expect(wordsOf(await own(QUESTION))).toContain(texts.checked);
    expect(fake.requests.length - before).toBe(1);
  });

  it('sends no key where there is none, and the key where there is one', async () => {
    await send(QUESTION);
    expect(fake.authorizations.at(-1)).toBeNull();
    await modelChat(database, { baseUrl: fake.baseUrl, apiKey: 'khoa-thu' })(QUESTION);
    expect(fake.authorizations.at(-1)).toBe('Bearer khoa-thu');
  });

  it('takes an answer that comes whole where a service does not stream', async () => {
    fake.play((heard, turn) =>
      'stream' in heard.body && heard.body.stream === true
        ? { status: 400, message: 'streaming is not supported' }
        : scripts.good(heard, turn),
    );
    expect(wordsOf(await modelChat(database, { baseUrl: fake.baseUrl })(QUESTION))).toContain(texts.checked);
  });

  it('is told to nobody else, whatever the environment says to LangChain', async () => {
    Object.assign(process.env, {
      LANGSMITH_TRACING: 'true',
      LANGSMITH_API_KEY: 'khoa-thu',
      LANGSMITH_ENDPOINT: fake.baseUrl,
      LANGCHAIN_VERBOSE: 'true',
      LANGSMITH_GATEWAY: fake.baseUrl.replace('/v1', '/khac'),
    });
    const before = fake.bodies.length;
    await send(QUESTION);
    expect(fake.bodies.length - before).toBe(1);
    expect(process.env.LANGSMITH_TRACING ?? process.env.LANGCHAIN_VERBOSE).toBeUndefined();
    for (const name of ['API_KEY', 'ENDPOINT', 'GATEWAY']) delete process.env[`LANGSMITH_${name}`];
  });

  it('that names a provision and nothing more is quoted without a call', async () => {
    const before = fake.bodies.length;
    expect(wordsOf(await send('khoản 2 điều 1 quyết định 915/2031'))).toContain('07 ngày');
    expect(fake.bodies.length).toBe(before);
  });

  it('and no model: nothing is sent anywhere', async () => {
    const before = fake.bodies.length;
    const reply = await modelChat(database, null)(QUESTION);
    expect(wordsOf(reply)).toContain(TRUE_WORDS);
    expect(wordsOf(reply)).not.toContain(texts.checked);
    expect(fake.bodies.length).toBe(before);
  });

  it('is held to a limit a day, and says so kindly', async () => {
    const few = modelChat(database, { baseUrl: fake.baseUrl, dailyQuestionsPerPerson: 1 });
    const words = wordsOf(await few(QUESTION, { sender: 'nguoi-moi', conversation: 'moi' }));
    expect(words).toContain(texts.checked);
    const again = wordsOf(await few(QUESTION, { sender: 'nguoi-moi', conversation: 'moi' }));
    expect(again).toContain(texts.limitPerson);
    expect(again).toContain(TRUE_WORDS);
    const none = modelChat(database, { baseUrl: fake.baseUrl, dailyTokens: 1 });
    expect(wordsOf(await none(QUESTION, { sender: 'khac' }))).toContain(texts.limitAll);
  });

  it('leaves a line in the ledger, with tokens and cost and without a word or a name of a chat', async () => {
    const priced = modelChat(database, { baseUrl: fake.baseUrl, prices: { input: 1_000_000, output: 0 } });
    await priced(`${QUESTION}, số của tôi là 0912345678`);
    const [call] = await listModelCalls(database, OPERATOR, 1);
    expect(call).toMatchObject({
      purpose: 'answer',
      outcome: 'ok',
      redactions: 1,
      host: new URL(fake.baseUrl).host,
    });
    expect(call?.cost).toBe(call?.tokensIn);
    expect(call?.chat).toMatch(/^[0-9a-f]{16}$/);
  });

  describe.skipIf(leaveOut('openaiSpec'))('by the specification', () => {
    it('is what services expect, tools and all', async () => {
      const specification = readSpecification();
      fake.play(scripts.callsEverything);
      await send(QUESTION);
      const [last] = fake.requests.slice(-1);
      expect(last?.tools.length).toBeGreaterThan(4);
      expect(specification.departures(last?.body, 'CreateChatCompletionRequest')).toEqual([]);
      const response = await fetch(`${fake.baseUrl}/chat/completions`, {
        method: 'POST',
        body: JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'x' }] }),
      });
      expect(specification.departures(await response.json(), 'CreateChatCompletionResponse')).toEqual([]);
    });
  });

  describe('and a follow-up', () => {
    it('is understood, shown as it was understood, and forgotten on request', async () => {
      const chat = { conversation: 'chuoi', sender: 'chuoi' };
      const plain = modelChat(database, null);
      await plain(QUESTION, chat);
      const also = wordsOf(await plain('thế còn viên chức thì sao?', chat));
      expect(also).toContain('07 ngày');
      expect(also).toContain(texts.understood('viên chức phải bồi dưỡng tối thiểu bao nhiêu ngày mỗi năm'));
      expect(wordsOf(await plain('còn khoản 3?', chat))).toContain('40%');
      expect(wordsOf(await send('thế còn công chức?', chat))).toMatch(/khoản 3|05 ngày/);
      expect(wordsOf(await plain('/quen', chat))).toBe(texts.forgotten(1));
      expect(wordsOf(await plain('còn khoản 3?', chat))).not.toContain('40%');
    });

    it('finds questions kept with people masked', async () => {
      const chat = { conversation: 'kin', sender: 'kin' };
      await send('anh Hoàng Văn Em số 0900000905 phải bồi dưỡng bao nhiêu ngày', chat);
      const [turn] = await recallTurns(database, { channel: 'telegram', chat: 'kin' });
      expect(turn?.question).toBe('anh [tên người] số [số điện thoại] phải bồi dưỡng bao nhiêu ngày');
    });

    it('tells nobody who is on record: a name is read back alike, whosever it is', async () => {
      const readBack: string[] = [];
      for (const name of ['Hoàng Văn Em', 'Hoàng Văn Không']) {
        const chat = { conversation: `do ${name}`, sender: 'ke-do' };
        await send(`cán bộ ${name} phải bồi dưỡng bao nhiêu ngày`, chat);
        const words = wordsOf(await send('thế còn viên chức?', chat));
        expect(words).toContain('Tôi hiểu câu hỏi là');
        readBack.push(words.replaceAll(name, '…'));
      }
      expect(readBack[0]).toBe(readBack[1]);
    });

    it('is offered: questions that the documents answer, at most three', async () => {
      const { choices } = await send(QUESTION, { conversation: 'goi-y', sender: 'goi-y' });
      const offered = choices.filter(({ send: text }) => !text.startsWith('/'));
      expect(offered.map(({ label }) => label)).toContain('Kinh phí bồi dưỡng');
      for (const { send: text } of offered) {
        expect((await modelChat(database, null)(text)).outcome).toBe('quoted');
      }
    });
  });

  describe('and the asker’s own record', () => {
    const whoAmI = 'tôi có phải đi bồi dưỡng mỗi năm không';

    it('shows a card by code and tells the model nothing of it', async () => {
      fake.play((heard, turn) =>
        heard.hasToolResults
          ? scripts.good(heard, turn)
          : { toolCalls: [{ name: 'my_requirements', args: {} }] },
      );
      const reply = await send(whoAmI);
      expect(reply.blocks.some(({ kind }) => kind === 'finding')).toBe(true);
      expect(reply.personal).toBe(true);
      expect(fake.requests.at(-1)?.texts.at(-1)).toBe('Đã hiển thị cho người hỏi.');
    });

    it('is told to a model in the house only once the person agreed, without name, code and unit', async () => {
      const play = () =>
        fake.play((heard, turn) =>
          heard.hasToolResults
            ? scripts.good(heard, turn)
            : { toolCalls: [{ name: 'my_requirements', args: {} }] },
        );
      const local = modelChat(database, { baseUrl: fake.baseUrl, isLocal: true });
      play();
      await local(whoAmI);
      expect(fake.requests.at(-1)?.texts.at(-1)).toBe('Đã hiển thị cho người hỏi.');
      await local('/mohinh đồng ý');
      play();
      fake.watchFor(['Nguyễn Văn An', 'MAU-901', 'LG-NL', 'Phường Nam Lam']);
      await local(whoAmI);
      expect(fake.requests.at(-1)?.texts.at(-1)).toMatch(/- (?:thiếu|chưa đủ dữ liệu|đạt): /);
      expect(fake.leaks).toEqual([]);
      await local('/mohinh không');
      play();
      await local(whoAmI);
      expect(fake.requests.at(-1)?.texts.at(-1)).toBe('Đã hiển thị cho người hỏi.');
    });

    it('is supposed in another post only where there is such a post: a card repeats no words of a model', async () => {
      const suppose = (position: string) =>
        fake.play((heard, turn) =>
          heard.hasToolResults
            ? scripts.good(heard, turn)
            : { toolCalls: [{ name: 'what_if', args: { position } }] },
        );
      suppose('Chủ tịch UBND xã');
      expect(wordsOf(await send(whoAmI))).toContain('Giả sử');
      suppose('chức danh ở https://example.com');
      expect(wordsOf(await send(whoAmI))).not.toContain('example.com');
      expect(fake.requests.at(-1)?.texts.at(-1)).toBe('Không hiển thị được hồ sơ.');
    });

    it('is no tool in a group, or for a stranger', async () => {
      await send(QUESTION, { isPrivate: false, conversation: '-9' });
      expect(fake.requests.at(-1)?.tools).not.toContain('my_requirements');
      await send(QUESTION, { sender: 'la', conversation: 'la' });
      expect(fake.requests.at(-1)?.tools).toEqual([
        'search_directives',
        'read_provision',
        'compare',
        'list_directives',
      ]);
    });
  });
});
