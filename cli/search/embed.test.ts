import { afterEach, describe, expect, it } from 'vitest';
import { type Config, readConfig } from '../../config.ts';
import { saveDirective } from '../../store/directives.ts';
import { openDatabase } from '../../store/open.ts';
import { pgliteForTests } from '../../store/testing.ts';
import { type FakeEmbeddings, startFakeEmbeddings } from '../../testing/fakes/embeddings/server.ts';
import { sampleDirective } from '../../testing/sampleDirective.ts';
import { embedCommand } from './embed.ts';
import { checkEmbedding, checkVectors } from './embeddingChecks.ts';
import { searchCommand } from './search.ts';

const KEY = 'khoa-bi-mat-cua-co-quan';
const PASSAGES = 30;

describe('vectors on the command line', () => {
  const engine = pgliteForTests();
  let fake: FakeEmbeddings | null = null;

  afterEach(async () => {
    await fake?.close();
    fake = null;
  });

  /** A store with a directive, a service, and what a command writes. */
  async function office(env: Record<string, string> = {}) {
    const location = await engine.migrated();
    const database = await openDatabase(location);
    const articles = Array.from({ length: PASSAGES }, (_, at) => ({
      heading: `Lớp ${at}`,
      clauses: [`Kinh phí của lớp ${at} do ngân sách tỉnh bảo đảm.`],
    }));
    await saveDirective(
      database,
      sampleDirective({ number: '915/2026/QĐ-UBND', title: 'Quy định mẫu' }, articles),
    );
    await database.close();
    fake = await startFakeEmbeddings({ key: KEY });
    const service = {
      EMBEDDING_BASE_URL: fake.baseUrl,
      EMBEDDING_MODEL: 'mo-hinh-thu',
      EMBEDDING_API_KEY: KEY,
    };
    const config: Config = {
      ...readConfig({ ...service, EMBEDDING_BATCH: '8', ...env }),
      database: location,
    };
    const out: string[] = [];
    const said: string[] = [];
    const io = {
      out: (text: string) => void out.push(text),
      say: (text: string) => void said.push(text),
      config: () => config,
    };
    return { io, out, said, fake, config, location };
  }

  it('are refused with what to do where no service is configured', async () => {
    const { io, out } = await office({ EMBEDDING_BASE_URL: '', EMBEDDING_MODEL: '' });
    await expect(embedCommand(io, {})).rejects.toMatchObject({
      code: 'bad_config',
      sentence: expect.stringContaining('EMBEDDING_BASE_URL'),
    });
    expect(out).toEqual([]);
    expect(await checkEmbedding(null)).toMatchObject({
      state: 'note',
      todo: expect.stringContaining('lời thường'),
    });
  });

  it('are computed with progress, and the doctor counts them', async () => {
    const { io, out, said, config, location } = await office();
    expect(await embedCommand(io, { status: true, json: true })).toBe(0);
    expect(await embedCommand(io, { json: true })).toBe(0);
    const state = { model: 'mo-hinh-thu', passages: PASSAGES, indexed: false };
    expect(out.map((line) => JSON.parse(line))).toEqual([
      { ...state, dimension: null, vectors: 0 },
      { ...state, dimension: 256, vectors: PASSAGES, embedded: PASSAGES },
    ]);
    expect(said).toEqual(['Tính vectơ 8/30', 'Tính vectơ 16/30', 'Tính vectơ 24/30', 'Tính vectơ 30/30']);
    expect(await checkEmbedding(config.embedding)).toMatchObject({
      state: 'ok',
      says: 'mô hình mo-hinh-thu, 256 chiều',
    });
    const database = await openDatabase(location);
    expect(await checkVectors(io, database)).toMatchObject([{ state: 'ok', says: '30/30 đoạn' }]);
    await database.query('delete from passage_vectors');
    expect(await checkVectors(io, database)).toMatchObject([
      { state: 'note', todo: expect.stringContaining('embed') },
    ]);
    await database.close();
  });

  it('are computed once', async () => {
    const { io, out, fake: service } = await office();
    for (const status of [false, false, true]) expect(await embedCommand(io, { status })).toBe(0);
    expect(out).toEqual([
      `✓ Đã tính vectơ cho ${PASSAGES} đoạn.`,
      '✓ Mọi đoạn đều đã có vectơ.',
      expect.stringContaining(`${PASSAGES}/${PASSAGES}`),
    ]);
    expect(service.embedded()).toBe(PASSAGES);
  });

  it('join a search, and are left out with a word of warning when the service fails', async () => {
    const { io, out, said, fake: service } = await office();
    await embedCommand(io, {});
    out.length = said.length = 0;
    const options = { k: 5, explain: true, json: true };
    await searchCommand(io, 'kinh phí lớp 7', options);
    expect(out.join()).toMatch(/"vectorRank":1\b/);
    expect(said).toEqual([]);
    out.length = 0;
    service.inject({ kind: 'status', status: 503, times: 1 });
    expect(await searchCommand(io, 'kinh phí lớp 8', options)).toBe(0);
    expect(said).toEqual([expect.stringMatching(/^! .*503.*Tạm thời chỉ tìm theo từ ngữ/)]);
    expect(out.join()).not.toMatch(/"vectorRank":\d/);
  });

  it('tell what is wrong without telling the key', async () => {
    const { io, said, config } = await office({ EMBEDDING_API_KEY: `${KEY}-cu` });
    const refused = { code: 'model_refused', sentence: expect.stringContaining('EMBEDDING_API_KEY') };
    await expect(embedCommand(io, {})).rejects.toMatchObject(refused);
    const check = await checkEmbedding(config.embedding);
    expect(check).toMatchObject({ state: 'note', says: expect.stringContaining('không nhận khóa') });
    expect(JSON.stringify([check, said])).not.toContain(KEY);
  });
});
