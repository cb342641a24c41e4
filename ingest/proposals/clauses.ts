import type { Provision } from '../../domain/directive.ts';
import { lineClauses } from './lineClauses.ts';
import { type PostClause, postClauses } from './postClauses.ts';
import { inlinePost, leadingPosts } from './posts.ts';
import {
  ABOUT_BOTH,
  ABOUT_TRAINING,
  articleAbove,
  BESIDE,
  hasSiblings,
  headingAbove,
  headingsAbove,
  introducesStandard,
  isBareStandard,
  isOfPeople,
  isWithin,
  LABEL,
  LISTS_STANDARDS,
  listsDemands,
  NO_POST,
  OF_A_LEVEL,
  OF_ABILITY,
  OF_DOCUMENT,
  OF_PEOPLE,
  OF_POSITION,
  OF_STANDARD,
  OTHER,
  openingOf,
  SAYS_STANDARD,
} from './standardHeadings.ts';

/** A clause that tells which training, degrees and certificates are demanded. */
export type StandardClause = {
  /** Index of the clause. */
  readonly provision: number;
  /** Index of the provision whose heading says whose standard it is; `null` for the document. */
  readonly of: number | null;
  /** Only lines that begin as a demand are read: nothing says that the clause is about qualifications alone. */
  readonly strict: boolean;
  /** Only papers and levels are read: the clause is on what one can do. */
  readonly onlyPapers: boolean;
  /** Stretches in it that are read as clauses of their own. */
  readonly except: readonly Stretch[];
  /** Where it stands, where that is not the whole provision below its heading. */
  readonly part: (Stretch & { readonly clause: string | null }) | null;
  /** Whose it is, where the clause says so itself; `null`: as the heading of `of` says. */
  readonly named: string | null;
};

const AMENDS = /^(?:sửa đổi|bổ sung|bãi bỏ|thay thế)(?!\p{L})/iu;
const DIVISIONS: ReadonlySet<string> = new Set(['phan', 'muc']);

export type Stretch = { readonly start: number; readonly end: number };

/**
 * Where standards stand: the clauses headed "Tiêu chuẩn về trình độ đào tạo, bồi dưỡng" and the like; in an article on a
 * post's standards that has no such clause, the article itself.
 */
