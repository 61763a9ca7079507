import fc from 'fast-check';
import { importCustomers } from '#app/import/customers.import.ts';
import { leftOutWords, lineWords } from '#bot/tables/problemWords.ts';
import { readRecords } from '#bot/tables/records.ts';
import { heldBytes } from '#bot/tables/textLines.ts';
import { type Boundary, boundary } from './boundary.ts';
import { mutatedText } from './mutated.ts';

const tables = fc.constantFrom(
  'Name,Street,City,State,Postal code,Country,D-U-N-S\nProseware,7 Quay Rd,Dallas,TX,75201,US,081466849\nTailspin,1 Main,Ulm,,89073,DE,\n',
  'Firmenname;Straße;Ort;PLZ;Land\n"Proseware; Inc.";"7 ""Quay"" Rd";Dallas;75201;Vereinigte Staaten\n',
  'accountnumber\tname\taddress1_line1\taddress1_city\taddress1_country\n1\tProseware\t7 Quay Rd\tDallas\tUSA\n',
  'Name,Country\r\n"A\nB",US\r\n"C, D",DE\r\n',
);

/** A file of customers: every line is taken or told of in words, and no line twice. */
export function tableBoundary(): Boundary {
  return boundary<string>({
    share: 38,
    inputs: mutatedText(tables),
    async send(content) {
      const bytes = Buffer.from(content);
      let taken = 0;
      const told: string[] = [];
      await importCustomers(
        {
          register: { register: async (facts) => facts.map(() => 'created' as const) },
          onTaken: () => void taken++,
          onBadLine: (line, problems) => told.push(`${line}: ${problems.map(lineWords).join('; ')}`),
          onLeftOut: (line, problems) => told.push(`${line}: ${leftOutWords(problems)}`),
          onProgress: () => undefined,
        },
        readRecords(heldBytes(bytes)),
        100,
      );
      const lines = content.split(/\r\n|\n|\r/).length;
      if (taken > lines) return `${taken} customers of ${lines} lines`;
      // What is told of a line names its fields, and never repeats a whole large cell.
      const words = told.join('').length;
      return words > 4_000 * lines ? `${words} letters about ${lines} lines` : undefined;
    },
  });
}
