import { LATER_HELD_OUT } from './laterHeldOut.testing.ts';

/**
 * What a careful reader takes from other standards of the codified law than those that come with an answer key: by the
 * article's id, one entry a requirement, its alternatives as `kind:level` with `|` between. Written before the rules
 * were tried on them.
 */
export const HELD_OUT: Readonly<Record<string, readonly string[]>> = {
  '05002000000000005500001000000000000000000011000000000000000000802754700010000400': [
    'degree:dai_hoc|degree:cao_dang',
    'degree:dai_hoc',
    'professional_certificate',
  ],
  '05002000000000005500001000000000000000000021000000000000000000802754700020000300': [
    'degree:dai_hoc|degree:dai_hoc',
    'other',
    'professional_certificate',
  ],
  '05002000000000005500007000000000000000000011000000000000000000802806100020000400': [
    'degree:thac_si|degree:thac_si',
    'other',
    'professional_certificate',
  ],
  '05002000000000005500007000000000000000000061000000000000000000802829600020000600': [
    'degree:trung_cap',
    'professional_certificate',
  ],
  '05002000000000005500001000000000000000000031000000000000000000802754700030000300': [
    'degree:dai_hoc|degree:dai_hoc',
    'other',
    'professional_certificate',
  ],
  '05002000000000005500007000000000000000000041000000000000000000802806700030000400': [
    'degree:dai_hoc',
    'professional_certificate',
  ],
  '05002000000000005500001000000000000000000041000000000000000000802754700040000500': [
    'degree:thac_si|degree:thac_si|degree:thac_si',
    'professional_certificate',
  ],
  '050020000000000055000100000000000000000000802812700050000700': [],
  '05002000000000005500007000000000000000000001000000000000000000802817700070000400': [
    'degree:dai_hoc',
    'professional_certificate',
  ],
  '05002000000000005500009000000000000000000051000000000000000000802579300088500400': [
    'degree:dai_hoc|degree:dai_hoc',
    'other',
    'foreign_language:bac_3|ethnic_language:su_dung_duoc',
    'it:co_ban',
    'professional_certificate',
  ],
  '05002000000000005500007000000000000000000051000000000000000000802818000090000400': [
    'degree:dai_hoc|degree:dai_hoc',
    'other|other',
    'professional_certificate',
  ],
  '05002000000000005500009000000000000000000001000000000000000000802546900100001000': [
    'degree:trung_cap',
    'foreign_language:bac_1|ethnic_language:su_dung_duoc',
    'it:co_ban',
  ],
  '05002000000000005500009000000000000000000001000000000000000000802546900100000500': [
    'degree:thac_si|degree:thac_si',
    'foreign_language:bac_3|ethnic_language:su_dung_duoc',
    'it:co_ban',
    'professional_certificate',
  ],
  '05002000000000005500007000000000000000000031000000000000000000802818000100000900': [
    'degree:dai_hoc|degree:dai_hoc',
    'other|other',
    'professional_certificate',
  ],
  '05002000000000005500007000000000000000000031000000000000000000802818000100000600': [
    'degree:dai_hoc|degree:dai_hoc',
    'other|other',
    'professional_certificate',
  ],
  '05002000000000005500006000000000000000000001000000000000000000802578500110000800': [
    'degree:dai_hoc|degree:dai_hoc',
    'other',
    'it:co_ban',
    'foreign_language:bac_3',
    'political_theory:trung_cap',
    'professional_certificate',
  ],
  '05002000000000005500006000000000000000000001000000000000000000802578500110000900': [
    'degree:dai_hoc|degree:dai_hoc',
    'other',
    'it:co_ban',
    'foreign_language:bac_2',
    'political_theory:so_cap',
    'professional_certificate',
  ],
  '050020000000000055000080000000000000000000802586800110000700': [
    'degree:dai_hoc',
    'foreign_language:bac_4',
    'it:co_ban',
    'professional_certificate',
  ],
  '050020000000000055000080000000000000000000802586800110000600': [
    'degree:dai_hoc',
    'foreign_language:bac_2',
    'it:co_ban',
    'professional_certificate',
  ],
  '05002000000000005500007000000000000000000021000000000000000000802787000160000600': [
    'degree:dai_hoc',
    'professional_certificate',
  ],
  '050020000000000055000020000000000000000000802523100242500900': [
    'degree:dai_hoc',
    'foreign_language:bac_3',
    'it:co_ban',
    'professional_certificate',
  ],
  '050020000000000055000020000000000000000000802523100242501100': [
    'degree:trung_cap',
    'foreign_language:bac_1',
    'it:co_ban',
  ],
  '05002000000000005500009000000000000000000021000000000000000000802560200260000900': [
    'degree:trung_cap',
    'foreign_language:bac_1|ethnic_language:su_dung_duoc',
    'it:co_ban',
  ],
  '05002000000000005500009000000000000000000021000000000000000000802560200260001100': [
    'degree:dai_hoc|degree:dai_hoc',
    'other',
    'foreign_language:bac_2|ethnic_language:su_dung_duoc',
    'it:co_ban',
  ],
  '05002000000000005500009000000000000000000041000000000000000000802560200280000400': [
    'degree:thac_si|degree:thac_si',
    'foreign_language:bac_3|ethnic_language:su_dung_duoc',
    'it:co_ban',
    'professional_certificate',
  ],
  '05002000000000005500001000000000000000000061000000000000000000802639200300000300': [
    'degree:thac_si|degree:thac_si',
    'other',
    'foreign_language:bac_3|ethnic_language:su_dung_duoc',
    'foreign_language:bac_3',
    'it:co_ban',
    'professional_certificate',
  ],
  '05002000000000005500004000000000000000000001000000000000000000802561500360001300': [
    'degree:dai_hoc',
    'foreign_language:bac_2',
    'it:co_ban',
    'professional_certificate',
  ],
  '05002000000000005500004000000000000000000001000000000000000000802561500360001400': [
    'degree:trung_cap',
    'foreign_language:bac_1',
    'it:co_ban',
  ],
  '05002000000000005500004000000000000000000011000000000000000000802561500370001200': [
    'degree:dai_hoc',
    'foreign_language:bac_3',
    'it:co_ban',
    'professional_certificate',
  ],
  '05002000000000005500004000000000000000000011000000000000000000802561500370001000': [
    'degree:trung_cap',
    'foreign_language:bac_1',
    'it:co_ban',
  ],
  '05002000000000005500004000000000000000000021000000000000000000802561500380000600': [
    'degree:trung_cap',
    'foreign_language:bac_1',
    'it:co_ban',
  ],
  '05002000000000005500006000000000000000000011000000000000000000802641600450001000': [
    'degree:trung_cap',
    'foreign_language:bac_1',
    'professional_certificate',
  ],
  '05002000000000005500006000000000000000000011000000000000000000802641600450000800': [
    'degree:dai_hoc',
    'foreign_language:bac_3',
    'professional_certificate',
  ],
  '05002000000000005500006000000000000000000021000000000000000000802641600460001100': [
    'degree:dai_hoc',
    'it:co_ban',
    'foreign_language:bac_4',
    'professional_certificate',
  ],
  '05002000000000005500006000000000000000000021000000000000000000802641600460001200': [
    'degree:dai_hoc',
    'it:co_ban',
    'foreign_language:bac_3',
    'professional_certificate',
  ],
  '05002000000000005500005000000000000000000031000000000000000000802566400550000500': [
    'degree:dai_hoc',
    'other',
    'foreign_language:bac_2',
    'it:co_ban',
    'professional_certificate',
  ],
  '05002000000000005500005000000000000000000041000000000000000000802566400560000600': [
    'degree:trung_cap',
    'other',
    'foreign_language:bac_1',
    'it:co_ban',
  ],
  '05002000000000005500005000000000000000000051000000000000000000802566400570000400': [
    'degree:dai_hoc',
    'other',
    'foreign_language:bac_3',
    'it:co_ban',
    'professional_certificate',
  ],
  '30002000000000002000017000000000000000000040255210062000560000802614800030000500': [
    'degree:dai_hoc',
    'other',
    'political_theory:cao_cap|political_theory:cao_cap|political_theory:cao_cap|political_theory:cao_cap',
  ],
  '30002000000000002000017000000000000000000040255210062000560000802614800030000700': [
    'degree:dai_hoc',
    'other',
  ],
  '300020000000000020000214025521006200071000802614800030001200': ['degree:trung_cap', 'other'],
  '05002000000000005500001000000000000000000071000000000000000000802690500070000300': [
    'degree:cao_dang|degree:cao_dang',
    'foreign_language:bac_1|ethnic_language:su_dung_duoc',
    'it:co_ban',
    'professional_certificate',
  ],
  '05002000000000005500001000000000000000000081000000000000000000802690500080000300': [
    'degree:cao_dang|degree:cao_dang',
    'foreign_language:bac_1|ethnic_language:su_dung_duoc',
    'it:co_ban',
    'professional_certificate',
  ],
  '05002000000000005500006000000000000000000001000000000000000000802578500110001300': [
    'degree:dai_hoc',
    'it:co_ban',
    'foreign_language:bac_4',
    'political_theory:cao_cap',
    'professional_certificate',
  ],
  '05002000000000005500001000000000000000000051000000000000000000802586100190000300': [
    'degree:trung_cap|degree:trung_cap',
    'other',
    'foreign_language:bac_1|ethnic_language:su_dung_duoc',
    'it:co_ban',
  ],
  '05002000000000005500001000000000000000000061000000000000000000802639200300000400': [
    'degree:dai_hoc|degree:dai_hoc',
    'other',
    'foreign_language:bac_2|ethnic_language:su_dung_duoc',
    'foreign_language:bac_2',
    'it:co_ban',
    'professional_certificate',
  ],
  '05002000000000005500001000000000000000000001000000000000000000802744800400000400': ['degree:dai_hoc'],
  '05002000000000005500001000000000000000000001000000000000000000802744800400000500': [
    'degree:thac_si',
    'professional_certificate',
  ],
  '05002000000000005500001000000000000000000001000000000000000000802744800400000700': [
    'degree:tien_si',
    'professional_certificate',
  ],
  ...LATER_HELD_OUT,
};
