import type { Citation } from '../../domain/citation.ts';
import type { IsoDate } from '../../domain/day.ts';
import { loadPrompt, type PromptName } from '../../prompts/load.ts';
import type { ChatPlace } from '../../store/answers/turns.ts';
import type { Quoted } from '../answer.ts';
import type { ModelAnswers } from '../model/service.ts';

/** What a model is to do with provisions, asked as a question is and checked sentence by sentence like any answer. */
export type Task = {
  readonly prompt: Extract<PromptName, 'tom-tat' | 'giai-thich' | 'cong-van'>;
  readonly slots: Readonly<Record<string, string>>;
  /** The provisions that it is to speak of. */
  readonly citations: readonly Citation[];
  readonly asOf: IsoDate;
  readonly place: ChatPlace;
  readonly sender: string | null;
  /** Ends the work at once. */
  readonly stopping?: AbortSignal;
};

/** Sentences as they pass the check, and how it ended, as of `ModelAnswers.answer`. Never throws. */
export function composeTask(model: ModelAnswers, task: Task): ReturnType<ModelAnswers['answer']> {
  const { citations, prompt, slots, ...asked } = task;
  const found: Quoted = {
    kind: 'quoted',
    sureness: 'exact',
    citations,
    missing: [],
    near: [],
    amendedBy: [],
    reasons: new Map(),
  };
  const question = loadPrompt(prompt).fill(slots);
  return model.answer({ ...asked, question, found, earlier: [], personal: null });
}
