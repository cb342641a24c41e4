import { fold } from '../../vietnamese/text.ts';

/**
 * The only sentences that may stand without a source: greetings, openings, offers. The form is closed: every word of it
 * is given here, so that none can carry a claim.
 */
const FORMS: readonly RegExp[] = [
  /^(?:(?:da|vang),? )?(?:xin )?(?:chao|cam on)(?: (?:anh\/chi|anh|chi|ban|a\/c))?(?: da (?:hoi|cho|quan tam))?$/,
  /^(?:tom lai|noi ngan gon|noi cach khac|cu the|cu the nhu sau|nhu sau|chi tiet nhu sau|tra loi|ket luan|vi du|ngoai ra|luu y|luu y them|noi tom lai)$/,
  /^(?:sau day|duoi day|tren day|day) la (?:(?:cac|nhung|mot so|phan|noi dung|tom tat|cau tra loi|bang|y chinh|diem chinh|tong hop|so sanh) ?)*(?:quy dinh|van ban|noi dung|y chinh|dieu khoan|y|diem chinh|tom tat|can cu|so sanh|tra loi)?(?: (?:lien quan|chinh|can biet|can luu y|ma toi tim thay|toi tim duoc|trong van ban|cho cau hoi(?: cua anh\/chi)?|theo van ban|cu the|quan trong))*$/,
  /^(?:ve )?(?:cau hoi|noi dung|van de|yeu cau)(?: (?:nay|tren|cua anh\/chi|anh\/chi (?:hoi|neu)))*(?:,? (?:van ban|cac van ban|quy dinh|toi)(?: (?:co|quy dinh|tim thay|xin|tra loi|tom tat))* (?:nhu sau|sau day))?$/,
  /^(?:anh\/chi|anh|chi|ban)(?: (?:co|muon|can|vui long))* (?:hoi|tim hieu|biet|tra cuu|xem|noi ro|cho biet)(?: (?:them|ro hon|chi tiet hon|ve dieu gi|gi|dieu gi|noi dung nao|van ban nao|truong hop nao|chuc danh nao|ngach nao|ngay nao|thoi diem nao|phan nao|nua))*(?: (?:khong|a|nhe|nua khong|giup toi|duoc khong))*$/,
  /^(?:toi|minh)(?: (?:khong|chua))? (?:tim thay|thay|doc duoc)(?: (?:quy dinh|noi dung|can cu|van ban|cau tra loi))?(?: nao)?(?: (?:nay|ve (?:van de|noi dung|viec|dieu) nay|phu hop|lien quan|trong (?:cac )?van ban(?: (?:da co|dang co|hien co))?))*$/,
  /^(?:cac )?van ban (?:hien co|dang co|da co|toi co) (?:khong|chua) (?:neu|noi|quy dinh|tra loi)(?: (?:ro|den|ve|duoc))?(?: (?:dieu|van de|noi dung|cau hoi|viec) nay)?$/,
  /^(?:chuc|mong) (?:anh\/chi|anh|chi|ban)(?: (?:mot ngay|lam viec|hoc tap))?(?: (?:tot lanh|vui ve|hieu qua|thuan loi|tot))$/,
  /^(?:hy vong|hi vong|mong) (?:thong tin|cau tra loi|noi dung)(?: (?:nay|tren))* (?:giup ich|huu ich|co ich)(?: cho (?:anh\/chi|ban))?$/,
  /^(?:neu|khi) (?:anh\/chi|ban)? ?(?:can|con)(?: (?:thac mac|gi|them|biet|hoi|thong tin))*,? (?:hay|xin|vui long|cu|toi) (?:hoi|nhan|cho biet|san sang)(?: (?:tiep|them|toi|giup|ho tro|nhe))*$/,
];

/** Whether a sentence is one of the closed forms that carry no claim. */
export function isPlain(text: string): boolean {
  const words = fold(text)
    .replace(/\[\d+(?:,\s*\d+)*\]/g, ' ')
    .replace(/[^a-z\d/,\s]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ,/g, ',')
    .replace(/(?:^[\s,]+)|(?:[\s,]+$)/g, '')
    .replace(/ (?:nhe|a|nha)$/, '');
  return words !== '' && !/\d/.test(words) && FORMS.some((form) => form.test(words));
}
