import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rawText } from '../../testing/rawText.ts';
import { documentNumberKey } from '../../vietnamese/documentNumber.ts';
import { parseDirective } from '../parseDirective.ts';
import { readMarkdown } from '../read/markdown/readMarkdown.ts';
import { changeLines } from './changeLines.ts';
import { compareAmendment } from './compareAmendment.ts';
import { compareTexts } from './compareTexts.ts';

const parse = (articles: readonly string[]) =>
  parseDirective(
    rawText(
      `Số: 701/2026/QĐ-UBND\n\nQUYẾT ĐỊNH\n\nVề bồi dưỡng\n\n${articles.map((words, at) => `Điều ${at + 1}. ${words}`).join('\n\n')}`,
    ),
    { fileName: 'a.txt' },
  );

const TIME =
  'Thời lượng\n1. Mỗi năm, cán bộ học tối thiểu 05 ngày.\n2. Lớp học mở tại Trung tâm Chính trị xã.';
const COST = 'Kinh phí\nKinh phí do ngân sách phường Nam Lam bảo đảm theo quy định hiện hành.';
const DUTY = 'Trách nhiệm\nTrưởng các đơn vị cử người đi học đúng thành phần, đúng thời gian.';

const lines = (before: readonly string[], after: readonly string[]) =>
  changeLines(compareTexts(parse(before), parse(after)));

describe('two versions of a text', () => {
  it('that are the same differ in nothing', () => {
    expect(compareTexts(parse([TIME, COST]), parse([TIME, COST]))).toEqual([]);
    expect(lines([TIME], [TIME])).toEqual(['Không có khác biệt.']);
  });

  it('with other words in a khoản: those words, where they stand', () => {
    const [change, ...others] = compareTexts(parse([TIME, COST]), parse([TIME.replace('05', '07'), COST]));
    expect(others).toEqual([]);
    expect(change).toMatchObject({ kind: 'changed', path: ['Điều 1', 'khoản 1'], from: null });
    expect(change?.words.filter((word) => word.change !== 'same')).toEqual([
      { change: 'removed', text: '05' },
      { change: 'added', text: '07' },
    ]);
    expect(lines([TIME, COST], [TIME.replace('05', '07'), COST])).toEqual([
      'khoản 1 Điều 1: “… bộ học tối thiểu 05 ngày.” → “… bộ học tối thiểu 07 ngày.”',
    ]);
  });

  it('with an article more, whole, and one that only got another number', () => {
    const changes = compareTexts(parse([TIME, DUTY]), parse([TIME, COST, DUTY]));
    expect(changes.map(({ kind, path: place, from }) => [kind, place, from])).toEqual([
      ['added', ['Điều 2'], null],
      ['moved', ['Điều 3'], ['Điều 2']],
    ]);
    expect(changes[0]?.after).toContain('ngân sách phường Nam Lam');
    expect(lines([TIME, DUTY], [TIME, COST, DUTY])[1]).toBe('Điều 3: chuyển từ Điều 2');
  });

  it('with a khoản less: the rest moves up, nothing else is told', () => {
    const longer = TIME.replace('\n2.', '\n2. Người học nộp thu hoạch sau khóa.\n3.');
    expect(lines([longer], [TIME])).toEqual([
      'khoản 2 Điều 1: bỏ “2. Người học nộp thu hoạch sau khóa.”',
      'khoản 2 Điều 1: chuyển từ khoản 3 Điều 1',
    ]);
  });

  it('of which one moved and has other words: both are told', () => {
    const other = DUTY.replace('đúng thời gian', 'đúng thời hạn');
    const changes = compareTexts(parse([DUTY, COST]), parse([COST, other]));
    expect(changes.find(({ kind, words }) => kind === 'moved' && words.length > 0)).toMatchObject({
      path: ['Điều 2'],
      from: ['Điều 1'],
    });
  });

  it('that have nothing in common: all came and all went, and no words are lost', () => {
    const changes = compareTexts(parse([TIME]), parse([COST]));
    expect(changes.flatMap(({ before }) => before ?? []).join(' ')).toContain('tối thiểu 05 ngày');
    expect(changes.flatMap(({ after }) => after ?? []).join(' ')).toContain('ngân sách');
  });
});

