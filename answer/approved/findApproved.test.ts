import { beforeAll, describe, expect, it } from 'vitest';
import type { IsoDate } from '../../domain/day.ts';
import {
  type ApprovedAnswer,
  changeAnswer,
  decideAnswer,
  listApproved,
  proposeAnswer,
} from '../../store/approved/approved.ts';
import { closeAsked, listAsked, readGiven, storeVote } from '../../store/approved/asked.ts';
import type { Database } from '../../store/database.ts';
import { saveDirective } from '../../store/directives.ts';
import { fillRecords, type TestPeople } from '../../store/records/records.testing.ts';
import { retireDirective } from '../../store/standing.ts';
import { forEachEngine } from '../../store/testing.ts';
import { sampleDirective } from '../../testing/sampleDirective.ts';
import { answerQuestion } from '../answer.ts';
import { namelessKey, noteQuestion } from './asked.ts';
import { findApproved } from './findApproved.ts';
import { sourceOf } from './sources.ts';

const TODAY = '2031-05-01';
const ASKED = 'công chức đi học thạc sĩ được hỗ trợ bao nhiêu tiền';

forEachEngine((engine) => {
  let database: Database;
  let people: TestPeople;
  let directive: number;
  let serial = 40;

  /** A decree of its own, so that what is done to it concerns no other test. */
  const decree = async (): Promise<number> => {
    serial += 1;
    const { id } = await saveDirective(
      database,
      sampleDirective(
        { number: `${serial}/2031/QĐ-UBND`, type: 'Quyết định', effective: '2031-01-01', title: null },
        [
          { heading: 'Hỗ trợ', clauses: [`Công chức học thạc sĩ được hỗ trợ ${serial} triệu đồng.`] },
          { heading: 'Thời gian', clauses: ['Thời gian học không quá 24 tháng.'] },
        ],
      ),
    );
    return id;
  };
  const propose = async (by: keyof TestPeople, from: number, change: Partial<ApprovedAnswer> = {}) =>
    proposeAnswer(database, people[by], {
      questions: [ASKED],
      words: 'Được hỗ trợ một lần, theo mức của tỉnh.',
      sources: [await sourceOf(database, { directiveId: from, path: ['Điều 1', 'khoản 1'] }, TODAY)],
      expires: '2031-12-31',
      ...change,
    });
  const approve = (id: number) =>
    decideAnswer(database, people.admin, id, 'approved', 'Trưởng phòng Tổ chức');
  const found = async (asked = ASKED, today: IsoDate = TODAY) =>
    (await findApproved(database, asked, today))?.answer.id ?? null;

  beforeAll(async () => {
    database = await engine.open();
    people = await fillRecords(database);
    directive = await decree();
  });

  describe('an approved answer', () => {
    it('is proposed by staff, approved by an admin alone, and then given to whoever asks the same', async () => {
      await expect(propose('an', directive)).rejects.toMatchObject({ code: 'bad_input' });
      const id = await propose('staffOfWard', directive);
      expect(await found()).toBeNull();
      await expect(decideAnswer(database, people.staffOfWard, id, 'approved')).rejects.toMatchObject({
        code: 'bad_input',
      });
      expect(await found()).toBeNull();
      expect(await approve(id)).toMatchObject({
        approval: { by: 'Quản trị', title: 'Trưởng phòng Tổ chức' },
      });
      expect(await found('Cho em hỏi cong chuc hoc cao hoc duoc ho tro may tien a?')).toBe(id);
      expect(await found('viên chức đi học thạc sĩ được hỗ trợ bao nhiêu tiền')).toBeNull();
      const given = await findApproved(database, ASKED, TODAY);
      expect(given?.citations).toMatchObject([
        { directiveId: directive, path: ['Điều 1', 'khoản 1'], inForce: true },
      ]);
      const changed = await changeAnswer(database, people.admin, id, { words: 'Được hỗ trợ.' });
      expect(changed).toMatchObject({ state: 'proposed', approval: null });
      expect(await found()).toBeNull();
      await approve(id);
      await decideAnswer(database, people.admin, id, 'withdrawn');
      expect(await found()).toBeNull();
    });

    it('keeps a source: neither an answer without one is stored, nor one that rests on what is not in force', async () => {
      await expect(propose('admin', directive, { sources: [] })).rejects.toMatchObject({ code: 'bad_input' });
      const { id: later } = await saveDirective(
        database,
        sampleDirective({ number: '99/2031/QĐ-UBND', type: 'Quyết định', effective: '2031-09-01' }, [
          { heading: 'Hỗ trợ', clauses: ['Được hỗ trợ.'] },
        ]),
      );
      await expect(propose('admin', later)).rejects.toMatchObject({ code: 'bad_input' });
    });

    it('is not given after its last day, for a day on which its source was not in force, nor once its source reads otherwise', async () => {
      const own = await decree();
      const id = await propose('admin', own);
      await approve(id);
      expect(await found()).toBe(id);
      expect(await found(ASKED, '2032-01-01')).toBeNull();
      expect(await found(ASKED, '2030-12-31')).toBeNull();
      await database.query("update directives set body = replace(body, 'triệu', 'nghìn') where id = $1", [
        own,
      ]);
      expect(await found()).toBeNull();
      await decideAnswer(database, people.admin, id, 'withdrawn');
    });

    it('is not given any more when its document is amended, from that day on, or taken back', async () => {
      const own = await decree();
      const id = await propose('admin', own);
      await approve(id);
      expect(await found()).toBe(id);
      await saveDirective(
        database,
        sampleDirective({ number: '70/2031/QĐ-UBND', type: 'Quyết định', effective: '2031-06-01' }, [
          {
            heading: `Sửa đổi khoản 1 Điều 1 Quyết định số ${serial}/2031/QĐ-UBND`,
            clauses: [
              `Sửa đổi khoản 1 Điều 1 Quyết định số ${serial}/2031/QĐ-UBND như sau: được hỗ trợ 99 triệu đồng.`,
            ],
          },
        ]),
      );
      expect(await found()).toBe(id);
      expect(await found(ASKED, '2031-06-02')).toBeNull();
      await database.transaction((tx) => retireDirective(tx, own, null));
      expect(await found()).toBeNull();
      expect((await listApproved(database, people.an)).map((one) => one.id)).toContain(id);
    });
  });

  describe('a question', () => {
    const question =
      'Nguyễn Văn An, sđt 0900 000 901, CCCD 012345678901, em.an@mau.vn hỏi lịch bay tàu vũ trụ';

    it('is counted without whoever asked or is named in it, however it was typed', async () => {
      const answer = await answerQuestion(database, question, TODAY);
      expect(answer.kind).toBe('not_found');
      const first = await noteQuestion(database, question, answer);
      const second = await noteQuestion(database, question.replace('lịch bay', 'LICH BAY'), answer);
      expect(second).toBe(first);
      const [asked] = await listAsked(database, people.staffOfWard, { limit: 10, order: 'most' });
      expect(asked).toMatchObject({ asked: 2, notFound: 2, bad: 0 });
      expect(asked?.key).toContain('tau vu tru');
      expect(asked?.key).not.toMatch(/nguyen van an|0900|901|012345|mau\.vn/);
      expect(await listAsked(database, people.an, { limit: 10, order: 'newest' })).toEqual([]);
      expect(await readGiven(database, people.an, first ?? 0)).toBeNull();
    });

    it('is told to staff when its answer was called bad: one vote a person, that can be taken back', async () => {
      const answer = await answerQuestion(database, ASKED, TODAY);
      const id = (await noteQuestion(database, ASKED, answer)) ?? 0;
      const bad = {
        good: false,
        reason: 'outdated',
        words: await namelessKey(database, 'Hỏi Trần Thị Bình'),
      } as const;
      const votes = async () =>
        (await listAsked(database, people.admin, { limit: 10, order: 'newest' })).filter(
          ({ bad }) => bad > 0,
        );
      expect(await storeVote(database, id, 'x', bad)).toBe(true);
      expect(await storeVote(database, id, 'x', bad)).toBe(true);
      expect(await votes()).toMatchObject([
        { bad: 1, good: 0, reasons: ['outdated'], words: ['hoi [tên người]'] },
      ]);
      const [{ id: asked } = { id: 0 }] = await votes();
      expect(await closeAsked(database, people.staffOfProvince, asked)).toBe(false);
      await storeVote(database, id, 'x', { good: true, reason: null, words: null });
      expect(await votes()).toEqual([]);
      await storeVote(database, id, 'y', bad);
      expect(await votes()).toMatchObject([{ bad: 1, good: 1 }]);
      expect(await closeAsked(database, people.admin, asked)).toBe(true);
      expect(await votes()).toEqual([]);
      expect(await storeVote(database, 999_999, 'x', bad)).toBe(false);
    });

    it('is forgotten half a year after it was asked last', async () => {
      await database.query(
        "update asked_questions set last_at = now() - interval '181 days' where key like '%tau vu tru%'",
      );
      const answer = await answerQuestion(database, 'thủ tục nuôi rồng', TODAY);
      await noteQuestion(database, 'thủ tục nuôi rồng', answer);
      const keys = await database.query<{ key: string }>('select key from asked_questions');
      expect(keys.map(({ key }) => key).filter((key) => key.includes('tau vu tru'))).toEqual([]);
      expect(keys.map(({ key }) => key)).toContain('thu tuc nuoi rong');
    });
  });
});
