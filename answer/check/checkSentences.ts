import { writePath } from '../../domain/citation.ts';
import type { IsoDate } from '../../domain/day.ts';
import { once, remembered } from '../../vietnamese/remembered.ts';
import { checkFigures } from './agreement.ts';
import { candidatesOf, checkMeaning, deedsOf } from './alignment.ts';
import type { Candidate } from './candidate.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { checkCoverage, fitOf, isCloser } from './covered.ts';
import type { WrittenDeed } from './deeds.ts';
import { denialDiffers } from './differences.ts';
import { foreignWords } from './foreign.ts';
import { replacedInPlace } from './inPlace.ts';
import { closestLines, type WrittenLine, writtenLines } from './lines.ts';
import { isPlain } from './plain.ts';
import { checkQuotes } from './quotes.ts';
import type { FailureReason } from './reasons.ts';
import { checkReferences, withoutReferences } from './references.ts';
import type { AnswerSource } from './source.ts';
import { mixedUnits } from './units.ts';
import { checkValidity } from './validity.ts';
import { type Held, heldBy, plainText, wordsOf } from './words.ts';
import { type WrittenFigures, writtenFigures } from './writtenFigures.ts';

/** A sentence as a model gives it, with the ids of the sources on which it rests. */
export type AnswerSentence = { readonly text: string; readonly sources: readonly number[] };

/** `plain`: it claims nothing; `checked`: every claim stands in its sources; `failed`: not to be shown. */
export type CheckedSentence = AnswerSentence & {
  readonly verdict: 'plain' | 'checked' | 'failed';
  /** Empty unless it failed. */
  readonly reasons: readonly FailureReason[];
};

export type CheckedAnswer = {
  /** All of them, in the order given. */
  readonly sentences: readonly CheckedSentence[];
  readonly kept: readonly CheckedSentence[];
  readonly dropped: readonly CheckedSentence[];
  /** So little is left that the quoted answer is to be given instead. */
  readonly tooLittle: boolean;
};

/** `today`: the day for which the answer is asked. */
export type CheckOptions = { readonly today: IsoDate };

/** At least this share of the sentences that claim something has to be left. */
const ENOUGH = 0.5;

/** Checks a whole answer: see `createChecker`. */
export function checkSentences(
  sentences: readonly AnswerSentence[],
  sources: readonly AnswerSource[],
  options: CheckOptions,
): CheckedAnswer {
  const check = createChecker(sources, options);
  return sumUp(sentences.map(check));
}

/** What is left of an answer of which every sentence has been checked. */
export function sumUp(sentences: readonly CheckedSentence[]): CheckedAnswer {
  const dropped = sentences.filter(({ verdict }) => verdict === 'failed');
  const checked = sentences.filter(({ verdict }) => verdict === 'checked').length;
  return {
    sentences,
    kept: sentences.filter(({ verdict }) => verdict !== 'failed'),
    dropped,
    tooLittle: checked === 0 || checked < ENOUGH * (checked + dropped.length),
  };
}

/**
 * Checks sentences one by one against the sources that were offered, as they come from a model. All by rules: every number, date,
 * document, provision and quotation of a sentence has to stand in what it cites, said of the same thing; nobody may stand in
 * another's place, nothing be denied that is affirmed; and its words have to be those of the provision or mean the same.
 */
export function createChecker(
  sources: readonly AnswerSource[],
  options: CheckOptions,
): (sentence: AnswerSentence) => CheckedSentence {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const clausesById = new Map<number, readonly Clause[]>();
  const prepared = new Map<string, Prepared>();
  const clausesFor = (source: AnswerSource): readonly Clause[] => {
    const clauses = clausesById.get(source.id) ?? clausesOf(source);
    clausesById.set(source.id, clauses);
    return clauses;
  };
  const preparedFor = (cited: readonly AnswerSource[]): Prepared => {
    const key = cited.map(({ id }) => id).join();
    const made = prepared.get(key) ?? prepare(cited.flatMap(clausesFor));
    prepared.set(key, made);
    return made;
  };
  return (sentence) => {
    if (isPlain(sentence.text) || !WORD.test(bareText(sentence.text)))
      return { ...sentence, verdict: 'plain', reasons: [] };
    const ids = [...new Set(sentence.sources)];
    const cited = ids.flatMap((id) => byId.get(id) ?? []);
    const unknown = ids.filter((id) => !byId.has(id));
    const reasons: FailureReason[] = unknown.map((id) => ({ kind: 'unknown_source', found: String(id) }));
    if (ids.length === 0) reasons.push({ kind: 'no_source', found: sentence.text });
    if (cited.length > 0) reasons.push(...checkText(sentence.text, cited, preparedFor(cited), options));
    if (reasons.length === 0) {
      const meant = closerOf(sentence.text, cited, sources, preparedFor);
      if (meant !== null)
        reasons.push({ kind: 'wrong_provision', found: sentence.text, instead: writePath(meant.path) });
    }
    return { ...sentence, verdict: reasons.length === 0 ? 'checked' : 'failed', reasons };
  };
}

