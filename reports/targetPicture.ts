import type { Picture } from './gapPicture.ts';

/** One bar a target: what was reached beside the goal. */
export type TargetPicture = {
  readonly title: string;
  readonly subtitle: string;
  readonly bars: readonly {
    readonly label: string;
    /** 0–100; `null` where nobody belongs to the group. */
    readonly percent: number | null;
    readonly goal: number;
    /** `12/15 người`. */
    readonly figures: string;
    readonly reached: boolean;
  }[];
};

export async function drawTargets(_picture: TargetPicture): Promise<Picture> {
  throw new Error('not written yet');
}
