import { asObject, type Json, parseJson } from './json.ts';

type Call = { id: string; name: string; arguments: string };

/**
 * Puts server-sent events of a chat completion together, as JSON of the whole; `onText` hears the words so far whenever there are more. Throws where the
 * service tells of an error, or ends without an end.
 */
export async function assemble(
  pieces: AsyncIterable<string>,
  onText: (soFar: string) => void,
): Promise<string> {
  let content: string | null = null;
  let refusal: string | null = null;
  let id: string | null = null;
  let model: string | null = null;
  let finish: string | null = null;
  let usage: unknown = null;
  const calls: Call[] = [];
  for await (const data of eventsOf(pieces)) {
    const event = asObject(parseJson(data));
    if (event.error !== undefined) throw new Error('the model broke off with an error');
    id = textOr(event.id, id);
    model = textOr(event.model, model);
    if (event.usage != null) usage = event.usage;
    const choice = asObject(listOf(event.choices)[0]);
    const delta = asObject(choice.delta);
    finish = textOr(choice.finish_reason, finish);
    if (typeof delta.refusal === 'string') refusal = (refusal ?? '') + delta.refusal;
    for (const piece of listOf(delta.tool_calls)) addTo(calls, asObject(piece));
    if (typeof delta.content === 'string' && delta.content !== '') {
      content = (content ?? '') + delta.content;
      onText(content);
    }
  }
  if (finish === null) throw new Error('the model ended without an end');
  const toolCalls = calls
    .filter(({ name }) => name !== '')
    .map(({ id: call, name, arguments: args }, at) => ({
      id: call === '' ? `call_${at}` : call,
      type: 'function',
      function: { name, arguments: args },
    }));
  const message = {
    role: 'assistant',
    content,
    refusal,
    ...(toolCalls.length === 0 ? {} : { tool_calls: toolCalls }),
  };
  const choices = [{ index: 0, finish_reason: finish, logprobs: null, message }];
  const whole = { id: id ?? 'stream', object: 'chat.completion', created: 0, model, choices, usage };
  return JSON.stringify(whole);
}

/** The data of each event, up to the one that ends them. */
async function* eventsOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!line.startsWith('data:')) continue;
      const data = line.slice('data:'.length).trim();
      if (data === '[DONE]') return;
      if (data !== '') yield data;
    }
  }
}

/** More calls than this at once are a model that has lost its way. */
const MOST_CALLS = 32;
/** No tool takes so much, and what a model gives is sent back to it, masked. In UTF-16 units. */
const LONGEST_ARGUMENTS = 4_000;

function addTo(calls: Call[], piece: Json): void {
  const at = typeof piece.index === 'number' ? piece.index : calls.length;
  if (!Number.isInteger(at) || at < 0 || at >= MOST_CALLS) return;
  while (calls.length <= at) calls.push({ id: '', name: '', arguments: '' });
  const call = calls[at];
  const called = asObject(piece.function);
  if (call === undefined) return;
  if (typeof piece.id === 'string') call.id = piece.id;
  if (typeof called.name === 'string') call.name += called.name;
  if (typeof called.arguments === 'string') {
    call.arguments = (call.arguments + called.arguments).slice(0, LONGEST_ARGUMENTS);
  }
}

function textOr(value: unknown, otherwise: string | null): string | null {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
