import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { search } from '../retrieve/search.ts';
import { pgliteForTests } from '../store/testing.ts';
import { type FakeZaloBot, startFakeZaloBot } from '../testing/fakes/zalo-bot/server.ts';
import type { ZaloPerson } from '../testing/fakes/zalo-bot/world.ts';
import { startWebServer, type WebServer } from './channels/web/server.ts';
import { LINKS, ZALO_PATH, zaloRoutes } from './channels/zalo-bot/routes.ts';
import { createSharedFiles } from './channels/zalo-bot/sharedFiles.ts';
import { createZaloBot, type ZaloBotChannel } from './channels/zalo-bot/zaloBot.ts';
import { createRespond } from './core.ts';
import { wideLimits } from './delivery/delivery.testing.ts';
import { type Delivery, startDelivery } from './delivery/delivery.ts';
import { loadSampleRecords } from './start/loadSampleRecords.ts';
import { loadSamplesOnce } from './start/loadSamples.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const CODE = /([A-Z2-9]{4}-[A-Z2-9]{4}) {2}(.+) – (.+)/;

/** The real channel by its webhook, core and embedded database over the samples, as after the first `npm start`. */
describe('the whole product on Zalo', () => {
  const engine = pgliteForTests();
  const failures: unknown[] = [];
  const codes = new Map<string, string>();
  let fake: FakeZaloBot;
  let server: WebServer;
  let channel: ZaloBotChannel;
  let delivery: Delivery;

  beforeAll(async () => {
    const database = await engine.open();
    await loadSamplesOnce(database, readConfig({}).ingest, () => {});
    await loadSampleRecords(database, new Date(), (text) => {
      for (const line of text.split('\n')) {
        const [, code, name] = CODE.exec(line) ?? [];
        if (code !== undefined && name !== undefined) codes.set(name.trim(), code);
      }
    });
    fake = await startFakeZaloBot();
    // The address of the links is known only when the server listens.
    let inner = new Hono();
    const app = new Hono().all('*', (context) => inner.fetch(context.req.raw));
    server = await startWebServer({ app, host: 'localhost', port: 0 });
    const files = createSharedFiles(`${server.url}${ZALO_PATH}${LINKS}`, database, () => Date.now());
    channel = createZaloBot({
      database,
      limits: wideLimits,
      token: fake.token,
      apiRoot: fake.apiRoot,
      files,
      webhook: { publicUrl: server.url, secret: 'a-secret-of-the-tests' },
      log: silent,
      tell: () => {},
      pace: { firstWaitMs: 20 },
      respond: createRespond(
        { database, search, today: () => '2026-11-22', now: () => new Date(), tell: async () => {} },
        (failure) => failures.push(failure),
      ),
    });
    inner = new Hono().route(ZALO_PATH, zaloRoutes({ webhook: channel.webhook, files }));
    delivery = await startDelivery({ database, messengers: [channel.messenger], log: silent });
    await channel.start(delivery);
  });
  afterAll(async () => {
    await channel.stop();
    await delivery.stop();
    await server.close();
    await fake.close();
  });

  const wordsTo = ({ chat }: ZaloPerson) => fake.wordsTo(chat.id);
  const untilSaid = (person: ZaloPerson, words: string) =>
    fake.until(`“${words}”`, () => wordsTo(person).includes(words));
  /** Answers with the number of a choice. */
  const choose = async (person: ZaloPerson, label: string) => {
    await untilSaid(person, `. ${label}`);
    const [, number = ''] = new RegExp(`(\\d+)\\. ${label}`).exec(wordsTo(person)) ?? [];
    person.says(number);
  };
  const linked = async (name: string): Promise<ZaloPerson> => {
    const person = fake.person(name);
    person.says(`lien ket ${codes.get(name)}`);
    await choose(person, 'Tôi đồng ý');
    await untilSaid(person, 'Đã liên kết');
    return person;
  };

  it('quotes the provision that a question asks for, with its source', async () => {
    const stranger = fake.person('Người lạ');
    stranger.says('khoản 3 điều 8 quyết định 915/2026');
    await untilSaid(stranger, 'Nguồn:');
    expect(wordsTo(stranger)).toMatch(/\[1\] khoản 3 Điều 8 Quyết định 915\/2026\/QĐ-UBND.*\n“/);
  });

  it('links a cadre by a code, and tells them what is missing, with a picture; never a stranger, never a group', async () => {
    const stranger = fake.person('Người lạ');
    stranger.says('tôi còn thiếu gì');
    await untilSaid(stranger, 'chưa biết anh/chị là ai');

    const cadre = await linked('Trần Thị Mẫn');
    cadre.says('toi con thieu gi');
    await untilSaid(cadre, 'Việc nên làm tiếp');
    expect(wordsTo(cadre)).toContain('Cao cấp lý luận chính trị');
    expect(wordsTo(cadre)).toContain('khoản 3 Điều 8 Quyết định 915/2026/QĐ-UBND');
    expect(fake.saidTo(cadre.chat.id).some(({ kind }) => kind === 'photo')).toBe(true);

    const group = fake.group();
    cadre.says('@Bot Đạt Chuẩn tôi còn thiếu gì', { in: group });
    await fake.until('the offer', () => fake.saidTo(group.id).length > 0);
    expect(fake.wordsTo(group.id)).toContain('nhắn riêng cho tôi');
    expect(fake.wordsTo(group.id)).not.toContain('lý luận chính trị');
  });

  it('gives staff the Excel file of the target board by a link', async () => {
    const staff = await linked('Lê Thị Hồng Gấm');
    staff.says('bảng chỉ tiêu');
    await choose(staff, 'Tải Excel');
    await untilSaid(staff, '/zalo/tep/');
    const [link = ''] = /http:\S+/.exec(wordsTo(staff).split('.xlsx').at(-1) ?? '') ?? [];
    const file = new Uint8Array(await (await fetch(link)).arrayBuffer());
    expect(Buffer.from(file.subarray(0, 2)).toString()).toBe('PK');
  });

  it('failed nowhere and made no call that the platform would not take', () => {
    expect(failures).toEqual([]);
    expect(fake.problems).toEqual([]);
  });
});
