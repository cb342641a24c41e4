/** One thing that was looked at. `note`: works, but something is lost without it. `bad`: has to be mended. */
export type Check = {
  readonly name: string;
  readonly state: 'ok' | 'note' | 'bad';
  readonly says: string;
  /** What to do about it; `null` when there is nothing to do. */
  readonly todo: string | null;
};
