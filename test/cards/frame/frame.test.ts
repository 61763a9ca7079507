import assert from 'node:assert/strict';
import { frameCard } from '#cards/frame/frame.ts';
import { rowPart } from '#cards/frame/row.ts';
import { samples } from '#cards/samples.ts';
import { ofType, type Part, partsOf } from '#test/support/cards/cardParts.ts';

const plain = { language: 'en', title: 'Your deals' } as const;
const button = (title: string) => ({ verb: 'help.show', title }) as const;

/** The heading of a card with what stands at its right. */
function headerOf(card: Part): unknown[] {
  const [heading] = ofType(card.body, 'TextBlock').filter(({ style }) => style === 'heading');
  return [heading?.size, heading?.weight, ofType(card.body, 'TextBlock').indexOf(heading ?? {}) >= 0];
}

describe('The look that cards share', () => {
  // The deal's own card and the forms of a new deal have looks of their own, as an answer in one line has.
  const own = /^(referral|draft|start|answer|moved)\//;
  const others = samples().filter(({ name }) => !own.test(name));
  for (const { name, render } of others) {
    it(`given ${name}, then one large heading, and nothing but its buttons and small words behind its body`, () => {
      const card = render('en');
      assert.deepEqual(headerOf(card), ['Large', 'Bolder', true]);
      const body = card.body as Part[];
      const foot = body.findIndex(({ type }) => type === 'ActionSet');
      const behind = foot < 0 ? [] : body.slice(foot);
      const small = behind.every(({ type, size }) => type === 'ActionSet' || size === 'Small');
      assert.ok(small, JSON.stringify(behind));
      const primary = behind.flatMap(({ actions }) => (actions as Part[] | undefined) ?? []);
      assert.ok(primary.filter(({ style }) => style === 'positive').length <= 1, name);
    });
  }

  it('given more buttons than clients take in a row, then two rows as long as each other', () => {
    const titles = ['1', '2', '3', '4', '5', '6'];
    const card = frameCard({ ...plain, buttons: titles.map(button) });
    const rows = ofType(card, 'ActionSet').map(({ actions }) => (actions as Part[]).length);
    assert.deepEqual(rows, [3, 3]);
  });

  it('given text from outside anywhere, then it is shown as it stands', () => {
    const text = '[x](https://evil.example) {{DATE(2026-01-01T00:00:00Z)}}';
    const card = frameCard({
      language: 'en',
      strips: [{ text, tone: 'good' }],
      ...{ title: text, figure: text, hints: [text], notes: [text] },
      body: [rowPart({ title: text, value: text, lines: [text] })],
    });
    const shown = partsOf(card).flatMap((part) => (typeof part.text === 'string' ? [part] : []));
    assert.equal(shown.length, 8);
    for (const part of shown) {
      assert.ok(!String(part.text).includes('{{DATE'), String(part.text));
      if (part.type === 'TextBlock') assert.ok(!/[^\\]\]\(/.test(String(part.text)), String(part.text));
    }
  });

  it('given an address too long to stand beside what is compared, then that stands below it', () => {
    const value = 'Пользователь рекомендаций';
    const columns = (title: string) => ofType(rowPart({ title, value }), 'ColumnSet').length;
    assert.deepEqual([columns('Li Na'), columns('li.na@contoso.example')], [1, 0]);
    const card = frameCard({ ...plain, title: 'li.na@contoso.example', figure: value });
    const [below] = ofType(card, 'TextBlock').filter(({ isSubtle }) => isSubtle);
    assert.equal(below?.text, value);
  });

  it('given a row and a word on it that can both be pressed, then neither lies in the other', () => {
    const row = rowPart({ title: 'Contoso', press: button('Open'), side: button('Unmute') });
    const pressed = partsOf(row).filter(({ selectAction }) => selectAction !== undefined);
    assert.equal(pressed.length, 2);
    for (const part of pressed) {
      assert.equal(partsOf(part.items).filter(({ selectAction }) => selectAction !== undefined).length, 0);
    }
  });
});
