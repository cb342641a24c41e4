import type { ParsedDirective, Provision } from '../../domain/directive.ts';
import type { TargetProposal } from '../../domain/proposal.ts';
import { tablePartsOf } from '../../domain/tablePlace.ts';
import { fold } from '../../vietnamese/text.ts';
import { sentencesOf } from '../relations/clauses.ts';
import { yearIn } from './amounts.ts';
import { countTargets } from './countTargets.ts';
import { OF_MONEY, percentTargets, type ReadTarget } from './readTarget.ts';
import { tableTargets } from './tableTargets.ts';
import { conditionsAround } from './targetConditions.ts';

/** Documents that set targets; a rule of law sets shares that are none. */
const PROGRAMMES =
  /^(?:chuong trinh|ke hoach|de an|nghi quyet|chi thi|ket luan|phuong an|thong bao|chien luoc|quy hoach)/;
/** "Quyết định phê duyệt Kế hoạch …", "Quyết định giao chỉ tiêu đào tạo …": the paper around a programme. */
const OF_PROGRAMME =
  /^(?:ve viec |v\/v |ve )?(?:(?:phe duyet|ban hanh)(?: [a-z,]+){0,6}? (?:chuong trinh|ke hoach|de an|chien luoc|phuong an)|(?:giao|phan bo|phe duyet) chi tieu (?:dao tao|boi duong|cu))/;
const OF_TARGETS =
  /(?<!đa )mục tiêu|chỉ tiêu(?! (?:tuyển|phân bổ|biên chế|xét))|phấn đấu|yêu cầu (?:cần )?đạt|kế hoạch mở lớp|nội dung thực hiện/iu;
/** In any other document only an aim is one. */
const OF_AIMS = /(?<!đa )mục tiêu/iu;
/** What stands under these has been reached, or is told of the past. */
const OF_RESULTS =
  /kết quả|đánh giá|thực trạng|tình hình|hạn chế|khuyết điểm|ưu điểm|nguyên nhân|căn cứ|đặt vấn đề|sự cần thiết|giải thích|kinh phí|dự toán/iu;
const LABEL = /^\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[a-zđ]\)|[IVX]{1,6}\.|[-–+•*]+)\s+/u;

type Place = { readonly index: number | null; readonly above: readonly string[] };

/**
 * The targets that a programme or a plan sets: percentages of people, numbers of classes and trips, classes of a table.
 * What has been reached already is told in the same words; the headings above and the tense tell it apart.
 */
