import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ModelAnswers } from '../../../answer/model/service.ts';
import { createLookAtPhoto } from '../../../answer/tasks/lookAtPhoto.ts';
import { taskTexts as tasks } from '../../../answer/tasks/texts.ts';
import { createTranscribe } from '../../../answer/tasks/transcribe.ts';
import { readConfig } from '../../../config.ts';
import { search } from '../../../retrieve/search.ts';
import { saveAccount } from '../../../store/access/accounts.ts';
import { OPERATOR } from '../../../store/access/identity.ts';
import { linkTo } from '../../../store/access/linking.testing.ts';
import { listModelCalls } from '../../../store/answers/ledger.ts';
import type { Database } from '../../../store/database.ts';
import { saveDirective } from '../../../store/directives.ts';
import { pgliteForTests } from '../../../store/testing.ts';
import { readSpecification } from '../../../testing/fakes/model/spec.ts';
import { leaveOut } from '../../../testing/prerequisites.ts';
import { sampleDirective } from '../../../testing/sampleDirective.ts';
import { createRespond } from '../../core.ts';
import type { Hearing } from '../../feature.ts';
import { collectReply, type Message, type Reply } from '../../message.ts';
import { replyText } from '../../reply/plainText.ts';
import { taskTexts } from './texts.ts';

const texts = taskTexts.heard;
/** What is heard is answered by quotes. */
async function* neverAnswers(): ReturnType<ModelAnswers['answer']> {
  yield* [];
  return { composed: false, why: 'silent' };
}
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
const QUESTION = 'công chức bồi dưỡng tối thiểu bao nhiêu ngày mỗi năm';

