import { expect, it } from 'vitest';
import { findAccount } from '../access/accounts.ts';
import { linkTo } from '../access/linking.testing.ts';
import { leaveNotice, takeNotices } from '../access/notices.ts';
import { recallTurns, rememberTurn } from '../answers/turns.ts';
import { approvedVersion } from '../approved/approved.ts';
import { corpusVersion } from '../corpusVersion.ts';
import { fillRecords } from '../records/records.testing.ts';
import { forEachEngine } from '../testing.ts';
import { readArrival } from './arrival.ts';

forEachEngine((engine) => {
  it('a message comes in with all that is known, the same as one by one', async () => {
    const database = await engine.open();
    await fillRecords(database);
    const key = { channel: 'telegram', key: '71' };
    await linkTo(database, key, { cadre: 'MAU-901' });
    await takeNotices(database, key);
    await leaveNotice(database, key, 'một lời nhắn');
    const citation = {
      directiveId: 3,
      provisionId: null,
      document: 'Nghị định 900/2031/NĐ-CP',
      path: ['Điều 5'],
    };
    for (const question of ['câu một', 'câu "hai"']) {
      await rememberTurn(
        database,
        { channel: 'telegram', chat: '71' },
        { question, citations: [citation], sender: '71' },
      );
    }
    const message = { channel: 'telegram', conversation: '71', sender: '71', isPrivate: true };
    const arrival = await readArrival(database, message);
    expect(arrival).toEqual({
      account: await findAccount(database, key),
      notices: ['một lời nhắn'],
      turns: await recallTurns(database, { channel: 'telegram', chat: '71' }),
      corpus: await corpusVersion(database),
      approved: await approvedVersion(database),
    });
    expect(arrival.account?.cadre).toBe('MAU-901');
    expect(arrival.turns.map(({ question }) => question)).toEqual(['câu "hai"', 'câu một']);
    expect((await readArrival(database, message)).notices).toEqual([]);
  });

  it('a group and a stranger are told nothing, and a notice waits for the private chat', async () => {
    const database = await engine.open();
    await fillRecords(database);
    const key = { channel: 'telegram', key: '72' };
    await leaveNotice(database, key, 'một lời nhắn');
    const message = { channel: 'telegram', conversation: '-500', sender: '72', isPrivate: false };
    expect(await readArrival(database, message)).toMatchObject({ account: null, notices: [], turns: [] });
    expect(await readArrival(database, { ...message, sender: null, isPrivate: true })).toMatchObject({
      account: null,
      notices: [],
    });
    expect(await takeNotices(database, key)).toEqual(['một lời nhắn']);
  });
});
