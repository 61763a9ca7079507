import type { RefusedEntries } from '#app/draft/draftRecord.ts';
import type { DraftCardView } from '#cards/draft/view.ts';
import type { DealEntries, DealStep } from '#domain/draft/draft.ts';
import type { Contact, Solution } from '#domain/referral/referral.ts';

/** What typed text is read against: what its person sees, and what they may name. */
export interface TextContext {
  view: Pick<
    DraftCardView,
    | 'language'
    | 'locale'
    | 'draft'
    | 'today'
    | 'me'
    | 'locations'
    | 'recentContacts'
    | 'offered'
    | 'customers'
    | 'assumed'
    | 'options'
  >;
  /** ISO 4217: what this person usually deals in. */
  currency?: string | undefined;
  /** Solutions that may be named in passing. */
  solutions: readonly Pick<Solution, 'id' | 'name'>[];
}

/** The person who types, with what they have said of themselves in this deal. */
export function selfIn({ me, draft }: TextContext['view']): Contact {
  const earlier = draft.team?.find(({ email, name }) => (me.email ? email === me.email : name === me.name));
  return { name: me.name, email: me.email ?? earlier?.email, phone: me.phone ?? earlier?.phone };
}

/** What a typed answer says. */
export interface TextReading {
  changes: DealEntries;
  /** Looks like an entry, but could not be used: shown again at its field. */
  refused?: Partial<Record<DealStep, RefusedEntries>> | undefined;
  /** An entity of those that are offered. */
  customerId?: string | undefined;
  /** To be looked for in the directory. */
  customerText?: string | undefined;
  /** To be read from the catalog. */
  solutionIds?: readonly string[] | undefined;
  /** To be looked for in the catalog, each by itself. */
  solutionTexts?: readonly string[] | undefined;
  /** Whom to invite, as it was typed; empty: nobody else. */
  partnerText?: string | undefined;
  /** The review is approved. */
  create?: boolean | undefined;
  /** Words that could not be used for anything. */
  unread?: string | undefined;
}
