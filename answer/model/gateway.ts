import type { ModelSettings } from '../../config.ts';
import type { ModelCall } from '../../store/answers/ledger.ts';
import { assemble } from './eventStream.ts';
import { asObject, type Json, parseJson } from './json.ts';
import { replySchema } from './modelReply.ts';
import type { Redacted } from './redactPatterns.ts';

/** What a service has refused so far and is not sent again: `response_format`, `temperature` … */
export type Refused = Set<string>;

export type GatewayOptions = {
  readonly settings: ModelSettings;
  readonly refused: Refused;
  /** Masks what tells of people; `null` where the model runs in one's own house. */
  readonly mask: ((text: string) => Promise<Redacted>) | null;
  /** What the next request is for. */
  readonly purpose: () => string;
  /** Called after every request, whatever came of it. */
  readonly record: (call: Omit<ModelCall, 'chat'>) => Promise<void>;
  /** When the whole answer is given up. */
  readonly deadline: AbortSignal;
  /** Hears the words of the answer so far, as they come. */
  readonly onText: (soFar: string) => void;
};

/** Parameters that not every service knows, each by the words with which it is refused. */
const OPTIONAL: readonly (readonly [string, RegExp])[] = [
  ['stream_options', /stream_options|include_usage/i],
  ['stream', /\bstream(?:ing)?\b/i],
  ['response_format', /response_format|json_schema|structured output/i],
  ['temperature', /temperature/i],
  ['parallel_tool_calls', /parallel_tool_calls/i],
  ['tools', /\btools?\b|tool_choice|function call/i],
  ['max_tokens', /max_tokens/i],
];

/**
 * Put in here, and streams are put together here: LangChain's client would read the answer itself, and throw away what breaks off.
 */
const FORMAT = {
  stream: true,
  stream_options: { include_usage: true },
  response_format: {
    type: 'json_schema',
    json_schema: { name: 'answer', strict: true, schema: replySchema },
  },
};

/** No answer is so long; more is an attack or an accident. A stream says much beside its words. */
const MOST_STREAMED_BYTES = 1_000_000;
const MOST_BYTES = 100_000;

/**
 * The only way by which anything reaches a model: it goes to the configured address and no other, is masked unless the model is
 * one's own, and is entered into the ledger.
 */
export function createGateway({
  settings,
  refused,
  mask,
  purpose,
  record,
  deadline,
  onText,
}: GatewayOptions): typeof fetch {
  const base = new URL(settings.baseUrl);
  const send = async (url: URL, init: RequestInit, signal: AbortSignal): Promise<Response> => {
    const started = performance.now();
    const given = plainly(parseJson(typeof init.body === 'string' ? init.body : '{}'));
    const masked = mask === null ? { value: given, redactions: 0 } : await maskMessages(given, mask);
    const headers = new Headers(init.headers);
    // The client wants a key; a service without one may take offence at it.
    if (settings.apiKey === undefined) headers.delete('authorization');
    const written = JSON.stringify(without({ ...masked.value, ...FORMAT }, refused));
    const call = {
      host: base.host,
      model: typeof given.model === 'string' ? given.model : settings.name,
      purpose: purpose(),
      redactions: masked.redactions,
    };
    const done = async (outcome: string, tokens: Tokens) => {
      const { input, output } = settings.prices;
      await record({
        ...call,
        outcome,
        tokensIn: tokens.in,
        tokensOut: tokens.out,
        cost: (tokens.in * input + tokens.out * output) / 1_000_000,
        durationMs: performance.now() - started,
      });
    };
    try {
      const response = await fetch(url, { ...init, body: written, headers, signal, redirect: 'error' });
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
      const text =
        response.ok && isStream
          ? await assemble(readPieces(response, MOST_STREAMED_BYTES), onText)
          : await readWhole(response);
      await done(response.ok ? 'ok' : String(response.status), tokensOf(written, text, response.ok));
      const { status, statusText } = response;
      const answerHeaders = new Headers({ 'content-type': 'application/json' });
      for (const name of ['retry-after', 'retry-after-ms']) {
        const value = response.headers.get(name);
        if (value !== null) answerHeaders.set(name, value);
      }
      return new Response(text, { status, statusText, headers: answerHeaders });
    } catch (error) {
      const sent = estimate(written);
      await done(signal.aborted ? 'timeout' : 'unreachable', { in: sent, out: 0 });
      throw error;
    }
  };
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== base.origin || !url.pathname.startsWith(base.pathname)) {
      throw new Error('a request to another address than that of the model was refused');
    }
    const signal = init.signal == null ? deadline : AbortSignal.any([init.signal, deadline]);
    for (;;) {
      const response = await send(url, init, signal);
      if (response.status !== 400 && response.status !== 422) return response;
      const why = await response.clone().text();
      const body = { ...asObject(parseJson(typeof init.body === 'string' ? init.body : '{}')), ...FORMAT };
      const culprit = OPTIONAL.find(([name, words]) => name in body && !refused.has(name) && words.test(why));
      if (culprit === undefined) return response;
      refused.add(culprit[0]);
    }
  };
}

