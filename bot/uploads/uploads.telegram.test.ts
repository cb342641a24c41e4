import { setTimeout as delay } from 'node:timers/promises';
import JSZip from 'jszip';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KnownError } from '../../errors.ts';
import { unpack } from '../../ingest/uploads/unpack.ts';
import { decision, parseHere } from '../../ingest/uploads/uploads.testing.ts';
import { saveAccount } from '../../store/access/accounts.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import type { Database } from '../../store/database.ts';
import { pgliteForTests } from '../../store/testing.ts';
import { listUploads } from '../../store/uploads/uploads.ts';
import type { FakeMessage } from '../../testing/fakes/telegram/fakeMessage.ts';
import type { Person } from '../../testing/fakes/telegram/fakeWorld.ts';
import { DOWNLOAD, type FakeTelegram, startFakeTelegram } from '../../testing/fakes/telegram/server.ts';
import { readTelegramSpec } from '../../testing/fakes/telegram/spec.ts';
import { leaveOut } from '../../testing/prerequisites.ts';
import { type Desk, linkTo, startDesk } from './desk.testing.ts';
import { originOf } from './origin.ts';

const articles = (days: number) => [
  `Thời lượng\n1. Mỗi năm, cán bộ phường học tối thiểu ${days} ngày tại Trung tâm Chính trị xã Mỹ Lộc Đông.`,
  'Hiệu lực thi hành\nQuyết định này có hiệu lực thi hành kể từ ngày 01 tháng 4 năm 2026.',
];
const file = (name: string, number: string, days: number, asPhoto = false) => ({
  name,
  bytes: decision({ number: `${number}/2026/QĐ-UBND`, articles: articles(days) }),
  asPhoto,
});

/** How many pictures there are in a file; `null` for one that is none. */
const pictures = (bytes: Uint8Array): Promise<number | null> =>
  sharp(bytes)
    .metadata()
    .then(({ pages = 1 }) => pages)
    .catch(() => null);

