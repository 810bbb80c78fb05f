/** The name of a file to take away: the board's title, then the area's, with only what every file system takes. */
export function fileName(ending: string, board: string, area?: string): string {
  const clean = (text: string): string =>
    text
      .normalize('NFC')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: reason: control characters are what is taken out
      .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 80)
      .replace(/[. ]+$/, '');
  const parts = [clean(board) || 'Pêle-mêle', clean(area ?? '')].filter((part) => part !== '');
  return `${parts.join(' - ')}.${ending}`;
}
