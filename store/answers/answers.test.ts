import { expect, it } from 'vitest';
import { OPERATOR } from '../access/identity.ts';
import { linkTo } from '../access/linking.testing.ts';
import { unlink } from '../access/linking.ts';
import { nameKey } from '../records/nameKey.ts';
import { fillRecords, testRoster } from '../records/records.testing.ts';
import { forEachEngine } from '../testing.ts';
import { findKnownNames } from './knownNames.ts';
import { beginModelQuestion, listModelCalls, recordModelCall, sumModelCalls } from './ledger.ts';
import { forgetOldTurns, forgetTurns, recallTurns, rememberTurn } from './turns.ts';

const citation = { directiveId: 3, provisionId: 7, document: 'Nghị định 900/2031/NĐ-CP', path: ['Điều 5'] };
const call = {
  chat: 'c1',
  host: 'localhost:1',
  model: 'm',
  purpose: 'answer',
  outcome: 'ok',
  tokensIn: 900,
  tokensOut: 100,
  cost: 12.5,
  redactions: 2,
  durationMs: 40.4,
};

forEachEngine((engine) => {
  it('a chat keeps its last ten questions of a day, until it is forgotten', async () => {
    const database = await engine.open();
    const here = { channel: 'telegram', chat: '71' };
    const other = { channel: 'telegram', chat: '72' };
    await rememberTurn(database, other, { question: 'khác', citations: [], sender: null });
    for (let at = 1; at <= 12; at += 1) {
      await rememberTurn(database, here, { question: `câu ${at}`, citations: [citation], sender: '71' });
    }
    const turns = await recallTurns(database, here);
    expect(turns.map(({ question }) => question)).toEqual(
      Array.from({ length: 10 }, (_, at) => `câu ${12 - at}`),
    );
    expect(turns[0]?.citations).toEqual([citation]);
    await database.query("update turns set at = at - interval '25 hours' where question = 'câu 12'");
    expect(await recallTurns(database, here)).toHaveLength(9);
    await forgetOldTurns(database);
    expect(await forgetTurns(database, here)).toBe(9);
    expect(await recallTurns(database, here)).toEqual([]);
    expect(await recallTurns(database, other)).toHaveLength(1);
  });

  it('where a link ends, what that person asked is forgotten, in a group too', async () => {
    const database = await engine.open();
    await fillRecords(database);
    await linkTo(database, { channel: 'telegram', key: '71' }, { cadre: 'MAU-901' });
    for (const [chat, sender] of [
      ['71', '71'],
      ['-500', '71'],
      ['-500', '99'],
    ] as const) {
      await rememberTurn(database, { channel: 'telegram', chat }, { question: 'hỏi', citations: [], sender });
    }
    expect(await unlink(database, { channel: 'telegram', key: '71' })).toBe(true);
    expect(await recallTurns(database, { channel: 'telegram', chat: '71' })).toEqual([]);
    expect(await recallTurns(database, { channel: 'telegram', chat: '-500' })).toHaveLength(1);
  });

  it('the ledger counts questions and tokens of a day, and lists calls to admins only', async () => {
    const database = await engine.open();
    const limits = { questionsPerPerson: 2, tokens: 1500, dayBegan: new Date(Date.now() - 3_600_000) };
    const from = { person: 'p1', chat: 'c1' };
    const first = await beginModelQuestion(database, from, limits);
    expect(first.admitted).toBe(true);
    expect((await beginModelQuestion(database, from, limits)).admitted).toBe(true);
    expect(await beginModelQuestion(database, from, limits)).toEqual({ admitted: false, limit: 'person' });
    const question = first.admitted ? first.question : null;
    await recordModelCall(database, question, call);
    await recordModelCall(database, question, { ...call, outcome: '500' });
    const other = { person: 'p2', chat: 'c2' };
    expect(await beginModelQuestion(database, other, limits)).toEqual({ admitted: false, limit: 'all' });
    const unlimited = { ...limits, questionsPerPerson: 0, tokens: 0 };
    expect((await beginModelQuestion(database, from, unlimited)).admitted).toBe(true);
    const tomorrow = { ...limits, dayBegan: new Date(Date.now() + 3_600_000) };
    expect((await beginModelQuestion(database, from, tomorrow)).admitted).toBe(true);

    expect(await listModelCalls(database, OPERATOR, 1)).toEqual([
      { ...call, outcome: '500', durationMs: 40, at: expect.any(Date) },
    ]);
    expect(await sumModelCalls(database, OPERATOR)).toMatchObject([
      { calls: 2, tokensIn: 1800, tokensOut: 200, cost: 25, redactions: 4, failed: 1 },
    ]);
    const nobody = { accountId: '00000000-0000-4000-8000-00000000dead' };
    expect(await listModelCalls(database, nobody, 9)).toEqual([]);
    expect(await sumModelCalls(database, nobody)).toEqual([]);
  });

  it('tells which of given words are names or codes on record, and no other', async () => {
    const database = await engine.open();
    await fillRecords(database);
    const [one] = testRoster.cadres;
    if (one === undefined) throw new Error('the roster is empty');
    const keys = [nameKey(one.name), one.code, 'khong ai ca'];
    expect([...(await findKnownNames(database, keys))].sort()).toEqual([nameKey(one.name), one.code].sort());
    expect(await findKnownNames(database, [])).toEqual([]);
    const short = ['hoang … em', '… van em', '… em', 'hoang … van', 'hoang van'];
    expect([...(await findKnownNames(database, short))].sort()).toEqual(['hoang … em', '… van em'].sort());
  });
});