export function targetProposals({
  kind,
  header,
  text,
  provisions,
}: Pick<ParsedDirective, 'kind' | 'header' | 'text' | 'provisions'>): readonly TargetProposal[] {
  if (kind === 'press') return [];
  const isProgramme =
    PROGRAMMES.test(fold(header.type ?? header.title ?? '')) || OF_PROGRAMME.test(fold(header.title ?? ''));
  const ownYear = yearIn(header.title ?? '');
  const targets: TargetProposal[] = [];
  const placeAt = placesOf(text, provisions);
  const inTable = new Set(
    tablePartsOf(text).flatMap(({ table, rows }) =>
      table.columns.length > 1 ? rows.map(({ start }) => start) : [],
    ),
  );
  let lead = '';
  let at = 0;
  for (const line of text.split('\n')) {
    const start = at;
    at += line.length + 1;
    const words = line.replace(LABEL, '').trim();
    if (words === '' || inTable.has(start)) continue;
    const { index, above } = placeAt(start);
    // A numbered line stands below its own headings, not below what introduced the dashes before it.
    if (/^\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]|[a-zđ]\)|[IVX]{1,6}\.)\s/u.test(line)) lead = '';
    const heads = [...above, lead];
    if (/:$/u.test(words)) lead = words;
    if (heads.some((head) => OF_RESULTS.test(head)) && !heads.some((head) => OF_TARGETS.test(head))) continue;
    const year =
      [...heads]
        .reverse()
        .map(yearIn)
        .find((one) => one !== null) ?? ownYear;
    const said = isProgramme ? OF_TARGETS : OF_AIMS;
    const context = { isTarget: heads.some((head) => said.test(head)), isProgramme };
    const ofHead = amongOf(heads);
    for (const sentence of sentencesOf(words)) {
      const read: ReadTarget[] = [];
      let among = ofHead;
      const speaksBack = /(?:tỷ lệ|tỉ lệ|con số)\s+(?:này|trên|đó)(?!\p{L})/iu.test(sentence);
      let isOfMoney = false;
      let spokenOf: ReadTarget | undefined;
      const tellsOfNow = /^(?:tính đến|đến nay|hiện nay|hiện tại)(?!\p{L})/iu.test(sentence);
      for (const part of sentence.split(/;\s*/u)) {
        // "Phụ cấp: 25% đối với …; 35% đối với …": the figures that follow are of money too.
        isOfMoney = part.includes('%') && (OF_MONEY.test(part) || (isOfMoney && /^\d/u.test(part)));
        if (isOfMoney) continue;
        // "Tính đến 31/12, …; tỷ lệ … là 71%": of the same day.
        if (tellsOfNow && !speaksBack && !/phấn đấu|mục tiêu|nâng|đến năm|ít nhất|tối thiểu/iu.test(part))
          continue;
        among = conditionsAround(part).among ?? among;
        const last = read.at(-1) ?? spokenOf;
        const around = {
          ...context,
          among,
          group: last?.group ?? null,
          conditions: last?.conditions ?? [],
        };
        const own = [...percentTargets(part, around), ...countTargets(part, context)];
        if (own.length === 0 && speaksBack)
          spokenOf = percentTargets(part, { ...around, isSpokenOf: true }).at(-1) ?? spokenOf;
        read.push(...own);
      }
      targets.push(
        ...read.map((one) => ({
          ...one,
          status: 'proposed' as const,
          year: one.year ?? year,
          provision: index,
          cell: null,
          words: sentence,
        })),
      );
    }
  }
  if (!isProgramme) return targets;
  const issued = header.issued === null ? null : Number(header.issued.slice(0, 4));
  const rowAt = placesOf(text, provisions);
  const cells = tableTargets(text, issued).flatMap(({ start, ...target }) => {
    const { index, above } = rowAt(start);
    if (above.some((head) => OF_RESULTS.test(head)) && !above.some((head) => OF_TARGETS.test(head)))
      return [];
    const year =
      [...above]
        .reverse()
        .map(yearIn)
        .find((one) => one !== null) ?? ownYear;
    return [{ ...target, status: 'proposed' as const, year: target.year ?? year, provision: index }];
  });
  return [...targets, ...cells];
}

/** "Đối với công chức cấp xã:" of the nearest heading that says so. */
function amongOf(heads: readonly string[]): string | null {
  for (const head of heads.toReversed()) {
    const words = head.replace(LABEL, '').trim();
    const among = /^((?:đối với|với)\s[^:.;]{3,160}?)\s*[:.]?$/iu.exec(words)?.[1];
    if (among !== undefined) return among;
  }
  return null;
}

/** Tells, for ascending places, the smallest provision that holds it and the first lines of those around it. */
function placesOf(text: string, provisions: readonly Provision[]): (place: number) => Place {
  let next = 0;
  let current: number | null = null;
  return (place) => {
    while (next < provisions.length && (provisions[next]?.start ?? Number.POSITIVE_INFINITY) <= place) {
      current = next;
      next += 1;
    }
    while (current !== null && (provisions[current]?.end ?? 0) <= place) {
      current = provisions[current]?.parent ?? null;
    }
    const above: string[] = [];
    for (let at: number | null = current; at !== null; at = provisions[at]?.parent ?? null) {
      const provision: Provision | undefined = provisions[at];
      if (provision === undefined) break;
      if (provision.start < place || provision.heading !== null) {
        above.unshift(
          text.slice(provision.start, Math.min(provision.end, provision.start + 200)).split('\n', 1)[0] ?? '',
        );
      }
    }
    return { index: current, above };
  };
}
