import { handOverDeal } from '#app/deal/deal.handover.ts';
import { phoneOf } from '#app/draft/phoneOf.ts';
import { type Colleague, findColleagues } from '#app/organization/colleague.find.ts';
import { obstacleFor } from '#app/request/deal.grant.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import { type HandoverEntries, readHandover } from '#cards/referral/edit/handingOver.ts';
import type { HandoverForm } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import { questionOf } from '#dialogs/talk/asking.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { cardOrLine } from '#dialogs/turn/cardOrLine.ts';
import { openDealOf } from '#dialogs/turn/dealOfPress.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Contact, Referral } from '#domain/referral/referral.ts';
import { isComplete, sameAddress } from '#domain/referral/team.ts';
import { askWhich, handedLine, obstacleProblem, whomAsking } from './handing.ts';

/** *Hand over* to a colleague who is picked, typed or chosen among several; before acceptance too (CR-4, CR-22). */
export const dealHandover: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { turn, data } = press;
  const found = await openDealOf(deps, press);
  if ('answer' in found) return found.answer;
  const { referral } = found;
  const entries = readHandover(data);
  const back = async (form: Partial<HandoverForm>) => ({
    ...(await cardOrLine(deps, turn, referral, {
      form: {
        kind: 'handover',
        formVersion: data.form === undefined ? 0 : formVersionOf(data) + 1,
        typed: entries.typed,
        problems: {},
        people: [],
        wantsPhone: entries.phone !== undefined,
        ...form,
      },
    })),
    open: true as const,
    asks: questionOf(whomAsking(referral)),
  });
  // From under *More* the first press only opens the form.
  if (data.form === undefined && !entries.accountId && !entries.text) return back({});
  const { colleague, form } = await whom(deps, turn, entries);
  if (!colleague) return turn.inLine && form.people ? askWhich(turn, referral, form.people) : back(form);
  const person = async (problem: FieldProblem) => back({ problems: { person: problem } });
  const obstacle = obstacleFor(colleague, referral);
  if (obstacle) return person(await obstacleProblem(deps, turn, referral, colleague, obstacle));
  const phone = entries.phone ?? (await phoneOf(deps, turn.organization.id, colleague.person?.personId));
  const to: Contact = { name: colleague.name, email: colleague.email, phone };
  const chosen = { typed: { ...entries.typed, person: colleague.email ?? '' }, wantsPhone: true };
  if (entries.phoneProblem) return back({ ...chosen, problems: { phone: { code: 'phone-invalid' } } });
  if (!hasContact(referral, to)) {
    const problem: FieldProblem = { code: 'colleague-phone-missing', values: { name: colleague.name } };
    return back({ ...chosen, problems: { phone: problem } });
  }
  const already = referral.holder === colleague.email;
  const outcome = await handOverDeal(deps, { ...found.input, to });
  const { language } = turn.reader;
  const resultLine = already
    ? say(language, 'deal.handover.already', { name: colleague.name })
    : handedLine(language, colleague);
  return answerDecision(deps, turn, outcome, resultLine);
};

/** The one who is meant, or what the form says instead. */
async function whom(
  deps: DealDeps,
  turn: Turn,
  { accountId, text }: HandoverEntries,
): Promise<{ colleague?: Colleague; form: Partial<HandoverForm> }> {
  const problem = (code: FieldProblem['code']) => ({ form: { problems: { person: { code } } } });
  if (!accountId && !text) return problem('colleague-missing');
  const tenantId = turn.conversation.tenantId ?? '';
  const query = accountId ? { accountId } : { text: text ?? '' };
  const colleagues = await findColleagues(deps, turn.organization, { ...query, tenantId });
  const [colleague, ...others] = colleagues;
  if (!colleague) return problem(accountId ? 'colleague-not-met' : 'colleague-unknown');
  if (others.length === 0) return { colleague, form: {} };
  const people = colleagues.map(({ name, email, person }) => ({
    id: person?.personId.split(':').at(-1) ?? email ?? '',
    name,
    email,
  }));
  return { form: { ...problem('colleague-several').form, people } };
}

/** Whether somebody of the team has name, e-mail and phone once the colleague is in it (CR-22). */
function hasContact({ team }: Referral, to: Contact): boolean {
  const joined = team.map((one) => (sameAddress(one, to) ? { ...one, phone: one.phone || to.phone } : one));
  return [...joined, to].some(isComplete);
}
