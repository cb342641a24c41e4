import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decision, LIMITS, parseHere, untilStage } from '../../../ingest/uploads/uploads.testing.ts';
import { startUploads, type Uploads } from '../../../ingest/uploads/uploads.ts';
import { search } from '../../../retrieve/search.ts';
import { OPERATOR } from '../../../store/access/identity.ts';
import type { Database } from '../../../store/database.ts';
import { pgliteForTests } from '../../../store/testing.ts';
import { listUploads } from '../../../store/uploads/uploads.ts';
import { createRespond } from '../../core.ts';
import { type Block, collectReply, type Message, type Reply } from '../../message.ts';
import { linkTo } from '../../uploads/desk.testing.ts';

const ADMIN = '42';
const encode = (text: string) => new TextEncoder().encode(text);

/** An invented standard that asks for so many certificates of each of its titles. */
const standard = (titles: number) =>
  encode(
    `BỘ NỘI VỤ\n\nSố: 77/2026/TT-BNV\n\nHà Nội, ngày 05 tháng 3 năm 2026\n\nTHÔNG TƯ\n\nQuy định tiêu chuẩn mẫu\n\n${Array.from(
      { length: titles },
      (_, at) =>
        `Điều ${at + 1}. Chuyên viên mẫu ${at + 1} - Mã số: 99.0${at + 1}\n1. Nhiệm vụ:\na) Làm việc được giao;\nb) Viết báo cáo.\n2. Tiêu chuẩn về trình độ đào tạo, bồi dưỡng:\na) Có bằng tốt nghiệp đại học trở lên;\nb) Có bằng tốt nghiệp trung cấp lý luận chính trị trở lên.\n`,
    ).join(
      '',
    )}Điều ${titles + 1}. Hiệu lực thi hành\nThông tư này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2026.`,
  );

const clauses = (days: number) => [
  `Thời lượng\n1. Mỗi năm, cán bộ phường học tối thiểu ${days} ngày.\n2. Lớp học tổ chức tại Trung tâm Chính trị xã Mỹ Lộc Đông, do phường Nam Lam mời giảng viên.`,
  'Hiệu lực thi hành\nQuyết định này có hiệu lực thi hành kể từ ngày 01 tháng 4 năm 2026.',
];

