/** Numbers that are typed where a form wants one and nobody has it. */
const placeholders = /^(?:(\d)\1{8}|123456789|987654321)$/;

/** Whether nine digits stand for a company (CR-18), and not for a number that nobody had. */
export function isDuns(digits: string): boolean {
  return /^\d{9}$/.test(digits) && !placeholders.test(digits);
}
