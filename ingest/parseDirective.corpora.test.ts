import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Header, ParsedDirective } from '../domain/directive.ts';
import { parsedFlaws } from '../testing/parsedFlaws.ts';
import { leaveOut, prerequisites } from '../testing/prerequisites.ts';
import { parseDirective } from './parseDirective.ts';
import type { RawDocument, RawLine } from './read/rawDocument.ts';
import { readDocument } from './read/readDocument.ts';

const corpora = prerequisites.corpora ?? '';
const seeds = join(corpora, '..', 'seeds');

function files(folder: string, ending: string): string[] {
  if (prerequisites.corpora === null) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}

const decrees = files(join(corpora, 'decrees-2026'), '.md');
const scans = files(join(corpora, 'signed-scans'), '.page1.txt');
const portals = files(seeds, '.txt');
const old = files(join(corpora, 'legacy-vietnamese', 'truth'), '.txt');

async function read(path: string): Promise<RawDocument> {
  return readDocument(new Uint8Array(readFileSync(path)), basename(path));
}

async function parse(path: string): Promise<ParsedDirective> {
  return parseDirective(await read(path), { fileName: basename(path) });
}

function named(paths: readonly string[], part: string): string {
  return paths.find((path) => basename(path).includes(part)) ?? part;
}

function paths(directive: ParsedDirective): string[] {
  return directive.provisions.map(({ path }) => path.join(' > '));
}

function wrapped(lines: readonly string[], width: number): RawLine[] {
  return lines.flatMap((line) => {
    const made: string[] = [];
    for (const word of line.split(/\s+/u)) {
      const last = made.at(-1);
      if (last === undefined || last.length + 1 + word.length > width) made.push(word);
      else made[made.length - 1] = `${last} ${word}`;
    }
    return made.map((text): RawLine => ({ text, page: null, role: 'line' }));
  });
}

/** A single sign may be a speck, which is dropped where the wrapping leaves it alone on a line. */
function words(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word.length > 1);
}

function squeezed(text: string): string {
  return text.normalize('NFC').replace(/\s+|\u200b|\ufeff/gu, '');
}

