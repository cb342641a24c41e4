import type { AnswersView, AnswerView, SourceView } from '../../bot/channels/web/approved/views.ts';
import type { IsoDate } from '../../domain/day.ts';
import { post, send } from '../api.ts';

const ROOT = '/api/approved';

/** What the editor sends of an answer. */
export type Written = {
  readonly questions: readonly string[];
  readonly words: string;
  readonly sources: readonly Pick<SourceView, 'directiveId' | 'path'>[];
  readonly expires: IsoDate;
};

async function get<T>(path: string, signal: AbortSignal): Promise<T> {
  return (await send(path, { signal })).json();
}

export const fetchAnswers = (signal: AbortSignal): Promise<AnswersView> => get(ROOT, signal);

export const fetchAnswer = (id: number, signal: AbortSignal): Promise<AnswerView> =>
  get(`${ROOT}/${id}`, signal);

export async function findSources(words: string): Promise<readonly SourceView[]> {
  const response = await send(`${ROOT}/sources?q=${encodeURIComponent(words)}`, {});
  const { sources }: { readonly sources: readonly SourceView[] } = await response.json();
  return sources;
}

/** Stores an answer. `id`: `null` for a new one, which may answer the question `asked` of the list. */
export async function storeAnswer(
  id: number | null,
  written: Written,
  asked: number | null,
): Promise<AnswerView> {
  const response = await (id === null ? post(ROOT, { ...written, asked }) : post(`${ROOT}/${id}`, written));
  return response.json();
}

export async function approveAnswer(id: number, title: string | null): Promise<AnswerView> {
  return (await post(`${ROOT}/${id}/approve`, { title })).json();
}

export async function withdrawAnswer(id: number): Promise<AnswerView> {
  return (await post(`${ROOT}/${id}/withdraw`, {})).json();
}

/** Takes the sources as they stand today. */
export async function reciteAnswer(id: number): Promise<AnswerView> {
  return (await post(`${ROOT}/${id}/recite`, {})).json();
}

/** Takes a question off the list. */
export async function closeQuestion(id: number): Promise<void> {
  await post(`${ROOT}/asked/${id}/close`, {});
}
