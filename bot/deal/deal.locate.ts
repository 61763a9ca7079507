import { locateDeal } from '#app/deal/deal.locate.ts';
import { locationsOf } from '#app/organization/locations.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import { readLocate } from '#cards/referral/edit/locateForm.ts';
import type { LocateForm } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { cardForPresser } from '#dialogs/turn/dealCardAnswer.ts';
import { openDealOf } from '#dialogs/turn/dealOfPress.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';

/** *Set location* of a referral that came without one (CR-30): the first press opens the form, the next one sets it for good. */
export const dealLocate: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { turn, data } = press;
  const { organization, reader } = turn;
  const found = await openDealOf(deps, press);
  if ('answer' in found) return found.answer;
  const { referral, input } = found;
  if (referral.location !== undefined) {
    return { card: await cardForPresser(deps, turn, referral, { rejection: 'location-set' }) };
  }
  const locations = await locationsOf(deps, organization);
  if (locations.length === 0) {
    const resultLine = say(reader.language, 'deal.locate.none');
    return { card: await cardForPresser(deps, turn, referral, { resultLine }) };
  }
  const open = async (form: Pick<LocateForm, 'typed' | 'problems'>) => ({
    card: await cardForPresser(deps, turn, referral, {
      form: {
        kind: 'locate',
        formVersion: data.form === undefined ? 0 : formVersionOf(data) + 1,
        locations,
        ...form,
      },
    }),
    open: true as const,
  });
  if (data.form === undefined) return open({ typed: {}, problems: {} });
  const { location, typed } = readLocate(data, locations);
  if (location === undefined) {
    const code = typed.location ? ('location-not-listed' as const) : ('location-missing' as const);
    return open({ typed, problems: { location: { code } } });
  }
  const outcome = await locateDeal(deps, { ...input, organization, location });
  if (outcome.kind === 'no-such-location') {
    return open({ typed, problems: { location: { code: 'location-not-listed' } } });
  }
  const name = locations.find(({ mpnId }) => mpnId === location)?.name ?? location;
  return answerDecision(deps, turn, outcome, say(reader.language, 'deal.locate.done', { location: name }));
};
