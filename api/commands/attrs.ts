import type { AttrDef, EventDef, Fact, Facts } from '../../law/model';
import { type FieldError, wrongFields } from '../http/problem';

type Read = { readonly value: Fact } | { readonly vi: string; readonly en: string };

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Attributes of an event as the log keeps them: numbers and booleans may arrive as text (from a command line), money is a
 * decimal string of đồng. Whether a required one is missing, the record says; here only what cannot be read is refused.
 * @throws Problem 422 `wrong_attribute` naming every field at fault
 */
export function readAttrs(def: EventDef | undefined, given: Facts = {}): Facts {
  const errors: FieldError[] = [];
  const attrs: Record<string, Fact> = {};
  for (const [name, value] of Object.entries(given)) {
    const attr = def?.attrs?.find(a => a.name === name);
    const read: Read = attr ? readOne(attr, value) : def ? unknownName(def) : { value };
    if ('value' in read) attrs[name] = read.value;
    else errors.push({ field: `attrs.${name}`, vi: `attrs.${name}: ${read.vi}`, en: `attrs.${name}: ${read.en}` });
  }
  if (errors.length > 0) throw wrongFields('wrong_attribute', errors);
  return attrs;
}

function unknownName(def: EventDef): Read {
  const names = def.attrs?.map(a => a.name).join(', ') || '—';
  return {
    vi: `sự kiện "${def.type}" không có trường này; các trường: ${names}.`,
    en: `"${def.type}" has no such attribute; it has: ${names}.`,
  };
}

function readOne(attr: AttrDef, value: Fact): Read {
  const text = String(value).trim();
  switch (attr.type) {
    case 'number':
      return text !== '' && Number.isFinite(Number(text))
        ? { value: Number(text) }
        : { vi: 'phải là số.', en: 'must be a number.' };
    case 'boolean':
      return text === 'true' || text === 'false'
        ? { value: text === 'true' }
        : { vi: 'phải là true hoặc false.', en: 'must be true or false.' };
    case 'money':
      return /^\d{1,18}$/.test(text)
        ? { value: text }
        : {
            vi: 'phải là số đồng viết liền, không dấu ngăn cách, ví dụ 385296980000.',
            en: 'must be an amount of đồng in digits only, for example 385296980000.',
          };
    case 'date':
      return DATE.test(text) ? { value: text } : { vi: 'phải là ngày YYYY-MM-DD.', en: 'must be a date YYYY-MM-DD.' };
    case 'time':
      return TIME.test(text) ? { value: text } : { vi: 'phải là giờ HH:MM.', en: 'must be a time HH:MM.' };
    default:
      return attr.values === undefined || attr.values.includes(text)
        ? { value: text }
        : { vi: `phải là một trong: ${attr.values.join(', ')}.`, en: `must be one of: ${attr.values.join(', ')}.` };
  }
}
