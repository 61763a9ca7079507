import assert from 'node:assert/strict';
import { handParts } from '#cards/draft/steps/handParts.ts';

const read = (text: string) => {
  const { city, state, country } = handParts(text);
  return [city, state, country].join(' | ');
};

describe('handParts (CR-18)', () => {
  const places: readonly (readonly [text: string, cityStateCountry: string])[] = [
    ['Newco, San Francisco, CA', 'San Francisco | CA | '],
    ['Newco, Chicago, IL', 'Chicago | IL | '],
    ['Newco, Denver, CO', 'Denver | CO | '],
    ['Newco, Atlanta, Georgia', 'Atlanta | Georgia | '],
    ['Newco, San Francisco, CA, US', 'San Francisco | CA | US'],
    ['Newco, Torino, TO', 'Torino | TO | '],
    ['Newco, Bari, BA', 'Bari | BA | '],
    ['Newco, Adelaide, SA', 'Adelaide | SA | '],
    ['Newco, 1 Main St, Wilmington, DE', 'Wilmington | DE | '],
    ['Newco, Tbilisi, Georgia', 'Tbilisi |  | Georgia'],
    ['Newco, 10117 Berlin, DE', 'Berlin |  | DE'],
    ['Newco, Paris, FR', 'Paris |  | FR'],
    ['Newco, Zürich, CH', 'Zürich |  | CH'],
    ['Newco, Amsterdam, NL', 'Amsterdam |  | NL'],
    ['Newco, London, UK', 'London |  | UK'],
    ['Newco, Seoul, Korea', 'Seoul |  | Korea'],
    ['Newco, CA', ' |  | CA'],
  ];
  for (const [text, expected] of places) {
    it(`given ${text}, then a code behind a city is its state where it can be one: ${expected}`, () => {
      assert.equal(read(text), expected);
    });
  }

  for (const [text, name, address] of [
    ['5 Storgata, Oslo, Norway', '', '5 Storgata'],
    ['7 Eleven, Oslo', '7 Eleven', ''],
    ['3M, St Paul, US', '3M', ''],
    ['Acme, Inc., Reno', 'Acme, Inc.', ''],
    ['Acme, GmbH', 'Acme, GmbH', ''],
  ] as const) {
    it(`given ${text}, then the name is “${name}” and the street “${address}”`, () => {
      const { handName, address: street } = handParts(text);
      assert.deepEqual([handName, street], [name, address]);
    });
  }
});
