import type { StandInAnswer } from '#bot/demo/standIn/exchange.ts';
import { type Html, html } from './html.ts';

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d8dbe0, #43474f); --soft: light-dark(#f4f5f7, #24272d);
  --ink: light-dark(#1b1d21, #eceef2); --dim: light-dark(#565c66, #a9afba); --main: light-dark(#2f5bd3, #9db8ff);
  --warn: light-dark(#fff3cd, #4a3c0d); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: light-dark(#fff, #17191d); }
header { background: var(--warn); padding: .6rem 1rem; }
header p, h1, h2 { margin: 0; }
header a { color: inherit; }
main { max-width: 72rem; margin: 0 auto; padding: 1rem; display: grid; gap: 1.25rem; }
main > * { min-width: 0; }
h1 { font-size: 1.4rem; overflow-wrap: anywhere; } h2 { font-size: 1.05rem; margin-bottom: .5rem; }
a { color: var(--main); }
.dim { color: var(--dim); font-size: .9rem; }
.pill { border: 1px solid var(--line); border-radius: 1rem; padding: .05rem .6rem; white-space: nowrap; }
section { border: 1px solid var(--line); border-radius: .6rem; padding: 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .45rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
td { overflow-wrap: break-word; } .number { text-align: right; white-space: nowrap; }
dl { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: .3rem 1rem; margin: 0; }
dt { color: var(--dim); } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
form { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end; }
label { display: grid; gap: .15rem; font-size: .9rem; color: var(--dim); flex: 1 1 12rem; }
input, select, textarea, button { font: inherit; padding: .45rem .6rem; border: 1px solid var(--line);
  border-radius: .4rem; background: light-dark(#fff, #1d2025); color: var(--ink); min-width: 0; }
button { cursor: pointer; background: var(--soft); } button.main { background: var(--main); color: light-dark(#fff, #10131a); border-color: var(--main); }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; margin-bottom: .8rem; }
pre { overflow: auto; background: var(--soft); padding: .8rem; border-radius: .4rem; font-size: .85rem; }
ol { margin: 0; padding-left: 1.2rem; display: grid; gap: .6rem; }
@media (max-width: 44rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, td { display: block; }
  tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
  td { border: 0; padding: .1rem 0; } td.number { text-align: left; }
  td[data-name]::before { content: attr(data-name) ": "; color: var(--dim); }
  label { flex-basis: 100%; }
  dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; }
}`;

/** A whole page. Nothing is fetched from anywhere and no script runs, whatever a referral holds. */
export function pageAnswer(title: string, main: Html, status = 200): StandInAnswer {
  const whole = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Stand-in for Partner Center</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<header><p><a href="/"><strong>Stand-in for Partner Center</strong></a> – not Microsoft. Nothing here leaves this machine.</p></header>
<main>${main}</main>
</body>
</html>`;
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      server: 'Stand-in for Partner Center',
    },
    body: whole.html,
  };
}

/** To where one sees what came of a form, so that loading the page anew repeats nothing. */
export function seeOther(location: string): StandInAnswer {
  return { status: 303, headers: { location, server: 'Stand-in for Partner Center' }, body: '' };
}

export function sorry(status: number, title: string, message: string): StandInAnswer {
  return pageAnswer(
    title,
    html`<h1>${title}</h1><p>${message}</p><p><a href="/">All referrals</a></p>`,
    status,
  );
}
