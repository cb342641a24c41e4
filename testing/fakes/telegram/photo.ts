const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_BYTES = 10 * 1024 * 1024;
const MOST_SIDES = 10_000;
const MOST_RATIO = 20;

/** Why `sendPhoto` refuses a picture, in the words of the real server; `null` where it takes it. PNG only. */
export function photoProblem(bytes: Buffer): string | null {
  if (bytes.byteLength > MOST_BYTES) return 'file is too big';
  if (bytes.byteLength < 24 || !bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return 'IMAGE_PROCESS_FAILED';
  // The first chunk holds the size.
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const ratio = Math.max(width, height) / Math.max(Math.min(width, height), 1);
  return width + height > MOST_SIDES || ratio > MOST_RATIO ? 'PHOTO_INVALID_DIMENSIONS' : null;
}
