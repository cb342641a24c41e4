import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LONGEST_QUESTION } from '../../../answer/question.ts';
import { KnownError } from '../../../errors.ts';
import { brokenQuestion } from '../../../testing/web/fakeRespond.ts';
import { decree, listInventedDirectives } from '../../../testing/web/inventedDirective.ts';
import type { Message, ReplyPart, Respond } from '../../message.ts';
import { ask, conversation, useWebServers } from './testing.ts';
import { webTexts } from './texts.ts';

const serve = useWebServers();

async function partsOf(response: Response): Promise<readonly ReplyPart[]> {
  const body = await response.text();
  return body
    .split('\n\n')
    .filter((event) => event !== '')
    .map((event) => {
      expect(event).toMatch(/^data: \{.*\}$/);
      return JSON.parse(event.slice('data: '.length));
    });
}

async function errorOf(response: Response): Promise<string> {
  expect(response.headers.get('content-type')).toContain('application/json');
  return z.object({ error: z.string() }).parse(await response.json()).error;
}

/** Bytes as they are, for headers that `fetch` does not let one set. Resolves to the status. */
function rawGet(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

describe('asking by a photo or a recording', () => {
  it('hands the core the file as a question, and takes no other file', async () => {
    const seen: (string | undefined)[] = [];
    const respond: Respond = async function* ({ file, text }) {
      seen.push(
        `${file?.name} ${text}${Buffer.from((await file?.load()) ?? []).toString()} ${file?.isQuestion}`,
      );
      yield { kind: 'done', outcome: 'help', choices: [] };
    };
    const { url } = await serve({ respond, hears: true });
    const sendFile = (name: string, more: Record<string, string> = {}) =>
      fetch(`${url}/api/heard`, {
        method: 'POST',
        body: 'lời nói',
        headers: {
          'content-type': 'application/octet-stream',
          'x-file-name': encodeURIComponent(name),
          'x-conversation': conversation,
          ...more,
        },
      });
    expect(await partsOf(await sendFile('ghi âm.m4a'))).toHaveLength(1);
    expect(seen).toEqual(['ghi âm.m4a lời nói true']);
    expect(await errorOf(await sendFile('văn bản.pdf'))).toBe(webTexts.noQuestionFile);
    expect((await sendFile('a.m4a', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await sendFile('a.m4a', { 'x-conversation': 'x' })).status).toBe(400);
    expect(await (await fetch(`${url}/api/start`)).json()).toMatchObject({ accept: 'image/*,audio/*' });
    expect(seen).toHaveLength(1);
  });
});

describe('asking', () => {
  it('streams every part of the reply in order and ends with "done"', async () => {
    const { url } = await serve();
    const response = await ask(url, 'bao nhiêu tiết?');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const parts = await partsOf(response);
    expect(parts.map((part) => (part.kind === 'block' ? part.block.kind : part.kind))).toEqual([
      'progress',
      'text',
      'quote',
      'text',
      'done',
    ]);
  });

  it('hands the core the text, the conversation and the channel as they came', async () => {
    const seen: Message[] = [];
    const respond: Respond = async function* (message) {
      seen.push(message);
      yield { kind: 'done', outcome: 'help', choices: [] };
    };
    const { url } = await serve({ respond });
    const text = '  dòng một\ndòng hai \u0000 \ud800 🙂';
    await partsOf(await ask(url, text));
    const stopping = expect.any(AbortSignal);
    expect(seen).toEqual([{ channel: 'web', conversation, sender: null, isPrivate: true, text, stopping }]);
  });

  it('keeps line breaks and lone surrogates of an answer inside one event', async () => {
    const words = 'a\r\nb\n\ndata: c \ud83d';
    const respond: Respond = async function* () {
      yield { kind: 'block', block: { kind: 'text', text: words, tone: 'plain' } };
      yield { kind: 'done', outcome: 'help', choices: [] };
    };
    const { url } = await serve({ respond });
    const [first] = await partsOf(await ask(url, 'chào'));
    expect(first).toEqual({ kind: 'block', block: { kind: 'text', text: words, tone: 'plain' } });
  });

  it('sends the first part while the rest is still being made', async () => {
    const gate = Promise.withResolvers<void>();
    const respond: Respond = async function* () {
      yield { kind: 'progress', text: 'đang tìm' };
      await gate.promise;
      yield { kind: 'done', outcome: 'help', choices: [] };
    };
    const { url } = await serve({ respond });
    const response = await ask(url, 'chào');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain('đang tìm');
    gate.resolve();
    expect((await reader?.read())?.value).toContain('done');
  });

  it('tells kindly and ends properly when the core breaks, and logs the cause', async () => {
    const logged: unknown[] = [];
    const { url } = await serve({ onError: (error) => logged.push(error) });
    const parts = await partsOf(await ask(url, brokenQuestion));
    expect(parts.slice(-2)).toEqual([
      { kind: 'block', block: { kind: 'text', text: webTexts.answerFailed, tone: 'warning' } },
      { kind: 'done', outcome: 'error', choices: [] },
    ]);
    expect(JSON.stringify(parts)).not.toContain('broken on purpose');
    expect(String(logged[0])).toContain('broken on purpose');
  });

  it('stops the core when the reader goes away', async () => {
    const stopped = Promise.withResolvers<void>();
    let made = 0;
    const respond: Respond = async function* () {
      try {
        for (;;) {
          yield { kind: 'progress', text: `bước ${++made}` };
          await wait(5);
        }
      } finally {
        stopped.resolve();
      }
    };
    const { url } = await serve({ respond });
    const abort = new AbortController();
    const response = await ask(url, 'chào', { signal: abort.signal });
    await response.body?.getReader().read();
    abort.abort();
    await stopped.promise;
    expect(made).toBeGreaterThan(0);
  });
});

describe('refusing', () => {
  it.each([
    ['no JSON', 'xin chào'],
    ['no text', JSON.stringify({ conversation })],
    ['text of another type', JSON.stringify({ text: 7, conversation })],
    ['a guessable conversation key', JSON.stringify({ text: 'chào', conversation: '1' })],
    [
      'a conversation key with odd signs',
      JSON.stringify({ text: 'chào', conversation: `${conversation}'; --` }),
    ],
  ])('answers 400 with a Vietnamese sentence to a body with %s', async (_what, body) => {
    const { url } = await serve();
    const response = await ask(url, '', { body });
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toBe(webTexts.bodyUnreadable);
  });

  it('takes a body of 64 kB at most, whether its length is declared or not', async () => {
    const { url } = await serve();
    const tooLong = 'ố'.repeat(32 * 1024);
    const declared = await ask(url, tooLong);
    expect(declared.status).toBe(413);
    expect(await errorOf(declared)).toBe(webTexts.bodyTooLarge);
    const body = new Blob([JSON.stringify({ text: tooLong, conversation })]).stream();
    const undeclared = { body, duplex: 'half' };
    const streamed = await ask(url, '', undeclared);
    expect(streamed.status).toBe(413);
    expect((await ask(url, 'ố'.repeat(10_000))).status).toBe(200);
  });

  it('takes JSON only, which a foreign form cannot send', async () => {
    const { url } = await serve();
    const response = await ask(url, 'chào', { headers: { 'content-type': 'text/plain' } });
    expect(response.status).toBe(415);
  });

  it.each([
    ['a foreign Origin', { origin: 'https://example.org' }],
    ['an opaque Origin', { origin: 'null' }],
    ['Sec-Fetch-Site: cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['Sec-Fetch-Site: same-site', { 'sec-fetch-site': 'same-site' }],
  ])('does not ask the core for a request with %s', async (_what, headers) => {
    let asked = false;
    const respond: Respond = async function* () {
      asked = true;
      yield { kind: 'done', outcome: 'help', choices: [] };
    };
    const { url } = await serve({ respond });
    const response = await ask(url, 'chào', { headers });
    expect(response.status).toBe(403);
    expect(await errorOf(response)).toBe(webTexts.foreignPage);
    expect(asked).toBe(false);
  });

  it('serves its own page, by Origin or by the verdict of the browser', async () => {
    const { url } = await serve();
    expect((await ask(url, 'chào', { headers: { origin: url } })).status).toBe(200);
    const throughProxy = { origin: 'https://hoi.example.org', 'sec-fetch-site': 'same-origin' };
    expect((await ask(url, 'chào', { headers: throughProxy })).status).toBe(200);
  });

  it('answers to no foreign host name while it serves this machine alone', async () => {
    const { url } = await serve();
    expect(await rawGet(`${url}/api/health`, { host: 'rebound.example.org' })).toBe(403);
    expect(await rawGet(`${url}/`, { host: 'rebound.example.org:3000' })).toBe(403);
    expect(await rawGet(`${url}/api/health`, { host: 'localhost:3000' })).toBe(200);
    const everywhere = await serve({}, { host: '0.0.0.0' });
    expect(await rawGet(`${everywhere.url}/api/health`, { host: 'may-chu.example.org' })).toBe(200);
  });
});

describe('directives', () => {
  it('lists them and hands one out whole', async () => {
    const { url } = await serve();
    const list = await (await fetch(`${url}/api/directives`)).json();
    expect(list).toEqual({ directives: await listInventedDirectives() });
    expect(await (await fetch(`${url}/api/directives/1`)).json()).toEqual({
      ...decree,
      standing: null,
    });
  });

  it.each(['0', '-1', '1.5', 'abc', '01', '2147483648', '99999999999', '1%27', '%00'])(
    'refuses the id %s without asking the store',
    async (id) => {
      const asked: number[] = [];
      const { url } = await serve({
        readDirective: async (one) => {
          asked.push(one);
          return null;
        },
      });
      const response = await fetch(`${url}/api/directives/${id}`);
      expect(response.status).toBe(400);
      expect(await errorOf(response)).toBe(webTexts.badDirectiveId);
      expect(asked).toEqual([]);
    },
  );

  it('says that a directive is not there, or is no longer', async () => {
    const document = 'Quyết định 5/2026/QĐ-UBND';
    const { url } = await serve({
      readStanding: async (id) => (id === 76 ? { standing: 'removed', replacedBy: null, document } : null),
    });
    for (const [id, sentence] of [
      [77, webTexts.noSuchDirective],
      [76, webTexts.removed(document)],
    ] as const) {
      const response = await fetch(`${url}/api/directives/${id}`);
      expect(response.status).toBe(404);
      expect(await errorOf(response)).toBe(sentence);
    }
  });

  it('passes on the sentence of a known failure and hides an unknown one', async () => {
    const known = new KnownError('database_unreachable', 'Không nối được cơ sở dữ liệu.');
    const failures: unknown[] = [known, new Error('password=hunter2')];
    const logged: unknown[] = [];
    const { url } = await serve({
      readDirective: () => Promise.reject(failures.shift()),
      onError: (error) => logged.push(error),
    });
    const first = await fetch(`${url}/api/directives/1`);
    expect([first.status, await errorOf(first)]).toEqual([500, known.sentence]);
    const second = await fetch(`${url}/api/directives/1`);
    expect([second.status, await errorOf(second)]).toEqual([500, webTexts.failed]);
    expect(logged).toHaveLength(2);
  });
});

describe('pages', () => {
  it('serves the page fresh and its hashed assets for good', async () => {
    const { url } = await serve();
    const page = await fetch(`${url}/`);
    expect(await page.text()).toContain('trang thử');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const asset = await fetch(`${url}/assets/main-abc123.js`);
    expect(asset.headers.get('content-type')).toContain('javascript');
    expect(asset.headers.get('cache-control')).toContain('immutable');
  });

  it('allows no inline script, no framing, no sniffing and no referrer on every answer', async () => {
    const { url } = await serve();
    for (const path of ['/', '/api/health', '/api/directives/0', '/khong-co']) {
      const { headers } = await fetch(url + path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it('hands out nothing outside the folder of the page', async () => {
    const { url } = await serve();
    for (const path of [
      '/..%2f..%2fetc/passwd',
      '/assets/..%2f..%2f..%2fetc%2fpasswd',
      '/%2e%2e/package.json',
    ]) {
      expect((await fetch(url + path)).status).toBe(404);
    }
  });

  it('tells the page how to start, and the watcher that it lives', async () => {
    const { url } = await serve();
    expect(await (await fetch(`${url}/api/start`)).json()).toEqual({
      samples: ['Câu hỏi mẫu?'],
      maxLength: LONGEST_QUESTION,
    });
    expect(await (await fetch(`${url}/api/health`)).json()).toEqual({ ok: true });
    const unknown = await fetch(`${url}/api/khong-co`);
    expect([unknown.status, await errorOf(unknown)]).toEqual([404, webTexts.noSuchPage]);
  });
});
