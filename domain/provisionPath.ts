/** Labels from the document down to a provision: `["Chương II", "Điều 3", "khoản 2"]`. */
export type ProvisionPath = readonly string[];

const DIVISION = /^(?:phần|chương|mục|tiểu mục|điều|khoản|điểm|tiết|gạch đầu dòng|[-–])(?=\s|$)/u;

/**
 * Whether a provision that a text names (`["Điều 3"]`) is the one at `path` or holds it. What a text leaves out above an
 * Điều or a Chương does not matter; an annex or an attached regulation has a numbering of its own and has to be named.
 */
export function holds(named: ProvisionPath, path: ProvisionPath): boolean {
  const [own, places] = [rungs(named), readings(named, path)];
  return places.some((place) => isPrefix(own, place));
}

/** Whether a provision that a text names stands below the one at `path`. */
export function liesBelow(named: ProvisionPath, path: ProvisionPath): boolean {
  const [own, places] = [rungs(named), readings(named, path)];
  return places.some((place) => place.length > 0 && place.length < own.length && isPrefix(place, own));
}

/** The ways in which `path` may be named, all in lower case; none where the two stand in different annexes. */
function readings(named: ProvisionPath, path: ProvisionPath): readonly ProvisionPath[] {
  if (!sameAnnex(annexOf(named), annexOf(path))) return [];
  const whole = divisions(path);
  const from = (rung: string) => whole.findIndex((label) => label.startsWith(rung));
  return [0, from('chương '), from('điều ')].filter((at) => at !== -1).map((at) => whole.slice(at));
}

/** What a text says of a provision's place: from the Điều down, where it names one. */
function rungs(named: ProvisionPath): ProvisionPath {
  const labels = divisions(named);
  const article = labels.findIndex((label) => label.startsWith('điều '));
  return article === -1 ? labels : labels.slice(article);
}

function divisions(path: ProvisionPath): ProvisionPath {
  return path.map(plain).filter((label) => DIVISION.test(label));
}

function annexOf(path: ProvisionPath): string | null {
  return path.map(plain).find((label) => !DIVISION.test(label)) ?? null;
}

function sameAnnex(named: string | null, own: string | null): boolean {
  return named === own || (named === 'phụ lục' && own?.startsWith('phụ lục') === true);
}

function isPrefix(beginning: ProvisionPath, whole: ProvisionPath): boolean {
  return beginning.length <= whole.length && beginning.every((label, at) => whole[at] === label);
}

function plain(label: string): string {
  return label.normalize('NFC').toLowerCase();
}
