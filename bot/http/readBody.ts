import type { IncomingMessage } from 'node:http';

export type BodyResult =
  | { ok: true; value: unknown; bytes: number }
  | { ok: false; status: 400 | 413 | 415; message: string };

/** Reads a JSON body of at most `limit` bytes. Refusals are values with the HTTP status that says why. */
export async function readJsonBody(request: IncomingMessage, limit: number): Promise<BodyResult> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type)) {
    return { ok: false, status: 415, message: 'Content-Type must be application/json' };
  }
  if (request.headers['content-encoding'] && request.headers['content-encoding'] !== 'identity') {
    return {
      ok: false,
      status: 415,
      message: 'Content-Encoding must be identity: send the body uncompressed',
    };
  }
  const tooLarge = { ok: false, status: 413, message: `the body is larger than ${limit / 1024} KB` } as const;
  if (Number(request.headers['content-length'] ?? 0) > limit) return tooLarge;
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > limit) return tooLarge;
      chunks.push(chunk);
    }
  } catch {
    return { ok: false, status: 400, message: 'the body ended early' };
  }
  try {
    // Some senders put a byte order mark before the text; TextDecoder takes it away.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return { ok: true, value: JSON.parse(text), bytes };
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : 'it is not UTF-8';
    return { ok: false, status: 400, message: `the body is not JSON: ${why}` };
  }
}
