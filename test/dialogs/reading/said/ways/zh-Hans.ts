import type { Ways } from './ways.ts';
import { changing } from './zh-Hans/changing.ts';
import { looking } from './zh-Hans/looking.ts';
import { nothing } from './zh-Hans/nothing.ts';
import { settling } from './zh-Hans/settling.ts';

export const zhHans: Ways = [...looking, ...changing, ...settling];
export const zhHansNothing = nothing;
