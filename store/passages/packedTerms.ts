/** A term of a passage and how often it stands in its heading and in its words. */
export type TermCount = { readonly termId: number; readonly heading: number; readonly body: number };

/** Of a passage's terms those that were asked, and how many terms its heading holds in all. */
export type PickedTerms = { readonly terms: readonly TermCount[]; readonly headingLength: number };

/** Counts beyond this say no more: the score is long since full. */
export const MOST_COUNTED = 127;
/** The first byte: of this form, made from version 0.2 on. Bytes of the form before begin with another one. */
const MARK = 0xff;

/**
 * Packs a passage's terms, sorted by id, into the bytes that are stored. After the mark and the length of the heading
 * stands for each term how far its id is from the one before, then how often it stands in the words, doubled, and one
 * more where the heading holds it too; then how often it does. Numbers take seven bits a byte, the low ones first.
 */
export function packTerms(terms: readonly TermCount[]): Uint8Array {
  const sorted = [...terms].sort((a, b) => a.termId - b.termId);
  const bytes = [MARK];
  writeNumber(
    bytes,
    sorted.reduce((sum, { heading }) => sum + Math.min(heading, MOST_COUNTED), 0),
  );
  let previous = 0;
  for (const { termId, heading, body } of sorted) {
    writeNumber(bytes, termId - previous);
    previous = termId;
    bytes.push(Math.min(body, MOST_COUNTED) * 2 + (heading > 0 ? 1 : 0));
    if (heading > 0) bytes.push(Math.min(heading, MOST_COUNTED));
  }
  return Uint8Array.from(bytes);
}

/**
 * Of a passage's packed terms those that are asked, which have to be sorted; both lists are walked once. A search reads
 * some ten thousand terms here, so numbers are put together in place.
 */
export function pickTerms(packed: Uint8Array, asked: readonly number[]): PickedTerms {
  if (packed[0] !== MARK) return pickFormer(packed, asked);
  const terms: TermCount[] = [];
  let at = 1;
  let headingLength = -1;
  let next = 0;
  let termId = 0;
  while (at < packed.length && next < asked.length) {
    let part = packed[at++] ?? 0;
    let distance = part & 127;
    for (let place = 128; part > 127; place *= 128) {
      part = packed[at++] ?? 0;
      distance += (part & 127) * place;
    }
    if (headingLength === -1) {
      headingLength = distance;
      continue;
    }
    termId += distance;
    const counts = packed[at++] ?? 0;
    const heading = (counts & 1) === 1 ? (packed[at++] ?? 0) : 0;
    while (next < asked.length && (asked[next] ?? 0) < termId) next += 1;
    if (asked[next] === termId) terms.push({ termId, heading, body: counts >> 1 });
  }
  return { terms, headingLength: Math.max(0, headingLength) };
}

/** All of a passage's packed terms, by id. */
export function unpackTerms(packed: Uint8Array): readonly TermCount[] {
  if (packed[0] !== MARK) return unpackFormer(packed);
  let at = 1;
  const number = (): number => {
    let value = 0;
    for (let place = 1; ; place *= 128) {
      const part = packed[at++] ?? 0;
      value += (part & 127) * place;
      if (part < 128) return value;
    }
  };
  number();
  const terms: TermCount[] = [];
  for (let termId = 0; at < packed.length; ) {
    termId += number();
    const counts = packed[at++] ?? 0;
    terms.push({ termId, heading: (counts & 1) === 1 ? (packed[at++] ?? 0) : 0, body: counts >> 1 });
  }
  return terms;
}

function writeNumber(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

/** The former form, which stands until a directive is indexed anew: four bytes of id, one of each count. */
const FORMER_BYTES = 6;

function unpackFormer(packed: Uint8Array): readonly TermCount[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  return Array.from({ length: Math.floor(packed.byteLength / FORMER_BYTES) }, (_, index) => {
    const at = index * FORMER_BYTES;
    return { termId: view.getUint32(at), heading: view.getUint8(at + 4), body: view.getUint8(at + 5) };
  });
}

function pickFormer(packed: Uint8Array, asked: readonly number[]): PickedTerms {
  const wanted = new Set(asked);
  const terms = unpackFormer(packed);
  return {
    terms: terms.filter(({ termId }) => wanted.has(termId)),
    headingLength: terms.reduce((sum, { heading }) => sum + heading, 0),
  };
}
