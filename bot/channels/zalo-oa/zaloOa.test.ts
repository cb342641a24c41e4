import { describe, expect, it } from 'vitest';
import { pgliteForTests } from '../../../store/testing.ts';
import {
  fileBlock,
  pictureBlock,
  quotedReply,
  recordReply,
  sampleReply,
  textBlock,
} from '../fixtures.testing.ts';
import { oneDatabase, useTestZaloOa } from './testZaloOa.testing.ts';
import { texts } from './texts.ts';

describe('the Zalo OA', () => {
  const oa = useTestZaloOa(oneDatabase(pgliteForTests()));

  it('answers with the quote and its source, and takes a pressed button and a number for a choice', async () => {
    oa.reply = async ({ text }) =>
      text.startsWith('/xem') ? quotedReply([textBlock(`mở ${text}`)]) : sampleReply;
    await oa.start();
    const an = oa.fake.person('An');
    an.says('điều kiện đi học');
    await oa.untilSaid(an.id, 'Nguồn:');
    expect(oa.asked).toEqual([
      {
        channel: 'zalo-oa',
        conversation: an.id,
        sender: an.id,
        isPrivate: true,
        text: 'điều kiện đi học',
      },
    ]);
    const [answer] = oa.fake.saidTo(an.id);
    expect(answer?.text).toContain(
      '[1] khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP (hiệu lực từ 01/7/2031)\n“Người được cử đi',
    );
    expect(answer).toMatchObject({
      buttons: [
        { title: 'khoản 3 Điều 18 Nghị định 900/2031/NĐ-CP', payload: '/xem 3.19' },
        { title: 'Điều 19 Nghị định 900/2031/NĐ-CP', payload: '/xem 3.20' },
      ],
    });
    an.presses('Điều 19 Nghị định 900/2031/NĐ-CP');
    await oa.untilSaid(an.id, 'mở /xem 3.20');
    an.says('số 1');
    await oa.untilSaid(an.id, 'mở /xem 3.19');
    an.says('7');
    await oa.untilSaid(an.id, texts.noSuchChoice(2));
  });

  it('numbers more than five choices, and says in words what buttons show where Zalo takes none', async () => {
    const choices = Array.from({ length: 7 }, (_, at) => ({
      label: `Mục ${at + 1}`,
      send: `/xem ${at + 1}`,
    }));
    oa.reply = async ({ text }) =>
      quotedReply([textBlock(`về “${text}”`)], text === 'bảy' ? choices : choices.slice(0, 2));
    await oa.start();
    const an = oa.fake.person('An');
    an.says('bảy');
    await oa.untilSaid(an.id, '7. Mục 7');
    expect(oa.fake.saidTo(an.id)[0]).toMatchObject({ buttons: [] });
    an.says('6');
    await oa.untilSaid(an.id, 'về “/xem 6”');

    oa.fake.inject({ method: 'message', times: 1, kind: 'refused', code: -233 });
    an.says('hai');
    await oa.untilSaid(an.id, '2. Mục 2\nTrả lời 1 hoặc 2');
    await oa.settled();
    expect(oa.outcomes.slice(-2)).toEqual(['refused', 'sent']);
    an.says('2');
    await oa.untilSaid(an.id, 'về “/xem 2”');
  });

  it('welcomes who follows, is silent to who leaves, and tells them nothing of its own accord any more', async () => {
    const { channel } = await oa.start();
    const an = oa.fake.person('An');
    an.follows();
    await oa.untilSaid(an.id, 'về “/start”');
    expect(await oa.notify(channel, an.id, 'Lịch học đã đổi.')).toBe(true);
    expect(oa.fake.wordsTo(an.id)).toContain('Lịch học đã đổi.');
    an.unfollows();
    await oa.fake.until('the last event', () => oa.fake.deliveries.length === 2);
    await oa.settled();
    expect(await oa.notify(channel, an.id, 'Lịch học lại đổi.')).toBe(false);
    an.follows();
    await oa.fake.until('the welcome', () => oa.fake.saidTo(an.id).length === 3);
    await oa.settled();
    expect(await oa.notify(channel, an.id, 'Lịch học lại đổi.')).toBe(true);
  });

  it('thanks for what it cannot read, and acknowledges what nobody asked', async () => {
    await oa.start();
    const an = oa.fake.person('An');
    for (const kind of ['sticker', 'gif', 'audio', 'video', 'location', 'business_card', 'link'])
      an.sends(kind);
    for (const event of ['user_seen_message', 'user_received_message', 'oa_send_text', 'mua_hang_moi'])
      an.happens(event);
    an.says('xin chào');
    await oa.untilSaid(an.id, 'về “xin chào”');
    expect(oa.fake.saidTo(an.id).filter(({ text }) => text === texts.notText)).toHaveLength(7);
    expect(oa.asked).toHaveLength(1);
    expect(oa.fake.deliveries.every(({ status }) => status === 200)).toBe(true);
  });

  it('keeps all digits of ids, also where Zalo writes them as numbers', async () => {
    await oa.start();
    oa.fake.unquote(true);
    const [an, binh] = [oa.fake.person('An'), oa.fake.person('Bình')];
    an.says('của An');
    binh.says('của Bình');
    await oa.untilSaid(an.id, 'về “của An”');
    await oa.untilSaid(binh.id, 'về “của Bình”');
    // As numbers they are one and the same.
    expect(Number(an.id)).toBe(Number(binh.id));
    expect(oa.asked.map(({ sender }) => sender)).toEqual([an.id, binh.id]);
  });

  it('takes the number of Zalo’s form for the sender’s own only where it is told to', async () => {
    const { channel } = await oa.start();
    const an = oa.fake.person('An');
    an.sharesInfo('84912345678');
    await oa.untilSaid(an.id, texts.phoneNotOwn);
    expect(oa.asked).toEqual([]);
    await channel.stop();

    await oa.start({ trustSharedPhone: true, refreshToken: oa.fake.tokens.grant() });
    an.sharesInfo('0912 345 678');
    await oa.untilSaid(an.id, 'về “/chiasesodienthoai”');
    expect(oa.asked[0]).toMatchObject({ ownPhone: '84912345678', isPrivate: true });
    an.sharesInfo('không có');
    await oa.fake.until('the refusal', () => oa.fake.saidTo(an.id).length === 3);
    expect(oa.asked).toHaveLength(1);
  });

  it('sends pictures and PDF and Word files as such, others by link, and a record by none', async () => {
    const pdf = { ...fileBlock('báo cáo.pdf'), mediaType: 'application/pdf' };
    oa.reply = async ({ text }) =>
      text === 'hồ sơ'
        ? recordReply
        : quotedReply([textBlock('trước'), pictureBlock(), pdf, fileBlock('bảng.xlsx'), textBlock('sau')]);
    await oa.start();
    const an = oa.fake.person('An');
    an.says('báo cáo');
    await oa.untilSaid(an.id, 'sau');
    const said = oa.fake.saidTo(an.id);
    expect(said.map(({ kind }) => kind)).toEqual(['text', 'image', 'file', 'text']);
    expect(said[1]?.text).toBe('Đạt 5 trên 8 yêu cầu.');
    expect(said[2]).toMatchObject({
      name: 'báo cáo.pdf',
      bytes: new Uint8Array(Buffer.from('{"mẫu":true}')),
    });
    expect(said[3]?.text).toContain('https://vi.du/tep/1');
    expect(oa.linked.map(({ name }) => name)).toEqual(['bảng.xlsx']);

    an.says('hồ sơ');
    await oa.untilSaid(an.id, texts.personalFile('hồ sơ của tôi.json'));
    expect(oa.linked).toHaveLength(1);
    expect(oa.fake.saidTo(an.id).filter(({ kind }) => kind === 'image')).toHaveLength(2);
  });

  it('gives a link to the whole of a long answer, and none where it is somebody’s record', async () => {
    const whole = Array.from({ length: 300 }, (_, at) => `Đoạn ${at}. ${'Lời văn bản quy định. '.repeat(4)}`);
    oa.reply = async ({ text }) => ({
      ...quotedReply([textBlock(whole.join('\n\n'))]),
      personal: text === 'hồ sơ',
    });
    await oa.start();
    const [an, binh] = [oa.fake.person('An'), oa.fake.person('Bình')];
    an.says('toàn văn');
    await oa.untilSaid(an.id, 'đọc trọn vẹn trong 24 giờ');
    expect(oa.fake.saidTo(an.id)).toHaveLength(8);
    expect(Buffer.from(oa.linked[0]?.bytes ?? []).toString()).toContain('Đoạn 299.');
    binh.says('hồ sơ');
    await oa.untilSaid(binh.id, texts.personalRest);
    expect(oa.linked).toHaveLength(1);
  });

  it('hands a voice to the core where something can listen', async () => {
    oa.reply = async ({ file }) =>
      quotedReply([textBlock(`nghe ${file?.name}: ${Buffer.from((await file?.load()) ?? []).toString()}`)]);
    await oa.start({ hears: true });
    const an = oa.fake.person('An');
    an.sendsVoice(Buffer.from('lời nói'));
    await oa.untilSaid(an.id, `nghe ${texts.voiceName}: lời nói`);
    an.sends('sticker');
    await oa.untilSaid(an.id, texts.notTextOrVoice);
  });

  it('hands a person’s files to the core, fetched only when it asks and only from Zalo', async () => {
    const fetched: string[] = [];
    oa.reply = async ({ file, text }) => {
      if (file === undefined) return quotedReply([textBlock(`về “${text}”`)]);
      const bytes = await file.load();
      fetched.push(`${file.name} ${Buffer.from(bytes).toString()}`);
      return { outcome: 'document', blocks: [], choices: [], toldElsewhere: true };
    };
    const { channel } = await oa.start();
    const an = oa.fake.person('An');
    const sent = an.sendsFile('Quyết định 12.pdf', Buffer.from('lời văn'));
    await oa.untilSaid(an.id, texts.fileTaken('Quyết định 12.pdf'));
    an.sendsImage(Buffer.from('trang 1'), Buffer.from('trang 2'));
    await oa.fake.until('three receipts', () => oa.fake.saidTo(an.id).length === 3);
    expect(fetched).toEqual(['Quyết định 12.pdf lời văn', 'anh.jpg trang 1', 'anh.jpg trang 2']);
    const { msg_id } = Object(sent.message);
    const origins = oa.asked.map(({ file }) => file?.origin);
    expect(origins[0]).toMatchObject({ chat: an.id, group: msg_id, source: msg_id, isPhoto: false });
    // Those of one message belong together.
    expect(origins[1]?.group).toBe(origins[2]?.group);
    expect(origins[1]?.source).not.toBe(origins[2]?.source);

    an.sendsFile('lớn.pdf', new Uint8Array(1024 * 1024 + 1));
    await oa.untilSaid(an.id, texts.trouble);
    const [message] = await channel.messagesOf(quotedReply([textBlock('Đọc xong.')]));
    expect(message).toMatchObject({ kind: 'text', text: 'Đọc xong.' });
  });
});
