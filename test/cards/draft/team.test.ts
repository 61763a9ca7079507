import assert from 'node:assert/strict';
import { draftCard } from '#cards/draft/draft.card.ts';
import type { Contact } from '#domain/referral/referral.ts';
import { ofType } from '#test/support/cards/cardParts.ts';
import { choicesOf, codesOf, draftView, press } from '#test/support/draft/draftViews.ts';

const anna = { name: 'Anna Berg', email: 'anna.berg@contoso.example', phone: '+49 30 5550 100' };
const jonas = { name: 'Jonas Meyer', email: 'jonas.meyer@contoso.example', phone: '+49 30 5550 200' };
const mia = 'Mia Ek; mia.ek@contoso.example; +46 8 555 0100';

/** The keys of the people who can be ticked, oneself first. */
function keysOf(view: Parameters<typeof draftCard>[0]): string[] {
  return choicesOf(draftCard(view)).map(({ value }) => value);
}

describe('deal.create team form', () => {
  it('has oneself ticked and offers people of earlier deals (CR-22)', () => {
    const view = draftView('team');
    const field = ofType(draftCard(view), 'Input.ChoiceSet')[0];
    assert.equal(field?.value, 'me');
    assert.deepEqual(
      choicesOf(draftCard(view)).map(({ title }) => title),
      ['Anna Berg (you)', 'Jonas Meyer · jonas.meyer@contoso.example', 'Li Wei · li.wei@contoso.example'],
    );
    const read = press(view, {});
    assert.deepEqual(read.ok && read.changes, { team: [anna] });
  });

  it('says once who will see it, under the title (CR-21)', () => {
    const view = { ...draftView('team'), me: { name: 'Anna Berg' } };
    const told = ofType(draftCard(view), 'TextBlock').filter(({ text }) =>
      /Microsoft and partners see this/.test(String(text)),
    );
    assert.equal(told.length, 1);
    assert.ok(ofType(draftCard(view), 'TextBlock').indexOf(told[0] ?? {}) < 3);
  });

  it('adds who is ticked and who is written, each once', () => {
    const view = draftView('team');
    const [me, one] = keysOf(view);
    const read = press(view, {
      team: `${me},${one}`,
      people: `${mia}\nJONAS.MEYER@contoso.example; Jonas Meyer; +49 1 555 999`,
    });
    assert.ok(read.ok);
    assert.deepEqual(
      read.changes.team?.map(({ name, phone }) => [name, phone]),
      [
        ['Anna Berg', '+49 30 5550 100'],
        ['Mia Ek', '+46 8 555 0100'],
        ['Jonas Meyer', '+49 1 555 999'],
      ],
    );
  });

  it('shows the team again as it was answered', () => {
    const view = draftView('team', { recentContacts: [] }, { team: [jonas] });
    const read = press(view, {});
    assert.deepEqual(read.ok && read.changes, { team: [jonas] }, 'without oneself, who was taken out');
  });

  it('given nobody, says so (CR-22)', () => {
    assert.deepEqual(codesOf(press(draftView('team'), { team: '' })), { team: 'team-missing' });
  });

  it('asks for one’s own phone once, and says what to remember (CR-22)', () => {
    const view = draftView('team-no-phone');
    assert.deepEqual(codesOf(press(view, {})), { ownPhone: 'own-phone-missing' });
    assert.deepEqual(codesOf(press(view, { ownPhone: '12' })), { ownPhone: 'phone-invalid' });
    const read = press(view, { ownPhone: '+49 30 5550 100' });
    assert.deepEqual(read.ok && [read.changes.team, read.picked], [[anna], { ownPhone: anna.phone }]);
    const away = press(view, { team: '', people: mia });
    assert.ok(away.ok, 'not needed by who is not in the team');
  });

  it('asks for one’s own e-mail where Teams has none', () => {
    const view = draftView('team', { me: { name: 'Anna Berg', phone: anna.phone } });
    assert.deepEqual(codesOf(press(view, {})), { ownEmail: 'own-email-missing' });
    assert.deepEqual(codesOf(press(view, { ownEmail: 'anna@' })), { ownEmail: 'email-invalid' });
    assert.deepEqual(press(view, { ownEmail: anna.email }).changes.team, [anna]);
  });

  const lines: [text: string, code: string][] = [
    ['Mia Ek; mia.ek@contoso.example', 'team-line-incomplete'],
    ['Mia Ek; mia.ek@contoso; +46 8 555 0100', 'team-email-invalid'],
    ['Mia Ek; mia.ek@contoso.example; 12', 'team-phone-invalid'],
  ];
  for (const [text, code] of lines) {
    it(`names the line at fault: ${code} (CR-22)`, () => {
      const read = press(draftView('team'), { people: `${mia}\n${text}` });
      assert.deepEqual(codesOf(read), { people: code });
      assert.equal(!read.ok && read.problems.people?.values?.line, 2);
      assert.ok(read.typed.people?.endsWith(text));
    });
  }

  it('a team has at most fifty people', () => {
    const people = Array.from(
      { length: 50 },
      (_, at) => `P ${at}; p${at}@contoso.example; +46 8 555 ${at}00`,
    );
    assert.deepEqual(codesOf(press(draftView('team'), { people: people.join('\n') })), {
      team: 'team-too-many',
    });
  });

  it('whoever lacks a part is written out to be completed, and does not pass', () => {
    const view = draftView('team', {}, { team: [anna, { name: 'Dana', email: 'dana@contoso.example' }] });
    const field = ofType(draftCard(view), 'Input.Text').find(({ id }) => id === 'people.3');
    assert.equal(field?.value, 'Dana; dana@contoso.example; ');
    assert.deepEqual(codesOf(press(view, {})), { people: 'team-line-incomplete' });
  });

  it('an earlier contact without a phone is not offered, a forged key is refused', () => {
    const bare: Contact[] = [
      { name: 'Bo', email: 'bo@contoso.example' },
      { name: 'Bo', email: 'bo@contoso', phone: '+46 8 555 0100' },
      { name: ' ', email: 'bo@contoso.example', phone: '+46 8 555 0100' },
    ];
    assert.deepEqual(keysOf(draftView('team', { recentContacts: bare })), ['me']);
    assert.deepEqual(codesOf(press(draftView('team'), { team: 'me,forged' })), { team: 'choose-again' });
  });
});
