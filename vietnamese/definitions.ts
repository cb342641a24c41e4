import { indexedSyllables } from './terms.ts';

/** A line that defines: a label or bullet, the words that are defined, perhaps an abbreviation in brackets, "là". */
const DEFINES =
  /^[^\p{L}\n]*(?:\p{L}[.)]\s+)?["“‘']*([\p{L}\p{N}][^.;:?!\n“”"]{1,110}?)["”’']*\s*(?:\([^)\n]{1,80}\))?\s*[,:]?\s+(?:là|được hiểu là|có nghĩa là|nghĩa là)\s/gimu;
/** "(sau đây gọi là X)" defines X too. */
const CALLED = /sau đây (?:được )?gọi (?:tắt |chung )?là ["“]?([\p{L}\p{N}][^.;:?!()\n“”"]{1,60})["”]?\)/giu;

/** Words that may stand before what is asked about and are no part of it. */
const LEADING = new Set('viec cac nhung mot khai niem thuat ngu cum tu the nao vay cho hoi xin'.split(' '));
/** "X không phải là …", "chậm nhất là …", "đối với X là …", a list's letter define nothing. */
const NO_DEFINITION =
  /^=(?:(?:cham|muon|som|it|doi_voi|neu|khi)_|(?:.*_)?(?:khong_phai|cham_nhat|co_the)$|.$)/;
/** A term that holds less of the words asked about is another thing's. */
const LEAST_SHARE = 0.6;
/** A defined term has at most this many syllables. */
const LONGEST = 12;

/** Asks what something is; the group is that something, folded. */
const ASKS: readonly RegExp[] = [
  /^(.{2,120}?) (?:(?:duoc|co) (?:hieu|dinh nghia|nghia|goi) )?(?:la (?:[a-z]+ )?(?:gi|nhu the nao|the nao)|duoc (?:hieu|dinh nghia) (?:nhu )?the nao)(?![a-z])/,
  /(?:the nao la|nhu nao la|the nao duoc (?:goi|coi) la|(?:khai niem|dinh nghia)(?: ve| cua)?|hieu the nao (?:la|ve)) (.{2,120})/,
];
/** "X là Y, đúng hay sai?" asks what X is by saying it; only a definition of X itself is meant. */
const SAYS = /^(.{2,120}?) la /;

/** The index terms under which a text defines something: `=vi_tri_viec_lam` for "Vị trí việc làm là …". */
export function definitionTerms(text: string): readonly string[] {
  const found = new Set<string>();
  for (const pattern of [DEFINES, CALLED]) {
    for (const match of text.matchAll(pattern)) {
      const words = withoutLead(indexedSyllables(match[1] ?? '').map(({ folded }) => folded));
      const term = definitionTerm(words);
      if (words.length > 0 && words.length <= LONGEST && !NO_DEFINITION.test(term)) found.add(term);
    }
  }
  return [...found];
}

/** An index term that a definition of what is asked may stand under. */
export type AskedDefinition = {
  readonly term: string;
  /** Which share (0–1] of the words asked about the term holds: "chứng chỉ nghề theo Luật này" asks little of "chứng chỉ". */
  readonly share: number;
};

/** The terms under which a definition of what the question asks about may be found, the longest first; empty when it asks for none. */
export function askedDefinitions(question: string): readonly AskedDefinition[] {
  const words = indexedSyllables(question);
  const folded = words.map((word) => word.folded).join(' ');
  const asked = ASKS.map((pattern) => pattern.exec(folded)?.[1]).find((found) => found !== undefined);
  const said = asked ?? SAYS.exec(folded)?.[1];
  if (said === undefined) return [];
  const syllables = withoutLead(said.split(' '));
  const least = asked === undefined ? 1 : LEAST_SHARE;
  const found = new Map<string, number>();
  for (let length = Math.min(syllables.length, LONGEST); length >= 1; length -= 1) {
    for (let start = 0; start + length <= syllables.length; start += 1) {
      // What is asked about begins or ends the words: in the middle it is only mentioned.
      if (start > 0 && start + length < syllables.length) continue;
      const share = length / syllables.length;
      if (share < least) continue;
      const term = definitionTerm(syllables.slice(start, start + length));
      if (!found.has(term)) found.set(term, share);
    }
  }
  return [...found].map(([term, share]) => ({ term, share }));
}

/** Whether an index term is one of a definition. */
export function isDefinitionTerm(term: string): boolean {
  return term.startsWith('=');
}

function definitionTerm(syllables: readonly string[]): string {
  return `=${syllables.join('_')}`;
}

function withoutLead(syllables: readonly string[]): readonly string[] {
  const first = syllables.findIndex((syllable) => !LEADING.has(syllable));
  return first === -1 ? [] : syllables.slice(first);
}
