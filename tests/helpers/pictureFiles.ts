/** Picture files made by code: good ones, and all that strangers may send in their place. */
import { deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';

/** A picture with a warm left half and a cold right half, so that one sees how it is turned. */
function draw(width: number, height: number) {
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext('2d');
  ctx.fillStyle = '#D02010';
  ctx.fillRect(0, 0, width / 2, height);
  ctx.fillStyle = '#1030C0';
  ctx.fillRect(width / 2, 0, width / 2, height);
  return canvas;
}

export const jpeg = (width = 60, height = 40): Promise<Buffer> => draw(width, height).encode('jpeg', 92);
export const png = (width = 60, height = 40): Promise<Buffer> => draw(width, height).encode('png');
export const webp = (width = 60, height = 40): Promise<Buffer> => draw(width, height).encode('webp', 90);

/** A drawing with nothing in its lower half. */
export async function transparentPng(width = 60, height = 40): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext('2d');
  ctx.fillStyle = '#D02010';
  ctx.fillRect(0, 0, width, height / 2);
  return canvas.encode('png');
}

/** Two pictures of one pixel, red and then blue, as an animated GIF. */
export function gif(): Buffer {
  const frame = (index: number): Buffer => {
    const lzw = [2, 2, index === 0 ? 0x44 : 0x4c, 0x01, 0];
    return Buffer.from([0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, ...lzw]);
  };
  const header = Buffer.concat([Buffer.from('GIF89a'), Buffer.from([1, 0, 1, 0, 0x80, 0, 0])]);
  const colors = Buffer.from([0xd0, 0x20, 0x10, 0x10, 0x30, 0xc0]);
  return Buffer.concat([header, colors, frame(0), frame(1), Buffer.from([0x3b])]);
}

const CRC = Int32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function pngChunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  let crc = -1;
  for (const byte of body) crc = (CRC[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeInt32BE(crc ^ -1, body.length + 4);
  return framed;
}

const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG of that many pixels, one bit each, all of them the same: a few kilobytes that become hundreds of megabytes. */
export function bombPng(width: number, height: number, more: readonly Buffer[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc(Math.min(height * (1 + Math.ceil(width / 8)), 400_000_000)));
  const chunks = [pngChunk('IHDR', header), ...more, pngChunk('IDAT', rows), pngChunk('IEND', new Uint8Array())];
  return Buffer.concat([PNG_START, ...chunks]);
}

/** Just the head of a PNG that would be 50,000 by 50,000. */
export const hugeHeaderPng = (): Buffer => bombPng(50_000, 50_000).subarray(0, 4_000);

/** Text that becomes 400 MB, beside a small picture. */
export function textBombPng(): Buffer {
  const text = Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(400_000_000))]);
  return bombPng(8, 8, [pngChunk('zTXt', text)]);
}

/** An APP1 segment with an orientation (6: turned right to be upright), a maker's name and a place on earth. */
function exifSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(120);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(3, 8);
  const entry = (at: number, tag: number, type: number, count: number, value: number): void => {
    tiff.writeUInt16BE(tag, at);
    tiff.writeUInt16BE(type, at + 2);
    tiff.writeUInt32BE(count, at + 4);
    if (type === 3) tiff.writeUInt16BE(value, at + 8);
    else tiff.writeUInt32BE(value, at + 8);
  };
  entry(10, 0x010f, 2, 12, 60);
  entry(22, 0x0112, 3, 1, orientation);
  entry(34, 0x8825, 4, 1, 80);
  tiff.write('CANARI-MARQ\0', 60, 'latin1');
  tiff.writeUInt16BE(1, 80);
  entry(82, 0x001d, 2, 11, 100);
  tiff.write('CANARI:GPS\0', 100, 'latin1');
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** A photo as a phone held upright takes it: stored on its side, with where and by what it was taken. */
export async function phonePhoto(width = 60, height = 40): Promise<Buffer> {
  const photo = await jpeg(width, height);
  const comment = Buffer.from('\xff\xfe\0\x10CANARI-COMMENT', 'latin1');
  return Buffer.concat([
    photo.subarray(0, 2),
    exifSegment(6),
    comment,
    photo.subarray(2),
    Buffer.from('CANARI-TRAILER'),
  ]);
}

/** A JPEG whose head says another size. */
export async function resizedJpeg(width: number, height: number): Promise<Buffer> {
  const file = Buffer.from(await jpeg());
  const at = file.indexOf(Buffer.from([0xff, 0xc0]));
  file.writeUInt16BE(height, at + 5);
  file.writeUInt16BE(width, at + 7);
  return file;
}

/** The same scan, over and over: nothing to see, much to do. */
export async function manyScansJpeg(): Promise<Buffer> {
  const file = await jpeg();
  const scan = file.subarray(file.indexOf(Buffer.from([0xff, 0xda])), file.length - 2);
  return Buffer.concat([file.subarray(0, -2), ...Array.from({ length: 2_000 }, () => scan), file.subarray(-2)]);
}

const SCRIPT = '<script>window.hacked = 1</script>';
export const svg = (): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40" onload="hacked()">${SCRIPT}<rect/></svg>`,
  );
export const html = (): Buffer => Buffer.from(`<!doctype html><title>Mur</title>${SCRIPT}`);

/** Pages that begin like a GIF, so that a browser that guesses may run them. */
export const polyglotGif = (): Buffer => Buffer.concat([gif().subarray(0, 19), html(), Buffer.from('*/=1;//')]);
export const hugePolyglotGif = (): Buffer => Buffer.concat([Buffer.from('GIF89a/*'), html(), Buffer.from('*/=1;//')]);

/** A real picture with a page behind it and a script in a chunk of text. */
export async function polyglotPng(): Promise<Buffer> {
  const file = await png();
  const text = pngChunk('tEXt', Buffer.from(`Comment\0${SCRIPT}`, 'latin1'));
  return Buffer.concat([file.subarray(0, 33), text, file.subarray(33), html()]);
}
