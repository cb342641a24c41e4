import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { earliest, latest } from '../../domain/partialDate.ts';
import type { CadreRecord, Roster } from '../../domain/record.ts';
import { readSampleRoster } from './readSampleRoster.ts';

const TODAY = '2026-11-22';
let roster: Roster;

beforeAll(async () => {
  roster = await readSampleRoster();
});

function find(code: string): CadreRecord {
  const cadre = roster.cadres.find((each) => each.code === code);
  if (cadre === undefined) throw new Error(`${code} is not in the sample`);
  return cadre;
}

const count = (holds: (cadre: CadreRecord) => boolean) => roster.cadres.filter(holds).length;

describe('the sample roster', () => {
  it('has 120 people with codes of their own, in eight units of one province', () => {
    expect(roster.cadres.map(({ code }) => code)).toEqual(
      Array.from({ length: 120 }, (_, index) => `MAU-${String(index + 1).padStart(3, '0')}`),
    );
    const current = roster.units.filter(({ until }) => until === null);
    expect(current.filter(({ parent }) => parent === 'LG')).toHaveLength(8);
    expect(current).toHaveLength(9);
    expect(new Set(roster.cadres.map(({ unit }) => unit)).size).toBe(8);
  });

  it('is marked as sample throughout, with telephone numbers that nobody has', () => {
    expect([...roster.units, ...roster.cadres].every(({ sample }) => sample)).toBe(true);
    const phones = roster.cadres.flatMap(({ phone }) => (phone === null ? [] : [phone]));
    expect(phones.every((phone) => /^0900000\d{3}$/.test(phone))).toBe(true);
    expect(new Set(phones).size).toBe(phones.length);
  });

  it('names only units that it holds, and the former ones name who took over', () => {
    const codes = new Set(roster.units.map(({ code }) => code));
    for (const unit of roster.units) {
      for (const other of [unit.parent, ...unit.successors])
        if (other !== null) expect(codes).toContain(other);
      if (unit.until !== null) expect(unit.successors).not.toEqual([]);
    }
    for (const cadre of roster.cadres) {
      expect(codes, cadre.code).toContain(cadre.unit);
      for (const { unit } of [...cadre.posts, ...cadre.planned])
        if (unit !== null) expect(codes).toContain(unit);
    }
  });

  it('is composed as text is compared, though one name is written decomposed', async () => {
    const files = await readdir(new URL('cadres/', import.meta.url));
    const texts = await Promise.all(
      files.map((file) => readFile(new URL(`cadres/${file}`, import.meta.url), 'utf8')),
    );
    expect(texts.some((text) => text !== text.normalize('NFC'))).toBe(true);
    expect(JSON.stringify(roster)).toBe(JSON.stringify(roster).normalize('NFC'));
  });

  it('has the people of the tour', () => {
    expect(find('MAU-001')).toMatchObject({ unit: 'LG-BTC' });
    expect(find('MAU-002')).toMatchObject({ unit: 'LG-NL' });
    expect(find('MAU-017')).toMatchObject({ name: 'Trần Thị Mẫn', unit: 'LG-NL' });
    expect(find('MAU-017').posts.at(-1)?.position).toBe('Phó Chủ tịch UBND phường');
    expect(find('MAU-017').planned.map(({ position }) => position)).toContain('Chủ tịch UBND phường');
  });
});

type Case = readonly [name: string, holds: (cadre: CadreRecord) => boolean, atLeast: number];

const former = (cadre: CadreRecord) =>
  new Set(roster.units.filter(({ until }) => until !== null).map(({ code }) => code)).has(
    cadre.posts[0]?.unit ?? '',
  );

