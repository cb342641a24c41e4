import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readSampleRoster } from '../../data/roster/readSampleRoster.ts';
import { writeRoster } from '../../ingest/roster/roster.ts';
import { runCli } from '../run.testing.ts';

const rules = path.resolve(import.meta.dirname, '../../data/requirements');
let folder: string;
let roster: string;

const cli = (...args: readonly string[]) => runCli(folder, args, { DATA_DIR: path.join(folder, 'db') });
const lines = (out: string): unknown[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const gapsJson = z.object({
  cadre: z.string(),
  asOf: z.string(),
  results: z.array(
    z.object({
      requirement: z.string(),
      status: z.enum(['met', 'missing', 'unknown']),
      reason: z.string().min(5),
      fact: z.string().nullable(),
      reference: z.object({ document: z.string(), path: z.array(z.string()), quote: z.string().min(5) }),
      sample: z.boolean(),
    }),
  ),
});

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-people-'));
  roster = path.join(folder, 'danh-sach.xlsx');
  const { units, cadres } = await readSampleRoster();
  await writeFile(roster, await writeRoster(units, cadres));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a roster', () => {
  it('has a form to fill in, which no file is overwritten for', async () => {
    expect(await cli('template', 'mau.xlsx')).toMatchObject({ code: 0 });
    expect((await readFile(path.join(folder, 'mau.xlsx'))).subarray(0, 2).toString()).toBe('PK');
    const again = await cli('template', 'mau.xlsx');
    expect(again.code).toBe(2);
    expect(again.err).toContain('không ghi đè');
  });

  it('is checked without a database', async () => {
    const { code, out } = await cli('roster', 'check', roster, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, cadres: 120 });
    await expect(stat(path.join(folder, 'db'))).rejects.toThrow();
  });

  it('tells of a file that is no workbook what to do', async () => {
    await writeFile(path.join(folder, 'gia.xlsx'), 'Họ và tên;Ngày sinh');
    const { code, err } = await cli('roster', 'import', 'gia.xlsx');
    expect(code).not.toBe(0);
    expect(err).toMatch(/xlsx/i);
  });

  it('is shown before it is stored; stored twice it changes nothing; it comes out as it went in', async () => {
    const dry = await cli('roster', 'import', roster, '--dry-run', '--json');
    expect(JSON.parse(dry.out).cadres.added).toHaveLength(120);
    const first = await cli('roster', 'import', roster, '--json');
    expect(JSON.parse(first.out).cadres.added).toHaveLength(120);
    const second = await cli('roster', 'import', roster, '--json');
    expect(JSON.parse(second.out).cadres).toMatchObject({ added: [], changed: [], unchanged: 120 });
    expect(await cli('roster', 'export', 'ra.xlsx')).toMatchObject({ code: 0 });
    const third = await cli('roster', 'import', 'ra.xlsx', '--json');
    expect(JSON.parse(third.out).cadres).toMatchObject({ added: [], changed: [], unchanged: 120 });
  });
});

describe('gaps', () => {
  it('come a line a person, each result with its rule and reference', async () => {
    const { code, out } = await cli('gaps', '--roster', roster, '--as-of', '2026-11-22', '--json');
    expect(code).toBe(0);
    const people = lines(out).map((line) => gapsJson.parse(line));
    expect(people).toHaveLength(120);
    const one = people.find(({ cadre }) => cadre === 'MAU-017');
    expect(one?.results.filter(({ status }) => status === 'missing').length).toBeGreaterThan(1);
    expect(one?.results.every(({ sample }) => sample)).toBe(true);
  });

  it('follow the date and the supposed post', async () => {
    const on = async (...more: readonly string[]) => {
      const { out } = await cli('gaps', '--roster', roster, '--json', '--cadre', 'MAU-017', ...more);
      return gapsJson.parse(JSON.parse(out)).results.map(({ requirement }) => requirement);
    };
    const days = (ids: readonly string[]) => ids.filter((id) => id.includes('so-ngay'));
    const [now, later] = [await on('--as-of', '2026-11-22'), await on('--as-of', '01/02/2027')];
    expect(days(now)).not.toEqual(days(later));
    const supposed = await on('--as-of', '2026-11-22', '--post', 'Chủ tịch UBND phường');
    expect(supposed.some((id) => id.includes('doi-tuong-2'))).toBe(true);
    expect(now.some((id) => id.includes('doi-tuong-2'))).toBe(false);
  });

  it('say who is not there and which day is none', async () => {
    const nobody = await cli('gaps', '--roster', roster, '--cadre', 'MAU-999');
    expect(nobody).toMatchObject({ code: 1 });
    expect(nobody.err).toContain('MAU-999');
    expect((await cli('gaps', '--roster', roster, '--as-of', '31/02/2026')).code).toBe(2);
  });
});

