// Of one make with the agent: that of another version of Node.js may not go with it.
import { FormData, fetch, type RequestInit, type Response } from 'undici';
import { z } from 'zod';
import { createAgent } from '../createAgent.ts';
import { parseLossless } from '../lossless.ts';

/** Where the Official Account API lives. */
export const ZALO_OA_API_ROOT = 'https://openapi.zalo.me';

/** The calls that are used here. Versions go by family: uploads and the account itself still stand below v2.0. */
export const OA_PATHS = {
  message: '/v3.0/oa/message/cs',
  template: '/v3.0/oa/message/template',
  quota: '/v3.0/oa/quota/message',
  uploadImage: '/v2.0/oa/upload/image',
  uploadFile: '/v2.0/oa/upload/file',
  account: '/v2.0/oa/getoa',
} as const;
export type OaPath = (typeof OA_PATHS)[keyof typeof OA_PATHS];

/** The server understood the call and refused it: with HTTP 200 and an `error` that is not 0, or by its status. */
export class OaRefusal extends Error {
  readonly path: string;
  /** As in Zalo's table (−32, −216, −230 …); the HTTP status where the body names none. */
  readonly code: number;
  readonly description: string;

  constructor(path: string, code: number, description: string) {
    super(`${path}: ${code} ${description}`);
    this.name = 'OaRefusal';
    this.path = path;
    this.code = code;
    this.description = description;
  }
}

export type OaAnswer = {
  readonly data: unknown;
  /** Calls that the minute still allows, where the server says. */
  readonly remaining: number | null;
};

/** What goes with a call: nothing, JSON, or a file for an upload. */
export type OaBody = { readonly json: object } | { readonly file: UploadedFile } | null;
export type UploadedFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

/**
 * Calls the server with an access token. Throws `OaRefusal` for what the server refuses, and whatever `fetch` throws where the
 * server was not reached or broke off.
 */
export type OaApi = (path: OaPath, body: OaBody, token: string, patience: AbortSignal) => Promise<OaAnswer>;

const envelope = z.object({
  error: z.coerce.number().int(),
  message: z.string().optional().catch(undefined),
  data: z.unknown().optional(),
});

/** `apiRoot` is another server, for tests; `undefined` is Zalo's own. */
export function createOaApi(apiRoot: string | undefined): OaApi {
  const root = (apiRoot ?? ZALO_OA_API_ROOT).replace(/\/+$/, '');
  const dispatcher = createAgent();
  return async (path, body, token, patience) => {
    const response = await fetch(`${root}${path}`, {
      ...request(body, token),
      redirect: 'error',
      signal: patience,
      dispatcher,
    });
    const answer = envelope.safeParse(await readJson(response));
    // That the call succeeded is said by `error` alone: the status is 200 either way.
    if (answer.success && answer.data.error === 0 && response.ok) {
      return { data: answer.data.data, remaining: remainingCalls(response) };
    }
    if (!answer.success && response.ok) throw new SyntaxError('the answer has another shape');
    const code = answer.data === undefined || answer.data.error === 0 ? response.status : answer.data.error;
    throw new OaRefusal(path, code, answer.data?.message ?? response.statusText);
  };
}

function request(body: OaBody, token: string): RequestInit {
  const headers = { access_token: token, accept: 'application/json' };
  if (body === null) return { method: 'GET', headers };
  if ('json' in body) {
    return {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body.json),
    };
  }
  const { name, mediaType, bytes } = body.file;
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)], { type: mediaType }), name);
  return { method: 'POST', headers, body: form };
}

/** `undefined` for what is no JSON: a gateway may answer with a page. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return parseLossless(text);
  } catch {
    return undefined;
  }
}

function remainingCalls(response: Response): number | null {
  const written = response.headers.get('x-ratelimit-remain') ?? '';
  return /^\d{1,9}$/.test(written) ? Number(written) : null;
}