/** Marks of sources, stops and signs alone claim nothing, and nothing of them is checked. */
const WORD = /[\p{L}\p{N}]/u;

/** A provision that was offered, is not cited, and says what the sentence says much more closely than those cited. */
function closerOf(
  written: string,
  cited: readonly AnswerSource[],
  offered: readonly AnswerSource[],
  preparedFor: (sources: readonly AnswerSource[]) => Prepared,
): AnswerSource | null {
  const others = offered.filter(
    (source) => !cited.some((own) => own.id === source.id || overlaps(own, source)),
  );
  if (others.length === 0) return null;
  const bare = withoutReferences(bareText(written));
  const words = wordsOf(bare).filter(({ weight }) => weight > 0);
  const fitIn = ({ candidates, scope }: Prepared) => fitOf(bare, candidates, scope);
  const own = fitIn(preparedFor(cited));
  if (own.words + own.pairs > MOST) return null;
  const whole = words.reduce((sum, { weight }) => sum + weight, 0);
  return (
    others.find((source) => {
      const keys = new Set([source.text, ...source.above].flatMap((text) => keysOf(text)));
      const known = words.reduce((sum, { key, weight }) => sum + (keys.has(key) ? weight : 0), 0);
      // Most of what is offered speaks of other things.
      return known >= own.words * ALMOST * whole && isCloser(fitIn(preparedFor([source])), own);
    }) ?? null
  );
}

const keysOf = remembered((text) => wordsOf(text).map(({ key }) => key));

/** Nothing says it much more closely than what fits so well. */
const MOST = 1.8;
/** Words of the same meaning may make up for some that a provision lacks. */
const ALMOST = 0.8;

/** Whether one provision is part of the other. */
function overlaps(one: AnswerSource, other: AnswerSource): boolean {
  if (one.document.number !== other.document.number) return false;
  const [short, long] = [one.path, other.path].sort((a, b) => a.length - b.length);
  return short?.every((label, at) => long?.[at] === label) === true;
}

/** What is read of the clauses that a sentence cites: once for all sentences that cite the same. */
type Prepared = {
  readonly clauses: readonly Clause[];
  readonly candidates: readonly Candidate[];
  readonly scope: Held;
  /** Read where the provision is cited; one that is only offered is asked for its words alone. */
  readonly figures: () => WrittenFigures;
  readonly deeds: () => readonly WrittenDeed[];
  readonly lines: () => readonly WrittenLine[];
};

function prepare(clauses: readonly Clause[]): Prepared {
  const candidates = candidatesOf(clauses);
  return {
    clauses,
    candidates,
    deeds: once(() => deedsOf(candidates)),
    scope: heldBy(clauses.flatMap(({ text, above }) => [text, ...above])),
    figures: once(() => writtenFigures(clauses)),
    lines: once(() => writtenLines(clauses)),
  };
}

function checkText(
  written: string,
  sources: readonly AnswerSource[],
  all: Prepared,
  { today }: CheckOptions,
): readonly FailureReason[] {
  const sentence = bareText(written);
  const { reasons, clauses } = checkReferences(sentence, sources, all.clauses);
  const bare = withoutReferences(sentence);
  const { candidates, scope, figures, deeds, lines } = clauses === all.clauses ? all : prepare(clauses);
  const said = [
    ...reasons,
    ...checkValidity(sentence, sources, today),
    ...checkQuotes(sentence, all.clauses),
  ];
  // The provision's own words, a clause or line of it whole, need no reading.
  const words = asWritten(sentence);
  if (clauses.some(({ kind, text }) => kind !== 'head' && asWritten(text) === words)) return said;
  const closest = closestLines(wordsOf(bare), lines());
  const strange = mixedUnits(bare, candidates, scope) ?? foreignWords(bare, scope);
  return [
    ...said,
    ...(strange === null ? [] : [strange]),
    ...checkFigures(sentence, figures()),
    ...checkMeaning(sentence, candidates, scope, deeds()),
    ...checkCoverage(bare, candidates, scope),
    ...denialDiffers(bare, closest),
    ...replacedInPlace(bare, closest),
  ];
}

/** A sentence without its marks of sources and lists. */
function bareText(written: string): string {
  return plainText(written)
    .replace(/\s*\[\d+(?:\s*[,;]\s*\d+)*\]/g, '')
    .replace(/^\s*(?:[-–•*+]|\d{1,2}[.)]|[a-zđ]\))\s+/u, '')
    .trim();
}

/** Small letters, one space between words, no mark at the end: a sign within (`5%`) still tells. */
function asWritten(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\s.;:,/]+$/, '');
}
