import type { ArchiveLimits } from '../../config.ts';
import { KnownError } from '../../errors.ts';
import { containerTexts as texts } from './texts.ts';

/** How long the documents of one archive or letter may take together. */
export type ArchiveBudget = {
  /** Asked before each document: why it is not read any more, a Vietnamese sentence; `null`: there is time. */
  readonly refuse: (fileName: string) => KnownError | null;
};

/**
 * Begins the time of an archive. The first document is always read, and one that was begun in time is read to its end: it has
 * limits of its own.
 * @param now milliseconds of a clock that never goes back
 */
export function archiveBudget(
  archive: string,
  { archiveMs }: Pick<ArchiveLimits, 'archiveMs'>,
  now: () => number = () => performance.now(),
): ArchiveBudget {
  const start = now();
  let isFirst = true;
  return {
    refuse: (fileName) => {
      const hasTime = isFirst || now() - start < archiveMs;
      isFirst = false;
      if (hasTime) return null;
      return new KnownError('limit_exceeded', texts.outOfTime(fileName, archive, archiveMs), {
        message: 'the documents of an archive took longer than they may together',
      });
    },
  };
}
