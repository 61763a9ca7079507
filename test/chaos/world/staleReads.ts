import type { Answer, SeenRequest } from '#test/support/store/faultProxy.ts';

/**
 * What session consistency allows: whoever reads sees all that they wrote or saw themselves, and of what others wrote
 * meanwhile perhaps nothing yet.
 */
export interface History {
  /** Takes down what was written, and that a line has seen it. */
  heard(request: SeenRequest, answer: Answer, line: number): void;
  /** The oldest answer to a read that this line may still get, where it is another one than the present. */
  older(request: SeenRequest, line: number): Answer | undefined;
}

interface Version {
  /** Number of the write that made it. */
  number: number;
  /** Undefined where it was removed. */
  answer: Answer | undefined;
}

const notYet: Answer = {
  status: 404,
  headers: {},
  body: JSON.stringify({ code: 'NotFound', message: 'not here yet' }),
};

export function startHistory(): History {
  const versions = new Map<string, Version[]>();
  const seen = new Map<number, number>();
  let written = 0;
  return {
    heard(request, answer, line) {
      const { operation } = request;
      const wrote = ['create', 'replace', 'remove'].includes(operation) && answer.status < 300;
      if (wrote) {
        written++;
        const key = keyOf(request);
        const known = versions.get(key) ?? [];
        const kept = operation === 'remove' ? undefined : { ...answer, status: 200 };
        versions.set(key, [...known, { number: written, answer: kept }].slice(-20));
      }
      seen.set(line, written);
    },
    older(request, line) {
      if (request.operation !== 'read') return undefined;
      const known = versions.get(keyOf(request));
      const sees = seen.get(line) ?? 0;
      if (!known || (known.at(-1)?.number ?? 0) <= sees) return undefined;
      const before = known.filter(({ number }) => number <= sees).at(-1);
      if (before) return before.answer ?? notYet;
      // Before the first version that is kept, only a document that was created since is certain not to be there.
      return known.length < 20 && known[0]?.answer ? notYetCreated(known[0].answer) : undefined;
    },
  };
}

/** Whether the first version that is known is the document's first at all. */
function notYetCreated({ body }: Answer): Answer | undefined {
  const { born, writes } = JSON.parse(body) as { born?: string; writes?: string[] };
  return born !== undefined && writes?.length === 1 && writes[0] === born ? notYet : undefined;
}

/** A document's place: its partition and its id. */
function keyOf({ operation, url, headers, body }: SeenRequest): string {
  const partition = String(headers['x-ms-documentdb-partitionkey'] ?? '');
  const id = operation === 'create' ? String((JSON.parse(body) as { id: string }).id) : url.split('/').at(-1);
  return `${partition} ${decodeURIComponent(id ?? '')}`;
}
