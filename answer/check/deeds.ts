import type { Clause } from './clauses.ts';
import { deedsIn, LOOSE, namesOf, unitsIn } from './deedsIn.ts';
import { type GroupKind, groupsIn } from './groups.ts';
import type { FailureReason } from './reasons.ts';
import type { Word } from './word.ts';
import { coverage, type Held, heldBy, wordsOf } from './words.ts';

/** A deed of a provision, ready to be held against what a sentence says. */
export type WrittenDeed = {
  readonly names: ReadonlySet<string>;
  readonly held: Held;
  /** The words with which the deed and what is joined to it begin: its verbs. */
  readonly verbs: ReadonlySet<string>;
  readonly isNominal: boolean;
  readonly isSuffered: boolean;
  readonly written: string;
  /** Those who stand in a list with them: names that nobody foresaw may part one from the next. */
  readonly listed: ReadonlySet<string>;
};

/** Whether two names may mean the same: one may leave out what the other adds. */
function isSame(one: string, other: string): boolean {
  if (one === other) return true;
  if ([one, other].some((name) => BODIES.has(name) && one.startsWith(name) && other.startsWith(name)))
    return true;
  if (one.startsWith('bên ')) return one.startsWith(other) || other.startsWith(one);
  const [a = [], b = []] = [one, other].map((name) => {
    const parts = name.split('+');
    const telling = parts.filter((part) => !LOOSE.has(part));
    return telling.length === 0 ? parts : telling;
  });
  const [x, y] = [a, b].map((parts) => parts.filter((part) => !LEVELS.has(part)));
  // Where only one names a level, the other leaves it out.
  if (
    x !== undefined &&
    y !== undefined &&
    x.length > 0 &&
    y.length > 0 &&
    (x.length === a.length || y.length === b.length)
  )
    return x.every((part) => y.includes(part)) || y.every((part) => x.includes(part));
  return a.every((part) => b.includes(part)) || b.every((part) => a.includes(part));
}

const startsLoose = (name: string): boolean => [...LOOSE].some((loose) => name.startsWith(loose));
const LEVELS = new Set([
  'tỉnh',
  'xã',
  'phường',
  'huyện',
  'trung ương',
  'thành phố',
  'thôn',
  'khu phố',
  'quân khu',
]);
const isLoose = (name: string): boolean => name.split('+').every((part) => LOOSE.has(part));

/** "Trách nhiệm của người được cử đi học": who does what the clauses below say without a subject. */
const OF_WHOM = /(?:trách nhiệm|quyền lợi|quyền|quyền hạn|nghĩa vụ|nhiệm vụ|thẩm quyền) của\s/iu;

const DOES = /(?<!\p{L})(?:có|phải|chịu|được|thực hiện|quyết định|sau|gồm|khi|nếu|thì)(?!\p{L})/iu;

const NAMES_KINDS = /hình thức(?: (?:như )?sau(?: đây)?)?\s*:?\s*$/iu;

/** Who acts in a clause that names nobody, as the words above it tell. */
function inherited({
  above,
  leads,
}: Clause): { readonly names: ReadonlySet<string>; readonly text: string } | null {
  for (const [at, text] of above.entries()) {
    const whom = text.search(OF_WHOM);
    // "cơ sở được chọn một trong hai hình thức:" does not say who does what each of them is.
    const deeds = at < leads && !NAMES_KINDS.test(text) ? deedsIn(text).filter(({ isSure }) => isSure) : [];
    if (deeds.length > 0) {
      // "Các Bộ, cơ quan ngang Bộ, Ủy ban nhân dân các tỉnh": a lead that does nothing but name.
      const names = DOES.test(text) ? [] : namesOf(text, groupsIn(text));
      // "Bộ trưởng chỉ đạo các đơn vị phối hợp": what follows is done by both.
      return { names: new Set([...deeds.flatMap((deed) => [...deed.names]), ...names]), text };
    }
    if (whom === -1) continue;
    const tail = text.slice(whom);
    const names = namesOf(tail, unitsIn(tail)[0]?.groups ?? []);
    if (names.length > 0) return { names: new Set(names), text };
  }
  return null;
}

/** A clause behind a semicolon without a subject of its own. */
const GOES_ON = /^(?!(?:người|những|các|mọi|ai)\s)\p{Ll}/u;