describe.skipIf(leaveOut('telegramSpec'))('uploading and reviewing on Telegram', () => {
  const engine = pgliteForTests();
  let database: Database;
  let fake: FakeTelegram;
  let desk: Desk;
  let admin: Person;

  /** Files called so are not read before this. */
  const gate = Promise.withResolvers<void>();

  beforeAll(async () => {
    database = await engine.open();
    fake = await startFakeTelegram(readTelegramSpec());
    admin = fake.person('Quản trị');
    await linkTo(database, admin.user.id, { admin: true });
    desk = await startDesk(database, fake, {
      parse: async (bytes, fileName, limits) => {
        if (fileName.startsWith('cham')) await gate.promise;
        if (fileName.startsWith('hong'))
          throw new KnownError('file_unreadable', `Tệp “${fileName}” bị hỏng.`);
        const pages = await pictures(bytes);
        if (pages === null) return parseHere(bytes, fileName, limits);
        const read = await parseHere(file('', `86${pages}`, pages).bytes, fileName, limits);
        return { ...read, format: 'image' };
      },
      // A child process for what needs one only.
      unpack: async (sent, limits) => (sent.fileName.endsWith('.zip') ? unpack(sent, limits) : [sent]),
    });
  });
  afterAll(async () => {
    await desk.stop();
    await fake.close();
    expect(fake.problems).toEqual([]);
    expect(desk.faults).toEqual([]);
  });

  const said = (person = admin) => fake.saidTo(person.chat.id);
  /** Waits for a message with these words, the latest of them. */
  const message = async (words: string, person = admin): Promise<FakeMessage> => {
    const find = () => said(person).findLast(({ text }) => text.includes(words));
    await fake.until(`“${words}”`, () => find() !== undefined);
    const found = find();
    if (found === undefined) throw new Error(`nobody said “${words}”`);
    return found;
  };
  /** Presses a button of the latest message with these words, and waits for what it says then. */
  const press = async (words: string, label: string, then: string): Promise<FakeMessage> => {
    const pressed = await message(words);
    const button = pressed.buttons.find(({ text }) => text.startsWith(label));
    if (button === undefined) throw new Error(`no button “${label}” under: ${pressed.text}`);
    admin.presses(pressed, button.data);
    return message(then);
  };
  const draftOf = ({ text }: FakeMessage) => Number(/Bản (\d+)/.exec(text)?.[1]);
  const ask = async (words: string): Promise<string> => {
    const before = said().length;
    admin.says(words);
    await fake.until(`an answer to “${words}”`, () => said().length > before);
    return said()
      .slice(before)
      .map(({ text }) => text)
      .join('\n');
  };

  it('a file is stored, told of in one message that is changed, corrected, published, answered from, and taken back', async () => {
    const before = said().length;
    admin.sendsFiles([file('mot.docx', '801', 31)]);
    const card = await message('Quyết định 801/2026/QĐ-UBND');
    // One message from the first word to the card.
    expect(said()).toHaveLength(before + 1);
    expect(card.text).toContain('Hiệu lực từ 01/4/2026');
    expect(card.text).toContain('2 Điều');
    const edits = fake.calls.filter(({ method }) => method === 'editMessageText');
    expect(edits.every(({ parameters }) => parameters.message_id === card.message_id)).toBe(true);
    const id = draftOf(card);
    expect(await ask('cán bộ phường học tối thiểu bao nhiêu ngày mỗi năm')).not.toContain('31 ngày');

    admin.says('số: 802/2026/QĐ-UBND\nngười ký: -', { replyTo: card });
    const corrected = await message('Quyết định 802/2026/QĐ-UBND');
    expect(corrected.text).toContain('Số: 802/2026/QĐ-UBND (đã sửa)');
    expect(await ask(`/sua ${id} ngày ban hành=31/02/2026`)).toContain('phải có thật');

    await press('Bản', 'Công bố', 'Công bố Quyết định 802/2026/QĐ-UBND?');
    const done = await press('Công bố Quyết định 802', 'Công bố ngay', 'Đã công bố');
    // In the message whose buttons were pressed.
    expect(done.message_id).toBe(corrected.message_id);
    expect(await ask('cán bộ phường học tối thiểu bao nhiêu ngày mỗi năm')).toContain('31 ngày');

    await press('Đã công bố', 'Gỡ công bố', 'Gỡ công bố Quyết định 802');
    await press('Gỡ công bố Quyết định 802', 'Gỡ công bố', 'Đã gỡ công bố');
    expect(await ask('cán bộ phường học tối thiểu bao nhiêu ngày mỗi năm')).not.toContain('31 ngày');
    expect(await ask('/nhatky')).toMatch(
      /gỡ công bố: Quyết định 802[\s\S]*sửa thông tin: .* \(số, người ký\)/,
    );
    expect(await ask(`/bo ${id}`)).toContain('Bỏ bản chờ duyệt');
    expect(await ask(`/bo ${id} đồng ý`)).toContain('Đã bỏ');
  });

  it('an album of three with one broken file is one message, with a choice for each that can be reviewed', async () => {
    const before = said().length;
    admin.sendsFiles([file('a.txt', '811', 1), file('hong.txt', '812', 2), file('c.txt', '813', 3)]);
    const overview = await message('2 văn bản chờ duyệt, 1 không đọc được');
    expect(said()).toHaveLength(before + 1);
    expect(overview.text).toContain('• Tệp “hong.txt” bị hỏng.');
    expect(overview.buttons).toHaveLength(2);
    const card = await press('2 văn bản chờ duyệt', 'Duyệt bản', 'Tệp: a.txt');
    expect(card.message_id).not.toBe(overview.message_id);
    expect(card.text).toContain('811/2026/QĐ-UBND');
    expect(await ask('văn bản nào đang chờ duyệt?')).toMatch(/811\/2026[\s\S]*hong\.txt/);
  });

  it('the documents of an archive, and a photo, are drafts of their own', async () => {
    const zip = new JSZip();
    for (const number of ['821', '822']) zip.file(`${number}.txt`, file('', number, 4).bytes);
    admin.sendsFiles([{ name: 'ho-so.zip', bytes: await zip.generateAsync({ type: 'uint8array' }) }]);
    const overview = await message('Đọc xong tệp: 2 văn bản chờ duyệt');
    expect(overview.buttons.map(({ text }) => text)).toEqual([
      expect.stringContaining('821/2026'),
      expect.stringContaining('822/2026'),
    ]);
    const [photo] = admin.sendsFiles([file('', '823', 5, true)]);
    const card = await message('Quyết định 823/2026');
    expect(card.text).toContain(`Tệp: anh-${photo}.jpg`);
    expect(card.text).toContain('gửi lại ảnh dạng tệp');
  });

  it('an album of photos can be joined into the one document whose pages they are', async () => {
    const page = async (grey: number) => ({
      name: '',
      bytes: await sharp({
        create: { width: 300, height: 400, channels: 3, background: { r: grey, g: grey, b: grey } },
      })
        .jpeg()
        .toBuffer(),
      asPhoto: true,
    });
    admin.sendsFiles([await page(200), await page(100), await page(50)]);
    await message('Đọc xong 3 tệp: 3 văn bản chờ duyệt');
    await press('Đọc xong 3 tệp', 'Gộp 3 ảnh', 'Đã gộp 3 ảnh thành một văn bản');
    const card = await message('863/2026/QĐ-UBND');
    expect(card.text).toMatch(/Tệp: anh-gop-\d+-\d+\.tiff/);
    expect(await ask(`/bo ${draftOf(card) - 1}`)).toContain('đã bỏ rồi');
    expect(await ask(`/gop ${draftOf(card)} 2`)).toContain('không gộp');
  });

  it('what stands in an album already or is published is not stored again', async () => {
    const { length } = await listUploads(database, OPERATOR, { limit: 500 });
    admin.sendsFiles([file('lai.txt', '813', 3)]);
    await message('Tệp “c.txt” đã có và đang chờ duyệt');
    expect(await listUploads(database, OPERATOR, { limit: 500 })).toHaveLength(length);
  });

  it('files of anybody but an admin are not fetched, and get one kind answer', async () => {
    const { length } = await listUploads(database, OPERATOR, { limit: 500 });
    const fetched = fake.downloads.length;
    const [stranger, cadre] = [fake.person('Người lạ'), fake.person('Cán bộ')];
    await linkTo(database, cadre.user.id, { admin: false });
    stranger.sendsFiles([file('a.txt', '831', 1), file('b.txt', '832', 1), file('c.txt', '833', 1)]);
    cadre.sendsFiles([file('d.txt', '834', 1, true)]);
    cadre.says('/duyet 1');
    await message('Việc này dành cho quản trị', cadre);
    stranger.says('/vanban');
    await fake.until('the answers', () => said(stranger).length === 2 && said(cadre).length === 2);
    for (const person of [stranger, cadre]) {
      expect(said(person)[0]?.text).toContain('chỉ quản trị gửi được');
    }
    const group = fake.group('Cơ quan');
    admin.sendsFiles([file('e.txt', '835', 1)], { in: group });
    admin.says('/duyet 1@dat_chuan_bot', { in: group });
    expect(fake.downloads).toHaveLength(fetched);
    expect(await listUploads(database, OPERATOR, { limit: 500 })).toHaveLength(length);
  });

  it('who is an admin no more sees nothing of what they sent, and who blocked the bot is left alone', async () => {
    const [former, blocked] = [fake.person('Cựu quản trị'), fake.person('Người chặn')];
    const account = await linkTo(database, former.user.id, { admin: true });
    await linkTo(database, blocked.user.id, { admin: true });
    former.sendsFiles([file('cham-1.txt', '871', 1)]);
    await message('đang đọc', former);
    await saveAccount(database, OPERATOR, { ...account, admin: false });
    blocked.sendsFiles([file('cham-2.txt', '872', 1)]);
    await message('đã nhận và lưu tệp', blocked);
    blocked.blocks();
    gate.resolve();
    const told = await message('không còn quyền quản trị', former);
    expect(said(former)).toEqual([told]);
    const isTold = async () =>
      (await listUploads(database, OPERATOR, { limit: 2 })).every(
        (upload) => originOf(upload)?.told === true,
      );
    while (!(await isTold())) await delay(50);
    expect(said(blocked)).toHaveLength(1);
  });

  it('a file that Telegram does not give out, or not now, is refused with what to do', async () => {
    admin.sendsFiles([{ ...file('lon.pdf', '841', 1), size: 21 * 1024 * 1024 }]);
    expect((await message('lớn hơn 20 MB')).text).toContain('trang web');
    fake.inject({ method: DOWNLOAD, kind: 'status', code: 502, description: '', times: 3 });
    admin.sendsFiles([file('rot.txt', '842', 1)]);
    await message('chưa tải được tệp “rot.txt”');
    fake.inject({ method: DOWNLOAD, kind: 'reset', accepted: false, times: 2 });
    admin.sendsFiles([file('lai.txt', '843', 1)]);
    await message('Quyết định 843/2026');
    expect(JSON.stringify(desk.faults)).not.toContain('fake_token');
    expect(desk.faults.splice(0)).toHaveLength(1);
  });
});
