// Of one make with the agent: that of another version of Node.js may not go with it.
import { fetch, type Response } from 'undici';
import { z } from 'zod';
import { createAgent } from '../createAgent.ts';
import { parseLossless } from '../lossless.ts';

/** Where bots of the Zalo Bot Platform live. */
export const ZALO_API_ROOT = 'https://bot-api.zaloplatforms.com';

/** The server understood the call and refused it, be it with HTTP 200 or with an error status. */
export class ZaloRefusal extends Error {
  readonly method: string;
  /** As in the platform's table: 400, 401, 403, 404, 408, 429; the HTTP status where the body names none. */
  readonly code: number;
  readonly description: string;
  /** Seconds to wait, where the server says. */
  readonly retryAfter: number | undefined;

  constructor(method: string, code: number, description: string, retryAfter: number | undefined) {
    super(`${method}: ${code} ${description}`);
    this.name = 'ZaloRefusal';
    this.method = method;
    this.code = code;
    this.description = description;
    this.retryAfter = retryAfter;
  }
}

/** The parameters of every method that is used here. */
export type ZaloMethods = {
  readonly getMe: Record<string, never>;
  /** Seconds, as digits: one update at most a call, and none is asked for twice. */
  readonly getUpdates: { readonly timeout: string };
  readonly setWebhook: { readonly url: string; readonly secret_token: string };
  readonly deleteWebhook: Record<string, never>;
  readonly sendMessage: { readonly chat_id: string; readonly text: string };
  readonly sendPhoto: { readonly chat_id: string; readonly photo: string; readonly caption?: string };
  readonly sendChatAction: { readonly chat_id: string; readonly action: 'typing' };
};

/**
 * Calls a method; resolves with its `result`. Throws `ZaloRefusal` for what the server refuses, and whatever `fetch` throws
 * where the server was not reached or broke off.
 */
export type ZaloApi = <Method extends keyof ZaloMethods>(
  method: Method,
  parameters: ZaloMethods[Method],
  patience: AbortSignal,
) => Promise<unknown>;

const seconds = z.coerce.number().nonnegative().finite().optional().catch(undefined);

const envelope = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().optional().catch(undefined),
  error_code: z.number().optional().catch(undefined),
  retry_after: seconds,
  parameters: z.object({ retry_after: seconds }).optional().catch(undefined),
});

/** `apiRoot` is another server, for tests; `undefined` is Zalo's own. */
export function createZaloApi(token: string, apiRoot: string | undefined): ZaloApi {
  const root = (apiRoot ?? ZALO_API_ROOT).replace(/\/+$/, '');
  const dispatcher = createAgent();
  return async (method, parameters, patience) => {
    const response = await fetch(`${root}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(parameters),
      redirect: 'error',
      signal: patience,
      dispatcher,
    });
    const body = parse(await response.text(), response.ok);
    const answer = envelope.safeParse(body);
    if (answer.success && answer.data.ok) return answer.data.result;
    if (!answer.success && response.ok) throw new SyntaxError('the answer has another shape');
    const told = answer.data;
    throw new ZaloRefusal(
      method,
      told?.error_code ?? response.status,
      told?.description ?? response.statusText,
      told?.parameters?.retry_after ?? told?.retry_after ?? headerSeconds(response),
    );
  };
}

/** A wrong token may be answered with a page: `null`. */
function parse(text: string, isWell: boolean): unknown {
  try {
    return parseLossless(text);
  } catch (error) {
    if (!isWell) return null;
    throw error;
  }
}

function headerSeconds(response: Response): number | undefined {
  const written = response.headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(written) ? Number(written) : undefined;
}
