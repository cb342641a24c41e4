import { KnownError } from '../../errors.ts';

/** The `KnownError` that `work` ends in; fails the test where it ends otherwise. */
export async function refusalOf(work: () => unknown): Promise<KnownError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof KnownError) return error;
    throw error;
  }
  throw new Error('expected a refusal');
}
