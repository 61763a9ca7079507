import type { PartnerCenterApi } from '#ports/partnerCenterApi.ts';

/** The API with `watch` around each request: it carries it out, and sees how it ends. */
export function watchedApi(
  api: PartnerCenterApi,
  watch: <T>(request: () => Promise<T>) => Promise<T>,
): PartnerCenterApi {
  return {
    list: (query, after) => watch(() => api.list(query, after)),
    one: (id) => watch(() => api.one(id)),
    change: (id, etag, patch) => watch(() => api.change(id, etag, patch)),
    create: (body, requestId) => watch(() => api.create(body, requestId)),
  };
}
