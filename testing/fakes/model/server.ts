import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** A request as a script hears it. */
export type Heard = {
  readonly body: Readonly<Record<string, unknown>>;
  readonly model: string;
  /** The words of every message, in order. */
  readonly texts: readonly string[];
  /** Names of the tools that are offered. */
  readonly tools: readonly string[];
  readonly hasToolResults: boolean;
  /** How often the model has called tools before in this conversation. */
  readonly turnsOfTools: number;
};

type ToolCall = { readonly name: string; readonly args: Readonly<Record<string, unknown>> };

/** What a scripted model does with a request. */
export type Spoken = {
  readonly content?: string;
  readonly refusal?: string;
  readonly finish?: 'stop' | 'length';
  readonly toolCalls?: readonly ToolCall[] | undefined;
  /** Instead of an answer. */
  readonly status?: number;
  readonly message?: string;
  readonly raw?: string;
  /** `stall`: the head of an answer, then nothing. `reset`: the connection dies. */
  readonly fault?: 'stall' | 'reset';
  readonly afterMs?: number;
};

/** `turn`: how many requests there were before. */
export type ModelScript = (heard: Heard, turn: number) => Spoken;

export type FakeModel = {
  /** For `MODEL_BASE_URL`. */
  readonly baseUrl: string;
  readonly requests: readonly Heard[];
  /** As they came over the wire. */
  readonly bodies: readonly string[];
  readonly authorizations: readonly (string | null)[];
  /** Which of the canaries stood in a request, and where: none may. */
  readonly leaks: readonly string[];
  readonly play: (script: ModelScript) => void;
  readonly watchFor: (canaries: readonly string[]) => void;
  readonly close: () => Promise<void>;
};

export type FakeModelOptions = {
  readonly script: ModelScript;
  /** Counts what is sent; a third of the length when absent. */
  readonly countTokens?: (text: string) => number;
};

/** `POST /v1/chat/completions` over real HTTP, with a model that does as its script says. */
export async function startFakeModel({
  script,
  countTokens = (text) => Math.ceil(text.length / 3),
}: FakeModelOptions): Promise<FakeModel> {
  const requests: Heard[] = [];
  const bodies: string[] = [];
  const authorizations: (string | null)[] = [];
  const leaks: string[] = [];
  let playing = script;
  let turn = 0;
  let canaries: readonly string[] = [];

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const written = await readText(request);
    bodies.push(written);
    authorizations.push(request.headers.authorization ?? null);
    const sent = `${request.url} ${JSON.stringify(request.headers)} ${written}`
      .normalize('NFC')
      .toLowerCase();
    leaks.push(...canaries.filter((canary) => sent.includes(canary.normalize('NFC').toLowerCase())));
    if (request.url !== '/v1/chat/completions') {
      reply(response, 404, failure(`no such path: ${request.url}`));
      return;
    }
    const heard = hear(JSON.parse(written));
    requests.push(heard);
    const spoken = playing(heard, turn);
    turn += 1;
    if (spoken.afterMs !== undefined) await sleep(spoken.afterMs, undefined, { ref: false });
    if (spoken.fault === 'reset') request.socket.destroy();
    else if (spoken.fault === 'stall') {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"object": ');
    } else if (spoken.raw !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html' }).end(spoken.raw);
    } else if (spoken.status !== undefined) {
      reply(response, spoken.status, failure(spoken.message ?? 'fault'));
    } else {
      const inTokens = countTokens(heard.texts.join('\n') + JSON.stringify(heard.body.tools ?? ''));
      const id = `chatcmpl-${turn}-${requests.length}`;
      reply(response, 200, completion(heard.model, spoken, { id, inTokens, countTokens }));
    }
  };

  const server = createServer((request, response) => {
    // A caller that has given up is no matter here.
    serve(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake has no port');
  return {
    ...{ requests, bodies, authorizations, leaks },
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    play: (next) => {
      playing = next;
      turn = 0;
    },
    watchFor: (words) => {
      canaries = words;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function completion(
  model: string,
  { content, refusal, finish = 'stop', toolCalls }: Spoken,
  { id, inTokens, countTokens }: { id: string; inTokens: number; countTokens: (text: string) => number },
): unknown {
  const calls = toolCalls?.map(({ name, args }, at) => ({
    id: `call_${id}_${at}`,
    type: 'function',
    function: { name, arguments: JSON.stringify(args) },
  }));
  const outTokens = countTokens(content ?? JSON.stringify(calls));
  return {
    id,
    object: 'chat.completion',
    created: 1_900_000_000,
    model,
    choices: [
      {
        index: 0,
        logprobs: null,
        finish_reason: calls === undefined ? finish : 'tool_calls',
        message: {
          role: 'assistant',
          content: content ?? null,
          refusal: refusal ?? null,
          ...(calls === undefined ? {} : { tool_calls: calls }),
        },
      },
    ],
    usage: { prompt_tokens: inTokens, completion_tokens: outTokens, total_tokens: inTokens + outTokens },
  };
}

function hear(body: Readonly<Record<string, unknown>>): Heard {
  const messages = listOf(body.messages);
  return {
    body,
    model: String(body.model),
    texts: messages.flatMap(({ content }) => textsOf(content)),
    tools: listOf(body.tools).map(({ function: called }) => String(Object(called).name)),
    hasToolResults: messages.some(({ role }) => role === 'tool'),
    turnsOfTools: messages.filter(({ tool_calls }) => listOf(tool_calls).length > 0).length,
  };
}

function textsOf(content: unknown): readonly string[] {
  if (typeof content === 'string') return [content];
  return listOf(content).flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map((item) => Object(item)) : [];
}

function failure(message: string): unknown {
  return { error: { message, type: 'invalid_request_error', param: null, code: null } };
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'retry-after-ms': '1' })
    .end(JSON.stringify(body));
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
