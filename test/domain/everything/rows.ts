import type { ReferralCommand } from '#domain/decide/decideReferral.ts';
import { partners, sharedView, sharesContacts } from '#domain/engagement/engagement.ts';
import { notesOfRefusal } from '#domain/engagement/refusalNotes.ts';
import { partyOf } from '#domain/engagement/takingPart.ts';
import type { Invitation, Party } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { ReferralAction } from '#domain/referral/rights.ts';
import type { ChangedFields } from '#domain/referral/undoable.ts';
import { sendable } from '#domain/sync/decideSync.ts';
import { BEFORE, EXPIRES, snapshot } from '#test/support/referral/samples.ts';
import { context, entries as registration } from '#test/support/registration/registered.ts';
import { analytics, type RoleName, type Situation, type Standing } from './situations.ts';

/**
 * What the rules say of one command, for a record that stands so: `done`, `nothing` where it is done already, or the
 * code of the refusal. Where it depends on whose record it is, by the most special name that fits: position, kind and
 * detail as in `starter p2p declined`, `starter p2p`, `starter` or `p2p`, else by `else`.
 */
type Answer = string | Readonly<Record<string, string>>;

/** One way to give a command. */
interface Row {
  command: (situation: Situation) => Omit<ReferralCommand, 'at'> & { at?: string };
  /** What is different about the record that it meets. */
  of?: (referral: Referral) => Referral;
  /** What must be true of the record where it is done. */
  leaves?: (after: Referral, before: Referral) => boolean;
  /** A standing that is not named is answered by `closed`. */
  answers: Partial<Record<Standing, Answer>> & { received: Answer; accepted: Answer; closed: Answer };
}

export interface Rule {
  /** Whose right counts; absent where it is no person that acts. */
  right?: ReferralAction;
  /** Rules it carries out. */
  rules: string;
  rows: Readonly<Record<string, Row>>;
}

const by = 'tenant:cara';
const changedItem = { field: 'crmId', since: BEFORE, there: { crmId: 'THEIRS' } } as const;
const inConflict = { ...changedItem, conflict: true } as const;
const refusedItem = { ...changedItem, refused: { code: 'invalidrequest', at: BEFORE } } as const;
const invitedThere = { field: 'microsoft', since: BEFORE } as const;
// On its own record Microsoft needs to be told nothing of itself.
const ofOurs = { microsoft: 'nothing', else: 'done' } as const;
const elsewhere: Party = {
  ...{ role: 'peer', organization: 'msft', name: 'Microsoft', referralId: '', seq: 1 },
  view: { stage: 'received', since: BEFORE, team: [], notes: [] },
};
const entries = { name: 'N', value: { amount: 1, currency: 'USD' }, closeDate: '2027-05-01' };
const colleague = { name: 'Cara', email: 'cara@contoso.example', phone: '1' };

// What is over answers everybody alike: how it ended (CR-50).
const over = { closed: 'already-closed', declined: 'already-declined', expired: 'already-expired' } as const;
const onlyAccepted = { received: 'not-accepted', accepted: 'done', ...over } as const;
const answered = {
  received: { starter: 'not-inbound', else: 'done' },
  accepted: 'already-accepted',
  ...over,
} as const;

const guestOf = (organization: string, more: Partial<Invitation> = {}): Row['command'] => {
  const guest = { organization, name: organization, referralId: 'new' };
  const invitation = {
    closeDate: '2027-01-01',
    value: entries.value,
    solutions: [analytics],
    contacts: [],
    ...more,
  };
  return () => ({
    type: 'partner.invite',
    by,
    guest,
    invitation,
    contact: colleague,
    consent: true,
  });
};
const note = (audience: 'us' | 'all', text: string) => ({
  type: 'note.add' as const,
  by,
  text,
  audience,
  writer: colleague,
});
const toAll = {
  'starter private': 'note-nobody',
  'starter co-sell': 'note-nobody',
  'starter co-sell Microsoft undecided': 'done',
  'starter co-sell and a partner': 'done',
  'starter co-sell to be registered': 'done',
  'starter partner-led': 'note-nobody',
  'starter p2p declined': 'note-nobody',
  'starter p2p expired': 'note-nobody',
  'starter assessment': 'note-nobody',
  receiver: 'note-nobody',
  else: 'done',
};
const remind: Row = {
  command: () => ({ type: 'partner.remind', by, organization: 'fabrikam' }),
  answers: {
    received: {
      'starter p2p undecided': 'done',
      'starter p2p reminded': 'remind-today',
      else: 'remind-answered',
    },
    accepted: {
      'starter p2p undecided': 'done',
      'starter p2p reminded': 'remind-today',
      else: 'remind-answered',
    },
    closed: 'invite-closed',
  },
};

