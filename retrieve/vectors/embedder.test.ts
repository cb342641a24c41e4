import { afterEach, describe, expect, it } from 'vitest';
import type { EmbeddingSettings } from '../../config.ts';
import { KnownError } from '../../errors.ts';
import { type FakeEmbeddings, startFakeEmbeddings } from '../../testing/fakes/embeddings/server.ts';
import { departures, readEmbeddingRequestSchema } from '../../testing/fakes/embeddings/spec.ts';
import { hashEmbedding } from '../../testing/hashEmbedding.ts';
import { leaveOut } from '../../testing/prerequisites.ts';
import { createEmbedder } from './embedder.ts';

const KEY = 'khoa-bi-mat-cua-co-quan';
const running: FakeEmbeddings[] = [];

async function startFake(...options: Parameters<typeof startFakeEmbeddings>): Promise<FakeEmbeddings> {
  const fake = await startFakeEmbeddings(...options);
  running.push(fake);
  return fake;
}

afterEach(async () => {
  for (const fake of running.splice(0)) await fake.close();
});

const settingsFor = (fake: FakeEmbeddings, more: Partial<EmbeddingSettings> = {}): EmbeddingSettings => ({
  baseUrl: fake.baseUrl,
  apiKey: KEY,
  model: 'mo-hinh-thu',
  queryPrefix: undefined,
  passagePrefix: undefined,
  timeoutMs: 2000,
  batch: 8,
  weight: 0.05,
  ...more,
});

/** The failure of a call, and everything that may end up in a log or before a person. */
async function failureOf(asking: Promise<unknown>): Promise<KnownError> {
  const error = await asking.then(
    () => new Error('it worked'),
    (failure: unknown) => failure,
  );
  if (!(error instanceof KnownError)) throw error;
  const told = [error.sentence, error.message, error.stack, JSON.stringify(error), String(error.cause)].join(
    '\n',
  );
  expect(told).not.toContain(KEY);
  expect(told).not.toContain('câu hỏi riêng tư');
  return error;
}

