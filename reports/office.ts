const partyWords =
  /(?:^|[^\p{L}])(?:(?:tỉnh|thành|huyện|quận|thị|đảng) (?:ủy|uỷ)(?! ban)|ban tổ chức|ban tuyên giáo|(?:ủy|uỷ) ban kiểm tra|đảng bộ|chi bộ)(?=$|[^\p{L}])/u;
const stateWords =
  /(?:^|[^\p{L}])(?:(?:ủy|uỷ) ban nhân dân|ubnd|hội đồng nhân dân|hđnd|sở|bộ|chi cục|phòng)(?=$|[^\p{L}])/u;

/** Whether an office writes under the Party's head or the State's: its own name decides, else the name above it. */
export function isPartyOffice(office: string, superior: string | null): boolean {
  for (const name of [office, superior ?? '']) {
    const words = name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
    if (partyWords.test(words)) return true;
    if (stateWords.test(words)) return false;
  }
  return false;
}
