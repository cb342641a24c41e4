import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { ingestFile } from '../ingest/ingest.ts';
import { readSamples } from '../ingest/samples.ts';
import type { Database } from '../store/database.ts';
import { findByNumber, saveDirective } from '../store/directives.ts';
import { removeDirective } from '../store/removeDirective.ts';
import { forEachEngine } from '../store/testing.ts';
import { sampleDirective } from '../testing/sampleDirective.ts';
import { type Answer, answerQuestion } from './answer.ts';
import { findPassages } from './findPassages.ts';

const ENOUGH = 'mỗi năm cán bộ, công chức bồi dưỡng tối thiểu bao nhiêu ngày';
const ONLINE = 'phần học trực tuyến không quá bao nhiêu phần trăm tổng số tiết';
const OLD = ['05 ngày', '40%'];
const NEW = ['07 ngày', '60%'];

const told = (answer: Answer) =>
  answer.kind === 'quoted'
    ? answer.citations.map(
        ({ path, document, validity }) => `${path.slice(-2).join(' ')} ${document}: ${validity}`,
      )
    : answer.kind;
const words = (answer: Answer) => (answer.kind === 'quoted' ? (answer.citations[0]?.quote ?? '') : '');

forEachEngine((engine) => {
  describe('the samples, of which one amends another from 01/01/2027', () => {
    let database: Database;
    beforeAll(async () => {
      database = await engine.open();
      const { ingest } = readConfig({});
      for (const sample of await readSamples()) await ingestFile(database, sample, ingest);
    });
    const ask = (question: string, asOf: string) => answerQuestion(database, question, asOf);

    it.each([ENOUGH, ONLINE])(
      'answer with the old words, in force, up to the day before: %s',
      async (question) => {
        const answer = await ask(question, '2026-12-31');
        expect(OLD.some((old) => words(answer).includes(old))).toBe(true);
        expect(answer).toMatchObject({
          citations: [
            {
              document: 'Quyết định 915/2026/QĐ-UBND',
              inForce: true,
              until: '2026-12-31',
              supersededBy: { since: '2027-01-01' },
            },
          ],
        });
      },
    );

    it.each([ENOUGH, ONLINE])('answer with the new words first from that day on: %s', async (question) => {
      const answer = await ask(question, '2027-01-01');
      expect(NEW.some((now) => words(answer).includes(now))).toBe(true);
      if (answer.kind !== 'quoted') throw new Error('not quoted');
      expect(answer.citations[0]).toMatchObject({ document: 'Quyết định 958/2026/QĐ-UBND', inForce: true });
      for (const citation of answer.citations.slice(1)) expect(citation.validity).toBe('superseded');
      // What is quoted as the successor is not said again as a document that amends.
      expect(answer.amendedBy).toEqual([]);
      expect(
        answer.near.every(({ directiveId, start }) =>
          answer.citations.every((one) => one.directiveId !== directiveId || one.start !== start),
        ),
      ).toBe(true);
    });

    it('show a provision by name with the words that hold instead', async () => {
      expect(told(await ask('khoản 1 điều 12 quyết định 915/2026', '2026-12-31'))).toEqual([
        'Điều 12 khoản 1 Quyết định 915/2026/QĐ-UBND: in_force',
      ]);
      expect(told(await ask('khoản 1 điều 12 quyết định 915/2026', '2027-01-01'))).toEqual([
        'Điều 1 khoản 2 Quyết định 958/2026/QĐ-UBND: in_force',
        'Điều 12 khoản 1 Quyết định 915/2026/QĐ-UBND: superseded',
      ]);
    });

    it('show a repealed provision with the clause that repeals it, by that clause’s own day', async () => {
      expect(told(await ask('khoản 4 điều 20 quyết định 915/2026', '2026-11-30'))).toEqual([
        'Điều 20 khoản 4 Quyết định 915/2026/QĐ-UBND: in_force',
      ]);
      expect(told(await ask('khoản 4 điều 20 quyết định 915/2026', '2026-12-01'))).toEqual([
        'Điều 20 khoản 4 Quyết định 915/2026/QĐ-UBND: superseded',
        'Điều 1 khoản 4 Quyết định 958/2026/QĐ-UBND: in_force',
      ]);
    });

    it('show an article of which a khoản was replaced with the new khoản behind it', async () => {
      expect(told(await ask('điều 12 quyết định 915/2026', '2027-01-01'))).toEqual([
        'Mục 2 Điều 12 Quyết định 915/2026/QĐ-UBND: in_force',
        'Điều 1 khoản 2 Quyết định 958/2026/QĐ-UBND: in_force',
      ]);
    });

    it('tell of a document what amends it', async () => {
      expect(await ask('quyết định 915/2026', '2027-01-01')).toMatchObject({
        kind: 'document',
        citation: {
          validity: 'in_force',
          changes: expect.arrayContaining([expect.objectContaining({ scope: 'whole', kind: 'amends' })]),
        },
      });
    });

    it('mark ranked passages too', async () => {
      const { passages: found } = await findPassages(database, ENOUGH, { limit: 5, asOf: '2027-01-01' });
      const old = found.find(
        ({ citation: { path } }) => path.at(-2) === 'Điều 12' && path.at(-1) === 'khoản 1',
      );
      expect(old?.citation.validity ?? 'superseded').toBe('superseded');
      expect(found.some(({ citation }) => citation.document === 'Quyết định 958/2026/QĐ-UBND')).toBe(true);
    });
  });

  describe('a document that is replaced whole', () => {
    const old = sampleDirective(
      {
        number: '70/2026/QĐ-MAU',
        type: 'Quyết định',
        title: 'Quy định về thư viện',
        issued: '2026-01-05',
        effective: '2026-02-01',
      },
      [
        {
          heading: 'Giờ mở cửa thư viện',
          clauses: ['Thư viện mở cửa từ 08 giờ đến 17 giờ mỗi ngày làm việc.'],
        },
        { heading: 'Thẻ bạn đọc', clauses: ['Thẻ bạn đọc có giá trị 03 năm kể từ ngày cấp.'] },
      ],
    );
    const successor = sampleDirective(
      {
        number: '80/2027/QĐ-MAU',
        type: 'Quyết định',
        title: 'Quy định mới về thư viện',
        issued: '2027-01-05',
        effective: '2027-02-01',
      },
      [
        {
          heading: 'Thời gian phục vụ',
          clauses: ['Thư viện mở cửa từ 07 giờ đến 21 giờ mỗi ngày làm việc.'],
        },
        { heading: 'Hiệu lực', clauses: ['Quyết định này thay thế Quyết định số 70/2026/QĐ-MAU.'] },
      ],
    );
    const question = 'giờ mở cửa thư viện từ mấy giờ';

    it('gives way to what its successor says to the question', async () => {
      const database = await engine.open();
      await saveDirective(database, successor);
      await saveDirective(database, old);
      const before = await answerQuestion(database, question, '2027-01-31');
      expect(words(before)).toContain('17 giờ');
      const answer = await answerQuestion(database, question, '2027-02-01');
      expect(words(answer)).toContain('21 giờ');
    });

    it('is shown as superseded where the successor says nothing of it, with the clause', async () => {
      const database = await engine.open();
      await saveDirective(database, old);
      await saveDirective(database, successor);
      const answer = await answerQuestion(
        database,
        'thẻ bạn đọc có giá trị mấy năm kể từ ngày cấp',
        '2027-02-01',
      );
      expect(told(answer)).toEqual([
        'Điều 2 khoản 1 Quyết định 70/2026/QĐ-MAU: superseded',
        'Điều 2 khoản 1 Quyết định 80/2027/QĐ-MAU: in_force',
      ]);
    });

    it('holds again when its successor is removed', async () => {
      const database = await engine.open();
      await saveDirective(database, old);
      await saveDirective(database, successor);
      const [stored] = await findByNumber(database, '80/2027/QĐ-MAU');
      await removeDirective(database, stored?.id ?? 0);
      expect(told(await answerQuestion(database, question, '2027-02-01'))).toEqual([
        'Điều 1 khoản 1 Quyết định 70/2026/QĐ-MAU: in_force',
      ]);
    });
  });
});