/** Who started a deal that Microsoft does not see may let it (CR-12). */
const shareable = {
  'starter private': 'done',
  'starter p2p': 'done',
  'starter assessment': 'share-assessment',
  'co-sell': 'share-seen',
  'partner-led': 'share-seen',
  else: 'share-inbound',
} as const;

const shown = (amount: number) => ({ amount, currency: 'USD' });
const told = (amount: number) => ({ since: BEFORE, value: shown(amount), team: [], notes: [] });
const seenBefore = (party: Party): Party => ({
  ...party,
  view: { ...party.view, ...told(1), stage: 'accepted' },
});

/** Only who takes part is listened to. */
const heard = {
  guest: 'done',
  microsoft: 'done',
  'starter p2p': 'done',
  'starter co-sell Microsoft undecided': 'done',
  'starter co-sell and a partner': 'done',
  'starter co-sell to be registered': 'done',
  else: 'nothing',
} as const;

const reviewed = { 'microsoft co-sell registered': 'done', else: 'review-nothing' } as const;

/** What this person did before, and how the CRM id stood then. */
const step = { revision: 2, what: 'deal.edit', by, at: BEFORE };
const changedFrom = (referral: Referral, changes: Partial<ChangedFields>): ChangedFields => {
  const became = referral.crmId === undefined ? {} : { crmId: referral.crmId };
  return { ...step, kind: 'fields', fields: ['crmId'], was: { crmId: 'OLD' }, became, ...changes };
};
/** A closed record whose end they can take back until then. */
const decidedUntil = (referral: Referral, until: string): Referral => {
  const acceptedBy = { kind: 'person' as const, personId: by };
  const was = { stage: 'accepted' as const, acceptedAt: BEFORE, acceptedBy };
  return referral.stage === 'closed'
    ? { ...referral, undoable: [{ ...step, kind: 'decision', was, until }] }
    : referral;
};

