import { dueContract } from './documentStore.due.ts';
import { listingContract } from './documentStore.listing.ts';
import { textsContract } from './documentStore.texts.ts';
import { wholeContract } from './documentStore.whole.ts';
import { writingContract } from './documentStore.writing.ts';
import type { StoreUnderTest } from './storeUnderTest.ts';

/** What every adapter of `AnyDocumentStore` must do. One store serves the suite; each test has organizations of its own. */
export function documentStoreContract(name: string, create: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the contract of the document store`, () => {
    let current: StoreUnderTest | undefined;
    before(async () => {
      current = await create();
    });
    after(() => current?.close());
    const subject = (): StoreUnderTest => {
      if (!current) throw new Error('the store under test did not open');
      return current;
    };
    describe('writing', () => writingContract(subject));
    describe('texts', () => textsContract(subject));
    describe('listing', () => listingContract(subject));
    describe('as a whole', () => wholeContract(subject));
    describe('what is due', () => dueContract(subject));
  });
}
