import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelKey } from '../../../domain/account.ts';
import { search } from '../../../retrieve/search.ts';
import { findAccount } from '../../../store/access/accounts.ts';
import { agreeTo, linkTo } from '../../../store/access/linking.testing.ts';
import type { Database } from '../../../store/database.ts';
import { fillRecords, type TestPeople } from '../../../store/records/records.testing.ts';
import { pgliteForTests } from '../../../store/testing.ts';
import { createRespond } from '../../core.ts';
import { type Block, type ChannelName, collectReply, type Message, type Reply } from '../../message.ts';
import { hashLinkCode } from './linkCode.ts';
import { texts } from './linksTexts.ts';
import { texts as ownTexts } from './texts.ts';

const TELEGRAM = { channel: 'telegram', key: '100200304821' } as const;
const ZALO = { channel: 'zalo-bot', key: 'zalo-user-9f3c' } as const;
const WEB = { channel: 'web', key: 'c0ffee00c0ffee00' } as const;
const EM = { channel: 'telegram', key: '900800706543' } as const;

describe('/lienket of who is linked', () => {
  const engine = pgliteForTests();
  let database: Database;
  let people: TestPeople;
  let told: { readonly to: ChannelKey; readonly text: string }[];
  const failures: unknown[] = [];

  beforeAll(async () => {
    database = await engine.open();
    people = await fillRecords(database);
  });
  beforeEach(async () => {
    told = [];
    await database.query('delete from channel_accounts');
    for (const by of [TELEGRAM, ZALO, WEB]) await linkTo(database, by, { account: people.an.accountId });
    await linkTo(database, EM, { account: people.em.accountId });
    await database.query('truncate notices');
  });

  const send = (
    text: string,
    { channel, key }: { readonly channel: ChannelName; readonly key: string } = TELEGRAM,
    more: Partial<Message> = {},
  ): Promise<Reply> =>
    collectReply(
      createRespond(
        {
          database,
          search,
          today: () => '2026-11-22',
          now: () => new Date(),
          tell: async (to, words) => {
            told.push({ to, text: words });
          },
        },
        (failure) => failures.push(failure),
      )({ channel, conversation: key, sender: key, isPrivate: true, text, ...more }),
    );
  const press = async (reply: Reply, label: string, by?: typeof TELEGRAM | typeof EM) => {
    const choice = reply.choices.find((one) => one.label === label);
    if (choice === undefined)
      throw new Error(`no choice ${label} in ${reply.choices.map((one) => one.label)}`);
    return send(choice.send, by);
  };

  it('shows the channels of the account, masked, the one that is used marked, and nobody else’s', async () => {
    const reply = await send('/lienket');
    expect(reply).toMatchObject({ outcome: 'record', personal: true });
    const shown = words(reply);
    for (const part of ['Telegram …4821', '(đang dùng)', 'Zalo Bot …9f3c', 'Trang web …ee00'])
      expect(shown).toContain(part);
    expect(shown).not.toContain(TELEGRAM.key);
    expect(shown).not.toContain('6543');
    expect(reply.choices.map(({ label }) => label)).toEqual([
      'Gỡ Zalo Bot …9f3c',
      'Gỡ Trang web …ee00',
      texts.removeOthers,
      texts.add,
    ]);
    for (const { send: sent } of reply.choices) expect(Buffer.byteLength(sent)).toBeLessThanOrEqual(64);
    expect(words(await send('/lienket', EM))).not.toMatch(/4821|9f3c|ee00/);
  });

  it('removes one after it was asked once more, and tells whoever is there', async () => {
    const asked = await press(await send('/lienket'), 'Gỡ Zalo Bot …9f3c');
    expect(await findAccount(database, ZALO)).not.toBeNull();
    expect(words(await press(asked, texts.keep))).toBe(texts.kept);
    expect(words(await press(asked, texts.sure))).toContain('Đã gỡ: Zalo Bot …9f3c');
    expect(await findAccount(database, ZALO)).toBeNull();
    expect(await findAccount(database, WEB)).not.toBeNull();
    expect(told).toEqual([{ to: ZALO, text: texts.removedHere('22/11/2026') }]);
    expect(words(await press(asked, texts.sure))).toBe(texts.noSuch);
  });

  it('removes all other places, and never the one that is used', async () => {
    const asked = await send('gỡ tất cả nơi khác');
    expect(words(asked)).toBe(texts.askRemoveOthers(2));
    await press(asked, texts.sure);
    expect([await findAccount(database, ZALO), await findAccount(database, WEB)]).toEqual([null, null]);
    expect(await findAccount(database, TELEGRAM)).not.toBeNull();
    expect(words(await send('/lienket go khac co'))).toBe(texts.noOthers);
    expect(told.map(({ to }) => to)).toEqual([ZALO, WEB]);
  });

  it('of another person cannot be removed by its mark', async () => {
    const mark = (await send('/lienket')).choices[0]?.send ?? '';
    expect(mark).toMatch(/^\/lienket go [0-9a-f]{8}$/);
    expect(words(await send(`${mark} co`, EM))).toBe(texts.noSuch);
    expect(await findAccount(database, ZALO)).not.toBeNull();
    expect(told).toEqual([]);
  });

  it('makes a code for another channel of one’s own, which links after its consent', async () => {
    const reply = await press(await send('/lienket'), texts.add);
    expect(reply.personal).toBe(true);
    const code = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(words(reply))?.[0] ?? '';
    expect(words(reply)).toContain(texts.newCodeWarning);
    const oa = { channel: 'zalo-oa', key: 'oa-1' } as const;
    expect(await findAccount(database, oa)).toBeNull();
    expect(await agreeTo(database, oa, hashLinkCode(code))).toMatchObject({
      state: 'linked',
      name: 'Nguyễn Văn An',
    });
    expect(words(await send('/lienket'))).toContain('Zalo OA …');
  });

  it('is for the private chat alone, and for strangers only the way to link', async () => {
    for (const text of [
      '/lienket',
      '/lienket moi',
      '/lienket go khac co',
      'các kênh đã liên kết của tôi',
      '/thongbao',
      '/tatthongbao',
    ]) {
      expect(words(await send(text, TELEGRAM, { isPrivate: false })), text).toContain('nhắn riêng');
    }
    const stranger = { channel: 'zalo-bot', key: 'stranger' } as const;
    expect(words(await send('/lienket', stranger))).toBe(ownTexts.linkHow);
    for (const text of ['/lienket moi', '/lienket go khac co']) {
      expect(words(await send(text, stranger))).toBe(ownTexts.strangers);
    }
    expect(failures).toEqual([]);
  });
});

function words({ blocks }: Reply): string {
  return blocks.map(wordsOf).join('\n');
}

function wordsOf(block: Block): string {
  if (block.kind === 'text') return block.text;
  return block.kind === 'list' ? block.items.join('\n') : '';
}
