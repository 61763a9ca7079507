import type { InvokeResponse, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { ComposeAnswer, FoundDeal } from '#bot/glance/found.ts';
import { searchFromCompose } from '#bot/glance/searchDeals.ts';
import { unfoldLink } from '#bot/glance/unfoldLink.ts';
import type { Log } from '#bot/telemetry/log.ts';
import type { Metrics } from '#bot/telemetry/metrics.ts';
import { languageOf, say } from '#cards/say.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { refusalOf } from './apology.ts';
import { sentFields } from './arriving/sentValue.ts';
import { noticingChanges } from './changes.ts';
import type { Identify } from './identify.ts';
import { adaptiveCard } from './outgoing.ts';

/** The message extension: deals from the compose box, and links to a deal that unfold. */
export interface Extension {
  /** Undefined for an invoke that is none of it. Never throws, and never answers with an error: clients show a dead end then. */
  answer(context: TurnContext): Promise<InvokeResponse | undefined>;
}

const asked = z.looseObject({
  parameters: z
    .array(z.looseObject({ name: z.unknown().optional(), value: z.unknown().optional() }))
    .catch([]),
  queryOptions: z.looseObject({ skip: z.number() }).nullish().catch(undefined),
});

const pasted = z.looseObject({ url: z.string().catch('') });

export function createExtension(deps: {
  store: DocumentStore;
  identify: Identify;
  log: Log;
  metrics: Metrics;
}): Extension {
  const answered = async (
    context: TurnContext,
    dataset: string,
    work: () => Promise<InvokeResponse>,
  ): Promise<InvokeResponse> => {
    const stop = deps.metrics.searchSeconds.startTimer({ dataset });
    try {
      return await noticingChanges(work);
    } catch (error) {
      deps.log[error instanceof UnavailableError ? 'warn' : 'error']({
        event: 'extension',
        dataset,
        err: error,
      });
      return dataset === 'link'
        ? nothing()
        : response({ text: say(languageOf(context.activity.locale), 'glance.search.away') });
    } finally {
      stop();
    }
  };
  const search = async (context: TurnContext): Promise<InvokeResponse> => {
    const { parameters, queryOptions } = asked.parse(sentFields(context.activity.value) ?? {});
    const identified = await deps.identify(context, { elsewhere: true });
    if (identified.kind !== 'known') return response({ text: refusalOf(identified, context) });
    // All that is shown comes at once, so there is nothing further down.
    if (queryOptions && queryOptions.skip > 0) return response({ deals: [] });
    // The first run without words has a parameter of its own.
    const typed = parameters.find(({ name }) => name !== 'initialRun')?.value;
    return response(await searchFromCompose(deps, identified.turn, typeof typed === 'string' ? typed : ''));
  };
  const unfold = async (context: TurnContext): Promise<InvokeResponse> => {
    const { url } = pasted.parse(sentFields(context.activity.value) ?? {});
    const identified = await deps.identify(context, { elsewhere: true });
    const deal = identified.kind === 'known' && (await unfoldLink(deps, identified.turn, url));
    return deal ? response({ deals: [deal] }) : nothing();
  };
  return {
    async answer(context) {
      switch (context.activity.name) {
        case 'composeExtension/query':
          return answered(context, 'compose', () => search(context));
        case 'composeExtension/queryLink':
          return answered(context, 'link', () => unfold(context));
        case 'composeExtension/anonymousQueryLink':
          // Of whom nobody knows who it is, nothing of a deal is for them.
          return nothing();
        default:
          return undefined;
      }
    },
  };
}

/** The link stays a link. */
function nothing(): InvokeResponse {
  return { status: 200, body: {} };
}

function response(found: ComposeAnswer): InvokeResponse {
  const composeExtension =
    'text' in found
      ? { type: 'message', text: found.text }
      : { type: 'result', attachmentLayout: 'list', attachments: found.deals.map(attachmentOf) };
  return { status: 200, body: { composeExtension } };
}

function attachmentOf({ card, preview }: FoundDeal): object {
  return {
    ...adaptiveCard(card),
    preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: preview },
  };
}
