import type { CustomerCounts } from '#app/import/customers.import.ts';

/** So often a line that can't be overwritten is written, in rows. */
const STEP = 50_000;

interface Terminal {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** How far an import is, on one line where the terminal allows it. */
export function createProgress(terminal: Terminal) {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  let shown = 0;
  let open = false;
  return {
    seconds,
    show: ({ rows, bad }: CustomerCounts) => {
      if (!terminal.isTTY && rows < shown + STEP) return;
      shown = rows;
      const speed = Math.round(rows / Math.max(seconds(), 0.001));
      const text = `${rows} rows, ${speed} a second${bad > 0 ? `, ${bad} bad` : ''}`;
      terminal.write(terminal.isTTY ? `\r${text}\x1b[K` : `${text}\n`);
      open = terminal.isTTY === true;
    },
    /** Ends the line, once. */
    end: () => {
      if (open) terminal.write('\n');
      open = false;
    },
  };
}
