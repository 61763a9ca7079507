import assert from 'node:assert/strict';
import { type InviteFacts, inviteAsks, inviteInputs } from '#cards/engagement/invite.ts';
import { readInvitation } from '#cards/engagement/inviteAnswer.ts';
import { readInvitedPeople } from '#cards/engagement/invitedPeople.ts';
import { markOf } from '#cards/form/mark.ts';
import type { Solution } from '#domain/referral/referral.ts';

const analytics: Solution = { id: 'SOL-1', name: 'Analytics', kind: 'own' };
const backup: Solution = { id: 'SOL-2', name: 'Backup', kind: 'own' };
const karin = { name: 'Karin', email: 'karin@northwind.example', phone: '+49 89 5550' };
const today = '2026-11-16';
const reader = { language: 'en' as const, locale: 'en-US', today };
const partner = { guest: 'partner' as const, solutions: [analytics, backup], contacts: [] };
const microsoft = {
  guest: 'microsoft' as const,
  value: { amount: 100, currency: 'USD' },
  closeDate: '2027-03-01',
  solutions: [analytics],
  contacts: [karin],
  consent: true,
};
const part = { value: '20k', currency: 'USD', closeDate: '2027-02-01' };

describe('the form of an invitation', () => {
  it('asks of Microsoft only what the deal does not say (CR-19, CR-20)', () => {
    const asked = (changes: object) =>
      Object.entries(inviteAsks({ ...microsoft, ...changes }, today)).flatMap(([name, is]) =>
        is ? [name] : [],
      );
    assert.deepEqual(asked({}), []);
    assert.deepEqual(asked({ consent: undefined }), ['consent']);
    assert.deepEqual(asked({ contacts: [{ name: 'Karin', email: 'k@x.example' }] }), ['contact']);
    assert.deepEqual(asked({ closeDate: '2026-11-15' }), ['part']);
    assert.deepEqual(asked({ value: { amount: 1, currency: '' } }), ['part']);
    assert.deepEqual(asked({ solutions: [] }), ['solutions']);
    assert.deepEqual(asked({ guest: 'partner' }), ['partner', 'part', 'solutions']);
  });

  it('reads the part, the chosen solutions with a further one, and the people (CR-30)', () => {
    const solutions = markOf('SOL-2');
    const further: Solution = { id: 'AZ-1', name: 'Azure', kind: 'microsoft' };
    const sent = { ...part, solutions, people: 'Fay; fay@fabrikam.example' };
    const { invitation, problems } = readInvitation(sent, partner, { ...reader, further });
    assert.deepEqual(problems, {});
    assert.deepEqual(invitation.value, { amount: 20_000, currency: 'USD' });
    assert.deepEqual(
      invitation.solutions.map(({ id }) => id),
      ['SOL-2', 'AZ-1'],
    );
    assert.deepEqual(invitation.contacts, [{ name: 'Fay', email: 'fay@fabrikam.example' }]);
  });

  it('takes what is not asked from the deal, and for Microsoft the help is required', () => {
    const { invitation, problems } = readInvitation({}, microsoft, reader);
    assert.deepEqual(problems, { assistance: { code: 'invite-help-missing' } });
    assert.deepEqual([invitation.value, invitation.closeDate], [microsoft.value, microsoft.closeDate]);
    const forged = readInvitation({ assistance: 'Everything' }, microsoft, reader);
    assert.deepEqual(forged.problems, { assistance: { code: 'help-unknown' } });
  });

  it('says at each field what is missing', () => {
    const { problems } = readInvitation({ solutions: '' }, partner, reader);
    assert.deepEqual(Object.keys(problems).sort(), ['closeDate', 'currency', 'solutions', 'value']);
    const asked = { ...microsoft, contacts: [], consent: undefined };
    const of = Object.keys(readInvitation({ assistance: 'GeneralOrOther' }, asked, reader).problems).sort();
    assert.deepEqual(of, ['consent', 'contactEmail', 'contactName', 'contactPhone']);
  });

  it('refuses an assessment as the further solution (CR-33)', () => {
    const further: Solution = { id: 'SA-1', name: 'Cost check', kind: 'assessment' };
    const { problems } = readInvitation(part, partner, { ...reader, further });
    assert.deepEqual(problems.search, { code: 'invite-assessment' });
  });

  it('never throws, whatever is sent', () => {
    for (const odd of [null, undefined, 0, [], {}, { a: {} }, 'x'.repeat(50_000), '\u0000,;@<>']) {
      for (const facts of [partner, microsoft, { ...microsoft, contacts: [], consent: false }]) {
        const sent = Object.fromEntries([...inviteInputs, 'form', 'locale'].map((field) => [field, odd]));
        assert.doesNotThrow(() => readInvitation(sent, facts, reader));
        assert.doesNotThrow(() => readInvitation(odd, facts, reader));
      }
    }
  });
});

