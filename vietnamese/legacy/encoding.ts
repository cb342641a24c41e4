/** The ways in which Vietnamese was written on computers before Unicode, and the two ways in which Unicode gets broken. */
export const LEGACY_ENCODINGS = ['tcvn3', 'vni', 'vps', 'viscii', 'windows-1258', 'utf-8'] as const;

/** `utf-8` is UTF-8 that was read as windows-1252: "Quyáº¿t Ä‘á»‹nh". */
export type LegacyEncoding = (typeof LEGACY_ENCODINGS)[number];

/** As people know them. */
export const ENCODING_NAMES: Readonly<Record<LegacyEncoding, string>> = {
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI',
  vps: 'VPS',
  viscii: 'VISCII',
  'windows-1258': 'Windows-1258',
  'utf-8': 'UTF-8 đọc nhầm',
};