/** Who does what in the clauses of a provision. */
export function writtenDeeds(clauses: readonly Clause[]): readonly WrittenDeed[] {
  let last: { readonly line: string; readonly names: ReadonlySet<string> } | null = null;
  return clauses
    .filter(({ kind }) => kind === 'own')
    .flatMap((clause) => {
      const own = deedsIn(clause.text);
      const line = [clause.source.id, ...clause.labels].join();
      // Behind a semicolon a clause without a subject has that of the one before.
      const carried = last?.line === line && GOES_ON.test(clause.text) ? last.names : null;
      const opening =
        own.find(({ isSure, start }) => isSure && start < 3)?.names ??
        carried ??
        own.find(({ isSure }) => isSure)?.names ??
        null;
      last = opening === null ? null : { line, names: opening };
      const made = own.map(({ names, texts, isNominal, isSuffered, start }) => ({
        names,
        listed: listedBefore(clause.text, start),
        isNominal,
        isSuffered: isSuffered === true,
        held: heldBy(texts),
        verbs: verbsIn(texts),
        written: [...names].join(', '),
      }));
      const first = own.find(({ isSure }) => isSure)?.start ?? Number.POSITIVE_INFINITY;
      const weight = wordsOf(clause.text.slice(0, Math.min(first, clause.text.length))).reduce(
        (sum, word) => sum + word.weight,
        0,
      );
      const above = weight < 1 ? null : carried === null ? inherited(clause) : { names: carried, text: '' };
      if (above === null) return made;
      const held = heldBy([clause.text, above.text]);
      const verbs = verbsIn([clause.text, above.text]);
      return [
        ...made,
        {
          names: above.names,
          held,
          verbs,
          isNominal: false,
          isSuffered: false,
          written: [...above.names].join(', '),
          listed: NOBODY,
        },
      ];
    });
}

const NOBODY: ReadonlySet<string> = new Set();

const LISTED: ReadonlySet<GroupKind> = new Set(['staff', 'learner', 'rank']);

/** "Điều tra viên sơ cấp, thẩm tra viên chính, giảng viên chính được giảm": whom a list names before the last of it. */
function listedBefore(text: string, end: number): ReadonlySet<string> {
  const from = Math.max(
    text.lastIndexOf('; ', end),
    text.lastIndexOf('. ', end),
    text.lastIndexOf(': ', end),
    0,
  );
  const groups = groupsIn(text.slice(from, end));
  const listed = groups.filter((group) => {
    const between = text.slice(from + group.end, end);
    const commas = between.match(/,\s/gu)?.length ?? 0;
    return (
      commas > 0 && (LISTED.has(group.kind) || (group.kind === 'title' && commas > 2)) && !DOES.test(between)
    );
  });
  return listed.length === 0 ? NOBODY : new Set(listed.map(({ name }) => name));
}

/** Joined deeds begin behind these. */
const JOINTS = /[,;:]\s+|\s(?:và|hoặc|để|rồi|đồng thời|thì|phải|được|có trách nhiệm|có quyền|có thể)\s/u;
const OPENING = 4;

function verbsIn(texts: readonly string[]): ReadonlySet<string> {
  const openings = texts
    .flatMap((text) => text.split(JOINTS))
    .map((text) =>
      wordsOf(text)
        .filter(({ weight }) => weight > 0)
        .slice(0, OPENING),
    );
  return new Set(openings.flat().map(({ key }) => key));
}

/** What is done differs, where the deed does not begin with the verb that is said. */
const OTHER_VERB = 0.25;

/** The verb stands first: it counts more than what follows. */
const VERB = 2;
const VERB_WORDS = 3;
/** "cơ quan thanh tra" may be the one that is meant. */
const LOOSELY = 0.8;
const SURE = 0.7;
const MARGIN = 0.28;
/** Where only the other does what the verb says, less is enough. */
const SURE_BY_VERB = 0.6;
const MARGIN_BY_VERB = 0.2;

function share(words: readonly Word[], held: Held): number {
  const covered = coverage(words, held);
  let at = 0;
  let whole = 0;
  let sum = 0;
  for (const [index, { weight, key }] of words.entries()) {
    if (key === '' || (weight === 0 && at >= VERB_WORDS)) continue;
    const heavy = Math.max(weight, 0.1) * (at < VERB_WORDS ? VERB : 1);
    if (weight > 0) at += 1;
    whole += heavy;
    sum += heavy * (covered[index] ?? 0);
  }
  return whole === 0 ? 0 : sum / whole;
}

/** Whoever it is: only the verb tells that they, and no other, do it. */
const WHOEVER: ReadonlySet<string> = new Set(['cấp có thẩm quyền']);

/** A condition is told in words of the speaker's own. */
const CONDITION = /(?<!\p{L})(?:khi|nếu|trường hợp)\s(?:các |những |mà )?$/iu;

/** Has a number of others do it. */
const HAS =
  /^\s+(?:(?:phải|cần) )?(?:có|bảo đảm|đảm bảo|bố trí)(?: có)? (?:(?:ít nhất|tối thiểu|trên|từ|đủ|không dưới) )?\d+\s?%?\s/iu;

/** Told without those who do it. */
const SUFFERS = /^\s+(?:(?:đã|đang|mà|khi|nếu) )?(?:bị|được)(?!\p{L})/iu;

