import { ME } from '#cards/draft/steps/teamStep.ts';
import { readContacts } from '#dialogs/reading/readContact.ts';
import { isNoPhone, type OwnPhone, readOwnPhone } from '#dialogs/reading/readOwnPhone.ts';
import type { Contact } from '#domain/referral/referral.ts';
import { selfIn, type TextContext, type TextReading } from './textContext.ts';

/** Who works on the deal, as it is typed: oneself, people of earlier deals, others with all three (CR-22). */
export function readTeamText(text: string, { view }: TextContext): TextReading {
  const { me, recentContacts } = view;
  if (isNoPhone(text)) return { changes: {}, unread: text };
  const self = selfIn(view);
  const own = readOwnPhone(text, me.name);
  if (own) return withOwnPhone(own, view, text);
  const people = readContacts(text, { me: self, known: recentContacts });
  if (people.length === 0) return { changes: {}, unread: text };
  const whole: Contact[] = [];
  const lines: string[] = [];
  const problems: Record<string, unknown> = {};
  for (const person of people) {
    const known = person.kind === 'contact' ? person.contact : person.reading.found;
    if (person.kind === 'contact' && known.email && known.phone) whole.push(person.contact);
    else if (person.kind === 'contact' || isSelf(known, self)) {
      // Oneself has fields of one's own in the form.
      if (!self.phone) problems.ownPhone = { code: 'own-phone-missing' };
      if (!self.email) problems.ownEmail = { code: 'own-email-missing' };
    } else if (/@|\d{4}|[;,]/.test(person.text)) {
      const { name = '', email = '', phone: number = '' } = person.reading.found;
      const wrong = person.reading.wrong;
      lines.push([name, wrong.email ?? email, wrong.phone ?? number].join('; '));
    } else return { changes: {}, unread: text };
  }
  if (lines.length > 0) problems.people = { code: 'team-line-incomplete', values: { line: 1 } };
  if (Object.keys(problems).length === 0) return { changes: { team: whole } };
  const typed = {
    people: [...whole.filter((one) => one.email !== me.email).map(lineOf), ...lines].join('\n'),
  };
  const line = whole.filter((one) => one.email !== me.email).length + 1;
  if (problems.people) problems.people = { code: 'team-line-incomplete', values: { line } };
  return { changes: {}, refused: { team: { typed, problems } } };
}

/** One's own number; where it is not all that is missing, it stands in the form until the rest is there. */
function withOwnPhone(own: OwnPhone, view: TextContext['view'], text: string): TextReading {
  const self = selfIn(view);
  if ('phone' in own && self.email) {
    return { changes: { team: [{ ...self, phone: own.phone }, ...others(view.draft.team, self)] } };
  }
  // The form has no field for what is known already.
  if ('wrong' in own && view.me.phone) return { changes: {}, unread: text };
  const problems = {
    ...('wrong' in own && { ownPhone: { code: 'phone-invalid' } }),
    ...(!self.email && { ownEmail: { code: 'own-email-missing' } }),
  };
  const typed = { team: ME, ownPhone: 'phone' in own ? own.phone : own.wrong };
  return { changes: {}, refused: { team: { typed, problems } } };
}

function isSelf({ name, email, phone }: Partial<Contact>, self: Contact): boolean {
  return name === self.name && email === self.email && phone === self.phone;
}

/** The team without this person. */
export function others(team: readonly Contact[] = [], self: Contact): readonly Contact[] {
  return team.filter(({ email }) => email?.toLowerCase() !== self.email?.toLowerCase());
}

function lineOf({ name, email, phone }: Contact): string {
  return [name, email ?? '', phone ?? ''].join('; ');
}