const CASES: readonly Case[] = [
  ['of whom nothing is known but the name', (c) => c.birth === null && c.posts.length === 0, 5],
  ['whose record was reviewed', ({ reviewed }) => reviewed !== null, 5],
  ['who are known to lack something', ({ lacks }) => lacks.length > 0, 5],
  ['born on a day that is known only in part', ({ birth }) => birth !== null && birth.length < 10, 15],
  [
    'with a certificate dated in part',
    (c) => c.qualifications.some(({ issued }) => issued?.length === 7),
    20,
  ],
  [
    'with an expired certificate',
    (c) => c.qualifications.some(({ expires }) => expires !== null && latest(expires) < TODAY),
    5,
  ],
  ['with two posts at once', (c) => c.posts.filter(({ until }) => until === null).length > 1, 3],
  ['still recorded at a former unit', (c) => former(c) && c.posts.every(({ until }) => until === null), 3],
  ['who came from a former unit', (c) => former(c) && c.posts.length > 1, 5],
  ['planned without a term', (c) => c.planned.some(({ term }) => term === null), 3],
  ['of whom it is not known whether they are of the party', ({ party }) => party === null, 10],
  ['named Nguyễn Văn Nam', ({ name }) => name === 'Nguyễn Văn Nam', 4],
  ['who are women', ({ sex }) => sex === 'female', 45],
  ['under 35', ({ birth }) => birth !== null && earliest(birth) >= '1992', 20],
  ['of an ethnic minority', ({ ethnicity }) => ethnicity !== null && ethnicity !== 'Kinh', 15],
  [
    'with a field in a foreign language',
    (c) => c.qualifications.some(({ field }) => /[a-z]{4} [A-Z]/.test(field ?? '')),
    3,
  ],
  [
    'with a paper of equivalence',
    (c) => c.qualifications.some(({ name }) => /tương đương/.test(name ?? '')),
    3,
  ],
  [
    'of the field cử nhân chính trị',
    (c) => c.qualifications.some(({ name }) => /cử nhân chính trị/.test(name ?? '')),
    1,
  ],
  ['without a political conclusion', ({ conclusions }) => conclusions.length === 0, 10],
  ['whose newest political conclusion failed', (c) => c.conclusions.at(-1)?.passed === false, 2],
  ['sent by Đề án 165', (c) => c.trainings.some(({ programme }) => programme === 'Đề án 165'), 4],
  ['trained abroad', (c) => c.trainings.some(({ abroad }) => abroad === true), 4],
  ['whose class is not completed', (c) => c.trainings.some(({ completed }) => completed === false), 3],
  ['whose class has no number of days', (c) => c.trainings.some(({ days }) => days === null), 3],
  [
    'with a year without evaluation',
    (c) => years(c).some((year, at, all) => at > 0 && year - (all[at - 1] ?? 0) > 1),
    4,
  ],
  [
    'managed by the Ban Thường vụ Đảng ủy',
    (c) => c.groups.some(({ name }) => name === 'Diện Ban Thường vụ Đảng ủy quản lý'),
    40,
  ],
  [
    'managed by the Ban Thường vụ Tỉnh ủy',
    (c) => c.groups.some(({ name }) => name === 'Diện Ban Thường vụ Tỉnh ủy quản lý'),
    10,
  ],
  ['of a hạng of viên chức', (c) => c.grades.some(({ code }) => /^M\.98\.01\.0[234]$/.test(code ?? '')), 4],
];

function years({ evaluations }: CadreRecord): readonly number[] {
  return evaluations.map(({ year }) => year);
}

test.each(CASES)('has people %s', (_name, holds, atLeast) => {
  expect(count(holds)).toBeGreaterThanOrEqual(atLeast);
});

it('has enough people of phường Nam Lam for each of its targets', () => {
  const people = roster.cadres.filter(({ unit }) => unit === 'LG-NL');
  expect(people.length).toBeGreaterThanOrEqual(30);
  const planned = (word: RegExp) =>
    people.filter((c) => c.planned.some(({ position }) => word.test(position)));
  expect(planned(/./).length).toBeGreaterThanOrEqual(20);
  expect(planned(/^Ủy viên Ban (Thường vụ|Chấp hành)/).length).toBeGreaterThanOrEqual(8);
  const classes = people.flatMap(({ trainings }) =>
    trainings.map(({ className, from }) => `${className} ${from}`),
  );
  expect(new Set(classes).size).toBeGreaterThanOrEqual(15);
  expect([...new Set(classes)].filter((name) => name.startsWith('Đi nghiên cứu thực tế'))).toHaveLength(2);
});
