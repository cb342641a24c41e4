import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decision, LIMITS, parseHere } from '../../ingest/uploads/uploads.testing.ts';
import { startUploads } from '../../ingest/uploads/uploads.ts';
import { search } from '../../retrieve/search.ts';
import type { Database } from '../../store/database.ts';
import { pgliteForTests } from '../../store/testing.ts';
import { type FakeZaloOa, startFakeZaloOa } from '../../testing/fakes/zalo-oa/server.ts';
import { startWebServer } from '../channels/web/server.ts';
import { OA_WEBHOOK, ZALO_OA_PATH } from '../channels/zalo-oa/routes.ts';
import { createZaloOa } from '../channels/zalo-oa/zaloOa.ts';
import { createRespond } from '../core.ts';
import { quickPace } from '../delivery/delivery.testing.ts';
import { type Delivery, startDelivery } from '../delivery/delivery.ts';
import { followUploads } from './boards.ts';
import { linkTo } from './desk.testing.ts';
import { endsByOutbox } from './endsByOutbox.ts';

describe('uploading and reviewing on the Zalo OA', () => {
  const engine = pgliteForTests();
  const faults: unknown[] = [];
  const ends: (() => Promise<unknown>)[] = [];
  let database: Database;
  let fake: FakeZaloOa;

  beforeAll(async () => {
    database = await engine.open();
    fake = await startFakeZaloOa();
    const onError = (error: unknown) => faults.push(error);
    const note = (fields: object, message: string) => faults.push({ ...fields, message });
    const log = { info: () => {}, warn: note, error: note };
    const uploads = await startUploads(database, { limits: LIMITS, onError, reading: { parse: parseHere } });
    const services = { database, search, uploads, today: () => '2026-11-22', now: () => new Date() };
    const oa = createZaloOa({
      app: { id: fake.appId, secret: fake.appSecret },
      webhookSecret: fake.oaSecret,
      refreshToken: fake.refreshToken,
      apiRoot: fake.apiRoot,
      oauthRoot: fake.apiRoot,
      noticeTemplate: null,
      billable: true,
      trustSharedPhone: false,
      database,
      accept: (channel, updates) => delivery.accept(channel, updates),
      respond: createRespond({ ...services, tell: async () => undefined }, onError),
      share: async () => null,
      mostFileBytes: LIMITS.fileBytes,
      log,
      tell: () => undefined,
    });
    const delivery: Delivery = await startDelivery({
      database,
      messengers: [oa.messenger],
      log,
      pace: { ...quickPace, graceMs: 500 },
    });
    const app = new Hono().route(ZALO_OA_PATH, oa.routes);
    const server = await startWebServer({ app, host: '127.0.0.1', port: 0 });
    await oa.start();
    fake.connectWebhook(`${server.url.replace(/\/+$/, '')}${ZALO_OA_PATH}${OA_WEBHOOK}`);
    const boards = await followUploads({
      database,
      uploads,
      channel: 'zalo-oa',
      show: endsByOutbox(delivery, 'zalo-oa', oa.messagesOf),
      onlyEnds: true,
      onError,
      everyMs: 50,
      lookEveryMs: 200,
    });
    ends.push(
      () => boards.stop(),
      () => oa.stop(),
      () => delivery.stop(),
      () => uploads.stop(),
      () => server.close(),
      () => fake.close(),
    );
  });

  afterAll(async () => {
    for (const end of ends) await end();
    expect(fake.problems).toEqual([]);
    expect(faults).toEqual([]);
  });

  const articles = [
    'Thời lượng\n1. Mỗi năm, cán bộ phường học tối thiểu 31 ngày tại Trung tâm Chính trị xã Mỹ Lộc Đông.',
    'Hiệu lực thi hành\nQuyết định này có hiệu lực thi hành kể từ ngày 01 tháng 4 năm 2026.',
  ];

  it('an admin’s file is received, its card comes when it is read, and a button publishes it', async () => {
    const admin = fake.person('Quản trị');
    await linkTo(database, admin.id, { admin: true, channel: 'zalo-oa' });
    const until = (words: string) =>
      fake
        .until(`“${words}”`, () => fake.wordsTo(admin.id).includes(words))
        .catch((error: unknown) => {
          throw new Error(`${String(error)}; said: ${fake.wordsTo(admin.id)}`);
        });
    const press = (start: string) => {
      const titles = fake
        .saidTo(admin.id)
        .flatMap((said) => (said.kind === 'text' ? said.buttons.map(({ title }) => title) : []));
      const title = titles.findLast((one) => one.startsWith(start));
      if (title === undefined) throw new Error(`no button “${start}” among: ${titles.join(' | ')}`);
      admin.presses(title);
    };
    admin.sendsFile('mot.docx', decision({ number: '801/2026/QĐ-UBND', articles }));
    await until('Tôi đã nhận tệp mot.docx');
    await until('Quyết định 801/2026/QĐ-UBND');
    expect(fake.saidTo(admin.id)).toHaveLength(2);
    press('Công bố');
    await until('Công bố Quyết định 801/2026/QĐ-UBND?');
    press('Công bố ngay');
    await until('Đã công bố');
    admin.says('cán bộ phường học tối thiểu bao nhiêu ngày mỗi năm');
    await until('31 ngày');
  });

  it('nobody else’s file is fetched', async () => {
    const other = fake.person('Người khác');
    other.sendsFile('hai.docx', decision({ number: '802/2026/QĐ-UBND', articles }));
    await fake.until('a refusal', () => fake.wordsTo(other.id).includes('chỉ quản trị gửi được'));
    expect(fake.calls.some(({ method }) => method === 'uploadFile')).toBe(false);
  });
});
