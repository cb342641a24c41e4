import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { search } from '../retrieve/search.ts';
import type { Database } from '../store/database.ts';
import { pgliteForTests } from '../store/testing.ts';
import type { Person } from '../testing/fakes/telegram/fakeWorld.ts';
import { type FakeTelegram, startFakeTelegram } from '../testing/fakes/telegram/server.ts';
import { readTelegramSpec } from '../testing/fakes/telegram/spec.ts';
import { leaveOut } from '../testing/prerequisites.ts';
import { createTelegram, type TelegramChannel } from './channels/telegram/telegram.ts';
import { commands, commandsOfPerson, createRespond } from './core.ts';
import { type Delivery, startDelivery } from './delivery/delivery.ts';
import { createShare } from './shareable.ts';
import { loadSampleRecords } from './start/loadSampleRecords.ts';
import { loadSamplesOnce } from './start/loadSamples.ts';
import { readStartQuestions } from './start/startQuestions.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const CODE = /([A-Z2-9]{4}-[A-Z2-9]{4}) {2}(.+) – (.+)/;

/** The real channel, core and embedded database over the samples, as after the first `npm start`. */
describe.skipIf(leaveOut('telegramSpec'))('the whole product on Telegram', () => {
  const engine = pgliteForTests();
  const failures: unknown[] = [];
  const codes = new Map<string, string>();
  let database: Database;
  let fake: FakeTelegram;
  let channel: TelegramChannel;
  let delivery: Delivery;

  beforeAll(async () => {
    database = await engine.open();
    await loadSamplesOnce(database, readConfig({}).ingest, () => {});
    await loadSampleRecords(database, new Date(), (text) => {
      for (const line of text.split('\n')) {
        const [, code, name] = CODE.exec(line) ?? [];
        if (code !== undefined && name !== undefined) codes.set(name.trim(), code);
      }
    });
    fake = await startFakeTelegram(readTelegramSpec());
    channel = createTelegram({
      database,
      token: fake.token,
      apiRoot: fake.apiRoot,
      commands,
      log: silent,
      tell: () => {},
      commandsFor: (sender) => commandsOfPerson(database, { channel: 'telegram', key: sender }),
      share: createShare({
        database,
        search,
        today: () => '2026-11-22',
        startQuestions: await readStartQuestions(),
      }),
      pace: { holdSeconds: 5, firstWaitMs: 20 },
      respond: createRespond(
        {
          database,
          search,
          today: () => '2026-11-22',
          now: () => new Date(),
          tell: async (to, text) => {
            await delivery.queue('telegram', to.key, channel.messenger.say(text));
          },
        },
        (failure) => failures.push(failure),
      ),
    });
    delivery = await startDelivery({ database, messengers: [channel.messenger], log: silent });
    await channel.start(delivery);
  });
  afterAll(async () => {
    await channel.stop();
    await delivery.stop();
    await fake.close();
  });

  const linked = async (name: string, byDeepLink = false): Promise<Person> => {
    const person = fake.person(name);
    if (byDeepLink) person.starts(codes.get(name));
    else person.says(`/lienket ${codes.get(name)}`);
    await press(person, 'Tôi đồng ý');
    await fake.until('the link', () => wordsTo(person).includes('Đã liên kết'));
    return person;
  };
  /** Waits for a button and presses it. */
  const press = async (person: Person, label: string): Promise<void> => {
    const shown = () => said(person).find(({ buttons }) => buttons.flat().some(({ text }) => text === label));
    await fake.until(`the button “${label}”`, () => shown() !== undefined);
    const message = shown();
    if (message !== undefined) person.presses(message, label);
  };
  const said = ({ chat }: Person) => fake.saidTo(chat.id);
  const wordsTo = (person: Person, from = 0) =>
    said(person)
      .slice(from)
      .map(({ text }) => text)
      .join('\n');

  it('tells a linked cadre what is missing, with a picture, kept from being forwarded', async () => {
    const cadre = await linked('Trần Thị Mẫn');
    const before = said(cadre).length;
    cadre.says('toi con thieu gi');
    await fake.until('the next steps', () => wordsTo(cadre, before).includes('Việc nên làm tiếp'));
    const answer = said(cadre).slice(before);
    expect(wordsTo(cadre, before)).toContain('Cao cấp lý luận chính trị');
    expect(wordsTo(cadre, before)).toContain('khoản 3 Điều 8 Quyết định 915/2026/QĐ-UBND');
    const picture = answer.find(({ upload }) => upload !== null)?.upload;
    expect(Buffer.from(picture?.bytes.subarray(1, 4) ?? []).toString()).toBe('PNG');
    expect(answer.every(({ isProtected }) => isProtected)).toBe(true);

    const group = fake.group('Cơ quan');
    cadre.says('/thieu', { in: group });
    await fake.until('the offer', () => fake.saidTo(group.id).length > 0);
    const inGroup = fake.saidTo(group.id);
    expect(inGroup.map(({ text }) => text).join('\n')).toContain('không trả lời trong nhóm');
    expect(inGroup.some(({ upload }) => upload !== null)).toBe(false);
  });

  it('gives staff the target board and its Excel file', async () => {
    const staff = await linked('Lê Thị Hồng Gấm', true);
    staff.says('bảng chỉ tiêu');
    await press(staff, 'Tải Excel');
    await fake.until('the file', () =>
      said(staff).some(({ upload }) => upload?.name.endsWith('.xlsx') === true),
    );
    expect(wordsTo(staff)).toMatch(/\d+\/27 người/);

    const menu = ({ chat, user }: Person, language = 'vi') =>
      fake.settings.commandsSeen(chat, user.id, language).map(({ command }) => command);
    await fake.until('the menu of staff', () => menu(staff).includes('chitieu'));
    expect(menu(staff, 'en')).toContain('capma');
    expect(menu(fake.person('Người lạ'))).not.toContain('chitieu');
    staff.says('/huylienket');
    await fake.until('the menu of everybody', () => !menu(staff).includes('chitieu'));
  });

  it('offers the start questions and cited clauses inline to a stranger, and never a record', async () => {
    const stranger = fake.person('Người lạ');
    const results = async (words: string) => {
      const query = stranger.asksInline(words);
      await fake.until('the results', () => Object.isFrozen(fake.inlineQueries.get(query)));
      return fake.inlineQueries.get(query)?.results ?? [];
    };
    const starts = await results('');
    expect(starts.map(({ title }) => title)).toContain('Đi học thạc sĩ không được quá bao nhiêu tuổi?');
    expect(JSON.stringify(starts[0])).toContain('hiệu lực từ');
    const [clause] = await results('Khoản 2 Điều 24 Quyết định 915/2026/QĐ-UBND');
    expect(JSON.stringify(clause)).toContain('<blockquote>');
    expect(clause?.title).toContain('khoản 2 Điều 24 Quyết định 915/2026/QĐ-UBND');
    const name = 'Trần Thị Mẫn';
    for (const words of [`hồ sơ của ${name}`, 'tôi còn thiếu gì', '???'])
      expect(JSON.stringify(await results(words))).not.toContain(name);
  });

  it('failed nowhere and broke no rule of the Bot API', () => {
    expect(failures).toEqual([]);
    expect(fake.problems).toEqual([]);
  });
});