describe.skipIf(leaveOut('corpora'))('real decrees', () => {
  it.each(decrees)('%s: every Điều of its Markdown headings is found, and no other', async (path) => {
    const marked = [
      ...readFileSync(path, 'utf8')
        .normalize('NFC')
        .matchAll(/^#{3,4} (Điều \d+)\./gmu),
    ].map((match) => match[1]);
    expect(marked.length).toBeGreaterThan(10);
    const parsed = await parse(path);
    expect(parsed.provisions.filter(({ kind }) => kind === 'dieu').map(({ label }) => label)).toEqual(marked);
  });

  it.each(decrees)('%s: the tree is the same without heading marks and blank lines', async (path) => {
    const raw = await read(path);
    const lines = raw.lines
      .filter(({ role }) => role !== 'blank')
      .map((line): RawLine => (line.role === 'heading' ? { ...line, role: 'line' } : line));
    expect(paths(parseDirective({ ...raw, lines }, { fileName: path }))).toEqual(paths(await parse(path)));
  });

  it.each(decrees.flatMap((path) => [70, 95].map((width) => ({ path, width }))))(
    '$path: the tree and the words are the same hard-wrapped at $width columns',
    async ({ path, width }) => {
      const parsed = await parse(path);
      const lines = wrapped(parsed.text.split('\n'), width);
      const again = parseDirective({ ...(await read(path)), lines }, { fileName: path });
      expect(paths(again)).toEqual(paths(parsed));
      expect(words(again.text)).toEqual(words(parsed.text));
    },
  );

  it.each(decrees)('%s: every line of the text stands in the source word by word', async (path) => {
    const raw = await read(path);
    const source = squeezed(raw.lines.map(({ text }) => text).join('\n'));
    const broken = (await parse(path)).text
      .split('\n')
      .filter((line) => !source.includes(squeezed(line)))
      .map((line) => squeezed(line));
    // Where a page number or a doubled line was taken out of a paragraph, its halves stand there.
    for (const line of broken) {
      let rest = line;
      let pieces = 0;
      while (rest !== '' && pieces < 4) {
        let length = rest.length;
        while (length > 0 && !source.includes(rest.slice(0, length))) length -= 1;
        rest = rest.slice(length);
        pieces += 1;
      }
      expect(rest, line.slice(0, 80)).toBe('');
    }
    expect(broken.length).toBeLessThan(12);
  });

  it('have the headers that their first pages show', async () => {
    const common = { type: 'Nghị định', issuer: 'Chính phủ' };
    const expected: Readonly<Record<string, Partial<Header>>> = {
      '233-2026': {
        number: '233/2026/NĐ-CP',
        issued: '2026-06-26',
        effective: '2026-07-01',
        place: 'Hà Nội',
      },
      '234-2026': {
        number: '234/2026/NĐ-CP',
        issued: '2026-06-26',
        effective: '2026-07-01',
        place: 'Hà Nội',
      },
      '232-2026': {
        number: '232/2026/NĐ-CP',
        issued: '2026-06-26',
        effective: '2026-07-01',
        place: 'Hà Nội',
      },
      '182-2026': { number: '182/2026/NĐ-CP', issued: '2026-05-22', effective: '2026-07-07', place: null },
      '88-2026': { number: '88/2026/NĐ-CP', issued: '2026-03-28', effective: '2026-05-15', place: null },
    };
    for (const [part, header] of Object.entries(expected)) {
      const parsed = await parse(named(decrees, part));
      expect(parsed.header, part).toMatchObject({ ...common, ...header });
      expect(parsed.header.title, part).toMatch(/^Quy định (?:về|chế độ|quản lý) .{10,}[^\s.,;]$/u);
      expect(parsed.kind).toBe('issued');
    }
    expect((await parse(named(decrees, '88-2026'))).header.signer).toMatch(
      /^Lê \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u,
    );
    expect((await parse(named(decrees, '234-2026'))).header.signer).toBe('Thủ tướng Chính phủ');
  });

  it('have misprinted letters and numbers under the labels that the sequence gives them', async () => {
    const found = paths(await parse(named(decrees, '234-2026')));
    // Printed "đ)", "e)", "3)", "cc)", "1,", and a number of which only the stop is left.
    expect(found).toEqual(
      expect.arrayContaining([
        'Chương II > Điều 7 > khoản 1 > điểm d',
        'Chương I > Điều 4 > khoản 3 > điểm c',
        'Chương III > Mục 1 > Điều 14 > khoản 3 > điểm a',
        'Chương III > Mục 1 > Điều 14 > khoản 4 > điểm c',
        'Chương III > Mục 1 > Điều 12 > khoản 1',
        'Chương II > Điều 8 > khoản 5',
      ]),
    );
  });

  it('have their annexes beside the articles, the misread numerals put right, and no recipients in the last article', async () => {
    const parsed = await parse(named(decrees, '232-2026'));
    const annexes = parsed.provisions.filter(({ kind }) => kind === 'phu_luc').map(({ label }) => label);
    expect(annexes).toEqual(['Phụ lục I', 'Phụ lục II', 'Phụ lục III', 'Phụ lục IV']);
    const last = parsed.provisions.findLast(({ kind }) => kind === 'dieu');
    expect(parsed.text.slice(last?.start, last?.end)).not.toContain('Nơi nhận');
    expect(parsed.passages.map(({ start, end }) => parsed.text.slice(start, end)).join('\n')).not.toContain(
      'Nơi nhận',
    );
  });
});

describe.skipIf(leaveOut('corpora'))('real first pages of signed scans', () => {
  it.each([
    ['real_qd_729', '729/QĐ-TTg', 'Quyết định', 'Thủ tướng Chính phủ', '2026-04-23', '2026-04-23', 'issued'],
    ['real_tt_21', '21/2026/TT-BCT', 'Thông tư', 'Bộ Công Thương', '2026-04-28', '2026-04-29', 'issued'],
    ['real_cv_3722', '3722/VPCP-CN', 'Công văn', 'Văn phòng Chính phủ', '2026-04-28', null, 'issued'],
    ['real_hanoi_qd', null, 'Quyết định', 'Ủy ban nhân dân thành phố Hà Nội', null, null, 'issued'],
    ['real_hanoi_kh', null, 'Kế hoạch', 'Ủy ban nhân dân thành phố Hà Nội', null, null, 'issued'],
  ])('%s has its header', async (part, number, type, issuer, issued, effective, kind) => {
    const parsed = await parse(named(scans, part));
    expect(parsed.header).toMatchObject({ number, type, issuer, issued, effective, place: 'Hà Nội' });
    expect(parsed.kind).toBe(kind);
    expect(parsed.header.title?.length).toBeGreaterThan(20);
  });
});

describe.skipIf(leaveOut('corpora'))('pages of portals and newspapers', () => {
  it('are told apart: four press pages and one programme', async () => {
    const kinds = await Promise.all(
      portals.map(async (path) => [basename(path).slice(0, 3), (await parse(path)).kind]),
    );
    expect(kinds).toEqual([
      ['000', 'press'],
      ['001', 'press'],
      ['002', 'issued'],
      ['003', 'press'],
      ['004', 'press'],
    ]);
  });

  it('keep no navigation and no comment form', async () => {
    for (const path of portals) {
      const { text } = await parse(path);
      expect(text).not.toMatch(
        /Đọc nhiều nhất|Các bài đã đăng|Mã xác nhận|Tin cùng chuyên mục|Số lần xem|Đánh dấu và chia sẻ|\/>/u,
      );
    }
  });

  it('show the programme whole in party form', async () => {
    const parsed = await parse(named(portals, '002'));
    expect(parsed.header).toMatchObject({
      number: null,
      type: 'Chương trình',
      title: 'Nâng cao chất lượng đội ngũ cán bộ',
    });
    const found = paths(parsed);
    expect(found.filter((path) => !path.includes('>'))).toEqual(['Phần I', 'Phần II', 'Phần III']);
    for (let number = 1; number <= 5; number += 1) {
      expect(found).toContain(`Phần I > mục 2 > tiểu mục 2.${number}`);
    }
    expect(found.filter((path) => /^Phần II > mục \d$/u.test(path))).toHaveLength(6);
    expect(found.filter((path) => path.startsWith('Phần II > mục 3 > gạch'))).toHaveLength(4);
    expect(found.filter((path) => /^Phần III > mục \d$/u.test(path))).toHaveLength(7);
  });
});

describe.skipIf(leaveOut('corpora'))('every real document', () => {
  it.each([...decrees, ...scans, ...portals, ...old])('%s has sound spans', async (path) => {
    expect(parsedFlaws(await parse(path))).toEqual([]);
  });
});
