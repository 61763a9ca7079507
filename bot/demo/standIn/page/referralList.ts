import type { StandInCore } from '#bot/demo/standIn/core.ts';
import { type JsonObject, objectIn, type StandInAnswer } from '#bot/demo/standIn/exchange.ts';
import { MSFT } from '#bot/demo/standIn/referrals/records.ts';
import { type Html, html } from './html.ts';
import { pageAnswer } from './layout.ts';
import { byText, lastFirst, momentText, stageText, statusText, valueText } from './wording.ts';

/** All referrals of the organization, the last changed first. */
export function referralListPage(core: StandInCore): StandInAnswer {
  const { state, organization } = core;
  const own = state.list().filter(({ organizationId }) => organizationId !== MSFT);
  const rows = own.sort((one, other) => lastFirst(one.updatedDateTime, other.updatedDateTime));
  return pageAnswer(
    'Referrals',
    html`<h1>Referrals of ${organization.name}</h1>
${rows.length === 0 ? html`<p>There are none yet. Create one below, or create a deal in the bot.</p>` : table(core, rows)}
<section><h2>New referral from Microsoft</h2>
<form method="post" action="/referrals">
<label>Deal <input name="name" required value="Fourth Coffee: orders in the cloud"></label>
<label>Customer <input name="customer" required value="Fourth Coffee"></label>
<label>Value <input name="value" required inputmode="decimal" value="75000"></label>
<label>Currency <input name="currency" required pattern="[A-Z]{3}" value="USD"></label>
<button class="main">Send it</button>
</form></section>
${connection(core)}`,
  );
}

function table({ state }: StandInCore, rows: readonly JsonObject[]): Html {
  return html`<table>
<thead><tr><th>Deal</th><th>Customer</th><th>Status</th><th>Microsoft</th><th>Stage</th><th class="number">Value</th><th>Last change</th></tr></thead>
<tbody>${rows.map((referral) => {
    const last = state.historyOf(String(referral.id)).at(-1);
    const copy = state.msftCopyOf(String(referral.engagementId));
    return html`<tr>
<td><a href="/referrals/${String(referral.id)}">${String(referral.name ?? 'without a name')}</a></td>
<td data-name="Customer">${String(objectIn(referral, 'customerProfile').name ?? '–')}</td>
<td data-name="Status"><span class="pill">${statusText(referral)}</span></td>
<td data-name="Microsoft">${copy ? html`<span class="pill">${statusText(copy)}</span>` : '–'}</td>
<td data-name="Stage">${stageText(referral)}</td>
<td data-name="Value" class="number">${valueText(referral)}</td>
<td data-name="Last change">${momentText(referral.updatedDateTime)}<br><span class="dim">${last && `by ${byText(last.by)}`}</span></td>
</tr>`;
  })}</tbody></table>`;
}

function connection({ webhooks, signIn, requests }: StandInCore): Html {
  const registration = webhooks.registration();
  const waiting = signIn.waiting().length;
  return html`<section><h2>Who is connected</h2>
<dl>
<dt>Requests so far</dt><dd>${requests.length}</dd>
<dt>Webhook</dt><dd>${registration ? registration.url : 'Nobody has registered one.'}</dd>
<dt>Deliveries waiting</dt><dd>${webhooks.waiting()}</dd>
<dt>Sign-in</dt><dd><a href="/device">Enter a code</a>${waiting > 0 && ` (${waiting} waiting)`}</dd>
</dl></section>`;
}