describe('the people at a partner', () => {
  const lines: [text: string, people: object[] | [code: string, line: number]][] = [
    ['', []],
    ['Fay Brik', [{ name: 'Fay Brik' }]],
    ['fay.brik@fabrikam.example', [{ name: 'fay.brik', email: 'fay.brik@fabrikam.example' }]],
    ['Fay Brik <fay@fabrikam.example>', [{ name: 'Fay Brik', email: 'fay@fabrikam.example' }]],
    [
      'fay@fabrikam.example; +1 216 555 0100; Fay\n\nTom',
      [{ name: 'Fay', email: 'fay@fabrikam.example', phone: '+1 216 555 0100' }, { name: 'Tom' }],
    ],
    ['Fay; FAY@x.example\nFay again; fay@x.example', [{ name: 'Fay', email: 'FAY@x.example' }]],
    ['Fay\nTom; tom@', ['team-email-invalid', 2]],
    ['…', ['invite-person-unread', 1]],
    [`${'x'.repeat(251)}`, ['team-name-too-long', 1]],
  ];
  for (const [text, expected] of lines) {
    it(`given ${JSON.stringify(text.slice(0, 50))}, then ${JSON.stringify(expected)}`, () => {
      const read = readInvitedPeople(text);
      const found = read.ok ? read.people : [read.problem.code, read.problem.values?.line];
      assert.deepEqual(found, expected);
    });
  }

  it('given more than twenty, then that is too many', () => {
    const read = readInvitedPeople(Array.from({ length: 21 }, (_, at) => `Person ${at}`).join('\n'));
    assert.ok(!read.ok);
    assert.equal(read.problem.code, 'team-too-many');
  });
});

describe('Our people and the customer’s contact in an invitation', () => {
  const anna = { name: 'Anna', email: 'anna@contoso.example', phone: '+1 206 555 0100' };
  const dana = { name: 'Dana', email: 'dana@customer.example', phone: '+1 206 555 0114' };
  const base = { guest: 'partner' as const, solutions: [], contacts: [dana], team: [anna] };
  const read = (typed: Record<string, string>, facts: InviteFacts = base) => {
    const sent = Object.fromEntries(Object.entries(typed).map(([id, value]) => [`${id}.0`, value]));
    const context = { language: 'en', locale: 'en-US', today: '2026-11-29' } as const;
    return readInvitation({ ...sent, form: 0 }, facts, context);
  };

  it('given the team as it was prefilled, then it stays the deal’s team, and its changes with it (CR-30)', () => {
    assert.equal(read({ ours: 'Anna; anna@contoso.example; +1 206 555 0100' }).invitation.ours, undefined);
  });

  it('given others of our people, then those are named for this partner (CR-30)', () => {
    const { invitation } = read({ ours: 'Bo Lind; bo@contoso.example; +1 206 555 0101' });
    assert.deepEqual(
      invitation.ours?.map(({ name }) => name),
      ['Bo Lind'],
    );
    assert.equal(read({ ours: 'Bo Lind' }).problems.ours?.code, 'team-line-incomplete');
  });

  it('given the customer’s contact, then it goes along only by the choice of this invitation (CR-59)', () => {
    assert.equal(read({}, { ...base, consent: true }).invitation.contactToo, undefined);
    assert.equal(read({ contactToo: 'true' }).invitation.contactToo, true);
    assert.equal(read({ contactToo: 'true' }, { ...base, contacts: [] }).invitation.contactToo, undefined);
  });
});