/** Every command there is: one that is new does not compile before it has its row here. */
export const everyCommand = {
  'referral.accept': {
    right: 'referral.accept',
    rules: 'CR-34, CR-35',
    rows: {
      'in time': { command: () => ({ type: 'referral.accept', by, entries }), answers: answered },
      'by a seller who is in no team yet (CR-58)': {
        command: () => ({ type: 'referral.accept', by, entries, seller: colleague }),
        answers: answered,
        leaves: ({ holder, team }) =>
          holder === colleague.email && team.some(({ email }) => email === colleague.email),
      },
      'too late': {
        command: () => ({ type: 'referral.accept', by, entries, at: EXPIRES }),
        answers: { ...answered, received: { starter: 'not-inbound', else: 'already-expired' } },
      },
    },
  },
  'referral.decline': {
    right: 'referral.decline',
    rules: 'CR-36',
    rows: {
      'in time': { command: () => ({ type: 'referral.decline', by, reason: 'other' }), answers: answered },
      'with notes, which whoever asked is told (CR-52)': {
        command: () => ({ type: 'referral.decline', by, reason: 'other', notes: 'In spring' }),
        answers: answered,
        leaves: (after) =>
          (after.parties ?? []).every(
            (one) => one.role !== 'inviter' || sharedView(after, one).closingNotes === notesOfRefusal(after),
          ),
      },
    },
  },
  'referral.expire': {
    rules: 'CR-38',
    rows: {
      'in time': {
        command: () => ({ type: 'referral.expire' }),
        answers: { ...answered, received: { starter: 'not-inbound', else: 'not-yet-expired' } },
      },
      'when its time is over': {
        command: () => ({ type: 'referral.expire', at: EXPIRES }),
        answers: answered,
      },
    },
  },
  'referral.escalate': {
    rules: 'CR-54',
    rows: {
      'to the admins of its location': {
        command: () => ({ type: 'referral.escalate', to: 'location', days: 5 }),
        answers: answered,
        leaves: (after) => after.escalated?.to === 'location',
      },
      'to those of the whole company': {
        command: () => ({ type: 'referral.escalate', to: 'company', days: 5 }),
        answers: answered,
        leaves: (after) => after.escalated?.to === 'company',
      },
      twice: {
        command: () => ({ type: 'referral.escalate', to: 'location', days: 5 }),
        of: (referral) => ({ ...referral, escalated: { to: 'company', at: BEFORE, days: 5 } }),
        answers: { ...answered, received: { starter: 'not-inbound', else: 'nothing' } },
      },
    },
  },
  // What Partner Center reports is never refused; that it doesn't reopen anything is tested below.
  'referral.update': {
    rules: 'CR-34, CR-50',
    rows: {
      'that says accepted': {
        command: ({ referral }) => ({
          type: 'referral.update',
          snapshot: snapshot({ stage: 'accepted' }, referral),
          lastReceived: referral,
        }),
        answers: { received: 'done', accepted: 'nothing', closed: 'nothing', expired: 'done' },
      },
    },
  },
  'deal.handover': {
    right: 'deal.handover',
    rules: 'CR-22, CR-50',
    rows: {
      'to a colleague': {
        command: () => ({ type: 'deal.handover', by, to: colleague }),
        answers: { received: 'done', accepted: 'done', ...over },
      },
    },
  },
  'deal.undo': {
    right: 'deal.undo',
    rules: 'CR-36, CR-39, CR-42, CR-43',
    rows: {
      'where nothing was done': {
        command: () => ({ type: 'deal.undo', by }),
        answers: { received: 'undo-nothing', accepted: 'undo-nothing', closed: 'undo-nothing' },
      },
      'of fields': {
        of: (referral) => ({ ...referral, undoable: [changedFrom(referral, {})] }),
        command: () => ({ type: 'deal.undo', by }),
        answers: { received: 'done', accepted: 'done', ...over },
        leaves: (after) => after.crmId === 'OLD',
      },
      'of a field that somebody else changed since': {
        of: (referral) => ({ ...referral, undoable: [changedFrom(referral, { became: { crmId: 'NEW' } })] }),
        command: () => ({ type: 'deal.undo', by }),
        answers: { received: 'undo-changed', accepted: 'undo-changed', ...over },
      },
      'of what somebody else did': {
        of: (referral) => ({ ...referral, undoable: [changedFrom(referral, { by: 'tenant:anna' })] }),
        command: () => ({ type: 'deal.undo', by, revision: 2 }),
        answers: { received: 'undo-other', accepted: 'undo-other', closed: 'undo-other' },
      },
      'of what is too long ago': {
        of: (referral) => ({ ...referral, undoable: [changedFrom(referral, {})] }),
        command: () => ({ type: 'deal.undo', by, revision: 1 }),
        answers: { received: 'undo-gone', accepted: 'undo-gone', closed: 'undo-gone' },
      },
      'of what was taken back': {
        of: (referral) => ({ ...referral, undoable: [{ ...step, kind: 'undone', since: BEFORE }] }),
        command: () => ({ type: 'deal.undo', by }),
        answers: { received: 'undo-done', accepted: 'undo-done', closed: 'undo-done' },
      },
      'of a decision in its time': {
        of: (referral) => decidedUntil(referral, EXPIRES),
        command: () => ({ type: 'deal.undo', by }),
        answers: { received: 'undo-nothing', accepted: 'undo-nothing', closed: 'done' },
        leaves: (after) => after.stage === 'accepted',
      },
      'of a decision when its time is over': {
        of: (referral) => decidedUntil(referral, BEFORE),
        command: () => ({ type: 'deal.undo', by }),
        answers: { received: 'undo-nothing', accepted: 'undo-nothing', closed: 'undo-final' },
      },
    },
  },
  'deal.locate': {
    right: 'deal.locate',
    rules: 'CR-21, CR-30',
    rows: {
      'at another location than it has': {
        command: () => ({ type: 'deal.locate', by, location: '7654321' }),
        answers: { received: 'location-set', accepted: 'location-set', ...over },
      },
      'at the location that it has': {
        command: () => ({ type: 'deal.locate', by, location: '1234567' }),
        answers: { received: 'nothing', accepted: 'nothing', ...over },
      },
      'that came without one': {
        command: () => ({ type: 'deal.locate', by, location: '1234567' }),
        of: (referral) => ({ ...referral, location: undefined }),
        answers: { received: 'done', accepted: 'done', ...over },
      },
    },
  },
  'deal.edit': {
    right: 'deal.edit',
    rules: 'CR-39, CR-50',
    rows: {
      'of the notes': {
        command: ({ referral }) => ({
          type: 'deal.edit',
          by,
          changes: { notes: { from: referral.notes, to: 'New' } },
        }),
        answers: onlyAccepted,
      },
      'that somebody else was faster with': {
        command: () => ({ type: 'deal.edit', by, changes: { notes: { from: 'Old', to: 'New' } } }),
        answers: { ...onlyAccepted, accepted: 'changed-meanwhile' },
      },
    },
  },
  'deal.team': {
    right: 'deal.team',
    rules: 'CR-22, CR-39',
    rows: {
      'with one more': {
        command: () => ({ type: 'deal.team', by, add: [colleague], remove: [] }),
        answers: onlyAccepted,
      },
      'without the only one': {
        command: () => ({ type: 'deal.team', by, add: [], remove: ['bo.partner@contoso.example'] }),
        answers: { ...onlyAccepted, accepted: 'team-without-contact' },
      },
    },
  },
  'deal.solutions': {
    right: 'deal.solutions',
    rules: 'CR-23, CR-24',
    rows: {
      'with one more': {
        command: () => ({
          type: 'deal.solutions',
          by,
          add: [{ id: 'SOL-2', name: 'Shield', kind: 'own' }],
          remove: [],
          vetted: true,
        }),
        answers: { ...onlyAccepted, accepted: { assessment: 'solutions-not-allowed', else: 'done' } },
      },
      'with one more, where assessments stay as they are': {
        command: () => ({
          type: 'deal.solutions',
          by,
          add: [{ id: 'SOL-2', name: 'Shield', kind: 'own' }],
          remove: [],
          vetted: true,
          fixed: true,
        }),
        answers: { ...onlyAccepted, accepted: { assessment: 'assessment-fixed', else: 'done' } },
      },
      'that make it an assessment for no location of ours (CR-24)': {
        command: ({ referral }) => ({
          type: 'deal.solutions',
          by,
          add: [{ id: 'SA-2', name: 'Check', kind: 'assessment' }],
          remove: (referral.solutions ?? []).map(({ id }) => id),
          place: 'Oslo',
          locations: ['1234567'],
          vetted: true,
        }),
        answers: { ...onlyAccepted, accepted: 'solutions-not-allowed' },
      },
      'without any': {
        command: () => ({ type: 'deal.solutions', by, add: [], remove: ['SOL-1', 'SA-1'], vetted: true }),
        answers: { ...onlyAccepted, accepted: 'solutions-not-allowed' },
      },
    },
  },
  'partner.invite': {
    right: 'partner.invite',
    rules: 'CR-31 to CR-33',
    rows: {
      'a partner who is new': {
        command: guestOf('tailspin'),
        answers: {
          received: {
            assessment: 'invite-assessment',
            starter: 'invite-received',
            else: 'invite-inbound-partner',
          },
          accepted: { assessment: 'invite-assessment', starter: 'done', else: 'invite-inbound-partner' },
          closed: 'invite-closed',
        },
      },
      'a partner to whom the customer’s contact is passed on (CR-59)': {
        command: guestOf('tailspin', { contactToo: true }),
        answers: {
          received: {
            assessment: 'invite-assessment',
            starter: 'invite-received',
            else: 'invite-inbound-partner',
          },
          accepted: { assessment: 'invite-assessment', starter: 'done', else: 'invite-inbound-partner' },
          closed: 'invite-closed',
        },
        // Chosen for this one partner: what the customer agreed to with Microsoft stays as it is (CR-20).
        leaves: (after, before) =>
          after.consent === before.consent &&
          partners(after).every((one) => sharesContacts(after, one) === (one.organization === 'tailspin')),
      },
      'a partner who may be in already': {
        command: guestOf('fabrikam'),
        answers: {
          received: {
            assessment: 'invite-assessment',
            starter: 'invite-received',
            else: 'invite-inbound-partner',
          },
          accepted: {
            assessment: 'invite-assessment',
            'starter private': 'done',
            'starter partner-led': 'done',
            'starter co-sell': 'done',
            'starter co-sell Microsoft undecided': 'done',
            'starter co-sell and a partner': 'invite-already',
            'starter p2p': 'invite-already',
            'starter p2p declined': 'done',
            'starter p2p expired': 'done',
            else: 'invite-inbound-partner',
          },
          closed: 'invite-closed',
        },
      },
      Microsoft: {
        command: guestOf('msft'),
        answers: {
          received: {
            assessment: 'invite-assessment',
            starter: 'invite-received',
            else: 'invite-inbound-microsoft',
          },
          accepted: {
            assessment: 'invite-assessment',
            'starter private': 'done',
            // Microsoft sees it already, and can still be asked for help (CR-11, CR-12).
            'starter partner-led': 'done',
            'starter p2p': 'done',
            'starter co-sell': 'invite-microsoft-already',
            else: 'invite-inbound-microsoft',
          },
          closed: 'invite-closed',
        },
      },
      'our own company': {
        command: guestOf('contoso'),
        answers: {
          received: {
            assessment: 'invite-assessment',
            starter: 'invite-received',
            else: 'invite-inbound-partner',
          },
          accepted: {
            assessment: 'invite-assessment',
            starter: 'invite-self',
            else: 'invite-inbound-partner',
          },
          closed: 'invite-closed',
        },
      },
    },
  },
  'partner.remind': { right: 'partner.remind', rules: 'CR-54', rows: { 'a partner': remind } },
  // Another party's word is taken in whatever became of our own record, which it never reopens (tested below).
  'engagement.receive': {
    rules: 'CR-30, CR-52',
    rows: {
      'of a party': {
        command: ({ referral }) => {
          const [party] = referral.parties ?? [];
          return {
            type: 'engagement.receive',
            message: {
              engagementId: 'e',
              from: {
                organization: party?.organization ?? 'stranger',
                name: 'Them',
                referralId: party?.referralId ?? 'x',
              },
              to: { organization: referral.organization, referralId: referral.id },
              seq: 9,
              view: { stage: 'accepted', since: BEFORE, salesStage: 40, team: [], notes: [] },
            },
          };
        },
        answers: { received: heard, accepted: heard, closed: heard },
      },
      'of the inviter, who changed what it shows (CR-60)': {
        of: (referral) => ({ ...referral, value: shown(1), parties: referral.parties?.map(seenBefore) }),
        command: ({ referral }) => {
          const [party] = referral.parties ?? [];
          return {
            type: 'engagement.receive',
            message: {
              engagementId: 'e',
              from: {
                organization: party?.organization ?? 'stranger',
                name: 'Them',
                referralId: party?.referralId ?? 'x',
              },
              to: { organization: referral.organization, referralId: referral.id },
              seq: 9,
              view: { ...told(2), stage: 'accepted' },
            },
          };
        },
        answers: { received: heard, accepted: heard, closed: heard },
        leaves: (after) => {
          const follows = after.stage !== 'closed' && after.parties?.[0]?.role === 'inviter';
          return after.value?.amount === (follows ? 2 : 1);
        },
      },
    },
  },
  'stage.mark': {
    right: 'stage.mark',
    rules: 'CR-40, CR-41',
    rows: {
      'the first': { command: () => ({ type: 'stage.mark', by, stage: 20 }), answers: onlyAccepted },
      'the last': {
        command: () => ({ type: 'stage.mark', by, stage: 80 }),
        answers: {
          ...onlyAccepted,
          accepted: {
            assessment: 'stage-order',
            'starter assessment all stages': 'nothing',
            else: 'done',
          },
        },
      },
      'the way back to the beginning': {
        command: () => ({ type: 'stage.mark', by, stage: 10 }),
        answers: {
          ...onlyAccepted,
          accepted: {
            'starter assessment all stages': 'done',
            'starter partner-led at a stage': 'done',
            else: 'nothing',
          },
        },
      },
      'from a card that shows an older one': {
        command: () => ({ type: 'stage.mark', by, stage: 20, from: 60 }),
        answers: { ...onlyAccepted, accepted: 'stage-moved' },
      },
    },
  },
  'deal.win': {
    right: 'deal.win',
    rules: 'CR-41, CR-42',
    rows: {
      'as it is': {
        command: () => ({ type: 'deal.win', by }),
        answers: {
          ...onlyAccepted,
          accepted: {
            assessment: 'stages-missing',
            'starter assessment all stages': 'done',
            else: 'done',
          },
        },
      },
    },
  },
  'deal.lose': {
    right: 'deal.lose',
    rules: 'CR-42',
    rows: {
      'with a reason': {
        command: () => ({ type: 'deal.lose', by, reason: 'budget' }),
        answers: onlyAccepted,
      },
    },
  },
  'deal.error': {
    right: 'deal.error',
    rules: 'CR-43',
    rows: {
      'with a reason': {
        command: () => ({ type: 'deal.error', by, reason: 'test', switchedOn: true }),
        answers: { received: 'done', accepted: 'done', ...over },
      },
      'where it is switched off': {
        command: () => ({ type: 'deal.error', by, reason: 'test', switchedOn: false }),
        answers: { received: 'error-off', accepted: 'error-off', ...over },
      },
    },
  },
  'deal.share': {
    right: 'deal.share',
    rules: 'CR-12',
    rows: {
      'with consent': {
        command: () => ({ type: 'deal.share', by, switchedOn: true, consent: true }),
        answers: { ...onlyAccepted, accepted: shareable },
      },
      'where it is switched off': {
        command: () => ({ type: 'deal.share', by, switchedOn: false, consent: true }),
        answers: { ...onlyAccepted, received: 'share-off', accepted: 'share-off' },
      },
    },
  },
  // The one thing that may still happen to a closed deal, and only to a won one (CR-50).
  'registration.register': {
    right: 'registration.register',
    rules: 'CR-6, CR-44, CR-50',
    rows: {
      'with all that is asked': {
        command: () => ({ type: 'registration.register', by, entries: registration, context }),
        answers: {
          received: 'registration-not-won',
          accepted: 'registration-not-won',
          closed: 'registration-not-won',
          won: { 'starter co-sell to be registered': 'done', else: 'registration-not-eligible' },
        },
      },
      'with a solution that another company brought (CR-63)': {
        of: (referral) => ({
          ...referral,
          solutions: referral.solutions?.map((one) => ({ ...one, kind: 'third-party', incentive: true })),
        }),
        command: () => ({ type: 'registration.register', by, entries: registration, context }),
        answers: {
          received: 'registration-not-won',
          accepted: 'registration-not-won',
          closed: 'registration-not-won',
          won: 'registration-not-eligible',
        },
      },
      'with nothing': {
        command: () => ({ type: 'registration.register', by, entries: {}, context }),
        answers: {
          received: 'registration-not-won',
          accepted: 'registration-not-won',
          closed: 'registration-not-won',
          won: {
            'starter co-sell to be registered': 'registration-incomplete',
            else: 'registration-not-eligible',
          },
        },
      },
    },
  },
  'registration.review': {
    right: 'registration.review',
    rules: 'CR-46, CR-48',
    rows: {
      'into review': {
        command: () => ({
          type: 'registration.review',
          by,
          partner: 'litware',
          submission: 1,
          decision: 'take',
        }),
        answers: { received: reviewed, accepted: reviewed, closed: reviewed },
      },
    },
  },
  'note.add': {
    right: 'note.add',
    rules: 'CR-50, CR-61',
    rows: {
      'for us': {
        command: () => note('us', 'Called them'),
        answers: { received: 'done', accepted: 'done', ...over },
      },
      'without text': {
        command: () => note('us', ' \n '),
        answers: { received: 'note-empty', accepted: 'note-empty', ...over },
      },
      'to all': {
        command: () => note('all', 'Called them'),
        answers: { received: toAll, accepted: toAll, ...over },
      },
    },
  },
  'sync.microsoft': {
    rules: 'CR-17',
    rows: {
      'it accepted': {
        of: (referral) => ({ ...referral, parties: undefined, unsynced: [invitedThere] }),
        command: () => ({ type: 'sync.microsoft', seq: 2, standing: { stage: 'accepted', since: BEFORE } }),
        leaves: (after) => partyOf(after, 'msft')?.view?.stage === 'accepted' && after.unsynced === undefined,
        answers: { received: ofOurs, accepted: ofOurs, closed: ofOurs },
      },
      'what is older than its last word': {
        of: (referral) => ({ ...referral, parties: [{ ...elsewhere, seq: 3 }] }),
        command: () => ({ type: 'sync.microsoft', seq: 2, standing: { stage: 'accepted', since: BEFORE } }),
        answers: { received: 'nothing', accepted: 'nothing', closed: 'nothing' },
      },
    },
  },
  'sync.enter': {
    rules: 'CR-36',
    rows: {
      'what differs': {
        of: (referral) => ({ ...referral, unsynced: [{ field: 'partners', since: BEFORE }] }),
        command: () => ({ type: 'sync.enter', by, fields: ['partners'] }),
        leaves: (after) => after.unsynced === undefined,
        answers: { received: 'done', accepted: 'done', closed: 'done' },
      },
      'nothing that differs': {
        command: () => ({ type: 'sync.enter', by, fields: ['name'] }),
        answers: { received: 'sync-nothing', accepted: 'sync-nothing', closed: 'sync-nothing' },
      },
    },
  },
  'sync.settle': {
    rules: 'CR-39',
    rows: {
      'for theirs': {
        of: (referral) => ({ ...referral, unsynced: [inConflict] }),
        command: () => ({ type: 'sync.settle', by, field: 'crmId', keep: 'theirs' }),
        leaves: (after) => after.crmId === 'THEIRS' && after.unsynced === undefined,
        answers: { received: 'done', accepted: 'done', closed: 'done' },
      },
      'for ours': {
        of: (referral) => ({ ...referral, unsynced: [inConflict] }),
        command: () => ({ type: 'sync.settle', by, field: 'crmId', keep: 'ours' }),
        leaves: (after, before) => after.crmId === before.crmId && sendable(after).includes('crmId'),
        answers: { received: 'done', accepted: 'done', closed: 'done' },
      },
    },
  },
  'sync.drop': {
    rules: 'CR-39',
    rows: {
      'what was refused': {
        of: (referral) => ({ ...referral, unsynced: [refusedItem] }),
        command: () => ({ type: 'sync.drop', by, field: 'crmId' }),
        leaves: (after) => after.crmId === 'THEIRS' && after.unsynced === undefined,
        answers: { received: 'done', accepted: 'done', closed: 'done' },
      },
    },
  },
  'sync.retry': {
    rules: 'CR-39',
    rows: {
      'what was refused': {
        of: (referral) => ({ ...referral, unsynced: [refusedItem] }),
        command: () => ({ type: 'sync.retry', by }),
        leaves: (after) => sendable(after).includes('crmId'),
        answers: { received: 'done', accepted: 'done', closed: 'done' },
      },
    },
  },
  'sync.sent': {
    rules: 'CR-28',
    rows: {
      'a deal of ours': {
        of: (referral) => ({ ...referral, unsynced: [{ field: 'deal', since: BEFORE }] }),
        command: () => ({ type: 'sync.sent', fields: ['deal'], created: { id: 'THERE-1' } }),
        leaves: (after, before) => after.partnerCenterId === 'there-1' && after.id === before.id,
        answers: { received: 'done', accepted: 'done', closed: 'done' },
      },
    },
  },
  'sync.refuse': {
    rules: 'CR-36',
    rows: {
      'what was sent': {
        of: (referral) => ({ ...referral, unsynced: [changedItem] }),
        command: () => ({
          type: 'sync.refuse',
          fields: ['crmId'],
          refusal: { code: 'invalidrequest', at: BEFORE },
        }),
        leaves: (after) => sendable(after).length === 0,
        answers: { received: 'done', accepted: 'done', closed: 'done' },
      },
    },
  },
} satisfies Record<ReferralCommand['type'], Rule>;