function without(body: Json, refused: Refused): Json {
  const also = [
    ...(refused.has('tools') ? ['tool_choice', 'parallel_tool_calls'] : []),
    ...(refused.has('stream') ? ['stream_options'] : []),
  ];
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => !refused.has(name) && !also.includes(name)),
  );
}

/** Without what only some services understand: text in parts where a string says the same, and the name of a schema's dialect. */
function plainly(value: unknown): Json {
  const { messages, tools, ...body } = asObject(value);
  const asString = (message: unknown): Json => {
    const { content, ...rest } = asObject(message);
    const texts = Array.isArray(content) ? content.map((part) => asObject(part).text) : [];
    const isText = texts.length > 0 && texts.every((text) => typeof text === 'string');
    return { ...rest, content: isText ? texts.join('\n') : content };
  };
  const withoutDialect = (tool: unknown): Json => {
    const { function: called, ...rest } = asObject(tool);
    const { $schema: _, ...parameters } = asObject(asObject(called).parameters);
    return { ...rest, function: { ...asObject(called), parameters } };
  };
  return {
    ...body,
    messages: Array.isArray(messages) ? messages.map(asString) : [],
    ...(Array.isArray(tools) ? { tools: tools.map(withoutDialect) } : {}),
  };
}

/** Names of fields whose values the program wrote and the service goes by. */
const KEPT = new Set(['role', 'type', 'id', 'tool_call_id', 'name']);

async function maskMessages(
  body: Json,
  mask: (text: string) => Promise<Redacted>,
): Promise<{ readonly value: Json; readonly redactions: number }> {
  let redactions = 0;
  const through = async (value: unknown): Promise<unknown> => {
    if (typeof value === 'string') {
      const masked = await mask(value);
      redactions += masked.redactions;
      return masked.text;
    }
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      for (const item of value) items.push(await through(item));
      return items;
    }
    if (typeof value !== 'object' || value === null) return value;
    const entries: [string, unknown][] = [];
    for (const [name, item] of Object.entries(value)) {
      entries.push([name, KEPT.has(name) ? item : await through(item)]);
    }
    return Object.fromEntries(entries);
  };
  const messages: unknown[] = [];
  for (const message of Array.isArray(body.messages) ? body.messages : []) {
    // The product's own words, the same for everybody.
    messages.push(asObject(message).role === 'system' ? message : await through(message));
  }
  return { value: { ...body, messages }, redactions };
}

async function readWhole(response: Response): Promise<string> {
  let text = '';
  for await (const piece of readPieces(response, MOST_BYTES)) text += piece;
  return text;
}

async function* readPieces(response: Response, most: number): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > most) throw new Error('the answer of the model is too large');
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

type Tokens = { readonly in: number; readonly out: number };

/** As the service counted them, else as a Vietnamese text is usually cut. */
function tokensOf(sent: string, received: string, ok: boolean): Tokens {
  const usage = asObject(asObject(parseJson(received)).usage);
  const count = (value: unknown, otherwise: number) =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) < 10_000_000 ? Number(value) : otherwise;
  return {
    in: count(usage.prompt_tokens, ok ? estimate(sent) : 0),
    out: count(usage.completion_tokens, ok ? estimate(received) : 0),
  };
}

function estimate(text: string): number {
  return Math.ceil(text.length / 3);
}
