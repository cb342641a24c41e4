import type { ModelAnswers, ModelAnswersOptions } from '../answer/model/service.ts';
import type { ModelSettings } from '../config.ts';

/** The model of the configuration; `null` where there is none, and then nothing of it is even loaded. */
export async function configuredModel(
  settings: ModelSettings | null,
  options: Omit<ModelAnswersOptions, 'settings' | 'check'>,
): Promise<ModelAnswers | null> {
  if (settings === null) return null;
  const [{ createModelAnswers }, { checkSentences }] = await Promise.all([
    import('../answer/model/service.ts'),
    import('../answer/check/checkSentences.ts'),
  ]);
  return createModelAnswers({ ...options, settings, check: checkSentences });
}
