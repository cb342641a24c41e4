import type { Account } from '../../domain/account.ts';
import type { IsoDate } from '../../domain/day.ts';
import type { Unit } from '../../domain/record.ts';
import type { Report } from '../../reports/report.ts';

/** The head of a report: the unit that the staff member looks after, and the one above it. */
export function reportHead(
  account: Pick<Account, 'staffOf'>,
  units: readonly Unit[],
  date: IsoDate,
): Pick<Report, 'superior' | 'office' | 'place' | 'date'> {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const own = byCode.get(account.staffOf[0] ?? '') ?? units.find(({ parent }) => parent === null);
  const above = own?.parent == null ? undefined : byCode.get(own.parent);
  return {
    superior: above === undefined ? null : above.name.toUpperCase(),
    office: (own?.name ?? '').toUpperCase(),
    place: placeOf(own, byCode),
    date,
  };
}

/** A commune's own name, else the province's: `Phường Nam Lam` → `Nam Lam`. */
function placeOf(unit: Unit | undefined, byCode: ReadonlyMap<string, Unit>): string {
  for (let at = unit; at !== undefined; at = at.parent === null ? undefined : byCode.get(at.parent)) {
    const name = PLACE.exec(at.name)?.[1];
    if (name !== undefined) return name;
  }
  return '';
}

const PLACE = /(?:^|\s)(?:tỉnh|thành phố|xã|phường|đặc khu)\s+(\p{Lu}[\p{L}\s]*)$/iu;
