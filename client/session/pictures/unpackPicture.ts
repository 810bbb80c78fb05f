/** A picture file unpacked by the browser, at about the width it will be seen. */
import type { Bitmap } from './PictureStore.ts';

/** Rejects for what is no picture. */
export async function unpackPicture(file: Blob, width: number): Promise<Bitmap> {
  const whole = await createImageBitmap(file);
  if (whole.width <= width) return bitmapOf(whole);
  try {
    const resizeWidth = Math.max(1, Math.round(width));
    const resizeHeight = Math.max(1, Math.round((whole.height * resizeWidth) / whole.width));
    return bitmapOf(await createImageBitmap(whole, { resizeWidth, resizeHeight, resizeQuality: 'high' }));
  } finally {
    whole.close();
  }
}

const bitmapOf = (image: ImageBitmap): Bitmap => ({
  image,
  width: image.width,
  height: image.height,
  close: () => image.close(),
});
