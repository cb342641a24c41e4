import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../config.ts';
import { KnownError } from '../../errors.ts';
import { ingestFile } from '../../ingest/ingest.ts';
import { readSamples } from '../../ingest/samples.ts';
import { checkLinkCode } from '../../store/access/linking.ts';
import type { Database } from '../../store/database.ts';
import { saveDirective } from '../../store/directives.ts';
import { pgliteForTests } from '../../store/testing.ts';
import { sampleDirective } from '../../testing/sampleDirective.ts';
import { hashLinkCode } from '../features/own/linkCode.ts';
import { loadSampleRecords } from './loadSampleRecords.ts';
import { loadSamplesOnce } from './loadSamples.ts';

// Reading files is tested where it is done; here it would cost a process for each sample.
vi.mock('../../ingest/ingest.ts', () => ({ ingestFile: vi.fn() }));

describe('the samples of the first start', () => {
  const engine = pgliteForTests();
  const { ingest: limits } = readConfig({});
  let database: Database;
  let said: string[];
  const load = () => loadSamplesOnce(database, limits, (text) => said.push(text));

  const store = async (title: string, sample: boolean) => {
    const articles = [{ heading: 'Phạm vi', clauses: ['Áp dụng cho cán bộ.'] }];
    const directive = { ...sampleDirective({ title }, articles), sample };
    return { directive, ...(await saveDirective(database, directive)) };
  };

  beforeEach(async () => {
    database = await engine.open();
    said = [];
    vi.mocked(ingestFile).mockReset();
    vi.mocked(ingestFile).mockImplementation(async (_database, { fileName, sample }) => {
      const { directive, id, stored } = await store(fileName, sample);
      return { directiveId: id, status: stored ? 'stored' : 'known', parsed: directive.parsed };
    });
  });

  it('fill an empty store, each named as it is read, and are not read again', async () => {
    const samples = await readSamples();
    await load();
    expect(vi.mocked(ingestFile).mock.calls.map(([, file]) => file)).toEqual(samples);
    for (const { fileName } of samples) expect(said.join('\n')).toContain(fileName);
    expect(said.at(-1)).toBe(`Đã nạp ${samples.length} văn bản.`);
    vi.mocked(ingestFile).mockClear();
    await load();
    expect(ingestFile).not.toHaveBeenCalled();
  });

  it('are not mixed with documents of one’s own', async () => {
    await store('Quy chế của đơn vị', false);
    await load();
    expect(ingestFile).not.toHaveBeenCalled();
    expect(said).toEqual(['Đã nạp 1 văn bản.']);
  });

  it('go on where an earlier start was interrupted', async () => {
    const samples = await readSamples();
    await store(samples[0]?.fileName ?? '', true);
    await load();
    expect(said.at(-1)).toBe(`Đã nạp ${samples.length} văn bản.`);
  });

  it('are told by name where one cannot be read, and the others loaded', async () => {
    const samples = await readSamples();
    vi.mocked(ingestFile).mockRejectedValueOnce(new KnownError('file_unreadable', 'Tệp hỏng.'));
    await load();
    expect(said).toContain(`✗ ${samples[0]?.fileName}: Tệp hỏng.`);
    expect(said.at(-1)).toBe(`Đã nạp ${samples.length - 1} văn bản.`);
  });

  it('stop the start where the reason is not known', async () => {
    vi.mocked(ingestFile).mockRejectedValueOnce(new Error('broken'));
    await expect(load()).rejects.toThrow('broken');
  });
});

describe('the codes of the sample people', () => {
  const engine = pgliteForTests();

  it('are new at each start, and the ones before end, as what is printed says', async () => {
    const database = await engine.open();
    const starts: string[] = [];
    for (const _ of ['first', 'second']) {
      const said: string[] = [];
      await loadSampleRecords(database, new Date(), (text) => said.push(text));
      starts.push(said.at(-1) ?? '');
    }
    const [before = '', now = ''] = starts;
    expect(now).toContain('mã in ra ở lần chạy trước mà chưa dùng thì không còn dùng được');
    const codesIn = (printed: string) => printed.match(/[A-Z2-9]{4}-[A-Z2-9]{4}/g) ?? [];
    expect([codesIn(before).length, codesIn(now).length]).toEqual([4, 4]);
    const checks = await Promise.all(
      [codesIn(before)[0], codesIn(now)[0]].map((code, at) =>
        checkLinkCode(database, { channel: 'web', key: `phiên ${at}` }, hashLinkCode(code ?? '')),
      ),
    );
    expect(checks.map(({ state }) => state)).toEqual(['refused', 'valid']);
  });
});
