import { type FakeTeams, type Place, TENANT, type TestPerson } from '#test/support/bot/fakeTeams.ts';
import {
  CONTOSO_KEY,
  FABRIKAM_TENANT,
  MICROSOFT_TENANT,
  threeOrganizations,
} from '#test/support/organization/organizations.ts';

/** Somebody who reads and presses, and where. */
export interface Reader {
  person: TestPerson;
  organization: string;
  places: readonly Place[];
}

export const INTAKE = { organization: 'contoso', key: CONTOSO_KEY };

/** The file of the organizations whose people these are. */
export const organizations = () =>
  threeOrganizations([
    { email: 'anna.berg@contoso.example', role: 'referrals-admin' },
    { email: 'ben.ode@contoso.example', role: 'referrals-admin' },
  ]);

/** Two colleagues with a channel, a partner, and Microsoft. */
export function readersIn(teams: FakeTeams): readonly [Reader, Reader, Reader, Reader] {
  const anna = teams.person('Anna Berg', { tenantId: TENANT });
  const ben = teams.person('Ben Ode', { tenantId: TENANT });
  const fay = teams.person('Fay Brik', { tenantId: FABRIKAM_TENANT, email: 'fay.brik@fabrikam.example' });
  const maja = teams.person('Maja Lind', {
    tenantId: MICROSOFT_TENANT,
    email: 'maja.lind@microsoft.example',
  });
  const channel = teams.channel('19:sales@thread.tacv2');
  const own = (person: TestPerson) => teams.chatOf(person);
  return [
    { person: anna, organization: 'contoso', places: [own(anna), channel] },
    { person: ben, organization: 'contoso', places: [own(ben), channel] },
    { person: fay, organization: 'fabrikam', places: [own(fay)] },
    { person: maja, organization: 'msft', places: [own(maja)] },
  ];
}
