/** Text that is HTML already; everything else is escaped when it is put in. */
export interface Html {
  readonly html: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

type Part = Html | string | number | null | undefined | false | readonly Part[];

/** HTML with values between, each escaped unless it is HTML itself. */
export function html(texts: TemplateStringsArray, ...values: readonly Part[]): Html {
  const parts = texts.map((text, at) => text + (at < values.length ? written(values[at]) : ''));
  return { html: parts.join('') };
}

function written(value: Part): string {
  if (value === null || value === undefined || value === false) return '';
  if (Array.isArray(value)) return value.map((one: Part) => written(one)).join('');
  if (typeof value === 'object') return (value as Html).html;
  return String(value).replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
