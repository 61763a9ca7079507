import type { CardJson } from './expand.ts';

export type Theme = 'light' | 'dark' | 'contrast';

const palettes = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    text: '#242424',
    subtle: '#616161',
    line: '#e0e0e0',
    input: '#ffffff',
    accent: '#5b5fc7',
    good: '#237b4b',
    warning: '#8a5a00',
    attention: '#c4314b',
    boxes: {
      emphasis: '#f5f5f5',
      accent: '#e8ebfa',
      good: '#e7f2da',
      warning: '#fbf6d9',
      attention: '#fcf4f6',
    },
  },
  dark: {
    page: '#141414',
    card: '#292929',
    text: '#ffffff',
    subtle: '#adadad',
    line: '#484848',
    input: '#1f1f1f',
    accent: '#9297f8',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#ff6b80',
    boxes: {
      emphasis: '#333333',
      accent: '#383966',
      good: '#0d2e0d',
      warning: '#463100',
      attention: '#3e1f25',
    },
  },
  contrast: {
    page: '#000000',
    card: '#000000',
    text: '#ffffff',
    subtle: '#ffffff',
    line: '#ffffff',
    input: '#000000',
    accent: '#ffff01',
    good: '#3ff23f',
    warning: '#ffff01',
    attention: '#ffb3c0',
    boxes: {
      emphasis: '#000000',
      accent: '#000000',
      good: '#000000',
      warning: '#000000',
      attention: '#000000',
    },
  },
};

/** Themes as clients have them: light, dark, and one of high contrast. */
export const themes = ['light', 'dark', 'contrast'] as const satisfies readonly Theme[];

/** Colours and distances close to those of Teams, which publishes none. */
export function hostConfig(theme: Theme): object {
  const { text, subtle, accent, good, warning, attention, card, boxes, line } = palettes[theme];
  const colour = (value: string) => ({ default: value, subtle: value });
  const foregroundColors = {
    default: { default: text, subtle },
    dark: colour(text),
    light: colour(subtle),
    accent: colour(accent),
    good: colour(good),
    warning: colour(warning),
    attention: colour(attention),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: "'Segoe UI', 'Liberation Sans', 'WenQuanYi Micro Hei', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 14 },
    separator: { lineThickness: 1, lineColor: line },
    inputs: {
      label: { requiredInputs: { suffix: ' *', suffixColor: 'attention' }, inputSpacing: 'small' },
      errorMessage: { spacing: 'small' },
    },
    containerStyles: {
      default: style(card),
      emphasis: style(boxes.emphasis),
      accent: style(boxes.accent),
      good: style(boxes.good),
      warning: style(boxes.warning),
      attention: style(boxes.attention),
    },
    actions: {
      maxActions: 6,
      buttonSpacing: 8,
      actionAlignment: 'left',
      actionsOrientation: 'horizontal',
      showCard: { actionMode: 'inline', inlineTopMargin: 12 },
    },
  };
}

export interface PreviewPage {
  language: string;
  theme: Theme;
  renderer: string;
  hostConfig: object;
  cards: readonly { name: string; card: CardJson }[];
}

/** One page with every card; `?open=0` opens the first button's form on each. */
export function page({ language, theme, renderer, hostConfig, cards }: PreviewPage): string {
  const { page: back, card, text, line, input, accent, attention } = palettes[theme];
  const data = JSON.stringify({ hostConfig, cards }).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${language} ${theme}</title><style>
body{margin:0;padding:12px;background:${back};color:${text};font:12px sans-serif}
h2{font-size:11px;font-weight:400;margin:18px 0 4px;opacity:.6}
.card{background:${card};border:1px solid ${line};border-radius:6px;overflow:hidden;max-width:760px}
a{color:${accent};text-decoration:none}
.ac-input:not([type=radio]):not([type=checkbox]){width:100%;box-sizing:border-box;padding:6px 8px;border:1px solid ${line};border-bottom-color:#888;border-radius:4px;background:${input};color:${text};font:14px 'Liberation Sans','WenQuanYi Micro Hei',sans-serif}
textarea.ac-input{min-height:56px}
.ac-choiceSetInput-expanded>div,.ac-choiceSetInput-multiSelect>div{padding:3px 0}
.ac-pushButton{font:600 14px 'Liberation Sans','WenQuanYi Micro Hei',sans-serif;padding:6px 14px;margin:2px 0;border:1px solid #c7c7c7;border-radius:4px;background:${card};color:${text}}
.ac-actionSet{flex-wrap:wrap;row-gap:6px}
.ac-pushButton.style-positive{background:#5b5fc7;border-color:#5b5fc7;color:#fff}
.ac-pushButton.style-destructive{color:${attention};border-color:${attention}}
.ac-choiceSetInput-filtered-container{border:0!important;padding:0!important}
.ac-choiceSetInput-filtered-dropdown{border:0!important;padding:0!important}
</style><body><script>${renderer}</script><script>
const {hostConfig,cards}=${data};
const safe=(t)=>t.replace(/&/g,'&amp;').replace(/</g,'&lt;');
AdaptiveCards.AdaptiveCard.onProcessMarkdown=(t,r)=>{r.didProcess=true;r.outputHtml=safe(t).replace(/(?<!\\\\)\\[((?:\\\\.|[^\\]])*)\\]\\(([^)]+)\\)/g,'<a href="$2">$1</a>').replace(/\\*\\*(.+?)\\*\\*/g,'<b>$1</b>').replace(/\\\\([()\\[\\]*_])/g,'$1')};
const open=new URLSearchParams(location.search).get('open');
for(const {name,card} of cards){const h=document.createElement('h2');h.textContent=name;const box=document.createElement('div');box.className='card';box.id=name;
const c=new AdaptiveCards.AdaptiveCard();c.hostConfig=new AdaptiveCards.HostConfig(hostConfig);c.onExecuteAction=()=>{};c.parse(card);box.append(c.render());document.body.append(h,box);
if(open!==null&&name.startsWith('referral/received'))box.querySelectorAll(':scope > .ac-adaptiveCard > div > .ac-actionSet .ac-pushButton, .ac-actionSet .ac-pushButton')[Number(open)]?.click();}
</script>`;
}
