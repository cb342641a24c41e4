import type { Picture } from './gapPicture.ts';

/** Parts of a whole as horizontal bars, or two dates side by side (`before`). */
export type CountPicture = {
  readonly title: string;
  readonly subtitle: string;
  readonly unit: string;
  readonly parts: readonly { readonly label: string; readonly value: number; readonly before?: number }[];
  /** Names of the two dates where `before` is given. */
  readonly legend?: readonly [before: string, after: string];
};

export async function drawCounts(_picture: CountPicture): Promise<Picture> {
  throw new Error('not written yet');
}