describe('what staff count', () => {
  it('targets: people who meet them, people who do not, and reports', async () => {
    const { code, out } = await cli(
      'targets',
      '--roster',
      roster,
      '--unit',
      'LG-NL',
      '--as-of',
      '2026-11-22',
      '--json',
      '--xlsx',
      'chi-tieu.xlsx',
      '--docx',
      'chi-tieu.docx',
    );
    expect(code).toBe(0);
    const target = z.object({
      target: z.string(),
      n: z.number(),
      N: z.number().nullable(),
      percent: z.number().nullable(),
      goal: z.number(),
      met: z.boolean(),
      missing: z.array(z.string()),
    });
    const board = lines(out).map((line) => target.parse(line));
    expect(board).toHaveLength(5);
    for (const { n, N, percent } of board) {
      if (N !== null && N > 0) expect(percent).toBeCloseTo((100 * n) / N, 1);
    }
    for (const name of ['chi-tieu.xlsx', 'chi-tieu.docx']) {
      expect((await stat(path.join(folder, name))).size).toBeGreaterThan(3000);
    }
  });

  it('statistics: parts that sum to the whole', async () => {
    const { out } = await cli('stats', '--roster', roster, '--json', '--by', 'sex', 'age');
    const facet = z.object({ people: z.number(), parts: z.array(z.object({ people: z.number() })) });
    for (const { people, parts } of lines(out).map((line) => facet.parse(line))) {
      expect(parts.reduce((sum, part) => sum + part.people, 0)).toBe(people);
    }
    expect((await cli('stats', '--roster', roster, '--by', 'mau-mat')).code).toBe(2);
  });

  it('who lacks what', async () => {
    const { out } = await cli('who-lacks', '--roster', roster, '--of', 'trung cấp LLCT', '--json');
    expect(lines(out).length).toBeGreaterThan(3);
    expect((await cli('who-lacks', '--roster', roster, '--of', 'áo dài')).code).toBe(2);
  });
});

describe('rules', () => {
  it('are checked with their examples', async () => {
    const { code, out } = await cli('requirements', 'check', rules);
    expect(out).not.toContain('✗');
    expect(code).toBe(0);
  });

  it('that are wrong are told by file, line and remedy, and change nothing', async () => {
    const file = path.join(folder, 'sai.yaml');
    await writeFile(file, 'requirements:\n  - id: thu\n    title: Thử\n    needs: { holds: bang_cap }\n');
    const { code, out } = await cli('requirements', 'check', file);
    expect(code).toBe(2);
    expect(out).toMatch(/sai\.yaml:\d+:\d+: /);
    expect((await cli('requirements', 'load', file)).code).toBe(2);
  });

  it('are loaded, listed, and approved only with a provision of an official document', async () => {
    expect(await cli('requirements', 'load')).toMatchObject({ code: 0 });
    const { out } = await cli('requirements', 'list');
    const [first = ''] = out.split('\n');
    const refused = await cli('requirements', 'approve', first.split(' ')[0] ?? '');
    expect(refused.code).not.toBe(0);
    expect(await cli('requirements', 'retire', first.split(' ')[0] ?? '')).toMatchObject({ code: 0 });
    expect((await cli('requirements', 'list')).out).toContain('[retired]');
  });
});

describe('accounts', () => {
  it('are made and given codes', async () => {
    const saved = await cli('accounts', 'save', '--name', 'Người mẫu', '--staff-of', 'LG-NL', '--json');
    const { id } = JSON.parse(saved.out);
    expect((await cli('accounts', 'list')).out).toContain('Người mẫu');
    const code = await cli('link-code', '--account', id, '--json');
    expect(JSON.parse(code.out)).toMatchObject({ name: 'Người mẫu' });
    expect(await cli('accounts', 'unlink', id)).toMatchObject({ code: 0 });
    expect((await cli('accounts', 'unlink', 'khong-co')).code).not.toBe(0);
    const unknown = await cli('accounts', 'save', '--id', 'qt', '--name', 'Người mẫu', '--admin');
    expect([unknown.code, unknown.err]).toEqual([
      1,
      expect.stringContaining('Không có tài khoản nào mang id “qt”'),
    ]);
    expect((await cli('link-code', 'MAU-017')).out).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}/);
    expect((await cli('link-code', 'KHONG-CO')).code).not.toBe(0);
    expect((await cli('link-code')).code).toBe(2);
  });
});

describe('percentages', () => {
  it('of a file are recomputed', async () => {
    const file = path.join(folder, 'bai.txt');
    await writeFile(file, 'Đơn vị có 104/298 cán bộ có trình độ thạc sĩ (tỷ lệ 35,01%) trong năm qua.\n');
    const { out } = await cli('percentages', file);
    expect(out).toContain('34,90%');
  });
});
