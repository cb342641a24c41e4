/** Labels from the document down to a provision: `["Chương II", "Điều 3", "khoản 2"]`. */
export type ProvisionPath = readonly string[];

const DIVISION = /^(?:phần|chương|mục|tiểu mục|điều|khoản|điểm|tiết|gạch đầu dòng|[-–])(?=\s|$)/u;

/**
 * Whether a provision that a text names (`["Điều 3"]`) is the one at `path` or holds it. What a text leaves out above an
 * Điều or a Chương does not matter; an annex or an attached regulation has a numbering of its own and has to be named.
 */
export function holds(named: ProvisionPath, path: ProvisionPath): boolean {
  const [own, places] = [read(named).rungs, readings(named, path)];
  return places.some((place) => isPrefix(own, place));
}

/** Whether a provision that a text names stands below the one at `path`. */
export function liesBelow(named: ProvisionPath, path: ProvisionPath): boolean {
  const [own, places] = [read(named).rungs, readings(named, path)];
  return places.some((place) => place.length > 0 && place.length < own.length && isPrefix(place, own));
}

/** The ways in which `path` may be named, all in lower case; none where the two stand in different annexes. */
function readings(named: ProvisionPath, path: ProvisionPath): readonly ProvisionPath[] {
  const place = read(path);
  return sameAnnex(read(named).annex, place.annex) ? place.readings : [];
}

type ReadPath = {
  readonly annex: string | null;
  readonly rungs: ProvisionPath;
  readonly readings: readonly ProvisionPath[];
};

/** A search holds hundreds of passages against everything that changes their documents: each path is read once. */
const known = new WeakMap<ProvisionPath, ReadPath>();

function read(path: ProvisionPath): ReadPath {
  const before = known.get(path);
  if (before !== undefined) return before;
  const labels = path.map(plain);
  const whole = labels.filter((label) => DIVISION.test(label));
  const from = (rung: string) => whole.findIndex((label) => label.startsWith(rung));
  const found = {
    annex: labels.find((label) => !DIVISION.test(label)) ?? null,
    rungs: rungs(whole),
    readings: [0, from('chương '), from('điều ')].filter((at) => at !== -1).map((at) => whole.slice(at)),
  };
  known.set(path, found);
  return found;
}

/** What a text says of a provision's place: from the Điều down, where it names one. */
function rungs(labels: ProvisionPath): ProvisionPath {
  const article = labels.findIndex((label) => label.startsWith('điều '));
  return article === -1 ? labels : labels.slice(article);
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