describe('an amending document beside the amended one', () => {
  const sample = async (fileName: string) => {
    const bytes = await readFile(path.join(import.meta.dirname, '..', '..', 'data', 'directives', fileName));
    return parseDirective(await readMarkdown(bytes, fileName), { fileName });
  };

  it('says for each provision what its words were and are', async () => {
    const amended = await sample('915-2026-QD-UBND-dao-tao-boi-duong.md');
    const amending = await sample('958-2026-QD-UBND-sua-doi-915.md');
    const changes = compareAmendment(amending, amended, documentNumberKey('915/2026/QĐ-UBND'));
    expect(changes.map(({ kind, path: place }) => [kind, place.slice(-2)])).toEqual([
      ['changed', ['Điều 5', 'khoản 2']],
      ['changed', ['Điều 12', 'khoản 1']],
      ['added', ['Điều 14', 'khoản 4']],
      ['removed', ['Điều 20', 'khoản 4']],
    ]);
    const [online, days] = changeLines(changes);
    expect(online).toMatch(/^khoản 2 Điều 5: “.*” → “.*không quá 60%.*”$/);
    expect(days).toMatch(/→ “.*07 ngày.*01 ngày về kỹ năng số\.”$/);
  });

  it('gives each of several provisions its own new words', () => {
    const amending = parse([
      'Sửa đổi, bổ sung một số điều của Quyết định số 1/2026/QĐ-UBND\n1. Bổ sung khoản 3, khoản 4 vào sau khoản 2 Điều 1 như sau:\n“3. Học bù.\na) Một buổi.\n4. Học trực tuyến.”\n2. Bổ sung Điều 1a, Điều 1b vào sau Điều 1 như sau:\n“Điều 1a. Lớp\n1. Mở lớp.\nĐiều 1b. Thầy\n1. Mời thầy.”',
    ]);
    const changes = compareAmendment(amending, parse([TIME]), documentNumberKey('1/2026/QĐ-UBND'));
    expect(changes.map(({ path: place, after }) => [place.join(' '), after])).toEqual([
      ['Điều 1 khoản 3', '3. Học bù.\na) Một buổi.'],
      ['Điều 1 khoản 4', '4. Học trực tuyến.'],
      ['Điều 1a', 'Điều 1a. Lớp\n1. Mở lớp.'],
      ['Điều 1b', 'Điều 1b. Thầy\n1. Mời thầy.'],
    ]);
  });

  it.each([
    [
      'Thay cụm từ “tối thiểu 05 ngày” bằng cụm từ “tối thiểu 06 ngày” tại khoản 1 Điều 1.',
      'khoản 1 Điều 1: “… bộ học tối thiểu 05 ngày.” → “… bộ học tối thiểu 06 ngày.”',
    ],
    [
      'Cụm từ "05 ngày" tại khoản 1 Điều 1 được thay bằng cụm từ "06 ngày".',
      'khoản 1 Điều 1: “… bộ học tối thiểu 05 ngày.” → “… bộ học tối thiểu 06 ngày.”',
    ],
    [
      'Bổ sung cụm từ “, công chức” vào sau cụm từ “cán bộ” tại khoản 1 Điều 1.',
      'khoản 1 Điều 1: “1. Mỗi năm, cán bộ học tối thiểu 05 …” → “1. Mỗi năm, cán bộ, công chức học tối thiểu 05 …”',
    ],
    [
      'Bãi bỏ cụm từ “Mỗi năm,” tại khoản 1 Điều 1.',
      'khoản 1 Điều 1: “1. Mỗi năm, cán bộ học tối …” → “1. cán bộ học tối …”',
    ],
    ['Sửa đổi một số nội dung về “lớp mẫu” tại khoản 1 Điều 1.', 'Không có khác biệt.'],
  ])('exchanges words within a provision where it says so: %s', (clause, line) => {
    const amended = parse([TIME]);
    const amending = parse([`Sửa đổi\n${clause}`]);
    const [target] = amending.provisions;
    if (target === undefined) throw new Error('no provision');
    const relation = {
      kind: 'amends',
      target: { number: '1/2026/QĐ-UBND', numberKey: 'k', title: null, issued: null },
      scope: 'provision',
      provision: ['Điều 1', 'khoản 1'],
      partial: true,
      except: [],
      since: null,
      source: 0,
    } as const;
    expect(changeLines(compareAmendment({ ...amending, relations: [relation] }, amended, 'k'))).toEqual([
      line,
    ]);
  });
});