describe('a question that is no text', () => {
  const engine = pgliteForTests();
  let database: Database;
  let answer: { readonly status: number; readonly body: string } = { status: 200, body: '' };
  let request = '';
  const service = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      request = `${incoming.url}\n${Buffer.concat(chunks).toString('latin1')}`;
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
  });
  let baseUrl = '';

  beforeAll(async () => {
    database = await engine.open();
    const clauses = ['Công chức bồi dưỡng tối thiểu 05 ngày làm việc mỗi năm.'];
    await saveDirective(
      database,
      sampleDirective({ number: '915/2031/QĐ-UBND', type: 'Quyết định', effective: '2031-01-01' }, [
        { heading: 'Thời gian bồi dưỡng hằng năm', clauses },
      ]),
    );
    const admin = await saveAccount(database, OPERATOR, {
      name: 'Quản trị mẫu',
      cadre: null,
      staffOf: [],
      admin: true,
    });
    await linkTo(database, { channel: 'telegram', key: 'admin' }, { account: admin.id });
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    baseUrl = `http://127.0.0.1:${(service.address() as AddressInfo).port}/v1`;
  });
  afterAll(() => new Promise((resolve) => service.close(resolve)));
  beforeEach(() => {
    answer = { status: 200, body: JSON.stringify({ text: QUESTION }) };
  });

  /** Days of limits are those of the database. */
  const now = () => new Date();
  const hearing = (name: string | null, more: Readonly<Record<string, string>> = {}): Hearing => {
    const { model } = readConfig({
      MODEL_BASE_URL: baseUrl,
      MODEL_NAME: 'thu',
      MODEL_IS_LOCAL: 'true',
      ...(name === null ? {} : { MODEL_TRANSCRIBE_NAME: name }),
      ...more,
    });
    return {
      isLocal: model?.isLocal === true,
      transcribe: createTranscribe(database, model, now),
      look: createLookAtPhoto(database, model, now),
      readPhoto: async () => `/xoadulieu 2\n${QUESTION}`,
    };
  };

  const send = (more: Partial<Message>, heard: Hearing = hearing('nghe')): Promise<Reply> =>
    collectReply(
      createRespond(
        {
          database,
          search,
          hearing: heard,
          model: { isLocal: heard.isLocal, answer: neverAnswers },
          today: () => '2031-07-02',
          now: () => new Date('2031-07-02T08:00:00Z'),
          tell: async () => undefined,
        },
        () => undefined,
      )({ channel: 'telegram', conversation: 'an', sender: 'an', isPrivate: true, text: '', ...more }),
    );
  const file = (name: string, bytes = new Uint8Array([1, 2, 3])) => ({
    name,
    load: async () => bytes,
    origin: { chat: 'an', group: '1', source: '1', message: null, told: false },
  });

  it('is written down, shown, and asked once the person says that it is right', async () => {
    const shown = await send({ file: file('giong-noi.ogg') });
    expect(replyText(shown)).toContain(QUESTION);
    expect(shown.choices.map(({ label }) => label)).toEqual([texts.confirm, texts.correct]);
    expect(request).toMatch(/^\/v1\/audio\/transcriptions\n/);
    expect(request).toContain('nghe');
    expect(replyText(await send({ text: '/hoicaunay', sender: 'binh' }))).toBe(texts.forgotten);
    expect(replyText(await send({ text: '/hoicaunay' }))).toContain('tối thiểu 05 ngày');
    expect(replyText(await send({ text: '/sualai' }))).toContain(QUESTION);
    expect(await listModelCalls(database, OPERATOR, 1)).toMatchObject([
      { purpose: 'transcribe', outcome: 'ok', model: 'nghe' },
    ]);
  });

  it('is declined kindly where nothing can listen, or the service fails', async () => {
    expect(replyText(await send({ file: file('a.oga') }, hearing(null)))).toBe(texts.noVoice);
    answer = { status: 500, body: `{"error":{"message":"${QUESTION}"}}` };
    const failed = await send({ file: file('a.oga') });
    expect(failed.outcome).toBe('error');
    expect(replyText(failed)).not.toContain(QUESTION);
  });

  it('is read from a photo of whoever is no admin, never as a command; an admin’s photo is an upload', async () => {
    const shown = await send({ file: file('anh.jpg') });
    expect(replyText(shown)).toContain(`xoadulieu 2 ${QUESTION}`);
    expect(replyText(shown)).not.toContain('/xoadulieu');
    expect((await send({ text: '/hoicaunay' })).outcome).not.toBe('record');
    const upload = await send({ file: file('anh.jpg'), sender: 'admin', conversation: 'admin' });
    expect(upload.choices).toEqual([]);
    expect(replyText(upload)).not.toContain(QUESTION);
  });

  it('leaves the house unmasked only once the person agreed; until then photos are read here', async () => {
    const outside = hearing('nghe', { MODEL_IS_LOCAL: 'false', MODEL_VISION_NAME: 'nhin' });
    const chat = { conversation: 'xa', sender: 'xa' };
    answer = {
      status: 200,
      body: JSON.stringify({
        text: QUESTION,
        choices: [{ index: 0, message: { role: 'assistant', content: QUESTION } }],
        usage: { prompt_tokens: 900, completion_tokens: 20 },
      }),
    };
    request = '';
    const asks = await send({ ...chat, file: file('a.ogg') }, outside);
    expect(replyText(asks)).toContain(texts.askVoice);
    const read = await send({ ...chat, file: file('a.jpg', JPEG) }, outside);
    expect(replyText(read)).toContain(texts.readHere);
    expect(request).toBe('');
    expect(replyText(await send({ ...chat, text: '/mohinh' }, outside))).toContain('chưa đồng ý');
    await send({ ...chat, text: asks.choices[0]?.send ?? '' }, outside);
    const seen = await send({ ...chat, file: file('a.jpg', JPEG) }, outside);
    expect(replyText(seen)).toContain(QUESTION);
    expect(replyText(seen)).not.toContain('xoadulieu');
    expect(request).toMatch(/^\/v1\/chat\/completions\n.*"nhin".*data:image\/jpeg;base64,\/9j\/4A==/);
    expect(await listModelCalls(database, OPERATOR, 1)).toMatchObject([
      { purpose: 'photo', outcome: 'ok', model: 'nhin', tokensIn: 900, tokensOut: 20 },
    ]);
    await send({ ...chat, file: file('a.ogg') }, outside);
    expect(request).toMatch(/^\/v1\/audio/);
    answer = { status: 500, body: '{}' };
    expect(replyText(await send({ ...chat, file: file('a.jpg', JPEG) }, outside))).toContain('xoadulieu');
  });

  it.skipIf(leaveOut('openaiSpec'))('is shown to a vision model as the specification has it', async () => {
    const local = hearing(null, { MODEL_VISION_NAME: 'nhin' });
    await send({ file: file('a.jpg', JPEG), conversation: 'mau', sender: 'mau' }, local);
    const [, body = ''] = request.split('\n');
    expect(readSpecification().departures(JSON.parse(body), 'CreateChatCompletionRequest')).toEqual([]);
  });

  it('is limited a day for whoever is not linked', async () => {
    const said: string[] = [];
    for (let at = 0; at <= 20; at += 1) {
      const chat = { conversation: `la ${at}`, sender: 'nguoi la' };
      said.push(replyText(await send({ ...chat, file: file('a.ogg') })));
    }
    expect(said[19]).toContain(QUESTION);
    expect(said[20]).toBe(tasks.limitPerson);
  });

  it('is limited an hour, so that nobody keeps the machine busy', async () => {
    const many = { file: file('anh.jpg'), conversation: 'nhieu', sender: 'nhieu' };
    for (let sent = 0; sent < 15; sent += 1) await send(many);
    expect(replyText(await send(many))).toBe(texts.tooMany);
  });
});
