/** What the picture of a person's standing shows. Counts of requirements, and one bar a kind of qualification. */
export type GapPicture = {
  /** `Còn thiếu gì – Nguyễn Thị Mẫu`. */
  readonly title: string;
  /** `Tính đến 22/11/2026 · theo yêu cầu mẫu – chưa thẩm định`. */
  readonly subtitle: string;
  readonly met: number;
  readonly missing: number;
  readonly unknown: number;
  /** One line a requirement, in the order of the answer. */
  readonly lines: readonly { readonly label: string; readonly status: 'met' | 'missing' | 'unknown' }[];
};

/** A picture ready to send. */
export type Picture = { readonly png: Uint8Array; readonly width: number; readonly height: number };

/** Draws a person's standing: readable on a phone, told apart without colour too. */
export async function drawGaps(_picture: GapPicture): Promise<Picture> {
  throw new Error('not written yet');
}
