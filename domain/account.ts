/** Somebody who is known to the product. A person may be a cadre, staff of units and an admin at once. */
export type Account = {
  readonly id: string;
  readonly name: string;
  /** Code of the person's own record, `null` for one who has none here. */
  readonly cadre: string | null;
  /** Codes of the units whose people (and those of the units below) they look after. */
  readonly staffOf: readonly string[];
  /** Manages documents and accounts; sees a record only as staff of its unit. */
  readonly admin: boolean;
};

/** A channel's own key of a person, verified by the channel: never something that a message says. */
export type ChannelKey = { readonly channel: string; readonly key: string };

/** Why a record was looked at. */
export type AccessReason = 'own' | 'staff' | 'export';

/** Through which channel, why and for what a record is looked at: `{ channel: 'telegram', reason: 'own', purpose: 'còn thiếu gì' }`. */
export type AccessPurpose = {
  readonly channel: string;
  readonly reason: AccessReason;
  /** Vietnamese, a few words, no personal data. */
  readonly purpose: string;
};
