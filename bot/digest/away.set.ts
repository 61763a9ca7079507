import { awayOf, standsInFor } from '#app/contact/awayRecord.ts';
import { personDocumentId } from '#app/contact/contactRecord.ts';
import { endAway, refuseAway, setAway } from '#app/digest/away.set.ts';
import { type Colleague, findColleagues } from '#app/organization/colleague.find.ts';
import { answerCard } from '#cards/deal/answer/answer.card.ts';
import { type AwaySettingView, awayCard } from '#cards/delivery/away/away.card.ts';
import { formVersionOf, readInputs } from '#cards/form/inputs.ts';
import { formatDay } from '#cards/format.ts';
import { clip, oneLine } from '#cards/outside.ts';
import { say } from '#cards/say.ts';
import { type AwayReading, readAway } from '#dialogs/reading/digest/readAway.ts';
import type { Action, DealDeps, Press } from '#dialogs/turn/action.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { type Turn, todayOf } from '#dialogs/turn/turn.ts';
import type { Undoing } from '#dialogs/turn/undoOf.ts';

/** What the form shows beside what is so. */
type Shown = Partial<Pick<AwaySettingView, 'typed' | 'problems' | 'people' | 'formVersion'>>;

/** What was said of being away, typed or filled in. */
interface Entries {
  read: AwayReading;
  accountId?: string | undefined;
  typed: AwaySettingView['typed'];
}

/** *Away*: alone it shows who stands in; with a day and a colleague it is so from now on; *back* ends it. */
export const awaySet: Action<DealDeps> = async (deps, press) => {
  const { turn, data } = press;
  const { organization, person, member, reader } = turn;
  const { language } = reader;
  if (!member) return { text: say(language, 'find.empty.noMember') };
  if (typeof data.refuse === 'string') {
    const who = { absent: data.refuse, deputy: person.personId };
    const refused = await refuseAway(deps, organization.id, who);
    return refused ? { text: say(language, 'away.refusedNow') } : settings(deps, turn, {});
  }
  const text = typeof data.text === 'string' ? data.text.trim() : '';
  if (data.form === undefined && data.back === undefined && text === '') return settings(deps, turn, {});
  const entries = data.form === undefined ? ofText(deps, turn, text) : ofForm(deps, press);
  if (data.back === 'yes' || entries.read.back) {
    const ended = await endAway(deps, organization.id, person.personId);
    return { text: say(language, ended ? 'away.ended' : 'away.notAway') };
  }
  const formVersion = formVersionOf(data) + 1;
  const back = (shown: Shown) => settings(deps, turn, { formVersion, typed: entries.typed, ...shown });
  const { day, problem } = entries.read;
  if (!day) return back({ problems: { until: { code: problem ?? 'away-unreadable' } } });
  const found = await whom(deps, turn, entries);
  if (!('colleague' in found)) return back(found);
  return stand(deps, turn, found.colleague, day, back);
};

async function stand(
  deps: DealDeps,
  turn: Turn,
  deputy: Colleague,
  day: string,
  back: (shown: Shown) => Promise<Answer>,
): Promise<Answer> {
  const { organization, person, reader } = turn;
  const { language } = reader;
  const outcome = await setAway(deps, organization, person, { deputy, day });
  const name = clip(oneLine(deputy.name), 100);
  if (!outcome.ok) {
    const field = outcome.problem.startsWith('away') ? 'until' : 'person';
    return back({ problems: { [field]: { code: outcome.problem, values: { name } } } });
  }
  const { count, more } = outcome.unseen;
  const unseen =
    count > 0 ? [say(language, 'away.unseen', { name, count: more ? `${count}+` : String(count) })] : [];
  const said = say(language, 'away.done', { date: formatDay(day, reader), name });
  const undo: Undoing = { verb: 'away.set', data: { back: 'yes' } };
  return { card: answerCard({ language, sentence: [said, ...unseen].join(' '), undo }), undo };
}

function ofText(deps: DealDeps, turn: Turn, text: string): Entries {
  const read = readAway(text, dayContext(deps, turn));
  if (read.back) return { read, typed: {} };
  return { read, typed: { until: read.day ?? '', person: read.name } };
}

function ofForm(deps: DealDeps, { turn, data }: Press): Entries {
  const { typed } = readInputs(data, ['until', 'chosen', 'colleague', 'person']);
  const read = readAway(typed.until ?? '', dayContext(deps, turn));
  // A people picker for one person still posts a list.
  const picked = typed.chosen || typed.colleague?.split(',')[0]?.trim();
  const byAddress = picked?.includes('@');
  const name = (byAddress ? picked : typed.person) ?? '';
  const shown = { until: typed.until, person: typed.person };
  if (read.back) return { read, typed: shown };
  return { read: { ...read, name }, accountId: byAddress ? undefined : picked || undefined, typed: shown };
}

/** The colleague who is meant, or what the form says instead. */
async function whom(
  deps: DealDeps,
  { organization, conversation }: Turn,
  { read, accountId }: Entries,
): Promise<{ colleague: Colleague } | Shown> {
  const name = read.back ? '' : read.name;
  if (!accountId && !name) return { problems: { person: { code: 'colleague-missing' } } };
  const query = accountId ? { accountId } : { text: name };
  const tenantId = conversation.tenantId ?? '';
  const [colleague, ...others] = await findColleagues(deps, organization, { ...query, tenantId });
  if (!colleague)
    return { problems: { person: { code: accountId ? 'colleague-not-met' : 'colleague-unknown' } } };
  if (others.length === 0) return { colleague };
  const people = [colleague, ...others].map(({ name: called, email, person }) => ({
    id: person?.personId.split(':').at(-1) ?? email ?? '',
    name: called,
    email,
  }));
  return { problems: { person: { code: 'colleague-several' } }, people };
}

async function settings(deps: DealDeps, turn: Turn, shown: Shown): Promise<Answer> {
  const { organization, person, reader } = turn;
  const now = deps.clock.now().toISOString();
  const nameOf = async (personId: string) =>
    (await deps.store.read<'person'>(organization.id, personDocumentId(personId)))?.body.profile.name ??
    say(reader.language, 'referral.someone');
  const away = await awayOf(deps, organization.id, person.personId, now);
  const standing = await standsInFor(deps, organization.id, person.personId, now);
  const others = await Promise.all(
    standing
      .filter(({ deputy }) => deputy === person.personId)
      .map(async ({ personId, until }) => ({ personId, until, name: await nameOf(personId) })),
  );
  const own = away && { name: await nameOf(away.deputy), until: away.until };
  const form = { formVersion: 0, typed: {}, problems: {}, people: [], ...shown };
  return { card: awayCard({ ...reader, kind: 'setting', own, others, ...form }) };
}

function dayContext(deps: DealDeps, turn: Turn) {
  const { language, locale } = turn.reader;
  return { language, locale, today: todayOf(deps, turn) };
}
