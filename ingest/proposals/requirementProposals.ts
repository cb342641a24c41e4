import type { ParsedDirective, Provision } from '../../domain/directive.ts';
import type { ProposedRequirement, StandardProposal } from '../../domain/proposal.ts';
import { parseDate } from '../../vietnamese/dates.ts';
import { borrowedBy } from './borrowed.ts';
import { standardClauses } from './clauses.ts';
import { withDeemed } from './deemed.ts';
import { demandedIn, demandsPaper, namesRung } from './demands.ts';
import { withExempt } from './exempt.ts';
import { articlesOfPosts, experienceIn } from './experience.ts';
import { type Point, pointsOf, smallestAt } from './points.ts';
import { inlinePost } from './posts.ts';
import { quotedClauses } from './quotedClauses.ts';
import { readItem } from './readItem.ts';
import { openingOf } from './standardHeadings.ts';
import { tableStandards } from './tableStandards.ts';
import { type Whose, whoseStandard } from './whose.ts';

/**
 * What a directive demands of whoever holds a post, a grade or a professional title, clause by clause, for a person to
 * look at and approve. From the tree and its words alone; a press page demands nothing.
 */
export function requirementProposals(
  parsed: Pick<ParsedDirective, 'kind' | 'header' | 'text' | 'provisions'>,
): readonly StandardProposal[] {
  if (parsed.kind === 'press') return [];
  const { text, provisions, header } = parsed;
  const quoted = quotedClauses(text, provisions).flatMap(
    ({ provision, whose, clause, point: letter, start, end }) => {
      const points = pointsOf(text, start, end, letter === null).map((point) =>
        letter === null ? point : { ...point, letter },
      );
      const requirements = points.flatMap((point) =>
        requirementsOf(point, point.words, provisions, provision, whose.title),
      );
      return requirements.length === 0
        ? []
        : [
            standardOf({
              whose,
              clause,
              effective: header.effective,
              provision,
              requirements,
              experience: [],
            }),
          ];
    },
  );
  const told = new Set<string>();
  /** What is said of time served in an article or an item of one, each line once. */
  const untold = (of: number | null, title: string | null) =>
    of === null
      ? []
      : experienceIn(text, provisions, of, title).filter((one) => {
          const key = `${one.provision} ${one.words} ${JSON.stringify(one.anyOf)}`;
          const isNew = !told.has(key);
          told.add(key);
          return isNew;
        });
  const read: { readonly article: number | null; readonly standard: StandardProposal }[] = [];
  const own = standardClauses(text, provisions, header.title).flatMap((clause) => {
    const provision = provisions[clause.provision];
    if (provision === undefined) return [];
    const whose = whoseAt(parsed, clause.of, clause.named);
    const { start, end } = clause.part ?? provision;
    const isHeaded = clause.part === null ? !clause.strict : clause.named === null;
    const requirements = pointsOf(text, start, end, isHeaded).flatMap((point) => {
      if (clause.except.some((one) => one.start <= point.start && point.start < one.end)) return [];
      const words = clause.strict ? demandedIn(point.words) : point.words;
      if (clause.onlyPapers && !demandsPaper(words)) {
        // Of what one can do, only a bậc of a language is something one shows.
        if (!namesRung(point.words)) return [];
        return requirementsOf(point, point.words, provisions, clause.provision, whose.title).filter(
          ({ anyOf }) =>
            anyOf.some(({ kind, level }) => kind === 'foreign_language' && level?.startsWith('bac_')),
        );
      }
      return words === '' ? [] : requirementsOf(point, words, provisions, clause.provision, whose.title);
    });
    const experience = untold(clause.of, whose.title);
    const article = provisions[clause.provision]?.parent ?? null;
    const borrowed = borrowedBy(
      text.slice(clause.named === null ? start : provision.start, end),
      read,
      article,
      whose.title,
    );
    if (requirements.length + experience.length + borrowed.length === 0) return [];
    const standard = standardOf({
      whose,
      clause: clause.part?.clause ?? clauseNumber(provision),
      effective: effectiveAt(parsed, clause.of),
      provision: clause.provision,
      requirements: [
        ...borrowed,
        ...withDeemed(text.slice(start, end), withEased(requirements), whose.title),
      ],
      experience,
    });
    read.push({ article, standard });
    return [standard];
  });
  const tables = tableStandards(text, provisions, header.title).map((one) =>
    standardOf({ ...one, clause: '', effective: effectiveAt(parsed, one.provision), experience: [] }),
  );
  const others = articlesOfPosts(text, provisions, header.title).flatMap((article) => {
    const whose = whoseAt(parsed, article);
    const experience = untold(article, whose.title);
    const effective = effectiveAt(parsed, article);
    return experience.length === 0
      ? []
      : [standardOf({ whose, clause: '', effective, provision: article, requirements: [], experience })];
  });
  return [...withExempt(text, provisions, own), ...quoted, ...tables, ...others].toSorted(
    (a, b) => a.provision - b.provision,
  );
}

/** "1. Người đứng đầu:" in "Người đứng đầu, cấp phó của người đứng đầu đơn vị sự nghiệp". */
const BARE_POST = /^(?:người đứng đầu|cấp trưởng|cấp phó)$/iu;
const OF_PLACE = /(người đứng đầu|cấp trưởng)\s+((?:đơn vị|cơ quan|tổ chức|phòng|ban|sở)\s[^,;]+)$/iu;

type Parsed = Pick<ParsedDirective, 'header' | 'text' | 'provisions'>;

