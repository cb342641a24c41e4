import type { OpenedDirective } from '../bot/channels/web/app.ts';
import type { ReplyPart } from '../bot/message.ts';
import type { DirectiveSummary } from '../domain/directive.ts';
import { serverEvents } from './serverEvents.ts';

/** Whoever is signed in. */
export type Account = { readonly name: string; readonly staff: boolean; readonly admin: boolean };

export type Start = {
  readonly samples: readonly string[];
  readonly maxLength: number;
  /** Files that may be questions, as a file field is told; left out: none. */
  readonly accept?: string;
};

/**
 * `unreachable`: nothing came back. `refused`: the server said no; `sentence` is its reason for the person.
 * `interrupted`: the answer began and broke off.
 */
export class RequestError extends Error {
  readonly reason: 'unreachable' | 'refused' | 'interrupted';
  readonly sentence: string | null;
  /** All that the server told of a refusal. */
  readonly body: unknown;

  constructor(
    reason: RequestError['reason'],
    sentence: string | null,
    cause?: unknown,
    body: unknown = null,
  ) {
    super(`request ${reason}`, { cause });
    this.reason = reason;
    this.sentence = sentence;
    this.body = body;
  }
}

/** Throws `RequestError`, also where the server answers with an error. */
export async function send(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (cause) {
    throw new RequestError('unreachable', null, cause);
  }
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => null);
  const told = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  throw new RequestError('refused', typeof told === 'string' ? told : null, undefined, body);
}

export async function fetchStart(): Promise<Start> {
  return (await send('/api/start', {})).json();
}

export async function fetchDirectives(): Promise<readonly DirectiveSummary[]> {
  const { directives } = await (await send('/api/directives', {})).json();
  return directives;
}

export async function fetchDirective(id: number, signal: AbortSignal): Promise<OpenedDirective> {
  return (await send(`/api/directives/${id}`, { signal })).json();
}

/** `null` when nobody is signed in. */
export async function fetchAccount(): Promise<Account | null> {
  const { account } = await (await send('/api/me', {})).json();
  return account;
}

/**
 * Has the server tell this browser from others, which signing in needs. With `keep` a session that was begun before stays;
 * who is signed in stays so in any case.
 */
export async function beginSession(keep: boolean): Promise<void> {
  await post('/api/session', { keep });
}

export async function endSession(): Promise<void> {
  await post('/api/signout', {});
}

/** Sends JSON. Throws as `send`. */
export function post(path: string, body: object, signal?: AbortSignal): Promise<Response> {
  return send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  });
}

/**
 * Asks by words, or by a recording or a photo, and yields the parts of the reply as they arrive. Throws `RequestError`, or nothing
 * when `signal` aborts.
 */
export async function* ask(
  question: string | File,
  conversation: string,
  signal: AbortSignal,
): AsyncGenerator<ReplyPart> {
  try {
    const response =
      typeof question === 'string'
        ? await post('/api/chat', { text: question, conversation }, signal)
        : await send('/api/heard', {
            method: 'POST',
            headers: {
              'content-type': 'application/octet-stream',
              'x-file-name': encodeURIComponent(question.name),
              'x-conversation': conversation,
            },
            body: question,
            signal,
          });
    if (response.body === null) throw new RequestError('interrupted', null);
    for await (const data of serverEvents(response.body)) {
      const part: ReplyPart = JSON.parse(data);
      yield part;
      if (part.kind === 'done') return;
    }
    throw new RequestError('interrupted', null);
  } catch (error) {
    if (signal.aborted) return;
    throw error instanceof RequestError ? error : new RequestError('interrupted', null, error);
  }
}
