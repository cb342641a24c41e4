import type { ProvisionPath } from '../../domain/provisionPath.ts';
import type { RelationKind } from '../../domain/validity.ts';
import type { Item } from './items.ts';
import type { Extent } from './places.ts';

/** A provision of the target that is changed, and how much of it; an empty path is the document. */
export type ChangedPath = { readonly path: ProvisionPath; readonly extent: Extent };

/**
 * What becomes of which provisions, below what the words above named. What is added is named itself: "Bổ sung khoản 4 vào
 * sau khoản 3 Điều 14" adds khoản 4 of Điều 14, "Bổ sung Điều 5a vào sau Điều 5" Điều 5a.
 */
export function changedPaths(
  kind: RelationKind,
  { places, extent }: Item,
  above: ProvisionPath,
): readonly ChangedPath[] {
  if (places.length === 0) return above.length === 0 ? [] : [{ path: above, extent }];
  if (kind !== 'supplements') return places.map((place) => ({ ...place, path: under(above, place.path) }));
  const anchors = places.map(({ lead }) => ANCHOR.exec(lead));
  return places.flatMap((place, at): readonly ChangedPath[] => {
    const { path, extent: told } = place;
    // New words in a provision are no new provision.
    if (told === 'part') return [{ path: under(above, path), extent: told }];
    const anchor = anchors[at] ?? null;
    if (anchor === null) {
      const next = places.findIndex((_, later) => later > at && anchors[later] !== null);
      const holder = next === -1 ? above : holderOf(places[next]?.path ?? [], anchors[next] ?? null, above);
      return [{ path: under(holder, path), extent: told }];
    }
    // Only the place is named, not what comes there: "Bổ sung gạch đầu dòng vào cuối khoản 2".
    const names = at > 0 && anchors[at - 1] === null;
    return names ? [] : [{ path: holderOf(path, anchor, above), extent: 'part' }];
  });
}

function holderOf(path: ProvisionPath, anchor: RegExpExecArray | null, above: ProvisionPath): ProvisionPath {
  const whole = under(above, path);
  return anchor?.[1] === undefined ? whole : whole.slice(0, -1);
}

/** "vào sau khoản 3": beside it; "vào khoản 2", "vào cuối khoản 2": in it. */
const ANCHOR = /(?:^|\s)vào\s+(?:(?:ngay|liền|phía)\s+)*(sau|trước|giữa)?(?:\s*cuối)?\s*$/u;

/** A path that does not say in which Điều it stands is taken below what the words above it named. */
function under(above: ProvisionPath, path: ProvisionPath): ProvisionPath {
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

/** An attached regulation whole. */
export function isAttached(path: ProvisionPath): boolean {
  return path.length === 1 && path.some((label) => ATTACHED.test(label) && label !== 'Phụ lục');
}

/** What the provisions have in common that an announcing sentence names: those below it need not say it again. */
export function commonPath(items: readonly Item[], above: ProvisionPath): ProvisionPath {
  const [first, ...rest] = items.flatMap(({ places }) => places.map(({ path }) => under(above, path)));
  if (first === undefined) return above;
  const end = first.findIndex((label, at) => rest.some((path) => path[at] !== label));
  const common = end === -1 ? first : first.slice(0, end);
  return common.length === 0 ? above.filter((label) => ATTACHED.test(label)) : common;
}