function whoseAt(parsed: Parsed, of: number | null, named: string | null = null): Whose {
  if (named !== null) {
    const own = whoseStandard(named);
    const whole = articleOf(parsed, of);
    // "1. Hạng I:" of an article that names the title, "Hiệu trưởng phải …" of one that says of which school.
    const isShort =
      own.title === null ||
      /(?:quy định|nêu) tại (?:các )?khoản/iu.test(own.title) ||
      (whole.title?.startsWith(`${own.title} `) === true && !/,|\svà\s/u.test(whole.title));
    const place = BARE_POST.test(own.title ?? '') ? OF_PLACE.exec(whole.title ?? '') : null;
    if (place !== null && own.title !== null) {
      const joint = /phó$/iu.test(own.title) ? ` của ${(place[1] ?? '').toLowerCase()}` : '';
      return { ...own, title: `${own.title}${joint} ${place[2] ?? ''}` };
    }
    return isShort ? { ...own, title: whole.title ?? own.title } : own;
  }
  return codedBelow(parsed, of, headedWhose(parsed, of));
}

/** "Mã số ngạch: 01.005" on a line of its own below the heading. */
function codedBelow({ text, provisions }: Parsed, of: number | null, whose: Whose): Whose {
  const above = of === null ? undefined : provisions[of];
  if (whose.code !== null || above === undefined) return whose;
  const lines = text.slice(above.start, Math.min(above.end, above.start + 800)).split('\n');
  const line = lines.slice(1, 4).find((one) => /^\s*(?:\d{1,2}\.\s*)?mã\s*số/iu.test(one));
  return line === undefined ? whose : { ...whose, code: whoseStandard(line).code };
}

function articleOf(parsed: Parsed, of: number | null): Whose {
  const { parent = null } = of === null ? {} : (parsed.provisions[of] ?? {});
  return headedWhose(parsed, parent);
}

function headedWhose({ header, text, provisions }: Parsed, of: number | null): Whose {
  const above = of === null ? undefined : provisions[of];
  const heading = above === undefined ? (header.title ?? '') : openingOf(text, above);
  return whoseStandard(inlinePost(heading)?.post ?? heading);
}

function effectiveAt({ header, text, provisions }: Parsed, of: number | null): string | null {
  const above = of === null ? undefined : provisions[of];
  return (above === undefined ? null : codifiedDay(text.slice(above.start, above.end))) ?? header.effective;
}

function standardOf({
  whose,
  requirements,
  ...rest
}: Pick<StandardProposal, 'clause' | 'effective' | 'provision' | 'requirements' | 'experience'> & {
  readonly whose: Whose;
}): StandardProposal {
  return { status: 'proposed', ...whose, ...rest, requirements: withLicences(requirements) };
}

const EASED = /chỉ (?:cần|yêu cầu|phải)\s|có thể là\s/iu;

/** "- Tốt nghiệp trung cấp trở lên; … - Ở miền núi: chỉ cần sơ cấp": a line that asks less of some is no demand beside the first. */
function withEased(requirements: readonly ProposedRequirement[]): readonly ProposedRequirement[] {
  const kept: ProposedRequirement[] = [];
  for (const requirement of requirements) {
    const { anyOf, words } = requirement;
    const kind = anyOf[0]?.kind;
    const isOfSome = EASED.test(words) && anyOf.every(({ when }) => when !== null);
    const at = isOfSome
      ? kept.findLastIndex((one) => one.anyOf.some((other) => other.kind === kind && other.when === null))
      : -1;
    const like = kept[at];
    if (like === undefined || kind === 'other') kept.push(requirement);
    else kept[at] = { ...like, anyOf: [...like.anyOf, ...anyOf] };
  }
  return kept;
}

/**
 * "Có chứng chỉ kiểm định viên" beside "Có chứng chỉ bồi dưỡng chức danh nghề nghiệp kiểm định viên (hạng III)": the one
 * allows to practise, the other is of the title.
 */
function withLicences(requirements: readonly ProposedRequirement[]): readonly ProposedRequirement[] {
  const ofTitle = ({ anyOf, words }: ProposedRequirement) =>
    anyOf.some(({ kind }) => kind === 'professional_certificate') && /chức danh|bồi dưỡng/iu.test(words);
  if (!requirements.some(ofTitle)) return requirements;
  return requirements.map((requirement) => {
    if (ofTitle(requirement) || /đào tạo/iu.test(requirement.words)) return requirement;
    const anyOf = requirement.anyOf.map((one) =>
      one.kind === 'professional_certificate' ? { ...one, kind: 'practising_licence' as const } : one,
    );
    return { ...requirement, anyOf };
  });
}

/** No điểm of a standard is longer, in UTF-16 units. */
const LONGEST_POINT = 4_000;

function requirementsOf(
  { letter, words, start }: Point,
  demanded: string,
  provisions: readonly Provision[],
  clause: number,
  post: string | null,
): readonly ProposedRequirement[] {
  const holder = smallestAt(provisions, start, clause);
  if (words.length > LONGEST_POINT) return [];
  return readItem(demanded, post).map((anyOf) => ({ point: letter, anyOf, provision: holder, words }));
}

function clauseNumber({ kind, label }: Provision): string {
  return kind === 'dieu' ? '' : (/\d+(?:\.\d+)*[a-zđ]?|(?<=điểm\s)\S+/u.exec(label)?.[0] ?? '');
}

/** The codified law says below an article where it comes from and from when: "(Điều 5 Thông tư số …, có hiệu lực …)". */
function codifiedDay(article: string): string | null {
  const source = /\(Điều \d+[^()\n]*?có hiệu lực thi hành kể từ ngày (\d{1,2}\/\d{1,2}\/\d{4})/u;
  const day = source.exec(article)?.[1];
  return day === undefined ? null : parseDate(day);
}
