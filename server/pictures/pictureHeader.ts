/**
 * What a file says of itself before anything is unpacked: which kind of picture it really is (by its first bytes, whatever it is called)
 * and how many pixels it would become. Reads headers only, so that a bomb costs nothing; and cuts away what no picture needs, so that
 * nothing of it reaches a decoder.
 */
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';

export type SourceType = 'jpeg' | 'png' | 'webp' | 'gif';

/** `picture_type`: none of the kinds we take. `picture_damaged`: one of them, but not whole. `picture_pixels`: too many. */
export type HeaderProblem = 'picture_type' | 'picture_damaged' | 'picture_pixels';

export interface PictureHeader {
  readonly type: SourceType;
  /** Pixels as stored, before any turn by its orientation. */
  readonly width: number;
  readonly height: number;
  /** What a decoder may see. */
  readonly bytes: Buffer;
}

type Read = Result<PictureHeader, HeaderProblem>;

const READERS: readonly { is(start: string): boolean; read(file: Buffer): Read }[] = [
  { is: (start) => start.startsWith('\xff\xd8\xff'), read: readJpeg },
  { is: (start) => start.startsWith('\x89PNG\r\n\x1a\n'), read: readPng },
  { is: (start) => start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP', read: readWebp },
  { is: (start) => start.startsWith('GIF87a') || start.startsWith('GIF89a'), read: readGif },
];

/** Reads the header of a file, or says why it is not taken. Never throws. */
export function readPictureHeader(file: Uint8Array): Read {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const start = bytes.toString('latin1', 0, 16);
  const reader = READERS.find(({ is }) => is(start));
  if (!reader) return fail('picture_type');
  try {
    return reader.read(bytes);
  } catch {
    // Reading beyond the end throws a RangeError: the file stops in the middle.
    return fail('picture_damaged');
  }
}

function judge(type: SourceType, width: number, height: number, bytes: Buffer): Read {
  if (width < 1 || height < 1) return fail('picture_damaged');
  if (width * height > LIMITS.picturePixels) return fail('picture_pixels');
  return ok({ type, width, height, bytes });
}

/** Scans beyond which a progressive JPEG is made to keep a decoder busy: real ones have about ten. */
const MAX_SCANS = 100;

/** Frame headers: baseline, extended, progressive, and their rarer kin; not DHT, JPG and DAC, which stand among them. */
const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function readJpeg(file: Buffer): Read {
  let size: { width: number; height: number } | null = null;
  let scans = 0;
  for (let at = 2; at < file.length; ) {
    if (file[at] !== 0xff) return fail('picture_damaged');
    const marker = file.readUInt8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    // End of the picture: what cameras append behind it is not looked at.
    if (marker === 0xd9)
      return size && scans > 0
        ? judge('jpeg', size.width, size.height, file.subarray(0, at + 2))
        : fail('picture_damaged');
    const length = file.readUInt16BE(at + 2);
    if (length < 2) return fail('picture_damaged');
    if (isFrameHeader(marker)) {
      if (size) return fail('picture_damaged');
      size = { width: file.readUInt16BE(at + 7), height: file.readUInt16BE(at + 5) };
      if (size.width * size.height > LIMITS.picturePixels) return fail('picture_pixels');
    }
    at += 2 + length;
    if (marker === 0xda) {
      if (++scans > MAX_SCANS) return fail('picture_damaged');
      at = endOfScan(file, at);
    }
  }
  return fail('picture_damaged');
}

/** Where the next marker stands after the compressed data of a scan; stuffed zeros and restart markers belong to it. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at !== -1; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return file.length;
}

/** All a decoder needs. Texts, metadata and whatever else a stranger has put beside them stay out: they may be bombs of their own. */
const PNG_CHUNKS = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'sRGB', 'cHRM', 'IDAT', 'IEND']);

function readPng(file: Buffer): Read {
  if (file.toString('latin1', 12, 16) !== 'IHDR') return fail('picture_damaged');
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  if (width * height > LIMITS.picturePixels) return fail('picture_pixels');
  const kept: Buffer[] = [file.subarray(0, 8)];
  for (let at = 8; at < file.length; ) {
    const end = at + 12 + file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + 8);
    if (end > file.length) return fail('picture_damaged');
    if (PNG_CHUNKS.has(name)) kept.push(file.subarray(at, end));
    if (name === 'IEND') return judge('png', width, height, Buffer.concat(kept));
    at = end;
  }
  return fail('picture_damaged');
}

function readWebp(file: Buffer): Read {
  const end = 8 + file.readUInt32LE(4);
  if (end > file.length) return fail('picture_damaged');
  let canvas: { width: number; height: number } | null = null;
  for (let at = 12; at + 8 <= end; ) {
    const name = file.toString('latin1', at, at + 4);
    const length = file.readUInt32LE(at + 4);
    if (at + 8 + length > end) return fail('picture_damaged');
    const found = webpSize(file, name, at + 8);
    if (found && found.width * found.height > LIMITS.picturePixels) return fail('picture_pixels');
    canvas ??= found;
    at += 8 + length + (length % 2);
  }
  return canvas ? judge('webp', canvas.width, canvas.height, file.subarray(0, end)) : fail('picture_damaged');
}

/** Pixels as one chunk of a WebP has them; `null` for chunks that say nothing of it. */
function webpSize(file: Buffer, name: string, at: number): { width: number; height: number } | null {
  switch (name) {
    case 'VP8X':
      return { width: 1 + file.readUIntLE(at + 4, 3), height: 1 + file.readUIntLE(at + 7, 3) };
    case 'ANMF':
      return { width: 1 + file.readUIntLE(at + 6, 3), height: 1 + file.readUIntLE(at + 9, 3) };
    case 'VP8 ':
      return { width: file.readUInt16LE(at + 6) & 0x3fff, height: file.readUInt16LE(at + 8) & 0x3fff };
    case 'VP8L': {
      const bits = file.readUInt32LE(at + 1);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    default:
      return null;
  }
}

/** The first picture of a GIF alone: the others would be unpacked for nothing. */
function readGif(file: Buffer): Read {
  const width = file.readUInt16LE(6);
  const height = file.readUInt16LE(8);
  if (width * height > LIMITS.picturePixels) return fail('picture_pixels');
  const colorTable = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + colorTable(file.readUInt8(10));
  for (;;) {
    const block = file.readUInt8(at);
    if (block === 0x21) at = afterSubBlocks(file, at + 2);
    else if (block === 0x2c) {
      const w = file.readUInt16LE(at + 5);
      const h = file.readUInt16LE(at + 7);
      if (w * h > LIMITS.picturePixels) return fail('picture_pixels');
      const end = afterSubBlocks(file, at + 11 + colorTable(file.readUInt8(at + 9)));
      return judge('gif', width, height, Buffer.concat([file.subarray(0, end), Buffer.of(0x3b)]));
    } else return fail('picture_damaged');
  }
}

function afterSubBlocks(file: Buffer, from: number): number {
  let at = from;
  for (let length = file.readUInt8(at); length > 0; length = file.readUInt8(at)) at += 1 + length;
  return at + 1;
}