/** Who may do what with a record of the location 1234567 whose team has one member (CR-2 to CR-4, CR-6). */
const everybodyWhoSees: readonly RoleName[] = ['company admin', 'location admin', 'user in the team'];
const admins: readonly RoleName[] = ['company admin', 'location admin'];

export const allowedRoles = {
  'referral.view': everybodyWhoSees,
  'referral.accept': everybodyWhoSees,
  'referral.decline': everybodyWhoSees,
  'deal.edit': everybodyWhoSees,
  'deal.team': everybodyWhoSees,
  'deal.solutions': everybodyWhoSees,
  'deal.handover': everybodyWhoSees,
  'deal.locate': ['company admin'],
  'deal.grant': admins,
  // Who may see it has nothing to ask for; who is no member can't be given anything.
  'deal.ask': ['admin of another location', 'user not in the team', 'user of another location'],
  'deal.win': everybodyWhoSees,
  'deal.lose': everybodyWhoSees,
  'deal.error': everybodyWhoSees,
  'deal.share': everybodyWhoSees,
  'deal.undo': everybodyWhoSees,
  'stage.mark': everybodyWhoSees,
  'partner.invite': everybodyWhoSees,
  'partner.remind': everybodyWhoSees,
  'note.add': everybodyWhoSees,
  'timeline.show': everybodyWhoSees,
  'registration.register': everybodyWhoSees,
  'registration.review': admins,
} satisfies Record<ReferralAction, readonly RoleName[]>;