describe('reviewing documents in a chat', () => {
  const engine = pgliteForTests();
  const failures: unknown[] = [];
  let database: Database;
  let uploads: Uploads;

  beforeAll(async () => {
    database = await engine.open();
    await linkTo(database, Number(ADMIN), { admin: true });
    uploads = await startUploads(database, {
      limits: LIMITS,
      onError: (error) => failures.push(error),
      reading: { parse: parseHere },
    });
  });
  afterAll(async () => {
    await uploads.stop();
    expect(failures).toEqual([]);
  });

  const send = (text: string, more: Partial<Message> = {}): Promise<Reply> =>
    collectReply(
      createRespond(
        {
          database,
          search,
          uploads,
          today: () => '2026-11-22',
          now: () => new Date(),
          tell: async () => undefined,
        },
        (failure) => failures.push(failure),
      )({ channel: 'telegram', conversation: '1', sender: ADMIN, isPrivate: true, text, ...more }),
    );
  /** What pressing the choice with this label does. */
  const press = async ({ choices }: Reply, label: string): Promise<Reply> => {
    const choice = choices.find((one) => one.label.startsWith(label));
    if (choice === undefined) throw new Error(`no choice “${label}”: ${choices.map((one) => one.label)}`);
    return send(choice.send);
  };
  const drafted = async (name: string, bytes: Uint8Array): Promise<number> => {
    const origin = { chat: ADMIN, group: name, source: name, message: null, told: false };
    const reply = await send('', { file: { name, load: async () => bytes, origin } });
    expect(reply).toMatchObject({ toldElsewhere: true, blocks: [] });
    const [latest] = await listUploads(database, OPERATOR, { limit: 1 });
    const id = latest?.id ?? 0;
    const [draft] = (await untilStage(database, OPERATOR, id, ['review'])).drafts;
    return draft?.id ?? 0;
  };
  describe('proposals', () => {
    it('are shown a page at a time, decided one by one or all, and become rules when it is published', async () => {
      const id = await drafted('tieu-chuan.txt', standard(4));
      const card = await send(`/duyet ${id}`);
      expect(words(card)).toContain('Đề xuất yêu cầu, chỉ tiêu: 8 (chưa duyệt 8, đã duyệt 0).');
      expect(words(await press(card, 'Lời đã đọc'))).toContain('a) Có bằng tốt nghiệp đại học trở lên;');
      const [original] = (await press(card, 'Tệp gốc')).blocks;
      expect(original).toMatchObject({
        kind: 'file',
        name: 'tieu-chuan.txt',
        base64: Buffer.from(standard(4)).toString('base64'),
      });
      const page = await press(card, 'Đề xuất (8)');
      expect(words(page)).toContain('[5]');
      expect(words(page)).toContain('→ hiểu là: trung cấp lý luận chính trị');
      expect(words(page)).not.toContain('[6]');
      expect(words(await press(page, 'Sau'))).toContain('[8]');
      const one = await press(page, 'Duyệt 1');
      expect(words(one)).toMatch(/\[1\] .*ĐÃ DUYỆT/);
      expect(one.inPlace).toBe(true);
      const other = await send(`/dexuat ${id} không 2, 3`);
      expect(words(other)).toMatch(/\[3\] .*KHÔNG DUYỆT/);
      expect(words(await press(other, 'Duyệt cả 5 mục'))).not.toContain('chưa duyệt');
      const asked = await send(`/congbo ${id}`);
      expect(words(asked)).toContain('Đề xuất đã duyệt: 6 mục thành quy tắc');
      expect(words(await press(asked, 'Công bố ngay'))).toContain('6 đề xuất đã thành quy tắc');
      expect(words(await send(`/dexuat ${id} duyệt 2`))).toContain('đã công bố rồi');
    });
  });

  describe('a newer version', () => {
    it('is told apart, compared, published in the place of the old one, and deleted when that is said twice', async () => {
      const first = await drafted('v1.txt', decision({ number: '61/2026/QĐ-UBND', articles: clauses(5) }));
      const published = await press(await send(`/congbo ${first}`), 'Công bố ngay');
      const oldId = Number(/văn bản số (\d+)/.exec(words(published))?.[1]);
      const second = await drafted('v2.txt', decision({ number: '61/2026/QĐ-UBND', articles: clauses(7) }));
      const card = await send(`/duyet ${second}`);
      expect(words(card)).toContain('bản mới hơn?');
      expect(words(await press(card, `So với văn bản số ${oldId}`))).toMatch(/05|5 ngày.*→.*7 ngày/);
      const asked = await press(card, 'Công bố');
      expect(asked.choices.map(({ label }) => label)).toContain('Công bố như văn bản riêng');
      const done = await press(asked, `Công bố, thay văn bản số ${oldId}`);
      expect(words(done)).toContain(`Đã thay Quyết định 61/2026/QĐ-UBND (văn bản số ${oldId})`);
      const newId = Number(/Đã công bố .* \(văn bản số (\d+)\)/.exec(words(done))?.[1]);
      const managed = await send(`/tailieu ${newId}`);
      expect(words(managed)).toMatch(/Đã được thay bằng bản mới[\s\S]*Đang công bố/);
      expect(words(await press(managed, 'So với bản trước'))).toContain('khoản 1 Điều 1');
      expect(words(await send(`/sosanh ${oldId} và ${newId}`))).toContain('1 chỗ khác');
      expect(words(await send('so sánh hai bản của Quyết định 61/2026/QĐ-UBND'))).toContain('1 chỗ khác');
      expect(words(await send('so sánh 61/2026/QĐ-UBND với 699/2026/QĐ-UBND'))).toContain(
        'số 699/2026/QĐ-UBND',
      );
      expect(words(await send('văn bản nào đã công bố'))).toContain(`Văn bản số ${newId}`);
      const instead = await press(managed, 'Dùng lại bản trước');
      expect(words(instead)).toContain(`Văn bản số ${newId} đang công bố sẽ thôi`);
      expect(words(await press(instead, 'Dùng lại bản này'))).toContain(`Thay cho văn bản số ${newId}`);
      const back = await press(await send(`/tailieu ${newId}`), 'Dùng lại bản này');
      expect(words(await press(back, 'Dùng lại bản này'))).toContain(
        'Đã dùng lại Quyết định 61/2026/QĐ-UBND',
      );
      const withdrawn = await press(await send(`/go ${newId}`), 'Gỡ công bố');
      await press(await press(withdrawn, `Dùng lại bản trước (số ${oldId})`), 'Dùng lại bản này');
      expect(words(await send(`/tailieu ${oldId}`))).toMatch(/^.*\nĐang công bố\./);
      await press(await send(`/dunglai ${newId}`), 'Dùng lại bản này');
      const once = await press(await send(`/tailieu ${newId}`), 'Xóa hẳn');
      const twice = await press(once, 'Xóa');
      expect(words(twice)).toContain('chắc chắn');
      expect(words(await press(twice, 'Chắc chắn xóa'))).toContain('Đã xóa Quyết định 61/2026/QĐ-UBND');
      expect(words(await send(`/go ${newId}`))).toContain(`Không có văn bản số ${newId}`);
    });
  });

  it('an amendment leads to what it does to the words of the stored document', async () => {
    const old = await drafted('goc.txt', decision({ number: '71/2026/QĐ-UBND', articles: clauses(5) }));
    await press(await send(`/congbo ${old}`), 'Công bố ngay');
    const id = await drafted(
      'sua.txt',
      decision({
        number: '72/2026/QĐ-UBND',
        about:
          'sửa đổi, bổ sung Quyết định số 71/2026/QĐ-UBND quy định về đào tạo, bồi dưỡng cán bộ phường Nam Lam',
        articles: [
          'Sửa đổi khoản 1 Điều 1 Quyết định số 71/2026/QĐ-UBND như sau:\n“1. Mỗi năm, cán bộ phường học tối thiểu 9 ngày.”',
          'Hiệu lực thi hành\nQuyết định này có hiệu lực thi hành kể từ ngày 01 tháng 6 năm 2026.',
        ],
      }),
    );
    const card = await send(`/duyet ${id}`);
    const difference = await press(card, 'Sửa gì ở Quyết định 71/2026/QĐ-UBND');
    expect(words(difference)).toMatch(/72\/2026\/QĐ-UBND sửa .*71\/2026\/QĐ-UBND/);
    expect(words(difference)).toMatch(/khoản 1 Điều 1: .*5 ngày.*→.*9 ngày/);
    const done = await press(await press(difference, 'Về thẻ văn bản'), 'Công bố');
    expect(words(await press(done, 'Công bố ngay'))).toContain('Sửa đổi khoản 1 Điều 1 71/2026/QĐ-UBND');
  });

  describe('a correction', () => {
    it('without a number goes to the only draft that waits; with several it asks which', async () => {
      const only = await drafted('mot.txt', decision({ number: '62/2026/QĐ-UBND', articles: clauses(8) }));
      expect(words(await send('cơ quan ban hành: UBND phường Nam Lam; hiệu lực: 02/4/2026'))).toMatch(
        /Cơ quan ban hành: UBND phường Nam Lam \(đã sửa\)[\s\S]*Hiệu lực từ 02\/4\/2026 \(đã sửa\)/,
      );
      const other = await drafted('hai.txt', decision({ number: '63/2026/QĐ-UBND', articles: clauses(9) }));
      expect(words(await send('số: 64/2026/QĐ-UBND'))).toContain('Đang có 2 văn bản chờ duyệt');
      const card = words(await send(`/duyet ${other}`));
      expect(words(await send('số: 64/2026/QĐ-UBND', { repliesTo: card }))).toContain('64/2026/QĐ-UBND');
      expect(words(await send(`/sua ${only}`))).toContain(`/sua ${only} số=`);
      const asked = await press(await send(`/duyet ${only}`), 'Bỏ');
      expect(words(asked)).toContain('62/2026/QĐ-UBND');
      const both = await send(`/bo ${only} ${other}`);
      expect(words(both)).toContain('Bỏ 2 bản');
      expect(words(await press(both, 'Bỏ'))).toMatch(/62\/2026[\s\S]*64\/2026/);
      // Nothing waits: it is a question.
      expect((await send('số: 64/2026/QĐ-UBND')).outcome).not.toBe('error');
      expect(words(await send('/tailieu'))).toContain('Không có tệp nào đang đọc hay chờ duyệt');
    });
  });

  it('throws away what could not be read as well, by the name of its file', async () => {
    const id = await drafted('hong.txt', standard(3));
    await database.query("update drafts set state = 'failed', parsed = null, reason = 'hỏng' where id = $1", [
      id,
    ]);
    const [upload] = await listUploads(database, OPERATOR, { limit: 1 });
    const listed = await send('/tailieu');
    expect(words(listed)).toContain(`Tệp ${upload?.id}: hong.txt – 1 tệp bên trong không đọc được`);
    const file = await press(listed, `Tệp ${upload?.id}:`);
    expect(words(file)).toContain(`Bản ${id}: hong.txt – hỏng`);
    const asked = await press(file, 'Bỏ các phần chưa đọc được');
    expect(JSON.stringify(asked.blocks)).toContain('hong.txt');
    await press(asked, 'Bỏ');
    const [row] = await database.query<{ state: string }>('select state from drafts where id = $1', [id]);
    expect(row?.state).toBe('discarded');
  });

  it('shows, gives back and throws away a whole file of which nothing was read', async () => {
    const origin = { chat: ADMIN, group: 'x', source: 'x', message: null, told: false };
    await send('', { file: { name: 'trong.zip', load: async () => encode('PK hỏng'), origin } });
    const [upload] = await listUploads(database, OPERATOR, { limit: 1 });
    await untilStage(database, OPERATOR, upload?.id ?? 0, ['failed', 'review']);
    await database.query("update uploads set stage = 'failed', reason = 'Tệp hỏng.' where id = $1", [
      upload?.id,
    ]);
    await database.query("update drafts set state = 'failed', parsed = null where upload = $1", [upload?.id]);
    const shown = await press(await send('/tailieu'), `Tệp ${upload?.id}: phần chưa đọc được`);
    expect(words(shown)).toMatch(/trong\.zip[\s\S]*Tệp hỏng\./);
    expect((await press(shown, 'Tệp gốc')).blocks).toMatchObject([{ kind: 'file', name: 'trong.zip' }]);
    expect(words(await press(await press(shown, 'Bỏ tệp này'), 'Bỏ'))).toContain('Đã bỏ tệp “trong.zip”');
    expect(words(await send('/tailieu'))).not.toContain('trong.zip');
  });

  it('is for admins in private: a sentence of others is a question, a command is refused', async () => {
    const stranger = { sender: '7' };
    expect((await send('văn bản nào đang chờ duyệt?', stranger)).outcome).toMatch(/quoted|not_found/);
    for (const command of ['/tailieu', '/nhatky', '/congbo 1 dongy', '/xoa 1 2', '/sosanh 1 2']) {
      expect(words(await send(command, stranger))).toContain('dành cho quản trị');
      expect(words(await send(command, { isPrivate: false }))).toContain('trò chuyện riêng');
    }
    expect(words(await send('/trogiup', stranger))).not.toContain('/congbo');
    expect(words(await send('/trogiup'))).toContain('/congbo');
  });
});

/** Everything that a reply says, a line each. */
function words({ blocks }: Reply): string {
  return blocks.map(wordsOf).join('\n');
}

function wordsOf(block: Block): string {
  if (block.kind === 'text') return block.text;
  return block.kind === 'list' ? block.items.join('\n') : '';
}
