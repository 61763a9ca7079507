import type { IncomingMessage } from 'node:http';

/** Why a body can't be read, with the HTTP status that says so. */
export type Refused = { ok: false; status: 400 | 413 | 415; message: string };

export type BytesResult = { ok: true; bytes: Buffer } | Refused;

export type BodyResult = { ok: true; value: unknown; bytes: number } | Refused;

/** Reads a JSON body of at most `limit` bytes. `types`: what may be sent, in words. */
export async function readJsonBody(
  request: IncomingMessage,
  limit: number,
  types = 'application/json',
): Promise<BodyResult> {
  const body = await readJsonBytes(request, limit, types);
  return body.ok ? parseJson(body.bytes) : body;
}

/** The bytes of a body that says it is JSON, as they came. */
export async function readJsonBytes(
  request: IncomingMessage,
  limit: number,
  types = 'application/json',
): Promise<BytesResult> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type)) {
    return { ok: false, status: 415, message: `Content-Type must be ${types}` };
  }
  return readBytes(request, limit);
}

/** Reads bytes as JSON. */
export function parseJson(bytes: Uint8Array): BodyResult {
  try {
    // Some senders put a byte order mark before the text; TextDecoder takes it away.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { ok: true, value: JSON.parse(text), bytes: bytes.length };
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : 'it is not UTF-8';
    return { ok: false, status: 400, message: `the body is not JSON: ${why}` };
  }
}

/** Reads a body of at most `limit` bytes, whatever is in it. */
export async function readBytes(request: IncomingMessage, limit: number): Promise<BytesResult> {
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
  return { ok: true, bytes: Buffer.concat(chunks) };
}
