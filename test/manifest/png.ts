import { inflateSync } from 'node:zlib';

/** Width, height and colour type (2 RGB, 6 RGBA) from the header of a PNG. */
export function pngHeader(file: Buffer): { width: number; height: number; colorType: number } {
  if (file.subarray(1, 4).toString('latin1') !== 'PNG') throw new Error('not a PNG');
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20), colorType: file.readUInt8(25) };
}

/** The pixels of an RGBA PNG with 8 bits a channel and no interlacing, as [red, green, blue, alpha]. */
export function rgbaPixels(file: Buffer): [number, number, number, number][] {
  const { width, height, colorType } = pngHeader(file);
  if (colorType !== 6 || file.readUInt8(24) !== 8 || file.readUInt8(28) !== 0)
    throw new Error('not plain RGBA');
  const chunks: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const type = file.subarray(at + 4, at + 8).toString('latin1');
    if (type === 'IDAT') chunks.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(chunks));
  const stride = width * 4;
  const bytes = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const left = x >= 4 ? (bytes[y * stride + x - 4] ?? 0) : 0;
      const up = y > 0 ? (bytes[(y - 1) * stride + x] ?? 0) : 0;
      const corner = x >= 4 && y > 0 ? (bytes[(y - 1) * stride + x - 4] ?? 0) : 0;
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 5];
      if (predicted === undefined) throw new Error(`unknown filter ${filter}`);
      bytes[y * stride + x] = (raw[y * (stride + 1) + 1 + x] ?? 0) + predicted;
    }
  }
  return Array.from({ length: width * height }, (_, i) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = bytes.subarray(i * 4, i * 4 + 4);
    return [red, green, blue, alpha];
  });
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(estimate - value)) as [number, number, number];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