describe('the embedder', () => {
  it('gives each text its vector, whatever the order of the answer', async () => {
    const fake = await startFake();
    const texts = ['đào tạo công chức', 'kinh phí', 'thời hạn bổ nhiệm'];
    const vectors = await createEmbedder(settingsFor(fake)).embedPassages(texts);
    expect(vectors).toEqual(texts.map((text) => hashEmbedding(text)));
    expect(fake.requests).toHaveLength(1);
    expect(fake.requests[0]?.authorization).toBe(`Bearer ${KEY}`);
  });

  it('asks nothing of the service for no texts', async () => {
    const fake = await startFake();
    expect(await createEmbedder(settingsFor(fake)).embedPassages([])).toEqual([]);
    expect(fake.requests).toEqual([]);
  });

  it('sends no key where none is set', async () => {
    const fake = await startFake();
    await createEmbedder(settingsFor(fake, { apiKey: undefined })).embedQuestion('kinh phí', 1000);
    expect(fake.requests[0]?.authorization).toBeNull();
  });

  it('writes what the model wants before questions and passages, and counts it to the space', async () => {
    const fake = await startFake();
    const plain = createEmbedder(settingsFor(fake));
    const embedder = createEmbedder(settingsFor(fake, { queryPrefix: 'query:', passagePrefix: 'passage:' }));
    await embedder.embedPassages(['kinh phí']);
    await embedder.embedQuestion('ai trả?', 1000);
    expect(fake.requests.map(({ texts }) => texts)).toEqual([['passage: kinh phí'], ['query: ai trả?']]);
    expect(embedder.space).not.toEqual(plain.space);
  });

  it('tries again what fails in passing', async () => {
    const fake = await startFake();
    fake.inject({ kind: 'status', status: 429, times: 1 });
    fake.inject({ kind: 'status', status: 503, times: 1 });
    fake.inject({ kind: 'reset', times: 1 });
    expect(await createEmbedder(settingsFor(fake)).embedPassages(['kinh phí'])).toHaveLength(1);
    expect(fake.requests).toHaveLength(4);
  });

  it('does not try a question again while somebody waits', async () => {
    const fake = await startFake();
    fake.inject({ kind: 'status', status: 503, times: 1 });
    const error = await failureOf(createEmbedder(settingsFor(fake)).embedQuestion('câu hỏi riêng tư', 1000));
    expect(error.code).toBe('model_unreachable');
    expect(fake.requests).toHaveLength(1);
  });

  it('cuts what is too long for the model, and remembers how much it reads', async () => {
    const fake = await startFake({ longest: 1500 });
    const embedder = createEmbedder(settingsFor(fake));
    const long = 'đào tạo bồi dưỡng '.repeat(2000);
    expect(await embedder.embedPassages([long, 'ngắn'])).toHaveLength(2);
    const before = fake.requests.length;
    expect(before).toBeGreaterThan(2);
    for (const { texts } of fake.requests) {
      expect(texts[0]?.length).toBeLessThanOrEqual(8000);
      expect(texts[0]).toMatch(/(đào|tạo|bồi|dưỡng)$/);
    }
    await embedder.embedPassages([long]);
    expect(fake.requests).toHaveLength(before + 1);
  });

  it('does not cut half a character', async () => {
    const fake = await startFake();
    await createEmbedder(settingsFor(fake)).embedPassages([`a${'😀'.repeat(5000)}`]);
    expect(fake.requests[0]?.texts[0]?.isWellFormed()).toBe(true);
  });

  it.each([
    ['a refused key', { key: 'khac' }, 'model_refused', 'EMBEDDING_API_KEY'],
    ['a model that is not there', { model: 'khac' }, 'model_refused', 'EMBEDDING_MODEL'],
  ] as const)('says what to do about %s', async (_, options, code, names) => {
    const fake = await startFake(options);
    const error = await failureOf(createEmbedder(settingsFor(fake)).embedPassages(['câu hỏi riêng tư']));
    expect(error.code).toBe(code);
    expect(error.sentence).toContain(names);
    expect(fake.requests).toHaveLength(1);
  });

  it.each([
    ['too few vectors', { kind: 'count', vectors: 1 }, '1 vectơ cho 2 đoạn'],
    ['too many vectors', { kind: 'count', vectors: 3 }, '3 vectơ cho 2 đoạn'],
    ['vectors of two lengths', { kind: 'mixed', dimension: 7 }, 'không cùng số chiều'],
    ['what is no number', { kind: 'nan' }, 'không phải số'],
    ['a vector of zeros', { kind: 'zero' }, 'không dùng được'],
    ['a web page', { kind: 'page' }, 'không trả lời như một dịch vụ tính vectơ'],
    ['a refusal', { kind: 'status', status: 400 }, 'mã 400'],
    ['an empty vector', { kind: 'mixed', dimension: 0 }, 'không dùng được'],
  ] as const)('refuses %s', async (_, fault, words) => {
    const fake = await startFake();
    fake.inject({ ...fault, times: 1 });
    const error = await failureOf(
      createEmbedder(settingsFor(fake)).embedPassages(['kinh phí', 'câu hỏi riêng tư']),
    );
    expect(error.code).toBe('model_refused');
    expect(error.sentence).toContain(words);
  });

  it('refuses vectors that cannot be stored', async () => {
    const fake = await startFake({ dimension: 16_001 });
    const error = await failureOf(createEmbedder(settingsFor(fake)).embedPassages(['kinh phí']));
    expect(error.sentence).toContain('16001 chiều');
  });

  it.each([{ kind: 'slow', ms: 5000 }, { kind: 'stall' }] as const)(
    'gives up a question that takes too long, and says so: $kind',
    async (fault) => {
      const fake = await startFake();
      fake.inject({ ...fault, times: 1 });
      const error = await failureOf(createEmbedder(settingsFor(fake)).embedQuestion('câu hỏi riêng tư', 50));
      expect(error.code).toBe('model_unreachable');
      expect(error.sentence).toContain('0,05 giây');
    },
  );

  it('says where nobody answers', async () => {
    const fake = await startFake();
    const settings = settingsFor(fake);
    await fake.close();
    running.splice(0);
    const error = await failureOf(createEmbedder(settings).embedQuestion('câu hỏi riêng tư', 1000));
    expect(error.code).toBe('model_unreachable');
    expect(error.sentence).toContain(new URL(settings.baseUrl).host);
    expect(error.message).toContain('ECONNREFUSED');
  });

  it('stops when it is told to', async () => {
    const fake = await startFake();
    fake.inject({ kind: 'slow', ms: 5000, times: 1 });
    const stop = new AbortController();
    const asking = createEmbedder(settingsFor(fake)).embedPassages(['kinh phí'], stop.signal);
    stop.abort(new Error('dừng'));
    await expect(asking).rejects.toThrow('dừng');
  });

  describe.skipIf(leaveOut('openaiSpec'))('beside OpenAI’s specification', () => {
    it('sends only what it allows', async () => {
      const schema = readEmbeddingRequestSchema();
      expect(departures({ input: [], extra: 1 }, schema)).toHaveLength(3);
      const fake = await startFake();
      const embedder = createEmbedder(settingsFor(fake, { passagePrefix: 'passage:' }));
      await embedder.embedPassages(['kinh phí', '', ' \n']);
      await embedder.embedQuestion('kinh phí', 1000);
      expect(fake.requests.flatMap(({ body }) => departures(body, schema))).toEqual([]);
      expect(fake.requests.flatMap(({ texts }) => texts)).not.toContain('');
    });
  });
});
