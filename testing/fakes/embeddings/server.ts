import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { hashEmbedding } from '../../hashEmbedding.ts';
import { startLocalServer } from '../localServer.ts';

/** What goes wrong with the next `times` requests. */
export type EmbeddingFault = { readonly times: number } & (
  | { readonly kind: 'status'; readonly status: number; readonly message?: string; readonly code?: string }
  /** Answered, but only after so long. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The head of an answer, and then nothing more. */
  | { readonly kind: 'stall' }
  /** The connection dies. */
  | { readonly kind: 'reset' }
  /** Another number of vectors than was asked for. */
  | { readonly kind: 'count'; readonly vectors: number }
  /** The last vector has this many dimensions. */
  | { readonly kind: 'mixed'; readonly dimension: number }
  /** One value is `null`, as JSON writes NaN. */
  | { readonly kind: 'nan' }
  | { readonly kind: 'zero' }
  /** A web page instead of an answer. */
  | { readonly kind: 'page' }
);

export type EmbeddingRequest = {
  readonly path: string;
  readonly authorization: string | null;
  readonly body: unknown;
  readonly texts: readonly string[];
};

export type FakeEmbeddings = {
  /** For `EMBEDDING_BASE_URL`. */
  readonly baseUrl: string;
  readonly requests: readonly EmbeddingRequest[];
  /** How many texts were turned into vectors so far. */
  readonly embedded: () => number;
  readonly inject: (fault: EmbeddingFault) => void;
  /** From now on vectors of this many dimensions. */
  readonly setDimension: (dimension: number) => void;
  readonly close: () => Promise<void>;
};

export type FakeEmbeddingsOptions = {
  readonly dimension?: number;
  /** The only model there is; any when absent. */
  readonly model?: string;
  /** The only key that is taken; any or none when absent. */
  readonly key?: string;
  /** Longer texts are refused as a model does whose window is short. */
  readonly longest?: number;
  /** The vector of a text; hashed words when absent. */
  readonly embed?: (text: string, dimension: number) => readonly number[];
};

type Reply = { readonly status: number; readonly body: unknown };

/** `POST /v1/embeddings` over real HTTP, with vectors that depend on nothing but the text. */
export async function startFakeEmbeddings(options: FakeEmbeddingsOptions = {}): Promise<FakeEmbeddings> {
  const requests: EmbeddingRequest[] = [];
  const embed = options.embed ?? hashEmbedding;
  let dimension = options.dimension ?? 256;
  let embedded = 0;
  let faults: readonly EmbeddingFault[] = [];

  const takeFault = (): EmbeddingFault | undefined => {
    const fault = faults.find(({ times }) => times > 0);
    faults = faults.map((other) => (other === fault ? { ...other, times: other.times - 1 } : other));
    return fault;
  };

  const answer = ({ path, authorization, body, texts }: EmbeddingRequest, fault?: EmbeddingFault): Reply => {
    if (fault?.kind === 'status') return failure(fault.status, fault.message ?? 'fault', fault.code);
    if (path !== '/v1/embeddings') return failure(404, `no such path: ${path}`);
    if (options.key !== undefined && authorization !== `Bearer ${options.key}`) {
      return failure(401, `Incorrect API key provided: ${authorization}`, 'invalid_api_key');
    }
    const { model } = Object(body) as { readonly model?: unknown };
    if (options.model !== undefined && model !== options.model) {
      return failure(404, `The model ${String(model)} does not exist`, 'model_not_found');
    }
    const longest = options.longest ?? Number.POSITIVE_INFINITY;
    if (texts.some(({ length }) => length > longest)) {
      return failure(400, `This model's maximum context length is ${longest}: ${texts.join(' ')}`);
    }
    embedded += texts.length;
    const vectors = spoil(
      texts.map((text) => [...embed(text, dimension)]),
      fault,
    );
    return {
      status: 200,
      body: {
        object: 'list',
        model,
        // Backwards: the order is told by `index` alone.
        data: vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })).reverse(),
        usage: { prompt_tokens: texts.length, total_tokens: texts.length },
      },
    };
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await json(request);
    const { input } = Object(body) as { readonly input?: unknown };
    const recorded: EmbeddingRequest = {
      path: request.url ?? '',
      authorization: request.headers.authorization ?? null,
      body,
      texts: (Array.isArray(input) ? input : [input]).filter((text) => typeof text === 'string'),
    };
    requests.push(recorded);
    const fault = takeFault();
    if (fault?.kind === 'reset') {
      request.socket.destroy();
      return;
    }
    if (fault?.kind === 'stall') {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"object": ');
      return;
    }
    if (fault?.kind === 'slow') await sleep(fault.ms, undefined, { ref: false });
    if (fault?.kind === 'page') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Xin chào</title>');
      return;
    }
    const { status, body: written } = answer(recorded, fault);
    response
      .writeHead(status, { 'content-type': 'application/json', 'retry-after-ms': '1' })
      .end(JSON.stringify(written));
  };

  const server = await startLocalServer((request, response) => {
    // A caller that has given up is no matter here.
    serve(request, response).catch(() => response.destroy());
  });
  return {
    baseUrl: `${server.url}/v1`,
    requests,
    embedded: () => embedded,
    inject: (fault) => {
      faults = [...faults, fault];
    },
    setDimension: (other) => {
      dimension = other;
    },
    close: server.close,
  };
}

function spoil(
  vectors: readonly number[][],
  fault?: EmbeddingFault,
): readonly (readonly (number | null)[])[] {
  const last = vectors.at(-1) ?? [];
  const before = vectors.slice(0, -1);
  switch (fault?.kind) {
    case 'count':
      return Array.from({ length: fault.vectors }, () => last);
    case 'mixed':
      return [...before, last.slice(0, fault.dimension)];
    case 'nan':
      return [...before, last.map((value, at) => (at === 0 ? null : value))];
    case 'zero':
      return [...before, last.map(() => 0)];
    default:
      return vectors;
  }
}

function failure(status: number, message: string, code?: string): Reply {
  return {
    status,
    body: { error: { message, type: 'invalid_request_error', param: null, code: code ?? null } },
  };
}
