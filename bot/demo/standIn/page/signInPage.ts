import type { StandInCore } from '#bot/demo/standIn/core.ts';
import type { StandInAnswer } from '#bot/demo/standIn/exchange.ts';
import type { StandInAccount } from '#bot/demo/standIn/signIn/accounts.ts';
import { html } from './html.ts';
import { pageAnswer } from './layout.ts';

/** Where a code of the sign-in is entered, as somebody who is chosen here: a stand-in has no passwords. */
export function signInPage({ signIn }: StandInCore, problem?: string, done?: string): StandInAnswer {
  return pageAnswer(
    'Sign in',
    html`<h1>Sign in to the stand-in</h1>
${problem && html`<p role="alert"><strong>${problem}</strong></p>`}
${done && html`<p role="status"><strong>${done}</strong> You can close this page.</p>`}
<section><form method="post" action="/device">
<label>Code that the command line shows <input name="code" required autocomplete="off" autocapitalize="characters" spellcheck="false"></label>
<label>Sign in as <select name="account">${signIn.accounts.map(
      (account) => html`<option value="${account.username}">${described(account)}</option>`,
    )}</select></label>
<button class="main" name="decision" value="approve">Continue</button>
<button name="decision" value="deny">Cancel the sign-in</button>
</form></section>
<p class="dim">Nobody is asked for a password: choose who it shall be.</p>`,
    problem === undefined ? 200 : 400,
  );
}

function described({ name, roles, locations, mfa }: StandInAccount): string {
  const scope = locations === 'all' ? 'all locations' : `location ${locations.join(', ')}`;
  return `${name} (${roles.join(', ') || 'no role'}, ${scope}${mfa ? '' : ', no MFA'})`;
}
