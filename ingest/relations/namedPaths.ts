import type { ProvisionPath } from '../../domain/provisionPath.ts';
import type { RelationKind } from '../../domain/validity.ts';
import type { Item } from './items.ts';
import type { Extent } from './places.ts';

/** A provision of the target that is changed, and how much of it; an empty path is the document. */
export type ChangedPath = { readonly path: ProvisionPath; readonly extent: Extent };

/**
 * What becomes of which provisions, below what the words above named. "Bổ sung khoản 4 vào sau khoản 3 Điều 14" changes
 * Điều 14, "Bổ sung Điều 5a" the document.
 */
export function changedPaths(
  kind: RelationKind,
  { places, extent }: Item,
  above: ProvisionPath,
): readonly ChangedPath[] {
  if (places.length === 0) return above.length === 0 ? [] : [{ path: above, extent }];
  if (kind !== 'supplements') return places.map((place) => ({ ...place, path: under(above, place.path) }));
  return unique(
    places.flatMap((place, at): readonly ChangedPath[] => {
      const path = under(above, place.path);
      // New words in a provision are no new provision.
      if (place.extent === 'part') return [{ path, extent: place.extent }];
      const anchor = ANCHOR.exec(place.lead);
      if (anchor === null && places.slice(at + 1).some(({ lead }) => ANCHOR.test(lead))) return [];
      const holder = anchor !== null && anchor[1] === undefined ? path : path.slice(0, -1);
      return [{ path: holder, extent: place.extent }];
    }),
  );
}

/** "vào sau khoản 3": beside it; "vào khoản 2", "vào cuối khoản 2": in it. */
const ANCHOR = /(?:^|\s)vào\s+(?:(?:ngay|liền|phía)\s+)*(sau|trước|giữa)?(?:\s*cuối)?\s*$/u;

/** A path that does not say in which Điều it stands is taken below what the words above it named. */
export function under(above: ProvisionPath, path: ProvisionPath): ProvisionPath {
  const [largest = ''] = path;
  if (/^(?:Điều|Chương|Phần|Phụ lục)\s/u.test(largest)) {
    // An attached regulation has articles of its own; an annex that was spoken of before has not.
    return [...above.filter((label) => ATTACHED.test(label)), ...path];
  }
  // "Sửa đổi tên Điều và khoản 1 Điều 6: … b) Sửa đổi khoản 1": the khoản named again is the same, not one in it.
  const rung = (label: string | undefined) => label?.split(' ')[0];
  const again = above.findIndex((label) => rung(label) === rung(largest));
  return [...(again === -1 ? above : above.slice(0, again)), ...path];
}

const ATTACHED = /^(?:Quy|Điều lệ|Nội quy|Danh mục|Chương trình|Kế hoạch|Đề án|Phụ lục$)/u;

/** What the provisions have in common that an announcing sentence names: those below it need not say it again. */
export function commonPath(items: readonly Item[], above: ProvisionPath): ProvisionPath {
  const [first, ...rest] = items.flatMap(({ places }) => places.map(({ path }) => under(above, path)));
  if (first === undefined) return above;
  const end = first.findIndex((label, at) => rest.some((path) => path[at] !== label));
  const common = end === -1 ? first : first.slice(0, end);
  return common.length === 0 ? above.filter((label) => ATTACHED.test(label)) : common;
}

function unique(changes: readonly ChangedPath[]): readonly ChangedPath[] {
  return [...new Map(changes.map((change) => [change.path.join(' > '), change])).values()];
}
