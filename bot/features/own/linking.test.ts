import { beforeEach, expect, it } from 'vitest';
import type { ChannelKey } from '../../../domain/account.ts';
import { search } from '../../../retrieve/search.ts';
import { findAccount } from '../../../store/access/accounts.ts';
import { OPERATOR } from '../../../store/access/identity.ts';
import { createLinkCode, type LinkFor } from '../../../store/access/linking.ts';
import type { Database } from '../../../store/database.ts';
import { fillRecords, type TestPeople } from '../../../store/records/records.testing.ts';
import { pgliteForTests } from '../../../store/testing.ts';
import type { Intent } from '../../intents/intent.ts';
import { collectReply, type Message, type Reply } from '../../message.ts';
import { hashLinkCode, linkCodeEnd, newLinkCode } from './linkCode.ts';
import { linking } from './linking.ts';
import { texts } from './texts.ts';

const engine = pgliteForTests();
let database: Database;
let people: TestPeople;
let told: { readonly to: ChannelKey; readonly text: string }[];

beforeEach(async () => {
  database = await engine.open();
  people = await fillRecords(database);
  told = [];
});

const send = (
  intent: Intent,
  { channel, key }: ChannelKey,
  more: Pick<Message, 'ownPhone'> = {},
): Promise<Reply> =>
  collectReply(
    linking.answer(
      intent,
      {
        channel: channel as Message['channel'],
        conversation: '1',
        sender: key,
        isPrivate: true,
        text: '',
        ...more,
      },
      {
        database,
        search,
        today: () => '2026-11-22',
        now: () => new Date(),
        commands: [],
        account: null,
        tell: async (to, text) => {
          told.push({ to, text });
        },
      },
    ),
  );

const newCode = async (whom: LinkFor = { cadre: 'MAU-901' }): Promise<string> => {
  const code = newLinkCode();
  const expires = linkCodeEnd(new Date());
  await createLinkCode(database, OPERATOR, { hash: hashLinkCode(code), for: whom, expires });
  return code;
};
const link = async (by: ChannelKey): Promise<void> => {
  const code = await newCode();
  await send({ kind: 'link', code }, by);
  expect(firstWords(await send({ kind: 'agree', code }, by))).toBe(texts.linked('Nguyễn Văn An'));
};

it('a consent that is typed instead of chosen links nothing, and is told how it is given', async () => {
  const by = { channel: 'zalo-oa', key: 'typing' };
  await send({ kind: 'link', code: await newCode() }, by);
  expect(firstWords(await send({ kind: 'agree', code: null }, by))).toBe(texts.agreeByButton);
  expect(await findAccount(database, by)).toBeNull();
});

it('linking tells the older links of every channel; only the same messenger’s is told that it was replaced', async () => {
  const [web, terminal, old, now] = [
    { channel: 'web', key: 'w' },
    { channel: 'terminal', key: 't' },
    { channel: 'telegram', key: 'old' },
    { channel: 'telegram', key: 'now' },
  ] as const;
  for (const by of [web, terminal, old]) await link(by);
  told = [];
  await link(now);
  const day = '22/11/2026';
  expect(told).toEqual([
    { to: web, text: texts.relinked(day) },
    { to: terminal, text: texts.relinked(day) },
    { to: old, text: texts.replaced(day) },
  ]);
  told = [];
  await link({ channel: 'web', key: 'later' });
  // A messenger that stays is not told that it was replaced.
  expect(told).toEqual([web, terminal, now].map((to) => ({ to, text: texts.relinked(day) })));
});

it('an account of Zalo that is replaced is told so', async () => {
  const old = { channel: 'zalo-bot', key: 'old' };
  await link(old);
  told = [];
  await link({ channel: 'zalo-bot', key: 'now' });
  expect(told).toEqual([{ to: old, text: texts.replaced('22/11/2026') }]);
});

it('consent that was never shown links nobody', async () => {
  const by = { channel: 'telegram', key: 'x' };
  const code = await newCode();
  expect(firstWords(await send({ kind: 'agree', code }, by))).toBe(texts.codeRefused(4));
  await send({ kind: 'link', code }, by);
  expect(firstWords(await send({ kind: 'agree', code }, by))).toBe(texts.linked('Nguyễn Văn An'));
});

it('a phone number shows the consent, which then links; blocked senders see none', async () => {
  const by = { channel: 'telegram', key: 'p' };
  const ownPhone = '84900000901';
  const asked = await send({ kind: 'shared_phone' }, by, { ownPhone });
  const code = asked.choices[0]?.send.replace('/dongy ', '') ?? '';
  expect(firstWords(await send({ kind: 'agree', code }, by))).toBe(texts.linked('Nguyễn Văn An'));
  const guesser = { channel: 'telegram', key: 'g' };
  for (let time = 0; time < 5; time += 1) await send({ kind: 'link', code: 'ABCD-2345' }, guesser);
  expect(firstWords(await send({ kind: 'shared_phone' }, guesser, { ownPhone }))).toBe(texts.codeBlocked);
});

function firstWords({ blocks: [block] }: Reply): string {
  return block?.kind === 'text' ? block.text : '';
}

it('tells an admin without a record what admins may do, and nothing of a record', async () => {
  const by = { channel: 'telegram', key: '77' };
  const code = await newCode({ account: people.admin.accountId });
  await send({ kind: 'link', code }, by);
  const reply = await send({ kind: 'agree', code }, by);
  expect(reply.blocks).toEqual([
    { kind: 'text', text: texts.linkedAccount('Quản trị'), tone: 'plain' },
    { kind: 'text', text: texts.adminMay, tone: 'plain' },
  ]);
  expect(reply.choices.map((choice) => choice.send)).toEqual(['/tailieu']);
});
