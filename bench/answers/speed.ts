import { fillModelChat, modelChat, wordsOf } from '../../bot/features/model/modelChat.testing.ts';
import { modelTexts } from '../../bot/features/model/texts.ts';
import { median } from '../../ingest/median.ts';
import type { Database } from '../../store/database.ts';
import * as scripts from '../../testing/fakes/model/scripts.ts';
import { startFakeModel } from '../../testing/fakes/model/server.ts';

/** How soon people read the first checked sentence, and the quoted answer where the model is gone. Milliseconds, medians. */
export type SpeedFigures = {
  readonly rounds: number;
  /** From the question to the first sentence as it stands whole in the model's own stream. */
  readonly modelsOwn: number;
  /** From the question to the first sentence that is shown. */
  readonly ours: number;
  readonly added: number;
  /** From the end of the time that a model has to the whole quoted answer. */
  readonly quotedAfterTimeout: number;
  readonly slowestQuotedAfterTimeout: number;
};

const QUESTION = 'công chức phải bồi dưỡng tối thiểu bao nhiêu ngày mỗi năm';
/** A model that thinks for a while and then writes some fifty letters a second, as a middling one does. */
const THINKS_MS = 300;
const PIECE_MS = 60;
const TIMEOUT_MS = 500;

/** The database is empty and of the newest schema. */
export async function measureSpeed(database: Database, rounds = 20): Promise<SpeedFigures> {
  await fillModelChat(database);
  const speaks = scripts.streams(scripts.good, THINKS_MS, PIECE_MS);
  const fake = await startFakeModel({ script: speaks });
  const own: number[] = [];
  const ours: number[] = [];
  const late: number[] = [];
  try {
    const send = modelChat(database, { baseUrl: fake.baseUrl, dailyQuestionsPerPerson: 0, dailyTokens: 0 });
    await send(QUESTION);
    for (let round = 0; round < rounds; round += 1) {
      fake.play(speaks);
      let at = performance.now();
      let first = 0;
      await send(QUESTION, { conversation: `nhanh ${round}` }, (part) => {
        if (first === 0 && part.kind === 'progress' && part.isDraft === true) first = performance.now() - at;
      });
      ours.push(first);
      // The same words to the same model, read by nobody but us.
      const body = fake.bodies.at(-1) ?? '';
      at = performance.now();
      own.push((await firstSentenceAt(`${fake.baseUrl}/chat/completions`, body)) - at);
    }
    for (let round = 0; round < Math.ceil(rounds / 4); round += 1) {
      // Each with a model of its own: one that is down for long is not asked at all.
      const hasty = modelChat(database, { baseUrl: fake.baseUrl, timeoutMs: TIMEOUT_MS });
      fake.play(scripts.stalls);
      const at = performance.now();
      const words = wordsOf(await hasty(QUESTION, { conversation: `cham ${round}` }));
      if (!words.includes(modelTexts.silent)) throw new Error('the quoted answer does not say what happened');
      late.push(performance.now() - at - TIMEOUT_MS);
    }
  } finally {
    await fake.close();
  }
  const rounded = (value: number) => Math.round(value);
  return {
    rounds,
    modelsOwn: rounded(median(own)),
    ours: rounded(median(ours)),
    added: rounded(median(ours.map((value, at) => value - (own[at] ?? 0)))),
    quotedAfterTimeout: rounded(median(late)),
    slowestQuotedAfterTimeout: rounded(Math.max(...late)),
  };
}

/** When the first sentence stood whole in the stream. */
async function firstSentenceAt(url: string, body: string): Promise<number> {
  const response = await fetch(url, { method: 'POST', body });
  const decoder = new TextDecoder();
  let words = '';
  let at = 0;
  for await (const chunk of response.body ?? []) {
    for (const line of decoder.decode(chunk, { stream: true }).split('\n')) {
      if (!line.startsWith('data: {')) continue;
      const delta: unknown = JSON.parse(line.slice('data: '.length)).choices?.[0]?.delta?.content;
      if (typeof delta === 'string') words += delta;
    }
    // A sentence ends with its sources.
    if (at === 0 && /"sources":\s*\[[^\]]*\]/.test(words)) at = performance.now();
  }
  if (at === 0) throw new Error('the model said no sentence');
  return at;
}
