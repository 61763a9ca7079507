import { setTimeout as wait } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { orSay } from './inVain.ts';

/** A card in the Playground, and what one can do with it. */
export interface Card {
  locator: Locator;
  /** Waits until this can be read on the card. */
  shows(...texts: string[]): Promise<void>;
  press(button: string): Promise<void>;
  /** What stands behind the menu of its buttons. */
  choosesFromMenu(item: string): Promise<void>;
  /** What that menu holds. */
  menu(): Promise<string[]>;
  /** Replaces what stands in a field. */
  type(label: string, text: string): Promise<void>;
  /** What stands in a field. */
  field(label: string): Promise<string>;
  /** One of a drop-down list. */
  choose(label: string, option: string): Promise<void>;
  /** One of a list that is open to view. */
  pick(option: string | RegExp): Promise<void>;
  /** One of several that can be ticked. */
  tick(option: string | RegExp): Promise<void>;
  /** One of a group that is open to view and has a name, where several groups have such an option. */
  pickIn(group: string, option: string): Promise<void>;
  /** The 28th, so many months after the date that stands there, or today, through the calendar; answers the day picked. */
  pickDay(label: string, monthsAhead: number): Promise<Date>;
  /** All that stands on it, also what is folded away. */
  text(): Promise<string>;
  /** Names of the buttons; links, and rows and words that can be pressed, are none. */
  buttons(): Promise<string[]>;
}

/** As clients call it. */
const MENU = 'More options';

export function cardIn(page: Page, locator: Locator): Card {
  const button = (name: string) => locator.getByRole('button', { name, exact: true });
  const input = (label: string) =>
    locator
      .getByRole('textbox', { name: label, exact: true })
      .or(locator.getByRole('combobox', { name: label, exact: true }));
  const menuButton = () => locator.getByRole('button', { name: MENU, exact: true });
  const said = <T>(wanted: string, doing: Promise<T>) => orSay(wanted, locator, doing);
  return {
    locator,
    async shows(...texts) {
      for (const text of texts) await said(`“${text}”`, locator.getByText(text).first().waitFor());
    },
    press: (name) => said(`the button “${name}”`, button(name).click()),
    async choosesFromMenu(item) {
      const entry = page.getByRole('menuitem', { name: item, exact: true });
      const chosen = () =>
        entry.click({ timeout: 3_000 }).then(
          () => true,
          () => false,
        );
      // A card that is drawn anew closes its menu.
      for (let tries = 0; tries < 5; tries++) {
        await said('the menu of its buttons', menuButton().click());
        if (await chosen()) return;
      }
      throw new Error(`“${item}” is not in the menu`);
    },
    async menu() {
      await said('the menu of its buttons', menuButton().click());
      const entries = page.getByRole('menuitem');
      await said('something in the menu', entries.first().waitFor());
      const names = await entries.allTextContents();
      await page.keyboard.press('Escape');
      return names;
    },
    type: (label, text) => said(`the field “${label}”`, typed(input(label), text)),
    field: (label) => said(`the field “${label}”`, input(label).inputValue()),
    async choose(label, option) {
      await said(`the list “${label}”`, input(label).click());
      await said(
        `“${option}” in “${label}”`,
        page.getByRole('option', { name: option, exact: true }).click(),
      );
    },
    pick: (option) =>
      said(`the choice “${option}”`, locator.getByRole('radio', { name: option, exact: true }).click()),
    pickIn: (group, name) =>
      said(
        `the choice “${name}” of “${group}”`,
        locator.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true }).click(),
      ),
    tick: (option) =>
      said(`the box “${option}”`, locator.getByRole('checkbox', { name: option, exact: true }).click()),
    async pickDay(label, monthsAhead) {
      const present = await said(`the date “${label}”`, input(label).inputValue());
      const start = present ? new Date(`${present} UTC`) : new Date();
      const day = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + monthsAhead, 28));
      await (present ? button(present) : input(label)).click();
      const calendar = page.getByRole('dialog', { name: 'Calendar' });
      for (let turned = 0; turned < monthsAhead; turned++) {
        await calendar.getByRole('button', { name: /^Next month/ }).click();
      }
      const month = day.toLocaleDateString('en-US', { month: 'long', timeZone: 'UTC' });
      const name = `28, ${month}, ${day.getUTCFullYear()}`;
      await calendar.getByRole('button', { name, exact: true }).click();
      return day;
    },
    text: async () => (await locator.textContent()) ?? '',
    buttons: () => locator.locator('button:not([role=link])').allTextContents(),
  };
}

/** Nobody types faster than the card is drawn: a field that was drawn anew meanwhile is typed into once more. */
async function typed(field: Locator, text: string): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    await field.fill(text);
    await wait(150);
    if ((await field.inputValue()) === text) return;
  }
}
