import type { StandInCore } from '#bot/demo/standIn/core.ts';
import { type JsonObject, listIn, objectIn, type StandInAnswer } from '#bot/demo/standIn/exchange.ts';
import type { HistoryEntry } from '#bot/demo/standIn/referrals/records.ts';
import { changesForm, decisionForm, reasonList, registrationForm } from './forms.ts';
import { type Html, html } from './html.ts';
import { pageAnswer, sorry } from './layout.ts';
import {
  dayText,
  fieldText,
  happenedText,
  lastFirst,
  momentText,
  peopleText,
  stageText,
  statusText,
  valueText,
} from './wording.ts';

/** One referral with what can be done to it, what Microsoft makes of it, and all that happened. */
export function referralDetailPage({ state }: StandInCore, id: string): StandInAnswer {
  const referral = state.get(id);
  if (!referral) return sorry(404, 'Not found', 'There is no such referral.');
  const copy = state.msftCopyOf(String(referral.engagementId));
  const history = [
    ...state.historyOf(id),
    ...(copy ? state.historyOf(String(copy.id)).map(ofMicrosoft) : []),
  ];
  const open = referral.status !== 'Closed';
  return pageAnswer(
    String(referral.name ?? 'Referral'),
    html`<div><h1>${String(referral.name ?? 'Referral without a name')}</h1>
<p><span class="pill">${statusText(referral)}</span> <span class="dim">last changed ${momentText(referral.updatedDateTime)}</span></p></div>
<section><h2>What somebody would do here</h2>
${decisionForm(referral)}
${open && changesForm(referral)}
${!open && referral.substatus !== 'Won' && html`<p>It is closed: nothing can be changed any more.</p>`}
${registrationForm(referral)}</section>
${copy && microsoft(copy)}
<section><h2>The referral</h2>${facts(referral)}</section>
<section><h2>What happened</h2><ol>${history
      .sort((one, other) => lastFirst(one.at, other.at))
      .map(entry)}</ol></section>
<details><summary>As the API answers it</summary><pre>${JSON.stringify(referral, null, 2)}</pre></details>
<p><a href="/">All referrals</a></p>${reasonList()}`,
  );
}

function ofMicrosoft(one: HistoryEntry): HistoryEntry {
  return {
    ...one,
    fields: one.fields.map((field) => ({ ...field, path: `Microsoft's copy ${field.path}` })),
  };
}

function microsoft(copy: JsonObject): Html {
  const { notes, assistanceRequestCode } = objectIn(copy, 'inviteContext');
  return html`<section><h2>Microsoft's copy</h2>
<p><span class="pill">${statusText(copy)}</span></p>
${decisionForm(copy, 'as Microsoft')}
<dl>
<dt>Help that is wanted</dt><dd>${fieldText(assistanceRequestCode)}</dd>
<dt>Notes to Microsoft</dt><dd>${fieldText(notes)}</dd>
<dt>Reason</dt><dd>${fieldText(copy.statusReason)}</dd>
</dl></section>`;
}

function facts(referral: JsonObject): Html {
  const customer = objectIn(referral, 'customerProfile');
  const details = objectIn(referral, 'details');
  const address = Object.values(objectIn(customer, 'address')).filter(Boolean).join(', ');
  const solutions = listIn(objectIn(details, 'requirements'), 'solutions').map((one) =>
    fieldText(objectIn({ one }, 'one').name ?? objectIn({ one }, 'one').id),
  );
  const invitation = objectIn(referral, 'inviteContext');
  const rows: readonly (readonly [string, unknown])[] = [
    ['Customer', customer.name],
    ['Address', address],
    ['Contact', peopleText(customer)],
    ['Value', valueText(referral)],
    ['Close date', dayText(details.closingDateTime)],
    ['Sales stage', stageText(referral)],
    ['Notes', details.notes],
    ['Notes of who invited', invitation.notes],
    ['Help that is wanted', invitation.assistanceRequestCode],
    ['Solutions', solutions.join('\n')],
    ['Team', peopleText(referral)],
    ['Reason', referral.statusReason],
    ['Direction', referral.direction],
    ['Type', referral.type],
    ['Location', referral.mpnId],
    ['CRM id', referral.externalReferenceId],
    ['Marketing campaign', referral.campaignId],
    ['Favorite', referral.favorite === true ? 'yes' : 'no'],
    ['Registration', referral.registrationStatus],
    ['Created', momentText(referral.createdDateTime)],
    ['To be answered by', momentText(referral.expirationDateTime)],
    ['Accepted', momentText(referral.acceptedDateTime)],
    ['Closed', momentText(referral.closedDateTime)],
    ['Referral id', referral.id],
    ['Engagement id', referral.engagementId],
    ['eTag', referral.eTag],
  ];
  return html`<dl>${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${fieldText(value)}</dd>`)}</dl>`;
}

function entry(one: HistoryEntry): Html {
  return html`<li>${happenedText(one)} <span class="dim">${momentText(one.at)}</span>${
    one.fields.length > 0 &&
    html`<dl>${one.fields.map(
      ({ path, from, to }) => html`<dt>${path}</dt><dd>${fieldText(from)} → ${fieldText(to)}</dd>`,
    )}</dl>`
  }</li>`;
}
