import { fold } from '../../vietnamese/text.ts';
import type { BenchQuestion } from './corpus.ts';
import { asKeystrokes, type TypingStyle } from './keystrokes.ts';
import { misspellEach } from './typos.ts';

/** The same questions, written in one way. */
export type QuestionSet = {
  readonly name: 'as typed' | 'folded' | 'typos' | TypingStyle;
  readonly questions: readonly BenchQuestion[];
};

export type SetOptions = {
  readonly foldQuestions?: boolean;
  readonly typos?: boolean;
  readonly keystrokes?: readonly TypingStyle[];
};

/** The questions as typed, and in each other way that is asked for. */
export function questionSets(
  questions: readonly BenchQuestion[],
  options: SetOptions,
): readonly QuestionSet[] {
  const written = (name: QuestionSet['name'], texts: readonly string[]): QuestionSet => ({
    name,
    questions: questions.map(({ relevant }, at) => ({ question: texts[at] ?? '', relevant })),
  });
  const typed = questions.map(({ question }) => question);
  return [
    { name: 'as typed', questions },
    ...(options.foldQuestions === true ? [written('folded', typed.map(fold))] : []),
    ...(options.typos === true ? [written('typos', misspellEach(typed))] : []),
    ...(options.keystrokes ?? []).map((style) =>
      written(
        style,
        typed.map((question) => asKeystrokes(question, style)),
      ),
    ),
  ];
}
