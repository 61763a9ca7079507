import { type JsonObject, objectIn } from '#bot/demo/standIn/exchange.ts';
import type { PortalDecision } from '#bot/demo/standIn/referrals/referralsState.ts';
import { type Html, html } from './html.ts';
import { dayText, stageChoices } from './wording.ts';

const offered: Readonly<Record<string, readonly (readonly [PortalDecision, string])[]>> = {
  New: [
    ['accept', 'Accept'],
    ['decline', 'Decline'],
  ],
  Active: [
    ['won', 'Won'],
    ['lost', 'Lost'],
    ['error', 'Close as error'],
  ],
};

const reasons = [
  "Project budget isn't adequate",
  "Customer didn't respond",
  'Customer chose another vendor',
  'Customer requirement not met',
  'Not a customer',
  'Proposed timeline was too short',
  'Report as abuse, spam or phishing',
  'Other',
];

/** What the forms of a page offer as reasons; anything else may be typed. */
export const reasonList = (): Html =>
  html`<datalist id="reasons">${reasons.map((reason) => html`<option>${reason}</option>`)}</datalist>`;

/** The decisions that its state allows; `who` is added where it is not somebody of the organization. */
export function decisionForm(referral: JsonObject, who = ''): Html {
  const decisions = offered[String(referral.status)] ?? [];
  if (decisions.length === 0) return html``;
  return html`<form method="post" action="/referrals/${String(referral.id)}/decide" class="buttons">
<label>Reason, to decline or to lose it <input name="reason" list="reasons"></label>
${decisions.map(
  ([decision, title]) =>
    html`<button name="decision" value="${decision}"${decision === 'accept' && html` class="main"`}>${title} ${who}</button>`,
)}
</form>`;
}

export function changesForm(referral: JsonObject): Html {
  const { dealValue, currency, closingDateTime, notes } = objectIn(referral, 'details');
  const day = dayText(closingDateTime);
  const stage = String(referral.salesStage ?? '');
  return html`<form method="post" action="/referrals/${String(referral.id)}/edit">
<label>Deal <input name="name" required value="${String(referral.name ?? '')}"></label>
<label>Value in ${String(currency ?? '–')} <input name="value" inputmode="decimal" value="${String(dealValue ?? '')}"></label>
<label>Close date <input name="day" type="date" value="${day === '–' ? '' : day}"></label>
<label>Sales stage <select name="stage"><option value="">not marked</option>${stageChoices.map(
    ([value, title]) => html`<option value="${value}"${value === stage && html` selected`}>${title}</option>`,
  )}</select></label>
<label>Notes <textarea name="notes" rows="2">${String(notes ?? '')}</textarea></label>
<button>Save</button>
</form>`;
}

const registrationSteps = ['ReviewPending', 'ActionRequired', 'Approved', 'Passed', 'Failed', 'Closed'];

/** What the review says of a registration. */
export function registrationForm(referral: JsonObject): Html {
  const registrations = referral.registrations;
  if (!Array.isArray(registrations) || registrations.length === 0) return html``;
  return html`<form method="post" action="/referrals/${String(referral.id)}/registration">
<label>Registration <select name="status">${registrationSteps.map(
    (step) => html`<option${step === referral.registrationStatus && html` selected`}>${step}</option>`,
  )}</select></label>
<label>Reason <input name="reason"></label>
<button>Set</button>
</form>`;
}
