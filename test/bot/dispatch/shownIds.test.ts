import assert from 'node:assert/strict';
import { samples } from '#cards/samples.ts';
import type { Verb } from '#cards/verb.ts';
import { ofType, type Part } from '#test/support/cards/cardParts.ts';

/**
 * By what a press tells which thing its card shows: each of these stands in the data of every button of the verb, or is
 * chosen beside it, because what is newest, open or listed when somebody presses need not be what they read. `unless`:
 * which buttons come without, by what their data has, and why they may.
 */
interface Shown {
  by: readonly string[];
  unless?: Readonly<Record<string, string>>;
}

const deal: Shown = { by: ['referral'] };
const form: Shown = { by: ['draft', 'step', 'form'] };
const looks: Shown = { by: [] };

const shown: Readonly<Record<Verb, Shown>> = {
  'referral.accept': deal,
  'referral.decline': deal,
  'referral.view': deal,
  'deal.answer': form,
  'deal.back': form,
  'deal.cancel': form,
  'deal.change': { by: ['draft', 'step'] },
  'deal.create': form,
  'deal.start': {
    by: ['draft'],
    unless: {
      '': 'begins a new deal, and asks where one is open',
      text: 'the same, with what was looked for',
      from: 'the same, with the deal that the card shows',
    },
  },
  'deal.edit': deal,
  'deal.team': deal,
  'deal.solutions': deal,
  'deal.handover': deal,
  'deal.summary': deal,
  'deal.undo': { by: ['referral', 'revision'] },
  'stage.mark': deal,
  'deal.win': deal,
  'deal.lose': deal,
  'deal.error': deal,
  'deal.share': deal,
  'deal.locate': deal,
  'note.add': deal,
  'timeline.show': deal,
  'pipeline.show': looks,
  'insights.show': looks,
  'registration.register': deal,
  'registration.review': deal,
  'partner.invite': deal,
  'partner.remind': { by: ['referral', 'organization'] },
  'deal.ask': deal,
  'deal.grant': { by: ['referral', 'asker'] },
  'sync.show': deal,
  'sync.enter': { by: ['referral', 'seen', 'fields'] },
  'sync.settle': { by: ['referral', 'seen', 'field', 'keep'] },
  'sync.drop': { by: ['referral', 'seen', 'field'] },
  'sync.retry': deal,
  'question.drop': looks,
  'deals.list': { by: ['list'] },
  'deals.search': { by: ['text'], unless: { form: 'looks for what is typed' } },
  'deal.open': deal,
  'deal.favorite': { by: ['referral', 'on'] },
  'day.show': looks,
  'digest.set': looks,
  'away.set': looks,
  'deal.glance': deal,
  'news.mute': { by: ['referral'], unless: { 'all,form,on': 'mutes everything, and says so' } },
  'news.quiet': looks,
  'news.snooze': { by: ['referral'], unless: { 'form,on': 'snoozes everything, and says so' } },
  'news.unmute': {
    by: ['referral'],
    unless: {
      'all,form,on': 'unmutes everything, and says so',
      'form,on': 'unmutes the deal that is chosen beside it, and none without',
      'deal,form,on': 'unmutes the deal of its row',
    },
  },
  'member.add': { by: ['send'], unless: { '': 'opens an empty form' } },
  'member.change': { by: ['member'] },
  'member.remove': { by: ['member'] },
  'member.show': { by: ['member'] },
  'members.show': looks,
  'location.add': {
    by: ['location'],
    unless: { '': 'opens an empty form', 'form,send': 'adds what is typed' },
  },
  'location.remove': { by: ['location'] },
  'locations.show': looks,
  'channel.off': { by: ['channel'] },
  'channel.on': { by: ['channel'], unless: { '': 'stands on the welcome in the channel that it means' } },
  'route.make': { by: ['channel'], unless: { '': 'opens an empty form' } },
  'route.prove': { by: ['route'], unless: { all: 'tests all that there are, and says so' } },
  'route.remove': { by: ['route'] },
  'routes.show': looks,
  'delivery.show': {
    by: ['trouble'],
    unless: { '': 'shows the list, from its beginning', pages: 'shows a page of the list' },
  },
  'delivery.retry': { by: ['trouble'] },
  'delivery.forward': { by: ['trouble', 'to'] },
  'audit.show': looks,
  'setup.show': looks,
  'whoami.show': looks,
  'help.show': looks,
  'language.choose': { by: ['language'] },
  'language.show': looks,
};

/** The inputs beside a button, as a handler reads them: without the version of their form. */
function inputsBeside(card: unknown, button: Part): string[] {
  if (button.associatedInputs === 'none') return [];
  return ofType(card, 'Input.').map(({ id }) => String(id).replace(/\.\d+$/, ''));
}

describe('A button acts on what its card shows', () => {
  const pressed = new Map<string, Set<string>>();
  for (const { name, render } of samples()) {
    const card = render('en');
    for (const button of ofType(card, 'Action.Execute')) {
      const verb = button.verb as Verb;
      const keys = Object.keys((button.data as object | undefined) ?? {}).sort();
      const { by, unless = {} } = shown[verb];
      const told = [...keys, ...inputsBeside(card, button)];
      const missing = by.filter((key) => !told.includes(key));
      const cases = pressed.get(verb) ?? new Set();
      if (missing.length > 0 && unless[keys.join()] === undefined)
        cases.add(`${name}: ${keys.join()} lacks ${missing.join()}`);
      pressed.set(verb, cases);
    }
  }
  for (const verb of Object.keys(shown)) {
    it(`given ${verb} on any card, then its data says what is meant, or the table why it need not`, () => {
      const cases = pressed.get(verb) ?? assert.fail('no sample has this button');
      assert.deepEqual([...cases], []);
    });
  }
});
