/** The most letters of a name, an id and notes in a form. */
export const MOST_NAME = 250;
export const MOST_ID = 100;
export const MOST_NOTES = 4000;
