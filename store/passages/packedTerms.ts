/** A term of a passage and how often it stands in its heading and in its words. */
export type TermCount = { readonly termId: number; readonly heading: number; readonly body: number };

/** Of a passage's terms those that were asked, and how many terms its heading holds in all. */
export type PickedTerms = { readonly terms: readonly TermCount[]; readonly headingLength: number };

/** Four bytes of id, one of each count; counts beyond 255 say no more than 255. */
const BYTES = 6;

/** Packs a passage's terms, sorted by id, into the bytes that are stored: reading them back costs no parsing. */
export function packTerms(terms: readonly TermCount[]): Uint8Array {
  const bytes = new Uint8Array(terms.length * BYTES);
  const view = new DataView(bytes.buffer);
  for (const [at, { termId, heading, body }] of [...terms].sort((a, b) => a.termId - b.termId).entries()) {
    view.setUint32(at * BYTES, termId);
    view.setUint8(at * BYTES + 4, Math.min(heading, 255));
    view.setUint8(at * BYTES + 5, Math.min(body, 255));
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
