import type { Citation } from '../../domain/citation.ts';
import type { IsoDate } from '../../domain/directive.ts';
import { loadPrompt, type PromptName } from '../../prompts/load.ts';
import type { ChatPlace } from '../../store/answers/turns.ts';
import type { Quoted } from '../answer.ts';
import type { ModelAnswers, ModelEnd } from '../model/service.ts';

/** What a model is to do with provisions, asked as a question is and checked sentence by sentence like any answer. */
export type Task = {
  readonly prompt: Extract<PromptName, 'tom-tat' | 'giai-thich' | 'cong-van'>;
  readonly slots: Readonly<Record<string, string>>;
  /** The provisions that it is to speak of. */
  readonly citations: readonly Citation[];
  readonly asOf: IsoDate;
  readonly place: ChatPlace;
  readonly sender: string | null;
};

/** The sentences that passed the check with what they rest on, or why there are none. Never throws. */
export async function composeTask(model: ModelAnswers, task: Task): Promise<ModelEnd> {
  const { citations, asOf, place, sender } = task;
  const found: Quoted = {
    kind: 'quoted',
    sureness: 'exact',
    citations,
    missing: [],
    near: [],
    amendedBy: [],
    reasons: new Map(),
  };
  const question = loadPrompt(task.prompt).fill(task.slots);
  const answering = model.answer({ question, asOf, found, place, sender, earlier: [], personal: null });
  for (;;) {
    const next = await answering.next();
    if (next.done === true) return next.value;
  }
}
