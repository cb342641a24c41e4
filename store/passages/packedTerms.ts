/** A term of a passage and how often it stands in its heading and in its words. */
export type TermCount = { readonly termId: number; readonly heading: number; readonly body: number };

/** Of a passage's terms those that were asked, and how many terms its heading holds in all. */
export type PickedTerms = { readonly terms: readonly TermCount[]; readonly headingLength: number };

/** Four bytes of id, one of each count; counts beyond 255 say no more than 255. */
const BYTES = 6;

/** Packs a passage's terms, sorted by id, into the bytes that are stored: reading them back costs no parsing. */
export function packTerms(terms: readonly TermCount[]): Uint8Array {
  // A number holds all six bytes, and numbers are sorted much faster than what holds them.
  const sorted = new Float64Array(terms.length);
  for (const [at, { termId, heading, body }] of terms.entries()) {
    sorted[at] = termId * 65_536 + Math.min(heading, 255) * 256 + Math.min(body, 255);
  }
  sorted.sort();
  const bytes = new Uint8Array(terms.length * BYTES);
  const view = new DataView(bytes.buffer);
  for (const [at, packed] of sorted.entries()) {
    view.setUint32(at * BYTES, Math.floor(packed / 65_536));
    view.setUint16(at * BYTES + 4, packed % 65_536);
  }
  return bytes;
}

/** Of a passage's packed terms those that are asked, which have to be sorted; both lists are walked once. */
export function pickTerms(packed: Uint8Array, asked: readonly number[]): PickedTerms {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const terms: TermCount[] = [];
  let headingLength = 0;
  let next = 0;
  for (let at = 0; at + BYTES <= packed.byteLength; at += BYTES) {
    const heading = view.getUint8(at + 4);
    headingLength += heading;
    if (next >= asked.length) continue;
    const termId = view.getUint32(at);
    while (next < asked.length && (asked[next] ?? 0) < termId) next += 1;
    if (asked[next] === termId) terms.push({ termId, heading, body: view.getUint8(at + 5) });
  }
  return { terms, headingLength };
}

/** All of a passage's packed terms, by id. */
export function unpackTerms(packed: Uint8Array): readonly TermCount[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  return Array.from({ length: Math.floor(packed.byteLength / BYTES) }, (_, index) => {
    const at = index * BYTES;
    return { termId: view.getUint32(at), heading: view.getUint8(at + 4), body: view.getUint8(at + 5) };
  });
}