/** A deed told in fewer words is no deed to go by; of a body known by half its name, in more. */
const LEAST = 1.2;
const LEAST_OF_BODY = 2.5;
/** Bodies of which a provision mostly has one: told by the head of the name alone. */
const BODIES: ReadonlySet<string> = new Set(['hội đồng']);
const BODY = /^(hội đồng)(?= )/u;

function isKnown(name: string, scope: Held): boolean {
  const [first = ''] = name.split('+');
  return (
    scope.singles.has(`*${first}`) ||
    scope.text.includes(
      ` ${wordsOf(name)
        .map(({ key }) => key)
        .join(' ')} `,
    )
  );
}

/** Someone of a sentence whose deed is another's in the provision. */
export function deedsBetween(
  part: string,
  written: readonly WrittenDeed[],
  scope: Held,
): { readonly swapped: FailureReason | null; readonly sure: ReadonlySet<string> } {
  const sure = new Set<string>();
  let swapped: FailureReason | null = null;
  for (const { names, texts, isSure, start, end } of deedsIn(part)) {
    if (!isSure) continue;
    const own = [...names]
      // "Hội đồng họp khi …", of one Hội đồng: what stands behind may be no name.
      .map((name) => (BODY.test(name) && !isKnown(name, scope) ? (BODY.exec(name)?.[1] ?? name) : name))
      .filter((name) => (!isLoose(name) || BODIES.has(name)) && isKnown(name, scope));
    if (own.length === 0) continue;
    const isOffice = own.every(startsLoose);
    const words = texts.flatMap(wordsOf);
    const isLoosely = own.every((name) => BODIES.has(name)) || CONDITION.test(part.slice(0, start));
    const least = isLoosely ? LEAST_OF_BODY : LEAST;
    if (words.reduce((sum, { weight }) => sum + weight, 0) < least) {
      for (const name of own) for (const part of name.split('+')) sure.add(part);
      continue;
    }
    const verb = words.find(({ weight }) => weight > 0);
    const numbers = words.slice(0, OPENING).flatMap(({ key }) => (/^\d+$/.test(key) ? [key] : []));
    const isSuffering = SUFFERS.test(part.slice(end));
    // "công chức được cấp có thẩm quyền giao nhiệm vụ": what follows is told of them all the same.
    const isDoneToOwn = written.some(
      ({ isSuffered, names }) =>
        isSuffered && own.some((name) => [...names].some((one) => isSame(name, one))),
    );
    // "Cơ sở phải có ít nhất 70% giảng viên tham gia", of "có ít nhất 70% giảng viên tham gia": both are told.
    const had = HAS.test(part.slice(end))
      ? groupsIn(part.slice(end))
          .slice(0, 1)
          .map(({ name }) => name)
      : [];
    let isWhole = false;
    let [same, other] = [0, 0];
    let [isOwnVerb, isOthersVerb] = [false, false];
    let instead = '';
    for (const deed of written) {
      if (deed.isSuffered && !isSuffering) continue;
      const isVerb = verb === undefined || deed.verbs.has(verb.key);
      const value = share(words, deed.held);
      const inOwn = value - (isVerb || deed.isNominal ? 0 : OTHER_VERB);
      if (own.some((name) => [...deed.names, ...deed.listed].some((one) => isSame(name, one)))) {
        same = Math.max(same, inOwn);
        isOwnVerb ||= isVerb;
      } else if (deed.isNominal) {
        // Says nothing of others.
      } else if ([...deed.names].every((name) => isLoose(name) || (!isOffice && startsLoose(name)))) {
        same = Math.max(same, LOOSELY * inOwn);
      } else {
        if (had.some((name) => [...deed.names].some((one) => isSame(name, one)))) isWhole ||= value >= SURE;
        // "thuộc đối tượng 4" is not told of those of đối tượng 1.
        if (numbers.some((number) => !deed.held.singles.has(number))) continue;
        if (isDoneToOwn && [...deed.names].every((name) => WHOEVER.has(name))) continue;
        if (value <= other || (!isVerb && [...deed.names].every((name) => WHOEVER.has(name)))) continue;
        isOthersVerb = isVerb;
        other = value;
        instead = deed.written;
      }
    }
    if (same >= other && (isOwnVerb || !isOthersVerb))
      for (const name of own) for (const part of name.split('+')) sure.add(part);
    const [sureAt, margin] = isOthersVerb && !isOwnVerb ? [SURE_BY_VERB, MARGIN_BY_VERB] : [SURE, MARGIN];
    if (!isWhole && other >= sureAt && other - same >= margin) {
      swapped ??= { kind: 'swapped_subject', found: part.slice(start, end), instead };
    }
  }
  return { swapped, sure };
}
