import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { startLocalServer } from '../localServer.ts';

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
  /** Between the pieces of a stream. */
  readonly pieceMs?: number;
  /** The connection of a stream dies after so many pieces. */
  readonly breaksAfter?: number;
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
    const written = await text(request);
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
      const whole = completion(heard.model, spoken, { id, inTokens, countTokens });
      if (heard.body.stream === true) await stream(response, whole, spoken);
      else reply(response, 200, whole);
    }
  };

  const server = await startLocalServer((request, response) => {
    // A caller that has given up is no matter here.
    serve(request, response).catch(() => response.destroy());
  });
  return {
    ...{ requests, bodies, authorizations, leaks },
    baseUrl: `${server.url}/v1`,
    play: (next) => {
      playing = next;
      turn = 0;
    },
    watchFor: (words) => {
      canaries = words;
    },
    close: server.close,
  };
}

type Completion = {
  readonly id: string;
  readonly model: string;
  readonly object: 'chat.completion';
  readonly created: number;
  readonly choices: readonly {
    readonly index: number;
    readonly logprobs: null;
    readonly finish_reason: string;
    readonly message: {
      readonly role: 'assistant';
      readonly content: string | null;
      readonly refusal: string | null;
      readonly tool_calls?: readonly { readonly function: { readonly arguments: string } }[];
    };
  }[];
  readonly usage: unknown;
};

function completion(
  model: string,
  { content, refusal, finish = 'stop', toolCalls }: Spoken,
  { id, inTokens, countTokens }: { id: string; inTokens: number; countTokens: (text: string) => number },
): Completion {
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

/** UTF-16 units of a piece. */
const PIECE = 24;

/** The same in pieces, as services stream it: calls before words, the end, then what it cost. */
async function stream(
  response: ServerResponse,
  { choices, usage, ...head }: Completion,
  { pieceMs, breaksAfter = Number.POSITIVE_INFINITY }: Spoken,
): Promise<void> {
  const [choice] = choices;
  const { content = null, refusal = null, tool_calls: calls = [] } = choice?.message ?? {};
  const chunk = (delta: unknown, finish: string | null = null) => ({
    ...{ ...head, object: 'chat.completion.chunk', usage: null },
    choices: [{ index: 0, delta, finish_reason: finish, logprobs: null }],
  });
  const written = content ?? '';
  const pieces = Array.from({ length: Math.ceil(written.length / PIECE) }, (_, at) =>
    written.slice(at * PIECE, (at + 1) * PIECE),
  );
  const deltas: unknown[] = [
    { role: 'assistant', content: '', ...(refusal === null ? {} : { refusal }) },
    ...calls.flatMap((call, index) => [
      { tool_calls: [{ index, ...call, function: { ...call.function, arguments: '' } }] },
      { tool_calls: [{ index, function: { arguments: call.function.arguments } }] },
    ]),
    ...pieces.map((piece) => ({ content: piece })),
  ];
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  const send = (value: unknown) => response.write(`data: ${JSON.stringify(value)}\n\n`);
  for (const [at, delta] of deltas.entries()) {
    if (at >= breaksAfter) {
      response.destroy();
      return;
    }
    send(chunk(delta));
    if (pieceMs !== undefined) await sleep(pieceMs, undefined, { ref: false });
  }
  send(chunk({}, choice?.finish_reason ?? 'stop'));
  send({ ...head, object: 'chat.completion.chunk', choices: [], usage });
  response.end('data: [DONE]\n\n');
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
