import type { Reader } from '#cards/format.ts';
import type { PanelForm } from '#cards/panel/form.ts';
import type { Role } from '#domain/referral/rights.ts';

/** A member as it is shown. */
export interface MemberRow {
  email: string;
  /** Where the bot knows the person. */
  name?: string | undefined;
  role: Role;
  /** MPN ids, or all. */
  locations: 'all' | readonly string[];
  /** Whether the bot can write to the member. */
  installed: boolean;
}

export interface PlaceChoice {
  mpnId: string;
  name: string;
}

export type MemberField = 'picked' | 'person' | 'match' | 'role' | 'locations';
export type MemberForm = PanelForm<MemberField>;

/** What has just happened, or why nothing has; each has words in every language. */
export type MemberResult =
  | {
      code: 'added' | 'addedNotInstalled' | 'changed' | 'removed' | 'exists' | 'lastAdmin' | 'memberGone';
      name: string;
    }
  | { code: 'handing'; name: string; to: string }
  | { code: 'notManaged' | 'refused' | 'chooseFirst' };

/** Someone the bot knows, offered for choice. */
export interface Match {
  name: string;
  email: string;
}

interface Common extends Reader {
  /** The locations there are, as far as they matter for who looks. */
  places: readonly PlaceChoice[];
  resultLine?: MemberResult | undefined;
}

export type MembersCardView =
  | (Common & {
      kind: 'list';
      organization: string;
      reach: 'company' | 'locations';
      trial: boolean;
      /** The locations of an admin of named locations. */
      own?: readonly string[] | undefined;
      rows: readonly MemberRow[];
      /** What was searched for. */
      search?: string | undefined;
      page: number;
      /** Button data for the pages beside this one. */
      previous?: object | undefined;
      next?: object | undefined;
    })
  | (Common & {
      kind: 'member';
      member: MemberRow;
      /** Whether who looks may change this member. */
      manageable: boolean;
      reach: 'company' | 'locations';
      /** Open deals with the member in the team, such as `100+`. */
      deals: string;
      form: MemberForm;
      /** Asks again, because it is one's own rights that would go. */
      confirm: boolean;
    })
  | (Common & {
      kind: 'add';
      reach: 'company' | 'locations';
      form: MemberForm;
      matches: readonly Match[];
    })
  | (Common & {
      kind: 'remove';
      member: MemberRow;
      self: boolean;
      /** The first ten. */
      deals: readonly { name: string; customer: string }[];
      count: string;
      form: MemberForm;
      matches: readonly Match[];
    });
