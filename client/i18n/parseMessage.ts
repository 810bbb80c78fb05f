/**
 * The parser the built page formats its messages with, in place of formatjs's own (`vite.config.ts`): of ICU it knows what our messages use,
 * which is texts, `{name}`, plural and select, at a tenth of the weight. It refuses all else; a test parses every message with both.
 */
import { type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser/no-parser.js';

export * from '@formatjs/icu-messageformat-parser/no-parser.js';

/** The parts of a message. Throws a `SyntaxError` for what is not one. */
export function parse(message: string): MessageFormatElement[] {
  let rest = message;
  const take = (pattern: RegExp): readonly string[] | null => {
    const found = pattern.exec(rest);
    if (found) rest = rest.slice(found[0].length);
    return found;
  };
  const need = (pattern: RegExp): readonly string[] => {
    const found = take(pattern);
    if (!found) throw new SyntaxError(`message ${message} at ${message.length - rest.length}`);
    return found;
  };
  const readOptions = (inPlural: boolean): Record<string, { value: MessageFormatElement[] }> => {
    const options: Record<string, { value: MessageFormatElement[] }> = {};
    do {
      const [, name = ''] = need(/^\s*(=?\w+)\s*\{/);
      options[name] = { value: readElements(inPlural) };
      need(/^\}/);
    } while (!take(/^\s*\}/));
    return options;
  };
  const readElement = (inPlural: boolean): MessageFormatElement => {
    if (inPlural && take(/^#/)) return { type: TYPE.pound };
    const text = take(inPlural ? /^[^{}<'#]+/ : /^[^{}<']+/)?.[0];
    if (text !== undefined) return { type: TYPE.literal, value: text };
    const [, value = '', form] = need(/^\{\s*(\w+)\s*(?:,\s*(plural|select)\s*,|\})/);
    if (form === 'plural') {
      return { type: TYPE.plural, value, options: readOptions(true), offset: 0, pluralType: 'cardinal' };
    }
    return form ? { type: TYPE.select, value, options: readOptions(false) } : { type: TYPE.argument, value };
  };
  const readElements = (inPlural: boolean): MessageFormatElement[] => {
    const elements: MessageFormatElement[] = [];
    while (rest !== '' && !rest.startsWith('}')) elements.push(readElement(inPlural));
    return elements;
  };
  const elements = readElements(false);
  need(/^$/);
  return elements;
}
