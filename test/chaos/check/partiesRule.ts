import { dealKey, dealsIn, type Evidence, type StoredDeal } from './evidence.ts';

/** All parties of a deal know the same of each other. */
export function partiesRule({ stored }: Evidence): string[] {
  const deals = dealsIn(stored);
  return [...deals.values()].flatMap((host) =>
    (host.parties ?? [])
      .filter(({ role }) => role === 'invited')
      .flatMap((party) => {
        const guest = deals.get(dealKey(party.organization, party.referralId));
        const about = `${host.organization} ${host.id} and ${party.organization}`;
        if (!guest) return [`an invitation did not arrive: ${about}`];
        const back = guest.parties?.find(
          ({ role, organization }) => role === 'inviter' && organization === host.organization,
        );
        if (!back || back.referralId.toLowerCase() !== host.id)
          return [`the guest knows no inviter: ${about}`];
        return [
          ...differences(`what the guest knows of its inviter: ${about}`, back.view, toldTo(guest, host)),
          ...differences(
            `what the inviter knows of its guest: ${about}`,
            party.view ?? { stage: 'received' },
            guest,
          ),
        ];
      }),
  );
}

/** Who is out hears how it ends, and nothing else that is new. */
function toldTo(guest: StoredDeal, host: StoredDeal): Standing {
  const { stage, outcome, salesStage } = host;
  const out = guest.stage === 'closed' && guest.outcome !== 'won';
  return { stage, ...(outcome && { outcome }), ...(!out && salesStage && { salesStage }) };
}

type Standing = Pick<StoredDeal, 'stage' | 'outcome' | 'salesStage'>;

function differences(about: string, known: Standing | undefined, is: Standing): string[] {
  const fields = ['stage', 'outcome', 'salesStage'] as const;
  return fields
    .filter((field) => known?.[field] !== is[field])
    .map((field) => `${about}: ${field} is ${is[field]}, told was ${known?.[field]}`);
}
