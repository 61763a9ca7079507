import { distance } from 'fastest-levenshtein';
import { MICROSOFT } from '#domain/referral/party.ts';
import { beginsWords, foldText, isUnspaced, storedWords, wordsOf } from '#domain/values/searchTerms.ts';
import type { Organizations } from '#ports/organizations.ts';
import type { Partner, PartnerDirectory } from '#ports/partners.ts';

/** Nobody reads further, and hostile input must not cost more. */
const MOST_WORDS = 12;
const LONGEST_WORD = 40;

/** The partners that work with this deployment (CR-29): the organizations it is configured for, found by name. */
export function createPartnerDirectory(organizations: Pick<Organizations, 'all'>): PartnerDirectory {
  return {
    search: async ({ own, text, limit }) => {
      const partners = organizations
        .all()
        .filter(({ id }) => id !== own && id !== MICROSOFT)
        .map(({ id, name }): Partner => ({ organization: id, name }))
        .sort((one, other) => compare(one.name, other.name) || compare(one.organization, other.organization));
      const words = wordsOf(text)
        .slice(0, MOST_WORDS)
        .map((word) => word.slice(0, LONGEST_WORD));
      if (words.length === 0) {
        return { kind: 'matches', partners: text.trim() === '' ? partners.slice(0, limit) : [] };
      }
      const matches = partners.filter(({ name }) => beginsWords(words, [name]));
      if (matches.length > 0) {
        const exact = (one: Partner) => (isNamed(one, text) ? 0 : 1);
        const sorted = matches.toSorted((one, other) => exact(one) - exact(other));
        return { kind: 'matches', partners: sorted.slice(0, limit) };
      }
      return { kind: 'nearest', partners: nearest(words, partners).slice(0, limit) };
    },
  };
}

function isNamed({ name }: Partner, text: string): boolean {
  return wordsOf(name).join(' ') === wordsOf(text).join(' ');
}

function compare(one: string, other: string): number {
  const [left, right] = [foldText(one), foldText(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Those of which a word of the name comes near to one that was typed, the nearest first. */
function nearest(words: readonly string[], partners: readonly Partner[]): Partner[] {
  return partners
    .map((partner) => {
      const own = storedWords(partner.name);
      const near = words.some((word) => away(word, own) <= slipsIn(word));
      return { partner, near, sum: words.reduce((sum, word) => sum + away(word, own), 0) };
    })
    .filter(({ near }) => near)
    .sort((one, other) => one.sum - other.sum)
    .map(({ partner }) => partner);
}

/** How many letters may be wrong: in three one, in two none. */
function slipsIn(word: string): number {
  return isUnspaced(word) ? 1 : Math.floor(word.length / 3);
}

/** The distance of a word to the nearest of some, or to its beginning, as it may be unfinished. */
function away(word: string, some: readonly string[]): number {
  if (isUnspaced(word)) {
    return some.some((one) => [...word].some((sign) => one.includes(sign))) ? 1 : word.length * 2;
  }
  return some.reduce(
    (least, one) => Math.min(least, distance(word, one), distance(word, one.slice(0, word.length)) + 0.5),
    word.length,
  );
}