export function standardClauses(
  text: string,
  provisions: readonly Provision[],
  title: string | null,
): readonly StandardClause[] {
  const openings = provisions.map((provision) => openingOf(text, provision));
  const headed = openings.map((opening, index) => {
    if (!ABOUT_TRAINING.test(opening) || OF_A_LEVEL.test(opening)) return false;
    if (SAYS_STANDARD.test(opening)) return true;
    return (
      provisions[index]?.kind !== 'dieu' &&
      (OF_PEOPLE.test(title ?? '') ||
        isOfPeople(openings, provisions, index) ||
        hasSiblings(openings, provisions, index))
    );
  });
  const clauses: StandardClause[] = [];
  const read = new Set<number>();
  const isBelowRead = (index: number): boolean => {
    for (let at: number | null = index; at !== null; at = provisions[at]?.parent ?? null) {
      if (read.has(at)) return true;
    }
    return false;
  };
  const children = new Map<number, number[]>();
  for (const [index, { parent }] of provisions.entries()) {
    if (parent === null) continue;
    const own = children.get(parent);
    if (own === undefined) children.set(parent, [index]);
    else own.push(index);
  }
  const posts = new Map<number, PostClause>();
  const isOfStandards = (article: number) =>
    OF_STANDARD.test(openings[article] ?? '') || isListedPost(text, provisions, article, title);
  for (const [index, provision] of provisions.entries()) {
    const opening = openings[index] ?? '';
    // In an outline a division stands for the article.
    const isDivision = DIVISIONS.has(provision.kind) && /tiêu chuẩn/iu.test(opening);
    if (!(provision.kind === 'dieu' || isDivision) || OTHER.test(opening) || NO_POST.test(opening)) continue;
    for (const post of postClauses({ text, provisions, openings, children, isOfStandards }, index)) {
      posts.set(post.provision, post);
    }
  }
  const whole = { except: [], part: null, named: null, onlyPapers: false };
  for (const index of provisions.keys()) {
    if (!headed[index] || isBelowRead(index)) continue;
    const lifted = liftedClause(text, provisions, headed, index);
    if (lifted === null || read.has(lifted) || OTHER.test(headingAbove(text, provisions, lifted))) continue;
    read.add(lifted);
    const post = lifted === index ? undefined : posts.get(lifted);
    if (post !== undefined) {
      clauses.push(ofPost(post));
      continue;
    }
    clauses.push({
      ...whole,
      provision: lifted,
      of: whoseIndex(openings, provisions, lifted),
      strict: lifted !== index || provisions[lifted]?.kind === 'dieu',
    });
  }
  for (const [index, post] of posts) {
    const holds = [...read].some(
      (one) => one !== index && provisions[one]?.kind !== 'dieu' && isWithin(provisions, one, index),
    );
    if (read.has(index) || holds) posts.delete(index);
    else clauses.push(ofPost(post));
  }
  for (const [index, provision] of provisions.entries()) {
    if (hasRead(provisions, read, index) || isBelowRead(index) || posts.has(index)) continue;
    const opening = openings[index] ?? '';
    if (provision.kind !== 'dieu' && inlinePost(opening) !== null) {
      if (!/tiêu chuẩn/iu.test(`${headingsAbove(text, provisions, index)} ${title ?? ''}`)) continue;
      read.add(index);
      clauses.push({ ...whole, provision: index, of: index, strict: false });
      continue;
    }
    const isWhole = !(children.get(index) ?? []).some((one) => provisions[one]?.kind === 'khoan');
    const lines = provision.kind === 'dieu' && isWhole ? linesOf(text, provisions, index, title) : [];
    // Several dashes that each tell of one kind of training are items of the article.
    const isOfItems = lines.length > 1 && lines.every(({ clause }) => clause === '');
    if (lines.length > 0 && !isOfItems) {
      read.add(index);
      clauses.push(...lines.map((part) => ({ ...whole, provision: index, of: index, strict: false, part })));
      continue;
    }
    // What an amending article quotes is read where it is quoted.
    if (
      provision.kind === 'dieu' &&
      AMENDS.test(opening) &&
      /[“"]/u.test(text.slice(provision.start, provision.end))
    )
      continue;
    // "2. Tiêu chuẩn, điều kiện: …" of an article on a post holds the standard.
    const holdsStandard = (children.get(index) ?? []).some((one) =>
      isBareStandard(openings, provisions, one),
    );
    const isBoth = provision.kind !== 'dieu' && ABOUT_BOTH.test(opening);
    const isListed =
      provision.kind === 'dieu'
        ? isOfItems ||
          isOfStandards(index) ||
          introducesStandard(text, provision) ||
          (!holdsStandard && listsDemands(text, provision))
        : isBoth || LISTS_STANDARDS.test(opening) || isBareStandard(openings, provisions, index);
    if (isBoth && hasRead(provisions, read, articleAbove(provisions, index) ?? index)) continue;
    if (
      !isListed ||
      OTHER.test(headingAbove(text, provisions, index)) ||
      OF_POSITION.test(opening) ||
      OTHER.test(opening) ||
      (!isBoth && NO_POST.test(opening))
    )
      continue;
    read.add(index);
    clauses.push({ ...whole, provision: index, of: whoseIndex(openings, provisions, index), strict: true });
  }
  for (const { provision, of } of [...clauses]) {
    const parent = provisions[provision]?.parent ?? null;
    for (const index of parent === null || posts.has(provision) ? [] : (children.get(parent) ?? [])) {
      if (read.has(index) || posts.has(index) || !OF_ABILITY.test(openings[index] ?? '')) continue;
      read.add(index);
      clauses.push({ ...whole, provision: index, of, strict: true, onlyPapers: true });
    }
  }
  const own = [...posts.keys()].flatMap((index) => provisions[index] ?? []);
  return clauses
    .map((clause) =>
      posts.has(clause.provision)
        ? clause
        : { ...clause, except: own.filter(({ start }) => isIn(start, provisions[clause.provision])) },
    )
    .toSorted((a, b) => a.provision - b.provision);
}

function isIn(place: number, stretch: Stretch | undefined): boolean {
  return stretch !== undefined && stretch.start <= place && place < stretch.end;
}

function ofPost({ provision, named, start, end }: PostClause): StandardClause {
  return {
    provision,
    of: provision,
    strict: true,
    onlyPapers: false,
    except: [],
    part: { start, end, clause: null },
    named,
  };
}

/** Clauses on training that an article holds as lines only. */
function linesOf(text: string, provisions: readonly Provision[], index: number, title: string | null) {
  const article = provisions[index];
  const opening = openingOf(text, article ?? { start: 0, end: 0 });
  if (article === undefined || OTHER.test(opening) || NO_POST.test(opening) || OF_DOCUMENT.test(opening))
    return [];
  const words = text.slice(article.start, article.end);
  if (!/trình độ|văn bằng|bằng cấp|đào tạo|học vấn/iu.test(words)) return [];
  const isOfPost = () =>
    OF_PEOPLE.test(`${opening} ${headingsAbove(text, provisions, index)} ${title ?? ''}`) ||
    words.split('\n').some((line) => BESIDE.test(line.replace(LABEL, '')));
  return lineClauses(
    text,
    article,
    (line) => ABOUT_TRAINING.test(line) && !OF_A_LEVEL.test(line) && (SAYS_STANDARD.test(line) || isOfPost()),
  );
}

/** "a) Trình độ chuyên môn: …" beside "b) Lý luận chính trị: …" is an item of the clause above them. */
function liftedClause(
  text: string,
  provisions: readonly Provision[],
  headed: readonly boolean[],
  index: number,
): number | null {
  const provision = provisions[index];
  if (provision === undefined) return null;
  const opening = openingOf(text, provision);
  const isItem = /:\s*\S|^(?!.*:$)/u.test(opening) && !provisions.some(({ parent }) => parent === index);
  const ownText = text.slice(provision.start, provision.end).includes('\n');
  if (!isItem || ownText || provision.kind === 'dieu' || /^tiêu chuẩn|^yêu cầu/iu.test(opening)) return index;
  const { parent } = provision;
  if (parent === null) return index;
  const above = provisions[parent];
  if (above === undefined || headed[parent] === true) return parent;
  return OF_STANDARD.test(openingOf(text, above)) || provision.kind === 'diem' || provision.kind === 'gach'
    ? parent
    : index;
}

/** "Điều 6. Trưởng phòng" in a chapter or a document on standards. */
function isListedPost(
  text: string,
  provisions: readonly Provision[],
  index: number,
  title: string | null,
): boolean {
  const opening = openingOf(text, provisions[index] ?? { start: 0, end: 0 });
  if (OF_DOCUMENT.test(opening)) return false;
  const above = headingsAbove(text, provisions, index);
  return /tiêu chuẩn/iu.test(`${above} ${title ?? ''}`) && leadingPosts(opening).length > 0;
}

/** The provision whose heading names the post: a list's item, the article, in an outline the division above the clause. */
function whoseIndex(
  openings: readonly string[],
  provisions: readonly Provision[],
  index: number,
): number | null {
  for (let at: number | null = index; at !== null; at = provisions[at]?.parent ?? null) {
    if (provisions[at]?.kind === 'dieu' || leadingPosts(openings[at] ?? '').length > 0) return at;
  }
  return provisions[index]?.parent ?? null;
}

function hasRead(provisions: readonly Provision[], read: ReadonlySet<number>, article: number): boolean {
  const { start, end } = provisions[article] ?? { start: 0, end: 0 };
  return [...read].some((index) => {
    const clause = provisions[index];
    return clause !== undefined && clause.start >= start && clause.end <= end;
  });
}
