import type { Account } from '../../domain/account.ts';
import type { CadreRecord, Qualification, Roster, Unit } from '../../domain/record.ts';
import { blankCadre, blankQualification } from '../../testing/blankRecords.ts';
import { saveAccount } from '../access/accounts.ts';
import { type Identity, OPERATOR } from '../access/identity.ts';
import type { Database } from '../database.ts';
import { saveRoster } from './cadres.ts';

/** An invented unit; a root of the communes' tier unless told otherwise. */
export function testUnit(unit: Partial<Unit> & { readonly code: string }): Unit {
  return {
    name: `Đơn vị ${unit.code}`,
    tier: 'commune',
    parent: null,
    from: null,
    until: null,
    successors: [],
    sample: true,
    ...unit,
  };
}

/** An invented person of whom nothing is recorded but what is given. */
export function testCadre(
  cadre: Partial<CadreRecord> & { readonly code: string; readonly unit: string },
): CadreRecord {
  return blankCadre({ name: `Người mẫu ${cadre.code}`, ...cadre });
}

/** A certificate of which nothing is recorded but what is given. */
export function testQualification(
  held: Partial<Qualification> & { readonly kind: Qualification['kind'] },
): Qualification {
  return blankQualification(held);
}

/**
 * Two invented provinces. Lam Giang (LG) has the ward LG-NL and the commune LG-MLD, and LG-CU, a former district that LG-MLD
 * took over from; Hồng Sơn (HS) has the commune HS-TX. Six people: two in LG-NL (An, Bình), one in LG-MLD (Cúc), one in LG
 * itself (Dũng), one in HS-TX (Em), one in HS (Giang). An and Em have phone numbers.
 */
export const testRoster: Roster = {
  units: [
    testUnit({ code: 'LG', name: 'Tỉnh Lam Giang', tier: 'province' }),
    testUnit({ code: 'LG-NL', name: 'Phường Nam Lam', parent: 'LG' }),
    testUnit({ code: 'LG-MLD', name: 'Xã Mỹ Lộc Đông', parent: 'LG' }),
    testUnit({
      code: 'LG-CU',
      name: 'Huyện Lam Cũ',
      parent: 'LG',
      until: '2025-06-30',
      successors: ['LG-MLD'],
    }),
    testUnit({ code: 'HS', name: 'Tỉnh Hồng Sơn', tier: 'province' }),
    testUnit({ code: 'HS-TX', name: 'Xã Thanh Xuân Tây', parent: 'HS' }),
  ],
  cadres: [
    testCadre({
      code: 'MAU-901',
      name: 'Nguyễn Văn An',
      unit: 'LG-NL',
      birth: '1985-05',
      phone: '0900000901',
      posts: [{ position: 'Công chức phường', unit: null, from: '2020', until: null }],
      qualifications: [
        testQualification({ kind: 'degree', level: 'dai_hoc', field: 'Luật', issued: '2008' }),
      ],
    }),
    testCadre({ code: 'MAU-902', name: 'Trần Thị Bình', unit: 'LG-NL' }),
    testCadre({ code: 'MAU-903', name: 'Lê Thu Cúc', unit: 'LG-MLD' }),
    testCadre({ code: 'MAU-904', name: 'Phạm Anh Dũng', unit: 'LG' }),
    testCadre({ code: 'MAU-905', name: 'Hoàng Văn Em', unit: 'HS-TX', phone: '0900000905' }),
    testCadre({ code: 'MAU-906', name: 'Đỗ Hà Giang', unit: 'HS' }),
  ],
};

/** Those who ask. `an` and `em` are cadres and nothing else. */
export type TestPeople = {
  readonly operator: Identity;
  /** Cadre of LG-NL. */
  readonly an: Identity;
  /** Cadre of HS-TX. */
  readonly em: Identity;
  /** Staff of LG-NL, with the record MAU-902 there. */
  readonly staffOfWard: Identity;
  /** Staff of LG and all below, with the record MAU-904. */
  readonly staffOfProvince: Identity;
  /** Staff of HS and all below, without a record. */
  readonly staffOfOther: Identity;
  /** Staff of the former district LG-CU, without a record. */
  readonly staffOfFormer: Identity;
  /** Admin, without record and units. */
  readonly admin: Identity;
};

/** Fills a database that has the schema with `testRoster` and the accounts of those who ask. */
export async function fillRecords(database: Database): Promise<TestPeople> {
  await saveRoster(database, OPERATOR, testRoster, { dryRun: false });
  const make = async (
    name: string,
    cadre: string | null,
    staffOf: readonly string[] = [],
    admin = false,
  ): Promise<Identity> => {
    const account: Account = await saveAccount(database, OPERATOR, { name, cadre, staffOf, admin });
    return { accountId: account.id };
  };
  return {
    operator: OPERATOR,
    an: await make('Nguyễn Văn An', 'MAU-901'),
    em: await make('Hoàng Văn Em', 'MAU-905'),
    staffOfWard: await make('Trần Thị Bình', 'MAU-902', ['LG-NL']),
    staffOfProvince: await make('Phạm Anh Dũng', 'MAU-904', ['LG']),
    staffOfOther: await make('Cán bộ tổ chức Hồng Sơn', null, ['HS']),
    staffOfFormer: await make('Cán bộ tổ chức huyện cũ', null, ['LG-CU']),
    admin: await make('Quản trị', null, [], true),
  };
}
